"""Which events hang together: the part around an event, found in the database without looking at the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from tocsin.corroborate.cluster import LEVELS, MOST, Pair, pair_of
from tocsin.records import EventRef
from tocsin.store.incidents.state import PairScores, ReportState

_STEPS = 3
"""Links from an event to others that are loaded for all events together. Each step costs two statements; without them each part costs some.
"""


class Links:
    """The links between events that score above 0, loaded as they are asked for, and those that a person made."""

    def __init__(self, reports: ReportState, musts: Iterable[Pair[EventRef]]) -> None:
        self._reports = reports
        self._known: set[str] = set()
        self._of: dict[EventRef, dict[EventRef, int]] = defaultdict(dict)
        self._musts: dict[EventRef, set[EventRef]] = defaultdict(set)
        for one, other in musts:
            self._musts[one].add(other)
            self._musts[other].add(one)

    def load(self, documents: Collection[str]) -> None:
        """Learn the links of the events of some documents."""
        unknown = set(documents) - self._known
        self._known |= unknown
        for pair in self._reports.pairs_with(unknown, texts=False) if unknown else ():
            for event, far, score in pair.events:
                if score > 0:
                    one, other = EventRef(pair.one, event), EventRef(pair.other, far)
                    self._of[one][other] = self._of[other][one] = score

    def parts(self, events: Collection[EventRef]) -> list[list[EventRef]]:
        """The parts that some events are in, each once."""
        self._load_around(events)
        found: list[list[EventRef]] = []
        done: set[EventRef] = set()
        for event in sorted(events):
            if event not in done:
                found.append(self.part(event))
                done.update(found[-1])
        return found

    def part(self, event: EventRef) -> list[EventRef]:
        """The part that an event is in: as ``tocsin.corroborate.cluster.parts_of`` has it."""
        for level in LEVELS[:-1]:
            found = self._reached(event, level, MOST)
            if found is not None:
                return found
        return self._reached(event, LEVELS[-1], None) or [event]

    def _load_around(self, events: Collection[EventRef]) -> None:
        """Learn the links of some events and of those near them, all at once: most parts are no wider."""
        found, edge = set(events), set(events)
        for _ in range(_STEPS):
            self.load({ref.document for ref in edge})
            edge = {other for ref in edge for other in self._of.get(ref, ())} - found
            found |= edge

    def _reached(self, event: EventRef, level: int, most: int | None) -> list[EventRef] | None:
        """All that links above ``level`` lead to; ``None`` where there are more than ``most``."""
        found, edge = {event}, {event}
        while edge:
            self.load({ref.document for ref in edge})
            near = {other for ref in edge for other, score in self._of.get(ref, {}).items() if score > level}
            near |= {other for ref in edge for other in self._musts.get(ref, ())}
            edge = near - found
            found |= edge
            if most is not None and len(found) > most:
                return None
        return sorted(found)


def event_scores(pair: PairScores) -> list[tuple[Pair[EventRef], int]]:
    """The scores of the events of two reports."""
    return [(pair_of(EventRef(pair.one, one), EventRef(pair.other, other)), score) for one, other, score in pair.events]
