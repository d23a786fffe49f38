"""Incidents: the list, the map, the timeline, and one with everything that is claimed about it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, TypeAlias

from pydantic import ConfigDict, Field, StringConstraints

from tocsin.records import Agreement, ClaimantKind, DatePrecision, DecisionKind, PlaceKind, Standing
from tocsin.web.models.base import NAME_LENGTH, Answer, DocumentName, Moment, Name, Request, Text, Why

Step: TypeAlias = Literal["day", "week", "month"]


class Incident(Answer):
    """One happening in one row. What is unknown is null."""

    id: str
    title: Text
    """Of the report of its best event."""
    quote: Text
    """The sentence that tells its best event."""
    type: str
    modes: list[str]
    standing: Standing
    aux: list[str]
    first_day: dt.date | None
    last_day: dt.date | None
    date_precision: DatePrecision
    first_published: dt.date | None
    last_published: dt.date | None
    place: Text | None
    place_kind: PlaceKind | None
    geonameid: int | None
    country: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    where_prec: int | None
    geo_precision: int | None
    actor: Text | None
    actor_country: str | None
    actor_sectors: list[str]
    actor_private: bool
    recipient: Text | None
    recipient_country: str | None
    recipient_sectors: list[str]
    recipient_private: bool
    articles: int
    sources: int
    score: float
    part_of: str | None
    reviewed: bool
    version: int
    changed_at: Moment


class IncidentPage(Answer):
    """Some incidents of those that were asked for. ``after`` is given back to get the next ones; null on the last page."""

    total: int
    after: str | None
    incidents: list[Incident]


class MapPoint(Answer):
    """One incident, or the incidents of one cell of the map together.

    ``id`` is given where ``n`` is 1, and with it ``radius_km`` and ``where_prec``. ``type`` is the most frequent one. ``bounds`` (west, south,
    east, north) are those of the cell: zoom there to open it.
    """

    lat: float
    lon: float
    n: int
    type: str
    id: str | None
    radius_km: float | None
    where_prec: int | None
    bounds: tuple[float, float, float, float] | None = None


class IncidentMap(Answer):
    """Points for a map. ``total`` counts the incidents asked for, ``without_place`` those of them that have no coordinates."""

    points: list[MapPoint]
    total: int
    without_place: int


class Bar(Answer):
    """The incidents that began within one step of time. ``start`` is its first day (of weeks: a Monday)."""

    start: dt.date
    n: int
    by_type: dict[str, int]


class Timeline(Answer):
    """Incidents over time; steps without any are left out. ``undated`` counts those whose day is unknown."""

    step: Step
    first: dt.date | None
    last: dt.date | None
    weeks: list[Bar]
    undated: int


class FigureClaim(Answer):
    """A number that one document gives. ``claimant`` is null where the report speaks in its own voice."""

    low: int
    high: int | None
    best: int | None
    quote: Text
    start: int
    end: int
    standing: Standing
    claimant: Text | None
    claimant_kind: ClaimantKind
    document: Text
    event: Text
    mention: Text
    published: dt.date | None
    publisher: Text | None
    copies: list[Text]
    """Other documents that print the same words."""


class Figure(Answer):
    """One number of an incident over all its claims: nothing is averaged, ``rule`` says which claim is the best and why."""

    kind: str
    unit: str | None
    low: int
    best: int | None
    high: int | None
    agreement: Agreement
    rule: str
    claims: list[FigureClaim]


class IncidentEvent(Answer):
    """One event of an incident, as one document tells it."""

    document: Text
    event: Text
    type: str
    standing: Standing
    part_of: str | None
    """The event of the same document that it is a piece of."""
    trigger: Text
    sentence: Text
    """The sentence of the trigger."""
    trigger_start: int
    """Where the trigger begins in ``sentence``."""
    trigger_end: int
    score: float
    title: Text | None
    publisher: Text | None
    published: dt.date | None


class Report(Answer):
    """A text that reports the incident, in the order of publication; ``copies`` are the documents that print the same text."""

    document: Text
    title: Text | None
    publisher: Text | None
    url: Text | None
    published: dt.date | None
    copy_group: Text
    agency: Text | None
    copies: list[Text]


class EventRef(Request):
    """An event among those of all documents."""

    model_config = ConfigDict(extra="forbid", frozen=True, from_attributes=True)

    document: DocumentName
    event: Name


class JoinReason(Answer):
    """Evidence for (above 0) or against (below 0) two events being one happening."""

    of: str
    says: Text
    weight: float


class EventJoin(Answer):
    """Why two events stand in one incident."""

    one: EventRef
    other: EventRef
    score: float
    reasons: list[JoinReason]


class ConcernedEvent(Answer):
    """An event that a decision names; ``trigger`` is null of one that is lost by now."""

    document: Text
    event: Text
    trigger: Text | None
    publisher: Text | None


class IncidentChange(Answer):
    """One change: ``what`` in a few words: ``made``, ``changed``, ``ended``, or a decision's ``join``, ``split``, ``pin``.

    What a person decided at once is one change: ``key`` takes all of it back, and is null of all else. ``events`` are those that it is
    about; where they were taken out of an incident, ``others`` are those that stayed.
    """

    at: Moment
    who: Text
    what: str
    why: Text | None = None
    key: int | None = None
    undone: bool = False
    undone_by: Text | None = None
    events: list[ConcernedEvent] = Field(default_factory=list)
    others: list[ConcernedEvent] = Field(default_factory=list)


class IncidentDetail(Incident):
    """An incident with everything that is claimed about it and how it came about."""

    figures: list[Figure]
    events: list[IncidentEvent]
    reports: list[Report]
    joins: list[EventJoin]
    history: list[IncidentChange]
    parts: list[Incident]
    """Incidents that are pieces of this one."""


class Decide(Request):
    """What a person decides about events: ``join`` makes them one incident, ``split`` keeps each two of them apart.

    With ``others`` each of ``events`` is kept apart from each of those instead, and not from each other. ``pin`` makes them one incident
    that no other event enters. All of it is one decision, to be taken back as one. ``seen`` gives the version of each incident that the person looked at: when
    one was changed meanwhile, nothing is done (409).
    """

    kind: DecisionKind
    events: Annotated[list[EventRef], Field(min_length=1, max_length=200)]
    others: list[EventRef] = Field(default_factory=list, max_length=200)
    why: Why = ""
    seen: dict[Annotated[str, StringConstraints(max_length=NAME_LENGTH)], Annotated[int, Field(ge=0, lt=2**62)]] = Field(
        default_factory=dict, max_length=200
    )


class Decided(Answer):
    """A decision that stands: ``key`` undoes it; ``incidents`` are those that now hold its events."""

    key: int
    incidents: list[str]
