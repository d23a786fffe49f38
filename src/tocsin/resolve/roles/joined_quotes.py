"""Quotes of one role that touch: a reader that judges each word by itself breaks *the KRS Road* and *this day 16 years ago* in two."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.records import Quote, Span


def joined_quotes(text: str, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """The quotes in the order of the text; those that overlap or have a blank alone between them are one, as sure as the surer."""
    found: list[Quote] = []
    for quote in sorted(quotes, key=lambda quote: quote.start):
        if found and (quote.start <= found[-1].end or text[found[-1].end : quote.start] == " "):
            last = found.pop()
            found.append(Span(last.start, max(last.end, quote.end)).quoted(text, max(last.score, quote.score)))
        else:
            found.append(quote)
    return tuple(found)
