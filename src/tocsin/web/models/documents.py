"""Documents with the events that were read out of them, and what people corrected."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, StringConstraints

from tocsin.records import Aux, DateMethod, DatePrecision, PlaceKind, Standing
from tocsin.review import Action
from tocsin.web.models.base import Answer, Free, Moment, Name, Request, Text, Why

RoleName: TypeAlias = Literal["actor", "recipient", "place", "time", "count", "count_said_by", "said_by", "issue", "where", "when"]
"""What words are to an event. ``where`` and ``when`` are the place and days of the whole act; their words may stand far from it."""

EventState: TypeAlias = Literal["machine", "partly", "accepted", "changed", "rejected", "added"]
"""``machine``: nobody has looked at it yet. ``partly``: single fields were accepted, and nothing was said of the others. ``accepted``: as a
whole. ``changed``: a person changed something in it. ``added``: a person found it."""


class Words(Answer):
    """Words of the text at their offsets in code points; ``score`` is the probability that they are this, 1 from a person or a rule."""

    start: int
    end: int
    text: Text
    score: float


class Entity(Answer):
    """Who."""

    kind: Literal["entity"] = "entity"
    name: Text
    identity: str
    country: str | None
    sectors: list[str]
    private: bool


class Place(Answer):
    """Where."""

    kind: Literal["place"] = "place"
    name: Text
    place_kind: PlaceKind
    country: str | None
    geonameid: int | None
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    where_prec: int
    geo_precision: int


class Time(Answer):
    """When: both days are null exactly when ``precision`` is ``unknown``."""

    kind: Literal["time"] = "time"
    first: dt.date | None
    last: dt.date | None
    precision: DatePrecision
    method: DateMethod


class Count(Answer):
    """How many: open above where ``high`` is null."""

    kind: Literal["count"] = "count"
    of: str
    """What is counted."""
    low: int
    high: int | None
    best: int | None
    unit: str | None


AnyValue: TypeAlias = Annotated[Entity | Place | Time | Count, Field(discriminator="kind")]


class EventRole(Words):
    """Words that fill a role of an event, and what they were resolved to.

    ``position`` counts the words of one role from 0. ``of`` is what a count counts; a ``count_said_by`` of the same position says whose
    figure it is. ``value`` is null where the words could not be resolved. ``claimant`` are the words that name who says so.
    """

    role: RoleName
    position: int
    value: AnyValue | None
    standing: Standing | None
    claimant: Words | None
    of: str | None = None


class EventBody(Answer):
    """What an event is: as the machine has it, or as people left it."""

    type: str
    modes: list[str]
    aux: list[Aux]
    hedged: bool
    trigger: Words
    roles: list[EventRole]
    contexts: list[str]
    same_as: Text | None
    part_of: Text | None


class DocumentEvent(EventBody):
    """An event of a document: its fields are what holds now, ``machine`` what was read where people changed it (null: the same).

    ``reviewed`` names the fields that a person accepted or changed, all of them where the event was accepted as a whole; ``state`` is that of
    the event as a whole.
    """

    id: Text
    score: float
    standing: Standing
    incident: Text | None
    state: EventState
    reviewed: list[str]
    machine: EventBody | None


class Correction(Answer):
    """One correction, newest last. An undone one no longer counts and can be redone."""

    key: int
    event: Text | None
    """Null where the document as a whole is meant."""
    field: str | None
    action: Action
    machine: Any
    """The machine's value."""
    person: Any
    """The person's value."""
    who: Text
    why: Text | None
    at: Moment
    undone_by: Text | None
    undone_at: Moment | None
    aside: Text | None = None
    """Why it no longer holds although nobody took it back: the text changed."""


class Furniture(Answer):
    """A part of the text that is no report: a menu, a comment form."""

    start: int
    end: int
    kind: str


class DocumentDetail(Answer):
    """A document with its events. Of a report that was only read, ``id`` is empty and nothing is stored.

    ``revision`` counts the corrections made so far: it goes back with each correction, so that two people cannot overwrite each other.
    """

    id: Text
    title: Text | None
    publisher: Text | None
    published: dt.date | None
    published_doubt: Text | None = None
    """Why the date is not trusted; null where it is."""
    url: Text | None
    source: Text
    language: str
    text: Text
    furniture: list[Furniture]
    skipped: Text | None
    """Why the text was kept without being read; null when it was read."""
    model: str
    version: int
    """Of the text: 1 is the first one that was stored."""
    events: list[DocumentEvent]
    revision: int
    reviewed: bool
    """A person has accepted the document, or decided about each of its events: accepted, changed or rejected it."""
    blind: bool
    """Who asks codes this document in a double coding: what others say about it is not shown."""
    corrections: list[Correction]


class DocumentLine(Answer):
    """A stored document in one line."""

    id: Text
    title: Text | None
    publisher: Text | None
    published: dt.date | None
    source: Text
    language: str
    skipped: Text | None
    events: int
    corrections: int
    read_at: Moment


class DocumentPage(Answer):
    """Some documents, latest arrival first. ``after`` is given back to get the next ones; null on the last page."""

    total: int
    after: str | None
    documents: list[DocumentLine]


class NewReport(Request):
    """A report that a person pasted or opened. ``kind`` is ``html`` where ``text`` is a page's source."""

    text: Annotated[str, StringConstraints(min_length=1)]
    published: dt.date | None = None
    title: Annotated[str, StringConstraints(max_length=1_000)] | None = None
    publisher: Annotated[str, StringConstraints(max_length=200)] | None = None
    kind: Literal["text", "html"] = "text"


class Correct(Request):
    """One correction of one field of one event.

    ``field`` is ``type modes aux hedged trigger actor recipient place time count said_by issue contexts same_as part_of where when``, or null
    where the whole event is meant. ``value`` by field: ``type`` a string; ``modes``, ``aux``, ``contexts`` lists of strings; ``hedged`` true
    or false; ``trigger`` and ``issue`` words ``{start, end}``; ``actor``, ``recipient``, ``place``, ``time`` lists of
    ``{start, end, value?}``; ``count`` a list of ``{start, end, of, said_by?, value?}``; ``said_by``, ``where``, ``when`` one
    ``{start, end, value?}`` or null; ``same_as``, ``part_of`` an event's id or null. A ``value`` within them has the shape that answers give
    (``kind``, ``name`` …); what is left out of it stays as it was.

    ``accept`` and ``reject`` have no value: the field is right, or should be empty. ``change`` sets the field; of a whole event it sets
    several, as ``{field: value}``; of a list it may be given one entry, which takes the place of that of the same words. ``add`` and ``remove`` put one entry into a list or take it out; with
    ``field`` null, ``add`` is an event that was missed (``event`` is null, ``value`` is ``{type, trigger, …}`` with any of the fields) and
    ``remove``, like ``reject``, says that there is no such event. ``accept`` with neither event nor field: no event is missing.
    """

    event: Name | None = None
    field: Annotated[str, StringConstraints(max_length=40)] | None = None
    action: Action
    value: Free = None
    why: Why = ""
    revision: Annotated[int, Field(ge=0, lt=2**62)]


class Corrected(Answer):
    """A correction that was stored. ``event`` is the id of the event, which is new after ``add``."""

    key: int
    revision: int
    event: str | None


class Conflict(Answer):
    """Somebody else was first: what they did. Look at it, then decide again with the new ``revision``."""

    error: str
    way_out: str
    by: str | None = None
    at: Moment | None = None
    event: str | None = None
    field: str | None = None
    theirs: Any = None
    revision: int | None = None
