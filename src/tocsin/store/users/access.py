"""Who read what is not for everybody: documents in which private people are named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from tocsin.store.review.tables import access_log
from tocsin.store.tables import claims, documents


@dataclass(frozen=True, slots=True)
class Access:
    """One reading of a restricted record, ``at`` in UTC. ``document_id`` is ``None`` where many were read at once (an export)."""

    who: str
    what: str
    document_id: str | None
    at: dt.datetime


def is_restricted(connection: Connection, document_id: str) -> bool:
    """Whether a document's current reading names a person who holds no public role."""
    chosen = (
        select(claims.c.ordinal)
        .join(documents, documents.c.key == claims.c.document)
        .where(documents.c.id == document_id, documents.c.is_current, claims.c.private)
    )
    return connection.execute(chosen.limit(1)).first() is not None


def log(connection: Connection, who: str, what: str, document_id: str | None, now: dt.datetime) -> None:
    """Write down who read what."""
    connection.execute(insert(access_log).values(who=who, what=what, document_id=document_id, read_at=now))


def accesses(connection: Connection, document_id: str | None) -> Iterator[Access]:
    """What was read, of one document or of all, the oldest first."""
    chosen = select(access_log).order_by(access_log.c.key).execution_options(yield_per=500)
    if document_id is not None:
        chosen = chosen.where(access_log.c.document_id == document_id)
    for row in connection.execute(chosen).mappings():
        yield Access(row["who"], row["what"], row["document_id"], row["read_at"].replace(tzinfo=dt.UTC))
