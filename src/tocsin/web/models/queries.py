"""What is asked for in an address: every filter of incidents, and how to order, page or gather them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, TypeAlias

from pydantic import ConfigDict, Field, StringConstraints

from tocsin.records import Standing
from tocsin.store.document_views import DocumentSort
from tocsin.store.incidents.records import Sort
from tocsin.web.models.base import DocumentName, Request
from tocsin.web.models.incidents import Step

Term = Annotated[str, StringConstraints(min_length=1, max_length=200)]
"""What a condition asks for."""
Some: TypeAlias = Annotated[tuple[Term, ...], Field(max_length=60)]


class IncidentQuery(Request):
    """Which incidents: all conditions hold at once, of the values of one list any. Lists are written as repeated keys."""

    model_config = ConfigDict(populate_by_name=False)

    type: Some = ()
    mode: Some = ()
    country: Annotated[Some, Field(description="ISO 3166-1 alpha-3, of the place or of a party")] = ()
    actor: Annotated[Some, Field(description="one actor or recipient however spelled, words in the name, or a country's code")] = ()
    place: Annotated[Term | None, Field(description="words in the place's name")] = None
    first: Annotated[dt.date | None, Field(alias="from", description="on this day or later")] = None
    last: Annotated[dt.date | None, Field(alias="to", description="on this day or earlier")] = None
    kind: Annotated[Term | None, Field(description="what `persons_min` counts: `killed`, `arrested` …")] = None
    persons_min: Annotated[int | None, Field(ge=0, lt=2**62)] = None
    sources_min: Annotated[int | None, Field(ge=0, lt=2**31)] = None
    standing: Annotated[tuple[Standing, ...], Field(max_length=5)] = ()
    reviewed: bool | None = None
    q: Annotated[Term | None, Field(description="words of the title, the sentence, the place or a party")] = None
    bbox: Annotated[
        str | None,
        Field(description="west,south,east,north in degrees", pattern=r"^-?\d{1,3}(\.\d{1,12})?(,-?\d{1,3}(\.\d{1,12})?){3}$"),
    ] = None
    document: Annotated[DocumentName | None, Field(description="incidents that this document reports")] = None


class ListQuery(IncidentQuery):
    """Incidents in order, a page at a time. What has no value stands last; ``changed`` puts the latest change first."""

    sort: Sort = "-first_day"
    after: Annotated[str | None, StringConstraints(max_length=500)] = None
    limit: Annotated[int, Field(ge=1, le=500)] = 50


class MapQuery(IncidentQuery):
    """Incidents on the map."""

    zoom: Annotated[float, Field(ge=0, le=22, allow_inf_nan=False, description="0: the world is 256 pixels wide; each step doubles it")] = 2


class TimelineQuery(IncidentQuery):
    """Incidents over time."""

    step: Step = "week"


class DocumentQuery(Request):
    """Which documents."""

    q: Annotated[Term | None, Field(description="words in the title, the publisher or the id")] = None
    state: Annotated[Literal["all", "corrected", "untouched", "skipped"], Field(description="`skipped`: kept without being read")] = "all"
    sort: DocumentSort = "-published"
    after: Annotated[str | None, StringConstraints(max_length=1000)] = None
    limit: Annotated[int, Field(ge=1, le=500)] = 50


class QueueQuery(Request):
    """Which part of the queue."""

    type: Some = ()
    mine: Annotated[bool, Field(description="only documents that are assigned to who asks")] = False
    limit: Annotated[int, Field(ge=1, le=500)] = 50
    skip: Annotated[
        int, Field(ge=0, le=1_000_000, description="how many to pass over: those that were shown before and stay undecided")
    ] = 0
