"""Acts that a reader took for one, in towns too far apart to be one: arrests in Mombasa and arrests in Kisumu.

Of 640 annotated ties between mentions of one act, in texts where numbers are told for both, three name towns so far apart and would be cut. Of the
ties that the reader gave in 246 texts that it had not learned from, one was, rightly; about one in four of them is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from tocsin.records import Claim, Mention, PlaceValue
from tocsin.resolve.places.geography import distance_km

FAR_KM = 60.0
"""Towns farther apart than this are two places; the comparison of reports draws the line there too."""

TOWNS = frozenset({"landmark", "city"})
"""Kinds of place that are a point on the map: a town, or a site in one."""

Points: TypeAlias = tuple[tuple[float, float], ...]
"""Latitudes and longitudes."""


def told_apart(mentions: Sequence[Mention], claims: Sequence[Claim]) -> tuple[Mention, ...]:
    """The mentions without the ties (``same_as``) of those whose own sentences name towns that are far from each other.

    Such a mention is tied to the first mention of its act that names a town near its own, if there is one. Mentions that name no town stay
    where they are.
    """
    points = _points(claims)
    heads: dict[str, list[Mention]] = {}
    kept = []
    for mention in mentions:
        if mention.same_as is None:
            heads[mention.id] = [mention]
            kept.append(mention)
            continue
        near = next((head for head in heads.get(mention.same_as, ()) if _near(points.get(head.id, ()), points.get(mention.id, ()))), None)
        if near is None and mention.same_as in heads:
            heads[mention.same_as].append(mention)
        if near is not None:
            # An act is where the first of its mentions that names a town has it.
            points[near.id] = points.get(near.id) or points.get(mention.id, ())
        tie = mention.same_as if mention.same_as not in heads else near.id if near else None
        kept.append(replace(mention, same_as=tie))
    return tuple(kept)


def _points(claims: Sequence[Claim]) -> dict[str, Points]:
    """Where the towns are that each mention's own words name."""
    found: dict[str, Points] = {}
    for claim in claims:
        place = claim.value
        if claim.field != "place" or not isinstance(place, PlaceValue) or place.kind not in TOWNS:
            continue
        if place.latitude is not None and place.longitude is not None:
            found[claim.mention] = (*found.get(claim.mention, ()), (place.latitude, place.longitude))
    return found


def _near(one: Points, other: Points) -> bool:
    """Whether two mentions can be in one place; one that names no town can."""
    return not one or not other or min(distance_km(a, b) for a in one for b in other) <= FAR_KM
