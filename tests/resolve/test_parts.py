"""A number of one town within the number of its country is a part of it."""

from __future__ import annotations

import pytest

from tocsin.records import Claim, CountValue, Mention, PlaceValue, Quote, Value
from tocsin.resolve.parts import with_parts

WORDS = Quote(0, 1, "x")
WHOLE = Mention("e1", "COERCE", WORDS)
PART = Mention("e2", "COERCE", WORDS, same_as="e1")
COUNTRY = PlaceValue("Kenya", "country", "KEN")
TOWN = PlaceValue("Kisumu", "city", "KEN")


def linked(whole: tuple[Value, ...], part: tuple[Value, ...]) -> tuple[str | None, str | None]:
    """The second mention's ``same_as`` and ``part_of``."""
    claims = [
        Claim(mention, "count" if isinstance(value, CountValue) else "place", 0, WORDS, "asserted", value)
        for mention, values in (("e1", whole), ("e2", part))
        for value in values
    ]
    found = with_parts((WHOLE, PART), claims)[1]
    return found.same_as, found.part_of


def arrested(low: int, high: int | None) -> CountValue:
    """So many arrests."""
    return CountValue("arrested", low, high, None)


def test_fifty_in_a_town_of_several_dozen_in_the_country_are_a_part() -> None:
    assert linked((COUNTRY, arrested(24, 99)), (TOWN, arrested(45, 55))) == (None, "e1")


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ((COUNTRY, arrested(50, 50)), (TOWN, arrested(50, 50))),
        ((COUNTRY, arrested(24, 99)), (TOWN, arrested(200, 200))),
        ((TOWN, arrested(24, 99)), (TOWN, arrested(45, 55))),
        ((PlaceValue("Uganda", "country", "UGA"), arrested(24, 99)), (TOWN, arrested(45, 55))),
        ((COUNTRY,), (TOWN, arrested(45, 55))),
    ],
)
def test_else_the_same_act_stays_the_same(whole: tuple[Value, ...], part: tuple[Value, ...]) -> None:
    assert linked(whole, part) == ("e1", None)
