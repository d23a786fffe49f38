"""Windows of annotated texts as padded arrays for the network. Needs no torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tocsin.reader.labels import LINKS, Labels
from tocsin.reader.network import WindowBatch, batch_windows
from tocsin.reader.segment import Window
from training.annotations import GoldEvent, GoldText

Integers = NDArray[np.int64]
Floats = NDArray[np.float32]

UNKNOWN = -100
"""A gold index that is not given: no loss is taken there (torch's own ``ignore_index``)."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some windows and everything that an annotator said of them.

    Shapes: B windows, W words (padded), K events, S spans with resolved values, P pairs of events of one window; R roles.
    """

    windows: WindowBatch
    tags: Integers  # [B, W]: 0 or 1 + type
    row: Integers  # [K]: the event's window
    first: Integers  # [K]: trigger words [first, last)
    last: Integers
    kind: Integers  # [K]
    modes: Floats  # [K, modes]
    aux: Floats  # [K, aux + 1], the last is hedged
    contexts: Floats  # [K, contexts]
    roles: Integers  # [K, W, R]: 0 outside, 1 first word, 2 further word
    span_event: Integers  # [S]: the event that the span belongs to
    span_first: Integers  # [S]
    span_last: Integers
    sectors: Floats  # [S, sectors], -1 where not given
    country: Integers  # [S]
    count_kind: Integers  # [S]
    pair_later: Integers  # [P]
    pair_earlier: Integers  # [P]
    link: Integers  # [P]

    def arrays(self) -> dict[str, Any]:
        """The gold arrays by name (not the windows' own)."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name != "windows"}


def collate(cut: Sequence[tuple[GoldText, Window]], labels: Labels) -> Batch:
    """Pad some windows to one batch. Roles that lie outside their event's window are left out; so are triggers cut in two."""
    windows = batch_windows([(text.words, window) for text, window in cut])
    width = windows.word_index.shape[1]
    tags = np.zeros((len(cut), width), np.int64)
    tags[windows.sentence < 0] = UNKNOWN
    events: list[tuple[int, int, GoldEvent]] = []  # window, offset of its first word, event
    pairs: list[tuple[int, int, int]] = []
    for row, (text, window) in enumerate(cut):
        at: dict[int, int] = {}
        for number, event in enumerate(text.events):
            if window.first <= event.first and event.last <= window.last:
                at[number] = len(events)
                events.append((row, window.first, event))
                tags[row, event.first - window.first : event.last - window.first] = 1 + event.kind
        pairs.extend(_pairs(text, at))
    return Batch(windows, tags, **_event_arrays(events, width, labels), **_span_arrays(cut, events, labels), **_pair_arrays(pairs))


def _event_arrays(events: Sequence[tuple[int, int, GoldEvent]], width: int, labels: Labels) -> dict[str, Any]:
    count = len(events)
    modes = np.zeros((count, len(labels.modes)), np.float32)
    aux = np.zeros((count, len(labels.aux) + 1), np.float32)
    contexts = np.zeros((count, len(labels.contexts)), np.float32)
    roles = np.zeros((count, width, len(labels.roles)), np.int64)
    for i, (_, offset, event) in enumerate(events):
        modes[i, list(event.modes)] = 1
        aux[i, list(event.aux)] = 1
        aux[i, -1] = event.hedged
        contexts[i, list(event.contexts)] = 1
        for span in event.spans:
            first, last = span.first - offset, span.last - offset
            if first >= 0 and last <= width:
                roles[i, first:last, span.role] = 2
                roles[i, first, span.role] = 1
    return {
        "row": np.array([row for row, _, _ in events], np.int64),
        "first": np.array([event.first - offset for _, offset, event in events], np.int64),
        "last": np.array([event.last - offset for _, offset, event in events], np.int64),
        "kind": np.array([event.kind for _, _, event in events], np.int64),
        "modes": modes,
        "aux": aux,
        "contexts": contexts,
        "roles": roles,
    }


def _span_arrays(cut: Sequence[tuple[GoldText, Window]], events: Sequence[tuple[int, int, GoldEvent]], labels: Labels) -> dict[str, Any]:
    """Spans with something resolved: actors and recipients, and counts."""
    spans = [
        (i, offset, span)
        for i, (row, offset, event) in enumerate(events)
        for span in event.spans
        if (span.sectors is not None or span.count_kind is not None) and cut[row][1].first <= span.first and span.last <= cut[row][1].last
    ]
    sectors = np.full((len(spans), len(labels.sectors)), -1, np.float32)
    for i, (_, _, span) in enumerate(spans):
        if span.sectors is not None:
            sectors[i] = 0
            sectors[i, list(span.sectors)] = 1
    return {
        "span_event": np.array([event for event, _, _ in spans], np.int64),
        "span_first": np.array([span.first - offset for _, offset, span in spans], np.int64),
        "span_last": np.array([span.last - offset for _, offset, span in spans], np.int64),
        "sectors": sectors,
        "country": np.array([UNKNOWN if span.country is None else span.country for _, _, span in spans], np.int64),
        "count_kind": np.array([UNKNOWN if span.count_kind is None else span.count_kind for _, _, span in spans], np.int64),
    }


def _pairs(text: GoldText, at: dict[int, int]) -> list[tuple[int, int, int]]:
    """Every pair of a window's events in reading order, with the link that the annotator drew between them."""
    links: dict[tuple[int, int], int] = {}
    same, part, whole = (LINKS.index(name) for name in ("same_as", "part_of", "whole_of"))
    for number, event in enumerate(text.events):
        for other, link in event.links:
            if other < number:
                links[number, other] = link
            else:
                links[other, number] = whole if link == part else same
    groups = _groups(text, same)
    found: list[tuple[int, int, int]] = []
    for (earlier, first), (later, second) in combinations(sorted(at.items()), 2):
        default = same if groups[later] == groups[earlier] else 0
        found.append((second, first, links.get((later, earlier), default)))
    return found


def _groups(text: GoldText, same: int) -> list[int]:
    """For each event the number of the first mention of its act."""
    groups = list(range(len(text.events)))
    for number, event in enumerate(text.events):
        for other, link in event.links:
            if link == same and other < number:
                groups[number] = groups[other]
    return groups


def _pair_arrays(pairs: Sequence[tuple[int, int, int]]) -> dict[str, Any]:
    table = np.array(pairs, np.int64).reshape(-1, 3)
    return {"pair_later": table[:, 0], "pair_earlier": table[:, 1], "link": table[:, 2]}
