"""Counts over the incidents that are wanted, as JSON for the page's charts and as CSV for everybody else's."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from tocsin.export.csv_table import written
from tocsin.store.incidents import charts
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


@dataclass(frozen=True, slots=True)
class Chart:
    """A table of counts: its name in the address, what it says, how its rows look in JSON and in the store, and how they are counted."""

    name: str
    says: str
    row: type[Answer]
    record: type
    rows: Callable[[Desk, Snapshot, Positions], Sequence[Any]]


CHARTS = (
    Chart("events", "Incidents by week and type.", EventsRow, charts.WeekOfType, lambda _, shot, found: charts.weeks_of_types(shot, found)),
    Chart(
        "actors",
        "The actors of the most incidents.",
        ActorsRow,
        charts.ActorCount,
        lambda _, shot, found: charts.actors(shot, found, LISTED),
    ),
    Chart(
        "persons", "People counted, by week and kind.", PersonsRow, charts.PersonsInWeek, lambda _, shot, found: charts.persons(shot, found)
    ),
    Chart(
        "sources",
        "The publishers of the most incidents.",
        SourcesRow,
        charts.PublisherCount,
        lambda desk, shot, found: charts.publishers(shot, found, desk.views.printed(shot), LISTED),
    ),
)


def _add(chart: Chart) -> None:
    """Answer at the chart's address with JSON, and at the same with ``.csv`` with a table."""

    def as_json(query: Annotated[IncidentQuery, Query()], request: Request, desk: DeskHere, _: Reader) -> Response:
        return _kept(request, desk, query, chart, lambda rows: rows_json(chart.row, rows))

    def as_csv(query: Annotated[IncidentQuery, Query()], request: Request, desk: DeskHere, _: Reader) -> Response:
        answer = _kept(request, desk, query, chart, lambda rows: _table(chart.record, rows), media="text/csv")
        answer.headers["Content-Disposition"] = f'attachment; filename="{chart.name}.csv"'
        return answer

    told: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {}}, "description": "The rows, with a header"}}
    path = f"/charts/{chart.name}"
    router.add_api_route(path, as_json, name=chart.name, description=chart.says, response_model=list[chart.row])  # type: ignore[name-defined]  # a type at run time
    router.add_api_route(f"{path}.csv", as_csv, name=f"{chart.name}_csv", description=chart.says, response_class=Response, responses=told)


for _chart in CHARTS:
    _add(_chart)


def _kept(
    request: Request,
    desk: Desk,
    query: IncidentQuery,
    chart: Chart,
    encode: Callable[[Sequence[Any]], bytes],
    media: str = "application/json",
) -> Response:
    snapshot = desk.views.snapshot()
    wanted = filter_of(query, snapshot, desk.spellings)
    return kept_answer(
        request,
        snapshot,
        lambda: encode(chart.rows(desk, snapshot, desk.views.matching(snapshot, wanted))),
        boot=desk.boot,
        media=media,
    )


def _table(record: type, rows: Sequence[Any]) -> bytes:
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow([field.name for field in fields(record)])
    writer.writerows([written(cell) for cell in asdict(row).values()] for row in rows)
    return lines.getvalue().encode("utf-8", "replace")
