"""The review queue, double coding and adjudication."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import Field

from tocsin.web.models.base import Answer, DocumentName, Free, Moment, Name, Request, Text, Why
from tocsin.web.models.documents import DocumentEvent


class QueueItem(Answer):
    """An event worth a look. ``worth`` orders the queue; ``reasons`` say in words what it is made of."""

    document: Text
    event: Text
    worth: float
    reasons: list[str]
    sentence: Text
    type: str
    score: float
    title: Text | None
    published: dt.date | None


class Assign(Request):
    """Documents to be coded by each of two people, blind to each other."""

    documents: Annotated[list[DocumentName], Field(min_length=1, max_length=1_000)]
    coders: Annotated[list[Name], Field(min_length=2, max_length=2)]


class Assignment(Answer):
    """One document that one person is to code."""

    id: int
    document: Text
    title: Text | None
    coder: Text
    state: Literal["open", "done"]
    group: str
    """Assignments of one group code the same document blind."""
    made_by: Text
    made_at: Moment
    done_at: Moment | None
    settled: bool
    """Where the two differed has been decided."""


class FieldAgreement(Answer):
    """How far coders agree on one field. ``alpha`` is Krippendorff's (1: always, 0: as by chance), null where too little was coded."""

    field: str
    alpha: float | None
    units: int
    """How many were compared."""
    same: float | None
    """The share of them without any difference."""
    explained: str
    """What is compared, in words."""


class Agreement(Answer):
    """Agreement over the documents that at least two people finished."""

    documents: int
    coders: list[str]
    fields: list[FieldAgreement]


class Coding(Answer):
    """A document's events as one person coded them."""

    coder: Text
    events: list[DocumentEvent]


class Difference(Answer):
    """A field on which the two differ, each one's value by name. ``field`` is null where only one has the event, the other's value is null.

    ``chosen`` counts where it is ``decided``: for a whole event whether it is one.
    """

    event: Text
    field: str | None
    values: dict[str, Any]
    decided: bool
    chosen: Any = None
    chosen_by: Text | None = None
    chosen_at: Moment | None = None
    why: Text | None = None


class Adjudication(Answer):
    """Two codings of one document side by side. ``settled``: everything is decided, and the result holds."""

    document: Text
    title: Text | None
    text: Text
    codings: list[Coding]
    differences: list[Difference]
    settled: bool
    revision: int
    """Counts the decisions made so far: it goes back with each decision."""


class Adjudicate(Request):
    """What holds for one field of one event (``field`` null: whether it is an event at all). ``chosen`` is the value that holds.

    With ``revision``, that of the answer that was looked at, nothing is stored where somebody else decided about the same since (409).
    """

    event: Name
    field: Name | None = None
    chosen: Free = None
    why: Why = ""
    revision: Annotated[int | None, Field(ge=0, lt=2**62)] = None
