"""The flat table of events as a polars frame and as Parquet, each column with its type."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import islice

import polars as pl

from tocsin.export.table import COLUMNS, Cell, Kind, event_rows
from tocsin.records import Reading

_TYPES: dict[Kind, pl.DataType] = {
    "text": pl.String(),
    "list": pl.List(pl.String()),
    "date": pl.Date(),
    "integer": pl.Int64(),
    "number": pl.Float64(),
    "yes/no": pl.Boolean(),
}

SCHEMA = pl.Schema({column.name: _TYPES[column.kind] for column in COLUMNS})

_BATCH = 5_000
"""Rows that become a frame at once: as Python objects a row takes some ten times the room that it takes in a frame."""


def frame(rows: Iterable[dict[str, Cell]]) -> pl.DataFrame:
    """Rows of :func:`tocsin.export.table.event_rows` as a frame of :data:`SCHEMA`."""
    remaining = iter(rows)
    frames = [pl.DataFrame(schema=SCHEMA)]
    while batch := [_clean(row) for row in islice(remaining, _BATCH)]:
        frames.append(pl.DataFrame(batch, schema=SCHEMA, orient="row"))
    return pl.concat(frames)


def encode(readings: Iterable[Reading]) -> Iterator[bytes]:
    """The whole file at once: Parquet keeps each column together, so the table is held in memory."""
    buffer = io.BytesIO()
    frame(event_rows(readings)).write_parquet(buffer, compression="zstd")
    yield buffer.getvalue()


def _clean(row: dict[str, Cell]) -> dict[str, Cell]:
    return {name: _unicode(cell) for name, cell in row.items()}


def _unicode(cell: Cell) -> Cell:
    """Polars takes only what UTF-8 can hold: a lone surrogate is written as its escape."""
    if isinstance(cell, str):
        return cell if cell.isascii() else cell.encode("utf-8", "backslashreplace").decode("utf-8")
    return [item.encode("utf-8", "backslashreplace").decode("utf-8") for item in cell] if isinstance(cell, list) else cell
