"""A stand-in for the gazetteer of the desk's place search: three towns, two of them of one name."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.records import PlaceValue
from tocsin.web.state import FoundPlace

FALLS_KENYA = PlaceValue("Upper Falls", "city", "KEN", 9001, 0.51, 35.27, 5.0, 1, 1)
FALLS_UGANDA = PlaceValue("Upper Falls", "city", "UGA", 9002, 1.42, 31.09, 4.0, 1, 1)
UPPER_VALLEY = PlaceValue("Upper Valley", "division", "TZA", 9003, -6.2, 35.75, 140.0, 4, 2)
FOUND = (
    FoundPlace(FALLS_KENYA, "Rift", 41_000),
    FoundPlace(FALLS_UGANDA, "Lakes", 900),
    FoundPlace(UPPER_VALLEY, None, 230_000),
)


def find(name: str, country: str | None, limit: int) -> Sequence[FoundPlace]:
    """The towns whose names begin so, in their order."""
    wanted = name.casefold()
    fitting = [found for found in FOUND if found.value.name.casefold().startswith(wanted) and country in {None, found.value.country}]
    return fitting[:limit]
