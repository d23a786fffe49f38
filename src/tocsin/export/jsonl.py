"""Events as JSON lines: every claim with its words, its claimant and its standing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, TypeAlias

from tocsin.export.codebook import line
from tocsin.export.placed import Exported, Placed, placed
from tocsin.export.table import sentence
from tocsin.records import Claim, CountValue, EntityValue, Event, Mention, PlaceValue, Quote, TimeValue, Value

Json: TypeAlias = dict[str, Any]

_KINDS: tuple[tuple[type[Value], str], ...] = ((EntityValue, "entity"), (PlaceValue, "place"), (TimeValue, "time"), (CountValue, "count"))


def encode(readings: Iterable[Exported]) -> Iterator[bytes]:
    """One line an event."""
    for exported in readings:
        each = placed(exported)
        for event in each.reading.events:
            yield line(to_json(each, event))


def to_json(exported: Exported, event: Event) -> Json:
    """One event of a reading, with the incident that it stands in. Offsets are code points of the document's text, which is not repeated
    here.
    """
    each = placed(exported)
    reading, incident = each.reading, each.incidents.get(event.id)
    document = reading.document
    first = event.mentions[0].trigger
    return {
        "event_id": f"{document.id}/{event.id}",
        "type": event.mentions[0].type,
        "sentence": sentence(document.text, first.start, first.end),
        "mentions": [_mention(mention) for mention in event.mentions],
        "claims": [_claim(claim, each) for claim in event.claims],
        "document": {
            "id": document.id,
            "source": document.source,
            "published": _dates(asdict(document.published)) if document.published else None,
            "title": document.title,
            "publisher": document.publisher,
            "url": document.url,
            "language": document.language,
        },
        "incident": {"id": incident.incident, "articles": incident.articles, "sources": incident.sources} if incident else None,
        "model": reading.model,
        "codebook": reading.codebook,
    }


def _mention(mention: Mention) -> Json:
    """A mention as it is, without the hints, which are the reader's own business."""
    written = asdict(mention)
    return {name: value for name, value in written.items() if name not in {"actor_hints", "recipient_hints"}}


def _claim(claim: Claim, of: Placed) -> Json:
    return {
        "mention": claim.mention,
        "field": claim.field,
        "position": claim.position,
        "quote": _quote(claim.quote),
        "standing": claim.standing,
        "claimant": _quote(claim.claimant),
        "value": _keyed(claim.value, of) if isinstance(claim.value, EntityValue) else _value(claim.value),
    }


def _quote(quote: Quote | None) -> Json | None:
    return asdict(quote) if quote else None


def _keyed(value: EntityValue, of: Placed) -> Json | None:
    """Who, with the key that public figures and bodies have in all documents."""
    written = _value(value)
    return {**written, "key": of.keys.get(value)} if written else None


def _value(value: Value | None) -> Json | None:
    if value is None:
        return None
    written = _dates(asdict(value))
    if isinstance(value, CountValue | PlaceValue):
        # Both have a `kind` of their own: of what is counted, and of place.
        written = {("of" if isinstance(value, CountValue) else "place_kind") if name == "kind" else name: v for name, v in written.items()}
    return {"kind": next(name for kind, name in _KINDS if isinstance(value, kind)), **written}


def _dates(written: Json) -> Json:
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in written.items()}
