"""How well two coders agree: Krippendorff's alpha for each field, over the documents that both coded blind."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tocsin.records import CountValue, EntityValue, Mention, PlaceValue, Quote, Reading, TimeValue
from tocsin.review.fields import Coded, coded
from tocsin.review.pairing import Pairs, Sentences, pair

Label: TypeAlias = Hashable
Distance: TypeAlias = Callable[[Label, Label], float]

NONE = frozenset(["none"])
"""The label of an empty set: two coders who both found nothing agree."""

EXPLAINED: Mapping[str, str] = {
    "event": "which types of event a sentence tells; every sentence counts",
    "type": "the type of events that both found",
    "modes": "how it was done",
    "aux": "historical, future, hypothetical, negation",
    "hedged": "whether the text marks doubt",
    "actor": "who did it: the words",
    "recipient": "to whom: the words",
    "place": "where: the words",
    "time": "when: the words",
    "count": "how many: the words and what they count",
    "said_by": "according to whom: the words",
    "issue": "about what: the words",
    "contexts": "themes",
    "same_as": "which mention tells the same act",
    "part_of": "of which event it is a piece",
    "actor country": "countries of the actors",
    "actor sector": "sectors of the actors",
    "recipient country": "countries of the recipients",
    "recipient sector": "sectors of the recipients",
    "where": "the place of the act",
    "when": "the days of the act; overlapping intervals count in part",
    "count range": "the ranges of the counts",
}
"""Each field that is measured and what is compared, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """One field: alpha (1 always the same, 0 as by chance, below 0 worse), over how many units, and the share of them with no difference.

    ``alpha`` is ``None`` where there is nothing to measure: fewer than two units, or both coders said one and the same of all.
    """

    field: str
    alpha: float | None
    units: int
    same: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement over some documents."""

    documents: int
    fields: tuple[FieldAgreement, ...]


def agreement(codings: Iterable[tuple[Reading, Reading]]) -> Agreement:
    """Alpha for each field of :data:`EXPLAINED`, over documents that two people coded.

    Events are paired as in :mod:`tocsin.review.pairing`; all fields but ``event`` are compared over the pairs. Sets are compared by MASI
    (Passonneau 2006), which counts a subset as half an agreement; words are the same that end in the same word.
    """
    units: dict[str, list[tuple[Label, Label]]] = {field: [] for field in EXPLAINED}
    documents = 0
    for number, (one, other) in enumerate(codings):
        documents += 1
        for field, mine, theirs in _units(number, one, other):
            units[field].append((mine, theirs))
    return Agreement(documents, tuple(_measured(field, pairs) for field, pairs in units.items()))


def _measured(field: str, pairs: Sequence[tuple[Label, Label]]) -> FieldAgreement:
    same = sum(mine == theirs for mine, theirs in pairs) / len(pairs) if pairs else None
    labels = {label for both in pairs for label in both}
    alpha = _alpha(pairs, _distance(field)) if len(pairs) > 1 and len(labels) > 1 else None
    return FieldAgreement(field, alpha, len(pairs), same)


def _alpha(pairs: Sequence[tuple[Label, Label]], distance: Distance) -> float:
    # Imported here since nltk takes 0.5 s to load, and only this function needs it.
    from nltk.metrics.agreement import AnnotationTask  # type: ignore[import-untyped]  # noqa: PLC0415

    coders = ("one", "other")
    data = [(coder, str(unit), label) for unit, labels in enumerate(pairs) for coder, label in zip(coders, labels, strict=True)]
    return float(AnnotationTask(data=data, distance=distance).alpha())


def _distance(field: str) -> Distance:
    if field in {"type", "hedged", "where", "same_as", "part_of"}:
        return _different
    return _days_apart if field == "when" else _sets_apart()


def _different(one: Label, other: Label) -> float:
    return 1.0 if one != other else 0.0


def _sets_apart() -> Distance:
    from nltk.metrics.distance import masi_distance  # type: ignore[import-untyped]  # noqa: PLC0415  # see _alpha

    def apart(one: Label, other: Label) -> float:
        assert isinstance(one, frozenset)  # noqa: S101  # what _labels makes
        assert isinstance(other, frozenset)  # noqa: S101
        # Most of the labels that are compared share nothing: those need no call.
        return 1.0 if one.isdisjoint(other) else float(masi_distance(one, other))

    return apart


def _days_apart(one: Label, other: Label) -> float:
    if not isinstance(one, tuple) or not isinstance(other, tuple):
        return _different(one, other)
    (first, last), (start, end) = one, other
    shared, both = min(last, end) - max(first, start) + 1, max(last, end) - min(first, start) + 1
    return 1.0 - float(max(0, shared)) / float(both)


# ---- labels


def _units(number: int, one: Reading, other: Reading) -> Iterator[tuple[str, Label, Label]]:
    """``(field, one coder's label, the other's)`` of every unit of a document; ``number`` keeps its places apart from other documents'."""
    text = one.document.text
    yield from (("event", mine, theirs) for mine, theirs in _by_sentence(text, one, other))
    pairs = pair(text, one.mentions, other.mentions)
    mine, theirs = coded(one), coded(other)
    heads = _heads(number, pairs)
    for left, right in pairs.both:
        labels = _labels(number, text, mine[left.id], heads[0]), _labels(number, text, theirs[right.id], heads[1])
        for field in labels[0]:
            if field not in _VALUES or labels[0][field] not in _EMPTY or labels[1][field] not in _EMPTY:
                yield field, labels[0][field], labels[1][field]


_VALUES = {"actor country", "actor sector", "recipient country", "recipient sector", "where", "when", "count range"}
"""Fields that are compared only where one of the two has a value at all: that both have no words counts with the words already."""

_EMPTY: tuple[Label, ...] = (NONE, "none")


def _by_sentence(text: str, one: Reading, other: Reading) -> Iterator[tuple[Label, Label]]:
    sentences = Sentences(text)
    found: tuple[dict[int, set[str]], dict[int, set[str]]] = ({}, {})
    for types, reading in zip(found, (one, other), strict=True):
        for mention in reading.mentions:
            types.setdefault(sentences.of(mention.trigger.start), set()).add(mention.type)
    for sentence in range(len(sentences.starts)):
        yield _set(found[0].get(sentence, ())), _set(found[1].get(sentence, ()))


def _heads(number: int, pairs: Pairs) -> tuple[dict[str, Label], dict[str, Label]]:
    """A name for each event that both coders share, so that a tie to the same event has the same label."""
    mine: dict[str, Label] = {left.id: f"{number}/{place}" for place, (left, _) in enumerate(pairs.both)}
    theirs: dict[str, Label] = {right.id: f"{number}/{place}" for place, (_, right) in enumerate(pairs.both)}
    mine |= {mention.id: f"{number}/one/{mention.id}" for mention in pairs.only_one}
    return mine, theirs | {mention.id: f"{number}/other/{mention.id}" for mention in pairs.only_other}


def _labels(number: int, text: str, event: Coded, heads: Mapping[str, Label]) -> dict[str, Label]:
    mention = event.mention
    return {
        "type": mention.type,
        "modes": _set(mention.modes),
        "aux": _set(mention.aux),
        "hedged": mention.hedged,
        "contexts": _set(mention.contexts),
        **{role: _words(number, text, quotes) for role, quotes in _quotes(mention).items()},
        "count": _set((count.kind, number, _last_word(text, count.quote)) for count in mention.counts),
        "same_as": heads.get(mention.same_as, "none") if mention.same_as else "none",
        "part_of": heads.get(mention.part_of, "none") if mention.part_of else "none",
        **_values(event),
    }


def _quotes(mention: Mention) -> dict[str, Sequence[Quote]]:
    said_by, issue = ((quote,) if quote else () for quote in (mention.said_by, mention.issue))
    lists = {"actor": mention.actors, "recipient": mention.recipients, "place": mention.places, "time": mention.times}
    return {**lists, "said_by": said_by, "issue": issue}


def _words(number: int, text: str, quotes: Sequence[Quote]) -> Label:
    return _set((number, _last_word(text, quote)) for quote in quotes)


def _last_word(text: str, quote: Quote) -> int:
    """Where the last word of a quote begins: its head, by which phrases of different length are the same."""
    starts = [found.start() for found in re.finditer(r"\w+", text[quote.start : quote.end])]
    return quote.start + (starts[-1] if starts else 0)


def _values(event: Coded) -> dict[str, Label]:
    values = {field: [claim.value for claim in event.claims if claim.field == field] for field in ("actor", "recipient", "count")}
    labels: dict[str, Label] = {}
    for role in ("actor", "recipient"):
        entities = [value for value in values[role] if isinstance(value, EntityValue)]
        labels[f"{role} country"] = _set(value.country for value in entities if value.country)
        labels[f"{role} sector"] = _set(sector for value in entities for sector in value.sectors)
    ranges = [value for value in values["count"] if isinstance(value, CountValue)]
    labels["count range"] = _set((value.kind, value.low, value.high) for value in ranges)
    whole = {claim.field: claim.value for claim in event.claims if claim.field in {"where", "when"}}
    where, when = whole.get("where"), whole.get("when")
    labels["where"] = (where.geonameid or (where.name, where.country)) if isinstance(where, PlaceValue) else "none"
    labels["when"] = "none"
    if isinstance(when, TimeValue) and when.first is not None and when.last is not None:
        labels["when"] = (when.first.toordinal(), when.last.toordinal())
    return labels


def _set(members: Iterable[Label]) -> frozenset[Label]:
    return frozenset(members) or NONE
