"""Incidents as the desk shows them: a page of a list, points on a map, bars over time. Counted from columns in memory."""

from __future__ import annotations

import datetime as dt
import threading
from dataclasses import dataclass

import numpy as np
from sqlalchemy import select

from tocsin.errors import InputError
from tocsin.store.connect import reading, translated
from tocsin.store.incidents import cursor
from tocsin.store.incidents.charts import Printed, printed
from tocsin.store.incidents.columns import Numbers, Positions, Snapshot, load, refreshed
from tocsin.store.incidents.detail import detail
from tocsin.store.incidents.map import MapView, map_view
from tocsin.store.incidents.masks import matching, told_by
from tocsin.store.incidents.records import IncidentDetail, IncidentFilter, IncidentPage, IncidentRow
from tocsin.store.incidents.rows import incident_of
from tocsin.store.incidents.steps import Step, counted, starts_of
from tocsin.store.incidents.tables import incidents
from tocsin.store.store import Store

_ORDERS: dict[str, tuple[str, int]] = {
    "first_day": ("first_day", 1),
    "-first_day": ("first_day", -1),
    "published": ("last_published", 1),
    "-published": ("last_published", -1),
    "articles": ("articles", 1),
    "-articles": ("articles", -1),
    "sources": ("sources", 1),
    "-sources": ("sources", -1),
    "changed": ("changed_at", -1),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """Incidents that began in one step of time, which begins with ``start``."""

    start: dt.date
    n: int
    by_type: dict[str, int]


@dataclass(frozen=True, slots=True)
class TimeView:
    """Incidents over time: steps without any are left out. ``undated`` counts those whose day is unknown."""

    step: Step
    first: dt.date | None
    last: dt.date | None
    bars: tuple[Bar, ...]
    undated: int


class IncidentViews:
    """Views of a database's incidents, as they are at each call; safe to use from several threads.

    The first call loads all incidents (about two seconds for 100,000); later ones look for what has changed.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """The incidents as they are now.

        Raises:
            StoreError: the database cannot be read.
        """
        with self._lock, translated(self._store.name), reading(self._store.engine) as connection:
            before = self._snapshot
            self._snapshot = load(connection, 1) if before is None else refreshed(connection, before)
            return self._snapshot

    def matching(self, snapshot: Snapshot, wanted: IncidentFilter) -> Positions:
        """The rows of a snapshot that are wanted."""
        key = ("matching", wanted)
        found: Positions | None = snapshot.kept.get(key)
        if found is None:
            found = snapshot.kept.put(key, matching(snapshot, wanted, self._told(wanted.document)))
        return found

    def page(
        self, snapshot: Snapshot, wanted: IncidentFilter, sort: str = "-first_day", after: str | None = None, limit: int = 50
    ) -> IncidentPage:
        """The next ``limit`` incidents behind ``after``, which is what the page before gave.

        Raises:
            InputError: there is no such order, or ``after`` is not what a page of this order gave.
            StoreError: the database cannot be read.
        """
        if sort not in _ORDERS:
            raise InputError(f"incidents cannot be ordered by {sort!r}; choose one of {', '.join(_ORDERS)}")
        found = self.matching(snapshot, wanted)
        name, sign = _ORDERS[sort]
        keys = np.nan_to_num(sign * snapshot.numbers[name][found], nan=np.inf, posinf=np.inf, neginf=-np.inf)
        chosen, more = _next(snapshot, found, keys, cursor.read(after, sort, _key) if after is not None else None, limit)
        rows = self._rows([snapshot.ids[position] for position in chosen])
        return IncidentPage(rows, len(found), _behind(snapshot, sort, chosen[-1]) if more and chosen else None)

    def detail(self, name: str) -> IncidentDetail | None:
        """An incident with all that is stored about it, by its id or one that it had; ``None`` where none ever had it."""
        with translated(self._store.name), reading(self._store.engine) as connection:
            return detail(connection, name)

    def printed(self, snapshot: Snapshot) -> Printed:
        """Who printed each incident; read once for a snapshot."""
        found: Printed | None = snapshot.kept.get("printed")
        if found is None:
            with translated(self._store.name), reading(self._store.engine) as connection:
                found = snapshot.kept.put("printed", printed(connection, snapshot))
        return found

    def _told(self, document: str | None) -> frozenset[str] | None:
        if document is None:
            return None
        with translated(self._store.name), reading(self._store.engine) as connection:
            return told_by(connection, document)

    def _rows(self, names: list[str]) -> tuple[IncidentRow, ...]:
        """These incidents, in this order; one that ended a moment ago is left out."""
        with translated(self._store.name), reading(self._store.engine) as connection:
            rows = connection.execute(select(incidents).where(incidents.c.id.in_(names))).mappings()
            found = {row["id"]: incident_of(row) for row in rows}
        return tuple(found[name] for name in names if name in found)

    def map(self, snapshot: Snapshot, wanted: IncidentFilter, zoom: float) -> MapView:
        """Points for a map whose world is ``256 * 2 ** zoom`` pixels wide: incidents while they are few, else cells with their number."""
        return map_view(snapshot, self.matching(snapshot, wanted), zoom)

    def timeline(self, snapshot: Snapshot, wanted: IncidentFilter, step: Step) -> TimeView:
        """How many incidents began on each day, in each week (from Monday) or month."""
        found = self.matching(snapshot, wanted)
        days = snapshot.numbers["first_day"][found]
        dated = found[~np.isnan(days)]
        starts = starts_of(snapshot.numbers["first_day"][dated].astype(np.int64), step)
        ends = snapshot.numbers["last_day"][dated]
        first = dt.date.fromordinal(int(days[~np.isnan(days)].min())) if len(dated) else None
        last = dt.date.fromordinal(int(ends.max())) if len(dated) else None
        return TimeView(step, first, last, _bars(snapshot, dated, starts), len(found) - len(dated))


def _bars(snapshot: Snapshot, rows: Positions, starts: Positions) -> tuple[Bar, ...]:
    types = snapshot.words["type"]
    by_start: dict[int, dict[str, int]] = {}
    for start, code, count in counted(starts, types.codes[rows], len(types.words)):
        by_start.setdefault(start, {})[types.words[code]] = count
    return tuple(Bar(dt.date.fromordinal(start), sum(by_type.values()), by_type) for start, by_type in by_start.items())


def _next(snapshot: Snapshot, found: Positions, keys: Numbers, behind: tuple[float, str] | None, limit: int) -> tuple[list[int], bool]:
    """The ``limit`` rows with the least keys behind a place in the list, equals by their ids; and whether there are more."""
    if behind is not None:
        key, name = behind
        equal = np.flatnonzero(keys == key)
        later = [number for number in equal if snapshot.ids[found[number]] > name]
        kept = np.concatenate([np.flatnonzero(keys > key), np.array(later, dtype=np.int64)])
        found, keys = found[kept], keys[kept]
    if len(found) > limit + 1:
        threshold = np.partition(keys, limit)[limit]
        near = keys <= threshold
        found, keys = found[near], keys[near]
        more = True
    else:
        more = len(found) > limit
    ordered = sorted(zip(keys.tolist(), (snapshot.ids[position] for position in found), found.tolist(), strict=True))
    return [position for _, _, position in ordered[:limit]], more


def _behind(snapshot: Snapshot, sort: str, row: int) -> str:
    """The place behind a row of a snapshot; a key that is not known is written as null, since JSON has no word for it."""
    name, sign = _ORDERS[sort]
    key = float(sign * snapshot.numbers[name][row])
    return cursor.written(sort, None if np.isnan(key) else key, snapshot.ids[row])


def _key(written: float | None) -> float:
    return float("inf") if written is None else float(written)
