"""Readings in a database: SQLite in a file by default, PostgreSQL by URL. The tables are in ``docs/database.md``."""

from tocsin.store.audit import Audit
from tocsin.store.find import Change, DocumentRow, EventFilter, Found, Totals
from tocsin.store.incidents.records import IncidentDetail, IncidentFilter, IncidentPage, IncidentRow
from tocsin.store.store import Store

__all__ = [
    "Audit",
    "Change",
    "DocumentRow",
    "EventFilter",
    "Found",
    "IncidentDetail",
    "IncidentFilter",
    "IncidentPage",
    "IncidentRow",
    "Store",
    "Totals",
]
