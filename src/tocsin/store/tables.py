"""The tables, as data. Each column says what it holds; ``docs/database.md`` is generated from here (see ``layout.py``).

The migrations under ``migrations/versions`` make these tables; a test compares the two.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    UniqueConstraint,
    text,
)

from tocsin.store.exact import ExactText

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

KEY = BigInteger().with_variant(Integer(), "sqlite")
"""A row's number. SQLite numbers rows by itself only in a column of type INTEGER; that holds 64 bits as well."""


def needed(name: str, kind: Any, doc: str, **more: Any) -> Column[Any]:
    """A column that always has a value; ``doc`` is what ``docs/database.md`` says of it."""
    return Column(name, kind, nullable=False, doc=doc, **more)


def optional(name: str, kind: Any, doc: str) -> Column[Any]:
    """A column that may be null."""
    return Column(name, kind, nullable=True, doc=doc)


def row_number(doc: str) -> Column[Any]:
    """The key of a table whose rows are numbered as they come."""
    return Column("key", KEY, primary_key=True, doc=doc)


def _document_key() -> Column[Any]:
    return Column("document", KEY, ForeignKey("documents.key"), primary_key=True, doc="the document's `key`")


def _quote(of: str, doc: str, required: bool) -> tuple[Column[Any], ...]:
    make = needed if required else optional
    return (
        make(f"{of}_start", Integer, f"{doc}: first code point in the document's text"),
        make(f"{of}_end", Integer, f"{doc}: code point after the last"),
        make(f"{of}_text", ExactText, f"{doc}: the words"),
        make(f"{of}_score", Double, f"{doc}: the reader's probability, 0 to 1; 1 from a person or a rule"),
    )


def _versions() -> tuple[Column[Any], ...]:
    return (
        needed("model", ExactText, "version of the model that wrote this row"),
        needed("codebook", ExactText, "version of the codebook by which it was written"),
    )


documents = Table(
    "documents",
    METADATA,
    row_number("number of the row, in the order of arrival"),
    needed("id", ExactText, "the document's id"),
    needed("version", Integer, "1, 2 … : a changed text is a new version"),
    needed("is_current", Boolean, "true for the last version, false for those before it"),
    needed("text", ExactText, "the whole text; offsets count its code points"),
    needed("text_sha256", ExactText, "SHA-256 of the text as UTF-8, in hex"),
    needed("source", ExactText, "a path, a path with a row number, a URL or `-`"),
    optional("published", Date, "publication date"),
    optional("published_method", ExactText, "who told it: `given`, `metadata`, `dateline`, `page`"),
    optional("published_evidence", ExactText, "the words that told it"),
    optional("published_doubt", ExactText, "why it is not trusted; a date with a doubt resolved no times"),
    optional("title", ExactText, "headline"),
    optional("publisher", ExactText, "who printed it"),
    optional("url", ExactText, "where it was printed"),
    needed("language", ExactText, "ISO 639-1 code"),
    needed("furniture", JSON, "parts of the text that are no report: `[[start, end, kind], …]`"),
    optional("skipped", ExactText, "why the text was kept without being read; null when it was read"),
    *_versions(),
    needed("read_at", DateTime, "when it was read, UTC"),
    UniqueConstraint("id", "version"),
    Index("ix_documents_current", "id", unique=True, sqlite_where=text("is_current"), postgresql_where=text("is_current")),
    # What has been read since a given time is told without going through the texts.
    Index("ix_documents_read_at", "id", "read_at", sqlite_where=text("is_current"), postgresql_where=text("is_current")),
)

mentions = Table(
    "mentions",
    METADATA,
    _document_key(),
    Column("id", ExactText, primary_key=True, doc="`e1`, `e2` … in reading order"),
    needed("ordinal", Integer, "place among the document's mentions, from 0"),
    needed("type", ExactText, "event type, one of sixteen"),
    needed("modes", JSON, "list of the type's modes"),
    needed("aux", JSON, "list of `historical`, `future`, `hypothetical`, `negation`"),
    needed("hedged", Boolean, "the text itself marks doubt"),
    *_quote("trigger", "the words that express the event", required=True),
    needed("contexts", JSON, "list of themes"),
    optional("same_as", ExactText, "`id` of an earlier mention of the same act"),
    optional("part_of", ExactText, "`id` of a larger event"),
    needed("score", Double, "the reader's probability that this is such an event"),
    needed("actor_hints", JSON, "what the reader's heads say of each actor: `[[sectors, countries], …]` of `[code, probability]`"),
    needed("recipient_hints", JSON, "the same of each recipient"),
    *_versions(),
    Index("ix_mentions_type", "type"),
)

quotes = Table(
    "quotes",
    METADATA,
    _document_key(),
    Column("mention", ExactText, primary_key=True, doc="the mention's `id`"),
    Column(
        "role",
        ExactText,
        primary_key=True,
        doc="`actor`, `recipient`, `place`, `time`, `count`, `count_said_by`, `said_by`, `issue`",
    ),
    Column("position", Integer, primary_key=True, autoincrement=False, doc="place among the mention's quotes of this role, from 0"),
    *_quote("quote", "the quote", required=True),
    optional("count_kind", ExactText, "what a `count` counts: `arrested`, `killed` …"),
    *_versions(),
    ForeignKeyConstraint(["document", "mention"], ["mentions.document", "mentions.id"]),
)

entities = Table(
    "entities",
    METADATA,
    _document_key(),
    Column("identity", ExactText, primary_key=True, doc="`n1`, `n2` … : one for all spellings in the document"),
    needed("name", ExactText, "the fullest spelling"),
    optional("country", ExactText, "ISO 3166-1 alpha-3, `XKX`, or `IGO UNO EUR NGO ISM IMG MNC`"),
    needed("sectors", JSON, "list of sector codes"),
    needed("private", Boolean, "a person who holds no public role"),
    *_versions(),
)

places = Table(
    "places",
    METADATA,
    Column("geonameid", KEY, primary_key=True, autoincrement=False, doc="GeoNames id"),
    needed("name", ExactText, "the gazetteer's name"),
    needed("kind", ExactText, "`landmark`, `city`, `district`, `division`, `country`, `region`"),
    optional("country", ExactText, "ISO 3166-1 alpha-3"),
    optional("latitude", Double, "WGS 84 degrees"),
    optional("longitude", Double, "WGS 84 degrees"),
)

claims = Table(
    "claims",
    METADATA,
    _document_key(),
    Column("ordinal", Integer, primary_key=True, autoincrement=False, doc="place among the document's claims, from 0"),
    needed("mention", ExactText, "the mention's `id`"),
    needed("field", ExactText, "`actor`, `recipient`, `place`, `time`, `count`, `said_by`; `where` and `when` of the whole act"),
    needed("position", Integer, "place among the mention's quotes of this field, from 0"),
    *_quote("quote", "the words that say so", required=True),
    needed("standing", ExactText, "`asserted`, `hedged`, `denied`, `planned`, `conditional`"),
    *_quote("claimant", "who claims it (null: the report itself)", required=False),
    optional("value", ExactText, "what kind of value: `entity`, `place`, `time`, `count`; null when the words could not be resolved"),
    optional("name", ExactText, "entity: the fullest spelling; place: its name"),
    optional("country", ExactText, "entity and place: country or body"),
    optional("identity", ExactText, "entity: which of the document's `entities`"),
    optional("sectors", JSON(none_as_null=True), "entity: list of sector codes"),
    optional("private", Boolean, "entity: a person who holds no public role"),
    optional("place_kind", ExactText, "place: `landmark`, `city`, `district`, `division`, `country`, `region`"),
    optional("geonameid", KEY, "place: which of the `places`; null for one that the gazetteer lacks"),
    optional("latitude", Double, "place: WGS 84 degrees"),
    optional("longitude", Double, "place: WGS 84 degrees"),
    optional("radius_km", Double, "place: how far the act may be from that point"),
    optional("where_prec", Integer, "place: UCDP's 1 (exact) to 7 (international)"),
    optional("geo_precision", Integer, "place: ACLED's 1 to 3"),
    optional("first_day", Date, "time: first day of the interval"),
    optional("last_day", Date, "time: last day of the interval"),
    optional("date_precision", ExactText, "time: `day`, `week`, `month`, `year`, `longer`, `unknown`"),
    optional("date_method", ExactText, "time: `stated`, `relative`, `none`"),
    optional("count_kind", ExactText, "count: what is counted"),
    optional("low", BigInteger, "count: least"),
    optional("high", BigInteger, "count: most; null when open above"),
    optional("best", BigInteger, "count: best figure"),
    optional("unit", ExactText, "count: unit of a length of custody or of money"),
    *_versions(),
    ForeignKeyConstraint(["document", "mention"], ["mentions.document", "mentions.id"]),
    ForeignKeyConstraint(["document", "identity"], ["entities.document", "entities.identity"]),
    ForeignKeyConstraint(["geonameid"], ["places.geonameid"]),
    Index("ix_claims_country", "country"),
    Index("ix_claims_days", "first_day", "last_day"),
)

refusals = Table(
    "refusals",
    METADATA,
    row_number("number of the row"),
    needed("source", ExactText, "the input that was not read"),
    needed("reason", ExactText, "a short fixed word: `empty`, `too large`, `not text` …"),
    needed("detail", ExactText, "one sentence that names the input and the mend"),
    needed("is_current", Boolean, "false once a document of the same source has been read"),
    needed("refused_at", DateTime, "when, UTC"),
    UniqueConstraint("source", "reason"),
)

history = Table(
    "history",
    METADATA,
    row_number("number of the row"),
    needed("document_id", ExactText, "the document's `id`"),
    needed("version", Integer, "the document's version after the change"),
    needed("ordinal", Integer, "place among the document's changes, from 0"),
    needed(
        "what",
        ExactText,
        "`stored` (first stored, by a person), `text` (a new version), `reading` (read again: claims replaced), `description` (only its title, source …), "
        "`removed`; `correction`, `undo`, `redo` by a person",
    ),
    needed(
        "before",
        JSON,
        "what stood there: for `reading` every mention and claim of it; of a `removed` document what it was; of a person's act the correction itself",
    ),
    needed("who", ExactText, "`machine`, or a person's name"),
    needed("changed_at", DateTime, "when, UTC"),
    UniqueConstraint("document_id", "ordinal"),
)

TABLES: tuple[Table, ...] = (documents, mentions, quotes, claims, entities, places, refusals, history)
"""In the order in which a person reads them."""

READ_TABLES: tuple[Table, ...] = (claims, quotes, mentions, entities)
"""What a reading writes beside its document, in an order in which the rows can be deleted."""
