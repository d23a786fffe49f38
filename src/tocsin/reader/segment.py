"""Cut a text into words, sentences and windows: what the encoder is shown, with the offsets to find the words again.

A word is what the tokenizer's pre-tokenizer takes for one (a run of letters or digits, or one punctuation mark); the encoder sees its
word pieces, the heads see one vector a word. A window is a run of whole sentences that fits the encoder. Windows overlap, so that a
source or a place one sentence away is in sight; each sentence is *owned* by exactly one window, the one that shows it the most context.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from tocsin.records import Furniture
from tocsin.sentences import sentences

CLASSIFY, SEPARATE = 101, 102
"""Ids of ``[CLS]`` and ``[SEP]`` in the BERT vocabulary, which open and close each window."""

SHAPES = 8
"""Number of word shapes: see :func:`shape_of`."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text with their pieces.

    ``starts``/``ends`` are code-point offsets; word ``i`` has the piece ids ``pieces[first_piece[i]:first_piece[i + 1]]``;
    ``sentence[i]`` numbers its sentence from 0.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    pieces: Sequence[int]
    first_piece: Sequence[int]
    shapes: Sequence[int]
    sentence: Sequence[int]


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``[first, last)`` of a text that the encoder sees together; it owns the words ``[own_first, own_last)`` of them."""

    first: int
    last: int
    own_first: int
    own_last: int


def shape_of(word: str, *, opens_line: bool) -> int:
    """What the uncased vocabulary does not see of a word.

    0 lower case, 1 capitalised, 2 all capitals, 3 digits; 4 more at a line's start.
    """
    if word[:1].isdigit():
        shape = 3
    elif len(word) > 1 and word.isupper():
        shape = 2
    else:
        shape = int(word[:1].isupper())
    return shape + 4 * opens_line


def words_of(text: str, tokenizer: Tokenizer, furniture: Iterable[Furniture] = ()) -> Words:
    """The words of ``text`` outside its furniture.

    Args:
        text: the document's text.
        tokenizer: the encoder's, without truncation or padding.
        furniture: parts to pass over; a word that touches one is left out.
    """
    encoding = tokenizer.encode(text, add_special_tokens=False)
    hidden = sorted((part.start, part.end) for part in furniture)
    bounds = [sentence.start for sentence in sentences(text)][1:]
    starts: list[int] = []
    ends: list[int] = []
    pieces: list[int] = []
    first_piece: list[int] = []
    shapes: list[int] = []
    sentence: list[int] = []
    current, part, number, last_end = -1, 0, 0, 0
    for piece, (start, end), word in zip(encoding.ids, encoding.offsets, encoding.word_ids, strict=True):
        while part < len(hidden) and hidden[part][1] <= start:
            part += 1
        if part < len(hidden) and hidden[part][0] < end:
            continue
        if word == current and first_piece:
            ends[-1] = end
        else:
            while number < len(bounds) and bounds[number] <= start:
                number += 1
            current = -1 if word is None else word
            starts.append(start)
            ends.append(end)
            first_piece.append(len(pieces))
            shapes.append(shape_of(text[start:end], opens_line=last_end == 0 or "\n" in text[last_end:start]))
            sentence.append(number)
        last_end = end
        pieces.append(piece)
    first_piece.append(len(pieces))
    return Words(starts, ends, pieces, first_piece, shapes, sentence)


def windows_of(words: Words, longest: int, overlap: int) -> list[Window]:
    """Cover the words with windows of whole sentences.

    Args:
        words: the words of one text.
        longest: most pieces a window may hold, without the two marks around it.
        overlap: pieces that a window repeats from the one before, at least, where its sentences allow.

    Returns:
        Windows in order; each word is owned once. A sentence longer than ``longest`` is cut at a word.
    """
    spans = _sentence_ranges(words, longest)
    groups: list[tuple[int, int]] = []
    at = 0
    while at < len(spans):
        end = at + 1
        while end < len(spans) and _pieces(words, spans[at][0], spans[end][1]) <= longest:
            end += 1
        groups.append((at, end))
        if end == len(spans):
            break
        at = _step_back(words, spans, at, end, min(overlap, longest - _pieces(words, *spans[end])))
    return _owned(spans, groups)


def _step_back(words: Words, spans: Sequence[tuple[int, int]], at: int, end: int, overlap: int) -> int:
    """The first sentence of the window that goes on at ``end``: as many before it as ``overlap`` pieces hold, all after ``at``."""
    following = end
    while following - 1 > at and _pieces(words, spans[following - 1][0], spans[end - 1][1]) <= overlap:
        following -= 1
    return following


def _owned(spans: Sequence[tuple[int, int]], groups: Sequence[tuple[int, int]]) -> list[Window]:
    """Share each overlap between its two windows at its middle sentence."""
    windows: list[Window] = []
    own_first = 0
    for index, (at, end) in enumerate(groups):
        own_last = end if index + 1 == len(groups) else max(own_first + 1, (groups[index + 1][0] + end + 1) // 2)
        windows.append(Window(spans[at][0], spans[end - 1][1], spans[own_first][0], spans[own_last - 1][1]))
        own_first = own_last
    return windows


def _sentence_ranges(words: Words, longest: int) -> list[tuple[int, int]]:
    """Word ranges of the sentences, those with too many pieces cut."""
    ranges: list[tuple[int, int]] = []
    start = 0
    for word in range(len(words.starts)):
        if word > start and (words.sentence[word] != words.sentence[start] or _pieces(words, start, word + 1) > longest):
            ranges.append((start, word))
            start = word
    if start < len(words.starts):
        ranges.append((start, len(words.starts)))
    return ranges


def _pieces(words: Words, first: int, last: int) -> int:
    return words.first_piece[last] - words.first_piece[first]
