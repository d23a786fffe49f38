"""Double coding as it stands: who codes what, and what two people who were blind to each other made of a document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sqlalchemy import Connection, RowMapping, select

from tocsin.records import Reading
from tocsin.review.effective import effective
from tocsin.store import clock
from tocsin.store.current import current
from tocsin.store.load import load
from tocsin.store.review.corrections import of_document
from tocsin.store.review.tables import assignments, codings
from tocsin.store.tables import documents

State: TypeAlias = Literal["open", "done"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """A document that one person codes. ``coding`` is the number that it shares with the other coder's. Times are UTC.

    ``settled`` says that what the two differ in has been decided.
    """

    key: int
    coding: int
    document_id: str
    title: str | None
    coder: str
    state: State
    made_by: str
    made_at: dt.datetime
    done_at: dt.datetime | None
    settled: bool


@dataclass(frozen=True, slots=True)
class DoubleCoded:
    """A document as two people coded it; both have handed in. ``settled`` says that their differences have been decided."""

    document_id: str
    coding: int
    coders: tuple[str, str]
    one: Reading
    other: Reading
    settled: bool


def assignment_rows(
    connection: Connection,
    coder: str | None = None,
    state: State | None = None,
    codings_: Sequence[int] | None = None,
    key: int | None = None,
) -> tuple[Assignment, ...]:
    """Assignments by number: one's own, those of a state, of some codings, or all."""
    chosen = (
        select(assignments, codings.c.document_id, codings.c.made_by, codings.c.made_at, codings.c.settled_at, documents.c.title)
        .join(codings, codings.c.key == assignments.c.coding)
        .outerjoin(documents, (documents.c.id == codings.c.document_id) & documents.c.is_current)
        .order_by(assignments.c.key)
    )
    if coder is not None:
        chosen = chosen.where(assignments.c.coder == coder)
    if state is not None:
        chosen = chosen.where(assignments.c.state == state)
    if codings_ is not None:
        chosen = chosen.where(assignments.c.coding.in_(codings_))
    if key is not None:
        chosen = chosen.where(assignments.c.key == key)
    return tuple(_assignment(row) for row in connection.execute(chosen).mappings())


def _assignment(row: RowMapping) -> Assignment:
    same = ("key", "coding", "document_id", "title", "coder", "state", "made_by")
    done_at = row["done_at"] and clock.utc(row["done_at"])
    return Assignment(
        **{name: row[name] for name in same},
        made_at=clock.utc(row["made_at"]),
        done_at=done_at,
        settled=bool(row["settled_at"]),
    )


def coded(connection: Connection, document_id: str | None = None, coding: int | None = None) -> DoubleCoded | None:
    """The latest double coding of a document that both have handed in, or one by its number."""
    chosen = select(codings).order_by(codings.c.key.desc())
    chosen = chosen.where(codings.c.key == coding) if coding is not None else chosen.where(codings.c.document_id == document_id)
    for row in connection.execute(chosen).mappings().all():
        found = _coded(connection, row)
        if found:
            return found
    return None


def all_coded(connection: Connection, document_ids: Sequence[str] | None) -> Iterator[DoubleCoded]:
    """Every double coding that both have handed in, or those of some documents, in the order in which they were given out."""
    chosen = select(codings).order_by(codings.c.key)
    if document_ids is not None:
        chosen = chosen.where(codings.c.document_id.in_(document_ids))
    for row in connection.execute(chosen).mappings().all():
        found = _coded(connection, row)
        if found:
            yield found


def _coded(connection: Connection, row: RowMapping) -> DoubleCoded | None:
    coders = assignment_rows(connection, codings_=[row["key"]])
    stored = current(connection, row["document_id"])
    if stored is None or len(coders) != 2 or any(each.state != "done" for each in coders):
        return None
    machine = load(connection, [stored])[0]
    made = of_document(connection, row["document_id"])
    given_out = clock.utc(row["made_at"])
    before = [each for each in made if each.blind is None and each.at <= given_out]
    one, other = (
        effective(machine, [*before, *(each for each in made if each.blind == row["key"] and each.who == coder.coder)]) for coder in coders
    )
    names = (coders[0].coder, coders[1].coder)
    return DoubleCoded(row["document_id"], row["key"], names, one, other, row["settled_at"] is not None)
