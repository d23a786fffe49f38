"""The measure of text extraction: runs of words, and dates in addresses."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.pages import address_date, overlap


def test_a_menu_costs_precision_and_a_lost_paragraph_costs_recall() -> None:
    article = "Dockers in Gdynia went back to work on Monday after the port agreed to talks about night shifts"
    assert overlap(article, article) == (1.0, 1.0)
    precision, recall = overlap(article, f"News World Sport Weather Opinion Business {article}")
    assert precision < 1.0 == recall
    precision, recall = overlap(article, article[: len(article) // 2])
    assert recall < 1.0
    assert overlap(article, "") == (0.0, 0.0)


def test_punctuation_and_white_space_do_not_count() -> None:
    assert overlap("One, two – three: four.\nFive", "One two three four five".replace("five", "Five")) == (1.0, 1.0)


@settings(deadline=None, max_examples=50)
@given(st.text("ab .", max_size=40), st.text("ab .", max_size=40))
def test_precision_one_way_is_recall_the_other(left: str, right: str) -> None:
    assert overlap(left, right) == overlap(right, left)[::-1]


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://news.example/2019/11/19/port-strike/", dt.date(2019, 11, 19)),
        ("https://news.example/port-strike-2019-11-19", dt.date(2019, 11, 19)),
        ("https://news.example/2019/11/port-strike", None),
        ("https://news.example/2019/13/40/port-strike", None),
        ("https://news.example/id/120191119", None),
    ],
)
def test_only_a_full_date_in_an_address_counts(url: str, date: dt.date | None) -> None:
    assert address_date(url) == date
