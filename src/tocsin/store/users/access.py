"""Who read what is not for everybody: documents in which private people are named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from tocsin.store import clock
from tocsin.store.chunks import chunks
from tocsin.store.review.tables import corrections
from tocsin.store.tables import claims, documents
from tocsin.store.users.tables import access_log


@dataclass(frozen=True, slots=True)
class Access:
    """One reading of a restricted record, ``at`` in UTC."""

    who: str
    what: str
    document_id: str
    at: dt.datetime


def restricted(connection: Connection, document_ids: Sequence[str]) -> list[str]:
    """Those of some documents that name a person who holds no public role: as their current reading has it, or as somebody says who corrected
    it. Where the two differ the document is restricted: both values are kept and shown.
    """
    found: list[str] = []
    for part in chunks(document_ids):
        read = select(claims.c.document).where(claims.c.document == documents.c.key, claims.c.private).exists()
        named = read | documents.c.id.in_(_said(connection, part))
        chosen = select(documents.c.id).where(documents.c.id.in_(part), documents.c.is_current, named)
        found += connection.execute(chosen.order_by(documents.c.key)).scalars()
    return found


def _said(connection: Connection, document_ids: Sequence[str]) -> set[str]:
    """Those of some documents in which a correction that nobody took back says that somebody is a private person."""
    standing = (corrections.c.document_id.in_(document_ids), corrections.c.person.is_not(None), corrections.c.undone_at.is_(None))
    said = connection.execute(select(corrections.c.document_id, corrections.c.person).where(*standing))
    return {document for document, value in said if _names_private(value)}


def _names_private(value: Any) -> bool:
    """Whether a private person is anywhere in a person's value: an entity, a list of quotes with theirs, a whole event."""
    if isinstance(value, Mapping):
        return value.get("private") is True or any(_names_private(each) for each in value.values())
    return isinstance(value, Sequence) and not isinstance(value, str) and any(_names_private(each) for each in value)


def log(connection: Connection, who: str, what: str, document_ids: Sequence[str], now: dt.datetime) -> None:
    """Write down who read which documents."""
    connection.execute(insert(access_log), [{"who": who, "what": what, "document_id": name, "read_at": now} for name in document_ids])


def accesses(connection: Connection, document_id: str | None) -> Iterator[Access]:
    """What was read, of one document or of all, the oldest first."""
    chosen = select(access_log).order_by(access_log.c.key).execution_options(yield_per=500)
    if document_id is not None:
        chosen = chosen.where(access_log.c.document_id == document_id)
    for row in connection.execute(chosen).mappings():
        yield Access(row["who"], row["what"], row["document_id"], clock.utc(row["read_at"]))
