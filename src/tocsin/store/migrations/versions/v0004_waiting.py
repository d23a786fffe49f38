"""The list of documents that wait to be grouped, so that nobody looks through all of them.

What stands here is what was released: it names no live table of ``tocsin.store.incidents``, which may change.
"""

import sqlalchemy as sa
from alembic import op

revision = "v0004"
down_revision = "v0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it, with every document whose present reading is not grouped."""
    op.create_table(
        "waiting_reports",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", name="pk_waiting_reports"),
    )
    op.create_index("ix_grouped_reports_method", "grouped_reports", ["method"], unique=False)
    op.execute(
        "INSERT INTO waiting_reports (document_id, times) SELECT documents.id, 1 FROM documents"
        " LEFT JOIN grouped_reports ON grouped_reports.document_id = documents.id"
        " WHERE documents.is_current AND (grouped_reports.key IS NULL OR grouped_reports.read_at != documents.read_at)"
    )
