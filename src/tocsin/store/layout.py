"""The layout of the tables in Markdown, for ``docs/database.md``."""

from __future__ import annotations

from sqlalchemy import Column, Table
from sqlalchemy.dialects import postgresql

from tocsin.store.incidents.tables import INCIDENT_TABLES
from tocsin.store.review.tables import REVIEW_MEANINGS, REVIEW_TABLES
from tocsin.store.tables import TABLES
from tocsin.store.users.tables import USER_MEANINGS, USER_TABLES

MEANINGS: dict[str, str] = {
    "documents": "One row for each version of a document. The current one has `is_current` set.",
    "mentions": "One row for each event that a sentence tells.",
    "quotes": "The words of a mention beside its trigger: who, to whom, where, when, how many, according to whom, about what.",
    "claims": "One row for each value of a mention, with its words, who claims it and how firmly. What `value` leaves out is null.",
    "entities": "Who is named in a document: one row for all spellings.",
    "places": "Every gazetteer entry that a claim uses.",
    "refusals": "Inputs that could not be read, with the reason.",
    "history": "What changed after a document was first read.",
    "incidents": "One row for each happening, however many reports tell it.",
    "incident_events": "The events of an incident: each event of every current document stands in one incident.",
    "incident_joins": "Why an incident's events are one: one row for each of the best pairs that hold them together.",
    "incident_figures": "Each number of an incident over all its claims. Nothing is averaged.",
    "incident_claims": "Each number that a report gives for an incident, with its words and who says so. Copies are one claim.",
    "copy_groups": "Which documents print one text. A text that nobody else prints is a group of one.",
    "decisions": "What people decided about incidents; those that were taken back keep their row.",
    "incident_redirects": "Ids that incidents had before an earlier report came or two of them became one.",
    "incident_history": "What changed of an incident.",
    "waiting_reports": "Documents that are not grouped yet, or were read again or corrected since.",
    "grouped_reports": "Which reading of each document the incidents rest on.",
    "report_keys": "Under which keys reports meet that may have something to do with each other.",
    "crowded_keys": "Keys that are halved because too many reports share them.",
    "report_pairs": "The scores of every two reports that met.",
    **REVIEW_MEANINGS,
    **USER_MEANINGS,
}


def layout() -> str:
    """One section a table: what a row is, then its columns."""
    return "\n".join(_section(table) for table in (*TABLES, *INCIDENT_TABLES, *REVIEW_TABLES, *USER_TABLES))


def _section(table: Table) -> str:
    rows = [f"| `{column.name}` | {_kind(column)} | {column.doc} |" for column in table.columns]
    key = ", ".join(f"`{column.name}`" for column in table.primary_key)
    head = [
        f"### {table.name}",
        "",
        f"{MEANINGS[table.name]} Primary key: {key}.",
        "",
        "| column | type | what it holds |",
        "|---|---|---|",
    ]
    return "\n".join([*head, *rows, ""])


def _kind(column: Column[object]) -> str:
    kind = column.type.compile(postgresql.dialect()).lower()  # type: ignore[no-untyped-call]  # SQLAlchemy's own constructor
    return f"{kind}, may be null" if column.nullable else kind
