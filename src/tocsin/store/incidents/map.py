"""Incidents as points on a map: each by itself while they are few, else gathered in cells."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tocsin.store.incidents.columns import Numbers, Positions, Snapshot

SINGLE = 300
"""Up to so many incidents a map shows each by itself."""

MOST = 1_000
"""Cells in one answer: one that asks for the whole world at a high zoom gets larger cells."""

DENSE = 200_000
"""Cells of a grid that is counted as a whole."""

CELL = 44
"""Width of a map's cell in pixels: a finger's."""


@dataclass(frozen=True, slots=True)
class MapPoint:
    """One incident (``id`` is given), or those of one cell, whose ``bounds`` are west, south, east, north."""

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
    grid = _grid(lat, lon, 360.0 * CELL / (256.0 * 2.0**zoom))
    count, types = len(grid.counts), snapshot.words["type"]
    of_type = np.bincount(grid.cell * len(types.words) + types.codes[rows], minlength=count * len(types.words))
    most = of_type.reshape(count, len(types.words)).argmax(axis=1).tolist()
    south, west = (np.bincount(grid.cell, weights=part, minlength=count) / grid.counts for part in (lat, lon))
    one_of = np.empty(count, dtype=np.int64)
    one_of[grid.cell] = rows
    middles = zip(south.tolist(), west.tolist(), strict=True)
    return tuple(
        _single(snapshot, row) if n == 1 else _cell(middle, n, types.words[kind], grid.bounds(number))
        for number, (row, n, kind, middle) in enumerate(zip(one_of.tolist(), grid.counts.tolist(), most, middles, strict=True))
    )


@dataclass(frozen=True, slots=True)
class _Grid:
    """The cells that hold something: the number of each in the grid, how many points each has, and for each point its cell's place here."""

    width: float
    across: int
    numbers: Positions
    counts: Positions
    cell: Positions

    def bounds(self, place: int) -> tuple[float, float, float, float]:
        """West, south, east, north of a cell."""
        down, along = divmod(int(self.numbers[place]), self.across)
        west, south = along * self.width - 180.0, down * self.width - 90.0
        return tuple(round(part, 5) for part in (west, south, min(west + self.width, 180.0), min(south + self.width, 90.0)))  # type: ignore[return-value]  # four of them


def _grid(lat: Numbers, lon: Numbers, width: float) -> _Grid:
    """Points in cells of ``width`` degrees; wider ones where more than :data:`MOST` would hold something.

    Counted into the whole grid where that is small, which takes a quarter of the time of sorting; else sorted.
    """
    while True:
        across, down = int(360.0 / width) + 2, int(180.0 / width) + 2
        cells = np.floor((lat + 90.0) / width).astype(np.int64) * across + np.floor((lon + 180.0) / width).astype(np.int64)
        if across * down <= DENSE:
            all_counts = np.bincount(cells, minlength=across * down)
            numbers = np.flatnonzero(all_counts)
            places = np.zeros(across * down, dtype=np.int64)
            places[numbers] = np.arange(len(numbers))
            grid = _Grid(width, across, numbers, all_counts[numbers], places[cells])
        else:
            numbers, cell, counts = np.unique(cells, return_inverse=True, return_counts=True)
            grid = _Grid(width, across, numbers, counts, cell)
        if len(grid.numbers) <= MOST:
            return grid
        width *= 2.0


def _cell(middle: tuple[float, float], n: int, kind: str, bounds: tuple[float, float, float, float]) -> MapPoint:
    lat, lon = middle
    return MapPoint(lat=round(lat, 5), lon=round(lon, 5), n=n, type=kind, id=None, radius_km=None, where_prec=None, bounds=bounds)
