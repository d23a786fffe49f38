"""The tables of incidents: what is shown of them, what a person decided, and what the grouping keeps so that a new report costs only what
it touches.
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
    Index,
    Integer,
    LargeBinary,
    Table,
    UniqueConstraint,
)

from tocsin.store.exact import ExactText
from tocsin.store.tables import KEY, METADATA, needed, optional, row_number


def _incident() -> Column[Any]:
    return Column("incident", ExactText, ForeignKey("incidents.id"), primary_key=True, doc="the incident's `id`")


def _position(doc: str) -> Column[Any]:
    return Column("position", Integer, primary_key=True, autoincrement=False, doc=doc)


def _report(name: str, doc: str) -> Column[Any]:
    return Column(name, KEY, primary_key=True, autoincrement=False, doc=doc)


def _party(role: str) -> tuple[Column[Any], ...]:
    return (
        optional(role, ExactText, f"{role}: the fullest spelling in the best event's report"),
        optional(f"{role}_country", ExactText, f"{role}: country or body"),
        needed(f"{role}_sectors", JSON, f"{role}: list of sector codes"),
        needed(f"{role}_private", Boolean, f"{role}: a person who holds no public role"),
    )


incidents = Table(
    "incidents",
    METADATA,
    Column("id", ExactText, primary_key=True, doc="made from its earliest event"),
    needed("type", ExactText, "event type of its best event"),
    needed("modes", JSON, "list of the modes that its events of this type have"),
    needed("standing", ExactText, "that of its firmest event: `asserted`, `hedged`, `planned`, `conditional`, `denied`"),
    needed("aux", JSON, "list of the aux values that all its events share"),
    optional("first_day", Date, "first day on which it may have been: the narrowest interval that the most reports agree on"),
    optional("last_day", Date, "last such day"),
    needed("date_precision", ExactText, "`day`, `week`, `month`, `year`, `longer`, `unknown`"),
    optional("first_published", Date, "publication date of its earliest report"),
    optional("last_published", Date, "publication date of its latest report"),
    optional("place", ExactText, "the most precise place that the most reports agree on"),
    optional("place_kind", ExactText, "`landmark`, `city`, `district`, `division`, `country`, `region`"),
    optional("geonameid", KEY, "GeoNames id"),
    optional("country", ExactText, "ISO 3166-1 alpha-3"),
    optional("latitude", Double, "WGS 84 degrees"),
    optional("longitude", Double, "WGS 84 degrees"),
    optional("radius_km", Double, "how far the act may be from that point"),
    optional("where_prec", Integer, "UCDP's 1 (exact) to 7 (international)"),
    optional("geo_precision", Integer, "ACLED's 1 to 3"),
    *_party("actor"),
    *_party("recipient"),
    needed("articles", Integer, "documents that tell it"),
    needed("sources", Integer, "independent ones: one text printed by many is one"),
    needed("score", Double, "the reader's probability of its best event"),
    optional("part_of", ExactText, "the larger incident that it is a piece of"),
    needed("title", ExactText, "headline or first words of its best event's report"),
    needed("quote", ExactText, "the sentence that tells its best event"),
    needed("reviewed", Boolean, "a person has accepted or changed every one of its events"),
    needed("component", ExactText, "the events that were grouped together with its own: the first of them"),
    needed("version", Integer, "1, 2 … : one more with each change"),
    needed("changed_at", DateTime, "when it last changed, UTC"),
    Index("ix_incidents_first_day", "first_day", "id"),
    Index("ix_incidents_type", "type"),
    Index("ix_incidents_country", "country"),
    Index("ix_incidents_component", "component"),
    Index("ix_incidents_part_of", "part_of"),
    Index("ix_incidents_changed_at", "changed_at"),
)

incident_events = Table(
    "incident_events",
    METADATA,
    _incident(),
    _position("place among the incident's events, from 0: the earliest report's first"),
    needed("document_id", ExactText, "the document's `id`"),
    needed("event", ExactText, "`id` of the event's first mention"),
    needed("type", ExactText, "event type, one of sixteen"),
    needed("standing", ExactText, "`asserted`, `hedged`, `planned`, `conditional`, `denied`"),
    needed("sentence", ExactText, "the sentence that tells it, on one line"),
    optional("part_of", ExactText, "the event of the same document that it is a part of"),
    UniqueConstraint("document_id", "event"),
)

incident_joins = Table(
    "incident_joins",
    METADATA,
    _incident(),
    _position("place among the incident's joins, from 0"),
    needed("one_document", ExactText, "`id` of the document of one of the two events"),
    needed("one_event", ExactText, "that event"),
    needed("other_document", ExactText, "`id` of the other's document"),
    needed("other_event", ExactText, "the other event"),
    needed("score", Double, "sum of the reasons' weights; above 0 the two are rather one act than two"),
    needed("reasons", JSON, "`[[of, says, weight], …]`; a person's join has the one reason `decision`"),
)

incident_figures = Table(
    "incident_figures",
    METADATA,
    _incident(),
    _position("place among the incident's figures, from 0"),
    needed("kind", ExactText, "what is counted"),
    optional("unit", ExactText, "unit of a length of custody or of money"),
    needed("low", BigInteger, "the least that any claim allows"),
    optional("best", BigInteger, "that of the claim which the rule chose"),
    optional("high", BigInteger, "the most that any claim allows; null when the largest is open above"),
    needed("agreement", ExactText, "`single`, `agree`, `differ`"),
    needed("rule", ExactText, "how `best` was chosen"),
    Index("ix_incident_figures_kind", "kind", "best"),
)

incident_claims = Table(
    "incident_claims",
    METADATA,
    _incident(),
    _position("place among the incident's claims, from 0: by figure, the chosen claim first"),
    needed("kind", ExactText, "what is counted"),
    optional("unit", ExactText, "the figure's unit, as in `incident_figures`"),
    needed("low", BigInteger, "least"),
    optional("high", BigInteger, "most; null when open above"),
    optional("best", BigInteger, "best figure"),
    optional("value_unit", ExactText, "the unit that the words give"),
    needed("document_id", ExactText, "`id` of the document that gives it"),
    needed("event", ExactText, "the event within the document"),
    needed("mention", ExactText, "the mention within the document"),
    needed("quote_start", Integer, "the words that say so: first code point in the document's text"),
    needed("quote_end", Integer, "the words that say so: code point after the last"),
    needed("quote_text", ExactText, "the words that say so"),
    needed("quote_score", Double, "the words that say so: the reader's probability"),
    needed("standing", ExactText, "`asserted`, `hedged`"),
    optional("claimant", ExactText, "the words that name the source; null for the report's own voice"),
    needed("claimant_private", Boolean, "the source is a person who holds no public role"),
    needed("claimant_kind", ExactText, "`police`, `ministry`, `hospital`, `witness`, `journalist`, `unnamed` …"),
    optional("published", Date, "the document's publication date"),
    optional("publisher", ExactText, "who printed it"),
    needed("copies", JSON, "list of the other documents that print it as part of the same text"),
    Index("ix_incident_claims_document_id", "document_id"),
)

copy_groups = Table(
    "copy_groups",
    METADATA,
    Column("document_id", ExactText, primary_key=True, doc="the document's `id`"),
    needed("copy_group", ExactText, "`id` of the earliest document that prints the same text"),
    optional("agency", ExactText, "whom the text is credited to"),
    needed("position", Integer, "place in the group, the earliest first, from 0"),
    Index("ix_copy_groups_copy_group", "copy_group"),
)

incident_redirects = Table(
    "incident_redirects",
    METADATA,
    Column("old", ExactText, primary_key=True, doc="an id that an incident had"),
    needed("new", ExactText, "the id of the incident that has its earliest event now"),
    Index("ix_incident_redirects_new", "new"),
)

incident_history = Table(
    "incident_history",
    METADATA,
    row_number("number of the row"),
    needed("incident", ExactText, "the incident's `id`"),
    needed("version", Integer, "its version after the change"),
    needed("what", ExactText, "`changed`, `ended` (its events stand in others, or in none)"),
    needed("before", JSON, "what stood there: its version, events and the columns that changed"),
    needed("who", ExactText, "`machine`, or the person whose decision it followed"),
    needed("changed_at", DateTime, "when, UTC"),
    Index("ix_incident_history_incident", "incident"),
)

decisions = Table(
    "decisions",
    METADATA,
    row_number("number of the row: of two decisions that contradict each other the later one holds"),
    needed("kind", ExactText, "`join` (one incident), `split` (no two of one), `pin` (one incident, complete)"),
    needed("events", JSON, "`[[document_id, event], …]`"),
    needed("who", ExactText, "who decided"),
    optional("why", ExactText, "the reason given"),
    needed(
        "decided_at", DateTime, "when, UTC; the same for all decisions of one act, such as taking an event out of an incident of thirty"
    ),
    optional("undone_at", DateTime, "when it was taken back, UTC"),
    optional("undone_by", ExactText, "who took it back"),
    needed("settled", Boolean, "false until the incidents follow it"),
)

waiting_reports = Table(
    "waiting_reports",
    METADATA,
    Column("document_id", ExactText, primary_key=True, doc="the document's `id`"),
    needed("times", Integer, "how often it was read or corrected since it was grouped"),
)

grouped_reports = Table(
    "grouped_reports",
    METADATA,
    row_number("number of the row: the report in the tables below"),
    needed("document_id", ExactText, "the document's `id`"),
    needed("read_at", DateTime, "`read_at` of the reading that was grouped"),
    needed("method", ExactText, "version of the comparison; another one groups every report anew"),
    optional("published", Date, "publication date, where it is trusted"),
    optional("credit", ExactText, "whom its text is credited to"),
    needed("profile", LargeBinary, "what is compared of it: compressed JSON and numbers"),
    UniqueConstraint("document_id"),
    Index("ix_grouped_reports_method", "method"),
)

report_keys = Table(
    "report_keys",
    METADATA,
    Column("key", KEY, primary_key=True, autoincrement=False, doc="a key, or a part of a crowded one"),
    _report("report", "a report that is kept under it"),
    sqlite_with_rowid=False,
)

crowded_keys = Table(
    "crowded_keys",
    METADATA,
    Column("key", KEY, primary_key=True, autoincrement=False, doc="a key that too many reports share: it is halved"),
)

report_pairs = Table(
    "report_pairs",
    METADATA,
    _report("one", "the report whose document's `id` comes first"),
    _report("other", "the other report"),
    needed("met", Integer, "keys that they share"),
    optional("text", Integer, "thousandths of their score as one text; null where they share no run of words"),
    needed("best", Integer, "highest score of two of their events"),
    needed("events", JSON, "`[[event of one, event of other, thousandths], …]`"),
    Index("ix_report_pairs_other", "other", "one"),
    sqlite_with_rowid=False,
)

SHOWN: tuple[Table, ...] = (incidents, incident_events, incident_joins, incident_figures, incident_claims, copy_groups, decisions)
"""What the incidents say, whatever the order in which reports came."""

INCIDENT_TABLES: tuple[Table, ...] = (
    *SHOWN,
    *(incident_redirects, incident_history, waiting_reports, grouped_reports, report_keys, crowded_keys, report_pairs),
)
"""In the order in which a person reads them."""

PIECES: tuple[Table, ...] = (incident_events, incident_joins, incident_figures, incident_claims)
"""The rows of one incident beside its own."""
