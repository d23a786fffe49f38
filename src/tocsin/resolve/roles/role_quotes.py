"""The quotes of one role of a mention, each with the reader's hint: kept, left out and joined together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tocsin.records import EntityHint, Mention, Quote, Span
from tocsin.resolve.grammar.ties import Part

_LAST_WORD = re.compile(r"\w+(?=\W*$)")
_JOINING = re.compile(
    r"(?:\s?\([^()]{1,20}\))?\s*(?:,|,?\s*(?:and|or|nor|&|as well as|along with|together with|in association with|both"
    r"|including|particularly|led by|headed by))\s*"
    r"(?:(?:the|a|an|his|her|its|their|about|around|some|also|at least|more than|former|several|then|most|many|all|other|another)\s+){0,3}",
    re.IGNORECASE,
)
_WIDEST = 60
"""Code points between two names of one list."""
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*|al|bin|de|van|von|el|der|la)(?:\s+(?:[^\W\d_a-z][\w.'’-]*|al|bin|de|van|von|el|der|la))*")
_APART = re.compile(r"\s?,\s")
_LIST_GOES_ON = re.compile(r"\s?,?\s(?:and|or)\b")
_OF_PLACE = re.compile(r"\b(?:of|from)\s[^\W\d_a-z][\w ]*$")
_MANY = re.compile(r"(?:[Tt]he\s+)?\w{1,30}s\b")
_AND_PLACE = re.compile(r"\s?,?\s(?:and\s)?")


@dataclass(frozen=True, slots=True)
class RoleQuotes:
    """Quotes in the order of the text, and as many hints or none."""

    quotes: tuple[Quote, ...]
    hints: tuple[EntityHint, ...]

    def where(self, keep: Callable[[Quote], bool]) -> RoleQuotes:
        """Those of which ``keep`` is true."""
        kept = [index for index, quote in enumerate(self.quotes) if keep(quote)]
        return RoleQuotes(tuple(self.quotes[index] for index in kept), tuple(self.hints[index] for index in kept) if self.hints else ())


def of_part(mention: Mention, part: Part) -> RoleQuotes:
    """The quotes of one part of a mention."""
    hints = mention.actor_hints if part == "actor" else mention.recipient_hints
    quotes = mention.actors if part == "actor" else mention.recipients
    return RoleQuotes(quotes, hints if len(hints) == len(quotes) else ())


def with_part(mention: Mention, part: Part, found: RoleQuotes) -> Mention:
    """The mention with other quotes of that part."""
    if found.quotes == (mention.actors if part == "actor" else mention.recipients):
        return mention
    if part == "actor":
        return replace(mention, actors=found.quotes, actor_hints=found.hints)
    return replace(mention, recipients=found.quotes, recipient_hints=found.hints)


def same_phrase(text: str, one: Span | Quote, other: Span | Quote) -> bool:
    """Whether two spans are of one phrase: they overlap in their last word or in more than half of the shorter."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    if shared <= 0:
        return False
    shorter = min(one.end - one.start, other.end - other.start)
    return one.end == other.end or shared * 2 > shorter or _last_word(text, one) == _last_word(text, other)


def _last_word(text: str, span: Span | Quote) -> str:
    found = _LAST_WORD.search(text, max(span.start, span.end - 60), span.end)
    return found[0] if found else ""


def among(text: str, quote: Quote, spans: Iterable[Span | Quote]) -> bool:
    """Whether one of ``spans`` is of the quote's phrase."""
    return any(same_phrase(text, quote, span) for span in spans)


def confirmed(text: str, told: RoleQuotes, spans: Sequence[Span]) -> RoleQuotes:
    """The quotes that are one of ``spans``, and those that commas and *and* join to them; all where none is."""
    sure = [among(text, quote, spans) for quote in told.quotes]
    if not any(sure) or all(sure):
        return told
    order = sorted(range(len(sure)), key=lambda index: told.quotes[index].start)
    for way in (order, order[::-1]):
        for here, there in pairwise(way):
            sure[there] = sure[there] or (sure[here] and _are_joined(text, told.quotes[here], told.quotes[there]))
    kept = {id(quote) for quote, good in zip(told.quotes, sure, strict=True) if good}
    return told.where(lambda quote: id(quote) in kept)


def _are_joined(text: str, one: Quote, other: Quote) -> bool:
    first, second = (one, other) if one.start <= other.start else (other, one)
    gap = second.start - first.end
    return 0 <= gap <= _WIDEST and _JOINING.fullmatch(text, first.end, second.start) is not None


def with_asides(text: str, told: RoleQuotes) -> RoleQuotes:
    """A name and what is said of it in an aside (*the captain, Klaus Petersen*) as one quote, as *the presidents of A* and *B* are."""
    quotes: list[Quote] = []
    hints: list[EntityHint] = []
    for index, quote in enumerate(told.quotes):
        following = told.quotes[index + 1] if index + 1 < len(told.quotes) else None
        if quotes and _is_one(text, quotes[-1], quote, following):
            last = quotes[-1]
            quotes[-1] = Span(last.start, quote.end).quoted(text, max(last.score, quote.score))
            if told.hints and _NAME.fullmatch(quote.text):
                hints[-1] = told.hints[index]
            continue
        quotes.append(quote)
        hints.extend(told.hints[index : index + 1])
    return RoleQuotes(tuple(quotes), tuple(hints))


def _is_one(text: str, last: Quote, quote: Quote, following: Quote | None) -> bool:
    if not 0 <= quote.start - last.end <= _WIDEST:
        return False
    named = _NAME.fullmatch(quote.text) is not None
    if named and _AND_PLACE.fullmatch(text, last.end, quote.start) and _MANY.match(last.text) and _OF_PLACE.search(last.text[-_WIDEST:]):
        return True
    listed = _LIST_GOES_ON.match(text, quote.end) or (following is not None and _are_joined(text, quote, following))
    return bool(_APART.fullmatch(text, last.end, quote.start)) and not listed and named != (_NAME.fullmatch(last.text) is not None)
