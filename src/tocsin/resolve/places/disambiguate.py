"""Which of the places that bear a name is meant: by size, by what stands beside it, and by the other places of the document.

Every name starts with a prior over its candidates (a country before a division before a large city before a village). Then the document's
names vote: the probability that falls on a country, a first-level division and a square of one degree is summed over all names, and each
name's candidates are weighed again by what the *other* names say. Three rounds settle it (two are 1.3 points worse on LGL).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tocsin.resolve.places.gazetteer import Place
from tocsin.resolve.places.gazetteer_sources import ABBREVIATION, ALTERNATE, MAIN

Level = Literal["settlement", "district", "division"]
"""What a generic word beside a name says of it: *the city of*, *X county*, *X province*."""

_COUNTRY_VOTE, _DIVISION_VOTE, _SQUARE_VOTE, _ACTOR_VOTE = 2.6, 4.0, 1.5, 2.0
"""How many powers of ten of population a full vote outweighs. Set by hand near the best of a grid on half of LGL."""
_COUNTRY_SIZE = 8.0
_SHARPNESS = 2.0
_ROUNDS = 3
_RANK_COST = (0.0, 0.5, 1.0, 1.2)
_RIVAL_COST = 1.1
"""Against another name of a place where a place has the name for its own: *Rogersville* is hardly Rogers Park."""
_WITHIN, _ELSEWHERE = 6.0, 3.5
"""For lying in the area that follows the name here (*Paris, Texas*), or that follows it elsewhere in the text."""
_SEAT_SHARE = 0.1
"""Share of a division's people from which on the city that bears its name is meant by it alone: *New York*, but not *Quebec*."""
_LEVELS: dict[Level, frozenset[str]] = {
    "settlement": frozenset({"city"}),
    "district": frozenset({"district"}),
    "division": frozenset({"division"}),
}


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the document with its candidates, the codes of areas that the text puts it in (``USA``, ``US.TX``), and how often; ``written``
    as it stands there. ``elsewhere`` are the areas that the text puts the same name in at another spot.
    """

    key: str
    candidates: tuple[Place, ...]
    within: frozenset[str] = frozenset()
    level: Level | None = None
    times: float = 1.0
    written: str = ""
    elsewhere: frozenset[str] = frozenset()


def settle(names: Sequence[Named], countries: Mapping[str, float] | None = None) -> list[Place | None]:
    """The most likely place of each name, in their order; ``None`` for a name without candidates.

    ``countries`` weighs the countries of the document's actors (any scale).
    """
    priors = [[_prior(name, place) for place in name.candidates] for name in names]
    scores = priors
    actors = _shares(countries or {})
    for _ in range(_ROUNDS):
        votes = _Votes()
        chances = [_chances(row) for row in scores]
        for name, row in zip(names, chances, strict=True):
            votes.add(name, row, 1.0)
        scores = []
        for name, prior, row in zip(names, priors, chances, strict=True):
            votes.add(name, row, -1.0)
            rival = any(c.kind == "country" for c in name.candidates)
            scores.append([p + votes.support(c, rival) + _actor(actors, c) for p, c in zip(prior, name.candidates, strict=True)])
            votes.add(name, row, 1.0)
    return [_best(name, row) for name, row in zip(names, scores, strict=True)]


def within(place: Place, codes: Iterable[str]) -> bool:
    """Whether the place lies in one of the areas."""
    return any(code in {place.country, place.admin1, place.admin2} for code in codes)


def area_codes(places: Iterable[Place]) -> frozenset[str]:
    """The codes of those places that are areas: countries and divisions."""
    found = {p.country if p.kind == "country" else p.admin2 if p.kind == "district" else p.admin1 for p in places if p.kind in _AREAS}
    return frozenset(code for code in found if code)


_AREAS = frozenset({"country", "division", "district"})


def _prior(name: Named, place: Place) -> float:
    """In powers of ten of population. A division that shares its name with a city of note is meant only when the text says so."""
    score = _size(place) - _RANK_COST[place.rank]
    if place.rank == ALTERNATE and any(c.rank == MAIN for c in name.candidates) and not _shortened(name, place):
        score -= _RIVAL_COST
    if name.written == place.name and not name.written.isascii():  # Hrabové is not Hrabove
        score += 0.5
    if place.rank == ABBREVIATION and not name.within:
        score -= 1.0
    if name.level:
        score += 4.0 if place.kind in _LEVELS[name.level] else 0.0
    elif place.kind == "division" and any(_namesake(c, place) for c in name.candidates):
        score -= 2.5
    if within(place, name.within) and not area_codes((place,)) & name.within:
        score += _WITHIN
    elif within(place, name.elsewhere) and not area_codes((place,)) & name.elsewhere:
        score += _ELSEWHERE
    return score


def _shortened(name: Named, place: Place) -> bool:
    """Whether the name is the beginning of the place's own: *Newcastle* upon Tyne, *New York* City."""
    return place.name.casefold().startswith(f"{name.key} ")


def _namesake(city: Place, division: Place) -> bool:
    """Whether a city that makes up much of the division, or the country's capital, bears its name: *New York*, *Kabul*, *Washington*."""
    if city.kind != "city" or city.country != division.country or city.rank > ALTERNATE:
        return False
    if city.capital:
        return True
    return city.admin1 == division.admin1 and city.population >= max(50_000, _SEAT_SHARE * division.population)


def _size(place: Place) -> float:
    if place.kind == "country":
        return _COUNTRY_SIZE
    if place.kind in {"region", "landmark"}:
        return 7.5 if place.id < 0 or place.country is None else 4.5
    if place.kind == "division":
        return max(4.5, 0.3 + math.log10(place.population + 1000))
    if place.kind == "district":
        return 4.0
    return math.log10(place.population + 100) + (1.5 if place.capital else 0.0)


def _chances(scores: Sequence[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    raw = [math.exp(_SHARPNESS * (s - top)) for s in scores]
    total = sum(raw)
    return [r / total for r in raw]


def _best(name: Named, scores: Sequence[float]) -> Place | None:
    if not scores:
        return None
    return name.candidates[max(range(len(scores)), key=scores.__getitem__)]


def _shares(weights: Mapping[str, float]) -> dict[str, float]:
    total = sum(weights.values())
    return {code: weight / total for code, weight in weights.items()} if total > 0 else {}


def _actor(actors: Mapping[str, float], place: Place) -> float:
    return _ACTOR_VOTE * math.sqrt(actors.get(place.country or "", 0.0))


class _Votes:
    """What the names of the document say together."""

    def __init__(self) -> None:
        self._total = 0.0
        self._areas: dict[str | tuple[int, int], float] = defaultdict(float)
        self._inside: dict[str, float] = defaultdict(float)

    def add(self, name: Named, chances: Sequence[float], sign: float) -> None:
        weight = sign * math.sqrt(name.times)
        self._total += weight
        for place, chance in zip(name.candidates, chances, strict=True):
            if chance < 0.01:
                continue
            for area in (place.country, place.admin1):
                if area:
                    self._areas[area] += weight * chance
            if place.kind in {"city", "district", "landmark"}:
                self._areas[_square(place)] += weight * chance
            if place.country and place.kind != "country" and not place.capital:
                self._inside[place.country] += weight * chance

    def support(self, place: Place, rival: bool) -> float:
        """What the document's names say for a place; ``rival`` tells that a country bears its name. For *Georgia* to be the state, places in
        the United States must be named: the country and its capital stand in the news of all the world.
        """
        if self._total < 0.5:
            return 0.0
        countries = self._inside if rival and place.kind != "country" else self._areas
        row, column = _square(place)
        near = sum(self._areas.get((row + r, column + c), 0.0) for r in (-1, 0, 1) for c in (-1, 0, 1))
        return (
            _COUNTRY_VOTE * self._share(countries.get(place.country or "", 0.0))
            + (_DIVISION_VOTE * self._share(self._areas.get(place.admin1 or "", 0.0)))
            + (_SQUARE_VOTE * self._share(near) if place.kind == "city" else 0.0)
        )

    def _share(self, mass: float) -> float:
        return math.sqrt(max(0.0, mass) / self._total)


def _square(place: Place) -> tuple[int, int]:
    return math.floor(place.latitude), math.floor(place.longitude)
