"""A document's current row, the lock under which it is changed, and the history of what changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import Connection, RowMapping, func, insert, select, text

from tocsin.store.rows import Row
from tocsin.store.tables import documents, history

MACHINE = "machine"
"""Who changed a row when no person did."""


def current(connection: Connection, document_id: str) -> RowMapping | None:
    """The row of a document's current version."""
    chosen = select(documents).where(documents.c.id == document_id, documents.c.is_current)
    return connection.execute(chosen).mappings().one_or_none()


def texts_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The hash of the current text of each of ``ids`` that is there."""
    chosen = select(documents.c.id, documents.c.text_sha256).where(documents.c.id.in_(list(ids)), documents.c.is_current)
    return {row.id: row.text_sha256 for row in connection.execute(chosen)}


def lock(connection: Connection, of: str) -> None:
    """Let no other writer at the same thing before this transaction ends. SQLite has one writer at a time anyway."""
    if connection.dialect.name == "postgresql":
        number = int.from_bytes(hashlib.sha256(of.encode("utf-8", "surrogatepass")).digest()[:8], signed=True)
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})


def record(connection: Connection, change: Row, who: str = MACHINE) -> None:
    """Add a row to a document's history: its columns without who and the ordinal."""
    count = select(func.count()).select_from(history).where(history.c.document_id == change["document_id"])
    connection.execute(insert(history).values(**change, who=who, ordinal=connection.execute(count).scalar_one()))
