"""The words of a place quote taken apart: *the outskirts of the northern city of Aksu, Xinjiang*.

A phrase gives the names in it, smallest area first in the order of reading, and what the words around them say: that the act was near it,
in a part of it, at a site in it, that it is a province or a city.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tocsin.codebook import BODIES
from tocsin.resolve.countries import find_names
from tocsin.resolve.places.adjectives import area_name
from tocsin.resolve.places.disambiguate import Level
from tocsin.resolve.places.gazetteer import Gazetteer
from tocsin.resolve.places.gazetteer_sources import ABBREVIATION, ALTERNATE
from tocsin.resolve.places.name_spans import NameSpan, Word, name_spans, words_of
from tocsin.resolve.places.names import FIRST_LEVEL, SECOND_LEVEL, SETTLEMENT
from tocsin.resolve.places.toponym_signs import STREETS
from tocsin.resolve.word_lists import CALENDAR, DIRECTIONS, FUNCTION, INSTITUTIONS, NEARNESS, PARTS, SITES, TITLES, common_words

_EMBASSIES = frozenset({"embassy", "consulate", "mission", "ambassador", "delegation"})
_BORDER = re.compile(r"\b(?:border|frontier|front line|frontline)s?\b", re.IGNORECASE)
_WHAT = rf"(?P<what>{'|'.join(sorted(FIRST_LEVEL | SECOND_LEVEL | SETTLEMENT - {'capital', 'camp', 'port'}, key=len, reverse=True))})"
_OF_BEFORE = re.compile(rf"\b{_WHAT} of (?:the )?$", re.IGNORECASE)
_SAID_BEHIND = re.compile(
    rf", (?:an?|the) (?:[a-z-]+ ){{0,3}}?{_WHAT}(?=\s*(?:[,.;)]|$|(?:in|on|near|at|about|some|along|where|that|which|close|outside|\d+)\b))",
    re.IGNORECASE,
)
_BEARING_BEFORE = re.compile(
    r"\b(?:(?:north|south|east|west)[a-z]*\s+of|(?:kilomet(?:re|er)s?|kms?|miles?)\s+(?:away\s+)?from|(?:near|outside|close to|not far from))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""*50 km north of*, right before a quote."""
_NUMBERED = re.compile(r"[ -]?\d")
_NEVER = (FIRST_LEVEL | SECOND_LEVEL | SETTLEMENT | SITES | FUNCTION | INSTITUTIONS | NEARNESS | PARTS | TITLES | CALENDAR) - {"mali"}
_LEVELS: tuple[tuple[frozenset[str], Level], ...] = ((FIRST_LEVEL, "division"), (SECOND_LEVEL, "district"), (SETTLEMENT, "settlement"))


@dataclass(frozen=True, slots=True)
class PhraseName:
    """One name of a phrase with what its own neighbours say of it."""

    span: NameSpan
    level: Level | None
    direction: str | None


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """``names`` in the order of reading; ``site`` when the phrase is about a building or spot, ``near`` when about its surroundings."""

    names: tuple[PhraseName, ...]
    near: bool
    site: bool
    border: bool
    peoples: tuple[str, ...]
    head: str
    """``peoples`` are the countries of adjectives (*Kenyan waters*); ``head`` is the generic word of a phrase without a name: ``capital`` of *the
    capital*; empty where there is none."""
    area: str = ""
    """The name of a place that is no country, in a phrase with its adjective alone: ``Chechnya`` of *Chechen forces*."""
    capital: bool = False
    """Whether the phrase is about the capital of the place that it names."""


def place_phrase(
    text: str, start: int, end: int, gazetteer: Gazetteer, *, caseless: bool = False, known: Collection[tuple[int, int]] = ()
) -> PlacePhrase:
    """Take ``text[start:end]`` apart; ``caseless`` when the document writes no capitals, ``known`` the spans that are place names for sure."""
    words = words_of(text, start, end)
    lower = [w.text.casefold() for w in words]
    every = name_spans(text, words, gazetteer, caseless=caseless)
    spans = [s for s in every if (s.start, s.end) in known or (_is_name(text, s, lower, words) and _whole(text, s, words))]
    peoples = [n for n in find_names(text[start:end]) if n.kind == "people"]
    spans = [s for s in spans if not any(n.start + start <= s.start and s.end <= n.end + start for n in peoples)]
    spans = _without_streets(spans, lower, words)
    spans = [s for s in spans if not any(w in _EMBASSIES for w in lower[s.last : s.last + 2])]
    names = tuple(PhraseName(s, _level(s, lower) or _level_around(text, s), _direction(s, lower)) for s in spans)
    free = {w for i, w in enumerate(lower) if not any(s.first <= i < s.last for s in spans)}
    heads = [w for w in lower if w in FIRST_LEVEL | SECOND_LEVEL | SETTLEMENT | {"country", "area", "region"}]
    head = "" if names or not heads else heads[-1]
    codes = () if set(lower) & _EMBASSIES else tuple(dict.fromkeys(n.code for n in peoples if n.code not in BODIES))
    border = _BORDER.search(text, start, end) is not None
    area = "" if names else area_name(lower) or ""
    capital = "capital" in free and not free & SITES
    return PlacePhrase(
        names,
        bool(free & NEARNESS) or _bearing(text, start, end) or _bearing_before(text, start),
        bool(free & SITES),
        border,
        codes,
        head,
        area,
        capital,
    )


def _is_name(text: str, span: NameSpan, lower: Sequence[str], words: Sequence[Word]) -> bool:
    """Whether a gazetteer match is meant as a name: not a generic word, nor an English word that some hamlet bears as its name."""
    written = text[span.start : span.end + 1] if text[span.end : span.end + 1] == "." else words[span.first].text
    loose = not (written.isupper() or "." in written) or _NUMBERED.match(text, span.end)  # "Ky" is no short form, and "NH 55" a road
    if loose and all(p.rank == ABBREVIATION for p in span.candidates):
        return False
    parts = lower[span.first : span.last]
    if all(w in _NEVER for w in parts) and (len(parts) == 1 or not words[span.first].big):
        return False
    if len(parts) > 1:
        return True
    country = any(p.kind == "country" for p in span.candidates)
    if span.first == 1 and lower[0] == "the" and span.last == len(words) and all(p.kind == "city" for p in span.candidates):
        return False  # a town bears no article: "the Marina" is a beach, "the Caledon" a river
    if parts[0] in common_words():
        return words[span.first].big and (country or max(p.population for p in span.candidates) > 50_000)
    return len(parts[0]) > 2 or country or words[span.first].big


def _whole(text: str, span: NameSpan, words: Sequence[Word]) -> bool:
    """Whether a name stands for itself and is no piece of a longer one that the gazetteer lacks (*Union Buildings*, *Azad Maidan*)."""
    if span.last - span.first > 1 or any(p.kind in {"country", "division", "region"} and p.rank <= ALTERNATE for p in span.candidates):
        return True
    for left, right, other in ((span.first - 1, span.first, span.first - 1), (span.last - 1, span.last, span.last)):
        if left < 0 or right >= len(words) or not words[other].big:
            continue
        if text[words[left].end : words[right].start] == " " and words[other].text.casefold() not in _NEVER:
            return False
    return True


def _without_streets(spans: list[NameSpan], lower: Sequence[str], words: Sequence[Word]) -> list[NameSpan]:
    """Without the names that streets bear: *Memphis Street* is not in Memphis. *the Merizo road*, in lower case, leads to Merizo."""

    def street(span: NameSpan) -> bool:
        after = span.last
        return after < len(words) and lower[after] in STREETS and words[after].big

    return [s for s in spans if not street(s)]


def _level(span: NameSpan, lower: Sequence[str]) -> Level | None:
    """What a generic word right after the name, or before *of*, says it is."""
    after = lower[span.last] if span.last < len(lower) else ""
    before = lower[span.first - 2] if span.first > 1 and lower[span.first - 1] == "of" else ""
    for words, level in _LEVELS:
        if after.rstrip("s") in words or after in words or before in words:
            return level
    last = lower[span.last - 1]
    return next((level for words, level in _LEVELS if span.last - span.first > 1 and last in words), None)


def _level_around(text: str, span: NameSpan) -> Level | None:
    """What the text around the quote says a name is that a town and a division bear: *the town of* before it, *, a town in the west* behind it.

    Other names are left alone: a county beside a town of its name helps to tell which state is meant (4 names of LGL went wrong without).
    """
    towns = {place.country for place in span.candidates if place.kind == "city"}
    if not any(place.kind == "division" and place.country in towns for place in span.candidates):
        return None
    before = _OF_BEFORE.search(text, max(0, span.start - 40), span.start)
    told = before or _SAID_BEHIND.match(text, span.end)
    word = told["what"].casefold() if told else ""
    return next((level for words, level in _LEVELS if word in words), None)


def _direction(span: NameSpan, lower: Sequence[str]) -> str | None:
    """The part of the place that is meant: ``northern`` of *northern Nicaragua*."""
    words: list[str] = []
    at = span.first - 1
    while at >= 0 and lower[at] in DIRECTIONS:
        words.insert(0, lower[at])
        at -= 1
    joined = "".join(words) if len(words) > 1 else " ".join(words)
    return joined or None


def _bearing(text: str, start: int, end: int) -> bool:
    """*north of X*, *40 km from X*."""
    return re.search(r"\b(?:north|south|east|west)\w*\s+of\b|\bfrom\b", text[start:end], re.IGNORECASE) is not None


def _bearing_before(text: str, start: int) -> bool:
    """*near*, *north of*, *40 km from* right before a quote that leaves them out."""
    return _BEARING_BEFORE.search(text, max(0, start - 40), start) is not None
