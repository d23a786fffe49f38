"""Scores that mean what they say."""

from __future__ import annotations

import numpy as np

from tocsin.reader.decode import Calibration
from training.tune import _logistic


def test_probabilities_that_are_right_are_left_as_they_are() -> None:
    chance = np.random.default_rng(1)
    sure = chance.uniform(0.05, 0.95, 4000)
    right = (chance.uniform(size=4000) < sure).astype(float)
    slope, offset = _logistic(np.log(sure / (1 - sure)), right)
    assert abs(slope - 1) < 0.1
    assert abs(offset) < 0.1


def test_a_network_that_is_too_sure_is_believed_less() -> None:
    chance = np.random.default_rng(2)
    true = chance.uniform(0.05, 0.95, 4000)
    right = (chance.uniform(size=4000) < true).astype(float)
    logits = 2 * np.log(true / (1 - true)) + 1  # what it says
    calibration = Calibration(*_logistic(logits, right))
    said = (1 / (1 + np.exp(-logits))).astype(np.float32)
    found = calibration(said)
    assert np.abs(found - true).mean() < 0.02 < np.abs(said - true).mean()
    assert (np.argsort(found, kind="stable") == np.argsort(said, kind="stable")).mean() > 0.99


def test_a_few_mentions_change_little() -> None:
    slope, offset = _logistic(np.array([2.0, 3.0, 2.5]), np.array([0.0, 1.0, 1.0]))
    assert 0.5 < slope < 1.1
    assert -0.5 < offset < 0.3


def test_without_calibration_probabilities_stay() -> None:
    said = np.array([[0.0, 0.3, 1.0]], np.float32)
    assert np.allclose(Calibration()(said), said, atol=1e-5)
