"""Incidents: what they are, what a person decided, and what the grouping keeps.

What stands here is what was released: it names no live table of ``tocsin.store.incidents.tables``, which may change.
"""

import sqlalchemy as sa
from alembic import op

revision = "v0002"
down_revision = "v0001"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make them, those that others point at first. What was stored before stays as it is, and is grouped on the next occasion."""
    op.create_index(
        "ix_documents_read_at",
        "documents",
        ["id", "read_at"],
        unique=False,
        sqlite_where=sa.text("is_current"),
        postgresql_where=sa.text("is_current"),
    )
    _incidents()
    _incident_events()
    _incident_joins()
    _incident_figures()
    _incident_claims()
    _copy_groups()
    _incident_redirects()
    _incident_history()
    _decisions()
    _grouped_reports()
    _report_keys()
    _crowded_keys()
    _report_pairs()


def _incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("modes", sa.JSON(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("aux", sa.JSON(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("date_precision", sa.Text(), nullable=False),
        sa.Column("first_published", sa.Date(), nullable=True),
        sa.Column("last_published", sa.Date(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("place_kind", sa.Text(), nullable=True),
        sa.Column("geonameid", _KEY, nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("radius_km", sa.Double(), nullable=True),
        sa.Column("where_prec", sa.Integer(), nullable=True),
        sa.Column("geo_precision", sa.Integer(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("actor_country", sa.Text(), nullable=True),
        sa.Column("actor_sectors", sa.JSON(), nullable=False),
        sa.Column("actor_private", sa.Boolean(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=True),
        sa.Column("recipient_country", sa.Text(), nullable=True),
        sa.Column("recipient_sectors", sa.JSON(), nullable=False),
        sa.Column("recipient_private", sa.Boolean(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("part_of", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("reviewed", sa.Boolean(), nullable=False),
        sa.Column("component", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_incidents"),
    )
    op.create_index("ix_incidents_changed_at", "incidents", ["changed_at"], unique=False)
    op.create_index("ix_incidents_component", "incidents", ["component"], unique=False)
    op.create_index("ix_incidents_country", "incidents", ["country"], unique=False)
    op.create_index("ix_incidents_first_day", "incidents", ["first_day", "id"], unique=False)
    op.create_index("ix_incidents_part_of", "incidents", ["part_of"], unique=False)
    op.create_index("ix_incidents_type", "incidents", ["type"], unique=False)


def _incident_events() -> None:
    op.create_table(
        "incident_events",
        sa.Column("incident", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("part_of", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name="fk_incident_events_incident"),
        sa.PrimaryKeyConstraint("incident", "position", name="pk_incident_events"),
        sa.UniqueConstraint("document_id", "event", name="uq_incident_events_document_id_event"),
    )


def _incident_joins() -> None:
    op.create_table(
        "incident_joins",
        sa.Column("incident", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("one_document", sa.Text(), nullable=False),
        sa.Column("one_event", sa.Text(), nullable=False),
        sa.Column("other_document", sa.Text(), nullable=False),
        sa.Column("other_event", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name="fk_incident_joins_incident"),
        sa.PrimaryKeyConstraint("incident", "position", name="pk_incident_joins"),
    )


def _incident_figures() -> None:
    op.create_table(
        "incident_figures",
        sa.Column("incident", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("low", sa.BigInteger(), nullable=False),
        sa.Column("best", sa.BigInteger(), nullable=True),
        sa.Column("high", sa.BigInteger(), nullable=True),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name="fk_incident_figures_incident"),
        sa.PrimaryKeyConstraint("incident", "position", name="pk_incident_figures"),
    )
    op.create_index("ix_incident_figures_kind", "incident_figures", ["kind", "best"], unique=False)


def _incident_claims() -> None:
    op.create_table(
        "incident_claims",
        sa.Column("incident", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("low", sa.BigInteger(), nullable=False),
        sa.Column("high", sa.BigInteger(), nullable=True),
        sa.Column("best", sa.BigInteger(), nullable=True),
        sa.Column("value_unit", sa.Text(), nullable=True),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("mention", sa.Text(), nullable=False),
        sa.Column("quote_start", sa.Integer(), nullable=False),
        sa.Column("quote_end", sa.Integer(), nullable=False),
        sa.Column("quote_text", sa.Text(), nullable=False),
        sa.Column("quote_score", sa.Double(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("claimant", sa.Text(), nullable=True),
        sa.Column("claimant_private", sa.Boolean(), nullable=False),
        sa.Column("claimant_kind", sa.Text(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("copies", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name="fk_incident_claims_incident"),
        sa.PrimaryKeyConstraint("incident", "position", name="pk_incident_claims"),
    )
    op.create_index("ix_incident_claims_document_id", "incident_claims", ["document_id"], unique=False)


def _copy_groups() -> None:
    op.create_table(
        "copy_groups",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("copy_group", sa.Text(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", name="pk_copy_groups"),
    )
    op.create_index("ix_copy_groups_copy_group", "copy_groups", ["copy_group"], unique=False)


def _incident_redirects() -> None:
    op.create_table(
        "incident_redirects",
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("old", name="pk_incident_redirects"),
    )
    op.create_index("ix_incident_redirects_new", "incident_redirects", ["new"], unique=False)


def _incident_history() -> None:
    op.create_table(
        "incident_history",
        sa.Column("key", _KEY, nullable=False),
        sa.Column("incident", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_incident_history"),
    )
    op.create_index("ix_incident_history_incident", "incident_history", ["incident"], unique=False)


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("key", _KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("events", sa.JSON(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_decisions"),
    )


def _grouped_reports() -> None:
    op.create_table(
        "grouped_reports",
        sa.Column("key", _KEY, nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("credit", sa.Text(), nullable=True),
        sa.Column("profile", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_grouped_reports"),
        sa.UniqueConstraint("document_id", name="uq_grouped_reports_document_id"),
    )


def _report_keys() -> None:
    op.create_table(
        "report_keys",
        sa.Column("key", _KEY, autoincrement=False, nullable=False),
        sa.Column("report", _KEY, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("key", "report", name="pk_report_keys"),
        sqlite_with_rowid=False,
    )


def _crowded_keys() -> None:
    op.create_table(
        "crowded_keys",
        sa.Column("key", _KEY, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_crowded_keys"),
    )


def _report_pairs() -> None:
    op.create_table(
        "report_pairs",
        sa.Column("one", _KEY, autoincrement=False, nullable=False),
        sa.Column("other", _KEY, autoincrement=False, nullable=False),
        sa.Column("met", sa.Integer(), nullable=False),
        sa.Column("text", sa.Integer(), nullable=True),
        sa.Column("best", sa.Integer(), nullable=False),
        sa.Column("events", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("one", "other", name="pk_report_pairs"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_report_pairs_other", "report_pairs", ["other", "one"], unique=False)
