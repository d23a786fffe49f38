"""Feasts: dates known from calendars lie in the interval, and the rules hold in every year."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.resolve.times import resolve_time
from tocsin.resolve.times.calendars import islamic, islamic_month, nth_weekday, passover, rosh_hashanah
from tocsin.resolve.times.national_days import NATIONAL_DAYS


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Eid al-Fitr 2021", dt.date(2021, 5, 13)),
        ("Eid al-Fitr 2013", dt.date(2013, 8, 8)),
        ("Eid al-Adha 2015", dt.date(2015, 9, 24)),
        ("Ashura 2004", dt.date(2004, 3, 2)),
        ("Ramadan 2011", dt.date(2011, 8, 17)),
        ("Yom Kippur 1973", dt.date(1973, 10, 6)),
        ("Passover 2002", dt.date(2002, 3, 28)),
        ("Hanukkah 2024", dt.date(2024, 12, 26)),
        ("Tet 1968", dt.date(1968, 1, 30)),
        ("Chinese New Year 1985", dt.date(1985, 2, 20)),
        ("Diwali 2023", dt.date(2023, 11, 12)),
        ("Holi 2019", dt.date(2019, 3, 21)),
        ("Thanksgiving 1963", dt.date(1963, 11, 28)),
        ("Orthodox Easter 2022", dt.date(2022, 4, 24)),
    ],
)
def test_known_days_lie_in_the_interval(words: str, day: dt.date) -> None:
    value = resolve_time(words, published=None)
    assert value.first is not None
    assert value.last is not None
    assert value.first <= day <= value.last


@settings(deadline=None, max_examples=50)
@given(st.integers(1900, 2099))
def test_a_year_s_feasts_begin_in_it(year: int) -> None:
    assert all(one.first.year in {year - 1, year} for one in islamic(year, 10, 1))
    assert rosh_hashanah(year).month in {9, 10}
    assert passover(year).month in {3, 4}
    assert nth_weekday(year, 11, 3, 4).weekday() == 3


@settings(deadline=None, max_examples=50)
@given(st.integers(1, 2000), st.integers(1, 11))
def test_islamic_months_have_29_or_30_days(year: int, month: int) -> None:
    first, after = islamic_month(year, month), islamic_month(year, month + 1)
    assert first is not None
    assert after is not None
    assert (after - first).days in {29, 30}


def test_national_feasts_need_a_country() -> None:
    published = dt.date(2021, 3, 10)
    assert resolve_time("Independence Day", published=published).first is None
    assert resolve_time("Independence Day", published=published, country="KAZ").first == dt.date(2020, 12, 16)
    assert resolve_time("Republic Day", published=published, country="IND").first == dt.date(2021, 1, 26)
    assert resolve_time("Labor Day", published=published, country="USA").first == dt.date(2020, 9, 7)
    assert resolve_time("Labour Day 2019", published=None, country="FRA").first == dt.date(2019, 5, 1)
    assert all(dt.date(2020, *day) for table in NATIONAL_DAYS.values() for day in table.values())


def test_an_hour_in_another_zone_may_be_another_day_where_the_act_took_place() -> None:
    published = dt.date(2021, 3, 10)
    sunday, monday = dt.date(2021, 3, 7), dt.date(2021, 3, 8)
    assert resolve_time("2330 GMT on Sunday", published=published).last == sunday
    assert resolve_time("2330 GMT on Sunday", published=published, utc_offset=5.1).first == monday
    both = resolve_time("2300 GMT on Sunday", published=published, utc_offset=1.0)
    assert (both.first, both.last) == (sunday, monday)
    assert resolve_time("2330 local time on Sunday", published=published, utc_offset=5.1).first == sunday


def test_what_the_act_is_counted_from() -> None:
    published, context = dt.date(2021, 3, 10), "He left on Monday, three days after"
    assert resolve_time("three days after", published=published, context=context, counted_from_act=True).first == dt.date(2021, 3, 5)
