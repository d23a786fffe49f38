"""Keys under which reports meet that may have something to do with each other: two reports are compared only where they share one.

A report has keys for its print (copies), for pairs of its weightiest words within a week and triples within two months, and for each event:
its type with its cell on the map, or with a name in it, within a week. It is *kept* under the keys of its own days, and *asks* under those
of the days around too. A key is a number of 63 bits, so that a database can hold it. Keys depend on nothing but the report itself.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations

from tocsin.corroborate.details import telling
from tocsin.corroborate.profile import EventProfile, ReportProfile
from tocsin.corroborate.words import NAMING, sound_of, weight_of
from tocsin.records import PlaceValue

EVENTS, FOREMOST = 8, 3
"""Events of a report that have keys, the most prominent first: a page that lists fifty attacks would meet everybody. The foremost meet any
other act in their cells too.
"""

PAIR_DAYS, TRIPLE_DAYS, EVENT_DAYS = 4, 32, 4
"""Days of a window. Reports meet whose windows are one or neighbours: for certain up to this many days apart, never at twice as many."""

FIGURES = 6
"""Largest figures of a report by pairs of which reports are found."""

UNDATED_DAYS = 7
"""An act that the report does not date was in the week before it."""

CELL = 0.5
"""Degrees of a cell: events meet whose cells are one or neighbours."""

_COLUMNS = round(360 / CELL)

_TRIPLES = 6
"""Of how many of the weightiest words triples are made; pairs are made of all of a report's leading words."""

_NAMES = 4
"""Names of an event that have keys."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Under which keys a report is kept, and under which it asks for others; each kept key is also asked for."""

    kept: frozenset[int]
    asked: frozenset[int]


def keys_of(report: ReportProfile) -> Keys:
    """All keys of a report."""
    bands = report.print.bands
    kept, asked = (frozenset({*bands, *(_number(key) for key in _named_keys(report, around))}) for around in (0, 1))
    return Keys(kept, asked)


class Index:
    """Which reports are kept under a key, in memory."""

    def __init__(self) -> None:
        self._reports: dict[int, set[str]] = defaultdict(set)

    def add(self, report: str, keys: Keys) -> None:
        """Keep a report under its keys."""
        for key in keys.kept:
            self._reports[key].add(report)

    def remove(self, report: str, keys: Keys) -> None:
        """Take it away again."""
        for key in keys.kept:
            self._reports[key].discard(report)
            if not self._reports[key]:
                del self._reports[key]

    def meet(self, keys: Keys) -> set[str]:
        """The reports that are kept under any of the keys that are asked for."""
        found: set[str] = set()
        for key in keys.asked:
            found |= self._reports.get(key, set())
        return found


def _named_keys(report: ReportProfile, around: int) -> Iterator[tuple[object, ...]]:
    day = report.published
    for size, words, days in ((2, report.leading, PAIR_DAYS), (3, report.leading[:_TRIPLES], TRIPLE_DAYS)):
        windows = list(_windows(day, day, days, around))
        for chosen in combinations(sorted(words), size):
            yield from ((*chosen, window) for window in windows)
    for figures in combinations(sorted(_telling(report.figures)), 2):
        yield from ((*figures, window) for window in _windows(day, day, PAIR_DAYS, around))
    for place, event in enumerate(report.events[:EVENTS]):
        yield from _event_keys(event, around, foremost=place < FOREMOST)


def _telling(figures: Collection[int]) -> list[int]:
    return sorted(figure for figure in figures if telling(figure) == 1)[-FIGURES:]


def _event_keys(event: EventProfile, around: int, *, foremost: bool) -> Iterator[tuple[object, ...]]:
    if event.mood in {"conditional", "denied"}:
        return
    first, last = _span(event)
    if first is None and (event.published is not None or event.historical):
        return
    cells = _cells(event.place, around)
    for window in _windows(first, last, EVENT_DAYS, around):
        yield from ((event.type, mark, window) for mark in (*cells, *_names(event)))
        if foremost:
            yield from (("any", cell, window) for cell in cells)


def _span(event: EventProfile) -> tuple[int | None, int | None]:
    if event.first is not None:
        return event.first, event.last
    if event.published is None or event.historical or event.mood == "planned":
        return None, None
    return event.published - UNDATED_DAYS, event.published


def _windows(first: int | None, last: int | None, days: int, around: int) -> Iterable[int | None]:
    """The windows that a span touches, and ``around`` more on both sides; the one window of what has no date."""
    if first is None or last is None:
        return [None]
    return range(first // days - around, last // days + 1 + around)


def _cells(place: PlaceValue | None, around: int) -> list[str]:
    """The cell of a point, and ``around`` more on every side."""
    if place is None or place.latitude is None or place.longitude is None or place.kind in {"country", "region"}:
        return []
    row, column = math.floor(place.latitude / CELL), math.floor(place.longitude / CELL)
    steps = range(-around, around + 1)
    return [f"{row + north},{(column + east) % _COLUMNS}" for north in steps for east in steps]


def _names(event: EventProfile) -> list[str]:
    words = [word for party in (*event.actors, *event.recipients) for word in party.words]
    words += sorted(event.place_words)
    return list(dict.fromkeys(sound_of(word) for word in words if weight_of(word) > NAMING))[:_NAMES]


def _number(key: tuple[object, ...]) -> int:
    return int.from_bytes(blake2b(repr(key).encode(), digest_size=8).digest(), "big") >> 1
