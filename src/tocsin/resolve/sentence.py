"""The sentence that a character stands in, well enough to ask what else it names."""

from __future__ import annotations

import re
from bisect import bisect_right

from tocsin.records import Span

_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’)]))\s+(?=[A-Z0-9\"“‘(])|\s*\n\s*")
_NO_END = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Maj|Capt|Sgt|Rev|Sen|Rep|Gov|Prof|No|Hon|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)$")


class Sentences:
    """The sentences of one text. A full stop after an initial or a title ends none; a line break does."""

    def __init__(self, text: str) -> None:
        cuts = [m for m in _END.finditer(text) if "\n" in m.group() or not _NO_END.search(text[max(0, m.start() - 6) : m.start()])]
        self._starts = [0, *(m.end() for m in cuts)]
        self._ends = [*(m.start() for m in cuts), len(text)]

    def at(self, offset: int) -> Span:
        """The sentence around ``offset``."""
        number = self.number(offset)
        return Span(self._starts[number], max(self._starts[number], self._ends[number]))

    def number(self, offset: int) -> int:
        """Its number, from 0."""
        return bisect_right(self._starts, offset) - 1

    def before(self, offset: int) -> Span | None:
        """The sentence before the one around ``offset``."""
        number = self.number(offset)
        return Span(self._starts[number - 1], self._ends[number - 1]) if number else None
