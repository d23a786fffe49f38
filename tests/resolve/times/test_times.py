"""Times as intervals: a table of cases, and what holds for any text."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.records import TimeValue
from tocsin.resolve.times import UNKNOWN, combine_times, resolve_time

CASES = Path(__file__).parent / "times.tsv"
PUBLISHED = dt.date(2021, 3, 10)


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def parse(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def test_table() -> None:
    wrong = []
    rows = cases()
    for row in rows:
        found = resolve_time(row["words"], published=parse(row["published"]), future=bool(row["future"]), context=row["context"])
        wanted = (parse(row["first"]), parse(row["last"]), row["precision"], row["method"])
        if (found.first, found.last, found.precision, found.method) != wanted:
            wrong.append((row["words"], row["published"], row["future"], found, wanted))
    assert wrong == []
    assert len(rows) >= 830


WORDS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([w for row in cases() for w in row["words"].split()]), max_size=7).map(" ".join),
    st.from_regex(r"[0-9]{1,4}[-/. ,:][0-9]{1,4}([-/. ,:][0-9]{1,4})?", fullmatch=True),
)


@settings(deadline=None, max_examples=100)
@given(words=WORDS, published=st.none() | st.dates(), future=st.booleans(), context=st.just("") | WORDS, anchor=st.none() | st.dates())
def test_any_words_give_an_interval(words: str, published: dt.date | None, future: bool, context: str, anchor: dt.date | None) -> None:
    value = resolve_time(words, published=published, future=future, context=context, anchor=anchor)
    assert (value.first is None) == (value.last is None) == (value.precision == "unknown") == (value.method == "none")
    if value.first is not None and value.last is not None:
        assert value.first <= value.last
        assert value.precision != "day" or value.first == value.last


@settings(deadline=None, max_examples=100)
@given(words=WORDS)
def test_nothing_is_relative_without_a_publication_date(words: str) -> None:
    assert resolve_time(words, published=None).method in {"stated", "none"}


@settings(deadline=None, max_examples=50)
@given(date=st.dates(), published=st.none() | st.dates())
def test_a_full_date_is_itself_whatever_the_publication(date: dt.date, published: dt.date | None) -> None:
    if date.year < 1000 or date.year > 2099:
        return
    for spelling in (date.isoformat(), f"{date.day} {date:%B} {date.year}", f"{date:%b}. {date.day}, {date.year}"):
        assert resolve_time(spelling, published=published) == TimeValue(date, date, "day", "stated")


@settings(deadline=None, max_examples=50)
@given(published=st.dates(dt.date(1000, 1, 1), dt.date(9000, 1, 1)), index=st.integers(0, 6))
def test_a_weekday_is_within_a_week_of_publication(published: dt.date, index: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[index]
    past = resolve_time(name, published=published)
    ahead = resolve_time(name, published=published, future=True)
    assert past.first is not None
    assert ahead.first is not None
    assert past.first.weekday() == ahead.first.weekday() == index
    assert 0 <= (published - past.first).days < 7
    assert 0 <= (ahead.first - published).days < 7


def test_an_anchor_comes_before_the_context() -> None:
    context = "The hall was closed on 1 March. The next day"
    assert resolve_time("the next day", published=PUBLISHED, context=context).first == dt.date(2021, 3, 2)
    assert resolve_time("the next day", published=PUBLISHED, context=context, anchor=dt.date(2021, 2, 3)).first == dt.date(2021, 2, 4)


def test_a_past_act_is_not_counted_past_the_report() -> None:
    context = "The mine shut on 2 March, and the last crew left yesterday, three days after"
    assert resolve_time("three days after", published=PUBLISHED, context=context).first == dt.date(2021, 3, 5)


def test_the_hemisphere_narrows_a_season() -> None:
    assert resolve_time("summer of 2014", published=None, hemisphere="north") == TimeValue(
        dt.date(2014, 6, 1), dt.date(2014, 8, 31), "year", "stated"
    )
    south = resolve_time("last summer", published=PUBLISHED, hemisphere="south")
    assert (south.first, south.last) == (dt.date(2020, 12, 1), dt.date(2021, 2, 28))


def test_combined_times_share_or_span() -> None:
    year = resolve_time("2021", published=None)
    month = resolve_time("February 2021", published=None)
    sunday = resolve_time("Sunday", published=dt.date(2021, 2, 28))
    monday = resolve_time("Monday", published=PUBLISHED)
    assert combine_times([year, sunday, month]) == sunday
    assert combine_times([UNKNOWN, month]) == month
    assert combine_times([sunday, monday]) == TimeValue(dt.date(2021, 2, 28), dt.date(2021, 3, 8), "month", "relative")
    assert combine_times([UNKNOWN]) == UNKNOWN
    assert combine_times([]) is None


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.dates(), st.dates()).map(sorted), min_size=1, max_size=4))
def test_combining_does_not_depend_on_order(pairs: list[list[dt.date]]) -> None:
    values = [TimeValue(first, last, "longer", "stated") for first, last in pairs]
    both = combine_times(values), combine_times(reversed(values))
    assert both[0] == both[1]
    assert both[0] is not None
    assert both[0].first is not None
    assert both[0].last is not None
    assert both[0].first <= both[0].last


@pytest.mark.parametrize("words", ["", " ", "\x00", "٣ مايو", "３ May 2021", "İstanbul", "1" * 5000, "May " * 500, "31 31 31 31"])
def test_odd_words_never_raise(words: str) -> None:
    resolve_time(words, published=PUBLISHED, context=words)
