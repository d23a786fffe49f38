"""Rows for charts and the codebook's lists for forms."""

from __future__ import annotations

import datetime as dt

from tocsin.web.models.base import Answer, Text


class EventsRow(Answer):
    """Incidents of one type that began in one week; ``start`` is null for those that no report dates to the week."""

    start: dt.date | None
    type: str
    incidents: int


class ActorsRow(Answer):
    """One actor, under the name by which reports call it. Private people are not named."""

    actor: Text
    country: str | None
    incidents: int
    sources: int


class PersonsRow(Answer):
    """People counted in the incidents of one week: the sums of their least, best and greatest figures. ``start`` may be null as above."""

    start: dt.date | None
    kind: str
    low: int
    best: int
    high: int
    incidents: int


class SourcesRow(Answer):
    """One publisher: what it reported, and how many of the incidents nobody else did."""

    publisher: Text
    articles: int
    incidents: int
    alone: int


class Entry(Answer):
    """A code and what it stands for."""

    name: str
    meaning: str


class TypeEntry(Answer):
    """An event type."""

    name: str
    quadrant: str
    meaning: str
    modes: list[str]
    mode_entries: list[Entry]
    """The same modes with what each means for this type: to `withdraw` is another thing in `SANCTION` than in `RETREAT`."""


class Codebook(Answer):
    """The closed lists that an event's fields take."""

    version: str
    types: list[TypeEntry]
    aux: list[Entry]
    standings: list[Entry]
    contexts: list[str]
    count_kinds: list[str]
    counts: list[Entry]
    """The same kinds with what each counts."""
    sectors: list[Entry]
    bodies: list[Entry]
    """Codes that stand where a country's would."""
    roles: list[Entry]
    """What words are to an event, for legends."""
