"""Incidents into their tables: what has changed is written, what it was before is kept, and an id that ends leads to the one that follows
it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, insert, select, update

from tocsin.records import EventRef, Figure, Join
from tocsin.store.chunks import chunks
from tocsin.store.incidents.records import EventLine, IncidentRecord
from tocsin.store.incidents.rows import LISTS, join_of
from tocsin.store.incidents.tables import (
    PIECES,
    incident_claims,
    incident_events,
    incident_figures,
    incident_history,
    incident_joins,
    incident_redirects,
    incidents,
)
from tocsin.store.rows import Row

_KEPT = ("part_of", "version", "changed_at")
"""Columns that the storing itself fills in."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An incident as it stands in the tables: its row, and its rows in each of the tables of pieces."""

    row: Row
    pieces: dict[str, list[Row]]

    @property
    def events(self) -> list[EventRef]:
        """Its events, the earliest first."""
        return [EventRef(row["document_id"], row["event"]) for row in self.pieces["incident_events"]]

    @property
    def joins(self) -> list[Join[EventRef]]:
        """Its joins."""
        return [join_of(row) for row in self.pieces["incident_joins"]]


def stored(connection: Connection, names: Collection[str]) -> dict[str, Stored]:
    """Some incidents as they stand."""
    found = {}
    for part in chunks(sorted(names)):
        for row in connection.execute(select(incidents).where(incidents.c.id.in_(part))).mappings():
            found[row["id"]] = Stored(dict(row), {table.name: [] for table in PIECES})
        for table in PIECES:
            chosen = select(table).where(table.c.incident.in_(part)).order_by(table.c.incident, table.c.position)
            for row in connection.execute(chosen).mappings():
                found[row["incident"]].pieces[table.name].append(dict(row))
    return found


def replace(connection: Connection, old: Mapping[str, Stored], new: Sequence[IncidentRecord], who: str, now: dt.datetime) -> set[str]:
    """Put ``new`` in the place of ``old``. Returns the ids that were made, changed or ended."""
    made = {record.row.id: _written(record) for record in new}
    same = {name for name, written in made.items() if name in old and _alike(old[name], written)}
    ended = sorted(set(old) - set(made))
    changed = sorted(set(made) - same)
    heirs = {name: heir for name in ended if (heir := _heir(old[name], new)) is not None}
    _clear(connection, [name for name in (*ended, *changed) if name in old], ended)
    notes = [_note(old[name], None, "ended", who, now) for name in ended]
    notes += [_note(old[name], made[name], "changed", who, now) for name in changed if name in old]
    values = {name: _values(made[name], _version(name, old, heirs), now) for name in changed}
    for name in changed:
        if name in old:
            connection.execute(update(incidents).where(incidents.c.id == name).values(values[name]))
    _insert(connection, incidents, [values[name] for name in changed if name not in old])
    for table in PIECES:
        _insert(connection, table, [row for name in changed for row in made[name].pieces[table.name]])
    _insert(connection, incident_history, notes)
    _redirect(connection, heirs, ended, changed)
    return {*ended, *changed}


def name_wholes(connection: Connection, documents: Collection[str], written: Collection[str], who: str, now: dt.datetime) -> set[str]:
    """Set ``part_of`` of the incidents that have an event in ``documents``: the incident that most of its events are said to be a part of.

    Returns the ids of those that changed by it; the ones that were ``written`` just now get no new version for it.
    """
    wholes, changed = _wholes(connection, documents), set()
    columns = (incidents.c.id, incidents.c.part_of, incidents.c.version)
    for chunk in chunks(sorted(_incidents_of(connection, documents))):
        for name, before, version in connection.execute(select(*columns).where(incidents.c.id.in_(chunk))).all():
            whole = wholes.get(name)
            if before == whole:
                continue
            changed.add(name)
            now_is = version if name in written else version + 1
            values = {"part_of": whole, "version": now_is, "changed_at": now}
            connection.execute(update(incidents).where(incidents.c.id == name).values(values))
            if name not in written:
                was = {"version": version, "part_of": before}
                row = {"incident": name, "version": now_is, "what": "changed", "before": was, "who": who, "changed_at": now}
                connection.execute(insert(incident_history).values(row))
    return changed


def _incidents_of(connection: Connection, documents: Collection[str]) -> set[str]:
    """The incidents in which events of some documents stand."""
    chosen = select(incident_events.c.incident).distinct()
    parts = (chosen.where(incident_events.c.document_id.in_(part)) for part in chunks(sorted(documents)))
    return {name for part in parts for name in connection.execute(part).scalars()}


def _wholes(connection: Connection, documents: Collection[str]) -> dict[str, str]:
    """For each incident of some documents the one that most of its events are said to be a part of; those that are part of none are left out."""
    parts = {part for part, _ in _parts(connection, incident_events.c.document_id, documents)}
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for part, whole in _parts(connection, incident_events.c.incident, parts):
        if part != whole:
            named[part][whole] += 1
    return {part: min(wholes, key=lambda whole: (-wholes[whole], whole)) for part, wholes in named.items()}


def _parts(connection: Connection, column: Column[Any], values: Collection[str]) -> list[tuple[str, str]]:
    """For each event that is a part of another one, its incident and the other's."""
    whole = incident_events.alias("whole")
    joined = incident_events.join(
        whole, (whole.c.document_id == incident_events.c.document_id) & (whole.c.event == incident_events.c.part_of)
    )
    chosen = select(incident_events.c.incident, whole.c.incident).select_from(joined)
    return [(part, of) for chunk in chunks(sorted(values)) for part, of in connection.execute(chosen.where(column.in_(chunk)))]


def _written(record: IncidentRecord) -> Stored:
    row = {column.name: getattr(record.row, column.name) for column in incidents.columns}
    row |= {name: list(row[name]) for name in LISTS}
    pieces = {
        incident_events.name: [_event_row(line) for line in record.events],
        incident_joins.name: [_join_row(join) for join in record.joins],
        incident_figures.name: [_figure_row(figure) for figure in record.figures],
        incident_claims.name: list(_claim_rows(record)),
    }
    numbered = {
        name: [{"incident": record.row.id, "position": position, **each} for position, each in enumerate(rows)]
        for name, rows in pieces.items()
    }
    return Stored(row, numbered)


def _event_row(line: EventLine) -> Row:
    names = ("type", "standing", "sentence", "part_of")
    return {"document_id": line.ref.document, "event": line.ref.event, **{name: getattr(line, name) for name in names}}


def _join_row(join: Join[EventRef]) -> Row:
    refs = {"one_document": join.one.document, "one_event": join.one.event, "other_document": join.other.document}
    reasons = [[reason.of, reason.says, reason.weight] for reason in join.reasons]
    return {**refs, "other_event": join.other.event, "score": join.score, "reasons": reasons}


def _figure_row(figure: Figure) -> Row:
    return {name: getattr(figure, name) for name in ("kind", "unit", "low", "best", "high", "agreement", "rule")}


def _claim_rows(record: IncidentRecord) -> Iterator[Row]:
    claims = ((figure, claim) for figure in record.figures for claim in figure.claims)
    for number, (figure, claim) in enumerate(claims):
        value, quote = claim.value, claim.quote
        yield {
            "kind": figure.kind,
            "unit": figure.unit,
            "low": value.low,
            "high": value.high,
            "best": value.best,
            "value_unit": value.unit,
            "document_id": claim.event.document,
            "event": claim.event.event,
            "mention": claim.mention,
            "quote_start": quote.start,
            "quote_end": quote.end,
            "quote_text": quote.text,
            "quote_score": quote.score,
            "standing": claim.standing,
            "claimant": claim.claimant,
            "claimant_private": number in record.private_claimants,
            "claimant_kind": claim.claimant_kind,
            "published": claim.published,
            "publisher": claim.publisher,
            "copies": list(claim.copies),
        }


def _alike(old: Stored, new: Stored) -> bool:
    return old.pieces == new.pieces and all(old.row[name] == value for name, value in new.row.items() if name not in _KEPT)


def _heir(ended: Stored, new: Sequence[IncidentRecord]) -> str | None:
    """The incident that has the event which an ended one was named for, else the most of its other events."""
    events = ended.events
    if not events:
        return None
    of_event = {line.ref: record.row.id for record in new for line in record.events}
    if events[0] in of_event:
        return of_event[events[0]]
    counts = Counter(of_event[ref] for ref in events if ref in of_event)
    return min(counts, key=lambda name: (-counts[name], name), default=None)


def _version(name: str, old: Mapping[str, Stored], heirs: Mapping[str, str]) -> int:
    """One more than any incident had that this one continues."""
    former = [old[gone].row["version"] for gone, heir in heirs.items() if heir == name]
    return 1 + max([*former, *([old[name].row["version"]] if name in old else [])], default=0)


def _clear(connection: Connection, names: Sequence[str], ended: Sequence[str]) -> None:
    for part in chunks(names):
        for table in PIECES:
            connection.execute(delete(table).where(table.c.incident.in_(part)))
    for part in chunks(ended):
        connection.execute(delete(incidents).where(incidents.c.id.in_(part)))


def _values(made: Stored, version: int, now: dt.datetime) -> Row:
    return {column: value for column, value in made.row.items() if column not in _KEPT} | {"version": version, "changed_at": now}


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _note(old: Stored, new: Stored | None, what: str, who: str, now: dt.datetime) -> Row:
    """The row of ``incident_history`` that keeps what stood there."""
    before: Row = {"version": old.row["version"], "events": [[ref.document, ref.event] for ref in old.events]}
    if new is not None:
        before |= {name: plain_value(old.row[name]) for name, value in new.row.items() if name not in _KEPT and old.row[name] != value}
    version = old.row["version"] + (new is not None)
    return {"incident": old.row["id"], "version": version, "what": what, "before": before, "who": who, "changed_at": now}


def plain_value(value: Any) -> Any:
    """A column's value as JSON can hold it."""
    return value.isoformat() if isinstance(value, dt.date) else value


def _redirect(connection: Connection, heirs: Mapping[str, str], ended: Iterable[str], made: Sequence[str]) -> None:
    table: Table = incident_redirects
    for name in ended:
        heir = heirs.get(name)
        if heir is None:
            connection.execute(delete(table).where(table.c.new == name))
        else:
            connection.execute(update(table).where(table.c.new == name).values(new=heir))
            connection.execute(insert(table).values(old=name, new=heir))
    for part in chunks(made):
        connection.execute(delete(table).where(table.c.old.in_(part)))
