"""Scores held against what is right."""

from __future__ import annotations

import pytest

from benchmarks.calibration import Judged, curve, expected_error


def test_scores_that_are_right_as_often_as_they_say_have_no_error() -> None:
    scores = [0.75] * 4 + [0.25] * 4
    right = [True, True, True, False, True, False, False, False]
    assert expected_error(Judged(scores, right, 8)) == pytest.approx(0)


def test_the_error_is_how_far_off_they_are() -> None:
    assert expected_error(Judged([0.9] * 10, [True] * 5 + [False] * 5, 10)) == pytest.approx(40)


def test_a_higher_threshold_keeps_fewer() -> None:
    rows = curve(Judged([0.95, 0.55, 0.35], [True, True, False], 4))
    at = {threshold: (precision, recall) for threshold, precision, recall, _ in rows}
    assert at[0.3] == pytest.approx((200 / 3, 50))
    assert at[0.5] == pytest.approx((100, 50))
    assert at[0.9] == pytest.approx((100, 25))
