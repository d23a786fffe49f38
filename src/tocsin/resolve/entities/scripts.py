"""Names in other scripts in Latin letters: Cyrillic, Greek, Georgian, Armenian, Devanagari, Arabic, Hebrew, Korean and Chinese.

The letters are in ``data/scripts.tsv``, the Chinese characters that names are often written with in ``data/hanzi.tsv``. The result is made
to be compared with other spellings, not to be read: Arabic and Hebrew leave out most of their vowels.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from tocsin.resolve.countries import read_table

_VOWELLESS = re.compile(r"[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_OTHER = re.compile(r"[^\W\d_]")
_LATIN_END = 0x250
_ARTICLE = re.compile(r"(?<!\w)(?:و)?ال(?=\w{2})")
_SERVANT = re.compile(r"(?<!\w)عبد\s?ال")
_HIDDEN = re.compile("[\u200c-\u200f\u064b-\u065f\u0670\u0640\u05b0-\u05c7]")
"""Joiners, vowel marks and the stretched line."""

_LEADS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_MIDDLES = ("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i")
_TAILS = (
    *("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l"),
    *("p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"),
)
_FIRST_HANGUL, _TAIL_COUNT, _MIDDLE_COUNT = 0xAC00, 28, 21


def is_other(text: str) -> bool:
    """Whether ``text`` holds letters of another script than Latin."""
    return not text.isascii() and any(ord(c) >= _LATIN_END and c.isalpha() and not 0x1E00 <= ord(c) < 0x1F00 for c in text)


def is_vowelless(text: str) -> bool:
    """Whether ``text`` is written in Arabic or Hebrew letters."""
    return _VOWELLESS.search(text) is not None


def is_east_asian(text: str) -> bool:
    """Whether ``text`` is written in Chinese characters or Korean letters."""
    return _HAN.search(text) is not None or _HANGUL.search(text) is not None


@lru_cache(maxsize=4096)
def romanised(text: str) -> str:
    """``text`` with its letters of other scripts in Latin ones; a Chinese or Korean name has a space between its syllables. What no table
    knows stays.
    """
    if not is_other(text):
        return text
    text = bare_script(text)
    if is_east_asian(text):
        return " ".join("".join(f" {_syllable(c)} " for c in text).split())
    lower = _unmarked(text.lower())
    return "".join(_word(piece) for piece in re.split(r"([\s.,'’-]+)", lower))


def bare_script(text: str) -> str:
    """``text`` without vowel marks and joiners, and without the Arabic article; *Abd al-Aziz* is one word."""
    return _ARTICLE.sub("", _SERVANT.sub("عبد", _HIDDEN.sub("", unicodedata.normalize("NFC", text))))


def _unmarked(text: str) -> str:
    """Greek without its accents; other letters as they are."""
    return "".join(unicodedata.normalize("NFD", c)[0] if "\u0370" <= c <= "\u03ff" or "\u1f00" <= c <= "\u1fff" else c for c in text)


def _word(word: str) -> str:
    table = _letters()
    if re.search(r"[\u0900-\u097f]", word):
        return _devanagari(word, table)
    out, at = "", 0
    while at < len(word):
        two = word[at : at + 2]
        if len(two) == 2 and two in table:
            out, at = out + table[two], at + 2
        else:
            out, at = out + table.get(word[at], word[at]), at + 1
    return out


def _devanagari(word: str, table: Mapping[str, str]) -> str:
    """A consonant carries an ``a`` unless a vowel sign or a stop follows it; at the end of a word it is not spoken."""
    out = ""
    for at, letter in enumerate(word):
        out += table.get(letter, letter)
        following = word[at + 1] if at + 1 < len(word) else ""
        if "\u0915" <= letter <= "\u0939" and following and not "\u093c" <= following <= "\u094d":
            out += "a"
    return out + "a" if "\u094d" in word[-3:] and "\u0915" <= word[-1] <= "\u0939" else out


def _syllable(letter: str) -> str:
    if _HANGUL.match(letter):
        at = ord(letter) - _FIRST_HANGUL
        lead, rest = divmod(at, _MIDDLE_COUNT * _TAIL_COUNT)
        middle, tail = divmod(rest, _TAIL_COUNT)
        return _LEADS[lead] + _MIDDLES[middle] + _TAILS[tail]
    return _characters().get(letter, letter)


@cache
def _letters() -> Mapping[str, str]:
    """Letters and pairs of letters of all alphabets. Built once from the packaged table."""
    found: dict[str, str] = {}
    for _, pairs in read_table("scripts.tsv"):
        for pair in pairs.split(" "):
            letter, _, latin = pair.partition("=")
            found[letter] = latin
    return found


@cache
def _characters() -> Mapping[str, str]:
    """Chinese characters with their syllables; of two readings the first holds. Built once from the packaged table."""
    found: dict[str, str] = {}
    for syllable, characters in read_table("hanzi.tsv"):
        for character in characters:
            found.setdefault(character, syllable)
    return found
