"""An act that is a part of another: around fifty arrests in one town, of several dozen in the country (codebook, section 3).

In all annotated training texts (real news and the corpus) 320 mentions give a number for an act whose first mention, told before, gives one of
the same kind; 87 of them are parts of it. Were all 320 tied as the same act, the rule would find 18 of the 87 and call one of the 233 a part that is
none. Without the place it would be right two times in three only. The rule is for what the reader takes for the same act; its own parts stay.
In 246 texts that the reader had not learned from it found nothing to change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tocsin.records import Claim, CountValue, Mention, PlaceValue
from tocsin.resolve.acts.apart import TOWNS

_AREAS = frozenset({"division", "country", "region"})
"""Kinds of place that hold towns."""


@dataclass(slots=True)
class _Told:
    """What one mention says of how many, by what is counted, and in which countries its towns and its larger areas are."""

    counts: dict[str, list[CountValue]] = field(default_factory=lambda: defaultdict(list))
    towns: set[str] = field(default_factory=set)
    areas: set[str] = field(default_factory=set)


def with_parts(mentions: Sequence[Mention], claims: Sequence[Claim]) -> tuple[Mention, ...]:
    """The mentions; one that was tied to an act as the same, but gives a smaller number for a town where that one gives the number of the
    country or province around it, is a part of it.
    """
    told = _told(claims)
    return tuple(
        replace(mention, same_as=None, part_of=mention.same_as)
        if mention.same_as and _is_part(told.get(mention.id), told.get(mention.same_as))
        else mention
        for mention in mentions
    )


def _told(claims: Sequence[Claim]) -> Mapping[str, _Told]:
    found: dict[str, _Told] = defaultdict(_Told)
    for claim in claims:
        one, value = found[claim.mention], claim.value
        if claim.field == "count" and isinstance(value, CountValue):
            one.counts[value.kind].append(value)
        elif claim.field in {"place", "where"} and isinstance(value, PlaceValue) and value.country:
            if value.kind in TOWNS:
                one.towns.add(value.country)
            elif value.kind in _AREAS:
                one.areas.add(value.country)
    return found


def _is_part(part: _Told | None, whole: _Told | None) -> bool:
    if part is None or whole is None or whole.towns or not part.towns & whole.areas:
        return False
    return any(_smaller(part.counts[kind], whole.counts[kind]) for kind in part.counts.keys() & whole.counts.keys())


def _smaller(part: Sequence[CountValue], whole: Sequence[CountValue]) -> bool:
    """Whether one number lies within another, the first that is told, and is not that number said again (*at least 23* after *23*).

    A mention that gives several figures of a kind breaks the whole number down; of five such, one was a part.
    """
    one, all_of_it = part[0], whole[0]
    most = all_of_it.low if all_of_it.high is None else all_of_it.high
    return len(part) == 1 and one.best != all_of_it.best and (one.low if one.high is None else one.high) <= most
