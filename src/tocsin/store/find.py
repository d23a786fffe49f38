"""What a person asks a database: its documents, its events of one kind, what changed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, and_, func, or_, select

from tocsin.records import EntityValue, PlaceValue, Reading, TimeValue, Value
from tocsin.review.fields import coded
from tocsin.store import clock
from tocsin.store.load import document_chunks, load
from tocsin.store.review.corrections import corrected
from tocsin.store.review.tables import corrections
from tocsin.store.tables import claims, documents, history, mentions, refusals

_PARTIES = ("actor", "recipient")


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
    read_at = clock.utc(row["read_at"])
    return DocumentRow(**{name: row[name] for name in same}, events=events, mentions=mentions, claims=claims, read_at=read_at)


def find(connection: Connection, wanted: EventFilter) -> Iterator[Found]:
    """The current documents that hold a wanted mention, as people left them, in the order of arrival."""
    matching = _matching(wanted)
    as_read = documents.c.key.in_(matching.with_only_columns(mentions.c.document))
    conditions = [documents.c.is_current, or_(as_read, _is_corrected())]
    if wanted.document is not None:
        conditions.append(documents.c.id == wanted.document)
    for rows in document_chunks(connection, *conditions):
        ids: dict[int, set[str]] = defaultdict(set)
        for key, mention in connection.execute(matching.where(mentions.c.document.in_([row["key"] for row in rows]))):
            ids[key].add(mention)
        read = load(connection, rows)
        for row, before, reading in zip(rows, read, corrected(connection, read), strict=True):
            found = frozenset(ids[row["key"]]) if reading is before else frozenset(_wanted_of(reading, wanted))
            if found:
                yield Found(reading, found)


def _is_corrected() -> ColumnElement[bool]:
    """Somebody said something about the document that holds for everybody: what was read does not tell what is in it now."""
    holds = (corrections.c.document_id == documents.c.id, corrections.c.blind.is_(None), corrections.c.undone_at.is_(None))
    return select(corrections.c.key).where(*holds).exists()


def _wanted_of(reading: Reading, wanted: EventFilter) -> Iterator[str]:
    """The ids of a reading's mentions that are wanted: what :func:`_matching` says, of records."""
    for name, event in coded(reading).items():
        values = {(claim.field, claim.value) for claim in event.claims if claim.value is not None}
        places = {value.country for field, value in values if field in {"where", "actor", "recipient"} and _has_country(value)}
        days = [value for field, value in values if field == "when" and isinstance(value, TimeValue)]
        is_type = wanted.type is None or event.mention.type == wanted.type
        if is_type and (wanted.country is None or wanted.country in places) and _within(days, wanted):
            yield name


def _has_country(value: Value) -> TypeGuard[EntityValue | PlaceValue]:
    return isinstance(value, EntityValue | PlaceValue)


def _within(days: Sequence[TimeValue], wanted: EventFilter) -> bool:
    if wanted.first is None and wanted.last is None:
        return True
    first, last = wanted.first or dt.date.min, wanted.last or dt.date.max
    return any(day.first is not None and day.last is not None and day.first <= last and day.last >= first for day in days)


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


def parties(connection: Connection) -> Iterator[tuple[str, EntityValue]]:
    """Every actor and recipient of the current documents with the document's id, as people left them; in constant memory, without the texts."""
    columns = (documents.c.id, *(claims.c[name] for name in ("identity", "name", "country", "sectors", "private")))
    chosen = (
        select(*columns)
        .join(claims, claims.c.document == documents.c.key)
        .where(documents.c.is_current, ~_is_corrected(), claims.c.field.in_(_PARTIES), claims.c.value == "entity")
        .order_by(documents.c.key)
        .execution_options(yield_per=500)
    )
    last, seen = "", set[EntityValue]()
    for document, identity, name, country, sectors, private in connection.execute(chosen):
        last, seen = (last, seen) if document == last else (document, set())
        value = EntityValue(name, identity, country, tuple(sectors), private)
        if value not in seen:
            seen.add(value)
            yield document, value
    for rows in document_chunks(connection, documents.c.is_current, _is_corrected()):
        for reading in corrected(connection, load(connection, rows)):
            named = (claim.value for claim in reading.claims if claim.field in _PARTIES and isinstance(claim.value, EntityValue))
            yield from ((reading.document.id, value) for value in dict.fromkeys(named))


def changes(connection: Connection, document: str | None) -> Iterator[Change]:
    """What changed, in the order in which it did; of one document or of all."""
    chosen = select(history).order_by(history.c.key).execution_options(yield_per=500)
    if document is not None:
        chosen = chosen.where(history.c.document_id == document)
    for row in connection.execute(chosen).mappings():
        at = clock.utc(row["changed_at"])
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
