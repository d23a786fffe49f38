"""The sentence that a character stands in: to ask what else it names, and how far two words are apart."""

from __future__ import annotations

from bisect import bisect_right

from tocsin.records import Span
from tocsin.sentences import sentences


class Sentences:
    """The sentences of one text. Every offset is in one: the space before a sentence counts with the one before it."""

    def __init__(self, text: str) -> None:
        self._spans = sentences(text) or [Span(0, len(text))]
        self._starts = [0, *(span.start for span in self._spans[1:])]

    def at(self, offset: int) -> Span:
        """The sentence around ``offset``."""
        return self._spans[self.number(offset)]

    def number(self, offset: int) -> int:
        """Its number, from 0."""
        return bisect_right(self._starts, offset) - 1

    def numbered(self, number: int) -> Span | None:
        """The sentence of a number; ``None`` past the last."""
        return self._spans[number] if number < len(self._spans) else None

    def before(self, offset: int) -> Span | None:
        """The sentence before the one around ``offset``."""
        number = self.number(offset)
        return self._spans[number - 1] if number else None
