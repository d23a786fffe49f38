"""What people decide about incidents: kept in their order, never forgotten. The incidents follow when they are next brought up to date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import Connection, insert, select, update

from tocsin.errors import ConflictError, StoreError
from tocsin.records import Decision, EventRef
from tocsin.store.current import lock
from tocsin.store.incidents.detail import changes, current
from tocsin.store.incidents.tables import decisions, incident_events

LOCK = "incidents"
"""Under this name who changes incidents or decides about them waits for who does so already."""


def decide(
    connection: Connection, decision: Decision, who: str, why: str | None, expected: Mapping[str, int] | None, now: dt.datetime
) -> int:
    """Keep a decision; returns its key.

    Raises:
        ConflictError: an incident in ``expected`` has another version by now.
        StoreError: an event of it is not stored, or there are fewer than it takes.
    """
    lock(connection, LOCK)
    if len(set(decision.events)) < (1 if decision.kind == "pin" else 2):
        raise StoreError(f"to {decision.kind} takes two events of different incidents or documents; name another one")
    for name, version in (expected or {}).items():
        _check_version(connection, name, version)
    for ref in decision.events:
        _check_event(connection, ref)
    row = {"kind": decision.kind, "events": [[ref.document, ref.event] for ref in decision.events], "who": who, "why": why}
    made = insert(decisions).values(**row, decided_at=now, settled=False).returning(decisions.c.key)
    return int(connection.execute(made).scalar_one())


def undo(connection: Connection, key: int, who: str, now: dt.datetime) -> None:
    """Take a decision back.

    Raises:
        StoreError: there is no such decision, or it was taken back already.
    """
    lock(connection, LOCK)
    stored = connection.execute(select(decisions.c.undone_at, decisions.c.undone_by).where(decisions.c.key == key)).one_or_none()
    if stored is None:
        raise StoreError(f"there is no decision {key}; list them with: tocsin incidents decisions")
    if stored.undone_at is not None:
        raise StoreError(f"decision {key} was taken back already, by {stored.undone_by}")
    connection.execute(update(decisions).where(decisions.c.key == key).values(undone_at=now, undone_by=who, settled=False))


def _check_version(connection: Connection, name: str, version: int) -> None:
    row = current(connection, name)
    if row is None or row.id != name:
        became = f"it is part of {row.id} now" if row else "its events stand in others now"
        raise ConflictError(f"incident {name} has been changed meanwhile: {became}; look at it again")
    if row.version != version:
        last = changes(connection, name)[-1:]
        by = f" by {last[0].who}" if last else ""
        raise ConflictError(f"incident {name} has been changed meanwhile{by}: it is version {row.version}, not {version}; look at it again")


def _check_event(connection: Connection, ref: EventRef) -> None:
    of = (incident_events.c.document_id == ref.document, incident_events.c.event == ref.event)
    if connection.execute(select(incident_events.c.incident).where(*of)).first() is None:
        raise StoreError(f"no event {ref.document}/{ref.event} stands in an incident; bring them up to date with: tocsin incidents update")
