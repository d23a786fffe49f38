"""The sentences around an event's words, as its table and its own page show them."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.records import Quote, Span
from tocsin.sentences import sentences


class Sentences:
    """The sentences of one text, found once."""

    def __init__(self, text: str) -> None:
        self._spans = sentences(text)
        self._length = len(text)

    def around(self, quote: Quote) -> Span:
        """The sentence that holds the start of ``quote``."""
        held = (span for span in self._spans if span.start <= quote.start < span.end)
        return next(held, Span(quote.start, min(quote.end, self._length)))

    def near(self, quotes: Iterable[Quote], spare: int = 0) -> Span:
        """From the first sentence that holds one of ``quotes`` to the last, with ``spare`` more on each side."""
        wanted = list(quotes)
        held = [number for number, span in enumerate(self._spans) if any(q.start < span.end and q.end > span.start for q in wanted)]
        if not held:
            return Span(min(q.start for q in wanted), max(q.end for q in wanted))
        first, last = max(held[0] - spare, 0), min(held[-1] + spare, len(self._spans) - 1)
        return Span(self._spans[first].start, self._spans[last].end)
