"""Keys under which reports meet that may have something to do with each other: two reports are compared only where they share one.

A report has keys for its print (copies), for pairs of its weightiest words within eight days and triples within two months, and for each
event: its type with its cell on the map, or with a name in it, in windows of eight days. A key is a number of 63 bits, so that a database
can hold it. The keys of a report depend on nothing but itself.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import combinations

from tocsin.corroborate.profile import NAMING, EventProfile, ReportProfile
from tocsin.corroborate.words import weight_of
from tocsin.records import PlaceValue

EVENTS = 12
"""Events of a report that have keys, the most prominent first; a page that lists fifty attacks would meet everybody."""

PAIR_DAYS, TRIPLE_DAYS, EVENT_DAYS = 8, 64, 8
"""Days within which reports of the same two words, of the same three, or of events alike meet. They meet for certain within half of it."""

UNDATED_DAYS = 7
"""An act that the report does not date was in the week before it."""

CELL = 1.0
"""Degrees of a cell. A point meets those of the next cell that are within a quarter of it."""

_TRIPLES = 5
"""Of how many of the weightiest words triples are made; pairs of all of them."""

_NAMES = 4
"""Names of an event that have keys."""


def keys_of(report: ReportProfile) -> frozenset[int]:
    """All keys of a report."""
    return frozenset({*report.print.bands, *(_number(key) for key in _named_keys(report))})


class Index:
    """Which reports have a key: kept in memory. A report is found by others' keys from the moment it is added."""

    def __init__(self) -> None:
        self._reports: dict[int, set[str]] = defaultdict(set)

    def add(self, report: str, keys: Iterable[int]) -> None:
        """Put a report under its keys."""
        for key in keys:
            self._reports[key].add(report)

    def remove(self, report: str, keys: Iterable[int]) -> None:
        """Take it away again."""
        for key in keys:
            self._reports[key].discard(report)
            if not self._reports[key]:
                del self._reports[key]

    def meet(self, keys: Iterable[int]) -> set[str]:
        """The reports that have any of these keys."""
        found: set[str] = set()
        for key in keys:
            found |= self._reports.get(key, set())
        return found


def _named_keys(report: ReportProfile) -> Iterator[tuple[object, ...]]:
    day = report.published
    for pair in combinations(sorted(report.names), 2):
        yield from (("pair", *pair, window) for window in _windows(day, day, PAIR_DAYS))
    for triple in combinations(sorted(report.names[:_TRIPLES]), 3):
        yield from (("triple", *triple, window) for window in _windows(day, day, TRIPLE_DAYS))
    for event in report.events[:EVENTS]:
        yield from _event_keys(event)


def _event_keys(event: EventProfile) -> Iterator[tuple[object, ...]]:
    if event.mood in {"conditional", "denied"}:
        return
    first, last = _span(event)
    if first is None and (event.published is not None or event.historical):
        return
    marks = [*_cells(event.place), *_names(event)]
    for window in _windows(first, last, EVENT_DAYS):
        yield from (("event", event.type, mark, window) for mark in marks)


def _span(event: EventProfile) -> tuple[int | None, int | None]:
    if event.first is not None:
        return event.first, event.last
    if event.published is None or event.historical or event.mood == "planned":
        return None, None
    return event.published - UNDATED_DAYS, event.published


def _windows(first: int | None, last: int | None, days: int) -> Iterator[int | None]:
    """Overlapping windows that a span touches; the one window of what has no date."""
    if first is None or last is None:
        yield None
        return
    half = days // 2
    yield from range(first // half - 1, last // half + 1)


def _cells(place: PlaceValue | None) -> list[str]:
    if place is None or place.latitude is None or place.longitude is None or place.kind in {"country", "region"}:
        return []
    rows, columns = _near(place.latitude), _near(place.longitude)
    return [f"{row},{column}" for row in rows for column in columns]


def _near(degrees: float) -> list[int]:
    at = degrees / CELL
    return sorted({math.floor(at - 0.25), math.floor(at), math.floor(at + 0.25)})


def _names(event: EventProfile) -> list[str]:
    words = [word for party in (*event.actors, *event.recipients) for word in party.words]
    words += sorted(event.place_words)
    return list(dict.fromkeys(word for word in words if weight_of(word) > NAMING))[:_NAMES]


def _number(key: tuple[object, ...]) -> int:
    return int.from_bytes(blake2b(repr(key).encode(), digest_size=8).digest(), "big") >> 1
