"""Readings in the codebook's own file format, one JSON object a document. The way back is in ``annotated.py``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from tocsin.export.placed import Exported, placed
from tocsin.records import Claim, CountQuote, CountValue, EntityValue, Mention, PlaceValue, Quote, Reading, TimeValue, Value

Json: TypeAlias = dict[str, Any]

_LISTS = ("actors", "recipients", "places", "times")


def encode(readings: Iterable[Exported]) -> Iterator[bytes]:
    """One line a document. The format has no place for incidents."""
    for exported in readings:
        yield line(to_codebook(placed(exported).reading))


def line(record: Json) -> bytes:
    """One line of JSON. A lone surrogate, which UTF-8 cannot hold, becomes the escape that JSON has for it."""
    return (json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def to_codebook(reading: Reading) -> Json:
    """A reading as section 7 of the codebook has it, with ``text``, ``spans``, ``resolved`` and ``score``.

    A publication date that is in doubt is written as null: the format has no place for the doubt.
    """
    document, day = reading.document, reading.document.trusted_date
    claims = _by_mention(reading.claims)
    events = [_event(document.text, mention, claims.get(mention.id, {})) for mention in reading.mentions]
    return {"id": document.id, "text": document.text, "published": day.isoformat() if day else None, "events": events}


_Values: TypeAlias = Mapping[tuple[str, int], Value | None]
"""A mention's values by field and position."""


def _by_mention(claims: Sequence[Claim]) -> dict[str, dict[tuple[str, int], Value | None]]:
    found: dict[str, dict[tuple[str, int], Value | None]] = {}
    for claim in claims:
        found.setdefault(claim.mention, {}).setdefault((claim.field, claim.position), claim.value)
    return found


def _event(text: str, mention: Mention, values: _Values) -> Json:
    written: Json = {
        "id": mention.id,
        "trigger": cite(text, mention.trigger),
        "type": mention.type,
        "modes": list(mention.modes),
        "aux": list(mention.aux),
        "hedged": mention.hedged,
        "said_by": cite(text, mention.said_by) if mention.said_by else None,
        **{name: [cite(text, quote) for quote in getattr(mention, name)] for name in _LISTS},
        "counts": [_count(text, count) for count in mention.counts],
        "issue": cite(text, mention.issue) if mention.issue else None,
        "contexts": list(mention.contexts),
        "same_as": mention.same_as,
        "part_of": mention.part_of,
    }
    kept = {name: value for name, value in written.items() if value}
    return {**kept, "spans": _spans(mention), "resolved": _resolved(mention, values), "score": mention.score}


def _count(text: str, count: CountQuote) -> Json:
    said_by = {"said_by": cite(text, count.said_by)} if count.said_by else {}
    return {"of": count.kind, "quote": cite(text, count.quote), **said_by}


def _spans(mention: Mention) -> Json:
    lists = {name: [_span(quote) for quote in getattr(mention, name)] for name in _LISTS}
    lists["counts"] = [_span(count.quote) for count in mention.counts]
    single = {"trigger": mention.trigger, "said_by": mention.said_by, "issue": mention.issue}
    return {name: _span(quote) for name, quote in single.items() if quote} | {name: spans for name, spans in lists.items() if spans}


def _span(quote: Quote) -> list[int]:
    return [quote.start, quote.end]


def _resolved(mention: Mention, values: _Values) -> Json:
    place, time = values.get(("where", 0)), values.get(("when", 0))
    return {
        "actors": [_entity(values.get(("actor", position))) for position in range(len(mention.actors))],
        "recipients": [_entity(values.get(("recipient", position))) for position in range(len(mention.recipients))],
        "place": {"name": place.name, "country": place.country} if isinstance(place, PlaceValue) else None,
        "date": [time.first.isoformat(), time.last.isoformat()] if isinstance(time, TimeValue) and time.first and time.last else None,
        "counts": [_range(values.get(("count", position))) for position in range(len(mention.counts))],
    }


def _entity(value: Value | None) -> Json | None:
    return {"country": value.country, "sector": list(value.sectors)} if isinstance(value, EntityValue) else None


def _range(value: Value | None) -> Json | None:
    return {"low": value.low, "high": value.high, "best": value.best} if isinstance(value, CountValue) else None


def cite(text: str, quote: Quote) -> str:
    """The quote's words, with ``##n`` where they stand in the text more than once and it is not their first place.

    A quote that itself holds ``##`` cannot be written so: its longest part that can be is cited, and ``spans`` has the whole.
    """
    words, start = quote.text, quote.start
    if "##" in words or words.endswith("#"):
        part = max(re.finditer(r"[^#]+", words), key=lambda found: len(found[0]), default=None)
        if part is None:
            return "#"
        words, start = part[0], start + part.start()
    number, at = 0, -1
    while at < start:
        at = text.find(words, at + 1)
        if at < 0:
            return words  # not a quote of this text
        number += 1
    return f"{words}##{number}" if number > 1 else words
