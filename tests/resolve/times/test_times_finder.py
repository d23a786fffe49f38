"""Times in running text."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.records import Furniture
from tocsin.resolve.times import resolve_time
from tocsin.resolve.times.finder import find_times

PUBLISHED = dt.date(2021, 3, 10)
TEXT = (
    "Police broke up a rally in Orvel late on Sunday. The pier was shut in 2019 and again last year, between 3 and 5 May. "
    "She was jailed in March 2015. The march may go on. Since Monday night the square has been closed. He left on Sept. 11, 2001."
)


def test_each_time_stands_at_its_words_and_has_their_interval() -> None:
    found = find_times(TEXT, published=PUBLISHED)
    assert [q.text for q, _ in found] == [
        "late on Sunday",
        "2019",
        "last year",
        "between 3 and 5 May",
        "March 2015",
        "Since Monday night",
        "Sept. 11, 2001",
    ]
    for quote, value in found:
        assert TEXT[quote.start : quote.end] == quote.text
        assert value == resolve_time(quote.text, published=PUBLISHED, context=TEXT[: quote.end])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The toll rose to seven on Tuesday.", ["Tuesday"]),
        ("It fell to 12 in March 2015.", ["March 2015"]),
        ("They left three days before Monday.", ["three days before Monday"]),
    ],
)
def test_a_number_of_something_else_is_no_part_of_a_time(text: str, found: list[str]) -> None:
    assert [q.text for q, _ in find_times(text, published=PUBLISHED)] == found


def test_furniture_is_passed_over() -> None:
    text = "Updated Monday\nPolice came on Friday."
    assert [q.text for q, _ in find_times(text, (Furniture(0, 14, "date"),), published=PUBLISHED)] == ["Friday"]


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=200), st.none() | st.dates())
def test_any_text_is_read(text: str, published: dt.date | None) -> None:
    at = 0
    for quote, _ in find_times(text, published=published):
        assert at <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == quote.text
        at = quote.end


@pytest.mark.parametrize("unit", ["1", "1 ", "٣1а", "\x00\u0301", "Monday, "])
def test_long_odd_texts_are_read(unit: str) -> None:
    find_times(unit * (20_000 // len(unit)), published=PUBLISHED)
