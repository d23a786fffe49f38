"""Distances on the globe, and the middle and reach of a scatter of points. Degrees in, kilometres out."""

from __future__ import annotations

import math
from collections.abc import Sequence

EARTH_KM = 6371.0088


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two (latitude, longitude) points."""
    la, lo, lb, mo = map(math.radians, (*a, *b))
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((mo - lo) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, h)))


def middle(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the box that holds the inner 98 of 100 points.

    Of boxes, means and population-weighted means of a state's towns, the box comes nearest to the middle of the state's land: towns crowd
    in one corner, and a mean goes with them. Longitudes are measured from the first point, so that an area across the date line holds.
    """
    latitudes = sorted(p[0] for p in points)
    first = points[0][1]
    turns = sorted((p[1] - first + 180) % 360 - 180 for p in points)
    cut = len(points) // 100
    longitude = first + (turns[cut] + turns[-1 - cut]) / 2
    return (latitudes[cut] + latitudes[-1 - cut]) / 2, (longitude + 180) % 360 - 180


def reach_km(centre: tuple[float, float], points: Sequence[tuple[float, float]]) -> float:
    """The distance from ``centre`` within which 95 of 100 points lie."""
    distances = sorted(distance_km(centre, p) for p in points)
    return distances[(len(distances) * 95 - 1) // 100]
