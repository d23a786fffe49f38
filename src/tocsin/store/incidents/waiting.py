"""Documents that wait to be grouped: who stores or corrects one puts it here, and the round that takes it in takes it away.

Without this list each look for such documents would go through all that there are: at 50,000 documents a tenth of a second and more, before
the first one is grouped.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, literal, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from tocsin.store.incidents.tables import crowded_keys, grouped_reports, report_keys, report_pairs, waiting_reports
from tocsin.store.tables import documents

NO_METHOD = ""
"""In place of the method of a report whose keys and scores are forgotten: it stands in its incidents until it is taken in again."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document whose present reading is not among the groups: its id, when it was read (UTC, without its zone), and how often it was put
    into the list.
    """

    document: str
    read_at: dt.datetime
    times: int


def wait(connection: Connection, document_id: str) -> None:
    """Put a document into the list. One that is there is counted once more, so that a round that took it in meanwhile leaves it there."""
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    made = make(waiting_reports).values(document_id=document_id, times=1)
    again = {"times": waiting_reports.c.times + 1}
    connection.execute(made.on_conflict_do_update(index_elements=[waiting_reports.c.document_id], set_=again))


def waiting(connection: Connection, after: str | None, limit: int) -> list[Waiting]:
    """The next documents behind ``after``, in the database's order of ids."""
    behind = [] if after is None else [waiting_reports.c.document_id > after]
    # Written as in the index over such documents: SQLite uses one of a part of the rows only for the very same condition.
    current = and_(documents.c.id == waiting_reports.c.document_id, text("documents.is_current"))
    chosen = select(documents.c.id, documents.c.read_at, waiting_reports.c.times).select_from(waiting_reports.join(documents, current))
    ordered = chosen.where(*behind).order_by(waiting_reports.c.document_id).limit(limit)
    return [Waiting(*row) for row in connection.execute(ordered)]


def number_waiting(connection: Connection) -> int:
    """How many there are."""
    return int(connection.execute(select(func.count()).select_from(waiting_reports)).scalar_one())


def take_away(connection: Connection, taken: Collection[Waiting]) -> None:
    """Take documents from the list, but for those that were put there again since."""
    gone = (waiting_reports.c.document_id == bindparam("name"), waiting_reports.c.times == bindparam("seen"))
    connection.execute(delete(waiting_reports).where(*gone), [{"name": each.document, "seen": each.times} for each in taken])


def has_others(connection: Connection, method: str) -> bool:
    """Whether there are reports that another method grouped."""
    first, last = (select(end(grouped_reports.c.method)).where(grouped_reports.c.method > NO_METHOD) for end in (func.min, func.max))
    return bool({connection.execute(each).scalar_one() for each in (first, last)} - {method, None})


def start_over(connection: Connection) -> None:
    """Forget all keys and scores, and let every report wait: another method has other ones. The incidents stay until their reports' turn
    comes.
    """
    for table in (report_pairs, report_keys, crowded_keys, waiting_reports):
        connection.execute(delete(table))
    current = select(documents.c.id, literal(1)).where(text("documents.is_current"))
    connection.execute(insert(waiting_reports).from_select(["document_id", "times"], current))
    connection.execute(update(grouped_reports).values(method=NO_METHOD, profile=b""))
