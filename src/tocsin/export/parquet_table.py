"""The flat table of events in Arrow's form, each column with its type: what Parquet files hold and polars takes over."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import cast

import numpy as np
from arro3.core import Array, DataType, Field, RecordBatch, Schema, Table, list_array
from arro3.io import write_parquet

from tocsin.export.placed import Exported
from tocsin.export.table import COLUMNS, Cell, Kind, event_rows

_TYPES: dict[Kind, DataType] = {
    "text": DataType.string(),
    "list": DataType.list(Field("item", DataType.string())),
    "date": DataType.date32(),
    "integer": DataType.int64(),
    "number": DataType.float64(),
    "yes/no": DataType.bool(),
}

SCHEMA = Schema([Field(column.name, _TYPES[column.kind]) for column in COLUMNS])

_BATCH = 5_000
"""Rows that become columns at once: as Python objects a row takes some ten times the room that it takes there."""

_EPOCH = dt.date(1970, 1, 1).toordinal()
"""Arrow counts days from here."""


def arrow_table(rows: Iterable[dict[str, Cell]]) -> Table:
    """Rows of :func:`tocsin.export.table.event_rows` as an Arrow table of :data:`SCHEMA`."""
    remaining = iter(rows)
    batches = []
    while part := list(islice(remaining, _BATCH)):
        columns = [_column([row[column.name] for row in part], column.kind) for column in COLUMNS]
        batches.append(RecordBatch.from_arrays(columns, schema=SCHEMA))
    return Table.from_batches(batches, schema=SCHEMA)


def encode(readings: Iterable[Exported]) -> Iterator[bytes]:
    """The whole file at once: Parquet keeps each column together, so the table is held in memory."""
    buffer = io.BytesIO()
    write_parquet(arrow_table(event_rows(readings)), buffer, compression="zstd(3)")
    yield buffer.getvalue()


def _column(cells: Sequence[Cell], kind: Kind) -> Array:
    if kind == "date":
        days = [None if cell is None else cast("dt.date", cell).toordinal() - _EPOCH for cell in cells]
        return Array(days, DataType.int32()).cast(DataType.date32())
    if kind == "list":
        lists = [cast("list[str]", cell or []) for cell in cells]
        ends = np.cumsum([0, *(len(items) for items in lists)], dtype=np.int32)
        items = Array([_unicode(item) for item in chain.from_iterable(lists)], DataType.string())
        return list_array(Array.from_numpy(ends), items, type=_TYPES[kind])
    return Array([_unicode(cell) if isinstance(cell, str) else cell for cell in cells], _TYPES[kind])


def _unicode(text: str) -> str:
    """Arrow takes only what UTF-8 can hold: a lone surrogate is written as its escape."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
