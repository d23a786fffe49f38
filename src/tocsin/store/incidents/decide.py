"""What people decide about incidents: kept in their order, never forgotten. The incidents follow when they are next brought up to date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, func, insert, select, update

from tocsin.errors import ConflictError, StoreError
from tocsin.records import Decision, EventRef
from tocsin.store.current import lock
from tocsin.store.incidents.acts import acts
from tocsin.store.incidents.detail import changes, current, every_decision
from tocsin.store.incidents.tables import decisions, incident_events

LOCK = "incidents"
"""Under this name who changes incidents or decides about them waits for who does so already."""


def decide(
    connection: Connection, made: Sequence[Decision], who: str, why: str | None, expected: Mapping[str, int] | None, now: dt.datetime
) -> int:
    """Keep decisions that are one act of a person; returns the key of the first, which stands for all of them.

    Raises:
        ConflictError: an incident in ``expected`` has another version by now.
        StoreError: an event of one is not stored, or there are fewer than it takes.
    """
    lock(connection, LOCK)
    for decision in made:
        if len(set(decision.events)) < (1 if decision.kind == "pin" else 2):
            raise StoreError(f"to {decision.kind} takes two events of different incidents or documents; name another one")
    for name, version in (expected or {}).items():
        _check_version(connection, name, version)
    for ref in dict.fromkeys(ref for decision in made for ref in decision.events):
        _check_event(connection, ref)
    at = _moment(connection, now)
    return min(_keep(connection, decision, who, why, at) for decision in made)


def undo(connection: Connection, key: int, who: str, now: dt.datetime) -> None:
    """Take a decision back, with the others of the same act.

    Raises:
        StoreError: there is no such decision, or it was taken back already.
    """
    lock(connection, LOCK)
    act = next((act for act in acts(every_decision(connection)) if key in act.keys), None)
    if act is None:
        raise StoreError(f"there is no decision {key}; list them with: tocsin incidents decisions")
    standing = [each.key for each in act.decisions if each.undone_at is None]
    if not standing:
        raise StoreError(f"decision {key} was taken back already, by {act.undone_by}")
    for each in standing:
        connection.execute(update(decisions).where(decisions.c.key == each).values(undone_at=now, undone_by=who, settled=False))


def _keep(connection: Connection, decision: Decision, who: str, why: str | None, at: dt.datetime) -> int:
    row = {"kind": decision.kind, "events": [[ref.document, ref.event] for ref in decision.events], "who": who, "why": why}
    kept = insert(decisions).values(**row, decided_at=at, settled=False).returning(decisions.c.key)
    return int(connection.execute(kept).scalar_one())


def _moment(connection: Connection, now: dt.datetime) -> dt.datetime:
    """The time, but later than that of every act before: by its moment an act is told from the next, and a clock may stand still."""
    last = connection.execute(select(func.max(decisions.c.decided_at))).scalar()
    return now if last is None or last < now else last + dt.timedelta(microseconds=1)


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
