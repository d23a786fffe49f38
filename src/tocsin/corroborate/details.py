"""The details that tell one happening from another like it: who is named besides the places, and which figures are given."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tocsin.corroborate.words import NAMING, sound_of, weight_of, words_of
from tocsin.resolve.counts.numbers import find_numbers

LARGEST = 10**12
YEARS = range(1900, 2100)
"""Whole numbers that are taken for years."""


def names_in(text: str, places: Collection[str] = ()) -> dict[str, str]:
    """The rarer capitalised words of a text that are no ``places``: as they are compared, and as they are spelled where they stand first."""
    apart = {sound_of(place) for place in places}
    found: dict[str, str] = {}
    for word in words_of(text):
        if word.capital and weight_of(word.text) > NAMING and (sound := sound_of(word.text)) not in apart:
            found.setdefault(sound, word.text)
    return found


def figures_in(text: str) -> frozenset[int]:
    """The whole numbers of a text, in digits or words, but for 0, 1 and years."""
    values = (number.value for number in find_numbers(text))
    return frozenset(int(value) for value in values if value.denominator == 1 and 1 < value < LARGEST and int(value) not in YEARS)


def telling(figure: int) -> float:
    """How much it says that two reports give one figure: 0.2 for a small number, 0.6 for a round one, 1 for any other."""
    if figure < 10:
        return 0.2
    return 0.6 if figure % 10 == 0 and figure <= 100 else 1.0


def in_common(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The names that both hold, in the first one's spelling."""
    return [spelled for sound, spelled in one.items() if sound in other]
