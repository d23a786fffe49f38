"""The codebook's table of counts (section 5) as data that a user can change: what ``around``, ``dozens`` or ``up to`` stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

_TEN = 10

_VAGUE: dict[str, tuple[int, int]] = {
    "several": (3, 9),
    "a few": (3, 9),
    "handful": (3, 7),
    "tens": (20, 99),
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, 9_999_999),
    "tens of millions": (20_000_000, 99_999_999),
    "hundreds of millions": (200_000_000, 999_999_999),
    "billions": (2 * 10**9, 10**10 - 1),
    "tens of billions": (2 * 10**10, 10**11 - 1),
    "hundreds of billions": (2 * 10**11, 10**12 - 1),
    "trillions": (2 * 10**12, 10**13 - 1),
    "lakhs": (200_000, 999_999),
    "crores": (20_000_000, 99_999_999),
    "double-digit": (10, 99),
    "double-figure": (10, 99),
    "two-digit": (10, 99),
    "triple-digit": (100, 999),
    "three-digit": (100, 999),
    "three-figure": (100, 999),
    "four-figure": (1_000, 9_999),
    "four-digit": (1_000, 9_999),
}

_WORDS: dict[str, int] = (
    {"both": 2, "couple": 2, "pair": 2, "pairs": 4, "duo": 2, "twins": 2, "twin": 2, "twice": 2, "a single": 1}
    | {"trio": 3, "triplets": 3, "thrice": 3, "quartet": 4, "quintet": 5}
    | {"none": 0, "no one": 0, "nobody": 0, "neither": 0, "nil": 0}
)

_SINGULAR: dict[str, str] = (
    {"dozen": "dozens", "dozens": "dozens", "score": "scores", "scores": "scores", "hundred": "hundreds", "hundreds": "hundreds"}
    | {"thousand": "thousands", "thousands": "thousands", "million": "millions", "millions": "millions", "billion": "billions"}
    | {"lakh": "lakhs", "lakhs": "lakhs", "crore": "crores", "crores": "crores"}
)


def _frozen(table: Mapping[str, tuple[int, int]] | Mapping[str, int]) -> Mapping[str, tuple[int, int]]:
    return MappingProxyType({word: value if isinstance(value, tuple) else (value, value) for word, value in table.items()})


@dataclass(frozen=True, slots=True)
class CountRules:
    """What the words around a figure *n* do to it, and what vague words stand for. Change one with :func:`dataclasses.replace`.

    ``around`` and ``nearly`` are the shares of *n* at the two ends of the range; an end that is no whole number is rounded outward, so
    that the range never loses what the words allow. ``vague`` maps words without a figure to their range, ``plural`` the noun behind
    *several* or *a few* to the vague word that it makes (*several dozen* reads as *dozens*).
    """

    around: tuple[Fraction, Fraction] = (Fraction(9, _TEN), Fraction(11, _TEN))
    nearly: tuple[Fraction, Fraction] = (Fraction(8, _TEN), Fraction(1))
    odd: tuple[int, int] = (0, 9)
    """``twenty-odd`` is 20 to 29."""
    vague: Mapping[str, tuple[int, int]] = field(default_factory=lambda: _frozen(_VAGUE))
    words: Mapping[str, tuple[int, int]] = field(default_factory=lambda: _frozen(_WORDS))
    """Words that hold an exact number."""
    plural: Mapping[str, str] = field(default_factory=lambda: MappingProxyType(_SINGULAR))
    around_words: tuple[str, ...] = (
        *(
            "around",
            "about",
            "some",
            "approximately",
            "approx",
            "approx.",
            "roughly",
            "circa",
            "c.",
            "ca",
            "ca.",
            "an estimated",
            "estimated",
            "perhaps",
        ),
        *("maybe", "possibly", "probably", "in the region of", "in the order of", "on the order of", "something like", "plus minus"),
        *("plus or minus", "~", "≈", "±", "somewhere around", "give or take"),
    )
    at_least_words: tuple[str, ...] = (
        *(
            "at least",
            "no fewer than",
            "not fewer than",
            "no less than",
            "not less than",
            "a minimum of",
            "minimum of",
            "a minimum",
            "upwards of",
        ),
        *("upward of", "starting at", "≥", "as few as", "a good", "anything from"),
    )
    more_than_words: tuple[str, ...] = (
        *(
            "more than",
            "slightly more than",
            "a little over",
            "slightly over",
            "over",
            "well over",
            "above",
            "in excess of",
            "just over",
            "greater than",
            "exceeding",
            "north of",
            ">",
        ),
    )
    up_to_words: tuple[str, ...] = (
        *("up to", "as many as", "as much as", "at most", "no more than", "not more than", "a maximum of", "maximum of"),
        *("a maximum period of", "a maximum", "≤"),
    )
    fewer_than_words: tuple[str, ...] = (
        "fewer than",
        "less than",
        "under",
        "below",
        "just under",
        "well under",
        "slightly less than",
        "slightly fewer than",
        "slightly under",
        "<",
    )
    nearly_words: tuple[str, ...] = (
        "nearly",
        "almost",
        "close to",
        "practically",
        "virtually",
        "not quite",
        "approaching",
        "just shy of",
        "shy of",
        "just short of",
        "a little short of",
        "nearing",
    )


STANDARD = CountRules()
"""The codebook's table."""
