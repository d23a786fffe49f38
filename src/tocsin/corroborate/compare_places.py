"""Where two events were: one place, one inside the other, or two places."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from tocsin.corroborate.clues import Clue
from tocsin.corroborate.profile import EventProfile
from tocsin.corroborate.weights import EventWeights, step
from tocsin.corroborate.words import sound_of, weight_of
from tocsin.records import EventRef, PlaceValue
from tocsin.resolve.places.geography import distance_km

POINTS = frozenset({"landmark", "city"})
TOWN_KM = 15.0
"""Points no farther apart are taken for one town."""
NEAREST_AREA_KM = 30.0
"""Radius of an area that the gazetteer gives none for."""


def place_clue(one: EventProfile, other: EventProfile, weights: EventWeights) -> Clue | None:
    """The evidence of the two places; ``None`` where one of them is not told."""
    a, b = one.place, other.place
    if a is None or b is None:
        return _by_names(one.place_words, other.place_words, weights)
    if a.country and b.country and a.country != b.country:
        if like := _like(one.place_words, other.place_words):
            return "place", weights.other_country_like_name, lambda: f"{a.name} and {b.name} are in two countries, but both name {like[0]}"
        return "place", weights.other_country, lambda: f"{a.name} and {b.name} are in two countries"
    if "region" in {a.kind, b.kind}:
        return _regions(a, b, weights)
    return _in_one_country(a, b, one.place_words & other.place_words, weights)


def told_apart(one: Sequence[EventProfile], other: Sequence[EventProfile]) -> frozenset[tuple[EventRef, EventRef]]:
    """The pairs of events in two towns of which one report tells as two what it says of each: *5,000 marched in Mombasa, 3,000 in Likoni*.

    A report that has an act of that type and manner in the other event's town means by this event another one. (Of that type alone, the recall of
    incidents fell from 81.9 to 80.3 on the bundles' development half.)
    """
    placed = [[event for event in events if event.place and event.place.kind in POINTS] for events in (one, other)]
    if not placed[0] or not placed[1] or max(map(len, placed)) == 1:
        return frozenset()
    pairs = [(a, b) for a in placed[0] for b in placed[1] if a.type == b.type and (a.modes & b.modes or not (a.modes or b.modes))]
    near = {(a.ref, b.ref): _in_one_town(a.place, b.place) for a, b in pairs if a.place and b.place}
    mates = {ref for pair, together in near.items() if together for ref in pair}
    return frozenset(pair for pair, together in near.items() if not together and (pair[0] in mates or pair[1] in mates))


def _in_one_town(one: PlaceValue, other: PlaceValue) -> bool:
    apart = km_between(one, other)
    return (one.geonameid is not None and one.geonameid == other.geonameid) or apart is None or apart <= TOWN_KM


def _in_one_country(a: PlaceValue, b: PlaceValue, common: Collection[str], weights: EventWeights) -> Clue | None:
    if a.geonameid is not None and a.geonameid == b.geonameid:
        return _same(a, weights)
    if {a.kind, b.kind} <= POINTS:
        return _points(a, b, common, weights)
    if "country" in {a.kind, b.kind}:
        return "place", weights.same_country, lambda: f"both in {a.country}"
    return _area(a, b, weights)


def _regions(a: PlaceValue, b: PlaceValue, weights: EventWeights) -> Clue | None:
    """A region (*Kivu*, *the Sahel*) and another place: how far it reaches is not known, so that only its name and its country tell."""
    if a.kind == b.kind and a.name == b.name:
        return _same(a, weights)
    if a.country and a.country == b.country:
        return "place", weights.same_country, lambda: f"both in {a.country}"
    return None


def _like(one: Collection[str], other: Collection[str]) -> list[str]:
    """Rare words of two places' names that sound alike: one place may have been taken for another of its name in another country."""
    sounds = {sound_of(word) for word in other}
    return sorted(word for word in one if weight_of(word) > 1 and sound_of(word) in sounds)


def _by_names(one: Collection[str], other: Collection[str], weights: EventWeights) -> Clue | None:
    """The words that name the places, where the gazetteer lacks one of these: by their sound, as other names are compared."""
    sounds = {sound_of(word) for word in other}
    common = [word for word in one if sound_of(word) in sounds]
    if common or not one or not other:
        return _named(common, weights)
    first, second = (" ".join(sorted(words)) for words in (one, other))
    return "place", weights.other_place_name, lambda: f"{first} and {second} are two names"


def _named(common: Collection[str], weights: EventWeights) -> Clue | None:
    return ("place", weights.same_place_name, lambda: f"both name {', '.join(sorted(common))}") if common else None


def _same(place: PlaceValue, weights: EventWeights) -> Clue:
    region = weights.same_division if place.country else weights.same_country
    by_kind = {"country": weights.same_country, "region": region, **dict.fromkeys(("division", "district"), weights.same_division)}
    return "place", by_kind.get(place.kind, weights.same_town), lambda: f"both in {place.name}"


def _points(one: PlaceValue, other: PlaceValue, common: Collection[str], weights: EventWeights) -> Clue | None:
    apart = km_between(one, other)
    if apart is None:
        return _named(common, weights)
    return "place", step(weights.town_km, apart), lambda: f"{one.name} and {other.name} are {apart:.0f} km apart"


def _area(one: PlaceValue, other: PlaceValue, weights: EventWeights) -> Clue | None:
    """A town and a division, or two divisions."""
    apart = km_between(one, other)
    if apart is None:
        return None
    reach = max(place.radius_km or NEAREST_AREA_KM for place in (one, other))
    if apart <= reach:
        return "place", weights.inside, lambda: f"{one.name} and {other.name} may be one inside the other"
    return "place", weights.outside, lambda: f"{one.name} and {other.name} are {apart:.0f} km apart"


def km_between(one: PlaceValue, other: PlaceValue) -> float | None:
    """The distance of two places in kilometres; ``None`` where one has no point."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return _km(one.latitude, one.longitude, other.latitude, other.longitude)


@lru_cache(maxsize=50_000)
def _km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Kept, since reports tell of the same few towns over and over: to look a distance up takes a tenth of the time of its sines."""
    return distance_km((latitude, longitude), (other_latitude, other_longitude))
