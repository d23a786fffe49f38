"""A reading with what people corrected in it, as the API gives it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tocsin.records import Claim, EventRef, Mention, Quote, Reading
from tocsin.review import Correction, decides
from tocsin.review.fields import LISTS, Coded, coded
from tocsin.review.links import in_order
from tocsin.review.values import value_json
from tocsin.store.review.corrections import Review
from tocsin.web.models.documents import Correction as CorrectionAnswer
from tocsin.web.models.documents import DocumentDetail, DocumentEvent, EventState


def review_of(reading: Reading) -> Review:
    """A reading that is not stored, which nobody can have corrected."""
    return Review(machine=reading, effective=reading, corrections=(), holding=(), revision=0, reviewed=False, version=1)


def document_answer(review: Review, incidents: Mapping[EventRef, str]) -> DocumentDetail:
    """A document with its events as they stand, and its corrections. ``incidents`` says in which incident each event of it stands."""
    document, published = review.machine.document, review.machine.document.published
    return DocumentDetail.model_validate(
        {
            **{name: getattr(document, name) for name in ("id", "title", "publisher", "url", "source", "language", "text")},
            "published": published.date if published else None,
            "published_doubt": published.doubt if published else None,
            "furniture": list(document.furniture),
            "skipped": review.machine.skipped,
            "model": review.machine.model,
            "version": review.version,
            "events": events_of(review, incidents),
            "revision": review.revision,
            "reviewed": review.reviewed,
            "blind": review.blind is not None,
            "corrections": [correction_answer(each) for each in review.corrections],
        }
    )


def events_of(review: Review, incidents: Mapping[EventRef, str]) -> list[DocumentEvent]:
    """The events of a document in the order of the text, those that a person rejected among them."""
    before, after = coded(review.machine), coded(review.effective)
    heads = _heads(review.effective)
    shown = {name: after.get(name) or before[name] for name in (*before, *after)}
    order = in_order(list(before), {name: event.mention for name, event in shown.items()})
    answers = []
    for name in order:
        own = [each for each in review.holding if each.event == name]
        ref = EventRef(review.machine.document.id, heads.get(name, name))
        answers.append(_event(shown[name], before.get(name), own, is_there=name in after, incident=incidents.get(ref)))
    return answers


def correction_answer(correction: Correction) -> CorrectionAnswer:
    """One correction."""
    names = ("key", "event", "field", "action", "machine", "who", "why", "at", "undone_by", "undone_at", "aside")
    return CorrectionAnswer.model_validate({name: getattr(correction, name) for name in names} | {"person": correction.value})


def _heads(reading: Reading) -> dict[str, str]:
    events = reading.events
    return {mention.id: event.id for event in events for mention in event.mentions}


def _event(event: Coded, machine: Coded | None, own: Sequence[Correction], *, is_there: bool, incident: str | None) -> DocumentEvent:
    changed = machine is not None and machine != event
    fields: dict[str, Any] = {
        **_body(event),
        "id": event.mention.id,
        "score": machine.mention.score if machine else event.mention.score,
        "standing": event.mention.standing,
        "incident": incident,
        "state": _state(machine, own, is_there=is_there),
        "reviewed": _fields(own),
        "machine": _body(machine) if machine is not None and changed else None,
    }
    return DocumentEvent.model_validate(fields)


def _state(machine: Coded | None, own: Sequence[Correction], *, is_there: bool) -> EventState:
    if machine is None:
        return "added"
    if not is_there:
        return "rejected"
    if any(each.action != "accept" for each in own):
        return "changed"
    if any(decides(each) for each in own):
        return "accepted"
    return "partly" if own else "machine"


def _fields(own: Sequence[Correction]) -> list[str]:
    """The fields that a person said something about: all of them where they accepted the whole event."""
    named: dict[str, None] = {}
    for each in own:
        if each.field is not None:
            named[each.field] = None
        elif isinstance(each.value, Mapping):
            named.update(dict.fromkeys(each.value))
    return list(named)


def _body(event: Coded) -> dict[str, Any]:
    mention = event.mention
    same = ("type", "hedged", "trigger", "same_as", "part_of")
    lists = {name: list(getattr(mention, name)) for name in ("modes", "aux", "contexts")}
    return {name: getattr(mention, name) for name in same} | lists | {"roles": list(_roles(mention, event.claims))}


def _roles(mention: Mention, claims: Sequence[Claim]) -> Iterator[dict[str, Any]]:
    of: dict[tuple[str, int], Claim] = {(claim.field, claim.position): claim for claim in claims}
    for role, name in LISTS.items():
        for position, quote in enumerate(getattr(mention, name)):
            yield _role(role, position, quote, of.get((role, position)))
    for position, count in enumerate(mention.counts):
        yield _role("count", position, count.quote, of.get(("count", position))) | {"of": count.kind}
        if count.said_by is not None:
            yield _role("count_said_by", position, count.said_by, None)
    if mention.said_by is not None:
        yield _role("said_by", 0, mention.said_by, of.get(("said_by", 0)))
    if mention.issue is not None:
        yield _role("issue", 0, mention.issue, None)
    for claim in claims:
        if claim.field in {"where", "when"}:
            yield _role(claim.field, claim.position, claim.quote, claim)


def _role(role: str, position: int, quote: Quote, claim: Claim | None) -> dict[str, Any]:
    return {
        **{name: getattr(quote, name) for name in ("start", "end", "text", "score")},
        "role": role,
        "position": position,
        "value": value_json(claim.value) if claim else None,
        "standing": claim.standing if claim else None,
        "claimant": claim.claimant if claim else None,
    }
