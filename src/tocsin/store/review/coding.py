"""Double coding: the same document to two people, blind to each other, and what holds where they differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from sqlalchemy import Connection, RowMapping, insert, select, update

from tocsin.errors import ConflictError, InputError, StoreError
from tocsin.records import Reading
from tocsin.review.adjudicate import Difference, Final, differences, settled
from tocsin.review.corrections import Edit
from tocsin.review.effective import effective
from tocsin.review.fields import LINKS, check
from tocsin.review.fields import coded as events
from tocsin.store import clock
from tocsin.store.current import current, lock
from tocsin.store.load import load
from tocsin.store.review.corrections import look, of_document, write
from tocsin.store.review.tables import adjudications, assignments, codings
from tocsin.store.tables import documents
from tocsin.store.users.tables import users

State: TypeAlias = Literal["open", "done"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """A document that one person codes. ``coding`` is the number that it shares with the other coder's. Times are UTC.

    ``settled`` says that what the two differ in has been decided.
    """

    key: int
    coding: int
    document_id: str
    title: str | None
    coder: str
    state: State
    made_by: str
    made_at: dt.datetime
    done_at: dt.datetime | None
    settled: bool


@dataclass(frozen=True, slots=True)
class DoubleCoded:
    """A document as two people coded it; both have handed in. ``settled`` says that their differences have been decided."""

    document_id: str
    coding: int
    coders: tuple[str, str]
    one: Reading
    other: Reading
    settled: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about one difference. ``at`` is UTC."""

    chosen: Any
    who: str
    why: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Adjudication:
    """Two codings side by side: where they differ, and what has been decided already, by event and field.

    ``revision`` counts the decisions made so far, those that were replaced by later ones too.
    """

    coded: DoubleCoded
    differences: tuple[Difference, ...]
    decided: Mapping[tuple[str, str | None], Decided]
    revision: int

    @property
    def open(self) -> tuple[Difference, ...]:
        """The differences that are not decided yet."""
        return tuple(each for each in self.differences if (each.event, each.field) not in self.decided)


def assign(
    connection: Connection, document_ids: Sequence[str], coders: Sequence[str], who: str, now: dt.datetime
) -> tuple[Assignment, ...]:
    """Give each of some documents to two people."""
    if len(set(coders)) != 2 or len(coders) != 2:
        raise InputError(f"double coding takes two people, and these are {len(set(coders))}: name two")
    _check_coders(connection, coders)
    made = [_assign_one(connection, document_id, coders, who, now) for document_id in dict.fromkeys(document_ids)]
    return assignment_rows(connection, codings_=made)


def _assign_one(connection: Connection, document_id: str, coders: Sequence[str], who: str, now: dt.datetime) -> int:
    lock(connection, f"document {document_id}")
    stored = current(connection, document_id)
    if stored is None:
        raise InputError(f"there is no document {document_id!r} in the database; list what it holds with: tocsin show")
    running = connection.execute(select(codings.c.key).where(codings.c.document_id == document_id, codings.c.settled_at.is_(None))).first()
    if running:
        raise ConflictError(f"{document_id} is being coded by two people already; wait until that is decided, or call it off")
    row = {"document_id": document_id, "version": stored["version"], "made_by": who, "made_at": now}
    coding = int(connection.execute(insert(codings).values(**row).returning(codings.c.key)).scalar_one())
    connection.execute(insert(assignments), [{"coding": coding, "coder": coder, "state": "open"} for coder in coders])
    return coding


def _check_coders(connection: Connection, coders: Sequence[str]) -> None:
    roles = {row.name: row.role for row in connection.execute(select(users.c.name, users.c.role).where(users.c.active))}
    for coder in coders:
        if roles and coder not in roles:
            raise InputError(f"there is no user {coder!r}; add them with: tocsin users add {coder} --role coder")
        if roles.get(coder) == "reader":
            raise InputError(f"{coder!r} is a reader and cannot code; change that with: tocsin users role {coder} --role coder")


def assignment_rows(
    connection: Connection,
    coder: str | None = None,
    state: State | None = None,
    codings_: Sequence[int] | None = None,
    key: int | None = None,
) -> tuple[Assignment, ...]:
    """Assignments by number: one's own, those of a state, of some codings, or all."""
    chosen = (
        select(assignments, codings.c.document_id, codings.c.made_by, codings.c.made_at, codings.c.settled_at, documents.c.title)
        .join(codings, codings.c.key == assignments.c.coding)
        .outerjoin(documents, (documents.c.id == codings.c.document_id) & documents.c.is_current)
        .order_by(assignments.c.key)
    )
    if coder is not None:
        chosen = chosen.where(assignments.c.coder == coder)
    if state is not None:
        chosen = chosen.where(assignments.c.state == state)
    if codings_ is not None:
        chosen = chosen.where(assignments.c.coding.in_(codings_))
    if key is not None:
        chosen = chosen.where(assignments.c.key == key)
    return tuple(_assignment(row) for row in connection.execute(chosen).mappings())


def _assignment(row: RowMapping) -> Assignment:
    same = ("key", "coding", "document_id", "title", "coder", "state", "made_by")
    done_at = row["done_at"] and clock.utc(row["done_at"])
    return Assignment(
        **{name: row[name] for name in same},
        made_at=clock.utc(row["made_at"]),
        done_at=done_at,
        settled=bool(row["settled_at"]),
    )


def hand_in(connection: Connection, key: int, who: str, now: dt.datetime) -> Assignment:
    """Finish one's coding. When both have, and differ in nothing, what they say holds at once."""
    found = next(iter(assignment_rows(connection, key=key)), None)
    if found is None or found.coder != who:
        raise InputError(f"there is no assignment {key} of {who}; see the list of your own")
    lock(connection, f"document {found.document_id}")
    if found.state == "open":
        connection.execute(update(assignments).where(assignments.c.key == key).values(state="done", done_at=now))
        both = coded(connection, coding=found.coding)
        if both and not differences(both.one, both.other):
            _settle(connection, both, settled(both.one, both.other, {}), " and ".join(both.coders), "both said the same", now)
    return assignment_rows(connection, key=key)[0]


def call_off(connection: Connection, document_id: str, who: str, now: dt.datetime) -> None:
    """End a double coding without a result. What was coded stays, and can be seen by all."""
    lock(connection, f"document {document_id}")
    running = (codings.c.document_id == document_id, codings.c.settled_at.is_(None))
    done = connection.execute(update(codings).where(*running).values(settled_by=who, settled_at=now))
    if not done.rowcount:
        raise InputError(f"{document_id} is not being coded by two people")


def coded(connection: Connection, document_id: str | None = None, coding: int | None = None) -> DoubleCoded | None:
    """The latest double coding of a document that both have handed in, or one by its number."""
    chosen = select(codings).order_by(codings.c.key.desc())
    chosen = chosen.where(codings.c.key == coding) if coding is not None else chosen.where(codings.c.document_id == document_id)
    for row in connection.execute(chosen).mappings().all():
        found = _coded(connection, row)
        if found:
            return found
    return None


def all_coded(connection: Connection, document_ids: Sequence[str] | None) -> Iterator[DoubleCoded]:
    """Every double coding that both have handed in, or those of some documents, in the order in which they were given out."""
    chosen = select(codings).order_by(codings.c.key)
    if document_ids is not None:
        chosen = chosen.where(codings.c.document_id.in_(document_ids))
    for row in connection.execute(chosen).mappings().all():
        found = _coded(connection, row)
        if found:
            yield found


def _coded(connection: Connection, row: RowMapping) -> DoubleCoded | None:
    coders = assignment_rows(connection, codings_=[row["key"]])
    stored = current(connection, row["document_id"])
    if stored is None or len(coders) != 2 or any(each.state != "done" for each in coders):
        return None
    machine = load(connection, [stored])[0]
    made = of_document(connection, row["document_id"])
    given_out = clock.utc(row["made_at"])
    before = [each for each in made if each.blind is None and each.at <= given_out]
    one, other = (
        effective(machine, [*before, *(each for each in made if each.blind == row["key"] and each.who == coder.coder)]) for coder in coders
    )
    names = (coders[0].coder, coders[1].coder)
    return DoubleCoded(row["document_id"], row["key"], names, one, other, row["settled_at"] is not None)


def adjudication(connection: Connection, document_id: str) -> Adjudication:
    """The latest double coding of a document side by side."""
    both = coded(connection, document_id)
    if both is None:
        raise StoreError(f"nobody has handed in two codings of {document_id!r}; give it to two people, and wait for both")
    made = decisions(connection, both.coding)
    return Adjudication(both, differences(both.one, both.other), dict(made), len(made))


def decisions(connection: Connection, coding: int) -> list[tuple[tuple[str, str | None], Decided]]:
    """All decisions about a double coding, each with its event and field, the earliest first."""
    rows = connection.execute(select(adjudications).where(adjudications.c.coding == coding).order_by(adjudications.c.key)).mappings()
    return [((row["event"], row["field"]), Decided(row["chosen"], row["who"], row["why"], clock.utc(row["decided_at"]))) for row in rows]


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody decides about one difference.

    ``field`` is ``None`` for whether the event is one; ``chosen`` is true or false then, for which its fields and ``None`` may stand.

    ``seen`` is the revision of the adjudication that they saw, ``None`` where they do not care what others decided since.
    """

    event: str
    field: str | None
    chosen: Any
    why: str = ""
    seen: int | None = None


def adjudicate(connection: Connection, document_id: str, choice: Choice, who: str, now: dt.datetime) -> Adjudication:
    """Decide one difference. With the last one the document's events become what was decided, as corrections of who decided it."""
    lock(connection, f"document {document_id}")
    event, field = choice.event, choice.field
    side_by_side = adjudication(connection, document_id)
    if side_by_side.coded.settled:
        raise ConflictError(f"the differences in {document_id} have all been decided; correct the document as any other")
    _check_decided(connection, side_by_side, choice, who)
    difference = next((each for each in side_by_side.differences if (each.event, each.field) == (event, field)), None)
    if difference is None:
        raise InputError(f"the two codings of {document_id} do not differ in {field or 'the event'} of {event}")
    chosen = _checked(choice.chosen, difference, side_by_side)
    said = {"event": event, "field": field, "chosen": chosen, "who": who, "why": choice.why, "decided_at": now}
    connection.execute(insert(adjudications).values(coding=side_by_side.coded.coding, **said))
    after = adjudication(connection, document_id)
    if after.open:
        return after
    finals = settled(after.coded.one, after.coded.other, {name: each.chosen for name, each in after.decided.items()})
    _settle(connection, after.coded, finals, who, choice.why, now)
    return adjudication(connection, document_id)


def _check_decided(connection: Connection, side_by_side: Adjudication, choice: Choice, who: str) -> None:
    """
    Raises:
        ConflictError: somebody else has decided about the same difference since the person looked.
    """
    newer = decisions(connection, side_by_side.coded.coding)[choice.seen :] if choice.seen is not None else ()
    theirs = next((made for about, made in newer if about == (choice.event, choice.field) and made.who != who), None)
    if theirs is not None:
        raise ConflictError(
            f"{theirs.who} decided about {choice.field or 'the event'} of {choice.event} at {theirs.at:%H:%M} UTC, after you opened it: "
            "look at it, then decide again",
            by=theirs.who,
            at=theirs.at,
            event=choice.event,
            field=choice.field,
            theirs={"value": theirs.chosen, "why": theirs.why},
            revision=side_by_side.revision,
        )


def _checked(chosen: Any, difference: Difference, side_by_side: Adjudication) -> Any:
    """The chosen value made whole. Whether a tie goes to an earlier event is seen when all is decided."""
    both = side_by_side.coded
    if difference.field is None:
        if not isinstance(chosen, bool | Mapping | None):
            raise InputError(f"whether {difference.event} is an event is decided with true or false, not {chosen!r}")
        return chosen if isinstance(chosen, bool) else chosen is not None
    if difference.field in LINKS:
        ids = {mention.id for reading in (both.one, both.other) for mention in reading.mentions}
        ids |= {each.event for each in side_by_side.differences}
        if chosen is not None and (not isinstance(chosen, str) or chosen not in ids):
            raise InputError(f"{difference.field} is the id of another event of the two codings or null, not {chosen!r}")
        return chosen
    event = events(both.one)[difference.event]
    if difference.field == "modes" and chosen == difference.other:  # they may be those of the type that the other gave it
        return chosen
    return check(chosen, difference.field, event, both.one)


def _settle(connection: Connection, both: DoubleCoded, finals: Sequence[Final], who: str, why: str, now: dt.datetime) -> None:
    """Write what holds as corrections that hold for everybody, and accept the document."""
    connection.execute(update(codings).where(codings.c.key == both.coding).values(settled_by=who, settled_at=now))
    why = why or f"decided between {both.coders[0]} and {both.coders[1]}"
    document_id = both.document_id
    holding = {mention.id for mention in look(connection, document_id, None, "the database").effective.mentions}
    ids: dict[str, str] = {}
    for final in finals:
        there = next((name for name in (final.one, final.other) if name in holding), None)
        sheet = {field: value for field, value in final.sheet.items() if field not in LINKS}
        if there is not None:
            _write(connection, document_id, Edit("change", there, None, sheet, why), who, now)
        made = there or _write(connection, document_id, Edit("add", None, None, sheet, why), who, now)
        ids |= {name: made for name in (final.other, final.one) if name is not None and (name == final.one or name not in ids)}
    for name in sorted(holding - set(ids.values())):
        _write(connection, document_id, Edit("reject", name, why=why), who, now)
    for final in finals:
        _tie(connection, document_id, final, ids, who, why, now)
    _write(connection, document_id, Edit("accept", why=why), who, now)


def _tie(connection: Connection, document_id: str, final: Final, ids: Mapping[str, str], who: str, why: str, now: dt.datetime) -> None:
    own = ids[final.one or final.other or ""]
    there = {mention.id: mention for mention in look(connection, document_id, None, "the database").effective.mentions}
    for link in LINKS:
        tied = ids.get(final.sheet.get(link) or "")
        if tied in there and tied != own and getattr(there[own], link) != tied:
            _write(connection, document_id, Edit("change", own, link, tied, why), who, now)
        elif tied is None and getattr(there[own], link) is not None:
            _write(connection, document_id, Edit("change", own, link, None, why), who, now)


def _write(connection: Connection, document_id: str, edit: Edit, who: str, now: dt.datetime) -> str:
    """Make a correction that holds for everybody; the id of its event."""
    return write(connection, look(connection, document_id, None, "the database"), edit, who, now).event or ""
