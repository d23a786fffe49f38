"""A document taken out of the database, with all that was read out of it and said about it, within one transaction that the caller holds.

Its history stays, and gets a row that says who took it out, when, and what it was; what people had said of it stands there too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Connection, delete, func, select, update

from tocsin.store.chunks import chunks
from tocsin.store.current import current, lock, record
from tocsin.store.incidents.tables import copy_groups, waiting_reports
from tocsin.store.review.tables import adjudications, assignments, codings, corrections, reviews
from tocsin.store.tables import READ_TABLES, documents, mentions, refusals

_IN_PART = ("bad date", "bad bytes")
"""Reasons of refusals that are of a part of a document which itself was read; their source is the document's with the part behind it."""


def ids(connection: Connection) -> Iterator[str]:
    """The ids of all documents in the order of arrival; in constant memory."""
    chosen = select(documents.c.id).where(documents.c.is_current).order_by(documents.c.key).execution_options(yield_per=5000)
    yield from connection.execute(chosen).scalars()


def worked_on(connection: Connection, document_ids: Sequence[str]) -> set[str]:
    """Those of some documents about which people said something, or which were given to somebody to code."""
    found: set[str] = set()
    for part in chunks(document_ids):
        for table in (corrections, codings):
            found.update(connection.execute(select(table.c.document_id).where(table.c.document_id.in_(part)).distinct()).scalars())
    return found


def remove(connection: Connection, document_id: str, who: str, now: dt.datetime) -> None:
    """Delete every version of a document that no incident and no copy group leans on any more. One that is not there changes nothing."""
    lock(connection, f"document {document_id}")
    stored = current(connection, document_id)
    if stored is None:
        return
    keys = list(connection.execute(select(documents.c.key).where(documents.c.id == document_id)).scalars())
    told = connection.execute(select(func.count()).select_from(mentions).where(mentions.c.document == stored["key"])).scalar_one()
    before = {name: stored[name] for name in ("source", "title", "publisher", "url", "text_sha256", "model", "codebook")}
    before |= {"published": stored["published"] and stored["published"].isoformat(), "mentions": told}
    _delete_work(connection, document_id)
    for table in READ_TABLES:
        connection.execute(delete(table).where(table.c.document.in_(keys)))
    connection.execute(delete(documents).where(documents.c.key.in_(keys)))
    for table in (waiting_reports, copy_groups):
        connection.execute(delete(table).where(table.c.document_id == document_id))
    _end_refusals(connection, stored["source"], now)
    change = {"document_id": document_id, "version": stored["version"], "what": "removed", "before": before, "changed_at": now}
    record(connection, change, who)


def _delete_work(connection: Connection, document_id: str) -> None:
    """What people said stays in the history, which has a row for each correction."""
    given = select(codings.c.key).where(codings.c.document_id == document_id)
    for table in (adjudications, assignments):
        connection.execute(delete(table).where(table.c.coding.in_(given)))
    for table in (corrections, codings, reviews):
        connection.execute(delete(table).where(table.c.document_id == document_id))


def _end_refusals(connection: Connection, source: str, now: dt.datetime) -> None:
    chosen = select(refusals.c.key, refusals.c.source).where(refusals.c.is_current, refusals.c.reason.in_(_IN_PART))
    ended: Collection[int] = [key for key, whose in connection.execute(chosen) if whose.startswith((f"{source}.", f"{source}@"))]
    for part in chunks(list(ended)):
        connection.execute(update(refusals).where(refusals.c.key.in_(part)).values(is_current=False, refused_at=now))
