"""Who took part: the actors, or the recipients, of two events."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.corroborate.clues import Clue, best
from tocsin.corroborate.profile import Party
from tocsin.corroborate.weights import EventWeights
from tocsin.resolve.entities.spellings import same_name

COMPARED = 4
"""Parties of one side that are compared: a list of names is told by its first."""


def party_clue(role: str, one: Sequence[Party], other: Sequence[Party], weights: EventWeights) -> Clue | None:
    """The best evidence of any pair of parties; ``None`` where a side names nobody or nothing can be told."""
    if not one or not other:
        return None
    return best([clue for a in one[:COMPARED] for b in other[:COMPARED] if (clue := _pair(role, a, b, weights))])


def _pair(role: str, one: Party, other: Party, weights: EventWeights) -> Clue | None:
    if one.words and other.words:
        if same_name(one.name, other.name):
            return role, weights.same_name, lambda: f"same {role}: {_both(one, other)}"
        if not _kin(one, other):
            return role, weights.other_name, lambda: f"other {role}: {_both(one, other)}"
    if one.country and other.country and one.country != other.country:
        return role, weights.other_nation, lambda: f"{role}s of two countries: {_both(one, other)}"
    if not one.sectors or not other.sectors:
        return None
    if one.sectors & other.sectors:
        return role, weights.same_role, lambda: f"like {role}: {_both(one, other)}"
    return role, weights.other_role, lambda: f"unlike {role}: {_both(one, other)}"


def _both(one: Party, other: Party) -> str:
    return one.name if one.name == other.name else f"{one.name} and {other.name}"


def _kin(one: Party, other: Party) -> bool:
    """Whether one name may stand in the other: *Almaty police*, *the Almaty Police Department*; *Kazakh ministers* and *Kazakhstan* may too."""
    return bool(set(one.words) & set(other.words)) or any(a.startswith(b[:5]) for a in one.words for b in other.words if len(b) > 4)
