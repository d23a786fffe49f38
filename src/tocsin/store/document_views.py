"""Documents as the desk lists them: the newest first, or in another order that is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, case, func, or_, select

from tocsin.store import clock
from tocsin.store.connect import reading, translated
from tocsin.store.incidents import cursor
from tocsin.store.review.tables import corrections
from tocsin.store.store import Store
from tocsin.store.tables import documents, mentions

DocumentState: TypeAlias = Literal["all", "corrected", "untouched", "skipped"]
"""``corrected``: a person said something about it; ``untouched``: nobody did; ``skipped``: kept without being read."""


DocumentSort: TypeAlias = Literal[
    "-published", "published", "title", "-title", "publisher", "-publisher", "-events", "events", "-corrections", "corrections", "-arrived"
]
"""By the date of publication, as far as it is trusted, by words, or by how many there are; ``-`` turns the order round.

What has no value stands last either way, and equals in the order of their arrival, the latest first; ``-arrived`` is that order alone.
"""


SORTED_BY = 60
"""Letters of a title by which it is ordered: the place where a page ends has them, and stands in an address."""


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


def document_page(
    store: Store, words: str | None, state: DocumentState, after: str | None, limit: int, sort: DocumentSort = "-published"
) -> DocumentPage:
    """The next ``limit`` documents behind ``after``, whose title, publisher or id holds all the words.

    Raises:
        InputError: ``after`` is not what a page of this order gave.
    """
    value, down = _value(sort.removeprefix("-")), sort.startswith("-")
    given = [documents.c.is_current, *_conditions(words, state)]
    with translated(store.name), reading(store.engine) as connection:
        total = connection.execute(select(func.count()).select_from(documents).where(*given)).scalar_one()
        behind = [_behind(value, down, *cursor.read(after, sort, _key(sort)))] if after is not None else []
        names = ("key", "id", "title", "publisher", "published", "published_doubt", "source", "language", "skipped", "read_at")
        columns = [*(documents.c[name] for name in names), value.label("value")]
        order = (value.is_(None), value.desc() if down else value.asc(), documents.c.key.desc())
        chosen = select(*columns).where(*given, *behind).order_by(*order).limit(limit + 1)
        rows = list(connection.execute(chosen).mappings())
        lines = _lines(connection, rows[:limit])
    return DocumentPage(lines, total, _place(sort, rows[limit - 1]) if len(rows) > limit else None)


def _value(name: str) -> ColumnElement[Any]:
    """What documents are ordered by."""
    if name == "published":
        return case((documents.c.published_doubt.is_(None), documents.c.published))
    if name == "title":
        return func.lower(func.substr(func.coalesce(documents.c.title, documents.c.id), 1, SORTED_BY))
    if name == "publisher":
        return func.lower(func.substr(documents.c.publisher, 1, SORTED_BY))
    if name == "arrived":
        return documents.c.key
    table, of = (mentions, _of_events()) if name == "events" else (corrections, _of_corrections())
    return select(func.count()).select_from(table).where(*of).correlate(documents).scalar_subquery()


def _behind(value: ColumnElement[Any], down: bool, last: Any, key: str) -> ColumnElement[bool]:
    """What comes behind the document of this key, whose value is ``last``."""
    later = documents.c.key < int(key)
    if last is None:
        return and_(value.is_(None), later)
    return or_(value < last if down else value > last, and_(value == last, later), value.is_(None))


def _place(sort: str, row: RowMapping) -> str:
    value = row["value"]
    return cursor.written(sort, value.isoformat() if isinstance(value, dt.date) else value, str(row["key"]))


def _key(sort: str) -> Callable[[Any], Any]:
    """Reads a value as a place has it."""
    name = sort.removeprefix("-")

    def read(written: Any) -> Any:
        if written is None:
            return None
        if name == "published":
            return dt.date.fromisoformat(written)
        return written if name in {"title", "publisher"} and isinstance(written, str) else int(written)

    return read


def _conditions(words: str | None, state: DocumentState) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for word in (words or "").split():
        columns = (documents.c.title, documents.c.publisher, documents.c.id)
        found.append(or_(*(func.lower(column).contains(word.lower(), autoescape=True) for column in columns)))
    said = select(corrections.c.key).where(*_of_corrections()).correlate(documents).exists()
    if state == "corrected":
        found.append(said)
    elif state == "untouched":
        found.append(~said)
    elif state == "skipped":
        found.append(documents.c.skipped.is_not(None))
    return found


def _of_events() -> tuple[ColumnElement[bool], ...]:
    return mentions.c.document == documents.c.key, mentions.c.same_as.is_(None)


def _of_corrections() -> tuple[ColumnElement[bool], ...]:
    return corrections.c.document_id == documents.c.id, *_standing()


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
