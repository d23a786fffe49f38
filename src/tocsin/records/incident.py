"""The events of many documents that are one happening, and why they stand together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypeVar

DecisionKind: TypeAlias = Literal["join", "split", "pin"]


@dataclass(frozen=True, slots=True, order=True)
class EventRef:
    """An event among those of all documents: its document's id and its own."""

    document: str
    event: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence that two reports or events are, or are not, the same.

    ``of`` is the feature (``place``, ``day``, ``words`` …), ``says`` the evidence in words, ``weight`` what it adds to the score: above 0
    speaks for joining, below 0 against.
    """

    of: str
    says: str
    weight: float


MemberT = TypeVar("MemberT")


@dataclass(frozen=True, slots=True)
class Join(Generic[MemberT]):
    """Why two members stand in one group. ``score`` is the sum of the reasons' weights; above 0 they are more likely one than two.

    A person's join has the one reason ``decision``.
    """

    one: MemberT
    other: MemberT
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """One text as several papers printed it: one independent source, however many articles.

    ``id`` is its earliest document's; ``documents`` are ids, the earliest first; ``agency`` is whom the text is credited to.
    """

    id: str
    documents: tuple[str, ...]
    agency: str | None = None
    joins: tuple[Join[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The documents that report one happening: ids, the earliest first. ``id`` is the earliest document's."""

    id: str
    documents: tuple[str, ...]
    joins: tuple[Join[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """The events of many documents that are one happening.

    ``id`` is made from the earliest event and stays as later reports join; ``events`` are the earliest first. ``articles`` counts the
    documents, ``sources`` the independent ones: a copy group is one. ``part_of`` names the larger incident that this one is a piece of.
    """

    id: str
    events: tuple[EventRef, ...]
    articles: int
    sources: int
    joins: tuple[Join[EventRef], ...] = ()
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about events, which the machine never undoes.

    ``join``: all of ``events`` are one incident. ``split``: no two of them are. ``pin``: they are one incident, and no other event is of
    it.
    """

    kind: DecisionKind
    events: tuple[EventRef, ...]
