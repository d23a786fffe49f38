"""Rows of the incidents' tables to records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import RowMapping

from tocsin.records import CountValue, Decision, EventRef, Figure, Join, NumberClaim, Quote, Reason
from tocsin.store import clock
from tocsin.store.incidents.records import IncidentChange, IncidentRow, StoredDecision

LISTS = ("modes", "aux", "actor_sectors", "recipient_sectors")
"""Columns of ``incidents`` that hold lists."""


def incident_of(row: RowMapping) -> IncidentRow:
    """A row of ``incidents``."""
    values: dict[str, Any] = {name: row[name] for name in IncidentRow.__slots__}
    return IncidentRow(**values | {name: tuple(row[name]) for name in LISTS} | {"changed_at": clock.utc(row["changed_at"])})


def join_of(row: Mapping[str, Any] | RowMapping) -> Join[EventRef]:
    """A row of ``incident_joins``."""
    one, other = EventRef(row["one_document"], row["one_event"]), EventRef(row["other_document"], row["other_event"])
    return Join(one, other, row["score"], tuple(Reason(*reason) for reason in row["reasons"]))


def figures_of_rows(figures: Iterable[RowMapping], claims: Sequence[RowMapping]) -> tuple[Figure, ...]:
    """Rows of ``incident_figures`` with their claims."""
    return tuple(
        _figure(row, [claim for claim in claims if (claim["kind"], claim["unit"]) == (row["kind"], row["unit"])]) for row in figures
    )


def _figure(row: RowMapping, claims: Iterable[RowMapping]) -> Figure:
    names = ("kind", "unit", "low", "best", "high", "agreement", "rule")
    return Figure(**{name: row[name] for name in names}, claims=tuple(claim_of(claim) for claim in claims))


def claim_of(row: RowMapping) -> NumberClaim:
    """A row of ``incident_claims``."""
    return NumberClaim(
        event=EventRef(row["document_id"], row["event"]),
        mention=row["mention"],
        value=CountValue(row["kind"], row["low"], row["high"], row["best"], row["value_unit"]),
        quote=Quote(row["quote_start"], row["quote_end"], row["quote_text"], row["quote_score"]),
        standing=row["standing"],
        claimant=row["claimant"],
        claimant_kind=row["claimant_kind"],
        published=row["published"],
        publisher=row["publisher"],
        copies=tuple(row["copies"]),
    )


def change_of(row: RowMapping) -> IncidentChange:
    """A row of ``incident_history``."""
    return IncidentChange(row["incident"], row["version"], row["what"], row["before"], row["who"], clock.utc(row["changed_at"]))


def decision_of(row: RowMapping) -> StoredDecision:
    """A row of ``decisions``."""
    return StoredDecision(
        key=row["key"],
        decision=Decision(row["kind"], tuple(EventRef(*ref) for ref in row["events"])),
        who=row["who"],
        why=row["why"],
        decided_at=clock.utc(row["decided_at"]),
        undone_at=clock.utc(row["undone_at"]) if row["undone_at"] else None,
        undone_by=row["undone_by"],
        settled=row["settled"],
    )
