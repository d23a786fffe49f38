"""One reading or one refusal into the tables, within one transaction that the caller holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from tocsin.records import Document, Reading, Refusal
from tocsin.store.current import MACHINE, current, lock, record
from tocsin.store.incidents.waiting import wait
from tocsin.store.load import load
from tocsin.store.review.corrections import carry_over
from tocsin.store.rows import Row, claim_rows, document_row, entity_rows, mention_rows, place_rows, plain, quote_rows
from tocsin.store.tables import READ_TABLES, claims, documents, entities, mentions, places, quotes, refusals


def save(connection: Connection, reading: Reading, now: dt.datetime, who: str = MACHINE) -> bool:
    """Store a reading: the first of its document, a new version where the text changed, else in place of the reading that stands there.

    What stood there goes to ``history`` (a former text stays, with all its claims, as a version that is no longer current). An equal
    reading changes nothing. Returns whether another text stood there.
    """
    lock(connection, f"document {reading.document.id}")
    stored = current(connection, reading.document.id)
    changed = stored is not None and stored["text"] != reading.document.text
    if stored is None:
        _write(connection, reading, _insert_document(connection, reading, 1, now))
        if who != MACHINE:
            change = {"document_id": reading.document.id, "version": 1, "what": "stored", "before": {}, "changed_at": now}
            record(connection, change, who)
    elif changed:
        _new_version(connection, reading, stored, now, who)
    else:
        former = load(connection, [stored])[0]
        if former == reading:
            return False
        _replace(connection, reading, former, stored, now, who)
    wait(connection, reading.document.id)
    connection.execute(update(refusals).where(refusals.c.source == reading.document.source).values(is_current=False))
    return changed


def refuse(connection: Connection, refusal: Refusal, now: dt.datetime) -> None:
    """Keep a refusal: one row for each source and reason."""
    lock(connection, f"refusal {refusal.source}")
    same = (refusals.c.source == refusal.source, refusals.c.reason == refusal.reason)
    stored = connection.execute(select(refusals).where(*same)).mappings().one_or_none()
    row = {"source": refusal.source, "reason": refusal.reason, "detail": refusal.detail, "is_current": True}
    if stored is None:
        connection.execute(insert(refusals).values(**row, refused_at=now))
    elif any(stored[name] != value for name, value in row.items()):
        connection.execute(update(refusals).where(*same).values(**row, refused_at=now))


def _insert_document(connection: Connection, reading: Reading, version: int, now: dt.datetime) -> int:
    row = {**document_row(reading), "version": version, "is_current": True, "read_at": now}
    key = connection.execute(insert(documents).values(**row).returning(documents.c.key)).scalar_one()
    return int(key)


def _new_version(connection: Connection, reading: Reading, stored: RowMapping, now: dt.datetime, who: str) -> None:
    version, former = stored["version"] + 1, load(connection, [stored])[0]
    connection.execute(update(documents).where(documents.c.key == stored["key"]).values(is_current=False))
    _write(connection, reading, _insert_document(connection, reading, version, now))
    before = {name: stored[name] for name in ("version", "text_sha256", "model", "codebook")}
    change = {"document_id": reading.document.id, "version": version, "what": "text", "before": before, "changed_at": now}
    record(connection, change, who)
    carry_over(connection, former, reading, stored["version"], version)


def _replace(connection: Connection, reading: Reading, former: Reading, stored: RowMapping, now: dt.datetime, who: str) -> None:
    key: int = stored["key"]
    what = "description" if former == replace(reading, document=former.document) else "reading"
    connection.execute(update(documents).where(documents.c.key == key).values(**document_row(reading), read_at=now))
    if what == "reading":
        for table in READ_TABLES:
            connection.execute(delete(table).where(table.c.document == key))
        _write(connection, reading, key)
    before = _before(former, reading.document, what)
    change = {"document_id": stored["id"], "version": stored["version"], "what": what, "before": before, "changed_at": now}
    record(connection, change, who)
    if what == "reading":
        carry_over(connection, former, reading, stored["version"], stored["version"])


def _before(former: Reading, document: Document, what: str) -> Row:
    """What a change took away: the parts of the description that differ, and of a reading all of it. The text still stands."""
    was, now = plain(former.document), plain(document)
    changed = {name: value for name, value in was.items() if value != now[name]}
    whole: Row = plain(former) if what == "reading" else {}
    return {**whole, "document": changed}


def _write(connection: Connection, reading: Reading, key: int) -> None:
    common = {"document": key, "model": reading.model, "codebook": reading.codebook}
    _add_places(connection, place_rows(reading.claims))
    _add(connection, entities, entity_rows(reading.claims), common)
    _add(connection, mentions, list(mention_rows(reading.mentions)), common)
    _add(connection, quotes, list(quote_rows(reading.mentions)), common)
    _add(connection, claims, list(claim_rows(reading.claims)), common)


def _add(connection: Connection, table: Table, rows: list[Row], common: dict[str, Any]) -> None:
    if rows:
        connection.execute(insert(table), [row | common for row in rows])


def _add_places(connection: Connection, rows: list[Row]) -> None:
    """Add the places that are not there yet; another writer may be adding the same ones."""
    if rows:
        make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        connection.execute(make(places).on_conflict_do_nothing(), rows)
