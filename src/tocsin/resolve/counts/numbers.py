"""Numbers in running text, in digits and in words: ``2,000``, ``1.4m``, ``two hundred and fifty``, ``half a million``, ``3 lakh``.

Values are exact (:class:`fractions.Fraction`), so that ``1.1 million`` is 1,100,000 and nothing else. Vague words (``dozens``) are no
numbers and are left to :mod:`tocsin.resolve.counts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

UNITS: dict[str, int] = (
    {"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
    | {"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18}
    | {"nineteen": 19}
)
TENS: dict[str, int] = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
MULTIPLIERS: dict[str, int] = (
    {"dozen": 12, "dozens": 12, "score": 20, "hundred": 100, "thousand": 1_000, "thousands": 1_000, "k": 1_000}
    | {"lakh": 100_000, "lakhs": 100_000, "lac": 100_000, "lacs": 100_000, "crore": 10_000_000, "crores": 10_000_000, "cr": 10_000_000}
    | {"million": 10**6, "millions": 10**6, "mn": 10**6, "mln": 10**6, "m": 10**6}
    | {"billion": 10**9, "billions": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12, "trillions": 10**12, "tn": 10**12}
)
"""Plurals multiply only after a number (``two lakhs``); ``m`` and ``b`` only when they touch their digits (``1.4m``)."""

ORDINALS: dict[str, int] = (
    {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
    | {"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17}
    | {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30}
)

_PLURAL = frozenset(word for word in MULTIPLIERS if word.endswith("s"))
_TOUCHING = frozenset({"m", "b"})
_OPENERS = frozenset({*UNITS, *TENS, *MULTIPLIERS, "a", "half", "quarter", "quarters", "couple"})
_HALF = Fraction(1, 2)
_QUARTER = Fraction(1, 4)

_TOKEN = re.compile(
    r"""(?<![^\W\d_])(?<!(?<!\d)[^\W\d_]-)(?<!\d)(?<!\d[.,:])      # no part of a word, of AK-47, of a longer number
        (?:\d{1,3}(?:[,'’]\d{2,3})*[,'’]\d{3}(?![\d])(?:\.\d{1,6}(?!\d))?   # 2,000  1,00,000  12'000.50
          |\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)      # 2 000
          |[1-9]\d{0,2}(?:\.\d{3})+(?!\d)                    # 2.000
          |\d{1,3},\d{1,2}(?=\s(?:m(?:illion|ln|n)|b(?:illion|n)|trillion|lakh|crore)s?\b)   # 1,2 million
          |\d{1,15}(?:\.\d{1,6})?(?!\d|(?:st|nd|rd|th)\b))
        |[^\W\d_]+""",
    re.VERBOSE,
)
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}")
_GROUPED_BY_POINTS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``text[start:end]``. ``value == mantissa * multiplier`` for ``two million``; the multiplier is 1 in ``250``.

    A lone article before a multiplier (``a hundred``) belongs to the number.
    """

    start: int
    end: int
    value: Fraction
    multiplier: int = 1

    @property
    def mantissa(self) -> Fraction:
        """What the last multiplier multiplies."""
        return self.value / self.multiplier


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str


Part: TypeAlias = "tuple[Fraction, int, int]"
"""A value, its last multiplier, and the index of the first token behind it."""


def find_numbers(text: str) -> list[Number]:
    """Every number of a text, left to right. Ordinals (``third``, ``21st``) and vague words (``dozens``) are none."""
    tokens = _Tokens(text)
    found: list[Number] = []
    at = 0
    while at < len(tokens.all):
        part = (tokens.share(at) or tokens.sum(at)) if tokens.opens(at) else None
        if part is None:
            at += 1
            continue
        value, multiplier, after = part
        found.append(Number(tokens.all[at].start, tokens.all[after - 1].end, value, multiplier))
        at = after
    return found


class _Tokens:
    """The words and figures of a text. Each method reads one shape of number that begins at a token, ``None`` where there is none."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = [_Token(m.start(), m.end(), m.group().lower()) for m in _TOKEN.finditer(text)]

    def word(self, index: int) -> str:
        return self.all[index].word if index < len(self.all) else ""

    def opens(self, index: int) -> bool:
        """Whether a number may begin here; few words do, so the shapes need not be tried at the others."""
        word = self.all[index].word
        return word in _OPENERS or word[0].isdecimal()

    def follow(self, index: int, *words: str) -> bool:
        """Whether these words stand at ``index``, with nothing but spaces and hyphens before each."""
        return all(self.joined(index + i) and self.word(index + i) == word for i, word in enumerate(words))

    def joined(self, index: int) -> bool:
        if not 0 < index < len(self.all):
            return False
        return not self.text[self.all[index - 1].end : self.all[index].start].strip(" \n\t\u00a0-\u2010\u2011")

    def touches(self, index: int) -> bool:
        return 0 < index < len(self.all) and self.all[index - 1].end == self.all[index].start

    def singular(self, index: int) -> bool:
        """Whether a multiplier that counts by itself stands here: ``hundred``, ``dozen``."""
        word = self.word(index)
        return word in MULTIPLIERS and word not in _PLURAL and len(word) > 2

    def share(self, at: int) -> Part | None:
        """``half a million``, ``a quarter of a trillion``, ``half a dozen``."""
        times = {"three": 3, "a": 1, "one": 1}.get(self.word(at))
        noun = at if times is None else at + 1
        share = {"half": _HALF, "quarter": _QUARTER, "quarters": _QUARTER}.get(self.word(noun))
        if share is None or (noun > at and not self.joined(noun)):
            return None
        unit = noun + 1 + self.follow(noun + 1, "of")
        unit += self.word(unit) in {"a", "one"} and self.joined(unit)
        if not self.singular(unit) or not self.joined(unit):
            return None
        return share * (times or 1) * MULTIPLIERS[self.word(unit)], 1, unit + 1

    def sum(self, at: int) -> Part | None:
        """Falling summands: ``two million three hundred thousand and fifty``."""
        part = self.summand(at)
        if part is None:
            return None
        total, multiplier, after = part
        while multiplier >= 100 and (more := self._next_summand(after, multiplier)) is not None:
            total, multiplier, after = total + more[0], more[1], more[2]
        if multiplier > 1 and self.follow(after, "and", "a", "half"):
            return total + _HALF * multiplier, multiplier, after + 3
        return total, multiplier, after

    def _next_summand(self, at: int, ceiling: int) -> Part | None:
        at += self.follow(at, "and")
        if not self.joined(at) or not (self.word(at) in UNITS or self.word(at) in TENS or self.word(at)[0].isdecimal()):
            return None
        part = self.summand(at)
        if part is not None and self.word(at)[0].isdecimal() and (part[1] == 1 or ceiling < 100_000):
            return None  # "1 lakh 50 thousand" is one number, "two hundred 300" are two
        # "five hundred two hundred" are two numbers; so are "one hundred" and "two thousand"
        return part if part is not None and part[0] < ceiling else None

    def summand(self, at: int) -> Part | None:
        """A small number with the multipliers behind it: ``two and a half million``, ``two hundred thousand``."""
        small = self.small(at)
        if small is None:
            return None
        value, after = small
        if self.follow(after, "and", "a", "half") and self.singular(after + 3):
            value, after = value + _HALF, after + 3
        multiplier = 1
        while value and (factor := self.multiplier(after, opens=after == at)) is not None and factor * multiplier <= 10**15:
            if value >= 1000 > factor:
                break  # "in 2019 dozens fled"
            value, multiplier, after = value * factor, factor if multiplier == 1 else multiplier * factor, after + 1
            if self._hundreds_and_more(after, factor):
                rest = self.small(after + self.follow(after, "and"))
                if rest is not None and self._thousand_follows(rest[1]):
                    value, multiplier, after = value + rest[0], 1, rest[1]
        return value, multiplier, after

    def _hundreds_and_more(self, at: int, factor: int) -> bool:
        """``hundred`` with tens or units behind it, which a later multiplier may multiply as well."""
        at += self.follow(at, "and")
        return factor == 100 and self.joined(at) and (self.word(at) in UNITS or self.word(at) in TENS)

    def _thousand_follows(self, at: int) -> bool:
        return self.joined(at) and MULTIPLIERS.get(self.word(at), 0) >= 1000

    def small(self, at: int) -> tuple[Fraction, int] | None:
        """Digits, or words below a hundred; an article or nothing before a multiplier counts 1."""
        word = self.word(at)
        if word[:1].isdecimal():
            return self.digits(at), at + 1
        if word in TENS:
            return self._tens(at)
        if word in UNITS:
            return Fraction(UNITS[word]), at + 1
        couple = at + 1 if word == "a" and self.follow(at + 1, "couple") else at
        if self.word(couple) == "couple" and self.follow(couple + 1, "of") and self.singular(couple + 2) and self.joined(couple + 2):
            return Fraction(2), couple + 2
        if word == "a" and self.singular(at + 1) and self.joined(at + 1):
            return Fraction(1), at + 1
        return (Fraction(1), at) if self.singular(at) and word != "score" else None

    def _tens(self, at: int) -> tuple[Fraction, int]:
        value = Fraction(TENS[self.word(at)])
        unit = at + 1 + self.follow(at + 1, "and")  # "thirty and four" is how some translated reports write 34
        if self.joined(unit) and 0 < UNITS.get(self.word(unit), 0) < 10:
            return value + UNITS[self.word(unit)], unit + 1
        return value, at + 1

    def digits(self, at: int) -> Fraction:
        if _DECIMAL_COMMA.fullmatch(self.word(at)):
            return Fraction(self.word(at).replace(",", "."))
        word = re.sub(r"[ ,'’\u00a0\u2009\u202f]", "", self.word(at))
        # "2.000" groups thousands; before a multiplier ("1.234 billion") the point is a decimal one
        if _GROUPED_BY_POINTS.fullmatch(word) and (word.count(".") > 1 or self.multiplier(at + 1) is None):
            word = word.replace(".", "")
        return Fraction(word)

    def multiplier(self, at: int, *, opens: bool = False) -> int | None:
        word = self.word(at)
        factor = MULTIPLIERS.get(word)
        if factor is None or not (opens or self.joined(at)):
            return None
        return None if word in _TOUCHING and not self.touches(at) else factor


def read_number(text: str) -> Fraction | None:
    """The value of a text that is one number and nothing else, ``None`` otherwise."""
    stripped = text.strip()
    numbers = find_numbers(stripped)
    if len(numbers) == 1 and numbers[0].start == 0 and numbers[0].end == len(stripped):
        return numbers[0].value
    return None


def spelled_in_digits(text: str) -> str:
    """The text with each whole number and each ordinal that stands in words written in digits: ``two days`` becomes ``2 days``."""
    return "".join(_digits_of(text))


_ORDINAL = re.compile(r"\b(?:(twenty|thirty)[ -])?(" + "|".join(ORDINALS) + r")\b")


def _digits_of(text: str) -> Iterator[str]:
    text = _ORDINAL.sub(lambda m: f"{TENS.get(m[1] or '', 0) + ORDINALS[m[2]]}th", text)
    at = 0
    for number in find_numbers(text):
        words = text[number.start : number.end]
        yield text[at : number.start]
        yield words if words[:1].isdecimal() or number.value.denominator != 1 else str(number.value)
        at = number.end
    yield text[at:]
