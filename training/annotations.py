"""Annotated texts as the network learns from them: gold quotes as word ranges, gold answers as indices. Needs no torch."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from tocsin.reader.labels import LINKS, ROLES, Labels
from tocsin.reader.segment import Words, words_of

RAREST_COUNTRY = 2
"""A country code seen less often than this among the gold entities is learned as no country."""

_QUOTES = {"actor": "actors", "recipient": "recipients", "place": "places", "time": "times"}


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """Words ``[first, last)`` in a role, with what the annotator resolved: indices into the labels, ``None`` where nothing was said."""

    role: int
    first: int
    last: int
    sectors: tuple[int, ...] | None = None
    country: int | None = None
    count_kind: int | None = None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One annotated mention: its trigger's words ``[first, last)`` and every answer as indices into the labels."""

    first: int
    last: int
    kind: int
    modes: tuple[int, ...]
    aux: tuple[int, ...]
    hedged: bool
    contexts: tuple[int, ...]
    spans: tuple[GoldSpan, ...]
    links: tuple[tuple[int, int], ...]
    """``(other event, link)`` for each event of the document that this one is tied to; an index into ``LINKS``."""


@dataclass(frozen=True, slots=True)
class GoldText:
    """One annotated text, cut into words."""

    id: str
    words: Words
    events: tuple[GoldEvent, ...]


def read_lines(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """The annotated documents of some JSONL files, in order."""
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def locate(text: str, quote: str) -> tuple[int, int] | None:
    """Offsets of a quote such as ``police##2``, the second ``police``; ``None`` where the text does not hold it."""
    words, _, number = quote.partition("##")
    at = -1
    for _ in range(int(number or 1)):
        at = text.find(words, at + 1)
        if at < 0 or not words:
            return None
    return at, at + len(words)


def countries_of(documents: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    """Country codes of the gold entities, the most frequent first."""
    found = Counter(
        entity["country"]
        for document in documents
        for event in document["events"]
        for key in ("actors", "recipients")
        for entity in (event.get("resolved") or {}).get(key) or []
        if entity and entity.get("country")
    )
    return tuple(sorted((code for code, count in found.items() if count >= RAREST_COUNTRY), key=lambda code: (-found[code], code)))


def encode(document: dict[str, Any], tokenizer: Tokenizer, labels: Labels) -> GoldText:
    """One annotated document as words and indices. Events whose trigger the text does not hold are left out."""
    text = document["text"]
    words = words_of(text, tokenizer)
    numbers: dict[str, int] = {}
    kept: list[tuple[dict[str, Any], tuple[int, int]]] = []
    for event in document["events"]:
        trigger = _word_range(text, words, event["trigger"])
        if trigger is not None:
            numbers[event["id"]] = len(kept)
            kept.append((event, trigger))
    events = tuple(_encode_event(text, words, event, trigger, labels, numbers) for event, trigger in kept)
    return GoldText(document["id"], words, events)


def _encode_event(
    text: str, words: Words, event: dict[str, Any], trigger: tuple[int, int], labels: Labels, numbers: dict[str, int]
) -> GoldEvent:
    modes = tuple(labels.modes.index(f"{event['type']}/{mode}") for mode in event.get("modes") or ())
    links = [(numbers[event[key]], LINKS.index(key)) for key in ("same_as", "part_of") if event.get(key) in numbers]
    return GoldEvent(
        *trigger,
        kind=labels.types.index(event["type"]),
        modes=modes,
        aux=tuple(labels.aux.index(name) for name in event.get("aux") or ()),
        hedged=bool(event.get("hedged")),
        contexts=tuple(labels.contexts.index(name) for name in event.get("contexts") or ()),
        spans=tuple(_spans(text, words, event, labels)),
        links=tuple(links),
    )


def _spans(text: str, words: Words, event: dict[str, Any], labels: Labels) -> Iterable[GoldSpan]:
    resolved = event.get("resolved") or {}
    for role, key in _QUOTES.items():
        entities: Sequence[dict[str, Any] | None] = resolved.get(key) or () if key in {"actors", "recipients"} else ()
        for position, quote in enumerate(event.get(key) or ()):
            found = _word_range(text, words, quote)
            if found:
                entity = entities[position] if position < len(entities) else None
                yield _entity_span(ROLES.index(role), found, entity, labels)
    for count in event.get("counts") or ():
        found = _word_range(text, words, count["quote"])
        if found:
            yield GoldSpan(ROLES.index("count"), *found, count_kind=labels.count_kinds.index(count["of"]))
    for role in ("said_by", "issue"):
        found = _word_range(text, words, event[role]) if event.get(role) else None
        if found:
            yield GoldSpan(ROLES.index(role), *found)


def _entity_span(role: int, found: tuple[int, int], entity: dict[str, Any] | None, labels: Labels) -> GoldSpan:
    if not entity:
        return GoldSpan(role, *found)
    sectors = tuple(labels.sectors.index(code) for code in entity.get("sector") or () if code in labels.sectors)
    country = entity.get("country")
    # Index 0 of the country head is "no country"; the labels' own indices follow it.
    return GoldSpan(role, *found, sectors=sectors, country=1 + labels.countries.index(country) if country in labels.countries else 0)


def _word_range(text: str, words: Words, quote: str) -> tuple[int, int] | None:
    """The words ``[first, last)`` that a quote touches, ``None`` where it touches none."""
    span = locate(text, quote)
    if span is None:
        return None
    touched = [i for i, (start, end) in enumerate(zip(words.starts, words.ends, strict=True)) if start < span[1] and end > span[0]]
    return (touched[0], touched[-1] + 1) if touched else None
