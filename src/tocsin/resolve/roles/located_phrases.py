"""The phrases of one sentence that a preposition makes a place: *in the town of Tarsk*, *at the gate*, *near Kisumu*.

No gazetteer is asked: half of the places that annotators mark are sites and spots (*the police yard*), and many villages are in no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tocsin.records import Span
from tocsin.resolve.places.names import FIRST_LEVEL, SECOND_LEVEL, SETTLEMENT
from tocsin.resolve.word_lists import CALENDAR, FUNCTION, INSTITUTIONS, SITES, TITLES, listed

_MORE = listed(
    "area areas country region zone island islands coast waters sea neighbourhood neighborhood quarter suburbs outskirts locality north south "
    "east west streets roads markets farm farms fields forest woods houses homes room yard kiosk stall gates bridges crossings premises "
    "complex grounds toll ferry pass ground site scene spot offices churches mosques schools villages towns cities districts provinces "
    "camps prisons hospitals roadblock barricade tracks railway rail stations plantation estate detention embankment valley mountain "
    "mountains border frontier lake river bay beach"
)
GENERIC = SITES | SETTLEMENT | FIRST_LEVEL | SECOND_LEVEL | _MORE
"""Heads of phrases for a place without a name."""
_POOR = listed("home homes detention ministry stop state stations ground headquarters parliament streets college cell houses office")
"""Those of them that are seldom quoted as the place of an act."""
_DETERMINERS = listed(
    "the a an its their his her this that another two three several many some our my these those both all one four five six"
)
_VERBS = listed(
    "was were is are has have had been be being will would can could may might said says told who whom which whose there where after if than "
    "according via amid despite killed killing wounding demanding following them us him"
)
_ENDS = (FUNCTION - _DETERMINERS - {"new", "old", "former", "last", "next"}) | _VERBS
"""Words that no such phrase holds."""
_BEFORE_OF = SETTLEMENT | FIRST_LEVEL | SECOND_LEVEL | listed("outskirts island area region coast north south east west")
"""Words behind which the *of* belongs to the phrase: *the town of Tarsk*."""
_IN_NAMES = frozenset({"of", "de", "da", "do", "al", "el"})
"""Small words inside a name."""
_LOCATING = listed("in at near outside inside across around throughout on along")
"""Prepositions that with their phrase may open a sentence."""
_PREPOSITION = re.compile(
    r"\b(?P<word>in|at|near|outside|inside|on|across|around|from|through|throughout|to|into|towards?|off|along|over|onto|between|within|beside|behind|"
    r"beyond|opposite|of|against|by|for)\s+(?=[\w‘’'])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w‘’'ʻ.-]{0,40}[\w‘’'ʻ]")
_OWNED = re.compile(r"['’]s?$")
_LONGEST = 7
"""Words of a phrase."""
_BESIDE = 60
"""Code points before a phrase in which what it leans on is looked for."""
_ACRONYM = 5
"""Letters of an acronym at most."""
_NOUN_BEHIND = re.compile(
    r"\s+(?!(?:on|in|at|by|for|from|to|and|after|when|as|that|with|over|during|before|while|against|near|of|but|or|about|because|where|who|which|"
    r"following|amid|between|outside|since|until|the|local|under|despite|through|into|if|had|has|have|was|were|is|are|said|told|there|will|would|late|"
    r"early|last|this|next|today|yesterday|killing|wounding)\b)[a-z]{3,}"
)


@dataclass(frozen=True, slots=True)
class LocatedPhrase:
    """A phrase without its ``preposition``. ``kind`` tells whether a name or a common noun (*the gate*) is its head; ``words`` are in lower case."""

    span: Span
    preposition: str
    kind: Literal["name", "site"]
    words: tuple[str, ...]


def located_phrases(text: str, sentence: Span) -> list[LocatedPhrase]:
    """The phrases of a sentence that may be places, in reading order. Takes time in proportion to its length."""
    found = (_phrase(text, sentence, match) for match in _PREPOSITION.finditer(text, sentence.start, sentence.end))
    return [phrase for phrase in found if phrase is not None]


def _phrase(text: str, sentence: Span, preposition: re.Match[str]) -> LocatedPhrase | None:
    words = _words(text, preposition.end(), sentence.end)
    last = _last_of_name(words)
    kind: Literal["name", "site"] = "name"
    if last is None:
        sites = [i for i, word in enumerate(words) if word[0].lower() in GENERIC]
        if not sites:
            return None
        last, kind = sites[-1], "site"
    span = Span(words[0][1], words[last][1] + len(words[last][0]))
    return LocatedPhrase(span, preposition["word"].lower(), kind, tuple(word.lower() for word, _ in words[: last + 1]))


def _words(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """The words of the phrase that begins at ``start`` and where each stands."""
    words: list[tuple[str, int]] = []
    at = start
    while len(words) < _LONGEST and (found := _WORD.match(text, at, end)):
        word = found[0].lower()
        goes_on = word == "of" and bool(words) and words[-1][0].lower() in _BEFORE_OF
        if not goes_on and (word in _ENDS or _OWNED.sub("", word) in CALENDAR or (word in _DETERMINERS and words)):
            break
        words.append((found[0], at))
        if text[found.end() : found.end() + 1] != " ":
            break
        at = found.end() + 1
    return words


def _last_of_name(words: Sequence[tuple[str, int]]) -> int | None:
    """The last word of the first name among ``words`` with the generic words behind it (*Gadchiroli district*), ``None`` without a name."""
    last = next((i for i, (word, _) in enumerate(words) if word[:1].isupper() and word.lower() not in _DETERMINERS), None)
    if last is None:
        return None
    while last + 1 < len(words) and (words[last + 1][0][:1].isupper() or words[last + 1][0] in _IN_NAMES):
        last += 1
    while last + 1 < len(words) and words[last + 1][0].lower() in GENERIC:
        last += 1
    return last


def located_signs(text: str, sentence: Span, phrase: LocatedPhrase) -> Iterator[str]:
    """What a phrase itself, its preposition and its neighbours tell: ``in``, ``name``, ``poor site``, ``opening``."""
    yield phrase.preposition
    yield phrase.kind
    yield from _of_name(text, phrase) if phrase.kind == "name" else _of_site(phrase)
    before = text[max(sentence.start, phrase.span.start - _BESIDE) : phrase.span.start].split()
    if len(before) <= 1 and phrase.preposition in _LOCATING:
        yield "opening"
    elif len(before) > 1 and before[-2][:1].isupper():
        yield "after a name"


def _of_name(text: str, phrase: LocatedPhrase) -> Iterator[str]:
    last = phrase.words[-1]
    if any(word in GENERIC for word in phrase.words):
        yield "name with a site"
    if len(last) <= _ACRONYM and text[phrase.span.end - len(last) : phrase.span.end].isupper():
        yield "acronym"
    if any(word in TITLES for word in phrase.words):
        yield "title"
    if last in INSTITUTIONS - GENERIC:
        yield "institution"
    if _NOUN_BEHIND.match(text, phrase.span.end, phrase.span.end + _BESIDE):
        yield "noun behind"


def _of_site(phrase: LocatedPhrase) -> Iterator[str]:
    if phrase.words[-1] in _POOR:
        yield "poor site"
    if phrase.words[0] not in _DETERMINERS:
        yield "site without an article"
