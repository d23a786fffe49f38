"""Two codings of a document side by side, and what is decided where they differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from tocsin.errors import ConflictError, InputError, StoreError
from tocsin.review.adjudicate import Difference, differences, settled
from tocsin.review.fields import LINKS, check
from tocsin.review.fields import coded as events
from tocsin.store import clock
from tocsin.store.current import lock
from tocsin.store.review.coded import DoubleCoded, coded
from tocsin.store.review.settle import settle
from tocsin.store.review.tables import adjudications


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
    settle(connection, after.coded, finals, who, choice.why, now)
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
