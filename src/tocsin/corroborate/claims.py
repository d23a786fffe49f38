"""The numbers of an incident: every claim beside who makes it, and for each kind of number the least, the best and the most.

Nothing is averaged. The best figure is that of one claim, chosen by a :class:`Rule` that is named beside it and that a user can change.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from tocsin.corroborate.claimants import is_publisher, kind_in, publishing_kind
from tocsin.records import (
    MEASURED,
    Agreement,
    Claim,
    ClaimantKind,
    CountValue,
    Document,
    EntityValue,
    Event,
    EventRef,
    Figure,
    NumberClaim,
    Quote,
    go_together,
    reach_of,
    whole_counts,
)

Criterion: TypeAlias = Literal["latest", "kind", "articles", "lowest", "highest"]
"""What may decide between two claims: the later report, the kind of source that stands first in the rule's list, the number of articles that
print it, the lower or the higher figure."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How the best figure is chosen: by the first criterion that tells two claims apart. Kinds that ``kinds`` leaves out come last."""

    name: str
    criteria: tuple[Criterion, ...]
    kinds: tuple[ClaimantKind, ...] = ()


INDEPENDENT: tuple[ClaimantKind, ...] = (
    *("hospital", "monitor", "journalist", "court", "church", "ministry", "government", "police", "union", "organiser", "witness"),
    *("company", "party", "military", "armed group", "other", "unnamed"),
)
"""Kinds of source, those first that have no side in most incidents."""

RULES: Mapping[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule("latest", ("latest", "kind", "articles", "lowest"), INDEPENDENT),
        Rule("independent", ("kind", "latest", "articles", "lowest"), INDEPENDENT),
        Rule("official", ("kind", "latest", "articles", "lowest"), ("ministry", "police", "government", "court", "military", "hospital")),
        Rule("lowest", ("lowest", "latest")),
        Rule("highest", ("highest", "latest")),
    )
}
"""The rules that can be chosen by name."""

DEFAULT = RULES["latest"]
"""Tolls are corrected as days pass: of claims for one number, that of the latest report, and of one day that of the source without a side."""


def number_claims(events: Iterable[tuple[Document, Event]], copies: Mapping[str, str] | None = None) -> tuple[NumberClaim, ...]:
    """All number claims of the events of an incident, the earliest report first.

    A report that says one thing twice says it once. Of reports that print one text (``copies`` gives each document's copy group) the
    earliest stands for all; the others are named in ``copies``. What the text denies, plans or only supposes is no claim, nor is a part that is
    told beside its whole (*12 were hurt, three of them policemen*).
    """
    printed = copies or {}
    ordered = sorted(events, key=lambda told: (_day(told[0]), told[0].id, told[1].id))
    found: dict[tuple[object, ...], NumberClaim] = {}
    for document, event in ordered:
        for claim in _claims(document, event):
            key = (printed.get(document.id, document.id), claim.value, claim.claimant_kind, claim.claimant)
            first = found.setdefault(key, claim)
            if first.event.document != document.id and document.id not in first.copies:
                found[key] = replace(first, copies=(*first.copies, document.id))
    return tuple(found.values())


def figures_of(claims: Sequence[NumberClaim], rule: Rule = DEFAULT) -> tuple[Figure, ...]:
    """One figure for each kind of number and unit, by their names."""
    kinds: dict[tuple[str, str], list[NumberClaim]] = defaultdict(list)
    for claim in claims:
        kinds[claim.value.kind, claim.value.unit or "" if claim.value.kind in MEASURED else ""].append(claim)
    return tuple(_figure(kind, unit or None, kinds[kind, unit], rule) for kind, unit in sorted(kinds))


def _figure(kind: str, unit: str | None, claims: Sequence[NumberClaim], rule: Rule) -> Figure:
    ordered = sorted(claims, key=lambda claim: (_outdone(claim, claims, rule), _rank(claim, rule), claim.event, claim.quote.start))
    low, high = reach_of([claim.value for claim in claims])
    return Figure(
        kind=kind,
        unit=unit,
        low=low,
        best=ordered[0].value.best,
        high=high,
        agreement=_agreement(claims),
        rule=rule.name,
        claims=tuple(ordered),
    )


def _outdone(claim: NumberClaim, claims: Sequence[NumberClaim], rule: Rule) -> bool:
    """Whether its source gives a larger number in the same report: *the toll rose to seven after two of the wounded died* puts it at seven.

    Not asked where the figures themselves decide.
    """
    if rule.criteria[0] in {"lowest", "highest"}:
        return False
    own = (each for each in claims if (each.event.document, each.claimant) == (claim.event.document, claim.claimant))
    return any(each.value.low > claim.value.low for each in own)


def _rank(claim: NumberClaim, rule: Rule) -> tuple[float, ...]:
    figure = claim.value.best if claim.value.best is not None else claim.value.low
    ranks: dict[Criterion, float] = {
        "latest": -claim.published.toordinal() if claim.published else 0,
        "kind": rule.kinds.index(claim.claimant_kind) if claim.claimant_kind in rule.kinds else len(rule.kinds),
        "articles": -len(claim.copies),
        "lowest": figure,
        "highest": -figure,
    }
    return tuple(ranks[criterion] for criterion in rule.criteria)


def _agreement(claims: Sequence[NumberClaim]) -> Agreement:
    """Whether all claims go together; a later report of one source that repeats itself is a claim of its own."""
    if len({(claim.event.document, claim.claimant) for claim in claims}) == 1:
        return "single"
    return "agree" if go_together([claim.value for claim in claims]) else "differ"


def _claims(document: Document, event: Event) -> Iterator[NumberClaim]:
    sources = {
        claim.quote.start: claim.value for claim in event.claims if claim.field == "said_by" and isinstance(claim.value, EntityValue)
    }
    published = document.published.date if document.published and not document.published.doubt else None
    for claim, value in whole_counts(document.text, event.claims):
        if claim.standing in {"asserted", "hedged"}:
            yield _claim(document, claim, value, EventRef(document.id, event.id), sources, published)


def _claim(
    document: Document, claim: Claim, value: CountValue, event: EventRef, sources: Mapping[int, EntityValue], published: dt.date | None
) -> NumberClaim:
    quote: Quote | None = claim.claimant
    source = sources.get(quote.start) if quote else None
    kind = _kind(document, quote, source)
    words = quote.text if quote else None
    return NumberClaim(event, claim.mention, value, claim.quote, claim.standing, words, kind, published, document.publisher)


def _kind(document: Document, quote: Quote | None, source: EntityValue | None) -> ClaimantKind:
    if quote is None:
        return publishing_kind(document.publisher, document.text)
    kind = kind_in(document.text, quote.text, quote.start, source.sectors if source else (), source.country if source else None)
    if kind == "other" and is_publisher(quote.text, document.publisher):
        return publishing_kind(document.publisher, document.text)
    return kind


def _day(document: Document) -> tuple[bool, int]:
    published = document.published
    return (published is None, published.date.toordinal() if published else 0)
