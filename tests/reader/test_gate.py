"""The gate lets through what may be an event."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.errors import ModelError
from tocsin.reader.gate import FILE, PAIRS, PIECES, Gate, features
from tocsin.reader.segment import Window, Words


def gate(word: int, lowest: float = 0.0) -> Gate:
    """One that lets through windows with one word."""
    weights = np.full(PIECES + PAIRS, -0.1, np.float32)
    weights[word] = 30
    return Gate(weights, 0.0, lowest)


def words(*pieces: int) -> Words:
    number = len(pieces)
    return Words(range(number), range(1, number + 1), pieces, range(number + 1), [0] * number, [0] * number)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.integers(0, PIECES - 1), max_size=300))
def test_features_are_each_once_and_in_range(pieces: list[int]) -> None:
    found = features(np.array(pieces, np.int64))
    assert len(set(found.tolist())) == len(found)
    assert set(pieces) <= set(found.tolist())
    assert not len(found) or 0 <= found.min() <= found.max() < PIECES + PAIRS


def test_windows_are_judged_each_by_itself() -> None:
    text = words(5, 6, 7, 8, 9, 10)
    first, second = Window(0, 3, 0, 3), Window(3, 6, 3, 6)
    assert gate(6).keep(text, [first, second]) == [first]
    assert gate(99).keep(text, [first, second]) == []
    assert gate(99, lowest=-1e12).keep(text, [first, second]) == [first, second]


def test_a_gate_is_kept_in_its_folder(tmp_path: Path) -> None:
    assert Gate.load(tmp_path) is None
    gate(6, 0.25).save(tmp_path)
    kept = Gate.load(tmp_path)
    assert kept is not None
    assert kept.lowest == 0.25
    assert np.allclose(kept.weights, gate(6).weights, atol=1e-3)


def test_a_broken_gate_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(ModelError, match=r"gate\.npz: the gate cannot be read"):
        Gate.load(tmp_path)


def test_a_gate_of_another_vocabulary_is_told(tmp_path: Path) -> None:
    Gate(np.zeros(10, np.float32), 0.0, 0.0).save(tmp_path)
    with pytest.raises(ModelError, match=r"gate\.npz: the gate cannot be read .*shape \(10,\)"):
        Gate.load(tmp_path)
