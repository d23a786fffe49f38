"""Readings that can be published: names of private people, and what describes them as closely as a name, are withheld everywhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from tocsin.export.descriptions import AGE, DESCRIPTION, Descriptions, Withheld
from tocsin.export.people_words import BODIES, PEOPLE_IN_ANY_NUMBER, PUBLIC_ROLES, WORKPLACES
from tocsin.records import Claim, CountQuote, Document, EntityValue, Furniture, Mention, PlaceValue, Quote, Reading

WITHHELD = "[name withheld]"

_NO_NAMES = frozenset(
    ["a", "an", "the", "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lady", "lord", "brother", "sister", "father", "mother", "of"]
)
"""Words that stand before names or in them and would be found everywhere."""

_PLAIN = PEOPLE_IN_ANY_NUMBER | PUBLIC_ROLES | BODIES | WORKPLACES
_LEAST = 3
"""Letters of a word of such a name that is withheld by itself."""

_RUN = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’-]*(?:\s+[A-ZÀ-ÖØ-Þ][\w'’-]*)*")
"""Words with capitals, one behind the other."""

_LETTERS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def mask(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Each reading without the names of private people (``EntityValue.private``) and without close descriptions of them
    (:mod:`tocsin.export.descriptions`), its offsets moved to fit.

    A name is withheld as a whole, and each part of it that begins with a capital (a family name standing alone); every spelling in the
    document counts. The text, title, source, address and id are searched as the quotes are. Too much may be withheld (a family name
    that is also a town's), never too little for want of care: but a name that was not found to be a private person's stays.
    """
    for reading in readings:
        yield _Masked(reading).reading(reading)


def _names(reading: Reading) -> re.Pattern[str] | None:
    """What finds the private names of a reading, the longest first; ``None`` where there are none."""
    told = ((claim.quote.text, claim.value) for claim in reading.claims if isinstance(claim.value, EntityValue) and claim.value.private)
    private = [(words, value) for words, value in told if not _is_of_a_body(value.name, words)]
    small = {value.name for _, value in private if _is_small_name(value.name)}
    whole = small | {value.name for _, value in private if any(_capitals(value.name))}  # "a baker" is no name
    if not whole:
        return None
    elsewhere = _public_words(reading)
    parts = set(chain.from_iterable(_capitals(name) for name in whole))
    parts |= {part for words, _ in private for part in _capitals(words) if part not in elsewhere}
    parts |= {word for name in small for word in name.split() if len(word) >= _LEAST and word not in _NO_NAMES}
    fixed = [re.escape(name).replace(r"\ ", r"\s+") for name in sorted(whole, key=len, reverse=True)]
    single = [_either_case(part) for part in sorted(parts, key=lambda part: (-len(part), part))]
    return re.compile(rf"(?<!\w)(?:(?i:{'|'.join(fixed)}){''.join('|' + part for part in single)})(?!\w)")


def _is_small_name(name: str) -> bool:
    """Whether a name is written without capitals, as all of its text is: two words or more, none of them for people, bodies or where they work."""
    words = name.split()
    return len(words) > 1 and name == name.lower() and not any(word in _NO_NAMES or word in _PLAIN for word in words)


def _is_of_a_body(name: str, words: str) -> bool:
    """Whether a name of one word is but a word of a body's name (*Human* of *the Osk Human Rights Commission*): it names nobody."""
    runs = (run[0].split() for run in _RUN.finditer(words))
    return any(name in run and BODIES & {word.lower() for word in run[run.index(name) :]} for run in runs)


def _capitals(words: str) -> Iterator[str]:
    for found in _LETTERS.finditer(words):
        word = found[0]
        if len(word) > 1 and not word[0].islower() and word.casefold() not in _NO_NAMES:
            yield word


def _either_case(word: str) -> str:
    """The word as it is and in capitals, as a headline may have it; never in small letters, which may be another word."""
    return "|".join(re.escape(form) for form in dict.fromkeys((word, word.upper())))


def _public_words(reading: Reading) -> frozenset[str]:
    """Words of places and of who is not private: a private person's description may hold them (*a student from Tarsk*)."""
    places = (quote.text for mention in reading.mentions for quote in mention.places)
    known = (claim.value.name for claim in reading.claims if isinstance(claim.value, PlaceValue))
    public = (claim.value.name for claim in reading.claims if isinstance(claim.value, EntityValue) and not claim.value.private)
    return frozenset(word for words in chain(places, known, public) for word in _capitals(words))


@dataclass(frozen=True, slots=True)
class _Move:
    """Where code points of the old text stand in the new one: ``parts`` are what is withheld, in order and apart."""

    parts: tuple[Withheld, ...]

    def start(self, at: int) -> int:
        """A quote that begins within a part begins where it is withheld."""
        place = bisect_right(self.parts, at, key=lambda part: part.start) - 1
        if place >= 0 and at < self.parts[place].end:
            return self.parts[place].start + self._shift(place)
        return at + self._shift(place + 1)

    def end(self, at: int) -> int:
        """A quote that ends within a part ends where what stands in its place ends."""
        place = bisect_right(self.parts, at - 1, key=lambda part: part.start) - 1
        if place >= 0 and at <= self.parts[place].end:
            at = self.parts[place].end
        return at + self._shift(place + 1)

    def _shift(self, parts: int) -> int:
        """How far the text after the first ``parts`` of them has moved."""
        return sum(len(part.instead) - (part.end - part.start) for part in self.parts[:parts])


def _apart(parts: Iterable[Withheld]) -> tuple[Withheld, ...]:
    """The parts in order; those that overlap become one, a description where one of them is."""
    found: list[Withheld] = []
    for part in sorted(parts, key=lambda part: (part.start, -part.end)):
        if found and part.start < found[-1].end:
            last = found[-1]
            instead = next((each for each in (DESCRIPTION, WITHHELD, AGE) if each in {last.instead, part.instead}), part.instead)
            found[-1] = Withheld(last.start, max(last.end, part.end), instead)
        else:
            found.append(part)
    return tuple(found)


def _without(text: str, parts: Iterable[Withheld]) -> str:
    pieces, at = [], 0
    for part in parts:
        pieces += [text[at : part.start], part.instead]
        at = part.end
    return "".join([*pieces, text[at:]])


_AGE_IN_ADDRESS = re.compile(r"\d(?:[-_+]|%20)years?(?:[-_+]|%20)old", re.IGNORECASE)


class _Masked:
    """One document with its names and close descriptions withheld, to move its reading's quotes by."""

    def __init__(self, reading: Reading) -> None:
        self.names = _names(reading)
        self.descriptions = Descriptions(reading, self.names)
        text = reading.document.text
        parts = _apart(chain(self._named(text), self.descriptions.in_text(text)))
        self.text = _without(text, parts)
        self.move = _Move(parts)

    def reading(self, reading: Reading) -> Reading:
        mentions = tuple(self._mention(mention) for mention in reading.mentions)
        claims = tuple(self._claim(claim) for claim in reading.claims)
        return replace(reading, document=self._document(reading.document), mentions=mentions, claims=claims)

    def _document(self, document: Document) -> Document:
        furniture = tuple(Furniture(self.move.start(part.start), self.move.end(part.end), part.kind) for part in document.furniture)
        published = document.published
        if published:
            published = replace(published, evidence=self._words(published.evidence), doubt=self._optional(published.doubt))
        return replace(
            document,
            id=self._address(document.id),
            text=self.text,
            source=self._address(document.source),
            published=published,
            title=self._optional(document.title),
            publisher=self._optional(document.publisher),
            url=self._address(document.url) if document.url else None,
            furniture=furniture,
        )

    def _named(self, text: str) -> Iterator[Withheld]:
        return (Withheld(*found.span(), WITHHELD) for found in self.names.finditer(text)) if self.names else iter(())

    def _words(self, words: str) -> str:
        return _without(words, _apart(chain(self._named(words), self.descriptions.in_words(words))))

    def _optional(self, words: str | None) -> str | None:
        return self._words(words) if words else words

    def _address(self, address: str) -> str:
        """An address or path writes names in small letters, with hyphens: one that holds any part of a name is withheld altogether."""
        capitals = " ".join(word.capitalize() for word in re.split(r"[^\w]+|_", address))
        named = self.names is not None and (self.names.search(address) or self.names.search(capitals))
        return WITHHELD if named or _AGE_IN_ADDRESS.search(address) else address

    def _mention(self, mention: Mention) -> Mention:
        return replace(
            mention,
            trigger=self._quote(mention.trigger),
            said_by=self._maybe(mention.said_by),
            actors=self._quotes(mention.actors),
            recipients=self._quotes(mention.recipients),
            places=self._quotes(mention.places),
            times=self._quotes(mention.times),
            counts=tuple(CountQuote(count.kind, self._quote(count.quote), self._maybe(count.said_by)) for count in mention.counts),
            issue=self._maybe(mention.issue),
        )

    def _claim(self, claim: Claim) -> Claim:
        value = claim.value
        if isinstance(value, EntityValue):
            value = replace(value, name=self._words(value.name))
        elif isinstance(value, PlaceValue):
            value = replace(value, name=_without(value.name, self._named(value.name)))
        return replace(claim, quote=self._quote(claim.quote), value=value, claimant=self._maybe(claim.claimant))

    def _quote(self, quote: Quote) -> Quote:
        start, end = self.move.start(quote.start), self.move.end(quote.end)
        return Quote(start, end, self.text[start:end], quote.score)

    def _maybe(self, quote: Quote | None) -> Quote | None:
        return self._quote(quote) if quote else None

    def _quotes(self, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
        return tuple(self._quote(quote) for quote in quotes)
