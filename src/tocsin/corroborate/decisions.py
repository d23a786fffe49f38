"""A person's decisions as limits to the grouping."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from tocsin.corroborate.cluster import Limits, Pair, pair_of
from tocsin.records import Decision, EventRef


def limits_of(decisions: Sequence[Decision]) -> Limits[EventRef]:
    """What ``decisions`` ask, the latest last: of two that contradict each other about a pair of events, the later one holds.

    Joins are of pairs; where several of them would together undo a split, the split holds.
    """
    told: dict[Pair[EventRef], bool] = {}
    pinned: dict[frozenset[EventRef], None] = {}
    for decision in decisions:
        for pair in _pairs(decision.events):
            told.pop(pair, None)  # so that the latest stand last
            told[pair] = decision.kind != "split"
        events = frozenset(decision.events)
        pinned = {pin: None for pin in pinned if not _undone(pin, decision, events)}
        if decision.kind == "pin":
            pinned[events] = None
    must = tuple(pair for pair, joined in reversed(told.items()) if joined)
    return Limits(must, frozenset(pair for pair, joined in told.items() if not joined), tuple(pinned))


def _undone(pin: frozenset[EventRef], decision: Decision, events: frozenset[EventRef]) -> bool:
    """Whether a later decision reaches into a pinned incident: splits it, joins something to it or pins another with its events."""
    if decision.kind == "split":
        return len(pin & events) > 1
    return bool(pin & events) and not events <= pin


def _pairs(events: Iterable[EventRef]) -> list[Pair[EventRef]]:
    return [pair_of(one, other) for one, other in combinations(sorted(set(events)), 2)]
