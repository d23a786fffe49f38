"""Incidents as they are asked for and as they are given: plain records. The asking itself is in ``list`` and ``detail``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from tocsin.records import Aux, DatePrecision, Decision, EventRef, Figure, Join, NumberClaim, PlaceKind, Quote, Standing

Sort: TypeAlias = Literal["first_day", "-first_day", "published", "-published", "articles", "-articles", "sources", "-sources", "changed"]
"""By the first day it may have been on, by the latest report, by how many tell it, by the latest change; ``-`` puts the greatest first.

``changed`` puts the latest change first. What has no value stands last; equals stand in the order of their ids.
"""


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident in one line: the columns of ``incidents`` (see ``docs/database.md``). Days are dates, ``changed_at`` is UTC."""

    id: str
    type: str
    modes: tuple[str, ...]
    standing: Standing
    aux: tuple[Aux, ...]
    first_day: dt.date | None
    last_day: dt.date | None
    date_precision: DatePrecision
    first_published: dt.date | None
    last_published: dt.date | None
    place: str | None
    place_kind: PlaceKind | None
    geonameid: int | None
    country: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    where_prec: int | None
    geo_precision: int | None
    actor: str | None
    actor_country: str | None
    actor_sectors: tuple[str, ...]
    actor_private: bool
    recipient: str | None
    recipient_country: str | None
    recipient_sectors: tuple[str, ...]
    recipient_private: bool
    articles: int
    sources: int
    score: float
    part_of: str | None
    title: str
    quote: str
    reviewed: bool
    component: str
    version: int
    changed_at: dt.datetime


Party: TypeAlias = tuple[str, str | None]
"""The name of an actor or recipient who is not private, and its country or body."""


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """Which incidents are wanted; what is empty or ``None`` does not matter, all else must hold at once.

    ``countries`` are where the act was or whose actor or recipient took part; ``actors`` are words in the actor's or recipient's name, or a
    country's or body's code; ``parties`` are actors or recipients by the very name and country, wanted beside those of ``actors``: the
    other spellings of one name, which the store knows nothing of. ``place`` is words in the place's name; ``first_day`` and ``last_day``
    bound the days on which it may have been; ``persons_min`` is the least best figure of the kind ``count_kind``, or of any count of
    persons; ``text`` is words of the title, the sentence, the place or a party; ``bbox`` is ``(west, south, east, north)`` in degrees, and
    west may be greater than east where it crosses the date line; ``document`` is one that tells it.
    """

    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    parties: frozenset[Party] = frozenset()
    place: str | None = None
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    persons_min: int | None = None
    count_kind: str | None = None
    sources_min: int | None = None
    standings: tuple[Standing, ...] = ()
    reviewed: bool | None = None
    text: str | None = None
    bbox: tuple[float, float, float, float] | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """Some incidents, how many there are in all, and where the next page begins: ``None`` after the last."""

    rows: tuple[IncidentRow, ...]
    total: int
    after: str | None


@dataclass(frozen=True, slots=True)
class IncidentEvent:
    """An event of an incident: what it is, its trigger's words and its sentence on one line."""

    ref: EventRef
    type: str
    standing: Standing
    trigger: Quote
    sentence: str
    part_of: str | None
    score: float


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as it stands in an incident's rows."""

    ref: EventRef
    type: str
    standing: Standing
    sentence: str
    part_of: str | None


@dataclass(frozen=True, slots=True)
class IncidentRecord:
    """An incident as the grouping makes it. Of ``row`` the fields ``part_of``, ``version`` and ``changed_at`` are not looked at: storing it
    fills them in. ``private_claimants`` are the places among all claims whose source is a person who holds no public role.
    """

    row: IncidentRow
    events: tuple[EventLine, ...]
    joins: tuple[Join[EventRef], ...]
    figures: tuple[Figure, ...]
    private_claimants: frozenset[int]


@dataclass(frozen=True, slots=True)
class IncidentReport:
    """A document that tells an incident. ``copies`` are the other documents of its copy group, whether or not they stand here too."""

    document: str
    title: str | None
    publisher: str | None
    url: str | None
    published: dt.date | None
    copy_group: str
    agency: str | None
    copies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentChange:
    """A change of an incident: ``what`` is ``changed`` or ``ended``; ``before`` is what stood there, as far as it changed."""

    incident: str
    version: int
    what: str
    before: dict[str, Any]
    who: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """A decision with who made it, when (UTC) and why. ``settled`` says that the incidents follow it already."""

    key: int
    decision: Decision
    who: str
    why: str | None
    decided_at: dt.datetime
    undone_at: dt.datetime | None
    undone_by: str | None
    settled: bool


@dataclass(frozen=True, slots=True)
class ConcernedEvent:
    """An event that a decision names: its trigger's words, and who printed it."""

    trigger: str
    publisher: str | None


@dataclass(frozen=True, slots=True)
class IncidentDetail:
    """All that is stored about one incident. ``figures`` hold the claims; ``claims`` are all of them in the order of the figures.

    ``private_claimants`` are the places in ``claims`` whose source is a person who holds no public role. ``parts`` are the incidents that
    name this one in ``part_of``; ``decisions`` are those of every act about any of its events, taken back or not; ``concerned`` has the
    events that they name, as far as they stand in an incident, be it another.
    """

    row: IncidentRow
    events: tuple[IncidentEvent, ...]
    joins: tuple[Join[EventRef], ...]
    figures: tuple[Figure, ...]
    private_claimants: frozenset[int]
    reports: tuple[IncidentReport, ...]
    parts: tuple[IncidentRow, ...]
    history: tuple[IncidentChange, ...]
    decisions: tuple[StoredDecision, ...]
    concerned: Mapping[EventRef, ConcernedEvent]

    @property
    def claims(self) -> tuple[NumberClaim, ...]:
        """Every number claim, by figure, the chosen one of each first."""
        return tuple(claim for figure in self.figures for claim in figure.claims)


@dataclass(frozen=True, slots=True)
class Membership:
    """The incident that an event stands in, with how many documents and how many independent sources tell it."""

    incident: str
    articles: int
    sources: int
