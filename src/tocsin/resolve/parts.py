"""An act that is a part of another: around fifty arrests in one town, of several dozen in the country (codebook, section 3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tocsin.records import Claim, CountValue, Mention, PlaceValue

_TOWN = frozenset({"landmark", "city"})
_AREA = frozenset({"division", "country", "region"})


@dataclass(slots=True)
class _Told:
    """What one mention says of how many and where."""

    counts: dict[str, CountValue] = field(default_factory=dict)
    towns: set[str | None] = field(default_factory=set)
    areas: set[str | None] = field(default_factory=set)


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
            one.counts.setdefault(value.kind, value)
        elif claim.field in {"place", "where"} and isinstance(value, PlaceValue):
            (one.towns if value.kind in _TOWN else one.areas if value.kind in _AREA else set()).add(value.country)
    return found


def _is_part(part: _Told | None, whole: _Told | None) -> bool:
    if part is None or whole is None or not part.towns or whole.towns or not part.towns & whole.areas:
        return False
    return any(_smaller(part.counts[kind], whole.counts[kind]) for kind in part.counts.keys() & whole.counts.keys())


def _smaller(part: CountValue, whole: CountValue) -> bool:
    """Whether a range can be a number within another, and is not that number itself."""
    return (part.low, part.high) != (whole.low, whole.high) and (whole.high is None or part.low < whole.high)
