"""The passages of a text that stand in quotation marks, over several sentences too."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from tocsin.records import Span

_MARK = re.compile(r"[\"“”]|``|''|‘‘|’’|\n")
_OPENS, _SHUTS = frozenset({"“", "``", "‘‘"}), frozenset({"”", "''", "’’"})


class Passages:
    """The quoted passages of one text, without their marks. A line break ends one, so that a forgotten mark spoils no more than its paragraph."""

    def __init__(self, text: str) -> None:
        self.spans = list(_passages(text))
        self._starts = [span.start for span in self.spans]

    def at(self, offset: int) -> int | None:
        """The number of the passage around ``offset``, from 0."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self.spans[number].end else None


def _passages(text: str) -> Iterator[Span]:
    start: int | None = None
    for mark in _MARK.finditer(text):
        if start is None:
            start = mark.end() if mark[0] != "\n" and mark[0] not in _SHUTS else None
            continue
        yield Span(start, mark.start())
        start = mark.end() if mark[0] in _OPENS else None
    if start is not None:
        yield Span(start, len(text))
