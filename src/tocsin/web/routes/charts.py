"""Counts over the incidents that are wanted, as JSON for the page's charts and as CSV for everybody else's."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from tocsin.export.csv_table import written
from tocsin.store.incidents import charts as incident_charts
from tocsin.store.incidents.columns import Positions, Snapshot
from tocsin.web.access import Reader
from tocsin.web.filters import filter_of
from tocsin.web.kept import kept_answer, rows_json
from tocsin.web.models.base import Answer
from tocsin.web.models.charts import ActorsRow, EventsRow, PersonsRow, SourcesRow
from tocsin.web.models.queries import IncidentQuery
from tocsin.web.state import Desk, DeskHere

router = APIRouter(tags=["charts"])

LISTED = 500
"""Actors and publishers in one answer, those of the most incidents first."""

Wanted = Annotated[IncidentQuery, Query()]
_CSV: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {}}, "description": "The rows, with a header"}}


@router.get("/charts/events", response_model=list[EventsRow])
def events(query: Wanted, request: Request, desk: DeskHere, _: Reader) -> Response:
    """Incidents by week and type."""
    return _json(request, desk, query, EventsRow, _events)


@router.get("/charts/events.csv", response_class=Response, responses=_CSV)
def events_csv(query: Wanted, request: Request, desk: DeskHere, _: Reader) -> Response:
    """Incidents by week and type."""
    return _csv(request, desk, query, incident_charts.WeekOfType, _events)


@router.get("/charts/actors", response_model=list[ActorsRow])
def actors(query: Wanted, request: Request, desk: DeskHere, _: Reader) -> Response:
    """The actors of the most incidents."""
    return _json(request, desk, query, ActorsRow, _actors)


@router.get("/charts/actors.csv", response_class=Response, responses=_CSV)
def actors_csv(query: Wanted, request: Request, desk: DeskHere, _: Reader) -> Response:
    """The actors of the most incidents."""
    return _csv(request, desk, query, incident_charts.ActorCount, _actors)


@router.get("/charts/persons", response_model=list[PersonsRow])
def persons(query: Wanted, request: Request, desk: DeskHere, _: Reader) -> Response:
    """People counted, by week and kind."""
    return _json(request, desk, query, PersonsRow, _persons)


@router.get("/charts/persons.csv", response_class=Response, responses=_CSV)
def persons_csv(query: Wanted, request: Request, desk: DeskHere, _: Reader) -> Response:
    """People counted, by week and kind."""
    return _csv(request, desk, query, incident_charts.PersonsInWeek, _persons)


@router.get("/charts/sources", response_model=list[SourcesRow])
def sources(query: Wanted, request: Request, desk: DeskHere, _: Reader) -> Response:
    """The publishers of the most incidents."""
    return _json(request, desk, query, SourcesRow, _sources)


@router.get("/charts/sources.csv", response_class=Response, responses=_CSV)
def sources_csv(query: Wanted, request: Request, desk: DeskHere, _: Reader) -> Response:
    """The publishers of the most incidents."""
    return _csv(request, desk, query, incident_charts.PublisherCount, _sources)


_Rows = Callable[[Desk, Snapshot, Positions], Sequence[Any]]


def _events(_: Desk, snapshot: Snapshot, found: Positions) -> Sequence[Any]:
    return incident_charts.weeks_of_types(snapshot, found)


def _actors(_: Desk, snapshot: Snapshot, found: Positions) -> Sequence[Any]:
    return incident_charts.actors(snapshot, found, LISTED)


def _persons(_: Desk, snapshot: Snapshot, found: Positions) -> Sequence[Any]:
    return incident_charts.persons(snapshot, found)


def _sources(desk: Desk, snapshot: Snapshot, found: Positions) -> Sequence[Any]:
    return incident_charts.publishers(snapshot, found, desk.views.printed(snapshot), LISTED)


def _json(request: Request, desk: Desk, query: IncidentQuery, kind: type[Answer], rows: _Rows) -> Response:
    snapshot, wanted = desk.views.snapshot(), filter_of(query)
    return kept_answer(
        request, snapshot, lambda: rows_json(kind, rows(desk, snapshot, desk.views.matching(snapshot, wanted))), boot=desk.boot
    )


def _csv(request: Request, desk: Desk, query: IncidentQuery, kind: type, rows: _Rows) -> Response:
    snapshot, wanted = desk.views.snapshot(), filter_of(query)

    def table() -> bytes:
        lines = io.StringIO()
        writer = csv.writer(lines, lineterminator="\r\n")
        writer.writerow([field.name for field in fields(kind)])
        for row in rows(desk, snapshot, desk.views.matching(snapshot, wanted)):
            writer.writerow([written(cell) for cell in asdict(row).values()])
        return lines.getvalue().encode("utf-8", "replace")

    answer = kept_answer(request, snapshot, table, boot=desk.boot, media="text/csv")
    name = request.url.path.rpartition("/")[2]
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
