"""A database of generated readings that is filled in bulk: most of it is its first weeks over and over, each time later.

The first :data:`BLOCK` reports are stored and grouped in earnest. A copy of them is what as many others would leave in every table: rows of
documents, mentions, claims, keys, pairs and incidents, with days, numbers, ids and keys of their own, so that the tables and their indexes are
as large and as scattered as they would be. What stands within reach of a report that comes next, the last :data:`RECENT`, is never copied: that is
generated, stored and grouped like any other archive. To group 200,000 events takes an hour; to copy most of them, minutes.
"""

from __future__ import annotations

import datetime as dt
from hashlib import blake2b

from sqlalchemy import Connection, Table, func, select, text

from benchmarks.happenings import A_DAY, TOLD
from tocsin.corroborate.block import EVENT_DAYS, TRIPLE_DAYS
from tocsin.corroborate.meet import BESIDE
from tocsin.store.incidents.tables import (
    PIECES,
    copy_groups,
    crowded_keys,
    grouped_reports,
    incident_history,
    incident_redirects,
    incidents,
    report_keys,
    report_pairs,
)
from tocsin.store.tables import claims, documents, entities, mentions, quotes

BLOCK = 240
"""Reports that are copied together: of 25 days."""

RECENT = 200
"""Reports before the next one that are never copies, of three weeks: all that tell the same happening, and a third of those that tell the one of up to
75 days before (``happenings.reading``). The smallest database that is measured holds hardly more, so that all are measured alike."""

_NAME = "printf('generated-%07d', CAST(substr({0}, 11) AS INTEGER) + :reports)"
_DAY = "date({0}, :days)"
_OTHER = "other_id({0}, :reports)"
_KEY = "CASE WHEN {0} >= 1 << 62 THEN {0} + (:windows << :beside) ELSE ({0} | :salt) - ({0} & :salt) END"
"""A key with a time lies with those of its later time, the band of a text anywhere among those of its kind."""
_MORE = "{0} + :reports"

_MADE: dict[str, str] = {
    **dict.fromkeys(("document_id", "copy_group", "one_document", "other_document", "documents.id"), _NAME),
    **dict.fromkeys(("published", "first_day", "last_day", "first_published", "last_published"), _DAY),
    **dict.fromkeys(("incident", "component", "incidents.id", "incidents.part_of", "old", "new"), _OTHER),
    **dict.fromkeys(("report_keys.key", "crowded_keys.key"), _KEY),
    **dict.fromkeys(("document", "report", "one", "other", "documents.key", "grouped_reports.key"), _MORE),
    "incident_history.key": "NULL",
}
"""What a copy has in a column, by the column's name or its table's and its own; other columns are copied as they are."""

_INSIDE = "SELECT incident FROM incident_events WHERE document_id < :end"
_CHOSEN: tuple[tuple[Table, str], ...] = (
    (documents, "key <= :block"),
    *((table, "document <= :block") for table in (entities, mentions, quotes, claims)),
    (copy_groups, "document_id < :end"),
    (grouped_reports, "key <= :block"),
    (report_keys, "key <= :last AND report <= :block"),
    (report_pairs, "one <= :block AND other <= :block"),
    # Keys of texts alone have no time and are smaller; no text is printed by so many that one of them is crowded.
    (crowded_keys, "key BETWEEN 1 << 62 AND :last"),
    (incidents, f"id IN ({_INSIDE})"),
    *((table, "document_id < :end" if table.name == "incident_events" else f"incident IN ({_INSIDE})") for table in PIECES),
    (incident_redirects, f"new IN ({_INSIDE})"),
    (incident_history, f"incident IN ({_INSIDE})"),
)
"""The rows of the first reports, each table after those that it refers to."""


def add_copy(connection: Connection, reports: int, block: int = BLOCK) -> None:
    """Add a copy of the first ``block`` reports behind the ``reports`` that the database holds, at least as many, all of them grouped."""
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.create_function("other_id", 2, _other_id, deterministic=True)
    windows = round(reports * len(TOLD) / sum(TOLD) / A_DAY / EVENT_DAYS)
    last = connection.execute(select(func.max(documents.c.published)).where(documents.c.key <= block)).scalar_one()
    values = {
        "reports": reports,
        "days": f"+{windows * EVENT_DAYS} days",
        "windows": windows,
        "block": block,
        "end": f"generated-{block:07}",
        "beside": BESIDE,
        "last": _last_key(last),
        "salt": _salt(reports),
    }
    for table, chosen in _CHOSEN:
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        made = ", ".join(_made(table, column.name) for column in table.columns)
        statement = f"INSERT INTO {table.name} ({columns}) SELECT {made} FROM {table.name} WHERE {chosen}"
        connection.execute(text(statement), {name: value for name, value in values.items() if f":{name}" in statement})


def _made(table: Table, column: str) -> str:
    pattern = _MADE.get(f"{table.name}.{column}") or _MADE.get(column) or "{0}"
    return pattern.format(f'"{column}"')


def _other_id(name: str | None, reports: int) -> str | None:
    """An id of an incident's form."""
    return None if name is None else "i" + blake2b(f"{name}/{reports}".encode(), digest_size=8).hexdigest()


def _salt(reports: int) -> int:
    return int.from_bytes(blake2b(str(reports).encode(), digest_size=7).digest(), "big")


def _last_key(day: dt.date) -> int:
    """The last key of a report of a day: those of its longest windows name the border that comes next."""
    window = (day.toordinal() // TRIPLE_DAYS + 1) * TRIPLE_DAYS // EVENT_DAYS
    return 1 << 62 | window + 1 << BESIDE
