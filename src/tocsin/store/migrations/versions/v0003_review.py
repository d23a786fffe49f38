"""Review: what people say about readings, who they are, and who codes what.

What stands here is what was released: it names no live table of ``tocsin.store.review.tables``, which may change.
"""

import sqlalchemy as sa
from alembic import op

revision = "v0003"
down_revision = "v0002"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make them, those that others point at first."""
    _codings()
    _assignments()
    _corrections()
    _reviews()
    _adjudications()
    _users()
    _sessions()
    _attempts()
    _access_log()


def _codings() -> None:
    op.create_table(
        "codings",
        sa.Column("key", _KEY, nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("settled_by", sa.Text(), nullable=True),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_codings"),
    )
    op.create_index("ix_codings_document_id", "codings", ["document_id"], unique=False)


def _assignments() -> None:
    op.create_table(
        "assignments",
        sa.Column("key", _KEY, nullable=False),
        sa.Column("coding", _KEY, nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["coding"], ["codings.key"], name="fk_assignments_coding"),
        sa.PrimaryKeyConstraint("key", name="pk_assignments"),
        sa.UniqueConstraint("coding", "coder", name="uq_assignments_coding_coder"),
    )
    op.create_index("ix_assignments_coder", "assignments", ["coder", "state"], unique=False)


def _corrections() -> None:
    op.create_table(
        "corrections",
        sa.Column("key", _KEY, nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("person", sa.JSON(), nullable=True),
        sa.Column("machine", sa.JSON(), nullable=True),
        sa.Column("anchor", sa.JSON(), nullable=True),
        sa.Column("snapshot", sa.JSON(), nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("acted_by", sa.Text(), nullable=False),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("aside", sa.Text(), nullable=True),
        sa.Column("blind", _KEY, nullable=True),
        sa.ForeignKeyConstraint(["blind"], ["codings.key"], name="fk_corrections_blind"),
        sa.PrimaryKeyConstraint("key", name="pk_corrections"),
    )
    op.create_index("ix_corrections_document_id", "corrections", ["document_id", "event"], unique=False)


def _reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("reviewed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", name="pk_reviews"),
    )


def _adjudications() -> None:
    op.create_table(
        "adjudications",
        sa.Column("key", _KEY, nullable=False),
        sa.Column("coding", _KEY, nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("chosen", sa.JSON(), nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["coding"], ["codings.key"], name="fk_adjudications_coding"),
        sa.PrimaryKeyConstraint("key", name="pk_adjudications"),
    )
    op.create_index("ix_adjudications_coding", "adjudications", ["coding"], unique=False)


def _users() -> None:
    op.create_table(
        "users",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_users"),
    )


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("token", name="pk_sessions"),
    )
    op.create_index("ix_sessions_name", "sessions", ["name"], unique=False)


def _attempts() -> None:
    op.create_table(
        "attempts",
        sa.Column("key", _KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("tried_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_attempts"),
    )
    op.create_index("ix_attempts_address", "attempts", ["address", "tried_at"], unique=False)
    op.create_index("ix_attempts_name", "attempts", ["name", "tried_at"], unique=False)


def _access_log() -> None:
    op.create_table(
        "access_log",
        sa.Column("key", _KEY, nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=True),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_access_log"),
    )
    op.create_index("ix_access_log_document_id", "access_log", ["document_id"], unique=False)
