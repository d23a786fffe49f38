from __future__ import annotations

import pytest

from benchmarks.clusters import bcubed, half_of, pairs, score_of

WANTED = {"a": "1", "b": "1", "c": "2"}


def test_the_same_groups_under_other_names_are_right() -> None:
    assert bcubed({"a": "x", "b": "x", "c": "y"}, WANTED).f == 100
    assert pairs({"a": "x", "b": "x", "c": "y"}, WANTED).f == 100


def test_one_group_of_all_finds_all_and_is_little_precise() -> None:
    score = bcubed(dict.fromkeys("abc", "x"), WANTED)
    assert score.precision == pytest.approx(100 * 5 / 9)
    assert score.recall == 100


def test_nothing_found_is_no_division_by_zero() -> None:
    assert score_of((0, 0, 0)).f == 0
    assert bcubed({}, {}).f == 0


def test_a_bundle_is_in_one_half_by_its_number() -> None:
    assert [half_of(bundle) for bundle in ("b1-002", "b2-013")] == ["development", "test"]
