"""Prove that what incidents say is what the texts say, and that their rows point at what there is.

A document that was read or corrected again since it was grouped is passed over: its incidents follow when they are next brought up to date.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, and_, exists, func, select

from tocsin.store.incidents.tables import (
    PIECES,
    copy_groups,
    grouped_reports,
    incident_claims,
    incident_events,
    incident_joins,
    incident_redirects,
    incidents,
)
from tocsin.store.tables import documents

_AT_ONCE = 200
"""Documents whose texts are held at once."""


def quote_problems(connection: Connection) -> Iterator[str | None]:
    """For each quote of an incident's claims what is wrong with it, or ``None``."""
    last = ""
    grouped = documents.join(
        grouped_reports, and_(grouped_reports.c.document_id == documents.c.id, grouped_reports.c.read_at == documents.c.read_at)
    )
    while True:
        chosen = select(documents.c.id, documents.c.text).select_from(grouped).where(documents.c.is_current, documents.c.id > last)
        texts = {row[0]: row[1] for row in connection.execute(chosen.order_by(documents.c.id).limit(_AT_ONCE))}
        if not texts:
            return
        rows = select(incident_claims).where(incident_claims.c.document_id.in_(texts)).order_by(incident_claims.c.incident)
        for row in connection.execute(rows).mappings():
            quote, start, end = row["quote_text"], row["quote_start"], row["quote_end"]
            stands = texts[row["document_id"]][start:end]
            whose = f"incident {row['incident']}: {row['kind']} in {row['document_id']}"
            yield None if stands == quote else f"{whose}: {quote!r} is not what stands at [{start}, {end}): {stands!r}"
        last = list(texts)[-1]


def reference_problems(connection: Connection) -> Iterator[str]:
    """What points at nothing, and counts that are not those of the rows."""
    known = select(incidents.c.id)
    for table in PIECES:
        count = connection.execute(select(func.count()).select_from(table).where(table.c.incident.not_in(known))).scalar_one()
        if count:
            yield f"{count} rows of {table.name} belong to no incident"
    yield from _without_events(connection)
    yield from _wrong_counts(connection)
    yield from _lost_documents(connection)
    yield from _strangers(connection)
    for name, whole in connection.execute(select(incidents.c.id, incidents.c.part_of).where(incidents.c.part_of.not_in(known))):
        yield f"incident {name}: part_of names no incident: {whole!r}"
    for old, new in connection.execute(
        select(incident_redirects.c.old, incident_redirects.c.new).where(incident_redirects.c.new.not_in(known))
    ):
        yield f"the former incident {old} leads to none: {new!r}"


def _without_events(connection: Connection) -> Iterator[str]:
    has = exists().where(incident_events.c.incident == incidents.c.id)
    for name in connection.execute(select(incidents.c.id).where(~has)).scalars():
        yield f"incident {name}: no event stands in it"


def _wrong_counts(connection: Connection) -> Iterator[str]:
    counted = func.count(incident_events.c.document_id.distinct())
    rows = (
        select(incidents.c.id, incidents.c.articles, counted)
        .join(incident_events, incident_events.c.incident == incidents.c.id)
        .group_by(incidents.c.id, incidents.c.articles)
        .having(counted != incidents.c.articles)
    )
    for name, articles, found in connection.execute(rows):
        yield f"incident {name}: says that {articles} documents tell it, but {found} do"


def _lost_documents(connection: Connection) -> Iterator[str]:
    there = exists().where(documents.c.id == incident_events.c.document_id, documents.c.is_current)
    for name, document in connection.execute(select(incident_events.c.incident, incident_events.c.document_id).where(~there)):
        yield f"incident {name}: an event of it stands in no document: {document!r}"
    printed = exists().where(documents.c.id == copy_groups.c.document_id, documents.c.is_current)
    for document in connection.execute(select(copy_groups.c.document_id).where(~printed)).scalars():
        yield f"a copy group names no document: {document!r}"


def _strangers(connection: Connection) -> Iterator[str]:
    """Claims and joins of events that stand in another incident, or in none."""
    sides = (
        (incident_claims, "document_id", "event"),
        (incident_joins, "one_document", "one_event"),
        (incident_joins, "other_document", "other_event"),
    )
    for table, document, event in sides:
        own = exists().where(
            incident_events.c.incident == table.c.incident,
            incident_events.c.document_id == table.c[document],
            incident_events.c.event == table.c[event],
        )
        for name, in_document, of in connection.execute(select(table.c.incident, table.c[document], table.c[event]).where(~own)):
            yield f"incident {name}: {table.name} names an event that is not its own: {in_document}/{of}"
