"""Documents as the desk lists them, the latest arrival first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sqlalchemy import ColumnElement, Connection, RowMapping, func, or_, select

from tocsin.errors import InputError
from tocsin.store import clock
from tocsin.store.connect import reading, translated
from tocsin.store.review.tables import corrections
from tocsin.store.store import Store
from tocsin.store.tables import documents, mentions

DocumentState: TypeAlias = Literal["all", "corrected", "untouched", "skipped"]
"""``corrected``: a person said something about it; ``untouched``: nobody did; ``skipped``: kept without being read."""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document in one line. ``events`` are those that the machine read, ``corrections`` those that stand."""

    id: str
    title: str | None
    publisher: str | None
    published: dt.date | None
    source: str
    language: str
    skipped: str | None
    events: int
    corrections: int
    read_at: dt.datetime


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Some documents, how many there are in all, and where the next page begins: ``None`` after the last."""

    documents: tuple[DocumentLine, ...]
    total: int
    after: str | None


def holds(store: Store, document_id: str) -> bool:
    """Whether a document of this id is stored."""
    chosen = select(documents.c.key).where(documents.c.id == document_id, documents.c.is_current)
    with translated(store.name), reading(store.engine) as connection:
        return connection.execute(chosen).first() is not None


def document_page(store: Store, words: str | None, state: DocumentState, after: str | None, limit: int) -> DocumentPage:
    """The next ``limit`` documents behind ``after``, whose title, publisher or id holds all the words.

    Raises:
        InputError: ``after`` is not what a page gave.
    """
    given = [documents.c.is_current, *_conditions(words, state)]
    with translated(store.name), reading(store.engine) as connection:
        total = connection.execute(select(func.count()).select_from(documents).where(*given)).scalar_one()
        behind = [documents.c.key < _key(after)] if after is not None else []
        names = ("key", "id", "title", "publisher", "published", "published_doubt", "source", "language", "skipped", "read_at")
        columns = [documents.c[name] for name in names]
        chosen = select(*columns).where(*given, *behind).order_by(documents.c.key.desc()).limit(limit + 1)
        rows = list(connection.execute(chosen).mappings())
        lines = _lines(connection, rows[:limit])
    return DocumentPage(lines, total, str(rows[limit - 1]["key"]) if len(rows) > limit else None)


def _key(after: str) -> int:
    if not (after.isascii() and after.isdigit() and len(after) < 19):
        raise InputError("this is no place in a list of documents; begin at its first page")
    return int(after)


def _conditions(words: str | None, state: DocumentState) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for word in (words or "").split():
        columns = (documents.c.title, documents.c.publisher, documents.c.id)
        found.append(or_(*(func.lower(column).contains(word.lower(), autoescape=True) for column in columns)))
    said = select(corrections.c.key).where(corrections.c.document_id == documents.c.id, *_standing()).correlate(documents).exists()
    if state == "corrected":
        found.append(said)
    elif state == "untouched":
        found.append(~said)
    elif state == "skipped":
        found.append(documents.c.skipped.is_not(None))
    return found


def _standing() -> tuple[ColumnElement[bool], ...]:
    return corrections.c.undone_at.is_(None), corrections.c.aside.is_(None), corrections.c.blind.is_(None)


def _lines(connection: Connection, rows: list[RowMapping]) -> tuple[DocumentLine, ...]:
    keys, ids = [row["key"] for row in rows], [row["id"] for row in rows]
    of_events = select(mentions.c.document, func.count()).where(mentions.c.document.in_(keys), mentions.c.same_as.is_(None))
    events = {row[0]: row[1] for row in connection.execute(of_events.group_by(mentions.c.document))}
    of_corrections = select(corrections.c.document_id, func.count()).where(corrections.c.document_id.in_(ids), *_standing())
    said = {row[0]: row[1] for row in connection.execute(of_corrections.group_by(corrections.c.document_id))}
    names = ("id", "title", "publisher", "source", "language", "skipped")
    return tuple(
        DocumentLine(
            **{name: row[name] for name in names},
            published=None if row["published_doubt"] else row["published"],
            events=events.get(row["key"], 0),
            corrections=said.get(row["id"], 0),
            read_at=clock.utc(row["read_at"]),
        )
        for row in rows
    )
