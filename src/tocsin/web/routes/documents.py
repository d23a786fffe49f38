"""Documents: the list, one with its events, and reports that are pasted or opened."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from tocsin.records import Reading
from tocsin.store.document_views import document_page, holds
from tocsin.store.review.corrections import Review
from tocsin.web.access import Coder, Reader, note_reading
from tocsin.web.gate import DOCUMENT, too_large
from tocsin.web.models.base import DOCUMENT_LENGTH
from tocsin.web.models.documents import DocumentDetail, DocumentPage, NewReport
from tocsin.web.models.queries import DocumentQuery
from tocsin.web.problems import Refused, nothing
from tocsin.web.readings import document_answer, review_of
from tocsin.web.state import Desk, DeskHere, Pasted

router = APIRouter(tags=["documents"])

DocumentId = Annotated[str, Path(max_length=DOCUMENT_LENGTH, description="the document's id, percent-encoded")]


@router.get("/documents")
def documents(query: Annotated[DocumentQuery, Query()], desk: DeskHere, _: Reader) -> DocumentPage:
    """A page of the documents, the newest first unless another order is asked for."""
    found = document_page(desk.store, query.q, query.state, query.after, query.limit, query.sort)
    return DocumentPage.model_validate({"total": found.total, "after": found.after, "documents": list(found.documents)})


@router.get("/documents/{id:path}")
def document(id: DocumentId, desk: DeskHere, person: Reader) -> DocumentDetail:  # noqa: A002  # as in the records
    """A document with its events. Where private people are named in it, the reading is logged."""
    if not holds(desk.store, id):
        raise nothing("document", id)
    review = desk.store.review(id, person.name)
    note_reading(desk, person, "document", [id])
    return stored_answer(desk, review)


@router.post("/documents/read")
def read(report: NewReport, desk: DeskHere, _: Reader) -> DocumentDetail:
    """The events of a report that is pasted or opened. Nothing is stored."""
    answer = document_answer(review_of(_read(desk, report)), {})
    return answer.model_copy(update={"id": ""})


@router.post("/documents", status_code=201)
def store(report: NewReport, desk: DeskHere, person: Coder) -> DocumentDetail:
    """Read a report, store it, and bring the incidents up to date. The same text again is the same document."""
    reading = _read(desk, report)
    desk.store.save(reading, person.name)
    desk.bring_up_to_date()
    return stored_answer(desk, desk.store.review(reading.document.id, person.name))


def stored_answer(desk: Desk, review: Review) -> DocumentDetail:
    """A stored document with the incidents that its events stand in."""
    members = desk.store.memberships([review.machine.document.id])
    return document_answer(review, {ref: member.incident for ref, member in members.items()})


def _read(desk: Desk, report: NewReport) -> Reading:
    if desk.read is None:
        raise Refused(503, "This server cannot read reports: it was started without the reader.", "Read the file with: tocsin code FILE")
    if len(report.text.encode("utf-8", "surrogatepass")) > DOCUMENT:
        raise Refused(413, *too_large(is_document=True))
    pasted = Pasted(
        report.text,
        is_html=report.kind == "html",
        source="pasted",
        published=report.published,
        title=report.title,
        publisher=report.publisher,
    )
    if not desk.reading.acquire(blocking=False):
        raise Refused(503, "Several reports are being read just now.", "Try again in a moment.", headers={"Retry-After": "5"})
    try:
        return desk.read(pasted)
    finally:
        desk.reading.release()
