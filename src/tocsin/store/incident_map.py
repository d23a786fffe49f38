"""Incidents as points on a map: each by itself while they are few, else gathered in cells."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tocsin.store.incident_columns import Numbers, Positions, Snapshot

SINGLE = 300
"""Up to so many incidents a map shows each by itself."""

CELL = 44
"""Width of a map's cell in pixels: a finger's."""


@dataclass(frozen=True, slots=True)
class MapPoint:
    """One incident (``id`` is given), or those of one cell. ``bounds`` are west, south, east, north of a cell's points."""

    lat: float
    lon: float
    n: int
    type: str
    id: str | None
    radius_km: float | None
    where_prec: int | None
    bounds: tuple[float, float, float, float] | None


@dataclass(frozen=True, slots=True)
class MapView:
    """Points for a map. ``total`` counts the incidents, ``without_place`` those of them without coordinates."""

    points: tuple[MapPoint, ...]
    total: int
    without_place: int


def map_view(snapshot: Snapshot, found: Positions, zoom: float) -> MapView:
    """Points for some rows of a snapshot, on a map whose world is ``256 * 2 ** zoom`` pixels wide."""
    placed = found[~np.isnan(snapshot.numbers["latitude"][found])]
    points = _singles(snapshot, placed) if len(placed) <= SINGLE else _cells(snapshot, placed, zoom)
    return MapView(points, len(found), len(found) - len(placed))


def _singles(snapshot: Snapshot, rows: Positions) -> tuple[MapPoint, ...]:
    return tuple(_single(snapshot, row) for row in rows.tolist())


def _single(snapshot: Snapshot, row: int) -> MapPoint:
    numbers, types = snapshot.numbers, snapshot.words["type"]
    lat, lon, radius, precision = (float(numbers[name][row]) for name in ("latitude", "longitude", "radius_km", "where_prec"))
    return MapPoint(
        lat=lat,
        lon=lon,
        n=1,
        type=types.words[types.codes[row]],
        id=snapshot.ids[row],
        radius_km=None if np.isnan(radius) else radius,
        where_prec=None if np.isnan(precision) else int(precision),
        bounds=None,
    )


def _cells(snapshot: Snapshot, rows: Positions, zoom: float) -> tuple[MapPoint, ...]:
    """The incidents by the cells of a grid over the world that does not move with the map: a cell stands at its incidents' middle."""
    lat, lon = snapshot.numbers["latitude"][rows], snapshot.numbers["longitude"][rows]
    width = 360.0 * CELL / (256.0 * 2.0**zoom)
    across = int(360.0 / width) + 2
    cells = np.floor((lat + 90.0) / width).astype(np.int64) * across + np.floor((lon + 180.0) / width).astype(np.int64)
    _, first, cell, counts = np.unique(cells, return_index=True, return_inverse=True, return_counts=True)
    types = snapshot.words["type"]
    of_type = np.zeros((len(counts), len(types.words)), dtype=np.int64)
    np.add.at(of_type, (cell, types.codes[rows]), 1)
    gathered = _Gathered(counts, of_type.argmax(axis=1), *_extent(cell, len(counts), lat), *_extent(cell, len(counts), lon))
    radius, precision = (_greatest(cell, len(counts), snapshot.numbers[name][rows]) for name in ("radius_km", "where_prec"))
    return tuple(
        _single(snapshot, int(rows[first[number]]))
        if count == 1
        else gathered.point(number, types.words, radius[number], precision[number])
        for number, count in enumerate(counts.tolist())
    )


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What the cells hold: how many, of which type most, and where."""

    counts: Positions
    types: Positions
    south: Numbers
    north: Numbers
    lat: Numbers
    west: Numbers
    east: Numbers
    lon: Numbers

    def point(self, number: int, types: list[str], radius: float, precision: float) -> MapPoint:
        west, south, east, north = (round(float(part[number]), 5) for part in (self.west, self.south, self.east, self.north))
        return MapPoint(
            lat=round(float(self.lat[number]), 5),
            lon=round(float(self.lon[number]), 5),
            n=int(self.counts[number]),
            type=types[int(self.types[number])],
            id=None,
            radius_km=radius if np.isfinite(radius) else None,
            where_prec=int(precision) if np.isfinite(precision) else None,
            bounds=(west, south, east, north),
        )


def _extent(cell: Positions, count: int, values: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Least, greatest and mean of each cell."""
    least = np.full(count, np.inf)
    np.minimum.at(least, cell, values)
    mean = np.bincount(cell, weights=values, minlength=count) / np.bincount(cell, minlength=count)
    return least, _greatest(cell, count, values), mean


def _greatest(cell: Positions, count: int, values: Numbers) -> Numbers:
    greatest = np.full(count, -np.inf)
    np.maximum.at(greatest, cell, np.nan_to_num(values, nan=-np.inf))
    return greatest
