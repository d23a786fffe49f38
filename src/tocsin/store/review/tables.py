"""The tables of review: what people say about readings, and who codes what."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, DateTime, ForeignKey, Index, Integer, Table, UniqueConstraint

from tocsin.store.exact import ExactText
from tocsin.store.tables import KEY, METADATA, needed, optional, row_number

codings = Table(
    "codings",
    METADATA,
    row_number("number of the row: one double coding of one document"),
    needed("document_id", ExactText, "the document's `id`"),
    needed("version", Integer, "the version of its text that is coded"),
    needed("made_by", ExactText, "who gave it out"),
    needed("made_at", DateTime, "when, UTC"),
    optional("settled_by", ExactText, "who decided its last difference; null while it runs"),
    optional("settled_at", DateTime, "when, UTC"),
    Index("ix_codings_document_id", "document_id"),
)

assignments = Table(
    "assignments",
    METADATA,
    row_number("number of the row"),
    Column("coding", KEY, ForeignKey("codings.key"), nullable=False, doc="the `codings` row: who shares it codes the same document blind"),
    needed("coder", ExactText, "who codes"),
    needed("state", ExactText, "`open`, `done`"),
    optional("done_at", DateTime, "when it was handed in, UTC"),
    UniqueConstraint("coding", "coder"),
    Index("ix_assignments_coder", "coder", "state"),
)

corrections = Table(
    "corrections",
    METADATA,
    row_number("number of the row: of two corrections of one field the later one holds"),
    needed("document_id", ExactText, "the document's `id`"),
    needed("version", Integer, "the version of the text in which its offsets count"),
    needed("revision", Integer, "the document's `revision` after the last act on this row"),
    optional("event", ExactText, "the mention's `id`, `p1`, `p2` … for one that a person added; null for the document as a whole"),
    optional("field", ExactText, "the field of the event; null for the event as a whole"),
    needed("action", ExactText, "`accept`, `change`, `reject`, `add`, `remove`"),
    optional("person", JSON(none_as_null=True), "the person's value"),
    optional("machine", JSON(none_as_null=True), "what stood in its place when it was made"),
    optional("anchor", JSON(none_as_null=True), "the event's type and trigger then: `[type, start, end, words]`"),
    optional("snapshot", JSON(none_as_null=True), "the whole event then, every field"),
    needed("who", ExactText, "who made it"),
    needed("why", ExactText, "the reason given, empty where none was"),
    needed("made_at", DateTime, "when, UTC"),
    needed("acted_by", ExactText, "who last made, undid or redid it"),
    optional("undone_by", ExactText, "who took it back; null while it stands"),
    optional("undone_at", DateTime, "when, UTC"),
    optional("aside", ExactText, "why it is not laid over the reading any more; null while it is"),
    Column("blind", KEY, ForeignKey("codings.key"), nullable=True, doc="the `codings` row in which it was made; null for all other ones"),
    Index("ix_corrections_document_id", "document_id", "event"),
)

reviews = Table(
    "reviews",
    METADATA,
    Column("document_id", ExactText, primary_key=True, doc="the document's `id`"),
    needed("revision", Integer, "how often a correction was made, undone or redone"),
    needed("reviewed", Boolean, "a person has accepted the document, or decided about each of its events"),
)

adjudications = Table(
    "adjudications",
    METADATA,
    row_number("number of the row: of two about one field the later one holds"),
    Column("coding", KEY, ForeignKey("codings.key"), nullable=False, doc="the `codings` row"),
    needed("event", ExactText, "the event, by its first coder's id"),
    optional("field", ExactText, "the field; null for whether it is an event at all"),
    optional("chosen", JSON(none_as_null=True), "the value that holds"),
    needed("who", ExactText, "who decided"),
    needed("why", ExactText, "the reason given"),
    needed("decided_at", DateTime, "when, UTC"),
    Index("ix_adjudications_coding", "coding"),
)

REVIEW_TABLES: tuple[Table, ...] = (corrections, reviews, codings, assignments, adjudications)
"""In the order in which a person reads them."""

REVIEW_MEANINGS: dict[str, str] = {
    "corrections": "One row for each thing that a person said about a reading. What the machine read stands unchanged in the tables above.",
    "reviews": "How far the review of a document is.",
    "codings": "Documents that two people code, blind to each other.",
    "assignments": "Who codes what.",
    "adjudications": "What was decided where two coders differ.",
}
