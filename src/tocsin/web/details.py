"""One incident as the API gives it."""

from __future__ import annotations

from typing import Any

from tocsin.records import EventRef, NumberClaim
from tocsin.records import Figure as FigureRecord
from tocsin.store.incidents.acts import Act, acts
from tocsin.store.incidents.records import IncidentDetail as Stored
from tocsin.store.incidents.records import IncidentEvent as StoredEvent
from tocsin.store.incidents.records import IncidentReport
from tocsin.web.models.incidents import IncidentDetail


def detail_answer(found: Stored) -> IncidentDetail:
    """What is stored about an incident, in the API's shape."""
    reports = {report.document: report for report in found.reports}
    row: dict[str, Any] = {name: getattr(found.row, name) for name in found.row.__slots__}
    return IncidentDetail.model_validate(
        row
        | {
            "figures": [_figure(figure) for figure in found.figures],
            "events": [_event(event, reports.get(event.ref.document)) for event in found.events],
            "reports": _folded(found.reports),
            "joins": list(found.joins),
            "history": _history(found),
            "parts": list(found.parts),
        }
    )


def _figure(figure: FigureRecord) -> dict[str, Any]:
    names = ("kind", "unit", "low", "best", "high", "agreement", "rule")
    return {name: getattr(figure, name) for name in names} | {"claims": [_claim(claim) for claim in figure.claims]}


def _claim(claim: NumberClaim) -> dict[str, Any]:
    return {
        "low": claim.value.low,
        "high": claim.value.high,
        "best": claim.value.best,
        "quote": claim.quote.text,
        "start": claim.quote.start,
        "end": claim.quote.end,
        "standing": claim.standing,
        "claimant": claim.claimant,
        "claimant_kind": claim.claimant_kind,
        "document": claim.event.document,
        "event": claim.event.event,
        "mention": claim.mention,
        "published": claim.published,
        "publisher": claim.publisher,
        "copies": list(claim.copies),
    }


def _event(event: StoredEvent, report: IncidentReport | None) -> dict[str, Any]:
    words = " ".join(event.trigger.text.split())  # the sentence stands on one line
    start = max(event.sentence.find(words), 0)
    return {
        "document": event.ref.document,
        "event": event.ref.event,
        "type": event.type,
        "standing": event.standing,
        "part_of": event.part_of,
        "trigger": words,
        "sentence": event.sentence,
        "trigger_start": start,
        "trigger_end": start + (len(words) if words in event.sentence else 0),
        "score": event.score,
        "title": report.title if report else None,
        "publisher": report.publisher if report else None,
        "published": report.published if report else None,
    }


def _folded(reports: tuple[IncidentReport, ...]) -> list[dict[str, Any]]:
    """The reports with the copies of one text under the earliest of them that tells this incident."""
    shown: dict[str, dict[str, Any]] = {}
    for report in reports:
        names = ("document", "title", "publisher", "url", "published", "copy_group", "agency")
        shown.setdefault(report.copy_group, {name: getattr(report, name) for name in names} | {"copies": list(report.copies)})
    return list(shown.values())


def _history(found: Stored) -> list[dict[str, Any]]:
    """Changes by the machine and what people decided, one row an act, the earliest first."""
    changes: list[dict[str, Any]] = [{"at": change.at, "who": change.who, "what": change.what} for change in found.history]
    return sorted([*changes, *(_decided(act, found) for act in acts(found.decisions))], key=lambda change: change["at"])


def _decided(act: Act, found: Stored) -> dict[str, Any]:
    events, others = act.sides
    return {
        "at": act.decided_at,
        "who": act.who,
        "what": act.kind,
        "why": act.why,
        "key": act.key if act.undone_at is None else None,
        "undone": act.undone_at is not None,
        "undone_by": act.undone_by,
        "events": [_concerned(ref, found) for ref in events],
        "others": [_concerned(ref, found) for ref in others],
    }


def _concerned(ref: EventRef, found: Stored) -> dict[str, Any]:
    known = found.concerned.get(ref)
    return {
        "document": ref.document,
        "event": ref.event,
        "trigger": known.trigger if known else None,
        "publisher": known.publisher if known else None,
    }
