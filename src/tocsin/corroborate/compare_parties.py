"""Who took part: the actors, or the recipients, of two events."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.corroborate.profile import Party
from tocsin.corroborate.weights import EventWeights
from tocsin.records import Reason
from tocsin.resolve.spellings import same_name

COMPARED = 4
"""Parties of one side that are compared: a list of names is told by its first."""


def party_reason(role: str, one: Sequence[Party], other: Sequence[Party], weights: EventWeights) -> Reason | None:
    """The best evidence of any pair of parties; ``None`` where a side names nobody or nothing can be told."""
    found = [_pair(role, a, b, weights) for a in one[:COMPARED] for b in other[:COMPARED]]
    return max((reason for reason in found if reason), key=lambda reason: (reason.weight, reason.says), default=None)


def _pair(role: str, one: Party, other: Party, weights: EventWeights) -> Reason | None:
    says = one.name if one.name == other.name else f"{one.name} and {other.name}"
    if one.words and other.words:
        if same_name(one.name, other.name):
            return Reason(role, f"same {role}: {says}", weights.same_name)
        if not _kin(one, other):
            return Reason(role, f"other {role}: {says}", weights.other_name)
    if one.country and other.country and one.country != other.country:
        return Reason(role, f"{role}s of two countries: {says}", weights.other_nation)
    if not one.sectors or not other.sectors:
        return None
    if one.sectors & other.sectors:
        return Reason(role, f"like {role}: {says}", weights.same_role)
    return Reason(role, f"unlike {role}: {says}", weights.other_role)


def _kin(one: Party, other: Party) -> bool:
    """Whether one name may stand in the other: *Almaty police*, *the Almaty Police Department*; *Kazakh ministers* and *Kazakhstan* may too."""
    return bool(set(one.words) & set(other.words)) or any(a.startswith(b[:5]) for a in one.words for b in other.words if len(b) > 4)
