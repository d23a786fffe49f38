"""Double coding: the same document to two people, blind to each other; agreement; deciding where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, BackgroundTasks

from tocsin.errors import InputError
from tocsin.records import Reading
from tocsin.review.agreement import EXPLAINED, agreement
from tocsin.store.document_views import holds
from tocsin.store.review.adjudication import Adjudication as SideBySide
from tocsin.store.review.coded import Assignment as Stored
from tocsin.web.access import Adjudicator, Coder, note_reading
from tocsin.web.models.base import Done
from tocsin.web.models.documents import Conflict
from tocsin.web.models.review import Adjudicate, Adjudication, Agreement, Assign, Assignment, Coding, Difference, FieldAgreement
from tocsin.web.problems import Refused, nothing
from tocsin.web.readings import events_of, review_of
from tocsin.web.routes.documents import DocumentId
from tocsin.web.routes.incidents import Key
from tocsin.web.state import Desk, DeskHere

router = APIRouter(tags=["coding"])

CONFLICT: dict[int | str, dict[str, Any]] = {409: {"model": Conflict, "description": "It does not stand so any more"}}


@router.post("/assignments", status_code=201, responses=CONFLICT)
def assign(asked: Assign, desk: DeskHere, person: Adjudicator) -> list[Assignment]:
    """Give each of some documents to two people, who code it blind to each other."""
    for document in asked.documents:
        if not holds(desk.store, document):
            raise nothing("document", document)
    return [_assignment(each) for each in desk.store.assign(asked.documents, asked.coders, person.name)]


@router.get("/assignments")
def assignments(desk: DeskHere, _: Adjudicator) -> list[Assignment]:
    """Who codes what."""
    return [_assignment(each) for each in desk.store.assignments()]


@router.get("/assignments/mine")
def mine(desk: DeskHere, person: Coder) -> list[Assignment]:
    """What who asks is to code, and has coded."""
    return [_assignment(each) for each in desk.store.assignments(person.name)]


@router.post("/assignments/{id}/done", responses=CONFLICT)
def done(id: Key, desk: DeskHere, person: Coder, later: BackgroundTasks) -> Assignment:  # noqa: A002  # as in the records
    """Hand in one's coding. Where both have and say the same, it holds at once."""
    try:
        found = desk.store.hand_in(id, person.name)
    except InputError:
        raise nothing("assignment of yours with the number", id) from None
    later.add_task(desk.follow)
    return _assignment(found)


@router.get("/agreement")
def agree(desk: DeskHere, _: Coder) -> Agreement:
    """How far coders agree on each field, over all documents that two people handed in."""
    coded = list(desk.store.coded())
    found = agreement((each.one, each.other) for each in coded)
    return Agreement(
        documents=found.documents,
        coders=sorted({coder for each in coded for coder in each.coders}),
        fields=[
            FieldAgreement(field=each.field, alpha=each.alpha, units=each.units, same=each.same, explained=EXPLAINED[each.field])
            for each in found.fields
        ],
    )


@router.get("/adjudication/{document:path}")
def adjudication(document: DocumentId, desk: DeskHere, person: Adjudicator) -> Adjudication:
    """The two codings of a document side by side, and where they differ. Where private people are named in it, the reading is logged."""
    found = _side_by_side(desk, document)
    note_reading(desk, person, "adjudication", [document])
    return _adjudication(found)


@router.delete("/adjudication/{document:path}", responses=CONFLICT)
def call_off(document: DocumentId, desk: DeskHere, person: Adjudicator) -> Done:
    """End a double coding without a result; what was coded stays on record."""
    try:
        desk.store.call_off(document, person.name)
    except InputError:
        raise nothing("double coding of", document) from None
    return Done()


@router.post("/adjudication/{document:path}", status_code=201, responses=CONFLICT)
def adjudicate(document: DocumentId, asked: Adjudicate, desk: DeskHere, person: Adjudicator, later: BackgroundTasks) -> Adjudication:
    """Decide one difference. With the last one the result holds for everybody and the document is reviewed."""
    _side_by_side(desk, document)
    found = desk.store.adjudicate(document, asked.event, asked.field, asked.chosen, person.name, asked.why, asked.revision)
    if not found.open:
        later.add_task(desk.follow)
    return _adjudication(found)


def _side_by_side(desk: Desk, document: str) -> SideBySide:
    if not any(True for _ in desk.store.coded([document])):
        raise Refused(404, f"There are no two finished codings of {document}.", "Give it to two people, and wait until both hand it in.")
    return desk.store.adjudication(document)


def _assignment(found: Stored) -> Assignment:
    same = ("title", "coder", "state", "made_by", "made_at", "done_at", "settled")
    head = {"id": found.key, "document": found.document_id, "group": str(found.coding)}
    return Assignment.model_validate({name: getattr(found, name) for name in same} | head)


def _adjudication(found: SideBySide) -> Adjudication:
    coded = found.coded
    document = coded.one.document
    return Adjudication(
        document=document.id,
        title=document.title,
        text=document.text,
        codings=[_coding(coder, coding) for coder, coding in zip(coded.coders, (coded.one, coded.other), strict=True)],
        differences=[Difference.model_validate(_difference(found, number)) for number in range(len(found.differences))],
        settled=coded.settled,
        revision=found.revision,
    )


def _coding(coder: str, coding: Reading) -> Coding:
    return Coding(coder=coder, events=events_of(review_of(coding), {}))


def _difference(found: SideBySide, number: int) -> Mapping[str, Any]:
    difference = found.differences[number]
    decided = found.decided.get((difference.event, difference.field))
    values = dict(zip(found.coded.coders, (difference.one, difference.other), strict=True))
    head = {"event": difference.event, "field": difference.field, "values": values, "decided": decided is not None}
    if decided is None:
        return head
    return head | {"chosen": decided.chosen, "chosen_by": decided.who, "chosen_at": decided.at, "why": decided.why}
