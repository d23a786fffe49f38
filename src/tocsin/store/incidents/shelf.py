"""Under which keys reports stand: the shelf of ``tocsin.corroborate.meet`` in a database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import bindparam, delete, insert, select

from tocsin.store.incidents.state import ReportState, chunks
from tocsin.store.incidents.tables import crowded_keys, report_keys


class StoredShelf:
    """Reports by their keys; reports are known by their documents' ids."""

    def __init__(self, reports: ReportState) -> None:
        self._reports, self._connection = reports, reports.connection

    def crowded(self, keys: Collection[int]) -> set[int]:
        """Those among ``keys`` that are halved."""
        found: set[int] = set()
        for part in chunks(list(keys)):
            found.update(self._connection.execute(select(crowded_keys.c.key).where(crowded_keys.c.key.in_(part))).scalars())
        return found

    def held(self, keys: Collection[int]) -> Mapping[int, Collection[str]]:
        """The reports under each of ``keys``."""
        rows = []
        for part in chunks(list(keys)):
            rows += list(self._connection.execute(select(report_keys.c.key, report_keys.c.report).where(report_keys.c.key.in_(part))))
        names = self._reports.names({number for _, number in rows})
        found: dict[int, list[str]] = defaultdict(list)
        for key, number in rows:
            found[key].append(names[number])
        return found

    def put(self, placed: Iterable[tuple[int, str]]) -> None:
        """Put reports under keys."""
        rows = [{"key": key, "report": number} for key, number in self._numbered(placed)]
        if rows:
            self._connection.execute(insert(report_keys), rows)

    def take(self, placed: Iterable[tuple[int, str]]) -> None:
        """Take reports away from keys."""
        rows = [{"under": key, "number": number} for key, number in self._numbered(placed)]
        if rows:
            gone = (report_keys.c.key == bindparam("under"), report_keys.c.report == bindparam("number"))
            self._connection.execute(delete(report_keys).where(*gone), rows)

    def mark(self, key: int, *, crowded: bool) -> None:
        """Note that a key is halved, or no longer is."""
        change = insert(crowded_keys).values(key=key) if crowded else delete(crowded_keys).where(crowded_keys.c.key == key)
        self._connection.execute(change)

    def _numbered(self, placed: Iterable[tuple[int, str]]) -> list[tuple[int, int]]:
        pairs = list(placed)
        numbers = self._reports.numbers([name for _, name in pairs])
        return [(key, number) for (key, _), number in zip(pairs, numbers, strict=True)]
