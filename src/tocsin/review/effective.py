"""A reading with a person's corrections laid over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tocsin.errors import InputError
from tocsin.records import Reading
from tocsin.review.corrections import Correction, grown
from tocsin.review.fields import FIELDS, Coded, coded, made, read, write
from tocsin.review.links import in_order, tied_anew
from tocsin.review.values import Json
from tocsin.review.whole import followed


def effective(reading: Reading, corrections: Iterable[Correction]) -> Reading:
    """The reading as it stands with its corrections: the person's values over the machine's, with the score 1.

    Rejected events are out and what was tied to them is tied anew; added events stand where their triggers do. Corrections that are
    undone or set aside do nothing. Of two on one field the later holds; the order of all others does not matter. A ``where`` or
    ``when`` that no person set follows the places and times that a person changed.
    """
    by_event: dict[str, list[Correction]] = {}
    for correction in corrections:
        if correction.in_force and correction.event is not None:
            by_event.setdefault(correction.event, []).append(correction)
    if not by_event:
        return reading
    events = coded(reading)
    for event_id, own in by_event.items():
        event = _corrected(event_id, events.get(event_id), own, reading.document.text)
        if event is not None:
            events[event_id] = event
        else:
            events.pop(event_id, None)
    order = in_order([mention.id for mention in reading.mentions], {name: event.mention for name, event in events.items()})
    mentions = tied_anew([events[name].mention for name in order], reading.mentions)
    claims = tuple(claim for name in order for claim in events[name].claims)
    return replace(reading, mentions=mentions, claims=claims)


def decides(correction: Correction) -> bool:
    """Whether a correction that holds decides about its event, or about its document: all do but the acceptance of a single field.

    That one field is right says nothing of the others.
    """
    return correction.in_force and (correction.field is None or correction.action != "accept")


def is_reviewed(reading: Reading, corrections: Iterable[Correction]) -> bool:
    """Whether a document is done: a person accepted it as a whole, or decided about each of the machine's events.

    A document in which the machine found nothing is done only when a person accepted it or added an event.
    """
    named = {correction.event for correction in corrections if decides(correction)}
    return None in named or (bool(named) and all(mention.id in named for mention in reading.mentions))


def _corrected(event_id: str, event: Coded | None, own: Sequence[Correction], text: str) -> Coded | None:
    """One event with its corrections; ``None`` where it is rejected."""
    if any(correction.field is None and correction.action == "reject" for correction in own):
        return None
    base = _base(event_id, event, own, text)
    if base is None:
        return None
    said = {field: value for field in FIELDS if (value := _said(field, own, base)) is not _NOTHING}
    said |= followed(base, said)
    corrected = base
    for field in FIELDS:  # in this order: modes depend on the type, claims on aux and hedged
        if field in said:
            corrected = write(corrected, field, said[field], text)
    return replace(corrected, mention=replace(corrected.mention, score=1.0))


def _base(event_id: str, event: Coded | None, own: Sequence[Correction], text: str) -> Coded | None:
    """What the corrections are laid over: the machine's event, else the one that a person added, else what was once seen of it."""
    if event is not None:
        return event
    added = next((correction.value for correction in own if correction.action == "add" and correction.field is None), None)
    seen: Mapping[str, Json] | None = added or next((correction.snapshot for correction in own if correction.snapshot), None)
    if seen is None:
        return None
    try:
        return made(event_id, seen, text, keep_score=added is None)
    except InputError:  # words of another text: such corrections are set aside before they come here
        return None


_NOTHING = object()


def _said(field: str, own: Sequence[Correction], base: Coded) -> Json:
    """What a person says of a field: the last whole value, with the entries added and removed after it."""
    value: Json = _NOTHING
    steps: list[Correction] = []
    for correction in own:
        if correction.field is None and field in (correction.value or {}):
            value, steps = correction.value[field], []
        elif correction.field == field and correction.action in {"add", "remove"}:
            steps.append(correction)
        elif correction.field == field:
            value, steps = correction.value, []
    if not steps:
        return value
    return grown(read(base, field) if value is _NOTHING else value, steps)
