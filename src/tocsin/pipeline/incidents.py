"""Incidents brought up to date: documents that a database holds and that are not grouped yet, or were read or corrected again, are.

::

    Reading ──profile──> keys ──meet──> pairs ──score──> parts that they touch ──cluster──> incidents

A report is compared with the reports that it meets by its keys, and only the parts that its scores touch are grouped again, so a new one
costs what it touches, however much the database holds. The outcome depends on the documents and on people's decisions alone: any order and
any batching give the same incidents, those of :class:`tocsin.corroborate.grouping.Grouping`. A run that is killed loses the round that it
was in, and is finished by another one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tocsin.corroborate.grouping import METHOD
from tocsin.corroborate.weights import Weights
from tocsin.pipeline.incident_round import Round
from tocsin.records import Decision
from tocsin.store import Store
from tocsin.store.current import MACHINE
from tocsin.store.incidents.acts import acts
from tocsin.store.incidents.book import IncidentBook
from tocsin.store.incidents.waiting import Waiting

ROUND = 25
"""Most documents of a round. The larger, the fewer times a part is grouped; the smaller, the shorter others wait who want to write."""

PATIENCE_S = 5.0
"""Seconds after which a round takes no further document in: a writer of a SQLite file waits for another one 30 seconds, then gives up."""


AT_ONCE = 10
"""Documents of a round that are read, and looked up, together: what a round that runs out of time has to throw away."""


@dataclass(frozen=True, slots=True)
class Updated:
    """What bringing up to date came to: incidents that there are, changes to incidents that were made, documents that were taken in."""

    incidents: int
    changed: int
    documents: int


def bring_up_to_date(store: Store, progress: Callable[[int, int], None] | None = None, *, size: int = ROUND) -> Updated:
    """Follow all decisions and take in all documents that wait, in rounds of ``size``, each in a transaction.

    ``progress`` is told how many documents are done, and of how many.

    Raises:
        StoreError: the database cannot be read or written; the rounds that were done stay.
    """
    weights = Weights()
    changed = _follow_decisions(store, weights)
    total = store.waiting(METHOD)
    done, after = 0, None
    while True:
        with store.incident_book() as book:
            waiting = book.waiting(after, size)
            if not waiting:
                break
            this = Round(book, weights)
            taken = _take(book, this, waiting)
            changed += this.finish(MACHINE)
        done, after = done + taken, waiting[taken - 1].document
        if progress:
            progress(done, max(total, done))
    return Updated(store.number_of_incidents(), changed, done)


def _take(book: IncidentBook, this: Round, waiting: Sequence[Waiting]) -> int:
    """Take documents in, as long as nobody has to wait too long. Returns how many were taken: at least one."""
    until = time.monotonic() + PATIENCE_S
    taken = 0
    for start in range(0, len(waiting), AT_ONCE):
        if taken and time.monotonic() > until:
            break
        some = waiting[start : start + AT_ONCE]
        this.intake.expect(book.reports.readings({each.document for each in some}))
        for each in some:
            if taken and time.monotonic() > until:
                break
            this.intake.take(each)
            taken += 1
    this.intake.write()
    book.take_away(waiting[:taken])
    return taken


def decide(
    store: Store, decision: Decision, who: str, why: str | None = None, expected: Mapping[str, int] | None = None
) -> tuple[int, Updated]:
    """Keep a person's decision and let the incidents follow it. Returns its key, for taking it back.

    Raises:
        ConflictError: an incident in ``expected`` has another version by now.
        StoreError: an event of it stands in no incident.
    """
    key = store.decide(decision, who, why, expected)
    return key, bring_up_to_date(store)


def undo(store: Store, key: int, who: str) -> Updated:
    """Take a decision back, with all that was decided in the same act, and let the incidents follow.

    Raises:
        StoreError: there is no such decision, or it was taken back already.
    """
    store.undo_decision(key, who)
    return bring_up_to_date(store)


def remove(store: Store, documents: Sequence[str], who: str, progress: Callable[[int, int], None] | None = None) -> int:
    """Take documents out of a database, with all that was read out of them and said about them; the incidents are those of the others.

    Each :data:`ROUND` of them go in one transaction. ``progress`` is told how many are gone, and of how many. Returns how many incidents
    were changed or ended by it. Documents that are not there change nothing.

    Raises:
        StoreError: the database cannot be read or written; the rounds that were done stay.
    """
    bring_up_to_date(store)
    weights, changed = Weights(), 0
    for start in range(0, len(documents), ROUND):
        some = documents[start : start + ROUND]
        with store.incident_book() as book:
            this = Round(book, weights)
            this.intake.forget(some)
            changed += this.finish(who)
            for name in some:
                book.remove(name, who)
        if progress:
            progress(start + len(some), len(documents))
    return changed


def _follow_decisions(store: Store, weights: Weights) -> int:
    changed = 0
    while True:
        with store.incident_book() as book:
            waiting = next((act for act in acts(book.decisions()) if not all(each.settled for each in act.decisions)), None)
            if waiting is None:
                return changed
            this = Round(book, weights)
            for each in waiting.decisions:
                this.follow(each)
            changed += this.finish(waiting.undone_by or waiting.who)
