"""The tables of users: who may log in, who is logged in, and who read what."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, DateTime, Index, Table

from tocsin.store.exact import ExactText
from tocsin.store.tables import METADATA, needed, optional, row_number

users = Table(
    "users",
    METADATA,
    Column("name", ExactText, primary_key=True, doc="by which they log in"),
    needed("role", ExactText, "`reader`, `coder`, `adjudicator`, `admin`"),
    needed("password", ExactText, "Argon2id hash of the password"),
    needed("active", Boolean, "false once removed: the name stays taken, since the history holds it"),
    needed("made_at", DateTime, "when they were added, UTC"),
)

sessions = Table(
    "sessions",
    METADATA,
    Column("token", ExactText, primary_key=True, doc="SHA-256 of the token that the browser holds, in hex"),
    needed("name", ExactText, "who is logged in"),
    needed("made_at", DateTime, "when they logged in, UTC"),
    needed("seen_at", DateTime, "when they last asked for something, to the minute, UTC"),
    needed("ends_at", DateTime, "when it ends whatever happens, UTC"),
    Index("ix_sessions_name", "name"),
)

attempts = Table(
    "attempts",
    METADATA,
    row_number("number of the row: one log-in that failed"),
    needed("name", ExactText, "the name that was given"),
    needed("address", ExactText, "where it came from"),
    needed("tried_at", DateTime, "when, UTC"),
    Index("ix_attempts_name", "name", "tried_at"),
    Index("ix_attempts_address", "address", "tried_at"),
)

access_log = Table(
    "access_log",
    METADATA,
    row_number("number of the row"),
    needed("who", ExactText, "who read"),
    needed("what", ExactText, "what: `document`, `incident`, `adjudication` …"),
    optional("document_id", ExactText, "the document's `id`"),
    needed("read_at", DateTime, "when, UTC"),
    Index("ix_access_log_document_id", "document_id"),
)

USER_TABLES: tuple[Table, ...] = (users, sessions, attempts, access_log)
"""In the order in which a person reads them."""

USER_MEANINGS: dict[str, str] = {
    "users": "Who may log in.",
    "sessions": "Who is logged in. The token itself is not stored.",
    "attempts": "Log-ins that failed in the last hour: they make the next one wait.",
    "access_log": "Who read which restricted record: documents in which private people are named.",
}
