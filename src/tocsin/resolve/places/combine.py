"""From the places of one act to the one place of the whole act: the smallest area that holds them all."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.records import PlaceKind, PlaceValue
from tocsin.resolve.places.gazetteer import Gazetteer, Place
from tocsin.resolve.places.geography import distance_km
from tocsin.resolve.places.precision import INTERNATIONAL, NEAR, is_part_of_country, place_value

_SIZES: tuple[PlaceKind, ...] = ("landmark", "city", "district", "division", "region", "country")


def combine_places(values: Iterable[PlaceValue | None], gazetteer: Gazetteer | None = None) -> PlaceValue | None:
    """The place of an act from the places that its mention names, in their order.

    Wider places that hold a more precise one agree with it, and the most precise is the answer: a part of a country (*western Niger*) holds
    what lies on its side of the country's middle, and what is only near a town (*north of the capital*) tells where another point lies.
    Different places give the smallest area that holds all: with a ``gazetteer`` a district or a division, else a country; across countries
    a region without one (``where_prec`` 7). A country given by its code alone is looked up. ``None`` where nothing was resolved.
    """
    known = [v for v in values if v is not None]
    finest: list[PlaceValue] = []
    for value in sorted(known, key=_width):
        if not any(_holds(value, other, gazetteer) for other in finest):
            finest.append(value)
    if not finest:
        return None
    if len(finest) > 1 or (finest[0].kind == "country" and finest[0].geonameid is None):
        return _around(finest, gazetteer)
    return finest[0]


def _width(value: PlaceValue) -> tuple[int, bool]:
    return len(_SIZES) if value.country is None else _SIZES.index(value.kind), value.where_prec == NEAR


def _entry(value: PlaceValue, gazetteer: Gazetteer | None) -> Place | None:
    return gazetteer.place(value.geonameid) if gazetteer and value.geonameid else None


def _holds(wide: PlaceValue, small: PlaceValue, gazetteer: Gazetteer | None) -> bool:
    """Whether ``wide`` is the same place as ``small`` or an area around it."""
    if wide.geonameid is not None and wide.geonameid == small.geonameid:
        return True
    if wide.country and small.country and wide.country != small.country:
        return False
    area = _entry(wide, gazetteer)
    if "country" in {wide.kind, area.kind if area else None}:  # a country, or its border
        return wide.country == small.country
    if small.where_prec == 1 and wide.where_prec == NEAR and wide.country == small.country:
        return True
    if is_part_of_country(wide):
        whole = gazetteer.by_code(wide.country) if gazetteer and wide.country else None
        return _reaches(wide, small) or (whole is not None and _on_its_side(whole, wide, small))
    codes = _same_area(wide, area, _entry(small, gazetteer))
    return _reaches(wide, small) if codes is None else codes


def _on_its_side(whole: Place, part: PlaceValue, small: PlaceValue) -> bool:
    """Whether a place lies on the side of its country that a part of it is: Tillaberi is 400 km from the middle of *western Niger*, and in it."""
    if part.latitude is None or part.longitude is None or small.latitude is None or small.longitude is None:
        return False
    up, across = part.latitude - whole.latitude, part.longitude - whole.longitude
    return up * (small.latitude - whole.latitude) + across * (small.longitude - whole.longitude) > 0


def _same_area(wide: PlaceValue, area: Place | None, place: Place | None) -> bool | None:
    """Whether the division ``area`` holds ``place`` by their codes; ``None`` where codes do not tell."""
    if area and place and wide.kind == "district" and area.admin2 and place.admin2:
        return area.admin2 == place.admin2
    if area and place and wide.kind == "division":
        return area.admin1 == place.admin1
    return None


def _reaches(wide: PlaceValue, small: PlaceValue) -> bool:
    """Whether the smaller place lies within the wider one's radius."""
    if wide.latitude is None or wide.longitude is None or small.latitude is None or small.longitude is None:
        return wide.name == small.name
    return distance_km((wide.latitude, wide.longitude), (small.latitude, small.longitude)) <= (wide.radius_km or 0.0)


def _around(values: list[PlaceValue], gazetteer: Gazetteer | None) -> PlaceValue:
    """The smallest district, division or country that all lie in."""
    countries = {v.country for v in values}
    if len(countries) > 1 or None in countries:
        names = " and ".join(dict.fromkeys(v.name for v in values))
        return PlaceValue(names, "region", None, where_prec=INTERNATIONAL[0], geo_precision=INTERNATIONAL[1])
    country = countries.pop()
    entries = [_entry(v, gazetteer) for v in values]
    for level in ("admin2", "admin1"):
        codes = {getattr(e, level) if e else None for e in entries}
        code = codes.pop() if len(codes) == 1 else None
        area = gazetteer.by_code(code) if gazetteer and code else None
        if area:
            return place_value(area)
    whole = gazetteer.by_code(country) if gazetteer and country else None
    return place_value(whole) if whole else PlaceValue(country or "", "country", country, where_prec=6, geo_precision=3)
