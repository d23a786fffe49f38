"""Whether two written words may be one word as it sounds: the same name in English, German, French, Turkish or Slavic spelling.

A word has a reading in each spelling that its letters allow: in *Schewardnadse* ``sch`` is one sound and ``s`` may be a ``z``, in *Chevardnadzé*
``ch`` is that sound. Two words are compared by the nearest of their readings, with a weighted edit distance: a vowel for a vowel costs
little, ``g`` for ``k`` little, an unrelated consonant its full weight.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache, lru_cache

from tocsin.resolve.countries import plain
from tocsin.resolve.entities.scripts import is_vowelless, romanised
from tocsin.resolve.word_lists import listed

LIMIT = 0.16
"""Largest distance, by sound of the longer word, of two spellings of one word. Ablyazov/Abliazov is 0, Mohamed/Muhammad 0.11,
Khamenei/Khomeini 0.17, Petrov/Petrova 0.19."""
LOOSE = 1.25
"""Times the limit up to which two given names are one where the surnames agree."""
LIMIT_UNVOWELLED = 0.3
"""The same where one of them is written without its vowels, and only consonants are compared."""

_FOLDS: tuple[tuple[str, str], ...] = (
    *(("shtsh", "S"), ("shch", "S"), ("tch", "C"), ("dzh", "J"), ("dj", "J"), ("zh", "J"), ("sh", "S"), ("ch", "C"), ("kh", "h")),
    *(("gh", "g"), ("ph", "f"), ("dh", "d"), ("th", "t"), ("ck", "k"), ("ts", "T"), ("dz", "z"), ("x", "ks"), ("qu", "k"), ("q", "k")),
    *(("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("eu", "u"), ("ae", "e"), ("oe", "e"), ("j", "J"), ("y", "i")),
)
"""English spelling, the common ground: ``S`` as in *she*, ``C`` as in *chat*, ``J`` as in *jet* and in *measure*, ``T`` as in *tsar*."""
_GERMAN: tuple[tuple[str, str], ...] = (
    *(("schtsch", "S"), ("dsch", "J"), ("tsch", "C"), ("sch", "S"), ("ch", "h"), ("tz", "T"), ("zz", "T"), ("z", "T"), ("j", "y")),
    *(("ss", "z"), ("ai", "ei"), ("ie", "i")),
)
_FRENCH: tuple[tuple[str, str], ...] = (
    *(("chtch", "S"), ("tch", "C"), ("dj", "J"), ("ch", "S"), ("gui", "gi"), ("gue", "ge"), ("gu", "g"), ("ss", "s"), ("ou", "u")),
    *(("oï", "oi"), ("aï", "ai")),
)
_SLAVIC: tuple[tuple[str, str], ...] = (
    *(
        ("xh", "J"),
        ("szcz", "S"),
        ("cz", "C"),
        ("sz", "S"),
        ("rz", "J"),
        ("dž", "J"),
        ("ch", "h"),
        ("cs", "C"),
        ("gj", "J"),
        ("c", "T"),
        ("j", "y"),
    ),
    *(("x", "h"),),
)
_MARKED = str.maketrans(
    dict(
        pair.split("=")
        for pair in listed("č=ch ć=ch ç=ch š=sh ş=sh ș=sh ś=sh ž=zh ż=zh ź=zh đ=dj ñ=ny ț=ts ţ=ts ł=l ə=a ğ=g ı=i ö=o ü=u ř=rzh")
    )
)
_BARE = str.maketrans({"ə": "a", "ı": "i", "đ": "d", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "þ": "th", "ð": "d", "ʿ": "", "ʾ": ""})
_TURKISH = frozenset("şğıəöüç")
_VOWELS = frozenset("aeiou")
_CLOSE = frozenset(frozenset(p) for p in listed("gk kh gh bp dt vf bv kc sz zJ jJ SC CJ sS TC Ts Tz Tt Jg JS Ji CT vu kC zS hC dz td mn"))
_CLOSE_UNVOWELLED = _CLOSE | {frozenset("pf"), frozenset("Ss"), frozenset("kh")}
"""Hebrew writes ``p`` and ``f``, ``sh`` and ``s`` with one letter."""
_UNSURE = frozenset("vhb")
"""Consonants that vowel letters stand for, or that come and go, where vowels are not written."""
_VOWEL, _NEAR, _BREATH, _OTHER, _LAST_VOWEL, _LAST_CHANGED = 0.4, 0.5, 0.3, 1.5, 1.3, 0.8
"""Costs of a vowel changed, added or dropped; of consonants that transliterations confuse; of an ``h``; of anything else; of a last vowel
added or dropped, which makes another name (Petrov, Petrova); of one changed. Set on the pairs of ``tests/resolve/entities/test_spellings.py`` and
on the half of ``benchmarks/data/spellings.tsv`` that is there to be tuned on."""


@lru_cache(maxsize=16384)
def readings(word: str) -> tuple[str, ...]:
    """The ways in which ``word`` may sound, the English one first; empty where it has no letters."""
    lower = romanised(word).lower()
    bare = _letters(plain(lower.translate(_BARE)))
    found = [_sounds(bare, ())]
    if not lower.isascii():
        marked = lower.translate(_MARKED)
        if _TURKISH & set(lower):
            marked = marked.replace("c", "j").replace("jh", "ch").replace("x", "kh")
        found.append(_sounds(_letters(plain(marked)), ()))
        found.append(_sounds(_letters(plain(lower.replace("ç", "s").replace("đ", "dj"))), _FRENCH))
    if re.search(r"sch|ch|[zj]|ss|w", bare):
        found.append(_sounds(bare, _GERMAN))
    if re.search(r"ch|ou|gu|j|ss|[aeiou]n?e$|[^aeiou]e$", bare):
        found.append(_sounds(re.sub(r"(?<=[aeiou][^aeiou])e$", "", bare), _FRENCH))
    if re.search(r"c|sz|rz|j|x", bare):
        found.append(_sounds(bare, _SLAVIC))
    return tuple(dict.fromkeys(filter(None, found)))


def same_word(one: str, other: str) -> bool:
    """Whether two words may be one word spelled twice. Words of under four sounds must sound the same."""
    return distance(one, other) <= 1.0


@lru_cache(maxsize=32768)
def distance(one: str, other: str) -> float:
    """How far two words are apart, as a share of what one word's spellings may be: up to 1 they may be one word, 0 is the same sound."""
    if is_vowelless(one) or is_vowelless(other):
        return _unvowelled(one, other)
    these, those = readings(one), readings(other)
    if not these or not those:
        return math.inf
    if set(these) & set(those):
        return 0.0
    return min(_apart(a, b) for a in these for b in those)


def _apart(a: str, b: str) -> float:
    shorter, longer = sorted((len(a), len(b)))
    if shorter < 4 and not (shorter == 3 and _consonants(a) == _consonants(b) and len(_consonants(a)) > 1):
        return math.inf
    most = LOOSE * LIMIT * longer
    if longer - shorter > 3 or _OTHER * _missing(a, b) > most:
        return math.inf
    return _edit(a, b, most) / longer / LIMIT


def _letters(word: str) -> str:
    return re.sub(r"[^a-z]", "", word)


def _sounds(letters: str, tradition: tuple[tuple[str, str], ...]) -> str:
    for spelling, sound in (*tradition, *_FOLDS) if tradition else _FOLDS:
        letters = letters.replace(spelling, sound)
    letters = re.sub(r"c(?=[ei])", "s", letters).replace("c", "k")
    letters = re.sub(r"ie(?=[aeiou]|$)|ii+", "i", letters)
    return re.sub(r"(.)\1+", r"\1", letters)


def _missing(a: str, b: str) -> int:
    """How many consonants at least cost their full weight, because the other word has none left for them; an ``h`` may stand for one."""
    fewer, more = sorted((_consonants(a), _consonants(b)), key=len)
    return max(0, len(more) - more.count("h") - len(fewer))


def _consonants(sounds: str) -> str:
    return "".join(c for c in sounds if c not in _VOWELS)


def _unvowelled(one: str, other: str) -> float:
    """Only consonants tell; ``w``, ``v`` and ``y`` may be vowels."""
    best = math.inf
    for a in map(_consonants, readings(one)):
        for b in map(_consonants, readings(other)):
            longest = max(len(a), len(b))
            if min(len(a), len(b)) < 2:
                best = min(best, 0.0 if a == b and a else math.inf)
            else:
                best = min(best, _skeleton(a, b) / longest / LIMIT_UNVOWELLED)
    return best


def _skeleton(a: str, b: str) -> float:
    def drop(letter: str) -> float:
        return _BREATH if letter in _UNSURE else _OTHER

    row = [0.0]
    for letter in b:
        row.append(row[-1] + drop(letter))
    for letter in a:
        previous, row = row, [row[0] + drop(letter)]
        for j, other in enumerate(b):
            changed = 0.0 if letter == other else _NEAR if frozenset((letter, other)) in _CLOSE_UNVOWELLED else _OTHER
            row.append(min(previous[j] + changed, previous[j + 1] + drop(letter), row[j] + drop(other)))
    return row[-1]


@lru_cache(maxsize=65536)
def _edit(a: str, b: str, most: float) -> float:
    """The weighted edit distance; infinite where it is over ``most``, which is told long before the last letter."""
    changes, last_a, last_b = _changes(), len(a) - 1, len(b) - 1
    drops_b = [_drop(b, j) for j in range(len(b))]
    row = [0.0]
    for cost in drops_b:
        row.append(row[-1] + cost)
    for i, letter in enumerate(a):
        drop = _drop(a, i)
        above, left = row, row[0] + drop
        row = [left]
        for j, other in enumerate(b):
            if letter == other:
                change = 0.0
            elif i == last_a and j == last_b and letter in _VOWELS and other in _VOWELS:
                change = _LAST_CHANGED
            else:
                change = changes.get(letter + other, _OTHER)
            cost = above[j] + change
            left += drops_b[j]
            if left < cost:  # noqa: PLR1730  # a comparison is twice as fast as min, and this is where the time goes
                cost = left
            up = above[j + 1] + drop
            left = up if up < cost else cost  # noqa: FURB136
            row.append(left)
        if min(row) > most:
            return math.inf
    return row[-1]


def _drop(word: str, at: int) -> float:
    letter = word[at]
    if letter in _VOWELS:
        return _LAST_VOWEL if at == len(word) - 1 else _VOWEL
    return _BREATH if letter == "h" else _OTHER


@cache
def _changes() -> Mapping[str, float]:
    """Two letters with the cost of one for the other, where it is not the full one. Built once."""
    vowels = {a + b: _VOWEL for a in _VOWELS for b in _VOWELS}
    near = {one + other: _NEAR for pair in _CLOSE for one in pair for other in pair}
    return {**vowels, **near}
