"""Acts: what a person decides at once. To take two events out of an incident of thirty is one act, kept as many decisions about pairs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from tocsin.records import DecisionKind, EventRef
from tocsin.store.incidents.records import StoredDecision


@dataclass(frozen=True, slots=True)
class Act:
    """Decisions of one kind that one person made at one moment, for one reason: they are shown and taken back together."""

    decisions: tuple[StoredDecision, ...]

    @property
    def key(self) -> int:
        """What the act is called: the key of its first decision."""
        return self.decisions[0].key

    @property
    def keys(self) -> frozenset[int]:
        """The keys of all its decisions; each leads to the act."""
        return frozenset(each.key for each in self.decisions)

    @property
    def kind(self) -> DecisionKind:
        """Whether events were joined, split or pinned."""
        return self.decisions[0].decision.kind

    @property
    def who(self) -> str:
        """Who decided."""
        return self.decisions[0].who

    @property
    def why(self) -> str | None:
        """The reason given."""
        return self.decisions[0].why

    @property
    def decided_at(self) -> dt.datetime:
        """When, UTC."""
        return self.decisions[0].decided_at

    @property
    def undone_at(self) -> dt.datetime | None:
        """When the last of it was taken back, UTC; ``None`` while any of it stands."""
        times = [each.undone_at for each in self.decisions if each.undone_at is not None]
        return max(times) if len(times) == len(self.decisions) else None

    @property
    def undone_by(self) -> str | None:
        """Who took it back; ``None`` while any of it stands."""
        return self.decisions[-1].undone_by if self.undone_at else None

    @property
    def sides(self) -> tuple[tuple[EventRef, ...], tuple[EventRef, ...]]:
        """The events that were taken out, and those from which they were; for all else every event it is about, and none."""
        pairs = [each.decision.events for each in self.decisions]
        if len(pairs) == 1:
            return pairs[0], ()
        off = tuple(dict.fromkeys(pair[0] for pair in pairs))
        return off, tuple(dict.fromkeys(ref for pair in pairs for ref in pair[1:] if ref not in off))


def acts(decisions: Sequence[StoredDecision]) -> tuple[Act, ...]:
    """Decisions in the order of their keys, put together by act."""
    together = groupby(decisions, key=lambda each: (each.decision.kind, each.who, each.why, each.decided_at))
    return tuple(Act(tuple(made)) for _, made in together)
