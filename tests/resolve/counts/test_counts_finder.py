"""Numbers in running text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.resolve.counts import resolve_count
from tocsin.resolve.counts.finder import find_counts

TEXT = (
    "Around 50 protesters were arrested in Orvel on 5 March. At least 12 people were killed and 30 to 40 injured. A court jailed him for 15 days and "
    "fined him $2,000. The toll rose from 40 to 57. A third of the 600 strikers marched. In 2019 dozens fled. Another 12 were held on March 8. She is "
    "25 years old, came three days ago and spoke for 40 minutes."
)


def test_each_number_stands_at_its_words_and_has_their_range() -> None:
    found = find_counts(TEXT)
    assert [(one.quote.text, one.value.kind) for one in found] == [
        ("Around 50", "arrested"),
        ("At least 12", "killed"),
        ("30 to 40", "injured"),
        ("15 days", "days"),
        ("$2,000", "money"),
        ("rose from 40 to 57", "other"),
        ("A third of the 600", "participants"),
        ("dozens", "displaced"),
        ("Another 12", "arrested"),
    ]
    assert [one.role for one in found if one.role != "plain"] == ["total", "increment"]
    for one in found:
        assert TEXT[one.quote.start : one.quote.end] == one.quote.text
        assert one.value == resolve_count(one.quote.text, one.value.kind)


def test_clock_times_roads_and_ages_are_no_counts() -> None:
    blog = "15.10: Police arrive as marchers gather.\n15.25: Marchers leave the M25 at 3.40 pm.\nAt 16.05 Ana Bell, 41, joined 30 marchers."
    assert [one.quote.text for one in find_counts(blog)] == ["30"]


def test_a_preposition_makes_no_date_of_a_figure() -> None:
    text = "The clinic took in 23 dead, the bodies of 40 people lay outside, and a mob of 500 came. In 2019 they fled by 4 May."
    assert [one.quote.text for one in find_counts(text)] == ["23", "40", "500"]


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    at = 0
    for one in find_counts(text):
        assert at <= one.quote.start < one.quote.end <= len(text)
        at = one.quote.end


@pytest.mark.parametrize("unit", ["1", "1 ", "٣1а", "\x00\u0301", "dozens of ", "$"])
def test_long_odd_texts_are_read(unit: str) -> None:
    find_counts(unit * (20_000 // len(unit)))
