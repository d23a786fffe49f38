"""Scores that mean what they say."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tocsin.reader.decode import Calibration
from tocsin.reader.network import Encoded, Triggers, WindowBatch
from training.tune import STEPS, Remembering, _logistic, nearest_to_half


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


class CountsQuestions:
    """A network that only counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def encode(self, windows: WindowBatch) -> Encoded:
        self.asked += 1
        shape = (*windows.word_index.shape, 2)
        return Encoded(np.full(shape, self.asked, np.float32), np.zeros(shape, np.float32))

    def mentions(self, words: object, sentence: object, triggers: Triggers) -> tuple[int, int]:
        del words, sentence
        self.asked += 1
        return self.asked, len(triggers.row)


def test_a_question_that_was_asked_before_is_answered_from_memory() -> None:
    network = CountsQuestions()
    memory = Remembering(network)  # type: ignore[arg-type]  # two of its four questions are enough here
    one, other = (WindowBatch(*(np.full((1, 4), number, np.int64) for _ in range(4))) for number in (1, 2))
    first = memory.encode(one)
    assert memory.encode(one) is first
    assert memory.encode(other) is not first
    assert network.asked == 2
    rows = [np.array(numbers, np.int64) for numbers in ([0], [0, 0])]
    answers = [memory.mentions(first.words, one.sentence, Triggers(row, row, row + 1, row)) for row in (rows[0], rows[1], rows[0])]
    assert answers[0] is answers[2]
    assert answers[0] is not answers[1]
    assert network.asked == 4


def steps_of(right: dict[float, int], documents: int) -> list[list[NDArray[np.float64]]]:
    """For each step one group of texts with ten answers each, of which so many agree."""
    return [[np.tile([float(right.get(step, 5)), 10.0, 10.0], (documents, 1))] for step in STEPS]


def test_a_step_that_is_better_in_every_text_is_taken() -> None:
    assert STEPS[nearest_to_half(steps_of({0.3: 8}, 40))] == 0.3


def test_of_steps_that_are_alike_the_nearest_to_one_half_is_taken() -> None:
    assert STEPS[nearest_to_half(steps_of({0.3: 8, 0.4: 8, 0.65: 8}, 40))] == 0.4
    assert STEPS[nearest_to_half(steps_of({}, 40))] == 0.5


def test_what_a_few_texts_tell_is_chance() -> None:
    one_better = steps_of({}, 40)
    one_better[STEPS.index(0.3)][0][0, 0] = 7  # a single text of forty, by two answers of ten
    assert STEPS[nearest_to_half(one_better)] == 0.5
    many = steps_of({}, 40)
    many[STEPS.index(0.3)][0][:20, 0] = 7
    assert STEPS[nearest_to_half(many)] == 0.3
