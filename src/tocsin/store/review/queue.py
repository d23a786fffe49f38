"""Which events a person should look at first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Float, Select, and_, case, cast, literal, or_, select

from tocsin.review.fields import coded
from tocsin.review.pairing import Sentences
from tocsin.review.worth import AGAIN, TYPE_HARM, worth
from tocsin.store.chunks import chunks
from tocsin.store.incidents.tables import incident_events, incidents
from tocsin.store.load import load
from tocsin.store.review.tables import assignments, codings, corrections, reviews
from tocsin.store.tables import documents, mentions

BLOCK = 250
"""Events that are weighed together. The database orders all of them by a coarser rule, and within each block of that order the true worth
does; so the order is the same whatever page of it is asked for."""

_READ_AT_ONCE = 50
"""Documents whose readings are held at once."""


@dataclass(frozen=True, slots=True)
class QueueItem:
    """An event that is worth a look, as the machine has it. ``worth`` orders; ``reasons`` say why in words."""

    document_id: str
    event: str
    type: str
    worth: float
    reasons: tuple[str, ...]
    sentence: str
    score: float
    title: str | None
    published: dt.date | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the queue is wanted: ``limit`` events behind the first ``skip``, of some types only, or only of one's own assignments."""

    limit: int = 50
    skip: int = 0
    types: Sequence[str] = ()
    mine: bool = False


def queue(connection: Connection, wanted: Wanted, viewer: str | None) -> tuple[QueueItem, ...]:
    """The events about which nobody has decided yet, those first at which a look is worth most."""
    items: list[QueueItem] = []
    first, last = wanted.skip // BLOCK, (wanted.skip + wanted.limit - 1) // BLOCK
    for number in range(first, last + 1):
        block = _block(connection, _candidates(wanted, viewer).offset(number * BLOCK).limit(BLOCK))
        items += sorted(block, key=lambda item: (-item.worth, item.document_id, item.event))
        if len(block) < BLOCK:
            break
    start = wanted.skip - first * BLOCK
    return tuple(items[start : start + wanted.limit])


def _block(connection: Connection, candidates: Select[Any]) -> list[QueueItem]:
    rows = connection.execute(candidates).all()
    articles = {(row.document_id, row.event): row.articles or 1 for row in rows}
    wanted = list(dict.fromkeys(row.key for row in rows))
    items: list[QueueItem] = []
    for part in chunks(wanted, _READ_AT_ONCE):
        some = connection.execute(select(documents).where(documents.c.key.in_(part))).mappings().all()
        for reading in load(connection, some):
            document = reading.document
            events, sentences = coded(reading), Sentences(document.text)
            for name, event in events.items():
                if (document.id, name) in articles:
                    look, mention = worth(event, articles[document.id, name]), event.mention
                    sentence = sentences.words(mention.trigger.start)
                    head = (document.id, name, mention.type, look.value, look.reasons)
                    items.append(QueueItem(*head, sentence, mention.score, document.title, document.trusted_date))
    return items


def _candidates(wanted: Wanted, viewer: str | None) -> Select[Any]:
    """``(key, document_id, event, articles)`` of the events, ordered by the event's own score, its type and its readers."""
    of_event = and_(incident_events.c.document_id == documents.c.id, incident_events.c.event == mentions.c.id)
    readers = 1.0 + case((incidents.c.articles > 31, literal(31.0)), else_=cast(incidents.c.articles, Float)) / 6.0
    harm = case(*((mentions.c.type == name, literal(factor)) for name, factor in TYPE_HARM.items()), else_=1.0)
    again = case((mentions.c.same_as.is_(None), 1.0), else_=AGAIN)
    rank = (1.1 - mentions.c.score) * harm * again * case((incidents.c.articles.is_(None), 1.0), else_=readers)
    chosen = (
        select(documents.c.key, documents.c.id.label("document_id"), mentions.c.id.label("event"), incidents.c.articles)
        .join(documents, documents.c.key == mentions.c.document)
        .outerjoin(incident_events, of_event)
        .outerjoin(incidents, incidents.c.id == incident_events.c.incident)
        .where(documents.c.is_current, ~_decided(viewer), _may_correct(viewer, wanted.mine))
        .order_by(rank.desc(), documents.c.key, mentions.c.ordinal)
    )
    chosen = chosen if wanted.mine else chosen.where(~_reviewed())
    return chosen.where(mentions.c.type.in_(wanted.types)) if wanted.types else chosen


def _decided(viewer: str | None) -> ColumnElement[bool]:
    """Somebody has decided about the event (see :func:`tocsin.review.effective.decides`), as far as it holds for the viewer."""
    holds: ColumnElement[bool] = corrections.c.blind.is_(None)
    if viewer is not None:
        running = corrections.c.blind.in_(select(codings.c.key).where(codings.c.settled_at.is_(None)))
        holds = or_(holds, and_(corrections.c.who == viewer, running))
    of_event = and_(corrections.c.document_id == documents.c.id, corrections.c.event == mentions.c.id)
    decides = or_(corrections.c.field.is_(None), corrections.c.action != "accept")
    in_force = and_(corrections.c.undone_at.is_(None), corrections.c.aside.is_(None))
    return select(corrections.c.key).where(of_event, decides, in_force, holds).exists()


def _reviewed() -> ColumnElement[bool]:
    return documents.c.id.in_(select(reviews.c.document_id).where(reviews.c.reviewed))


def _may_correct(viewer: str | None, mine: bool) -> ColumnElement[bool]:
    """The document is not being coded by others; with ``mine``, it is by the viewer."""
    running = select(codings.c.document_id).where(codings.c.settled_at.is_(None))
    theirs = (assignments.c.coder == (viewer or ""), assignments.c.state == "open")
    own = documents.c.id.in_(running.join(assignments, assignments.c.coding == codings.c.key).where(*theirs))
    return own if mine else or_(documents.c.id.not_in(running), own)
