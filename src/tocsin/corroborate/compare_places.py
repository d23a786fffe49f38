"""Where two events were: one place, one inside the other, or two places."""

from __future__ import annotations

from tocsin.corroborate.profile import EventProfile
from tocsin.corroborate.weights import EventWeights, step
from tocsin.records import PlaceValue, Reason
from tocsin.resolve.geography import distance_km

POINTS = frozenset({"landmark", "city"})
NEAREST_AREA_KM = 30.0
"""Radius of an area that the gazetteer gives none for."""


def place_reason(one: EventProfile, other: EventProfile, weights: EventWeights) -> Reason | None:
    """The evidence of the two places; ``None`` where one of them is not told."""
    a, b = one.place, other.place
    common = sorted(one.place_words & other.place_words)
    if a is None or b is None:
        return _named(common, weights)
    if "region" in {a.kind, b.kind}:
        return None
    if a.country and b.country and a.country != b.country:
        return Reason("place", f"{a.name} and {b.name} are in two countries", weights.other_country)
    return _in_one_country(a, b, common, weights)


def _in_one_country(a: PlaceValue, b: PlaceValue, common: list[str], weights: EventWeights) -> Reason | None:
    if a.geonameid is not None and a.geonameid == b.geonameid:
        return _same(a, weights)
    if {a.kind, b.kind} <= POINTS:
        return _points(a, b, common, weights)
    if "country" in {a.kind, b.kind}:
        return Reason("place", f"both in {a.country}", weights.same_country)
    return _area(a, b, weights)


def _named(common: list[str], weights: EventWeights) -> Reason | None:
    return Reason("place", f"both name {', '.join(common)}", weights.same_place_name) if common else None


def _same(place: PlaceValue, weights: EventWeights) -> Reason:
    by_kind = {"country": weights.same_country, "division": weights.same_division, "district": weights.same_division}
    return Reason("place", f"both in {place.name}", by_kind.get(place.kind, weights.same_town))


def _points(one: PlaceValue, other: PlaceValue, common: list[str], weights: EventWeights) -> Reason | None:
    apart = km_between(one, other)
    if apart is None:
        return _named(common, weights)
    return Reason("place", f"{one.name} and {other.name} are {apart:.0f} km apart", step(weights.town_km, apart))


def _area(one: PlaceValue, other: PlaceValue, weights: EventWeights) -> Reason | None:
    """A town and a division, or two divisions."""
    apart = km_between(one, other)
    if apart is None:
        return None
    reach = max(place.radius_km or NEAREST_AREA_KM for place in (one, other))
    if apart <= reach:
        return Reason("place", f"{one.name} and {other.name} may be one inside the other", weights.inside)
    return Reason("place", f"{one.name} and {other.name} are {apart:.0f} km apart", weights.outside)


def km_between(one: PlaceValue, other: PlaceValue) -> float | None:
    """The distance of two places in kilometres; ``None`` where one has no point."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return distance_km((one.latitude, one.longitude), (other.latitude, other.longitude))
