"""What a person asks a database: its documents, its events of one kind, what changed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, and_, func, select

from tocsin.records import Reading
from tocsin.store.load import document_chunks, load
from tocsin.store.tables import claims, documents, history, mentions, refusals


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A stored document in one line: what it is, how much was read out of it, by what and when (UTC).

    ``events`` are the acts that it tells, ``mentions`` the places where it tells them.
    """

    id: str
    version: int
    title: str | None
    source: str
    published: dt.date | None
    language: str
    skipped: str | None
    events: int
    mentions: int
    claims: int
    model: str
    codebook: str
    read_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Change:
    """A change to a stored document: ``what`` is ``text``, ``reading`` or ``description``, ``before`` what stood there (as JSON)."""

    document: str
    version: int
    what: str
    before: dict[str, Any]
    who: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a database holds, current versions only."""

    documents: int
    mentions: int
    claims: int
    refusals: int


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which mentions are wanted; what is ``None`` does not matter.

    ``country`` is where the act was or whose actor or recipient took part; ``first`` and ``last`` bound the days on which it may have
    been: a mention whose ``when`` overlaps them is wanted, one without a date is not.
    """

    type: str | None = None
    country: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A document that holds what was wanted, and the ids of its mentions that are."""

    reading: Reading
    mentions: frozenset[str]


def document_rows(connection: Connection) -> Iterator[DocumentRow]:
    """Every current document, in the order of arrival."""
    for rows in document_chunks(connection, documents.c.is_current):
        keys = [row["key"] for row in rows]
        first = _counts(connection, mentions, keys, mentions.c.same_as.is_(None))
        of_mentions, of_claims = _counts(connection, mentions, keys), _counts(connection, claims, keys)
        yield from (_document_row(row, first[row["key"]], of_mentions[row["key"]], of_claims[row["key"]]) for row in rows)


def _counts(connection: Connection, table: Table, keys: list[int], *conditions: ColumnElement[bool]) -> dict[int, int]:
    chosen = select(table.c.document, func.count()).where(table.c.document.in_(keys), *conditions).group_by(table.c.document)
    return defaultdict(int, {row[0]: row[1] for row in connection.execute(chosen)})


def _document_row(row: RowMapping, events: int, mentions: int, claims: int) -> DocumentRow:
    same = ("id", "version", "title", "source", "published", "language", "skipped", "model", "codebook")
    read_at = row["read_at"].replace(tzinfo=dt.UTC)
    return DocumentRow(**{name: row[name] for name in same}, events=events, mentions=mentions, claims=claims, read_at=read_at)


def find(connection: Connection, wanted: EventFilter) -> Iterator[Found]:
    """The current documents that hold a wanted mention, in the order of arrival."""
    matching = _matching(wanted)
    conditions = [documents.c.is_current, documents.c.key.in_(matching.with_only_columns(mentions.c.document))]
    if wanted.document is not None:
        conditions.append(documents.c.id == wanted.document)
    for rows in document_chunks(connection, *conditions):
        ids: dict[int, set[str]] = defaultdict(set)
        for key, mention in connection.execute(matching.where(mentions.c.document.in_([row["key"] for row in rows]))):
            ids[key].add(mention)
        for row, reading in zip(rows, load(connection, rows), strict=True):
            yield Found(reading, frozenset(ids[row["key"]]))


def _matching(wanted: EventFilter) -> Select[Any]:
    chosen = select(mentions.c.document, mentions.c.id)
    if wanted.type is not None:
        chosen = chosen.where(mentions.c.type == wanted.type)
    if wanted.country is not None:
        chosen = chosen.where(_has_claim(claims.c.field.in_(("where", "actor", "recipient")), claims.c.country == wanted.country))
    if wanted.first is not None or wanted.last is not None:
        within = [claims.c.field == "when", claims.c.first_day.is_not(None)]
        within += [claims.c.last_day >= wanted.first] if wanted.first is not None else []
        within += [claims.c.first_day <= wanted.last] if wanted.last is not None else []
        chosen = chosen.where(_has_claim(*within))
    return chosen


def _has_claim(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    of_mention = and_(claims.c.document == mentions.c.document, claims.c.mention == mentions.c.id)
    return select(claims.c.ordinal).where(of_mention, *conditions).correlate(mentions).exists()


def changes(connection: Connection, document: str | None) -> Iterator[Change]:
    """What changed, in the order in which it did; of one document or of all."""
    chosen = select(history).order_by(history.c.key).execution_options(yield_per=500)
    if document is not None:
        chosen = chosen.where(history.c.document_id == document)
    for row in connection.execute(chosen).mappings():
        at = row["changed_at"].replace(tzinfo=dt.UTC)
        yield Change(row["document_id"], row["version"], row["what"], row["before"], row["who"], at)


def totals(connection: Connection) -> Totals:
    """How much the database holds."""
    keys = select(documents.c.key).where(documents.c.is_current)
    counted = (
        select(func.count()).select_from(documents).where(documents.c.is_current),
        select(func.count()).select_from(mentions).where(mentions.c.document.in_(keys)),
        select(func.count()).select_from(claims).where(claims.c.document.in_(keys)),
        select(func.count()).select_from(refusals).where(refusals.c.is_current),
    )
    return Totals(*(connection.execute(count).scalar_one() for count in counted))
