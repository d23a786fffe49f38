"""From a gazetteer entry to a :class:`PlaceValue`: UCDP's and ACLED's precision codes and the radius.

====================================  ===========  =============  ======================================
what the words say                     where_prec   geo_precision  radius
====================================  ===========  =============  ======================================
a site in a town, a town               1            1              the town's
near, around, outside a town           2            2              25 km more
a second-level division                3            2              the division's
a first-level division                 4            3              the division's
a part of a country, a region in one   5            3              the region's
a country                              6            3              the country's
several countries, a sea               7            3              the area's
====================================  ===========  =============  ======================================
"""

from __future__ import annotations

import math
from dataclasses import replace

from tocsin.codebook import PRECISION
from tocsin.records import PlaceKind, PlaceValue
from tocsin.resolve.places.gazetteer import Place

NEAR_KM = 25.0
"""UCDP's 2 is "within about 25 km of a known point"."""
NEAR = 2
"""UCDP's precision of what is near a known point."""
INTERNATIONAL = (7, 3)
_COMPASS: dict[str, tuple[int, int]] = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1)}


def place_value(place: Place) -> PlaceValue:
    """The value of a place named plainly."""
    codes = INTERNATIONAL if place.kind == "region" and place.country is None else PRECISION[place.kind]
    return PlaceValue(place.name, place.kind, place.country, place.geonameid, place.latitude, place.longitude, place.radius_km, *codes)


def as_kind(value: PlaceValue, kind: PlaceKind, least_km: float) -> PlaceValue:
    """The same point as something else: a site in the town, the district that is named for it."""
    codes = PRECISION[kind]
    radius = max(value.radius_km or 0.0, least_km)
    return replace(value, kind=kind, radius_km=radius, where_prec=codes[0], geo_precision=codes[1])


def near(value: PlaceValue) -> PlaceValue:
    """Somewhere around a town or a site."""
    if value.where_prec != 1:
        return value
    return replace(value, radius_km=(value.radius_km or 0.0) + NEAR_KM, where_prec=NEAR, geo_precision=2)


def is_part_of_country(value: PlaceValue) -> bool:
    """Whether a value is one of :func:`part_of_country`."""
    return value.kind == "region" and value.country is not None and value.geonameid is None


def part_of_country(value: PlaceValue, direction: str) -> PlaceValue:
    """*northern Nicaragua*: a region of the country, its middle moved four tenths of the country's reach that way."""
    name = f"{direction} {value.name}"
    codes = PRECISION["region"]
    if value.latitude is None or value.longitude is None or value.radius_km is None:
        return replace(value, name=name, kind="region", geonameid=None, where_prec=codes[0], geo_precision=codes[1])
    steps = [step for point, step in _COMPASS.items() if point in direction.casefold()]
    up, across = sum(s[0] for s in steps), sum(s[1] for s in steps)
    reach = 0.4 * value.radius_km / 111.2 / (math.hypot(up, across) or 1.0)
    latitude = max(-90.0, min(90.0, value.latitude + up * reach))
    longitude = value.longitude + across * reach / max(0.2, math.cos(math.radians(latitude)))
    longitude = (longitude + 180) % 360 - 180
    return PlaceValue(name, "region", value.country, None, round(latitude, 3), round(longitude, 3), round(0.6 * value.radius_km), *codes)
