"""The peak of a command is the command's own."""

from __future__ import annotations

import sys

from benchmarks.memory import peak


def test_memory_of_the_starting_process_does_not_count() -> None:
    ballast = b"x" * 200_000_000
    found = peak([sys.executable, "-S", "-c", "pass"])
    assert len(ballast) == 200_000_000
    assert found is not None
    assert 1 < found < 100


def test_memory_that_the_command_takes_counts() -> None:
    found = peak([sys.executable, "-c", "held = b'x' * 150_000_000"])
    assert found is not None
    assert 150 < found < 250


def test_a_command_that_fails_has_no_peak() -> None:
    assert peak([sys.executable, "-c", "raise SystemExit(2)"]) is None
