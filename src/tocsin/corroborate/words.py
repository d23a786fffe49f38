"""The words of a report with their weights: what two reports are compared by.

The weights are fixed. Counting how rare a word is among the documents at hand would make every comparison depend on what else has arrived,
and a group could then fall apart because of a report that is not in it. ``data/words.txt`` has 21,700 English words, the commonest first;
a word's weight grows with the logarithm of its rank, and one that is not among them (most names) weighs most.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TypeAlias

from tocsin.resolve.countries import plain
from tocsin.resolve.entities.spellings import fold

Vector: TypeAlias = Mapping[str, float]
"""Words with weights whose squares add up to 1."""

KEPT = 120
"""Words of a report that are kept. On the development set 60, 120 and all of them group alike; the fewest cost the least room."""

LEAD = 100
"""A word's count falls to a half this many words into the text: what a report is about stands at its beginning."""

HEADLINE = 3.0
"""How many times a word of the headline counts; 1 and 5 are no better."""

NAME = 2.0
"""How many times a capitalised word weighs. With 1, two accidents of one kind in two countries come as near as two reports of one."""

NAMING = 0.6
"""Least weight of a word that can name somebody: it is not among the commonest 1,500."""

LEAST = 0.25
"""Words that weigh less (the commonest 140) are left out."""

_STEEP = 30
"""Rank at which a word's weight begins to grow."""

_CALENDAR = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun"}
    | {"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "jan"}
    | {"feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
)
_CALENDAR_WEIGHT = 0.3
"""A weekday or month is no name."""

_UNLISTED, _NUMBER, _DIGIT = 1.1, 0.8, 0.3
"""Weights of a word that is not in the list, of a number, and of a number of one digit."""

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[.,]\d+)*(?:['’][^\W\d_]+)?")
_VOICED = str.maketrans("gbdvzj", "kptfss", "aeiouh")
_COMMA = re.compile(r"[.,](?=\d{3}\b)")
_AFTER_APOSTROPHE = re.compile(r"['’][^\W\d_]{0,2}$")
"""A possessive or a contraction (*don't*, *they're*): the word is what stands before it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and whether it stood with a capital."""

    text: str
    capital: bool


@lru_cache(maxsize=16)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of ``text`` in their order: lower case, no accents, no possessive, numbers without their commas.

    Kept for the next who asks, since a report's vector, its names and its print are all made of them.
    """
    found = (_AFTER_APOSTROPHE.sub("", match) if "'" in match or "’" in match else match for match in _WORD.findall(text))
    return tuple(Word(_compared(word), word[0].isupper()) for word in found if len(word) > 1 or word.isdigit())


@lru_cache(maxsize=32_768)
def weight_of(word: str) -> float:
    """How much a word tells of what a text is about: 0 for *the*, 1 and a little for one that few texts hold."""
    if word[0].isdigit():
        return _DIGIT if len(word) == 1 else _NUMBER
    ranks = _ranks()
    rank = ranks.get(word)
    if rank is None and word.endswith("s"):
        rank = ranks.get(word[:-1])
    return _UNLISTED if rank is None else math.log1p(rank / _STEEP) / math.log1p(len(ranks) / _STEEP)


def vector_of(text: str, headline: str | None = None, kept: int = KEPT) -> Vector:
    """The weighted words of a report."""
    told, above = words_of(text), words_of(headline or "")
    counts: dict[str, float] = defaultdict(float)
    for words, times in ((above, HEADLINE), (told, 1.0)):
        for position, word in enumerate(words):
            counts[word.text] += times * LEAD / (LEAD + position)
    names = _names(told) | _names(above)
    weighted: dict[str, float] = defaultdict(float)
    for text_word, count in counts.items():
        name = text_word in names
        weighted[sound_of(text_word) if name else text_word] += _weight(text_word, name=name) * math.log1p(count)
    return _normal(_heaviest(weighted, kept))


def sound_of(name: str) -> str:
    """A name as it is compared across transliterations: ``~`` and its consonants, voiced and unvoiced ones the same (*Gwangju* and
    *Kwangju*, *Thirifays* and *Thirifais*). A word of the list or of under three consonants stays as it is.
    """
    if name in _ranks():
        return name
    consonants = fold(name).translate(_VOICED)
    return f"~{consonants}" if len(consonants) >= 3 else name


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of two vectors, 0 to 1."""
    return math.fsum([one[word] * other[word] for word in one.keys() & other.keys()])


def shared(one: Vector, other: Vector, most: int = 5) -> list[str]:
    """The words that bring two vectors together most, the weightiest first. Names that are compared by their sound are left out."""
    products = {word: weight * other[word] for word, weight in one.items() if word in other and word[0] != "~"}
    return sorted(products, key=lambda word: (-products[word], word))[:most]


def _compared(word: str) -> str:
    return _COMMA.sub("", word) if word[0].isdigit() else plain(word).replace(".", "")


def _names(words: Sequence[Word]) -> set[str]:
    """The words that nearly always stand with a capital; none of a headline that capitalises every word. A word that opens sentences
    stands elsewhere without one.
    """
    seen, capitals = Counter(word.text for word in words), Counter(word.text for word in words if word.capital)
    if len(capitals) > 0.7 * len(seen):
        return set()
    return {word for word, number in capitals.items() if number > 0.8 * seen[word]}


def _weight(word: str, *, name: bool) -> float:
    if word in _CALENDAR:
        return _CALENDAR_WEIGHT
    weight = weight_of(word)
    if weight < LEAST:
        return 0.0
    return weight * NAME if name and not word[0].isdigit() else weight


def _heaviest(weighted: Mapping[str, float], kept: int) -> dict[str, float]:
    heavy: Iterable[tuple[str, float]] = ((word, weight) for word, weight in weighted.items() if weight > 0)
    return dict(sorted(heavy, key=lambda each: (-each[1], each[0]))[:kept])


def _normal(weighted: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in weighted.values()))
    return {word: weight / length for word, weight in weighted.items()}


@cache
def _ranks() -> Mapping[str, int]:
    listed = resources.files("tocsin.corroborate").joinpath("data/words.txt").read_text(encoding="utf-8")
    return {word: rank for rank, word in enumerate(line for line in listed.splitlines() if not line.startswith("#"))}
