"""Groups out of scored pairs, the same whatever the order in which members and pairs come.

Two groups are joined while the mean score over all pairs between them is above 0, the best pair of groups first (average linkage). A pair
that nobody scored counts as ``absent``. Equal means are told apart by the groups' first members. Scores are whole thousandths, so that a
sum does not depend on its order.

Groups can only be joined where at least one pair between them scores above 0. The outcome for a member depends therefore on its *part* alone
(:func:`parts_of`): its connected component, or where that has more than :data:`MOST` members (a war, where every report has some link to the
next) the component that is left when weak links are cut, the weakest first. A new report has only the parts that it touches grouped again.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

THOUSANDTHS = 1000

MOST = 600
"""Members from which a part is cut at its weak links. One act was found in 366 articles; a part this large is grouped in about a second."""

LEVELS: tuple[int, ...] = (0, 500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 5000, 6000)
"""Thousandths up to which links are cut, step by step; what is larger still at the last step stays whole."""


class Ordered(Protocol):
    """What members must be: hashable, and in an order that is the same everywhere."""

    def __lt__(self, other: Any, /) -> bool:
        """Whether it comes first."""
        ...

    def __hash__(self) -> int:
        """As for every key."""
        ...


MemberT = TypeVar("MemberT", bound=Ordered)
Pair: TypeAlias = tuple[MemberT, MemberT]
"""Two members, the first in order first: :func:`pair_of`."""


@dataclass(frozen=True, slots=True)
class Limits(Generic[MemberT]):
    """What a person decided: ``must`` be one group, and ``cannot`` be.

    Both are pairs of :func:`pair_of`. ``pinned`` are groups that are complete: nothing else joins them. A ``must`` that would break a
    ``cannot`` is passed over.
    """

    must: tuple[Pair[MemberT], ...] = ()
    cannot: frozenset[Pair[MemberT]] = frozenset()
    pinned: tuple[frozenset[MemberT], ...] = ()


def pair_of(one: MemberT, other: MemberT) -> Pair[MemberT]:
    """The pair in its one order."""
    return (one, other) if one < other else (other, one)


def thousandths(score: float) -> int:
    """A score as it is summed."""
    return round(score * THOUSANDTHS)


def components(members: Iterable[MemberT], pairs: Iterable[Pair[MemberT]]) -> list[list[MemberT]]:
    """The members that ``pairs`` hold together, each component and their list in order."""
    heads = Heads(members)
    for one, other in pairs:
        heads.join(one, other)
    return heads.groups()


def parts_of(
    members: Iterable[MemberT],
    scores: Mapping[Pair[MemberT], int],
    musts: Sequence[Pair[MemberT]],
    cut: bool = True,
    level: int = 0,
) -> Iterator[list[MemberT]]:
    """The parts of ``members`` that can be grouped apart from each other, each in order. Links of ``musts`` are never cut, and no links at
    all without ``cut``.
    """
    links = [*(pair for pair, score in scores.items() if score > LEVELS[level]), *musts]
    for part in components(members, links):
        if not cut or len(part) <= MOST or level + 1 == len(LEVELS):
            yield part
        else:
            inside = set(part)
            yield from parts_of(part, _within(scores, inside), [pair for pair in musts if pair[0] in inside], cut, level + 1)


def cluster(
    members: Collection[MemberT],
    scores: Mapping[Pair[MemberT], int],
    absent: int,
    limits: Limits[MemberT] | None = None,
    *,
    cut: bool = True,
) -> list[list[MemberT]]:
    """The groups of ``members``, each in order, by their first members.

    Args:
        members: what is grouped.
        scores: thousandths of each scored pair; pairs with others than ``members`` are passed over.
        absent: the score of a pair that is not among them, at most 0.
        limits: what a person decided.
        cut: whether parts of more than :data:`MOST` members are cut at their weak links.
    """
    ordered = sorted(members)  # numbers in this order stand for them: they are cheaper to hash and to compare
    number = {member: place for place, member in enumerate(ordered)}
    given = _numbered(limits or Limits(), number)
    inside = {(number[one], number[other]): score for (one, other), score in scores.items() if one in number and other in number}
    musts = kept_musts(range(len(ordered)), given)
    parts = list(parts_of(range(len(ordered)), inside, musts, cut))
    of_part = {member: place for place, part in enumerate(parts) for member in part}
    shares: list[dict[Pair[int], int]] = [{} for _ in parts]
    for pair, score in inside.items():
        if of_part[pair[0]] == of_part[pair[1]]:
            shares[of_part[pair[0]]][pair] = score
    found = (group for part, share in zip(parts, shares, strict=True) for group in _grouped(part, share, absent, musts, given))
    return [[ordered[place] for place in group] for group in sorted(found)]


def _numbered(limits: Limits[MemberT], number: Mapping[MemberT, int]) -> Limits[int]:
    """The limits of numbered members; those of others are left out."""

    def pairs(of: Iterable[Pair[MemberT]]) -> Iterator[Pair[int]]:
        return ((number[one], number[other]) for one, other in of if one in number and other in number)

    pinned = (frozenset(number[member] for member in pin if member in number) for pin in limits.pinned)
    return Limits(tuple(pairs(limits.must)), frozenset(pairs(limits.cannot)), tuple(pin for pin in pinned if pin))


def spanning(group: Collection[MemberT], scores: Mapping[Pair[MemberT], int]) -> list[Pair[MemberT]]:
    """The best-scored pairs that hold a group together, one fewer than its members where all are scored: the joins to be shown."""
    ordered = sorted(group)
    number = {member: place for place, member in enumerate(ordered)}
    ranked = sorted((-score, number[one], number[other]) for (one, other), score in scores.items() if one in number and other in number)
    heads = Heads(range(len(ordered)))
    return [(ordered[one], ordered[other]) for _, one, other in ranked if heads.join(one, other)]


class Heads(Generic[MemberT]):
    """Sets that only grow together (union-find). The head of a set is its first member in order."""

    def __init__(self, members: Iterable[MemberT]) -> None:
        self._above: dict[MemberT, MemberT] = {member: member for member in members}

    def knows(self, member: MemberT) -> bool:
        """Whether ``member`` is in any of the sets."""
        return member in self._above

    def head(self, member: MemberT) -> MemberT:
        """The head of the set that holds ``member``."""
        chain = []
        while self._above[member] != member:
            chain.append(member)
            member = self._above[member]
        self._above.update(dict.fromkeys(chain, member))
        return member

    def join(self, one: MemberT, other: MemberT) -> bool:
        """Make two sets one; whether they were two."""
        a, b = self.head(one), self.head(other)
        if a == b:
            return False
        first, second = (a, b) if a < b else (b, a)
        self._above[second] = first
        return True

    def groups(self) -> list[list[MemberT]]:
        """The sets, each in order, by their first members."""
        found: dict[MemberT, list[MemberT]] = defaultdict(list)
        for member in sorted(self._above):
            found[self.head(member)].append(member)
        return [found[head] for head in sorted(found)]


def kept_musts(known: Collection[MemberT], limits: Limits[MemberT]) -> list[Pair[MemberT]]:
    """The pairs that must be one group and may, earlier ones first."""
    heads = Heads(known)
    wanted = [*limits.must, *(pair_of(min(pin), member) for pin in limits.pinned for member in sorted(pin) if member != min(pin))]
    kept = []
    for one, other in wanted:
        if one in known and other in known and not _barred(heads, one, other, limits.cannot):
            heads.join(one, other)
            kept.append((one, other))
    return kept


def _within(scores: Mapping[Pair[MemberT], int], known: Collection[MemberT]) -> dict[Pair[MemberT], int]:
    return {pair: score for pair, score in scores.items() if pair[0] in known and pair[1] in known}


def _barred(heads: Heads[MemberT], one: MemberT, other: MemberT, cannot: frozenset[Pair[MemberT]]) -> bool:
    if not cannot:
        return False
    sides = {heads.head(one), heads.head(other)}
    return len(sides) == 2 and any({heads.head(a), heads.head(b)} == sides for a, b in cannot if heads.knows(a) and heads.knows(b))


@dataclass(slots=True)
class _Group(Generic[MemberT]):
    """A group while it grows. ``sums`` are, for each neighbour, the total of the scored pairs and how many there are."""

    members: list[MemberT]
    sums: dict[MemberT, tuple[int, int]] = field(default_factory=dict)
    barred: set[MemberT] = field(default_factory=set)


def _grouped(
    part: list[int],
    scores: Mapping[Pair[int], int],
    absent: int,
    musts: Collection[Pair[int]],
    limits: Limits[int],
) -> Iterator[list[int]]:
    """One component's groups."""
    if len(part) == 1:
        yield part
        return
    heads = Heads(part)
    for one, other in musts:
        if heads.knows(one) and heads.knows(other):
            heads.join(one, other)
    groups = {group[0]: _Group(group) for group in heads.groups()}
    _connect(groups, heads, scores)
    _bar(groups, heads, limits)
    _merge(groups, absent)
    yield from (sorted(group.members) for group in groups.values())


def _connect(groups: Mapping[MemberT, _Group[MemberT]], heads: Heads[MemberT], scores: Mapping[Pair[MemberT], int]) -> None:
    for (one, other), score in scores.items():
        a, b = heads.head(one), heads.head(other)
        if a != b:
            for side, far in ((a, b), (b, a)):
                total, number = groups[side].sums.get(far, (0, 0))
                groups[side].sums[far] = total + score, number + 1


def _bar(groups: Mapping[MemberT, _Group[MemberT]], heads: Heads[MemberT], limits: Limits[MemberT]) -> None:
    for one, other in limits.cannot:
        if heads.knows(one) and heads.knows(other):
            groups[heads.head(one)].barred.add(heads.head(other))
            groups[heads.head(other)].barred.add(heads.head(one))
    for pin in limits.pinned:
        closed = {heads.head(member) for member in pin if heads.knows(member)}
        for head in closed:
            for other in groups.keys() - {head}:
                groups[head].barred.add(other)
                groups[other].barred.add(head)


def _merge(groups: dict[MemberT, _Group[MemberT]], absent: int) -> None:
    """Join the best two groups until no mean is above 0. A heap's entry is stale when a mean has changed since; it is then passed over."""
    heap = [entry for head in groups for entry in _entries(groups, head, absent, above=True)]
    heapq.heapify(heap)
    while heap:
        negative, one, other = heapq.heappop(heap)
        if one not in groups or other not in groups or _mean(groups, one, other, absent) != -negative:
            continue
        _absorb(groups, one, other)
        for entry in _entries(groups, one, absent, above=False):
            heapq.heappush(heap, entry)


def _entries(
    groups: Mapping[MemberT, _Group[MemberT]], head: MemberT, absent: int, *, above: bool
) -> Iterator[tuple[float, MemberT, MemberT]]:
    """What the heap needs for a group: its neighbours with a mean above 0; only those behind it in order, where all groups are asked."""
    group = groups[head]
    for far in group.sums:
        if far in group.barred or (above and far < head):
            continue
        mean = _mean(groups, head, far, absent)
        if mean > 0:
            yield -mean, *pair_of(head, far)


def _mean(groups: Mapping[MemberT, _Group[MemberT]], one: MemberT, other: MemberT, absent: int) -> float:
    if other in groups[one].barred:
        return -1.0
    total, number = groups[one].sums.get(other, (0, 0))
    size = len(groups[one].members) * len(groups[other].members)
    return (total + absent * (size - number)) / size


def _absorb(groups: dict[MemberT, _Group[MemberT]], one: MemberT, other: MemberT) -> None:
    """Join ``other`` to ``one``, whose head comes first and stays."""
    kept, gone = groups[one], groups.pop(other)
    kept.members += gone.members
    kept.sums.pop(other, None)
    gone.sums.pop(one, None)
    for far, (total, number) in gone.sums.items():
        before, count = kept.sums.get(far, (0, 0))
        kept.sums[far] = before + total, count + number
        groups[far].sums.pop(other)
        groups[far].sums[one] = kept.sums[far]
    for far in gone.barred:
        kept.barred.add(far)
        if far in groups:
            groups[far].barred.add(one)
