"""The trial of ``benchmarks/kill.py``, small: real processes, really killed."""

from __future__ import annotations

from pathlib import Path

from benchmarks.kill import Outcome, told, trial


def test_a_run_that_is_killed_ends_like_one_that_is_left_alone(tmp_path: Path) -> None:
    outcome = trial(60, 3, "words", tmp_path)
    assert outcome.passed, told(outcome)
    assert len(outcome.killed_at) == 3
    assert outcome.quotes > 500


def test_what_is_told_of_a_trial_that_failed() -> None:
    outcome = Outcome(60, (0, 31), 1234, same=False, unchanged=True, problems=("a: 'x' does not stand there",))
    assert not outcome.passed
    assert told(outcome).splitlines() == [
        "60 documents, killed 2 times, after 0, 31",
        "the same as undisturbed: NO",
        "running once more changes nothing: yes",
        "audit of 1,234 quotes: 1 problems",
        "a: 'x' does not stand there",
    ]
