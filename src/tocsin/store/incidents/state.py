"""What the grouping keeps of each report: its profile, and its scores with the reports that it met.

A report is known by its document's id; the rows know it by a number. All of it is seen within one transaction, which the caller holds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Select,
    TextClause,
    and_,
    bindparam,
    column,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    update,
    values,
)

from tocsin.records import Reading
from tocsin.store.incidents.tables import grouped_reports, report_pairs
from tocsin.store.load import load
from tocsin.store.review.corrections import corrected, of_documents
from tocsin.store.tables import KEY, documents

Reports: TypeAlias = tuple[str, str]
"""Two documents' ids, in order."""

EventScores: TypeAlias = tuple[tuple[str, str, int], ...]
"""``(event of the one, event of the other, thousandths)``."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document whose present reading is not among the groups: its id and when it was read (UTC, without its zone)."""

    document: str
    read_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Grouped:
    """A report as it is grouped; ``profile`` is packed."""

    document: str
    published: dt.date | None
    credit: str | None
    profile: bytes


@dataclass(frozen=True, slots=True)
class PairScores:
    """The scores of two reports that met, in thousandths: as one text (``None`` without a run of words in common), and of their events."""

    one: str
    other: str
    text: int | None
    events: EventScores

    @property
    def best(self) -> int:
        """The highest score of two events; 0 where none is compared."""
        return max((score for *_, score in self.events), default=0)


class ReportState:
    """The reports and their pairs."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._numbers: dict[str, int] = {}
        self._names: dict[int, str] = {}

    def waiting(self, method: str, after: str | None, limit: int) -> list[Waiting]:
        """The next documents behind ``after`` whose present reading is not grouped by ``method``, in the database's order of ids."""
        behind = [] if after is None else [documents.c.id > after]
        chosen = select(documents.c.id, documents.c.read_at).outerjoin(*_GROUPED).where(*_is_waiting(method), *behind)
        return [Waiting(*row) for row in self.connection.execute(chosen.order_by(documents.c.id).limit(limit))]

    def number_waiting(self, method: str) -> int:
        """How many there are in all."""
        chosen = select(func.count()).select_from(documents.outerjoin(*_GROUPED)).where(*_is_waiting(method))
        return int(self.connection.execute(chosen).scalar_one())

    def readings(self, names: Collection[str]) -> dict[str, Reading]:
        """The present readings of some documents, with the corrections of people laid over them."""
        found = {}
        for part in chunks(sorted(names), 50):
            rows = list(self.connection.execute(select(documents).where(documents.c.is_current, documents.c.id.in_(part))).mappings())
            found.update({reading.document.id: reading for reading in corrected(self.connection, load(self.connection, rows))})
        return found

    def reviewed(self, names: Collection[str]) -> dict[str, frozenset[str | None]]:
        """For each document the events about which a person has said something; ``None`` among them says that all of it was accepted."""
        found = {}
        for part in chunks(sorted(names)):
            for name, made in of_documents(self.connection, part).items():
                found[name] = frozenset(correction.event for correction in made if correction.in_force)
        return found

    def grouped(self, names: Collection[str]) -> dict[str, Grouped]:
        """Those of some documents that are grouped."""
        columns = (grouped_reports.c.document_id, grouped_reports.c.published, grouped_reports.c.credit, grouped_reports.c.profile)
        found = {}
        for part in chunks(sorted(names)):
            for row in self.connection.execute(select(*columns).where(grouped_reports.c.document_id.in_(part))):
                found[row.document_id] = Grouped(*row)
        return found

    def published(self, names: Collection[str]) -> dict[str, tuple[dt.date | None, str | None]]:
        """The trusted publication date and the credit of each grouped report."""
        columns = (grouped_reports.c.document_id, grouped_reports.c.published, grouped_reports.c.credit)
        found: dict[str, tuple[dt.date | None, str | None]] = {}
        for part in chunks(sorted(names)):
            for name, day, credit in self.connection.execute(select(*columns).where(grouped_reports.c.document_id.in_(part))):
                found[name] = day, credit
        return found

    def enter(self, report: Grouped, read_at: dt.datetime, method: str) -> None:
        """Note a report that is not there."""
        row = {"document_id": report.document, "published": report.published, "credit": report.credit, "profile": report.profile}
        made = insert(grouped_reports).values(**row, read_at=read_at, method=method).returning(grouped_reports.c.key)
        self._learn(report.document, int(self.connection.execute(made).scalar_one()))

    def leave(self, name: str) -> None:
        """Forget a report whose keys and pairs are gone."""
        self.connection.execute(delete(grouped_reports).where(grouped_reports.c.document_id == name))
        self._names.pop(self._numbers.pop(name, -1), None)

    def met(self, pairs: Collection[Reports]) -> dict[Reports, int]:
        """How many keys two reports share; pairs that share none are left out."""
        found = {}
        for part in chunks(self._by_numbers(pairs)):
            chosen = select(report_pairs.c.one, report_pairs.c.other, report_pairs.c.met).join(*_wanted(part))
            for one, other, met in self.connection.execute(chosen):
                found[self._names[one], self._names[other]] = met
        return found

    def set_met(self, met: Mapping[Reports, int]) -> None:
        """Change how many keys some pairs share that are there."""
        changed = update(report_pairs).where(report_pairs.c.one == bindparam("first"), report_pairs.c.other == bindparam("second"))
        rows = [{"first": one, "second": other, "number": met[pair]} for pair, (one, other) in zip(met, self._by_numbers(met), strict=True)]
        if rows:
            self.connection.execute(changed.values(met=bindparam("number")), rows)

    def add_pairs(self, scored: Sequence[PairScores], met: Mapping[Reports, int]) -> None:
        """Keep the scores of pairs that are not there."""
        numbers = self._by_numbers([(pair.one, pair.other) for pair in scored])
        rows = [
            {"one": one, "other": other, "met": met[pair.one, pair.other], "text": pair.text, "best": pair.best, "events": pair.events}
            for pair, (one, other) in zip(scored, numbers, strict=True)
        ]
        if rows:
            self.connection.execute(insert(report_pairs), rows)

    def drop_pairs(self, pairs: Collection[Reports]) -> None:
        """Forget the scores of some pairs."""
        rows = [{"first": one, "second": other} for one, other in self._by_numbers(pairs)]
        if rows:
            gone = (report_pairs.c.one == bindparam("first"), report_pairs.c.other == bindparam("second"))
            self.connection.execute(delete(report_pairs).where(*gone), rows)

    def pairs(self, pairs: Collection[Reports]) -> list[PairScores]:
        """The scores of some pairs, as far as they met."""
        return [found for part in chunks(self._by_numbers(pairs)) for found in self._scores(_PAIR.join(*_wanted(part)))]

    def pairs_with(self, names: Collection[str], *, texts: bool) -> Iterator[PairScores]:
        """The pairs of some reports with any others that have a score above 0: as one text, or of two events."""
        scored = report_pairs.c.text if texts else report_pairs.c.best
        for part in chunks(self.numbers(names)):
            yield from self._scores(_PAIR.where(report_pairs.c.one.in_(part), scored > 0))
            yield from self._scores(_PAIR.where(report_pairs.c.other.in_(part), report_pairs.c.one.not_in(part), scored > 0))

    def pairs_among(self, names: Collection[str]) -> Iterator[PairScores]:
        """Every pair of which both reports are among ``names``."""
        numbers = self.numbers(names)
        for part in chunks(numbers):
            for others in chunks(numbers):
                yield from self._scores(_PAIR.where(report_pairs.c.one.in_(part), report_pairs.c.other.in_(others)))

    def numbers(self, names: Collection[str]) -> list[int]:
        """The rows' numbers of some reports."""
        unknown = [name for name in names if name not in self._numbers]
        for part in chunks(unknown):
            chosen = select(grouped_reports.c.document_id, grouped_reports.c.key).where(grouped_reports.c.document_id.in_(part))
            for name, number in self.connection.execute(chosen):
                self._learn(name, number)
        return [self._numbers[name] for name in names]

    def names(self, numbers: Collection[int]) -> Mapping[int, str]:
        """The reports' ids by their numbers: of at least these."""
        unknown = [number for number in numbers if number not in self._names]
        for part in chunks(unknown):
            chosen = select(grouped_reports.c.document_id, grouped_reports.c.key).where(grouped_reports.c.key.in_(part))
            for name, number in self.connection.execute(chosen):
                self._learn(name, number)
        return self._names

    def _learn(self, name: str, number: int) -> None:
        self._numbers[name], self._names[number] = number, name

    def _by_numbers(self, pairs: Collection[Reports]) -> list[tuple[int, int]]:
        self.numbers(list(dict.fromkeys(name for pair in pairs for name in pair)))
        return [(self._numbers[one], self._numbers[other]) for one, other in pairs]

    def _scores(self, chosen: Select[Any]) -> list[PairScores]:
        rows = list(self.connection.execute(chosen))
        names = self.names({number for row in rows for number in (row.one, row.other)})
        return [PairScores(names[one], names[other], text, tuple(map(tuple, events))) for one, other, text, events in rows]


def chunks(items: Sequence[T], size: int = 500) -> Iterator[Sequence[T]]:
    """At most ``size`` at a time: a statement takes a limited number of values."""
    return (items[start : start + size] for start in range(0, len(items), size))


def _wanted(pairs: Sequence[tuple[int, int]]) -> tuple[CTE, ColumnElement[bool]]:
    """Pairs as a table to join with, and how: SQLite would go through all rows for pairs in a list."""
    table = values(column("one", KEY), column("other", KEY), name="wanted").data(list(pairs)).cte("wanted")
    return table, and_(report_pairs.c.one == table.c.one, report_pairs.c.other == table.c.other)


_PAIR = select(report_pairs.c.one, report_pairs.c.other, report_pairs.c.text, report_pairs.c.events)

_GROUPED = (grouped_reports, grouped_reports.c.document_id == documents.c.id)


def _is_waiting(method: str) -> tuple[TextClause, ColumnElement[bool]]:
    missing = grouped_reports.c.key.is_(None)
    # Written as in the index over such documents: SQLite uses one of a part of the rows only for the very same condition.
    current = text("documents.is_current")
    return current, or_(missing, grouped_reports.c.read_at != documents.c.read_at, grouped_reports.c.method != method)
