"""Numbers of people that a reader passed over, took in part or gave to two acts: each figure once, whole, with what it counts.

A reader marks about half of the numbers that annotators mark. The words around a figure often tell plainly what it counts
(:mod:`tocsin.resolve.roles.tolls`); here these figures find the mention that they belong to. A sentence that only gives a toll is a mention of its own,
of the act that was told before (codebook, section 3).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tocsin.records import CountQuote, Document, Mention, meet
from tocsin.resolve.counts.signs import PERSONS
from tocsin.resolve.roles.people import counts_people, counts_things
from tocsin.resolve.roles.toll import BY_MODE, Act, Toll
from tocsin.resolve.roles.tolls import find_tolls
from tocsin.resolve.sentence import Sentences

_BY_TYPE: Mapping[str, str] = {"PROTEST": "participants", "MOBILIZE": "participants"}

_HOSTS: Mapping[str, tuple[str, ...]] = {
    "killed": ("ASSAULT", "PROTEST", "COERCE"),
    "injured": ("ASSAULT", "PROTEST", "COERCE"),
    "arrested": ("COERCE", "SANCTION"),
    "abducted": ("ASSAULT", "COERCE"),
    "released": ("RETREAT", "CONCEDE", "ASSAULT"),  # gunmen attack a prison and free its inmates
    "displaced": ("COERCE", "ASSAULT", "SANCTION", "RETREAT"),
    "sentenced": ("SANCTION", "COERCE"),
    "participants": ("PROTEST", "MOBILIZE"),
}
"""Types of act that a number of each kind belongs to, the likeliest first."""


def with_missed_counts(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with their counts mended, in reading order under new ids where toll sentences were added."""
    if not mentions:
        return ()
    tolls = find_tolls(document.text, list(acts_of(mentions)), document.furniture)
    held = _Held(document.text, mentions)
    for toll in tolls:
        held.take(toll)
    return held.mentions()


def acts_of(mentions: Iterable[Mention]) -> Iterator[Act]:
    """What a number beside each trigger counts, where its type or mode tells."""
    for mention in mentions:
        kind = next((BY_MODE[mode] for mode in mention.modes if mode in BY_MODE), _BY_TYPE.get(mention.type))
        if kind:
            yield Act(mention.trigger.span, kind)


@dataclass(frozen=True, slots=True)
class _Told:
    """A count as a reader gave it."""

    mention: str
    count: CountQuote


class _Held:
    """The counts of a document while they are put in order."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._sentences = Sentences(text)
        self._mentions = list(mentions)
        self._by_id = {mention.id: mention for mention in mentions}
        self._told = [_Told(mention.id, count) for mention in mentions for count in _possible(text, mention.counts)]
        self._new: dict[tuple[int, str], Mention] = {}
        self._text = text

    def take(self, toll: Toll) -> None:
        """Give a figure to one mention."""
        same = [told for told in self._told if meet(told.count.quote, toll.quote)]
        kind = self._kind(toll, same)
        if kind is None:
            return
        host = self._host(kind, toll, [self._by_id[told.mention] for told in same if told.count.kind == kind])
        if host is None:
            return
        said_by = next((told.count.said_by for told in same if told.count.said_by), None)
        score = max((told.count.quote.score for told in same), default=1.0)
        self._told = [told for told in self._told if told not in same or (told.count.kind == kind and told.mention != host.id)]
        count = CountQuote(kind, replace(toll.quote, score=score), said_by)
        number = self._sentences.number(toll.quote.start)
        if host.trigger.start > toll.quote.start or self._sentences.number(host.trigger.start) == number:
            self._told.append(_Told(host.id, count))
            return
        act = host.same_as or host.id
        known = self._new.get((number, act)) or self._toll_mention(host, toll)
        self._new[number, act] = replace(known, counts=(*known.counts, count))

    def _kind(self, toll: Toll, same: Sequence[_Told]) -> str | None:
        """The rule's kind where words beside the figure tell it, else the reader's."""
        if toll.sure or not same:
            return toll.kind
        best = max(same, key=lambda told: told.count.quote.score).count.kind
        return best if best in PERSONS else toll.kind

    def _host(self, kind: str, toll: Toll, same: Sequence[Mention]) -> Mention | None:
        number = self._sentences.number(toll.quote.start)
        if same:
            return min(same, key=lambda mention: (abs(mention.trigger.start - toll.quote.start), mention.trigger.start))
        fit = [mention for mention in self._mentions if mention.type in _HOSTS[kind] and "negation" not in mention.aux]
        near = [mention for mention in fit if self._sentences.number(mention.trigger.start) == number]
        if near:
            at = toll.word.start if toll.word else toll.quote.start
            return min(near, key=lambda mention: (_unlike(mention, kind), abs(mention.trigger.start - at)))
        before = [mention for mention in fit if mention.trigger.start < toll.quote.start]
        return min(before or fit, key=lambda mention: (_unlike(mention, kind), abs(mention.trigger.start - toll.quote.start)), default=None)

    def _toll_mention(self, host: Mention, toll: Toll) -> Mention:
        """A sentence's own mention of the act that ``host`` tells."""
        trigger = (toll.word or toll.quote.span).quoted(self._text, host.trigger.score)
        return Mention("", host.type, trigger, modes=host.modes, contexts=host.contexts, same_as=host.same_as or host.id, score=host.score)

    def mentions(self) -> tuple[Mention, ...]:
        """All mentions with their counts."""
        counts: dict[str, list[CountQuote]] = defaultdict(list)
        for told in self._told:
            counts[told.mention].append(told.count)
        kept = [replace(m, counts=tuple(sorted(counts[m.id], key=lambda c: c.quote.start))) for m in self._mentions]
        return _numbered([*kept, *self._new.values()])


def _unlike(mention: Mention, kind: str) -> int:
    """0 where a mention's mode tells the kind, else its type's place among those that fit."""
    if any(BY_MODE.get(mode) == kind for mode in mention.modes):
        return 0
    return 1 + _HOSTS[kind].index(mention.type)


def _numbered(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    ordered = sorted(mentions, key=lambda mention: (mention.trigger.start, mention.trigger.end))
    ids = {mention.id: f"e{number}" for number, mention in enumerate(ordered, 1) if mention.id}
    return tuple(
        replace(
            mention,
            id=f"e{number}",
            same_as=ids.get(mention.same_as) if mention.same_as else None,
            part_of=ids.get(mention.part_of) if mention.part_of else None,
        )
        for number, mention in enumerate(ordered, 1)
    )


def _possible(text: str, counts: Iterable[CountQuote]) -> Iterator[CountQuote]:
    """The counts that can be any; what the reader took for people and the next word shows to be things counts others."""
    for count in counts:
        if count.kind not in PERSONS or counts_people(text, count.quote):
            yield count
        elif counts_things(text, count.quote):
            yield replace(count, kind="other")
