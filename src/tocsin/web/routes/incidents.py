"""Incidents: list, map, timeline, one with all its claims; joining and splitting them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import RedirectResponse, Response

from tocsin.records import Decision
from tocsin.records import EventRef as Ref
from tocsin.store.incidents.acts import acts
from tocsin.web.access import Coder, Reader, note_reading
from tocsin.web.details import detail_answer
from tocsin.web.filters import filter_of
from tocsin.web.kept import kept_answer
from tocsin.web.models.base import NAME_LENGTH, Done, Problem
from tocsin.web.models.documents import Conflict
from tocsin.web.models.incidents import Decide, Decided, IncidentDetail, IncidentMap, IncidentPage, Timeline
from tocsin.web.models.queries import ListQuery, MapQuery, TimelineQuery
from tocsin.web.problems import Refused, nothing
from tocsin.web.state import Desk, DeskHere

router = APIRouter(tags=["incidents"])

IncidentId = Annotated[str, Path(max_length=NAME_LENGTH)]
Key = Annotated[int, Path(ge=1, lt=2**62)]


@router.get("/incidents", response_model=IncidentPage)
def incidents(query: Annotated[ListQuery, Query()], request: Request, desk: DeskHere, _: Reader) -> Response:
    """A page of the incidents that are wanted."""
    snapshot = desk.views.snapshot()
    wanted = filter_of(query, snapshot, desk.spellings)

    def page() -> IncidentPage:
        found = desk.views.page(snapshot, wanted, query.sort, query.after, query.limit)
        return IncidentPage.model_validate({"total": found.total, "after": found.after, "incidents": list(found.rows)})

    return kept_answer(request, snapshot, page, boot=desk.boot)


@router.get("/incidents/map", response_model=IncidentMap)
def incident_map(query: Annotated[MapQuery, Query()], request: Request, desk: DeskHere, _: Reader) -> Response:
    """Points for a map: each incident while they are few, else cells with their number."""
    snapshot = desk.views.snapshot()
    wanted = filter_of(query, snapshot, desk.spellings)
    return kept_answer(request, snapshot, lambda: IncidentMap.model_validate(desk.views.map(snapshot, wanted, query.zoom)), boot=desk.boot)


@router.get("/incidents/timeline", response_model=Timeline)
def timeline(query: Annotated[TimelineQuery, Query()], request: Request, desk: DeskHere, _: Reader) -> Response:
    """How many incidents began in each step of time, by type."""
    snapshot = desk.views.snapshot()
    wanted = filter_of(query, snapshot, desk.spellings)

    def bars() -> Timeline:
        view = desk.views.timeline(snapshot, wanted, query.step)
        return Timeline.model_validate(
            {"step": view.step, "first": view.first, "last": view.last, "weeks": list(view.bars), "undated": view.undated}
        )

    return kept_answer(request, snapshot, bars, boot=desk.boot)


@router.get("/incidents/{id}", response_model=IncidentDetail, responses={301: {"description": "It became part of another incident"}})
def incident(id: IncidentId, request: Request, desk: DeskHere, person: Reader) -> IncidentDetail | RedirectResponse:  # noqa: A002  # as in the records
    """One incident with everything that is claimed about it. An id that it had leads to the one that it has.

    It quotes its documents: where private people are named in them, the reading is logged.
    """
    found = desk.views.detail(id)
    if found is None:
        raise nothing("incident", id)
    if found.row.id != id:
        return RedirectResponse(str(request.url_for("incident", id=found.row.id).path), 301)
    note_reading(desk, person, "incident", [report.document for report in found.reports])
    return detail_answer(found)


@router.post("/incidents/decisions", status_code=201, responses={409: {"model": Conflict}})
def decide(asked: Decide, desk: DeskHere, person: Coder) -> Decided:
    """Join events to one incident, or split them: the machine never undoes it, a person can."""
    events, others = (tuple(dict.fromkeys(Ref(event.document, event.event) for event in some)) for some in (asked.events, asked.others))
    _check_sides(events, others, asked.kind)
    _check_known(desk, (*events, *others))
    why, seen = asked.why or None, dict(asked.seen) or None
    if others:
        key = desk.store.split_off(events, others, person.name, why, seen)
    else:
        key = desk.store.decide(Decision(asked.kind, events), person.name, why, seen)
    desk.bring_up_to_date()
    members = desk.store.memberships([event.document for event in (*events, *others)])
    return Decided(key=key, incidents=sorted({members[event].incident for event in (*events, *others) if event in members}))


@router.delete("/incidents/decisions/{key}", responses={404: {"model": Problem}})
def undo_decision(key: Key, desk: DeskHere, person: Coder) -> Done:
    """Take a decision back, with all that was decided in the same act."""
    act = next((act for act in acts(desk.store.decisions()) if key in act.keys), None)
    if act is None:
        raise nothing("decision", key)
    if act.undone_at is not None:
        raise Refused(409, f"{act.undone_by} took this decision back already.", "Look at the incident again.")
    desk.store.undo_decision(key, person.name)
    desk.bring_up_to_date()
    return Done()


def _check_sides(events: tuple[Ref, ...], others: tuple[Ref, ...], kind: str) -> None:
    if len(events) + len(others) < (1 if kind == "pin" else 2):
        raise Refused(422, f"To {kind} takes two events.", "Choose another event too.")
    if others and kind != "split":
        raise Refused(422, f"To {kind} takes events of one side alone.", "Give all of them as events.")
    if not set(events).isdisjoint(others):
        raise Refused(422, "An event is to leave and to stay.", "Name each event once.")


def _check_known(desk: Desk, events: tuple[Ref, ...]) -> None:
    members = desk.store.memberships([event.document for event in events])
    for event in events:
        if event not in members:
            raise Refused(404, f"No event {event.event} of {event.document} stands in an incident.", "Look at the incident again.")
