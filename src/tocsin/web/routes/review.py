"""Review: the queue, and corrections with undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Query

from tocsin.codebook import TYPE_NAMES
from tocsin.errors import InputError
from tocsin.review import Edit
from tocsin.store.document_views import holds
from tocsin.store.review.corrections import Made
from tocsin.web.access import Coder, Person
from tocsin.web.filters import check_known
from tocsin.web.models.documents import Conflict, Correct, Corrected
from tocsin.web.models.queries import QueueQuery
from tocsin.web.models.review import QueueItem
from tocsin.web.problems import nothing
from tocsin.web.routes.documents import DocumentId
from tocsin.web.routes.incidents import Key
from tocsin.web.state import Desk, DeskHere

router = APIRouter(tags=["review"], responses={409: {"model": Conflict, "description": "Somebody else was first"}})


@router.get("/queue")
def queue(query: Annotated[QueueQuery, Query()], desk: DeskHere, person: Coder) -> list[QueueItem]:
    """The events about which nobody has decided yet, those first at which a look is worth most."""
    check_known("event type", query.type, TYPE_NAMES)
    found = desk.store.queue(query.limit, query.type, person.name, query.mine, query.skip)
    same = ("event", "type", "worth", "sentence", "score", "title", "published")
    return [
        QueueItem.model_validate(
            {name: getattr(item, name) for name in same} | {"document": item.document_id, "reasons": list(item.reasons)}
        )
        for item in found
    ]


@router.post("/documents/{id:path}/corrections", status_code=201)
def correct(id: DocumentId, asked: Correct, desk: DeskHere, person: Coder, later: BackgroundTasks) -> Corrected:  # noqa: A002  # as in the records
    """Say something about a field, an event or the document. What the machine read is kept beside it."""
    if not holds(desk.store, id):
        raise nothing("document", id)
    made = desk.store.correct(id, asked.revision, Edit(asked.action, asked.event, asked.field, asked.value, asked.why), person.name)
    later.add_task(desk.follow)
    return _answer(made)


@router.post("/corrections/{key}/undo")
def undo(key: Key, desk: DeskHere, person: Coder, later: BackgroundTasks) -> Corrected:
    """Take a correction back, whoever made it."""
    return _turned(desk.store.undo, key, desk, person, later)


@router.post("/corrections/{key}/redo")
def redo(key: Key, desk: DeskHere, person: Coder, later: BackgroundTasks) -> Corrected:
    """Put a correction that was taken back in force again."""
    return _turned(desk.store.redo, key, desk, person, later)


def _turned(turn: Callable[[int, str], Made], key: int, desk: Desk, person: Person, later: BackgroundTasks) -> Corrected:
    try:
        made = turn(key, person.name)
    except InputError:
        raise nothing("correction", key) from None
    later.add_task(desk.follow)
    return _answer(made)


def _answer(made: Made) -> Corrected:
    return Corrected(key=made.key, revision=made.revision, event=made.event)
