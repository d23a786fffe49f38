"""The words of a text and the longest runs of them that the gazetteer knows as one name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.resolve.places.gazetteer import Gazetteer, Place
from tocsin.resolve.places.names import key

_WORD = re.compile(
    r"(?:[A-Z][a-z]{0,2}\.){2,}|[NSEW]\. ?(?:Va|Mex|Dak|Car|Y|J|H|C|D)\.|(?:St|Ste|Mt|Ft)\.|[^\W_]+(?:['’ʼ‘`][^\W_]+)*(?:['’](?=\s))?"
)
_ABBREVIATED = re.compile(r"[A-Z][a-z]{1,4}\.")
_POSSESSIVE = re.compile(r"(?:['’][sS]|['’])$")
_JOIN = re.compile(r"(?:['’]s?)?[ \t\u00a0]*(?:[-‐–]|\n)?[ \t\u00a0]*['’‘ʻʿ]?")
CONNECTORS = frozenset(
    "of de del de la el al the and du da do dos das y e upon on sur am an en ez ash as es le les las los van der den bin ben i no s d l".split(),  # noqa: SIM905
)
LONGEST = 6
"""Words in the longest name that is looked for; one in ten thousand names is longer."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word at its offsets, a possessive ending left out. ``big`` when it begins with a capital."""

    start: int
    end: int
    text: str
    big: bool


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Words ``[first, last)`` of a list of words that are a name of ``candidates``."""

    first: int
    last: int
    start: int
    end: int
    key: str
    candidates: tuple[Place, ...]


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``text[start:end]``, hyphenated ones apart."""
    found = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        bare = word if len(word) < 3 else _POSSESSIVE.sub("", word)
        first = bare[0] if not (bare[0] in "aA" and len(bare) > 2 and bare[1] in "'’‘") else bare[2]
        found.append(Word(match.start(), match.start() + len(bare), bare, first.isupper()))
    return found


def joined(text: str, left: Word, right: Word) -> bool:
    """Whether only a space, a hyphen, one line break or a possessive ending stands between two words."""
    return _JOIN.fullmatch(text, left.end, right.start) is not None


def is_caseless(words: list[Word]) -> bool:
    """Whether a text writes no capitals, so that they tell nothing: fewer than one word in fifty begins with one."""
    return len(words) >= 8 and sum(w.big for w in words) * 50 < len(words)


def name_spans(text: str, words: list[Word], gazetteer: Gazetteer, *, caseless: bool = False) -> Iterator[NameSpan]:
    """The longest names, left to right, without overlap. Unless ``caseless``, a name begins and ends with a capital."""
    at = 0
    while at < len(words):
        span = _longest(text, words, at, gazetteer, caseless=caseless)
        if span is None:
            at += 1
        else:
            yield span
            at = span.last


def _longest(text: str, words: list[Word], at: int, gazetteer: Gazetteer, *, caseless: bool) -> NameSpan | None:
    if not (caseless or words[at].big) or words[at].text.casefold() in {"the", "of", "and", "in"}:
        return None
    last = at + 1
    while last < len(words) and last - at < LONGEST and joined(text, words[last - 1], words[last]):
        if not (caseless or words[last].big or words[last].text.casefold() in CONNECTORS):
            break
        last += 1
    for end in range(last, at, -1):
        if not (caseless or words[end - 1].big):
            continue
        start, stop = words[at].start, words[end - 1].end
        if _ABBREVIATED.fullmatch(text, start, stop + 1):  # "Tex." is looked up with its stop, which may end the sentence besides
            found = gazetteer.lookup(text[start : stop + 1])
        else:
            found = gazetteer.lookup(text[start:stop])
        if found:
            return NameSpan(at, end, start, stop, key(text[start:stop]), found)
    return None
