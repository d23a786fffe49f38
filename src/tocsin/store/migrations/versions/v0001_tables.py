"""The first tables.

What stands here is what was released: it names no live table of ``tocsin.store.tables``, which may change.
"""

import sqlalchemy as sa
from alembic import op

revision = "v0001"
down_revision = None
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make them, those that others point at first."""
    _documents()
    _history()
    _places()
    _refusals()
    _entities()
    _mentions()
    _claims()
    _quotes()


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("key", _KEY, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("published_method", sa.Text(), nullable=True),
        sa.Column("published_evidence", sa.Text(), nullable=True),
        sa.Column("published_doubt", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("furniture", sa.JSON(), nullable=False),
        sa.Column("skipped", sa.Text(), nullable=True),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("codebook", sa.Text(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_documents"),
        sa.UniqueConstraint("id", "version", name="uq_documents_id_version"),
    )
    op.create_index(
        "ix_documents_current", "documents", ["id"], unique=True, sqlite_where=sa.text("is_current"), postgresql_where=sa.text("is_current")
    )


def _history() -> None:
    op.create_table(
        "history",
        sa.Column("key", _KEY, nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_history"),
        sa.UniqueConstraint("document_id", "ordinal", name="uq_history_document_id_ordinal"),
    )


def _places() -> None:
    op.create_table(
        "places",
        sa.Column("geonameid", _KEY, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.PrimaryKeyConstraint("geonameid", name="pk_places"),
    )


def _refusals() -> None:
    op.create_table(
        "refusals",
        sa.Column("key", _KEY, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("refused_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_refusals"),
        sa.UniqueConstraint("source", "reason", name="uq_refusals_source_reason"),
    )


def _entities() -> None:
    op.create_table(
        "entities",
        sa.Column("document", _KEY, nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("sectors", sa.JSON(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("codebook", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name="fk_entities_document"),
        sa.PrimaryKeyConstraint("document", "identity", name="pk_entities"),
    )


def _mentions() -> None:
    op.create_table(
        "mentions",
        sa.Column("document", _KEY, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("modes", sa.JSON(), nullable=False),
        sa.Column("aux", sa.JSON(), nullable=False),
        sa.Column("hedged", sa.Boolean(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("trigger_text", sa.Text(), nullable=False),
        sa.Column("trigger_score", sa.Double(), nullable=False),
        sa.Column("contexts", sa.JSON(), nullable=False),
        sa.Column("same_as", sa.Text(), nullable=True),
        sa.Column("part_of", sa.Text(), nullable=True),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("actor_hints", sa.JSON(), nullable=False),
        sa.Column("recipient_hints", sa.JSON(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("codebook", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name="fk_mentions_document"),
        sa.PrimaryKeyConstraint("document", "id", name="pk_mentions"),
    )
    op.create_index("ix_mentions_type", "mentions", ["type"], unique=False)


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("document", _KEY, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("mention", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("quote_start", sa.Integer(), nullable=False),
        sa.Column("quote_end", sa.Integer(), nullable=False),
        sa.Column("quote_text", sa.Text(), nullable=False),
        sa.Column("quote_score", sa.Double(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("claimant_start", sa.Integer(), nullable=True),
        sa.Column("claimant_end", sa.Integer(), nullable=True),
        sa.Column("claimant_text", sa.Text(), nullable=True),
        sa.Column("claimant_score", sa.Double(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("identity", sa.Text(), nullable=True),
        sa.Column("sectors", sa.JSON(), nullable=True),
        sa.Column("private", sa.Boolean(), nullable=True),
        sa.Column("place_kind", sa.Text(), nullable=True),
        sa.Column("geonameid", _KEY, nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("radius_km", sa.Double(), nullable=True),
        sa.Column("where_prec", sa.Integer(), nullable=True),
        sa.Column("geo_precision", sa.Integer(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("date_precision", sa.Text(), nullable=True),
        sa.Column("date_method", sa.Text(), nullable=True),
        sa.Column("count_kind", sa.Text(), nullable=True),
        sa.Column("low", sa.BigInteger(), nullable=True),
        sa.Column("high", sa.BigInteger(), nullable=True),
        sa.Column("best", sa.BigInteger(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("codebook", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document", "identity"], ["entities.document", "entities.identity"], name="fk_claims_document_identity"),
        sa.ForeignKeyConstraint(["document", "mention"], ["mentions.document", "mentions.id"], name="fk_claims_document_mention"),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name="fk_claims_document"),
        sa.ForeignKeyConstraint(["geonameid"], ["places.geonameid"], name="fk_claims_geonameid"),
        sa.PrimaryKeyConstraint("document", "ordinal", name="pk_claims"),
    )
    op.create_index("ix_claims_country", "claims", ["country"], unique=False)
    op.create_index("ix_claims_days", "claims", ["first_day", "last_day"], unique=False)


def _quotes() -> None:
    op.create_table(
        "quotes",
        sa.Column("document", _KEY, nullable=False),
        sa.Column("mention", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("quote_start", sa.Integer(), nullable=False),
        sa.Column("quote_end", sa.Integer(), nullable=False),
        sa.Column("quote_text", sa.Text(), nullable=False),
        sa.Column("quote_score", sa.Double(), nullable=False),
        sa.Column("count_kind", sa.Text(), nullable=True),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("codebook", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document", "mention"], ["mentions.document", "mentions.id"], name="fk_quotes_document_mention"),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name="fk_quotes_document"),
        sa.PrimaryKeyConstraint("document", "mention", "role", "position", name="pk_quotes"),
    )
