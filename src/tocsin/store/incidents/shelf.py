"""Under which keys reports stand: the shelf of ``tocsin.corroborate.meet`` in a database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import bindparam, delete, insert, select

from tocsin.store.chunks import chunks
from tocsin.store.incidents.state import ReportState
from tocsin.store.incidents.tables import crowded_keys, report_keys


class StoredShelf:
    """Reports by their keys; reports are known by their documents' ids.

    What was looked up or changed is held until the transaction ends, and changes are written by :meth:`write`, all at once and in the order
    in which the keys lie: 25 reports have some 6,000 keys, and the statements of one report at a time took a third of all that grouping
    took.
    """

    def __init__(self, reports: ReportState) -> None:
        self._reports, self._connection = reports, reports.connection
        self._crowded: dict[int, bool] = {}
        self._held: dict[int, set[str]] = {}
        self._marked: set[int] = set()
        self._put: defaultdict[int, set[int]] = defaultdict(set)
        self._taken: defaultdict[int, set[int]] = defaultdict(set)

    def crowded(self, keys: Collection[int]) -> set[int]:
        """Those among ``keys`` that are halved."""
        unknown = [key for key in keys if key not in self._crowded]
        found: set[int] = set()
        for part in chunks(unknown):
            found.update(self._connection.execute(select(crowded_keys.c.key).where(crowded_keys.c.key.in_(part))).scalars())
        self._crowded.update((key, key in found) for key in unknown)
        return {key for key in keys if self._crowded[key]}

    def held(self, keys: Collection[int]) -> Mapping[int, Collection[str]]:
        """The reports under each of ``keys``; keys under which none stands are left out."""
        self._look_up([key for key in keys if key not in self._held])
        return {key: tuple(self._held[key]) for key in keys if self._held[key]}

    def put(self, placed: Iterable[tuple[int, str]]) -> None:
        """Put reports under keys."""
        self._change(placed, self._put, self._taken)

    def take(self, placed: Iterable[tuple[int, str]]) -> None:
        """Take reports away from keys."""
        self._change(placed, self._taken, self._put)

    def mark(self, key: int, *, crowded: bool) -> None:
        """Note that a key is halved, or no longer is."""
        self._crowded[key] = crowded
        self._marked.add(key)

    def write(self) -> None:
        """Write what has changed."""
        for part in chunks(sorted(self._marked)):
            self._connection.execute(delete(crowded_keys).where(crowded_keys.c.key.in_(part)))
        crowded = [{"key": key} for key in sorted(self._marked) if self._crowded[key]]
        if crowded:
            self._connection.execute(insert(crowded_keys), crowded)
        gone = [{"under": key, "number": number} for key in sorted(self._taken) for number in self._taken[key]]
        if gone:
            chosen = (report_keys.c.key == bindparam("under"), report_keys.c.report == bindparam("number"))
            self._connection.execute(delete(report_keys).where(*chosen), gone)
        new = [{"key": key, "report": number} for key in sorted(self._put) for number in self._put[key]]
        if new:
            self._connection.execute(insert(report_keys), new)
        for changes in (self._marked, self._put, self._taken):
            changes.clear()

    def _look_up(self, keys: Collection[int]) -> None:
        numbers: dict[int, set[int]] = {key: set() for key in keys}
        for part in chunks(sorted(keys)):
            for key, number in self._connection.execute(select(report_keys.c.key, report_keys.c.report).where(report_keys.c.key.in_(part))):
                numbers[key].add(number)
        for key, known in numbers.items():
            known.difference_update(self._taken.get(key, ()))  # changed before anybody asked
            known.update(self._put.get(key, ()))
        names = self._reports.names({number for known in numbers.values() for number in known})
        self._held.update((key, {names[number] for number in known}) for key, known in numbers.items())

    def _change(self, placed: Iterable[tuple[int, str]], to: defaultdict[int, set[int]], back: defaultdict[int, set[int]]) -> None:
        """Note which reports come to keys, or leave them; to take back what is not written yet is no change."""
        pairs = list(placed)
        numbers = self._reports.numbers([name for _, name in pairs])
        for (key, name), number in zip(pairs, numbers, strict=True):
            if number in back[key]:
                back[key].discard(number)
            else:
                to[key].add(number)
            if key in self._held:
                (self._held[key].add if to is self._put else self._held[key].discard)(name)
