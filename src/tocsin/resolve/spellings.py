"""Whether two spellings are one name: transliterations, honorifics, initials, surnames alone, abbreviations.

Two words are compared after folding (accents off, the letters that transliterations disagree on made one) by a weighted edit distance: a
vowel for a vowel costs little, ``q`` for ``k`` little, an unrelated consonant its full weight. Names are compared word by word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tocsin.resolve.countries import plain

LIMIT = 0.16
"""Largest distance, by letter of the longer word, of two spellings of one word. Ablyazov/Abliazov is 0, Qaddafi/Gaddafi 0.08,
Mohamed/Muhammad 0.11, Khamenei/Khomeini 0.17, Hassan/Hussein 0.2."""

HONORIFICS = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "mister",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "rev",
        "reverend",
        "fr",
        "sr",
        "hon",
        "st",
    }
    | {
        "don",
        "dona",
        "senor",
        "senora",
        "maitre",
        "me",
        "monsieur",
        "madame",
        "mme",
        "mlle",
        "herr",
        "frau",
        "pan",
        "pani",
        "haji",
        "hajji",
    }
    | {
        "hajj",
        "sheikh",
        "sheik",
        "shaykh",
        "shri",
        "smt",
        "sri",
        "shrimati",
        "sadhvi",
        "swami",
        "mahant",
        "maulana",
        "moulana",
        "mullah",
        "imam",
    }
    | {
        "ayatollah",
        "hojatoleslam",
        "mufti",
        "father",
        "sister",
        "brother",
        "daw",
        "u",
        "ko",
        "engineer",
        "captain",
        "capt",
        "colonel",
        "col",
    }
    | {
        "general",
        "gen",
        "major",
        "maj",
        "lieutenant",
        "lt",
        "sergeant",
        "sgt",
        "corporal",
        "cpl",
        "private",
        "pvt",
        "admiral",
        "adm",
        "brigadier",
    }
    | {
        "president",
        "chairman",
        "minister",
        "senator",
        "sen",
        "rep",
        "representative",
        "congressman",
        "congresswoman",
        "governor",
        "gov",
        "mayor",
    }
    | {
        "judge",
        "justice",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "bishop",
        "archbishop",
        "cardinal",
        "pastor",
        "premier",
        "chancellor",
    }
    | {
        "ambassador",
        "secretary",
        "councillor",
        "deputy",
        "magistrate",
        "speaker",
        "comrade",
        "citizen",
        "late",
        "the",
        "then",
        "former",
        "ji",
    }
)
"""Titles that are no part of a name, in plain form."""

PARTICLES = frozenset(
    {
        "al",
        "el",
        "ul",
        "ud",
        "ad",
        "as",
        "ash",
        "ar",
        "an",
        "bin",
        "ibn",
        "ben",
        "bint",
        "abu",
        "abd",
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
    }
    | {"di", "du", "des", "la", "le", "van", "von", "der", "den", "ter", "zu", "y", "e", "i", "ould", "wuld", "mc", "mac", "o"}
)
"""Small words inside a name that come and go between spellings."""

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "le", "del", "des", "du", "et", "y", "e", "da", "do", "dos"})
_FOLDS: tuple[tuple[str, str], ...] = (
    *(("shtsh", "sh"), ("schtsch", "sh"), ("chtch", "sh"), ("shch", "sh"), ("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("dzh", "j")),
    *(("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("dh", "d"), ("th", "t"), ("ck", "k"), ("cz", "ch"), ("sz", "sh")),
    *(("x", "ks"), ("q", "k"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("eu", "u"), ("ae", "e"), ("oe", "e"), ("y", "i")),
)
_VOWELS = frozenset("aeiou")
_CLOSE = frozenset(
    frozenset(p) for p in ("gk", "kc", "cs", "zs", "bp", "dt", "vf", "bv", "jg", "hk", "sj", "ck", "uv", "ij", "zj", "hg", "cj")
)
_VOWEL, _NEAR, _BREATH, _OTHER, _LAST_VOWEL, _LAST_CHANGED = 0.4, 0.5, 0.3, 1.5, 1.3, 0.8
"""Costs of a vowel changed, added or dropped; of consonants that transliterations confuse; of an ``h``; of anything else; of a last vowel
added or dropped, which makes another name (Petrov, Petrova); of one changed. Set on the pairs of ``tests/resolve/test_spellings.py``."""


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """One word as it is compared: plain letters, digraphs made one, doubled letters single."""
    letters = re.sub(r"[^a-z]", "", plain(word))
    for spelling, one in _FOLDS:
        letters = letters.replace(spelling, one)
    letters = re.sub(r"c(?=[aou]|[^aeiouh]|$)", "k", letters)
    letters = re.sub(r"ie(?=[aeiou])|ii+", "i", letters)
    return re.sub(r"(.)\1+", r"\1", letters)


def name_words(name: str) -> tuple[str, ...]:
    """The words of ``name`` that are compared: no honorifics before it, no particles, no possessive ``'s``."""
    bare = re.sub(r"['’]s?\b(?=\W|$)", "", name)
    words = re.findall(r"[^\W\d_]+(?:['’`][^\W\d_]+)*", bare)
    first = next((i for i, word in enumerate(words) if plain(word) not in HONORIFICS), len(words))
    kept = words[first:]
    named = [w for w in kept if plain(w) not in PARTICLES]
    return tuple(named or kept or words)


def same_word(one: str, other: str) -> bool:
    """Whether two words may be one word spelled twice. Words of under four folded letters must fold to the same."""
    a, b = fold(one), fold(other)
    if a == b:
        return bool(a)
    if min(len(a), len(b)) < 4 and not (min(len(a), len(b)) == 3 and _consonants(a) == _consonants(b) and len(_consonants(a)) > 1):
        return False
    return _distance(a, b) / max(len(a), len(b)) <= LIMIT


def same_name(one: str, other: str) -> bool:
    """Whether two spellings may name one person or body within one text: ``Mukhtar Abliazov`` and ``Mr Ablyazov``, ``the Democratic Forces
    Front`` and ``the DFF``. A surname alone agrees with any full name that holds it; two given names must agree.
    """
    if is_acronym_of(one, other) or is_acronym_of(other, one):
        return True
    a, b = name_words(one), name_words(other)
    if not a or not b:
        return False
    if len(a) > len(b):
        a, b = b, a
    if len(a) == 1:
        return same_word(a[0], b[-1]) or (len(b) > 1 and len(fold(a[0])) > 1 and same_word(a[0], b[0]))
    return _in_order(a, b) or "".join(map(fold, a)) == "".join(map(fold, b))


def is_acronym_of(short: str, long: str) -> bool:
    """Whether ``short`` (``DFF``, ``D.F.F.``, ``HfX``) is made of the first letters of ``long``'s words, small words counted or not."""
    letters = re.sub(r"^the\s+", "", short.strip(), flags=re.IGNORECASE)
    letters = re.sub(r"[.\s]", "", letters)
    if not 2 <= len(letters) <= 8 or not letters.isalpha() or sum(map(str.isupper, letters)) < 2:
        return False
    words = [plain(w) for w in re.findall(r"[^\W\d_]+", re.sub(r"\([^)]*\)", "", long))]
    while words and words[0] in {"the", "a"}:
        words = words[1:]
    wanted = plain(letters)
    every, main = "".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL)
    return len(words) > 1 and wanted in {every, main}


def _in_order(short: Sequence[str], long: Sequence[str]) -> bool:
    """Each word of ``short`` has its word in ``long``, in order; an initial stands for a word; the last or the first words agree."""
    at = 0
    for word in short:
        while at < len(long) and not _agree(word, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return same_word(short[-1], long[-1]) or same_word(short[0], long[0])


def _agree(word: str, other: str) -> bool:
    if 1 in {len(word), len(other)}:
        return plain(word)[0] == plain(other)[0]
    return same_word(word, other)


def _consonants(word: str) -> str:
    return "".join(c for c in word if c not in _VOWELS)


@lru_cache(maxsize=65536)
def _distance(a: str, b: str) -> float:
    row = [0.0]
    for j in range(len(b)):
        row.append(row[-1] + _drop(b, j))
    for i, letter in enumerate(a):
        previous, row = row, [row[0] + _drop(a, i)]
        for j, other in enumerate(b):
            both_last = i == len(a) - 1 and j == len(b) - 1
            row.append(min(previous[j] + _change(letter, other, both_last), previous[j + 1] + _drop(a, i), row[j] + _drop(b, j)))
    return row[-1]


def _drop(word: str, at: int) -> float:
    letter = word[at]
    if letter in _VOWELS:
        return _LAST_VOWEL if at == len(word) - 1 else _VOWEL
    return _BREATH if letter == "h" else _OTHER


def _change(letter: str, other: str, last: bool) -> float:
    if letter == other:
        return 0.0
    if letter in _VOWELS and other in _VOWELS:
        return _LAST_CHANGED if last else _VOWEL
    return _NEAR if frozenset((letter, other)) in _CLOSE else _OTHER
