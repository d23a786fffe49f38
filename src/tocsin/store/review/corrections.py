"""What people say about readings: made, undone, redone and laid over, within one transaction that the caller holds."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, RowMapping, insert, select, update

from tocsin.errors import ConflictError, InputError, StoreError
from tocsin.records import Reading
from tocsin.review.carry import carry, corrections_events, new_id
from tocsin.review.corrections import Anchor, Correction, Edit, prepare
from tocsin.review.effective import effective, is_reviewed
from tocsin.store import clock
from tocsin.store.current import current, lock, record
from tocsin.store.incidents.tables import grouped_reports
from tocsin.store.incidents.waiting import wait
from tocsin.store.load import load
from tocsin.store.places_known import with_known_places
from tocsin.store.review.blind import Blind, blind_of
from tocsin.store.review.tables import corrections, reviews
from tocsin.store.rows import Row

NOT_GROUPED = dt.datetime(1970, 1, 1)  # noqa: DTZ001  # the database keeps UTC without its zone
"""Stands where the time of the reading would, in a report whose events changed since it was grouped."""


@dataclass(frozen=True, slots=True)
class Made:
    """A correction that was made, undone or redone: its key, the document's revision after it, and its event (``None``: the document)."""

    key: int
    revision: int
    event: str | None


@dataclass(frozen=True, slots=True)
class Review:
    """A document as one person sees it.

    ``machine`` is what was read, ``effective`` that with ``holding`` laid over it, ``corrections`` all that this person may see, the oldest
    first. ``blind`` is the number of the double coding in which the person works on it, ``None`` outside of one; ``revision`` counts only
    what they themselves did in it then, since the document's own would tell how much the other coder does.
    """

    machine: Reading
    effective: Reading
    corrections: tuple[Correction, ...]
    holding: tuple[Correction, ...]
    revision: int
    reviewed: bool
    version: int
    blind: int | None = None


def look(connection: Connection, document_id: str, viewer: str | None, name: str) -> Review:
    """A document with its corrections, as ``viewer`` sees it; ``None`` is everybody."""
    stored = current(connection, document_id)
    if stored is None:
        raise StoreError(f"{name} holds no document {document_id!r}; list what it holds with: tocsin show documents")
    machine = load(connection, [stored])[0]
    blind = blind_of(connection, document_id, viewer)
    made = of_document(connection, document_id)
    seen = tuple(correction for correction in made if blind.may_see(correction))
    holding = tuple(correction for correction in seen if correction.in_force and blind.holds(correction))
    state = connection.execute(select(reviews).where(reviews.c.document_id == document_id)).mappings().one_or_none()
    return Review(
        machine=machine,
        effective=effective(machine, holding),
        corrections=seen,
        holding=holding,
        revision=_shown_revision(seen, blind, state["revision"] if state else 0),
        reviewed=bool(state and state["reviewed"]),
        version=stored["version"],
        blind=blind.own,
    )


def _shown_revision(seen: Iterable[Correction], blind: Blind, revision: int) -> int:
    """A document's revision as a person may know it; within a double coding no two people meet, and it is compared with nothing."""
    if blind.own is None:
        return revision
    own = [correction for correction in seen if correction.blind == blind.own and correction.who == blind.viewer]
    return len(own) + sum(correction.undone_at is not None for correction in own)


def of_document(connection: Connection, document_id: str) -> list[Correction]:
    """Every correction of a document, the oldest first."""
    chosen = select(corrections).where(corrections.c.document_id == document_id).order_by(corrections.c.key)
    return [correction_of(row) for row in connection.execute(chosen).mappings()]


def of_documents(connection: Connection, document_ids: Sequence[str]) -> dict[str, list[Correction]]:
    """The corrections that hold for everybody, by their document."""
    chosen = select(corrections).where(corrections.c.document_id.in_(document_ids), corrections.c.blind.is_(None))
    found: dict[str, list[Correction]] = defaultdict(list)
    for row in connection.execute(chosen.order_by(corrections.c.key)).mappings():
        found[row["document_id"]].append(correction_of(row))
    return found


def corrected(connection: Connection, readings: Sequence[Reading]) -> list[Reading]:
    """Readings with the corrections that hold for everybody laid over them."""
    made = of_documents(connection, [reading.document.id for reading in readings])
    return [effective(reading, made[reading.document.id]) if reading.document.id in made else reading for reading in readings]


def correct(connection: Connection, document_id: str, seen: int, edit: Edit, who: str, now: dt.datetime, name: str) -> Made:
    """Make a correction, unless somebody else said something about the same since revision ``seen``."""
    lock(connection, f"document {document_id}")
    view = look(connection, document_id, who, name)
    blind = blind_of(connection, document_id, who)
    blind.check_open(document_id)
    _check_conflict(connection, document_id, seen, edit, who, blind, view.revision)
    return write(connection, view, edit, who, now)


def write(connection: Connection, view: Review, edit: Edit, who: str, now: dt.datetime) -> Made:
    """Make a correction on a document as it was just looked at."""
    document_id = view.machine.document.id
    edit = replace(edit, value=with_known_places(connection, edit.value))
    whole, machine, anchor, snapshot = prepare(edit, view.effective, _new_id(connection, view, who))
    row: Row = {
        "document_id": document_id,
        "version": view.version,
        "revision": _revision(connection, document_id) + 1,
        "event": whole.event,
        "field": whole.field,
        "action": whole.action,
        "person": whole.value,
        "machine": machine,
        "anchor": [anchor.type, anchor.start, anchor.end, anchor.text] if anchor else None,
        "snapshot": dict(snapshot) if snapshot else None,
        "who": who,
        "why": whole.why,
        "made_at": now,
        "acted_by": who,
        "blind": view.blind,
    }
    key = int(connection.execute(insert(corrections).values(**row).returning(corrections.c.key)).scalar_one())
    acted(connection, key, "correction", who, now)
    return Made(key, view.revision + 1, whole.event)


def _new_id(connection: Connection, view: Review, who: str) -> str:
    """An id for an event that is added: none that another correction has, but for those of the other coder of a double coding."""
    document_id = view.machine.document.id
    taken = [each for each in of_document(connection, document_id) if view.blind is None or each.blind != view.blind or each.who == who]
    lane = blind_of(connection, document_id, who).lane if view.blind is not None else None
    return new_id(corrections_events(taken), lane)


def take_back(connection: Connection, key: int, who: str, now: dt.datetime, redo: bool) -> Made:
    """Undo a correction, or redo one that was undone. Twice the same changes nothing."""
    chosen = select(corrections).where(corrections.c.key == key)
    row = connection.execute(chosen).mappings().one_or_none()
    if row is None:
        raise InputError(f"there is no correction {key}; the history of its document lists those that there are")
    lock(connection, f"document {row['document_id']}")
    row = connection.execute(chosen).mappings().one()
    blind = blind_of(connection, row["document_id"], who)
    if blind.own is not None and not blind.may_see(correction_of(row)):
        raise InputError(f"there is no correction {key}; the history of its document lists those that there are")
    if not blind.holds(correction_of(row)) or row["blind"] != blind.own:
        raise ConflictError("this correction belongs to a double coding; only its coder can take it back, until it is handed in")
    blind.check_open(row["document_id"])
    if (row["undone_at"] is None) == redo:
        return Made(key, _seen_revision(connection, row["document_id"], blind), row["event"])
    revision = _revision(connection, row["document_id"])
    state = {"undone_by": None, "undone_at": None} if redo else {"undone_by": who, "undone_at": now}
    connection.execute(update(corrections).where(corrections.c.key == key).values(**state, acted_by=who, revision=revision + 1))
    acted(connection, key, "redo" if redo else "undo", who, now)
    return Made(key, _seen_revision(connection, row["document_id"], blind), row["event"])


def acted(connection: Connection, key: int, what: str, who: str, now: dt.datetime) -> None:
    """What follows from an act on a correction: the document's state, its history, and that its incidents are to be looked at again.

    A correction within a double coding changes nothing that others see, and stands in no history that they read.
    """
    row = connection.execute(select(corrections).where(corrections.c.key == key)).mappings().one()
    renew(connection, row["document_id"], row["revision"])
    if row["blind"] is not None:
        return
    before = {"key": key, **{name: row[name] for name in ("event", "field", "action", "machine", "person", "why")}}
    change = {"document_id": row["document_id"], "version": row["version"], "what": what, "before": before, "changed_at": now}
    record(connection, change, who)
    to_be_grouped(connection, row["document_id"])


def to_be_grouped(connection: Connection, document_id: str) -> None:
    """Let the next bringing up to date of the incidents look at a document again."""
    connection.execute(update(grouped_reports).where(grouped_reports.c.document_id == document_id).values(read_at=NOT_GROUPED))
    wait(connection, document_id)


def renew(connection: Connection, document_id: str, revision: int) -> None:
    """Write a document's state: its revision and whether it is reviewed."""
    stored = current(connection, document_id)
    reading = load(connection, [stored])[0] if stored else None
    holding = of_documents(connection, [document_id])[document_id]
    state = {"revision": revision, "reviewed": reading is not None and is_reviewed(reading, holding)}
    done = connection.execute(update(reviews).where(reviews.c.document_id == document_id).values(**state))
    if not done.rowcount:
        connection.execute(insert(reviews).values(document_id=document_id, **state))


def carry_over(connection: Connection, former: Reading, now: Reading, version: int, new_version: int) -> None:
    """Let a document's corrections follow it to a new reading or a new text."""
    made = of_document(connection, now.document.id)
    if not made:
        return
    for was, is_now in zip(made, carry(made, former, now, version, new_version), strict=True):
        if was == is_now:
            continue
        anchor = is_now.anchor
        moved: Row = {
            "event": is_now.event,
            "version": is_now.version,
            "person": is_now.value,
            "machine": is_now.machine,
            "aside": is_now.aside,
            "anchor": [anchor.type, anchor.start, anchor.end, anchor.text] if anchor else None,
            "snapshot": dict(is_now.snapshot) if is_now.snapshot else None,
        }
        connection.execute(update(corrections).where(corrections.c.key == was.key).values(**moved))
    renew(connection, now.document.id, _revision(connection, now.document.id) + 1)


def _seen_revision(connection: Connection, document_id: str, blind: Blind) -> int:
    return _shown_revision(of_document(connection, document_id), blind, _revision(connection, document_id))


def _revision(connection: Connection, document_id: str) -> int:
    return connection.execute(select(reviews.c.revision).where(reviews.c.document_id == document_id)).scalar() or 0


def _check_conflict(connection: Connection, document_id: str, seen: int, edit: Edit, who: str, blind: Blind, revision: int) -> None:
    if blind.own is not None or (edit.event is None and edit.action == "add"):
        return
    newer = select(corrections).where(
        corrections.c.document_id == document_id,
        corrections.c.revision > seen,
        corrections.c.acted_by != who,
        corrections.c.blind.is_(None),
    )
    for row in connection.execute(newer.order_by(corrections.c.revision.desc())).mappings():
        if _is_about_the_same(row, edit):
            raise _conflict(row, revision)


def _is_about_the_same(row: RowMapping, edit: Edit) -> bool:
    if edit.event is None:  # the acceptance of a whole document: whatever changed in it matters
        return True
    return bool(row["event"] == edit.event and (row["field"] is None or edit.field is None or row["field"] == edit.field))


def _conflict(row: RowMapping, revision: int) -> ConflictError:
    at = clock.utc(row["undone_at"] or row["made_at"])
    did = "undid a correction of" if row["undone_at"] else {"accept": "accepted", "reject": "rejected"}.get(row["action"], "changed")
    what = " ".join(part for part in (row["field"] and f"{row['field']} of", row["event"] or "the document") if part)
    return ConflictError(
        f"{row['acted_by']} {did} {what} at {at:%H:%M} UTC, after you opened it: look at it, then decide again",
        by=row["acted_by"],
        at=at,
        event=row["event"],
        field=row["field"],
        theirs={"key": row["key"], "action": row["action"], "value": row["person"], "why": row["why"], "undone": bool(row["undone_at"])},
        revision=revision,
    )


def correction_of(row: RowMapping) -> Correction:
    """The correction in a row of ``corrections``."""
    same = ("key", "document_id", "version", "action", "event", "field", "machine", "snapshot", "who", "why", "revision")
    return Correction(
        **{name: row[name] for name in same},
        value=row["person"],
        anchor=Anchor(*row["anchor"]) if row["anchor"] else None,
        at=clock.utc(row["made_at"]),
        undone_by=row["undone_by"],
        undone_at=row["undone_at"] and clock.utc(row["undone_at"]),
        aside=row["aside"],
        blind=row["blind"],
    )
