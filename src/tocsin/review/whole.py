"""The place and time of a whole act, where they follow from places and times that a person changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from tocsin.review.fields import Coded, read
from tocsin.review.values import Json


def followed(event: Coded, said: Mapping[str, Json]) -> dict[str, Json]:
    """New values of ``where`` and ``when`` for an event whose ``place`` or ``time`` a person made another.

    ``where`` becomes the most precise of the places, ``when`` the shortest of the times; nothing where none of them has a value. One
    that a person set stays.
    """
    rules: tuple[tuple[str, str, Callable[[Json], float]], ...] = (("place", "where", _precision), ("time", "when", _length))
    found: dict[str, Json] = {}
    for field, whole, rank in rules:
        if field in said and whole not in said and _values(said[field]) != _values(read(event, field)):
            known = [item for item in said[field] if item.get("value")]
            found[whole] = min(known, key=lambda item: rank(item["value"]), default=None)  # used at once
    return found


def _values(items: Sequence[Json]) -> list[Json]:
    return [(item["start"], item["end"], item.get("value")) for item in items]


def _precision(place: Json) -> float:
    return float(place["where_prec"])


def _length(time: Json) -> float:
    if time["first"] is None:
        return float("inf")
    return float((dt.date.fromisoformat(time["last"]) - dt.date.fromisoformat(time["first"])).days)
