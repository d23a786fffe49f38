from __future__ import annotations

import datetime as dt
from itertools import islice

from benchmarks.generate import reports


def test_reports_are_the_same_for_the_same_seed() -> None:
    assert list(reports(20, seed=3)) == list(reports(20, seed=3))
    assert list(reports(20, seed=3)) != list(reports(20, seed=4))


def test_more_reports_begin_with_the_same_ones() -> None:
    assert list(islice(reports(1_000_000), 20)) == list(reports(20))


def test_each_report_is_one_of_its_own() -> None:
    made = list(reports(300))
    assert len({report["id"] for report in made}) == len({report["text"] for report in made}) == 300
    assert all(report["title"] and dt.date.fromisoformat(report["published"]) and "{" not in report["text"] for report in made)
