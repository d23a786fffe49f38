"""What the grouping keeps of each report: its profile, and its scores with the reports that it met.

A report is known by its document's id; the rows know it by a number. All of it is seen within one transaction, which the caller holds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from tocsin.records import Reading
from tocsin.review.effective import decides
from tocsin.store.chunks import chunks
from tocsin.store.incidents.tables import grouped_reports, report_pairs
from tocsin.store.load import load
from tocsin.store.review.corrections import corrected, of_documents
from tocsin.store.tables import documents

Reports: TypeAlias = tuple[str, str]
"""Two documents' ids, in order."""

EventScores: TypeAlias = tuple[tuple[str, str, int], ...]
"""``(event of the one, event of the other, thousandths)``."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """A report as it is grouped; ``profile`` is packed, and empty where the report's keys and scores are forgotten."""

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
    """The reports and their pairs.

    New pairs are written when they are first asked for by their reports, all of a round at once and in the order in which they lie: a
    statement for each report costs a fifth of what comparing it costs.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._numbers: dict[str, int] = {}
        self._names: dict[int, str] = {}
        self._new: dict[Reports, tuple[int, PairScores]] = {}

    def readings(self, names: Collection[str]) -> dict[str, Reading]:
        """The present readings of some documents, with the corrections of people laid over them."""
        found = {}
        for part in chunks(sorted(names), 50):
            rows = list(self.connection.execute(select(documents).where(documents.c.is_current, documents.c.id.in_(part))).mappings())
            found.update({reading.document.id: reading for reading in corrected(self.connection, load(self.connection, rows))})
        return found

    def reviewed(self, names: Collection[str]) -> dict[str, frozenset[str | None]]:
        """For each document the events about which a person has decided; ``None`` among them says that all of it was accepted."""
        found = {}
        for part in chunks(sorted(names)):
            for name, made in of_documents(self.connection, part).items():
                found[name] = frozenset(correction.event for correction in made if decides(correction))
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
        found = {pair: self._new[pair][0] for pair in pairs if pair in self._new}
        wanted = [pair for pair in pairs if pair not in self._new]
        for among in self._by_both(wanted):
            for one, other, met in self.connection.execute(
                select(report_pairs.c.one, report_pairs.c.other, report_pairs.c.met).where(*among)
            ):
                found[self._names[one], self._names[other]] = met
        asked = set(pairs)
        return {pair: met for pair, met in found.items() if pair in asked}

    def set_met(self, met: Mapping[Reports, int]) -> None:
        """Change how many keys some pairs share that are there."""
        self._new |= {pair: (number, self._new[pair][1]) for pair, number in met.items() if pair in self._new}
        stored = [pair for pair in met if pair not in self._new]
        changed = update(report_pairs).where(report_pairs.c.one == bindparam("first"), report_pairs.c.other == bindparam("second"))
        numbers = self._by_numbers(stored)
        rows = [{"first": one, "second": other, "number": met[pair]} for pair, (one, other) in zip(stored, numbers, strict=True)]
        if rows:
            self.connection.execute(changed.values(met=bindparam("number")), rows)

    def add_pairs(self, scored: Iterable[PairScores], met: Mapping[Reports, int]) -> None:
        """Keep the scores of pairs that are not there."""
        self._new |= {(pair.one, pair.other): (met[pair.one, pair.other], pair) for pair in scored}

    def write_pairs(self) -> None:
        """Write the new pairs."""
        numbered = sorted(zip(self._by_numbers(self._new), self._new.values(), strict=True), key=lambda each: each[0])
        self._new = {}
        rows = [
            {"one": one, "other": other, "met": met, "text": pair.text, "best": pair.best, "events": pair.events}
            for (one, other), (met, pair) in numbered
        ]
        if rows:
            self.connection.execute(insert(report_pairs), rows)

    def drop_pairs(self, pairs: Collection[Reports]) -> None:
        """Forget the scores of some pairs."""
        stored = [pair for pair in pairs if self._new.pop(pair, None) is None]
        rows = [{"first": one, "second": other} for one, other in self._by_numbers(stored)]
        if rows:
            gone = (report_pairs.c.one == bindparam("first"), report_pairs.c.other == bindparam("second"))
            self.connection.execute(delete(report_pairs).where(*gone), rows)

    def pairs(self, pairs: Collection[Reports]) -> list[PairScores]:
        """The scores of some pairs, as far as they met."""
        found = [self._new[pair][1] for pair in pairs if pair in self._new]
        wanted = {pair for pair in pairs if pair not in self._new}
        stored = (pair for among in self._by_both(wanted) for pair in self._scores(_PAIR.where(*among)))
        return found + [pair for pair in stored if (pair.one, pair.other) in wanted]

    def pairs_with(self, names: Collection[str], *, texts: bool) -> Iterator[PairScores]:
        """The pairs of some reports with any others that have a score above 0: as one text, or of two events."""
        self.write_pairs()
        scored = report_pairs.c.text if texts else report_pairs.c.best
        for part in chunks(self.numbers(names)):
            yield from self._scores(_PAIR.where(report_pairs.c.one.in_(part), scored > 0))
            yield from self._scores(_PAIR.where(report_pairs.c.other.in_(part), report_pairs.c.one.not_in(part), scored > 0))

    def pairs_among(self, names: Collection[str]) -> Iterator[PairScores]:
        """Every pair of which both reports are among ``names``."""
        self.write_pairs()
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

    def _by_both(self, pairs: Collection[Reports]) -> Iterator[tuple[ColumnElement[bool], ColumnElement[bool]]]:
        """Conditions that hold for each of some pairs, and for some others of their reports.

        Pairs that are asked for are those of one report or of a few with each other. A list of pairs would be compiled anew each time,
        which takes ten times as long as to look up the others.
        """
        for part in chunks(sorted(self._by_numbers(pairs)), 100):
            yield report_pairs.c.one.in_({one for one, _ in part}), report_pairs.c.other.in_({other for _, other in part})

    def _scores(self, chosen: Select[Any]) -> list[PairScores]:
        rows = list(self.connection.execute(chosen))
        names = self.names({number for row in rows for number in (row.one, row.other)})
        return [PairScores(names[one], names[other], text, tuple(map(tuple, events))) for one, other, text, events in rows]


_PAIR = select(report_pairs.c.one, report_pairs.c.other, report_pairs.c.text, report_pairs.c.events)
