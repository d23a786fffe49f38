"""The name behind a place that is told by what it is: *the country's main city, Almaty* is quoted with its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tocsin.records import Document, Mention, Quote, Span, meet
from tocsin.resolve.places.names import FIRST_LEVEL, SECOND_LEVEL, SETTLEMENT
from tocsin.resolve.word_lists import CALENDAR, TITLES

_PLACES = SETTLEMENT | FIRST_LEVEL | SECOND_LEVEL
_SMALL = "(?:de|da|do|del|la|al|el|of)"
_NAME = re.compile(
    rf",\s(?P<name>[^\W\d_][\w’'-]{{1,30}}(?: {_SMALL}(?= [A-Z]))?(?:[ -][^\W\d_][\w’'-]{{1,30}}){{0,3}}?)"
    r"(?=\s*(?:[,.;:)\n]|$)|\s(?:before|after|during|on|where|when|while|as|since)\b)"
)
_OPENING = re.compile(r"(?:^|[.!?\n:][\"”’]?\s+|\n)(?:\w+\s+)?$")
"""What stands before a phrase that opens its sentence: nothing, or one preposition."""
_ALWAYS_NAMED = frozenset({"capital", "city"})
"""*In the capital, Bishkek, police …*; but *In the village, Ahmed, a farmer, …*."""
_BEFORE = 20
"""Code points in which an opening is looked for."""
_WORD = re.compile(r"[\w’'-]+")


def with_named_places(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions; a place without a name goes on to the name that follows it between commas, where no other quote of the mention holds it."""
    return tuple(_named(document.text, mention) for mention in mentions)


def _named(text: str, mention: Mention) -> Mention:
    places = tuple(_whole(text, quote, mention.places) for quote in mention.places)
    return mention if places == mention.places else replace(mention, places=places)


def _whole(text: str, quote: Quote, others: Sequence[Quote]) -> Quote:
    words = _WORD.findall(quote.text)
    kind = words[-1].casefold() if words else ""
    bare = kind in _PLACES and not any(word[:1].isupper() for word in words[1:])
    opens = _OPENING.search(text, max(0, quote.start - _BEFORE), quote.start)
    name = _NAME.match(text, quote.end) if bare and (kind in _ALWAYS_NAMED or not opens) else None
    if name is None or not _is_place_name(name["name"]):
        return quote
    whole = Span(quote.start, name.end("name"))
    return quote if any(other is not quote and meet(other, whole) for other in others) else whole.quoted(text, quote.score)


def _is_place_name(name: str) -> bool:
    """Whether each word but the small ones begins with a capital, and none is a day, a month or a title (*the capital, President Sall said*)."""
    words = name.split()
    return all(word[0].isupper() or len(word) <= 3 for word in words) and not {word.casefold() for word in words} & (CALENDAR | TITLES)
