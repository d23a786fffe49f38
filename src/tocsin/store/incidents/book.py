"""What a round of grouping reads and writes, in one transaction: reports, pairs, copy groups, incidents and decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, select, update

from tocsin.records import CopyGroup, EventRef
from tocsin.store import removal as _removal
from tocsin.store.chunks import chunks
from tocsin.store.incidents import copies as _copies
from tocsin.store.incidents import write as _write
from tocsin.store.incidents.detail import every_decision
from tocsin.store.incidents.records import IncidentRecord, StoredDecision
from tocsin.store.incidents.shelf import StoredShelf
from tocsin.store.incidents.state import ReportState
from tocsin.store.incidents.tables import decisions, incident_events, incidents
from tocsin.store.incidents.waiting import Waiting, start_over, take_away, waiting
from tocsin.store.incidents.write import Stored


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an event stands: its incident, and the name of the part that was grouped together."""

    incident: str
    component: str


class IncidentBook:
    """The incidents' tables while they are brought up to date. ``now`` is the clock time of all that is written, UTC without its zone."""

    def __init__(self, connection: Connection, now: dt.datetime) -> None:
        self._connection, self._now = connection, now
        self.reports = ReportState(connection)
        self.shelf = StoredShelf(self.reports)

    def waiting(self, after: str | None, limit: int) -> list[Waiting]:
        """The next documents behind ``after`` that wait to be grouped, in the database's order of ids."""
        return waiting(self._connection, after, limit)

    def take_away(self, taken: Collection[Waiting]) -> None:
        """Let documents wait no longer that were taken in, but for those that were read or corrected again since."""
        take_away(self._connection, taken)

    def start_over(self) -> None:
        """Forget what is kept of reports for comparing them, and let them all wait."""
        start_over(self._connection)

    def standings(self, documents: Collection[str]) -> dict[EventRef, Standing]:
        """Where each event of some documents stands."""
        return self._standings(incident_events.c.document_id, documents)

    def together(self, components: Collection[str]) -> dict[EventRef, Standing]:
        """The events that stand in incidents of some parts."""
        return self._standings(incidents.c.component, components)

    def _standings(self, column: Column[Any], values: Collection[str]) -> dict[EventRef, Standing]:
        """Where each event stands in whose row, or in whose incident's, ``column`` has one of ``values``."""
        found = {}
        columns = (incident_events.c.document_id, incident_events.c.event, incidents.c.id, incidents.c.component)
        chosen = select(*columns).join(incidents, incidents.c.id == incident_events.c.incident)
        for part in chunks(sorted(values)):
            for document, event, *where in self._connection.execute(chosen.where(column.in_(part))):
                found[EventRef(document, event)] = Standing(*where)
        return found

    def stored(self, names: Collection[str]) -> dict[str, Stored]:
        """Some incidents as they stand."""
        return _write.stored(self._connection, names)

    def replace(self, old: Mapping[str, Stored], new: Sequence[IncidentRecord], who: str) -> set[str]:
        """Put incidents in the place of others. Returns the ids that were made, changed or ended."""
        return _write.replace(self._connection, old, new, who, self._now)

    def name_wholes(self, documents: Collection[str], written: Collection[str], who: str) -> set[str]:
        """Set which incidents are a part of which, where that can have changed. Returns the ids that changed by it."""
        return _write.name_wholes(self._connection, documents, written, who, self._now)

    def copies(self, documents: Collection[str]) -> dict[str, str]:
        """The copy group of each of some documents."""
        return _copies.groups_of(self._connection, documents)

    def copy_groups(self, names: Collection[str]) -> dict[str, CopyGroup]:
        """Some copy groups by their ids, without their joins."""
        return _copies.groups(self._connection, names)

    def put_copies(self, groups: Sequence[CopyGroup]) -> None:
        """Put copy groups in the place of whatever their documents stood in."""
        _copies.put(self._connection, groups)

    def part_copies(self, document: str) -> set[str]:
        """Break up the copy group that a document stands in. Returns who stood in it beside the document: they are to be grouped anew."""
        name = _copies.groups_of(self._connection, [document]).get(document)
        members = set(_copies.groups(self._connection, [name])[name].documents) if name is not None else set()
        _copies.part(self._connection, members)
        return members - {document}

    def remove(self, document: str, who: str) -> None:
        """Delete a document that stands in no incident and no copy group any more."""
        _removal.remove(self._connection, document, who, self._now)

    def decisions(self) -> tuple[StoredDecision, ...]:
        """All decisions, the earliest first."""
        return every_decision(self._connection)

    def settle(self, key: int) -> None:
        """Note that the incidents follow a decision, or its being taken back."""
        self._connection.execute(update(decisions).where(decisions.c.key == key).values(settled=True))
