"""Incidents by what is wanted of them, in pages that stay where they are while others are added."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Text, and_, cast, func, or_, select, tuple_

from tocsin.errors import InputError, StoreError
from tocsin.records import MEASURED
from tocsin.store.chunks import chunks
from tocsin.store.incidents import cursor
from tocsin.store.incidents.records import IncidentFilter, IncidentPage, IncidentRow, Party
from tocsin.store.incidents.rows import incident_of
from tocsin.store.incidents.tables import incident_events, incident_figures, incidents

ROLES = ("actor", "recipient")
"""Who takes part in an incident."""

_ORDERS: Mapping[str, tuple[Column[Any], bool]] = {
    "first_day": (incidents.c.first_day, False),
    "-first_day": (incidents.c.first_day, True),
    "published": (incidents.c.last_published, False),
    "-published": (incidents.c.last_published, True),
    "articles": (incidents.c.articles, False),
    "-articles": (incidents.c.articles, True),
    "sources": (incidents.c.sources, False),
    "-sources": (incidents.c.sources, True),
    "changed": (incidents.c.changed_at, True),
}
"""For each order its column and whether the greatest comes first."""


def page(connection: Connection, wanted: IncidentFilter, sort: str, after: str | None, limit: int) -> IncidentPage:
    """The next ``limit`` incidents behind ``after``, which is what the page before gave.

    Raises:
        StoreError: there is no such order, or ``after`` is not what a page of this order gave.
    """
    if sort not in _ORDERS:
        raise StoreError(f"incidents cannot be ordered by {sort!r}; choose one of {', '.join(_ORDERS)}")
    column, falling = _ORDERS[sort]
    given = conditions(wanted)
    total = number(connection, wanted)
    behind = [_behind(column, falling, *_read(after, sort))] if after else []
    order = (column.is_(None), column.desc() if falling else column, incidents.c.id)
    chosen = select(incidents).where(*given, *behind).order_by(*order).limit(limit + 1)
    rows = list(connection.execute(chosen).mappings())
    more = len(rows) > limit
    shown = tuple(incident_of(row) for row in rows[:limit])
    return IncidentPage(shown, total, _written(sort, rows[limit - 1][column.name], shown[-1].id) if more and shown else None)


def number(connection: Connection, wanted: IncidentFilter) -> int:
    """How many there are."""
    return int(connection.execute(select(func.count()).select_from(incidents).where(*conditions(wanted))).scalar_one())


def every(connection: Connection, wanted: IncidentFilter, sort: str = "-first_day", chunk: int = 200) -> Iterator[IncidentRow]:
    """All of them, page by page: in constant memory."""
    after: str | None = None
    while True:
        found = page(connection, wanted, sort, after, chunk)
        yield from found.rows
        after = found.after
        if after is None:
            return


def conditions(wanted: IncidentFilter) -> list[ColumnElement[bool]]:
    """What ``incidents`` must fulfil, as conditions of a query."""
    return [*_of_kind(wanted), *_of_time(wanted), *_of_place(wanted), *_of_parties(wanted), *_of_reports(wanted)]


def _of_kind(wanted: IncidentFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.types:
        yield incidents.c.type.in_(wanted.types)
    if wanted.modes:
        yield or_(*(cast(incidents.c.modes, Text).contains(json.dumps(mode), autoescape=True) for mode in wanted.modes))
    if wanted.standings:
        yield incidents.c.standing.in_(wanted.standings)
    if wanted.reviewed is not None:
        yield incidents.c.reviewed.is_(wanted.reviewed)


def _of_time(wanted: IncidentFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.first_day is not None:
        yield incidents.c.last_day >= wanted.first_day
    if wanted.last_day is not None:
        yield incidents.c.first_day <= wanted.last_day


def _of_place(wanted: IncidentFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.place:
        yield _holds(wanted.place, incidents.c.place)
    if wanted.bbox is not None:
        west, south, east, north = wanted.bbox
        yield incidents.c.latitude.between(south, north)
        inside = (incidents.c.longitude >= west, incidents.c.longitude <= east)
        yield and_(*inside) if west <= east else or_(*inside)


def _of_parties(wanted: IncidentFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.countries:
        columns = (incidents.c.country, incidents.c.actor_country, incidents.c.recipient_country)
        yield or_(*(column.in_(wanted.countries) for column in columns))
    if wanted.actors or wanted.parties:
        named = (_named(some) for some in chunks(sorted(wanted.parties, key=str)))
        yield or_(*(_party(words) for words in wanted.actors), *named)


def _party(words: str) -> ColumnElement[bool]:
    codes = (incidents.c.actor_country == words.upper(), incidents.c.recipient_country == words.upper())
    return or_(*codes, _holds(words, incidents.c.actor, incidents.c.recipient))


def _named(parties: Sequence[Party]) -> ColumnElement[bool]:
    """Whether actor or recipient is one of some who are not private."""
    wanted = [(name, country or "") for name, country in parties]
    return or_(
        *(
            and_(~incidents.c[f"{role}_private"], tuple_(incidents.c[role], func.coalesce(incidents.c[f"{role}_country"], "")).in_(wanted))
            for role in ROLES
        )
    )


def parties(connection: Connection) -> frozenset[Party]:
    """Every actor and recipient who is not private."""
    found: set[Party] = set()
    for role in ROLES:
        name, country = incidents.c[role], incidents.c[f"{role}_country"]
        chosen = select(name, country).where(name.is_not(None), ~incidents.c[f"{role}_private"]).distinct()
        found.update((row[0], row[1]) for row in connection.execute(chosen))
    return frozenset(found)


def _of_reports(wanted: IncidentFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.persons_min is not None or wanted.count_kind is not None:
        yield _has_figure(wanted.count_kind, wanted.persons_min)
    if wanted.sources_min is not None:
        yield incidents.c.sources >= wanted.sources_min
    if wanted.text:
        for word in wanted.text.split():
            yield _holds(word, *(incidents.c[name] for name in ("title", "quote", "place", "actor", "recipient")))
    if wanted.document is not None:
        of = (incident_events.c.incident == incidents.c.id, incident_events.c.document_id == wanted.document)
        yield select(incident_events.c.position).where(*of).correlate(incidents).exists()


def _has_figure(kind: str | None, least: int | None) -> ColumnElement[bool]:
    of = [incident_figures.c.incident == incidents.c.id]
    of.append(incident_figures.c.kind == kind if kind else incident_figures.c.kind.not_in(MEASURED))
    if least is not None:
        of.append(func.coalesce(incident_figures.c.best, incident_figures.c.low) >= least)
    return select(incident_figures.c.position).where(*of).correlate(incidents).exists()


def _holds(words: str, *columns: Column[Any]) -> ColumnElement[bool]:
    """Whether a column has the words in it; SQLite knows upper and lower case of the plain Latin letters alone."""
    small: Iterable[ColumnElement[bool]] = (func.lower(column).contains(words.lower(), autoescape=True) for column in columns)
    return or_(*small, *(column.contains(words, autoescape=True) for column in columns))


def _behind(column: Column[Any], falling: bool, value: Any, name: str) -> ColumnElement[bool]:
    if value is None:
        return and_(column.is_(None), incidents.c.id > name)
    later = column < value if falling else column > value
    return or_(later, and_(column == value, incidents.c.id > name), column.is_(None))


def _written(sort: str, value: Any, name: str) -> str:
    return cursor.written(sort, value.isoformat() if isinstance(value, dt.date) else value, name)


def _read(after: str, sort: str) -> tuple[Any, str]:
    kind = _ORDERS[sort][0].type.python_type
    try:
        return cursor.read(after, sort, lambda value: kind.fromisoformat(value) if isinstance(value, str) else value)
    except InputError as error:
        raise StoreError(f"{after!r}: {error}") from error
