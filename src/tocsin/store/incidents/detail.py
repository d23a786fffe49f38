"""One incident with all that is stored about it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, Table, select

from tocsin.records import EventRef, Figure, Quote, Reading
from tocsin.store.chunks import chunks
from tocsin.store.incidents.acts import acts
from tocsin.store.incidents.copies import groups, groups_of
from tocsin.store.incidents.records import (
    ConcernedEvent,
    IncidentChange,
    IncidentDetail,
    IncidentEvent,
    IncidentReport,
    IncidentRow,
    Membership,
    StoredDecision,
)
from tocsin.store.incidents.rows import change_of, decision_of, figures_of_rows, incident_of, join_of
from tocsin.store.incidents.tables import (
    decisions,
    incident_claims,
    incident_events,
    incident_figures,
    incident_history,
    incident_joins,
    incident_redirects,
    incidents,
)
from tocsin.store.load import load
from tocsin.store.review.corrections import corrected, of_documents
from tocsin.store.tables import documents, mentions


def detail(connection: Connection, name: str) -> IncidentDetail | None:
    """The incident of this id, or the one that it has become; ``None`` where no incident ever had it."""
    row = current(connection, name)
    if row is None:
        return None
    events = _rows(connection, incident_events, row.id)
    joins, figures, claims = (_rows(connection, table, row.id) for table in (incident_joins, incident_figures, incident_claims))
    names = list(dict.fromkeys(event["document_id"] for event in events))
    parts = select(incidents).where(incidents.c.part_of == row.id).order_by(incidents.c.id)
    decided = _about(connection, {EventRef(event["document_id"], event["event"]) for event in events})
    return IncidentDetail(
        row=row,
        events=_events(connection, events),
        joins=tuple(join_of(join) for join in joins),
        figures=figures_of_rows(figures, claims),
        private_claimants=frozenset(number for number, claim in enumerate(claims) if claim["claimant_private"]),
        reports=_reports(connection, names),
        parts=tuple(incident_of(part) for part in connection.execute(parts).mappings()),
        history=changes(connection, row.id),
        decisions=decided,
        concerned=_concerned(connection, {ref for each in decided for ref in each.decision.events}),
    )


def current(connection: Connection, name: str) -> IncidentRow | None:
    """The row of an incident, by its id or one that it had."""
    for _ in range(2):
        row = connection.execute(select(incidents).where(incidents.c.id == name)).mappings().one_or_none()
        if row is not None:
            return incident_of(row)
        moved = connection.execute(select(incident_redirects.c.new).where(incident_redirects.c.old == name)).scalar()
        if moved is None:
            return None
        name = moved
    return None


def memberships(connection: Connection, names: Sequence[str]) -> dict[EventRef, Membership]:
    """For each event of some documents the incident that it stands in; events that are not grouped yet are left out."""
    found = {}
    columns = (incident_events.c.document_id, incident_events.c.event, incidents.c.id, incidents.c.articles, incidents.c.sources)
    for part in chunks(names):
        chosen = select(*columns).join(incidents, incidents.c.id == incident_events.c.incident)
        for document, event, *member in connection.execute(chosen.where(incident_events.c.document_id.in_(part))):
            found[EventRef(document, event)] = Membership(*member)
    return found


def figures(connection: Connection, names: Sequence[str]) -> dict[str, tuple[Figure, ...]]:
    """The figures of some incidents, without their claims."""
    found: dict[str, tuple[Figure, ...]] = defaultdict(tuple)
    for part in chunks(names):
        chosen = select(incident_figures).where(incident_figures.c.incident.in_(part))
        for row in connection.execute(chosen.order_by(incident_figures.c.incident, incident_figures.c.position)).mappings():
            found[row["incident"]] += figures_of_rows([row], ())
    return found


def changes(connection: Connection, name: str) -> tuple[IncidentChange, ...]:
    """What became of an incident, the earliest change first; of an id that it had too."""
    olds = select(incident_redirects.c.old).where(incident_redirects.c.new == name)
    chosen = select(incident_history).where((incident_history.c.incident == name) | incident_history.c.incident.in_(olds))
    return tuple(change_of(row) for row in connection.execute(chosen.order_by(incident_history.c.key)).mappings())


def every_decision(connection: Connection) -> tuple[StoredDecision, ...]:
    """All decisions in their order, those that were taken back too."""
    return tuple(decision_of(row) for row in connection.execute(select(decisions).order_by(decisions.c.key)).mappings())


def _about(connection: Connection, events: set[EventRef]) -> tuple[StoredDecision, ...]:
    """The decisions of every act that any of them is about."""
    about = (act for act in acts(every_decision(connection)) if any(not events.isdisjoint(each.decision.events) for each in act.decisions))
    return tuple(each for act in about for each in act.decisions)


def _concerned(connection: Connection, refs: set[EventRef]) -> dict[EventRef, ConcernedEvent]:
    """What a person needs to know an event again; of one that is lost, nothing."""
    names = sorted({ref.document for ref in refs})
    triggers = _triggers(connection, names)
    printed: dict[str, str | None] = {}
    for part in chunks(names):
        chosen = select(documents.c.id, documents.c.publisher).where(documents.c.is_current, documents.c.id.in_(part))
        printed |= {row.id: row.publisher for row in connection.execute(chosen)}
    known = ((ref, triggers[ref.document, ref.event][0].text) for ref in refs if (ref.document, ref.event) in triggers)
    return {ref: ConcernedEvent(" ".join(trigger.split()), printed.get(ref.document)) for ref, trigger in known}


def _rows(connection: Connection, table: Table, name: str) -> list[RowMapping]:
    return list(connection.execute(select(table).where(table.c.incident == name).order_by(table.c.position)).mappings())


def _events(connection: Connection, rows: Sequence[RowMapping]) -> tuple[IncidentEvent, ...]:
    triggers = _triggers(connection, list(dict.fromkeys(row["document_id"] for row in rows)))
    return tuple(_event(row, *triggers[row["document_id"], row["event"]]) for row in rows)


def _triggers(connection: Connection, names: Sequence[str]) -> dict[tuple[str, str], tuple[Quote, float]]:
    """The trigger and score of every mention of some documents, as people left them; none of one lost since its document was grouped."""
    trigger = (mentions.c.trigger_start, mentions.c.trigger_end, mentions.c.trigger_text, mentions.c.trigger_score)
    found: dict[tuple[str, str], tuple[Quote, float]] = defaultdict(lambda: (Quote(0, 0, ""), 0.0))
    for part in chunks(names):
        chosen = select(documents.c.id, mentions.c.id, mentions.c.score, *trigger).join(documents, documents.c.key == mentions.c.document)
        wanted = (documents.c.is_current, documents.c.id.in_(part))
        for document, mention, score, *quote in connection.execute(chosen.where(*wanted)):
            found[document, mention] = Quote(*quote), score
        for reading in _corrected(connection, part):
            found |= {(reading.document.id, mention.id): (mention.trigger, mention.score) for mention in reading.mentions}
    return found


def _corrected(connection: Connection, names: Sequence[str]) -> list[Reading]:
    """Those of some documents about which people have said something, as they left them: only there stand the events that they added."""
    chosen = select(documents).where(documents.c.is_current, documents.c.id.in_(of_documents(connection, names)))
    return corrected(connection, load(connection, connection.execute(chosen).mappings().all()))


def _event(row: RowMapping, trigger: Quote, score: float) -> IncidentEvent:
    ref = EventRef(row["document_id"], row["event"])
    return IncidentEvent(ref, row["type"], row["standing"], trigger, row["sentence"], row["part_of"], score)


def _reports(connection: Connection, names: Sequence[str]) -> tuple[IncidentReport, ...]:
    """The documents, the earliest first, those without a date last."""
    columns = (
        documents.c.id,
        documents.c.title,
        documents.c.publisher,
        documents.c.url,
        documents.c.published,
        documents.c.published_doubt,
    )
    found = []
    for part in chunks(names):
        chosen = select(*columns).where(documents.c.is_current, documents.c.id.in_(part))
        found += list(connection.execute(chosen))
    copies = _copies(connection, names)
    reports = [
        IncidentReport(name, title, publisher, url, None if doubt else published, *copies.get(name, (name, None, ())))
        for name, title, publisher, url, published, doubt in found
    ]
    return tuple(sorted(reports, key=lambda report: (report.published is None, report.published or dt.date.min, report.document)))


def _copies(connection: Connection, names: Sequence[str]) -> dict[str, tuple[str, str | None, tuple[str, ...]]]:
    """For each document its copy group, the group's agency and the group's other documents, the earliest first."""
    group_of = groups_of(connection, names)
    found = groups(connection, set(group_of.values()))
    return {
        name: (group, found[group].agency, tuple(each for each in found[group].documents if each != name))
        for name, group in group_of.items()
    }
