"""The codebook's file format back to readings: what a person annotated, or what the system wrote."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from tocsin.codebook import VERSION
from tocsin.errors import InputError
from tocsin.records import (
    Claim,
    CountQuote,
    CountValue,
    Document,
    EntityValue,
    Field,
    Mention,
    PlaceValue,
    Published,
    Quote,
    Reading,
    TimeValue,
    Value,
    precision_of,
)

Json: TypeAlias = Mapping[str, Any]

WRITER = "annotation"
"""Stands where a reading has its model's version."""


def from_codebook(record: Json, source: str = "-") -> Reading:
    """One line of a file in the codebook's format: its mentions, and a claim for each value that ``resolved`` gives.

    The format says nothing of a place but its name and country, so a place comes back without coordinates and as a ``region``.

    Raises:
        InputError: a quote is not in the text.
    """
    text: str = record["text"]
    day = record.get("published")
    published = Published(dt.date.fromisoformat(day), "given", day) if day else None
    document = Document(str(record["id"]), text, source, published)
    identities: dict[tuple[object, ...], str] = {}
    mentions: list[Mention] = []
    claims: list[Claim] = []
    for event in record["events"]:
        mention = _mention(text, event)
        mentions.append(mention)
        claims += _claims(mention, event.get("resolved") or {}, identities)
    return Reading(document, tuple(mentions), tuple(claims), WRITER, VERSION)


def locate(text: str, cited: str) -> tuple[int, int]:
    """Offsets of a quote such as ``police##2``, the second ``police`` of the text.

    Raises:
        InputError: the text does not hold it.
    """
    words, mark, number = cited.partition("##")
    at = -1
    for _ in range(int(number) if mark and number.isdigit() else 1):
        at = text.find(words, at + 1) if words else -1
        if at < 0:
            raise InputError(f"the quote {cited!r} is not in the text; cite words that are, with ##n for their n-th place")
    return at, at + len(words)


def _mention(text: str, event: Json) -> Mention:
    spans: Json = event.get("spans") or {}
    return Mention(
        id=event["id"],
        type=event["type"],
        trigger=_quote(text, event["trigger"], spans.get("trigger")),
        modes=tuple(event.get("modes") or ()),
        aux=tuple(event.get("aux") or ()),
        hedged=bool(event.get("hedged")),
        said_by=_quote(text, event["said_by"], spans.get("said_by")) if event.get("said_by") else None,
        actors=_quotes(text, event, "actors"),
        recipients=_quotes(text, event, "recipients"),
        places=_quotes(text, event, "places"),
        times=_quotes(text, event, "times"),
        counts=tuple(_counts(text, event)),
        issue=_quote(text, event["issue"], spans.get("issue")) if event.get("issue") else None,
        contexts=tuple(event.get("contexts") or ()),
        same_as=event.get("same_as") or None,
        part_of=event.get("part_of") or None,
        score=event.get("score", 1.0),
    )


def _quote(text: str, cited: str, span: Sequence[int] | None) -> Quote:
    start, end = span or locate(text, cited)
    return Quote(start, end, text[start:end])


def _quotes(text: str, event: Json, name: str) -> tuple[Quote, ...]:
    cited = event.get(name) or ()
    return tuple(_quote(text, words, span) for words, span in zip(cited, _spans_of(event, name, len(cited)), strict=True))


def _counts(text: str, event: Json) -> Iterator[CountQuote]:
    counts = event.get("counts") or ()
    for count, span in zip(counts, _spans_of(event, "counts", len(counts)), strict=True):
        said_by = _quote(text, count["said_by"], None) if count.get("said_by") else None
        yield CountQuote(count["of"], _quote(text, count["quote"], span), said_by)


def _spans_of(event: Json, name: str, length: int) -> Sequence[Sequence[int] | None]:
    """The field's spans, none at all where they are not as many as its quotes."""
    spans: Sequence[Sequence[int]] = (event.get("spans") or {}).get(name) or ()
    return spans if len(spans) == length else [None] * length


def _claims(mention: Mention, resolved: Json, identities: dict[tuple[object, ...], str]) -> Iterator[Claim]:
    for quote, position, field, value in _values(mention, resolved, identities):
        yield Claim(mention.id, field, position, quote, mention.standing, value, mention.said_by)


def _values(mention: Mention, resolved: Json, identities: dict[tuple[object, ...], str]) -> Iterator[tuple[Quote, int, Field, Value]]:
    entities: tuple[tuple[Field, Sequence[Quote], str], ...] = (
        ("actor", mention.actors, "actors"),
        ("recipient", mention.recipients, "recipients"),
    )
    for field, quotes, name in entities:
        for position, (quote, given) in enumerate(zip(quotes, resolved.get(name) or (), strict=False)):
            if given:
                yield quote, position, field, _entity(quote, given, identities)
    for position, (count, given) in enumerate(zip(mention.counts, resolved.get("counts") or (), strict=False)):
        if given:
            yield count.quote, position, "count", CountValue(count.kind, given["low"], given["high"], given["best"])
    if resolved.get("place"):
        place = resolved["place"]
        yield (*mention.places, mention.trigger)[0], 0, "where", PlaceValue(place["name"], "region", place.get("country"))
    if resolved.get("date"):
        yield (*mention.times, mention.trigger)[0], 0, "when", _interval(resolved["date"])


def _entity(quote: Quote, given: Json, identities: dict[tuple[object, ...], str]) -> EntityValue:
    country, sectors = given.get("country"), tuple(given.get("sector") or ())
    identity = identities.setdefault((quote.text, country, sectors), f"n{len(identities) + 1}")
    return EntityValue(quote.text, identity, country, sectors)


def _interval(given: Sequence[str]) -> TimeValue:
    first, last = (dt.date.fromisoformat(day) for day in given)
    return TimeValue(first, last, precision_of(first, last), "stated")
