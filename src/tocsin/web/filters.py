"""A filter as it stands in an address to a filter as the store takes it."""

from __future__ import annotations

from tocsin.store.incidents.records import IncidentFilter
from tocsin.web.models.queries import IncidentQuery
from tocsin.web.problems import Refused


def filter_of(query: IncidentQuery) -> IncidentFilter:
    """The filter that a query asks for.

    Raises:
        Refused: its box lies outside of the world, or upside down.
    """
    return IncidentFilter(
        types=query.type,
        modes=query.mode,
        countries=query.country,
        actors=query.actor,
        place=query.place,
        first_day=query.first,
        last_day=query.last,
        persons_min=query.persons_min,
        count_kind=query.kind,
        sources_min=query.sources_min,
        standings=query.standing,
        reviewed=query.reviewed,
        text=query.q,
        bbox=_box(query.bbox),
        document=query.document,
    )


def _box(written: str | None) -> tuple[float, float, float, float] | None:
    """A box; one that is a whole world wide or more is the whole world, and one that was moved around it comes back."""
    if written is None:
        return None
    west, south, east, north = (float(part) for part in written.split(","))
    if south > north:
        raise Refused(422, f"The box {written} is upside down: its south is above its north.", "Write it as west,south,east,north.")
    if east - west >= 360.0:
        return -180.0, south, 180.0, north
    return _wrapped(west), south, _wrapped(east), north


def _wrapped(longitude: float) -> float:
    return longitude if -180.0 <= longitude <= 180.0 else (longitude + 180.0) % 360.0 - 180.0
