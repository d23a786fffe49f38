"""Rows to readings, some documents at a time: memory does not grow with the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, select

from tocsin.records import Reading
from tocsin.store.rows import claim_of, document_of, mention_of
from tocsin.store.tables import claims, documents, mentions, quotes

CHUNK = 50
"""Documents taken at once. Swept 5 to 500 on 2,000 documents of 10 mentions: past 20 it gets no faster, and 500 take 50 MB more."""

ByDocument: TypeAlias = dict[int, list[RowMapping]]
"""Rows by their document's key."""


def document_chunks(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[list[RowMapping]]:
    """Rows of ``documents`` that meet the conditions, in the order of their keys, :data:`CHUNK` at a time."""
    last = 0
    while True:
        chosen = select(documents).where(documents.c.key > last, *conditions).order_by(documents.c.key).limit(CHUNK)
        rows: list[RowMapping] = list(connection.execute(chosen).mappings())
        if not rows:
            return
        yield rows
        last = rows[-1]["key"]


def rows_of(connection: Connection, table: Table, keys: Sequence[int]) -> ByDocument:
    """The rows of some documents in one of the tables that a reading writes, in the reading's order."""
    order = (table.c.mention, table.c.role, table.c.position) if table is quotes else (table.c.ordinal,)
    found: ByDocument = defaultdict(list)
    for row in connection.execute(select(table).where(table.c.document.in_(keys)).order_by(table.c.document, *order)).mappings():
        found[row["document"]].append(row)
    return found


def load(connection: Connection, chosen: Sequence[RowMapping]) -> list[Reading]:
    """The readings of some rows of ``documents``."""
    keys = [row["key"] for row in chosen]
    of_mentions, of_quotes, of_claims = (rows_of(connection, table, keys) for table in (mentions, quotes, claims))
    return [_reading(row, of_mentions[row["key"]], of_quotes[row["key"]], of_claims[row["key"]]) for row in chosen]


def _reading(document: RowMapping, of_mentions: list[RowMapping], of_quotes: list[RowMapping], of_claims: list[RowMapping]) -> Reading:
    by_mention: dict[str, list[RowMapping]] = defaultdict(list)
    for quote in of_quotes:
        by_mention[quote["mention"]].append(quote)
    return Reading(
        document=document_of(document),
        mentions=tuple(mention_of(row, by_mention[row["id"]]) for row in of_mentions),
        claims=tuple(claim_of(row) for row in of_claims),
        model=document["model"],
        codebook=document["codebook"],
        skipped=document["skipped"],
    )
