"""Place names in running text: which capitalised names of the gazetteer are meant as places.

A name collects evidence: what it could be (a country counts more than a village), what stands before it (*in*, *near*; a title or a
given name speaks against), what stands after it (*, Texas*; *Police*; a capitalised word that makes it a person's), and whether it is an
English word. It is taken where the sum reaches :data:`TAKEN`. Demonyms (*Turkish*) are no names of places.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tocsin.records import Furniture
from tocsin.resolve.places.disambiguate import area_codes, within
from tocsin.resolve.places.gazetteer import Gazetteer, Place
from tocsin.resolve.places.gazetteer_sources import ABBREVIATION, ALTERNATE, BARE, MAIN
from tocsin.resolve.places.name_spans import NameSpan, Word, name_spans, words_of
from tocsin.resolve.places.names import FIRST_LEVEL, SECOND_LEVEL, SETTLEMENT, bare_division, key
from tocsin.resolve.places.toponym_signs import (
    CLUBS,
    DATELINE,
    INHABITED,
    PARTIES,
    PEOPLE,
    PUBLIC,
    RESIDENCE,
    SEATS,
    follows_name,
    is_dateline,
    is_initials,
    is_residence,
    writes_no_capitals,
)
from tocsin.resolve.word_lists import (
    CALENDAR,
    FUNCTION,
    INSTITUTIONS,
    LOCATIVES,
    MOTIONS,
    PAPERS,
    PARTS,
    TEAMS,
    TITLES,
    common_words,
    given_names,
)

TAKEN = 1.0
"""Evidence from which on a name is taken for a place: of 0.6, 1.0 and 1.5 the lowest that keeps nine of ten right."""
_NO_CAPITALS = 1.5
"""What a name lacks in a text without capitals: a preposition or a good size must make up for it."""
_NO_PLACE = -9.0
_LARGE = 300_000
_COMMA = re.compile(r"\s*,\s*|\s*\(\s*")
_LISTED = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+")
_SENTENCE_END = re.compile(r"[.!?:;…\n\"“”'‘*•|—-]\s*$")
_GENERIC = FIRST_LEVEL | SECOND_LEVEL | SETTLEMENT


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name taken for a place. ``within`` are the codes of the areas that a following *, Texas* puts it in."""

    span: NameSpan
    text: str
    evidence: float
    within: frozenset[str]


def words_outside(text: str, furniture: Iterable[Furniture] = ()) -> list[Word]:
    """The words of ``text`` that lie in none of its furniture."""
    spans = [(f.start, f.end) for f in furniture]
    words = words_of(text)
    return [w for w in words if not any(start <= w.start < end for start, end in spans)] if spans else words


def toponyms(text: str, words: Sequence[Word], gazetteer: Gazetteer) -> list[Toponym]:
    """The place names among ``words``, which are those of ``text`` to look at, in reading order."""
    caseless = writes_no_capitals(words)
    flat = _flat(text, words)
    spans = [s for s in name_spans(text, list(words), gazetteer, caseless=caseless) if not flat[s.first]]
    reading = _Reading(text, words, spans, caseless=caseless)
    weighed = [(span, reading.within(i), reading.evidence(i)) for i, span in enumerate(spans)]
    sure = _sure((span, evidence) for span, _, evidence in weighed)
    found = []
    for i, (span, codes, evidence) in enumerate(weighed):
        total = evidence
        if evidence > -1.0:  # below, a person's name or an English word beside it speaks against
            total += 2.0 if sure[span.key] >= TAKEN + 1.0 else 0.0
            total += 1.0 if any(weighed[j][2] >= TAKEN for j in reading.listed_with(i)) else 0.0
        if total >= TAKEN:
            found.append(Toponym(span, text[span.start : span.end], total, codes))
    return found


def _sure(weighed: Iterable[tuple[NameSpan, float]]) -> dict[str, float]:
    """The best evidence for each name of the text: once clearly a place, it is likely one elsewhere. *Kanawha County* speaks for *Kanawha*."""
    sure: dict[str, float] = defaultdict(float)
    for span, evidence in weighed:
        names = {span.key} | {key(bare_division(p.name)) for p in span.candidates if p.kind == "district" and p.rank == MAIN}
        for name in names:
            sure[name] = max(sure[name], evidence)
    return sure


def _flat(text: str, words: Sequence[Word]) -> list[bool]:
    """For each word, whether its line is all capitals, so that capitals say nothing: a headline of four words or more."""
    flat = [False] * len(words)
    line: list[int] = []
    for i, word in enumerate(words):
        line.append(i)
        if i + 1 == len(words) or "\n" in text[word.end : words[i + 1].start]:
            letters = [words[j].text for j in line if len(words[j].text) > 1]
            if len(letters) >= 4 and all(t.isupper() for t in letters):
                for j in line:
                    flat[j] = True
            line = []
    return flat


class _Reading:
    """A text's words and names, and what each name's surroundings say."""

    def __init__(self, text: str, words: Sequence[Word], spans: Sequence[NameSpan], *, caseless: bool) -> None:
        self._text = text
        self._words = words
        self._spans = spans
        self._starts = {s.first: s for s in spans}
        self._ends = {s.last: s for s in spans}
        self._caseless = caseless
        self._lower = set() if caseless else {w.text for w in words if not w.big}
        self._surnames = set(self._people())

    def _people(self) -> Iterable[str]:
        """The words of what look like full names: a given name or a title, then one or two words with a capital."""
        for i, word in enumerate(self._words[:-1]):
            after = self._words[i + 1]
            bare = word.text.casefold().rstrip(".")
            if not (word.big and after.big and self._adjacent(i)):
                continue
            if bare in given_names() or bare in TITLES:
                if after.text.casefold() not in INSTITUTIONS | CALENDAR:
                    yield bare
                yield after.text.casefold()
                if i + 2 < len(self._words) and self._words[i + 2].big and self._adjacent(i + 1):
                    yield self._words[i + 2].text.casefold()

    def _adjacent(self, i: int) -> bool:
        """Whether word ``i`` and the one after it are parted by a single blank or the stop of an initial."""
        if i < 0 or i + 1 >= len(self._words):
            return False
        left, right = self._words[i], self._words[i + 1]
        between = self._text[left.end : right.start]
        return between in {" ", "\u00a0"} or (between == ". " and (len(left.text) == 1 or left.text.casefold() in TITLES))

    def within(self, i: int) -> frozenset[str]:
        """The areas named right after the ``i``-th name, as in *Paris, Texas*, *Kano (Nigeria)* or *Paris, Texas, United States*."""
        codes = self._areas_after(i)
        if codes and i + 1 < len(self._spans):
            codes |= self._areas_after(i + 1)
        candidates = self._spans[i].candidates
        return frozenset(c for c in codes if any(within(p, (c,)) and p.kind != "country" for p in candidates))

    def _areas_after(self, i: int) -> frozenset[str]:
        """The areas that the next name may mean, where it follows the ``i``-th behind a comma or a bracket."""
        span = self._spans[i]
        after = self._starts.get(span.last)
        if after is None or not _COMMA.fullmatch(self._text, span.end, after.start) or self._speaks(after):
            return frozenset()
        codes = area_codes(p for p in after.candidates if p.kind in {"country", "division"})
        if not any(p.kind == "country" and p.rank == MAIN for p in span.candidates):
            return codes
        # "Georgia, U.S." is a state, but "Russia, U.S. officials said" no town in Ohio
        return frozenset(c for c in codes if "." in c or any(p.kind == "division" and p.country == c for p in span.candidates))

    def _speaks(self, after: NameSpan) -> bool:
        """Whether the next name begins a clause of its own: *in Moscow, U.S. officials said*."""
        name = self._text[after.start : after.end]
        if not name.isupper() or after.last >= len(self._words):
            return False
        word = self._words[after.last]
        between = self._text[after.end : word.start]
        return between in {" ", ". "} and not word.big and word.text not in FUNCTION and any(p.kind == "country" for p in after.candidates)

    def listed_with(self, i: int) -> Iterable[int]:
        """The names that stand in a list with the ``i``-th: parted from it by a comma or *and*."""
        for j in (i - 1, i + 1):
            if 0 <= j < len(self._spans):
                left, right = self._spans[min(i, j)], self._spans[max(i, j)]
                if _LISTED.fullmatch(self._text, left.end, right.start):
                    yield j

    def _inside(self, i: int) -> bool:
        """Whether the name before, parted by a comma, is a place in this one."""
        return i > 0 and self._spans[i - 1].last == self._spans[i].first and bool(self.within(i - 1))

    def evidence(self, i: int) -> float:
        """The sum of what speaks for and against the ``i``-th name."""
        span = self._spans[i]
        usable = [p for p in span.candidates if p.rank != ABBREVIATION or self._short_form(i)]
        if not usable:
            return _NO_PLACE
        score = max(_standing(p) for p in usable)
        name = self._text[span.start : span.end]
        if self._inside(i) or self.within(i):
            score += 3.0
        if any(p.rank == ABBREVIATION for p in usable):
            return score
        if not self._caseless and is_dateline(self._text, span.start, span.end):
            return score + DATELINE
        if self._in_other_name(span, usable):
            return _NO_PLACE
        score += self._as_word(span, name, usable) + self._before(span) + self._after(span, usable)
        return score - _NO_CAPITALS if self._caseless else score

    def _short_form(self, i: int) -> bool:
        """Whether a name may be a division's short form here: *Paris, Tex.*, *Holliday, Mo.*, *in B.C.*"""
        span = self._spans[i]
        if self._caseless:
            return False
        if self._inside(i) or follows_name(self._text, span.start, span.end):
            return True
        american = any(p.country in {"USA", "CAN"} for p in span.candidates)
        return american and is_initials(self._text, span.start, span.end)

    def _in_other_name(self, span: NameSpan, places: Sequence[Place]) -> bool:
        """Whether the word before makes it a club's or a party's name: *Real Madrid*, *United Russia*."""
        if span.first == 0 or not self._adjacent(span.first - 1) or not self._words[span.first - 1].big:
            return False
        bare = self._words[span.first - 1].text.casefold()
        return bare in CLUBS or (bare in PARTIES and any(p.kind in {"country", "division"} for p in places))

    def _as_word(self, span: NameSpan, name: str, places: Sequence[Place]) -> float:
        """What the name itself says: an English word, a given name, an acronym, a surname of the text."""
        if span.last - span.first > 1:  # a saint's church, school or day is no town
            return -3.0 if span.key.startswith("st ") and self._text[span.end : span.end + 1] in {"'", "’"} else 1.0
        country = any(p.kind == "country" and p.rank == MAIN for p in places)
        score = 0.0
        if span.key in common_words() | CALENDAR and not (country and name.isupper() and not self._caseless):
            score -= 4.0
        elif name.casefold() in self._lower and not country:
            score -= 1.5
        if span.key in given_names():
            score -= 1.5
        if span.key in self._surnames:
            score -= 2.0 if country else 4.0
        if len(span.key) <= 3 and not country:
            score -= 1.5
        if name.isupper() and len(name) <= 5 and not country:
            score -= 3.0
        return score

    def _before(self, span: NameSpan) -> float:
        """What the word before says: a preposition speaks for a place, a title or a given name for a person."""
        if span.first == 0:
            return 0.0
        word = self._words[span.first - 1]
        bare = word.text.casefold()
        between = self._text[word.end : span.start]
        if between.strip() not in {"", "."}:
            return RESIDENCE if is_residence(self._text, span.start) else 0.0
        if bare == "the" and not span.candidates[0].name.startswith("The ") and (score := self._with_article(span)):
            return score
        if bare == "the" and span.first > 1:
            bare = self._words[span.first - 2].text.casefold()
        if is_residence(self._text, span.start):
            return RESIDENCE
        if "." not in between and bare in LOCATIVES | MOTIONS:
            return self._after_preposition(span, bare)
        return self._after_other(span, word, bare)

    def _after_preposition(self, span: NameSpan, bare: str) -> float:
        if bare in LOCATIVES:
            return 1.5
        generic = bare == "of" and span.first > 1 and self._words[span.first - 2].text.casefold() in _GENERIC
        return 2.5 if generic else 0.7  # "the city of"

    def _after_other(self, span: NameSpan, word: Word, bare: str) -> float:
        if bare in PARTS or bare in CALENDAR or bare in FUNCTION:
            return 1.0 if bare in PARTS and not word.big else 0.0
        if not (word.big and self._adjacent(span.first - 1)):
            return 0.0
        if len(word.text) == 1 or bare in given_names() or bare in TITLES:
            return -3.5
        return self._after_capital(span, bare)

    def _with_article(self, span: NameSpan) -> float:
        """*the Delta*, at the end of a phrase: towns bear no article, so the words are meant and not the town."""
        if span.last - span.first > 1 or any(p.kind in {"country", "region", "landmark"} for p in span.candidates):
            return 0.0
        ends = span.last >= len(self._words) or not self._adjacent(span.last - 1)
        return -2.5 if ends or self._words[span.last].text.casefold() in FUNCTION else 0.0

    def _after_capital(self, span: NameSpan, bare: str) -> float:
        """A capitalised word stands right before: another name, the first word of a sentence, or a part of a longer name."""
        earlier = self._ends.get(span.first)
        if earlier and any(p.kind in {"country", "division"} for p in earlier.candidates):
            return 0.0
        start = self._words[span.first - 1].start
        if (start == 0 or _SENTENCE_END.search(self._text[max(0, start - 3) : start])) and bare in self._lower | common_words():
            return 0.0
        return -2.5

    def _after(self, span: NameSpan, places: Sequence[Place]) -> float:
        """What the word after says: a newspaper's or a team's name, a generic word, a body of the place, or the rest of a longer name."""
        if span.last >= len(self._words) or not self._adjacent(span.last - 1):
            return 0.0
        word = self._words[span.last]
        bare = word.text.casefold()
        if bare in PAPERS | TEAMS and word.big:
            return -4.0
        if bare in _GENERIC or bare in (PUBLIC if word.big else PEOPLE):
            return 2.0 if bare in _GENERIC else INHABITED
        if not word.big or bare in CALENDAR | FUNCTION | TITLES:
            return 0.0
        if bare in INSTITUTIONS or self._area_starts(span.last):
            return 0.5
        return self._before_capital(span, places, word.text)

    def _area_starts(self, at: int) -> bool:
        """Whether a country or a division is named from this word on."""
        return at in self._starts and any(p.kind in {"country", "division"} and p.rank <= ALTERNATE for p in self._starts[at].candidates)

    def _before_capital(self, span: NameSpan, places: Sequence[Place], word: str) -> float:
        if span.key in given_names():
            return -2.5
        if any(p.kind in {"country", "division"} and p.rank == MAIN for p in places):
            return -0.5
        # a large town before the initials of a body: "Calgary MLA"
        return 0.0 if 2 <= len(word) <= 4 and word.isupper() and max(p.population for p in places) > _LARGE else -2.5


def _standing(place: Place) -> float:
    """How much a bare name speaks for this place: by what it is, how large, and how properly it is named."""
    if place.kind == "country":
        return 4.0
    if place.kind in {"region", "landmark"} and (place.id < 0 or place.country is None):
        return -1.0 if place.kind == "landmark" and place.name.casefold() in SEATS else 3.0
    if place.kind == "division":
        return {MAIN: 3.0, BARE: 1.0}.get(place.rank, 1.0)
    if place.kind == "district":
        return {MAIN: 2.0 if " " in place.name else 0.3, BARE: 0.0}.get(place.rank, 0.0)
    size = math.log10(place.population + 10) - 3.5 + (1.5 if place.capital else 0.0)
    return size - (0.8 if place.rank == ALTERNATE else 0.0)
