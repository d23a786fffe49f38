"""Quotes of people and of their number as whole as their words: none begins or ends inside a figure (*500* of *1,500*) or inside what limits one
(*least 12 students* of *at least 12 students*), and none leaves out the noun that the same words hold at another act (*about 800* traders).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tocsin.records import Document, Mention, Quote, Span

_DIGIT_BEFORE = re.compile(r"\d[\d,.]{0,14}$")
_DIGIT_BEHIND = re.compile(r"(?:[,.]\d|\d)[\d,.]*(?<=\d)")
_LIMIT_BEFORE: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"(?:{second})\s", re.IGNORECASE), re.compile(rf"\b(?:{first})\s$", re.IGNORECASE))
    for first, second in (
        ("at", "least|most"),
        ("(?:no )?(?:more|fewer|less)", r"than(?=\s\w)"),
        ("an", "estimated"),
        ("as many", r"as(?=\s(?:\d|\w+(?:teen|ty|dred|ten|ve|ne|ree|our|six|ght|wo)\b))"),
        ("as", r"many\sas"),
        ("up", r"to(?=\s\d)"),
    )
)
"""The second part of a limit at the start of a quote, and the first part, which must stand before it."""
_NUMBER_LAST = re.compile(r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand))$", re.IGNORECASE)
_NOUN_BEHIND = re.compile(r" [a-z][\w’'-]*(?: [a-z][\w’'-]*)?")


def with_whole_quotes(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with their quotes of actors, recipients and counts made whole."""
    text = document.text
    told = [quote for mention in mentions for quote in (*mention.actors, *mention.recipients)]
    fuller = {quote.span: longest for quote in told if (longest := _with_noun(quote, told)) is not None}
    return tuple(_whole(text, mention, fuller) for mention in mentions)


def whole_figure(text: str, quote: Quote) -> Quote:
    """The quote, reaching out to the ends of a figure that it cuts and to the whole of the limit before one."""
    start, end = quote.start, quote.end
    if end > start and text[end - 1].isdigit() and (rest := _DIGIT_BEHIND.match(text, end)):
        end = rest.end()
    if text[start : start + 1].isdigit() and (first := _DIGIT_BEFORE.search(text, max(0, start - 16), start)):
        start = first.start()
    for second, opening in _LIMIT_BEFORE:
        if second.match(text, start, end + 1) and (found := opening.search(text, max(0, start - 16), start)):
            start = found.start()
    return quote if (start, end) == (quote.start, quote.end) else Span(start, end).quoted(text, quote.score)


def _with_noun(quote: Quote, others: Iterable[Quote]) -> Quote | None:
    """The longer of two quotes that begin with the same number of people: *about 800* and *about 800 traders*."""
    if not _NUMBER_LAST.search(quote.text):
        return None
    longer = [other for other in others if other.start == quote.start and _NOUN_BEHIND.fullmatch(other.text[len(quote.text) :]) is not None]
    return replace(max(longer, key=lambda other: other.end), score=quote.score) if longer else None


def _whole(text: str, mention: Mention, fuller: Mapping[Span, Quote]) -> Mention:
    actors, recipients = (
        tuple(whole_figure(text, fuller.get(quote.span, quote)) for quote in quotes) for quotes in (mention.actors, mention.recipients)
    )
    counts = tuple(replace(count, quote=whole_figure(text, count.quote)) for count in mention.counts)
    if (actors, recipients, counts) == (mention.actors, mention.recipients, mention.counts):
        return mention
    return replace(mention, actors=actors, recipients=recipients, counts=counts)
