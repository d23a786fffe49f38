"""A date that is printed in any usual way lies in its interval; tense decides which weekday is meant."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.resolve.times import resolve_time

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNITS = {"day": 1, "week": 7}
REPORT_DATES = st.dates(dt.date(1901, 1, 1), dt.date(2098, 12, 31))


def spellings(date: dt.date) -> list[str]:
    """The usual ways to print a date with its year, written here as the inverse of the reader."""
    day, month, short, year = date.day, f"{date:%B}", f"{date:%b}", date.year
    return [
        date.isoformat(),
        f"{date:%Y%m%d}",
        f"{date:%d.%m.%Y}",
        f"{date:%d/%m/%Y}",
        f"{date:%m/%d/%Y}",
        f"{day} {month} {year}",
        f"{month} {day}, {year}",
        f"{short}. {day}, {year}",
        f"{day}-{short}-{year}",
        f"{DAYS[date.weekday()]}, {day} {month} {year}",
        f"the {day}th of {month} {year}",
        f"{month} {year}",
        f"{year}",
        f"the {year - year % 10}s",
        f"Q{(date.month + 2) // 3} {year}",
        f"between {day} {month} {year} and {day} {month} {year}",
    ]


@settings(deadline=None, max_examples=60)
@given(date=REPORT_DATES, published=st.none() | REPORT_DATES, which=st.integers(0, 15), future=st.booleans())
def test_the_interval_holds_the_date_it_was_printed_from(date: dt.date, published: dt.date | None, which: int, future: bool) -> None:
    value = resolve_time(spellings(date)[which], published=published, future=future)
    assert value.first is not None
    assert value.last is not None
    assert value.first <= date <= value.last


@settings(deadline=None, max_examples=60)
@given(published=REPORT_DATES, back=st.integers(0, 6))
def test_tense_decides_past_or_next_weekday(published: dt.date, back: int) -> None:
    past, coming = published - dt.timedelta(back), published + dt.timedelta(back)
    assert resolve_time(f"on {DAYS[past.weekday()]}", published=published).first == past
    assert resolve_time(DAYS[coming.weekday()], published=published, future=True).first == coming
    context = f"The council will meet on {DAYS[coming.weekday()]}"
    assert resolve_time(DAYS[coming.weekday()], published=published, context=context).first == coming


@settings(deadline=None, max_examples=60)
@given(published=REPORT_DATES, number=st.integers(1, 30), unit=st.sampled_from(sorted(UNITS)), plural=st.sampled_from(["s", ""]))
def test_so_long_ago_holds_that_day(published: dt.date, number: int, unit: str, plural: str) -> None:
    then = published - dt.timedelta(number * UNITS[unit])
    for words in (f"{number} {unit}{plural} ago", f"the past {number} {unit}s"):
        value = resolve_time(words, published=published)
        assert value.first is not None
        assert value.last is not None
        assert value.first <= then <= value.last


@settings(deadline=None, max_examples=40)
@given(published=REPORT_DATES, days=st.integers(0, 340))
def test_a_date_without_its_year_is_the_last_one(published: dt.date, days: int) -> None:
    date = published - dt.timedelta(days)
    if (date.month, date.day) != (2, 29):
        assert resolve_time(f"{date.day} {date:%B}", published=published).first == date
