"""The layout of the tables in Markdown, for ``docs/database.md``."""

from __future__ import annotations

from sqlalchemy import Column, Table
from sqlalchemy.dialects import postgresql

from tocsin.store.tables import TABLES

MEANINGS: dict[str, str] = {
    "documents": "One row for each version of a document. The current one has `is_current` set.",
    "mentions": "One row for each event that a sentence tells.",
    "quotes": "The words of a mention beside its trigger: who, to whom, where, when, how many, according to whom, about what.",
    "claims": "One row for each value of a mention, with its words, who claims it and how firmly. What `value` leaves out is null.",
    "entities": "Who is named in a document: one row for all spellings.",
    "places": "Every gazetteer entry that a claim uses.",
    "refusals": "Inputs that could not be read, with the reason.",
    "history": "What changed after a document was first read.",
}


def layout() -> str:
    """One section a table: what a row is, then its columns."""
    return "\n".join(_section(table) for table in TABLES)


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
