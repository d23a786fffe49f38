"""What quotes are resolved to: who, where, when, how many."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

DatePrecision: TypeAlias = Literal["day", "week", "month", "year", "longer", "unknown"]

DateMethod: TypeAlias = Literal["stated", "relative", "none"]

PlaceKind: TypeAlias = Literal["landmark", "city", "district", "division", "country", "region"]
"""From small to large: a building or park, a populated place, a second-level and a first-level division, a country, a larger region or
a sea."""


@dataclass(frozen=True, slots=True)
class EntityValue:
    """Who: an ISO 3166-1 alpha-3 code (``XKX`` Kosovo) or one of ``IGO UNO EUR NGO ISM IMG MNC``, sectors, and one identity for all
    spellings in the document.

    ``identity`` is the same for every reference to one entity within a document (``n1``, ``n2`` …); ``name`` is its fullest spelling.
    ``private`` marks a person who holds no public role: such names leave in no public export.
    """

    name: str
    identity: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """Where: a gazetteer entry with its precision. ``latitude``/``longitude`` are WGS 84 degrees; ``radius_km`` is how far the act may
    be from that point.

    ``geonameid`` is ``None`` for a place that the gazetteer lacks but whose country is known. ``where_prec`` is UCDP's 1 (exact) to 7
    (international); ``geo_precision`` is ACLED's 1 to 3.
    """

    name: str
    kind: PlaceKind
    country: str | None
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    where_prec: int = 7
    geo_precision: int = 3


@dataclass(frozen=True, slots=True)
class TimeValue:
    """When: a closed interval of dates. Both ends are ``None`` exactly when ``precision`` is ``unknown``."""

    first: dt.date | None
    last: dt.date | None
    precision: DatePrecision
    method: DateMethod


@dataclass(frozen=True, slots=True)
class CountValue:
    """How many: the inclusive range ``[low, high]``, open above where ``high`` is ``None``, and the best figure.

    ``kind`` is the codebook's ``of``; ``unit`` is the unit of a length of custody or of money (``days``, ``months``, ``USD``).
    """

    kind: str
    low: int
    high: int | None
    best: int | None
    unit: str | None = None


Value: TypeAlias = EntityValue | PlaceValue | TimeValue | CountValue

MEASURED = ("days", "money")
"""Kinds of count that measure and count no persons; their values have a unit."""

_LENGTHS: tuple[tuple[int, DatePrecision], ...] = ((1, "day"), (7, "week"), (31, "month"), (366, "year"))


def precision_of(first: dt.date, last: dt.date) -> DatePrecision:
    """The precision of an interval of which only its first and last day are known."""
    days = (last - first).days + 1
    return next((name for most, name in _LENGTHS if days <= most), "longer")
