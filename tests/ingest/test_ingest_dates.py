from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.ingest.dates import find_dates, parse_date

DAY = dt.date(2021, 2, 28)


@pytest.mark.parametrize(
    "words",
    [
        "2021-02-28",
        "2021-02-28T10:15:00",
        "2021-02-28T10:15:00.123Z",
        "2021-02-28 10:15:00+03:00",
        "2021/02/28",
        "20210228",
        "20210228T101500Z",
        "Sun, 28 Feb 2021 10:15:00 +0000",
        "Sun, 28 Feb 2021 10:15:00 GMT",
        "28 Feb 2021",
        "28th of February, 2021",
        "February 28, 2021",
        "Feb. 28, 2021, 5:40 p.m.",
        "Sunday 28 February 2021 at 17h40",
        "28.02.2021",
        "28/02/2021",
        "02/28/2021",
        "1614470400",
        "1614470400000",
    ],
)
def test_dates_as_machines_and_people_write_them(words: str) -> None:
    assert parse_date(words) == DAY


@pytest.mark.parametrize(
    "words", ["", "yesterday", "February", "28 Feb", "2021", "03/04/2021", "30 Feb 2021", "2021-13-01", "28 Feb 2021 or later", "99999999"]
)
def test_what_is_no_single_day_is_no_date(words: str) -> None:
    assert parse_date(words) is None


@settings(deadline=None, max_examples=50)
@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y 10:00:00 +0000", "%d.%m.%Y", "%Y%m%d"]),
)
def test_a_written_date_is_read_back(day: dt.date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day


def test_dates_are_found_in_running_text_at_their_place() -> None:
    text = "On Sunday, 28 February they met; the next march was set for March 7 , 2021 and the vote for 1 May."
    found = find_dates(text)
    assert [text[one.start : one.end] for one in found] == ["Sunday, 28 February", "March 7 , 2021", "1 May"]
    assert [(one.day, one.month, one.year, one.weekday) for one in found] == [(28, 2, None, 6), (7, 3, 2021, None), (1, 5, None, None)]


def test_verbs_and_amounts_are_no_dates() -> None:
    for words in (
        "they may 5 times a week",
        "march 15 km",
        "in march 2021",
        "the sun 3 rose",
        "on 31 June",
        "v1.2.2021.4",
        "room 3/4/2021",
    ):
        assert find_dates(words) == []


def test_a_day_without_a_year_is_the_nearest_one() -> None:
    (written,) = find_dates("30 December")
    assert written.near(dt.date(2021, 1, 4)) == dt.date(2020, 12, 30)
    (leap,) = find_dates("29 February")
    assert leap.near(dt.date(2021, 3, 1)) == dt.date(2020, 2, 29)
