"""The questions that the reader asks of its network, as plain arrays: the one contract that the exported model and the one in training
keep.

A network answers in three steps. :meth:`Network.encode` reads windows once and scores every word as a trigger. :meth:`Network.mentions`
takes the triggers that were decoded from it and answers everything about each: modes, aux, contexts, and for every word of its window
whether it is in one of the mention's roles. :meth:`Network.spans` and :meth:`Network.links` then judge the spans that were decoded (sector,
country, what a count counts) and pairs of mentions (one act, part of an act).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tocsin.reader.segment import CLASSIFY, SEPARATE, Window, Words

Integers = NDArray[np.int64]
Floats = NDArray[np.float32]

FARTHEST = 24
"""Distances between a word and a trigger, in words, are told apart up to this; farther ones count as this far."""

SENTENCES_APART = 3
"""Likewise in sentences."""


@dataclass(frozen=True, slots=True)
class WindowBatch:
    """B windows of up to T pieces and W words, padded."""

    pieces: Integers  # [B, T], 0 is padding
    shapes: Integers  # [B, T], the shape of the piece's word
    word_index: Integers  # [B, W], each word's first piece
    sentence: Integers  # [B, W], -1 is padding


@dataclass(frozen=True, slots=True)
class Encoded:
    """What one reading of B windows gives: a vector for each word, and how likely it is in a trigger of no type or of each type."""

    words: Floats  # [B, W, H]
    triggers: Floats  # [B, W, 1 + types], probabilities


@dataclass(frozen=True, slots=True)
class Triggers:
    """K decoded triggers: the window, its words ``[first, last)`` and its type."""

    row: Integers
    first: Integers
    last: Integers
    kind: Integers


@dataclass(frozen=True, slots=True)
class MentionScores:
    """Answers for K triggers, all probabilities but ``vectors``."""

    vectors: Floats  # [K, D]
    modes: Floats  # [K, modes]
    aux: Floats  # [K, aux + 1], the last is hedged
    contexts: Floats  # [K, contexts]
    roles: Floats  # [K, W, R, 3]: outside, first word, further word


@dataclass(frozen=True, slots=True)
class SpanScores:
    """Answers for S spans, all probabilities."""

    sectors: Floats  # [S, sectors]
    countries: Floats  # [S, 1 + countries], the first is none
    count_kinds: Floats  # [S, count kinds]


class Network(Protocol):
    """Anything that answers for the reader."""

    def encode(self, windows: WindowBatch) -> Encoded:
        """Read the windows."""
        ...

    def mentions(self, words: Floats, sentence: Integers, triggers: Triggers) -> MentionScores:
        """Answer for each trigger; ``words`` [B, W, H] and ``sentence`` [B, W] as encoded."""
        ...

    def spans(self, words: Floats, row: Integers, first: Integers, last: Integers, vectors: Floats) -> SpanScores:
        """Answer for spans of words ``[first, last)`` of window ``row``; ``vectors`` [S, D] are their mentions'."""
        ...

    def links(self, later: Floats, earlier: Floats, apart: Integers) -> Floats:
        """How P later mentions [P, D] stand to P earlier ones; ``apart`` [P] counts mentions between. Returns probabilities [P, LINKS]."""
        ...


def batch_windows(cut: Sequence[tuple[Words, Window]]) -> WindowBatch:
    """Pad windows to one batch, each between the encoder's opening and closing marks."""
    ranges = [(words.first_piece[window.first], words.first_piece[window.last]) for words, window in cut]
    longest = max(end - start for start, end in ranges) + 2
    widest = max(window.last - window.first for _, window in cut)
    pieces = np.zeros((len(cut), longest), np.int64)
    shapes = np.zeros((len(cut), longest), np.int64)
    word_index = np.zeros((len(cut), widest), np.int64)
    sentence = np.full((len(cut), widest), -1, np.int64)
    for row, ((words, window), (start, end)) in enumerate(zip(cut, ranges, strict=True)):
        size = window.last - window.first
        first_piece = np.asarray(words.first_piece[window.first : window.last + 1], np.int64)
        pieces[row, : end - start + 2] = [CLASSIFY, *words.pieces[start:end], SEPARATE]
        shapes[row, 1 : end - start + 1] = np.repeat(words.shapes[window.first : window.last], np.diff(first_piece))
        word_index[row, :size] = first_piece[:-1] - start + 1
        sentence[row, :size] = words.sentence[window.first : window.last]
    return WindowBatch(pieces, shapes, word_index, sentence)
