"""A hash over what a database says, so that two databases can be compared."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from tocsin.store.incidents.tables import SHOWN
from tocsin.store.review.tables import corrections
from tocsin.store.tables import TABLES, documents, history, places, refusals

_LEFT_OUT = {"key", "document", "read_at", "refused_at", "changed_at", "decided_at", "made_at", "undone_at"}
"""Numbers of rows and clock times: two runs that did the same differ in them."""

_OF_THE_WAY = {"version", "settled"}
"""Columns of the incidents' tables that tell how they came to be what they are: in which order, in how many steps."""


def digest(connection: Connection) -> str:
    """The hash, in hex: equal for equal documents, readings, corrections, refusals, histories and incidents on whatever back end, in
    whatever order the documents came.

    What people say about a document counts in the order in which they said it, by its revisions; what two code blind counts once it holds.
    Users, assignments and who read what do not count: they say nothing about events. The rows' hashes are added up, so that no order of
    rows needs to be agreed on (databases sort text differently) and memory stays constant. ``places`` is left out: it repeats what the
    claims hold. Of the incidents only what is shown counts, not how they came to be it: an id that one had meanwhile, or the number of its
    changes, depends on the order.
    """
    total = sum(_table_digest(connection, table) for table in (*TABLES, *SHOWN, corrections) if table is not places)
    return f"{total % 2**256:064x}"


def _table_digest(connection: Connection, table: Table) -> int:
    total = 0
    for row in connection.execute(_chosen(table).execution_options(yield_per=500)):
        written = json.dumps([table.name, *map(_without_key, row)], sort_keys=True, default=_written)
        total += int.from_bytes(hashlib.sha256(written.encode()).digest())
    return total


def _chosen(table: Table) -> Select[Any]:
    columns = [column for column in table.c if column.name not in _LEFT_OUT]
    if table in SHOWN:
        return select(*(column for column in columns if column.name not in _OF_THE_WAY))
    if table is corrections:
        return select(*(column for column in columns if column.name != "blind")).where(corrections.c.blind.is_(None))
    if table in {documents, history, refusals}:
        return select(*columns)
    return select(documents.c.id, documents.c.version, *columns).join(documents, documents.c.key == table.c.document)


def _without_key(cell: object) -> object:
    """A cell of the history about a correction tells the number of its row too, which depends on what was said of other documents."""
    return {name: value for name, value in cell.items() if name != "key"} if isinstance(cell, dict) else cell


def _written(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(value)
