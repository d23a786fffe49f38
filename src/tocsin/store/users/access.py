"""Who read what is not for everybody: documents in which private people are named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from tocsin.store import clock
from tocsin.store.chunks import chunks
from tocsin.store.tables import claims, documents
from tocsin.store.users.tables import access_log


@dataclass(frozen=True, slots=True)
class Access:
    """One reading of a restricted record, ``at`` in UTC. ``document_id`` is ``None`` where many were read at once (an export)."""

    who: str
    what: str
    document_id: str | None
    at: dt.datetime


def restricted(connection: Connection, document_ids: Sequence[str]) -> list[str]:
    """Those of some documents whose current reading names a person who holds no public role."""
    found: list[str] = []
    for part in chunks(document_ids):
        named = select(claims.c.document).where(claims.c.document == documents.c.key, claims.c.private).exists()
        chosen = select(documents.c.id).where(documents.c.id.in_(part), documents.c.is_current, named)
        found += connection.execute(chosen.order_by(documents.c.key)).scalars()
    return found


def log(connection: Connection, who: str, what: str, document_ids: Sequence[str | None], now: dt.datetime) -> None:
    """Write down who read which documents; ``None`` stands for many at once."""
    connection.execute(insert(access_log), [{"who": who, "what": what, "document_id": name, "read_at": now} for name in document_ids])


def accesses(connection: Connection, document_id: str | None) -> Iterator[Access]:
    """What was read, of one document or of all, the oldest first."""
    chosen = select(access_log).order_by(access_log.c.key).execution_options(yield_per=500)
    if document_id is not None:
        chosen = chosen.where(access_log.c.document_id == document_id)
    for row in connection.execute(chosen).mappings():
        yield Access(row["who"], row["what"], row["document_id"], clock.utc(row["read_at"]))
