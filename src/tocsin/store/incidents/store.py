"""The methods of :class:`tocsin.store.Store` about incidents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import Engine

from tocsin.errors import StoreError
from tocsin.records import Decision, EventRef, Figure
from tocsin.store import clock
from tocsin.store.connect import reading, translated, writing
from tocsin.store.current import lock
from tocsin.store.incidents import decide as _decide
from tocsin.store.incidents import detail as _detail
from tocsin.store.incidents import list as _list
from tocsin.store.incidents.book import IncidentBook
from tocsin.store.incidents.records import (
    IncidentDetail,
    IncidentFilter,
    IncidentPage,
    IncidentRow,
    Membership,
    Party,
    Sort,
    StoredDecision,
)
from tocsin.store.incidents.waiting import has_others, number_waiting

EVERY = IncidentFilter()


class IncidentMethods:
    """What a store does with incidents. They are brought up to date by ``tocsin.pipeline.incidents``."""

    engine: Engine
    name: str

    def incidents(
        self, wanted: IncidentFilter = EVERY, sort: Sort = "-first_day", after: str | None = None, limit: int = 50
    ) -> IncidentPage:
        """A page of the incidents that are wanted, at most ``limit``, behind the place ``after`` that the page before gave.

        Raises:
            StoreError: there is no such order, or no such place.
        """
        with translated(self.name), reading(self.engine) as connection:
            return _list.page(connection, wanted, sort, after, limit)

    def incident_parties(self) -> frozenset[Party]:
        """Every actor and recipient of an incident who is not private, by name and country: for who looks for other spellings of a name."""
        with translated(self.name), reading(self.engine) as connection:
            return _list.parties(connection)

    def every_incident(self, wanted: IncidentFilter = EVERY, sort: Sort = "-first_day") -> Iterator[IncidentRow]:
        """All incidents that are wanted; in constant memory."""
        with translated(self.name), reading(self.engine) as connection:
            yield from _list.every(connection, wanted, sort)

    def incident(self, name: str) -> IncidentDetail:
        """An incident with all its events, claims, reports and changes, by its id or one that it had.

        Raises:
            StoreError: no incident ever had this id.
        """
        with translated(self.name), reading(self.engine) as connection:
            found = _detail.detail(connection, name)
        if found is None:
            raise StoreError(f"{self.name} holds no incident {name!r}; list them with: tocsin incidents list")
        return found

    def figures(self, names: Sequence[str]) -> dict[str, tuple[Figure, ...]]:
        """The figures of some incidents, without their claims; of an id that has none, nothing."""
        with translated(self.name), reading(self.engine) as connection:
            return _detail.figures(connection, names)

    def memberships(self, documents: Sequence[str]) -> dict[EventRef, Membership]:
        """For each event of some documents the incident that it stands in; those that are not grouped yet are left out."""
        with translated(self.name), reading(self.engine) as connection:
            return _detail.memberships(connection, documents)

    def decide(self, decision: Decision, who: str, why: str | None = None, expected: Mapping[str, int] | None = None) -> int:
        """Keep a person's decision; the incidents follow when they are next brought up to date. Returns its key, for :meth:`undo_decision`.

        ``expected`` are the versions of the incidents that the person saw.

        Raises:
            ConflictError: one of them has another version by now.
            StoreError: an event of it stands in no incident.
        """
        with translated(self.name), writing(self.engine) as connection:
            return _decide.decide(connection, [decision], who, why, expected, clock.now())

    def split_off(
        self, off: Sequence[EventRef], rest: Sequence[EventRef], who: str, why: str | None = None, expected: Mapping[str, int] | None = None
    ) -> int:
        """Keep each event of ``off`` apart from each of ``rest``, as one act of a person. Returns its key, for :meth:`undo_decision`.

        Raises:
            ConflictError: an incident in ``expected`` has another version by now.
            StoreError: an event stands in no incident, or on either side, or a side has none.
        """
        if not (off and rest) or set(off) & set(rest):
            raise StoreError("to split takes events that leave and others that stay; name them")
        pairs = [Decision("split", (one, other)) for one in dict.fromkeys(off) for other in dict.fromkeys(rest)]
        with translated(self.name), writing(self.engine) as connection:
            return _decide.decide(connection, pairs, who, why, expected, clock.now())

    def undo_decision(self, key: int, who: str) -> None:
        """Take a decision back, with all that was decided in the same act; the incidents follow when they are next brought up to date.

        Raises:
            StoreError: there is no such decision, or it was taken back already.
        """
        with translated(self.name), writing(self.engine) as connection:
            _decide.undo(connection, key, who, clock.now())

    @contextmanager
    def incident_book(self) -> Iterator[IncidentBook]:
        """The incidents' tables for a round of grouping, in one transaction: all that is written in it is stored, or nothing.

        One process at a time has it; others wait.
        """
        with translated(self.name), writing(self.engine) as connection:
            lock(connection, _decide.LOCK)
            yield IncidentBook(connection, clock.now())

    def number_of_incidents(self, wanted: IncidentFilter = EVERY) -> int:
        """How many incidents there are that are wanted."""
        with translated(self.name), reading(self.engine) as connection:
            return _list.number(connection, wanted)

    def waiting(self, method: str) -> int:
        """How many documents are not grouped by ``method`` as they were last read and corrected. Where another one grouped any, all are to
        be grouped anew.
        """
        with translated(self.name), reading(self.engine) as connection:
            if not has_others(connection, method):
                return number_waiting(connection)
        with self.incident_book() as book:
            book.start_over()
        return self.waiting(method)

    def decisions(self) -> tuple[StoredDecision, ...]:
        """All decisions in the order in which they were made, those that were taken back too."""
        with translated(self.name), reading(self.engine) as connection:
            return _detail.every_decision(connection)
