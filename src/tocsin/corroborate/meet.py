"""Which reports meet: those that share a key, as long as not too many do.

A key that more than :data:`CROWD` reports share (a capital in a war, one text in 300 papers) is *crowded*: it is halved by a hash of key and
report, and its halves again, until no part holds more. Two reports of a crowded key meet where they stand in one part. Every key is halved
otherwise: reports that share much, and so many crowded keys, meet all the same with near certainty, and those that share one hardly ever.
What a report costs is bounded by its keys, however many reports there are; and which pairs meet depends on the reports alone, not on their
order: a key or a part of it is halved exactly while more than :data:`CROWD` reports stand under it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2b
from typing import Protocol

from tocsin.corroborate.cluster import Pair, pair_of

CROWD = 16
"""Most reports of one key that all meet each other. Two reports of one happening share 39 keys on the bundles: of 366 such reports 3 in 4 pairs meet."""


BESIDE = 42
"""Bits of a key behind its first ones. The parts of a key have those first ones too, so that they lie beside it. That two of a hundred thousand
keys of one time are one number happens in one archive of a thousand, and only makes reports meet that need not."""


class Shelf(Protocol):
    """Where it is kept which reports stand under a key: in memory or in a database."""

    def crowded(self, keys: Collection[int]) -> set[int]:
        """Those among ``keys`` that are halved."""
        ...

    def held(self, keys: Collection[int]) -> Mapping[int, Collection[str]]:
        """The reports under each of ``keys``; none of those that are halved."""
        ...

    def put(self, placed: Iterable[tuple[int, str]]) -> None:
        """Put reports under keys."""
        ...

    def take(self, placed: Iterable[tuple[int, str]]) -> None:
        """Take reports away from keys."""
        ...

    def mark(self, key: int, *, crowded: bool) -> None:
        """Note that a key is halved, or no longer is."""
        ...


class Meetings:
    """Keeps reports under their keys, and says what each change does: for each pair of reports how many keys it shares more or fewer."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def expect(self, reports: Mapping[str, Collection[int]]) -> None:
        """Let the shelf look up at once what it will be asked when these reports are added: one that lies in a database answers the faster."""
        asked = {(key, report) for report, keys in reports.items() for key in keys}
        while asked:
            keys = {key for key, _ in asked}
            crowded = self._shelf.crowded(keys)
            self._shelf.held(keys - crowded)
            asked = {(part_of(key, half_of(key, report)), report) for key, report in asked if key in crowded}

    def add(self, report: str, keys: Collection[int]) -> Counter[Pair[str]]:
        """Keep a report that is not there under its keys."""
        leaves = self._leaves(report, keys, [])
        held = self._shelf.held(leaves)
        change = Counter(pair_of(report, other) for leaf in leaves for other in held.get(leaf, ()))
        self._shelf.put((leaf, report) for leaf in leaves)
        for leaf in leaves:
            self._halve(leaf, [*held.get(leaf, ()), report], change)
        return change

    def remove(self, report: str, keys: Collection[int]) -> Counter[Pair[str]]:
        """Take a report away that is kept under these keys."""
        above: list[int] = []
        leaves = self._leaves(report, keys, above)
        held = self._shelf.held(leaves)
        change = Counter({pair: -number for pair, number in _shared(report, held.values()).items()})
        self._shelf.take((leaf, report) for leaf in leaves)
        for key in reversed(above):
            self._unite(key, change)
        return change

    def _leaves(self, report: str, keys: Collection[int], above: list[int]) -> set[int]:
        """Where a report stands under its keys. The crowded ones on the way are noted in ``above``, the wholes before their parts."""
        leaves: set[int] = set()
        asked = set(keys)
        while asked:
            crowded = self._shelf.crowded(asked)
            above += sorted(crowded)
            leaves |= asked - crowded
            asked = {part_of(key, half_of(key, report)) for key in crowded}
        return leaves

    def _halve(self, key: int, reports: list[str], change: Counter[Pair[str]]) -> None:
        if len(reports) <= CROWD:
            return
        halves: tuple[list[str], list[str]] = ([], [])
        for report in reports:
            halves[half_of(key, report)].append(report)
        change.subtract(pair_of(one, other) for one in halves[0] for other in halves[1])
        self._shelf.mark(key, crowded=True)
        self._shelf.take((key, report) for report in reports)
        for half, members in enumerate(halves):
            self._shelf.put((part_of(key, half), report) for report in members)
            self._halve(part_of(key, half), members, change)

    def _unite(self, key: int, change: Counter[Pair[str]]) -> None:
        """Put the halves of a key together again where it is crowded no longer."""
        parts = [part_of(key, half) for half in (0, 1)]
        if self._shelf.crowded(parts):
            return
        held = self._shelf.held(parts)
        halves = [sorted(held.get(part, ())) for part in parts]
        if len(halves[0]) + len(halves[1]) > CROWD:
            return
        change.update(pair_of(one, other) for one in halves[0] for other in halves[1])
        self._shelf.mark(key, crowded=False)
        for part, members in zip(parts, halves, strict=True):
            self._shelf.take((part, report) for report in members)
            self._shelf.put((key, report) for report in members)


class Memory:
    """A shelf in memory."""

    def __init__(self) -> None:
        self._crowded: set[int] = set()
        self._reports: dict[int, set[str]] = {}

    def crowded(self, keys: Collection[int]) -> set[int]:
        """See :class:`Shelf`."""
        return self._crowded.intersection(keys)

    def held(self, keys: Collection[int]) -> Mapping[int, Collection[str]]:
        """See :class:`Shelf`."""
        return {key: set(self._reports[key]) for key in keys if key in self._reports}

    def put(self, placed: Iterable[tuple[int, str]]) -> None:
        """See :class:`Shelf`."""
        for key, report in placed:
            self._reports.setdefault(key, set()).add(report)

    def take(self, placed: Iterable[tuple[int, str]]) -> None:
        """See :class:`Shelf`."""
        for key, report in placed:
            self._reports[key].discard(report)
            if not self._reports[key]:
                del self._reports[key]

    def mark(self, key: int, *, crowded: bool) -> None:
        """See :class:`Shelf`."""
        if crowded:
            self._crowded.add(key)
        else:
            self._crowded.discard(key)


def half_of(key: int, report: str) -> int:
    """In which half of a crowded key a report stands: 0 or 1."""
    return blake2b(f"{key}\0{report}".encode("utf-8", "surrogatepass"), digest_size=1).digest()[0] & 1


def part_of(key: int, half: int) -> int:
    """The key of a half."""
    told = int.from_bytes(blake2b(f"{key}/{half}".encode(), digest_size=8).digest(), "big")
    return key >> BESIDE << BESIDE | told & (1 << BESIDE) - 1


def _shared(report: str, held: Iterable[Collection[str]]) -> Counter[Pair[str]]:
    return Counter(pair_of(report, other) for members in held for other in members if other != report)
