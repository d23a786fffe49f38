"""What a person says about a reading: an edit as it is asked for, and a correction as it is kept.

An edit is of one field of one event, of an event as a whole, or of the document as a whole:

========  ===========================  =======================================  =======================
action    field of an event            event                                    document
========  ===========================  =======================================  =======================
accept    the field is right           the event is right as it stands          no event is missing
change    the field is this instead    several fields at once: ``{field: …}``
reject    the field is empty           there is no such event
add       one entry more                                                        an event that was missed
remove    one entry less
========  ===========================  =======================================  =======================

Nothing that the machine read is overwritten: :func:`tocsin.review.effective.effective` lays corrections over the reading.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, cast, get_args

from tocsin.errors import InputError
from tocsin.records import Mention, Reading
from tocsin.review.fields import FIELDS, GROWING, NEEDED, SETS, Coded, check, check_item, coded, made, read, sheet
from tocsin.review.values import Json, quote_of

Action: TypeAlias = Literal["accept", "change", "reject", "add", "remove"]

LONGEST_WHY = 2_000
"""Characters that a reason may have."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person asks for. ``event`` is ``None`` for the document, ``field`` is ``None`` for the whole event.

    ``value`` is JSON as :func:`tocsin.review.fields.read` writes it; offsets are code points of the document's text.
    """

    action: Action
    event: str | None = None
    field: str | None = None
    value: Json = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the corrected event stood when it was corrected: how it is found again when the document is read anew."""

    type: str
    start: int
    end: int
    text: str

    @classmethod
    def of(cls, mention: Mention) -> Anchor:
        """Where an event stands."""
        return cls(mention.type, mention.trigger.start, mention.trigger.end, mention.trigger.text)


@dataclass(frozen=True, slots=True)
class Correction:
    """An edit as it is kept, with what stood there before.

    ``event`` is the mention's id, a person's own events being ``p1``, ``p2`` …. ``value`` is the person's, ``machine`` what stood in its
    place when it was made. ``snapshot`` is the whole event as it was then. ``aside`` says why a correction is no longer laid over the
    reading after its text changed. ``blind`` is the number of the double coding in which it was made.
    """

    key: int
    document_id: str
    version: int
    action: Action
    event: str | None
    field: str | None
    value: Json
    machine: Json
    anchor: Anchor | None
    snapshot: Mapping[str, Json] | None
    who: str
    why: str
    at: dt.datetime
    revision: int = 0
    undone_by: str | None = None
    undone_at: dt.datetime | None = None
    aside: str | None = None
    blind: int | None = None

    @property
    def in_force(self) -> bool:
        """Whether it is laid over the reading."""
        return self.undone_at is None and self.aside is None


def edit_of(given: Json) -> Edit:
    """An edit out of ``{"action", "event", "field", "value", "why"}``.

    Raises:
        InputError: it is none.
    """
    if not isinstance(given, Mapping):
        raise InputError('a correction is {"action": …, "event": …, "field": …, "value": …, "why": …}')
    unknown = sorted(set(given) - {"action", "event", "field", "value", "why"})
    if unknown:
        raise InputError(f"a correction has no {unknown[0]!r}; it has action, event, field, value and why")
    for name in ("event", "field", "why"):
        if not isinstance(given.get(name), str | None):
            raise InputError(f"{name} is given as words, not {given[name]!r}")
    if given.get("action") not in get_args(Action):
        raise InputError(f"{given.get('action')!r} is no action; the actions are {', '.join(get_args(Action))}")
    return Edit(cast(Action, given["action"]), given.get("event"), given.get("field"), given.get("value"), given.get("why") or "")


def prepare(edit: Edit, reading: Reading, new_id: str = "p1") -> tuple[Edit, Json, Anchor | None, Mapping[str, Json] | None]:
    """Check an edit against the effective reading that the person sees.

    Args:
        edit: what is asked for.
        reading: with the corrections made so far.
        new_id: the id of an event that the edit adds.

    Returns:
        the edit made whole (its value complete, an added event with its id), what stood in its place, where, and the whole event.

    Raises:
        InputError: it cannot be done, with what can.
    """
    if len(edit.why) > LONGEST_WHY:
        raise InputError(f"the reason is {len(edit.why)} characters long; {LONGEST_WHY} are kept, shorten it")
    if edit.event is None:
        return _of_document(edit, reading, new_id)
    event = coded(reading).get(edit.event)
    if event is None:
        ids = " ".join(mention.id for mention in reading.mentions) or "none"
        raise InputError(f"the document has no event {edit.event!r} (any more); its events are {ids}")
    anchor = Anchor.of(event.mention)
    if edit.field is None:
        return _of_event(edit, event, reading), sheet(event), anchor, sheet(event)
    _check_fields([edit.field])
    return _of_field(edit, edit.field, event, reading), read(event, edit.field), anchor, sheet(event)


def _check_fields(names: Iterable[str]) -> None:
    unknown = sorted(set(names) - set(FIELDS))
    if unknown:
        raise InputError(f"an event has no field {unknown[0]!r}; its fields are {' '.join(FIELDS)}")


def _of_document(edit: Edit, reading: Reading, new_id: str) -> tuple[Edit, Json, Anchor | None, Mapping[str, Json] | None]:
    if edit.field is not None:
        raise InputError(f"say of which event the {edit.field} is: event is missing")
    if edit.action == "accept":
        return replace(edit, value=None), None, None, None
    if edit.action != "add":
        raise InputError(f"say which event to {edit.action}: event is missing; without one a document can be accepted and an event added")
    value = _check_event(edit.value, new_id, reading)
    trigger = value["trigger"]
    anchor = Anchor(value["type"], trigger["start"], trigger["end"], trigger["text"])
    return replace(edit, event=new_id, value=value), None, anchor, value


def _check_event(given: Json, new_id: str, reading: Reading) -> dict[str, Json]:
    """The sheet of a missed event: its type and trigger, and whatever else is given."""
    if not isinstance(given, Mapping) or not set(NEEDED) <= set(given):
        raise InputError('a missed event is {"type": …, "trigger": {"start": …, "end": …}} and whatever else the text says of it')
    _check_fields(given)
    quote_of(given["trigger"], reading.document.text, "trigger")
    empty = made(new_id, {"type": given["type"], "trigger": given["trigger"]}, reading.document.text)
    kind = check(given["type"], "type", empty, reading)
    empty = made(new_id, {"type": kind, "trigger": given["trigger"]}, reading.document.text)
    return {field: check(given[field], field, empty, reading) for field in FIELDS if field in given}


def _of_event(edit: Edit, event: Coded, reading: Reading) -> Edit:
    match edit.action:
        case "accept":
            return replace(edit, value=sheet(event))
        case "reject" | "remove":
            return replace(edit, action="reject", value=None)
        case "change":
            return replace(edit, value=_several(edit.value, event, reading))
        case _:
            raise InputError(f"event {edit.event} is there; an event that was missed is added without the id of another")


def _several(given: Json, event: Coded, reading: Reading) -> dict[str, Json]:
    if not isinstance(given, Mapping) or not given:
        raise InputError(f"say which fields change, as {{field: value}}, or name one; the fields are {' '.join(FIELDS)}")
    _check_fields(given)
    if "type" in given:  # its modes are checked by the new type
        kind = check(given["type"], "type", event, reading)
        event = replace(event, mention=replace(event.mention, type=kind))
    return {field: check(given[field], field, event, reading) for field in FIELDS if field in given}


def _of_field(edit: Edit, field: str, event: Coded, reading: Reading) -> Edit:
    match edit.action:
        case "accept":
            return replace(edit, value=read(event, field))
        case "change" if isinstance(edit.value, Mapping) and field in GROWING:
            return replace(edit, value=_one_changed(edit.value, field, event, reading))
        case "change":
            return replace(edit, value=check(edit.value, field, event, reading))
        case "reject":
            return _rejected(edit, field, event)
        case _:
            return _grown(edit, field, event, reading)


def _one_changed(given: Mapping[str, Json], field: str, event: Coded, reading: Reading) -> Json:
    """The whole list with one of its entries changed: that of the same words."""
    if field in SETS:
        raise InputError(f"{field}: give a list")
    item = check_item(given, field, event, reading)
    listed = read(event, field)
    if not any(_same(item, other) for other in listed):
        raise InputError(f"{field}: “{item['text']}” is not among its words; add them first")
    return [item if _same(item, other) else other for other in listed]


def _rejected(edit: Edit, field: str, event: Coded) -> Edit:
    if field in NEEDED:
        raise InputError(f"an event needs a {field}: change it, or reject event {event.mention.id} itself")
    empty: Json = [] if field in GROWING else False if field == "hedged" else None
    return replace(edit, value=empty)


def _grown(edit: Edit, field: str, event: Coded, reading: Reading) -> Edit:
    """``add`` and ``remove``: the value is the one entry, checked."""
    if field not in GROWING:
        raise InputError(f"{field} has one value only: change it; entries are added to and removed from {' '.join(GROWING)}")
    if field in SETS:
        checked = check([edit.value], field, event, reading)[0]
        there = checked in read(event, field)
    else:
        checked = check_item(edit.value, field, event, reading) if edit.action == "add" else _words(edit.value, field, reading)
        there = any(_same(checked, other) for other in read(event, field))
    if edit.action == "remove" and not there:
        raise InputError(f"{field}: there is no such entry to remove")
    return replace(edit, value=checked)


def _words(given: Json, field: str, reading: Reading) -> dict[str, Json]:
    quote = quote_of(given, reading.document.text, field)
    return {"start": quote.start, "end": quote.end, "text": quote.text}


def grown(listed: Sequence[Json], steps: Iterable[Correction]) -> list[Json]:
    """A field's entries after some were added and removed.

    One that is there already is replaced in its place; new ones come after the others, in the order of the text.
    """
    kept, new = list(listed), list[Json]()
    for step in steps:
        if step.action == "remove":
            kept, new = ([other for other in entries if not _same(step.value, other)] for entries in (kept, new))
        elif any(_same(step.value, other) for other in kept):
            kept = [step.value if _same(step.value, other) else other for other in kept]
        else:
            new = [*(other for other in new if not _same(step.value, other)), step.value]
    return [*kept, *sorted(new, key=_first_first)]


def _same(one: Json, other: Json) -> bool:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return (one["start"], one["end"]) == (other["start"], other["end"])
    return bool(one == other)


def _first_first(entry: Json) -> tuple[int, int, str]:
    return (entry["start"], entry["end"], "") if isinstance(entry, Mapping) else (0, 0, str(entry))
