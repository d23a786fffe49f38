"""A number of one town within the number of its country is a part of it."""

from __future__ import annotations

import pytest

from tocsin.records import Claim, CountValue, Mention, PlaceValue, Quote, Value
from tocsin.resolve.acts.parts import with_parts

WORDS = Quote(0, 1, "x")
WHOLE = Mention("e1", "COERCE", WORDS)
PART = Mention("e2", "COERCE", WORDS, same_as="e1")
COUNTRY = PlaceValue("Kenya", "country", "KEN")
TOWN = PlaceValue("Kisumu", "city", "KEN")
NOWHERE = PlaceValue("the south", "region", None)
UNKNOWN_TOWN = PlaceValue("Bar", "city", None)


def linked(whole: tuple[Value, ...], part: tuple[Value, ...]) -> tuple[str | None, str | None]:
    """The second mention's ``same_as`` and ``part_of``."""
    claims = [
        Claim(mention, "count" if isinstance(value, CountValue) else "place", 0, WORDS, "asserted", value)
        for mention, values in (("e1", whole), ("e2", part))
        for value in values
    ]
    found = with_parts((WHOLE, PART), claims)[1]
    return found.same_as, found.part_of


def arrested(low: int, high: int | None, best: int | None = None) -> CountValue:
    """So many arrests; the best figure is the low end where none is given."""
    return CountValue("arrested", low, high, low if best is None else best)


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ((COUNTRY, arrested(24, 99, 48)), (TOWN, arrested(45, 55, 50))),
        ((COUNTRY, arrested(70, 70)), (TOWN, arrested(10, None))),
        ((COUNTRY, arrested(70, None)), (TOWN, arrested(25, 25))),
        ((COUNTRY, arrested(70, 80), arrested(52, 52)), (TOWN, arrested(24, 24))),
    ],
)
def test_so_many_in_a_town_of_more_in_the_country_are_a_part(whole: tuple[Value, ...], part: tuple[Value, ...]) -> None:
    assert linked(whole, part) == (None, "e1")


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ((COUNTRY, arrested(50, 50)), (TOWN, arrested(50, 50))),
        ((COUNTRY, arrested(24, 99)), (TOWN, arrested(200, 200))),
        ((TOWN, arrested(24, 99)), (TOWN, arrested(45, 55))),
        ((PlaceValue("Uganda", "country", "UGA"), arrested(24, 99)), (TOWN, arrested(45, 55))),
        ((NOWHERE, arrested(24, 99)), (UNKNOWN_TOWN, arrested(45, 55))),
        ((COUNTRY,), (TOWN, arrested(45, 55))),
        ((COUNTRY, arrested(23, 23)), (TOWN, arrested(23, None))),
        ((COUNTRY, arrested(90, 90)), (TOWN, arrested(81, 99, 90))),
        ((COUNTRY, arrested(100, None)), (TOWN, arrested(150, 150))),
        ((COUNTRY, arrested(90, 90)), (TOWN, arrested(38, 38), arrested(21, 21), arrested(30, 30))),
    ],
    ids=[
        "equal",
        "more",
        "two towns",
        "another country",
        "no country",
        "no number",
        "at least",
        "about",
        "over an open one",
        "broken down",
    ],
)
def test_else_the_same_act_stays_the_same(whole: tuple[Value, ...], part: tuple[Value, ...]) -> None:
    assert linked(whole, part) == ("e1", None)


def test_what_is_tied_to_nothing_is_a_part_of_nothing() -> None:
    assert with_parts((WHOLE,), ()) == (WHOLE,)
