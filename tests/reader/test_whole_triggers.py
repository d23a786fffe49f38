"""One expression is one trigger, two acts are two."""

from __future__ import annotations

import numpy as np
import pytest

from tocsin.reader.network import Triggers
from tocsin.reader.segment import Window, Words
from tocsin.reader.whole_triggers import whole_triggers


def triggers(text: str, *marked: tuple[str, int]) -> list[str]:
    """The triggers of ``text`` when the network marks these words, each with its type."""
    tokens = text.replace(",", " ,").split(" ")
    starts, at = [], 0
    for token in tokens:
        at = text.index(token, at)
        starts.append(at)
        at += len(token)
    ends = [start + len(token) for start, token in zip(starts, tokens, strict=True)]
    words = Words(starts, ends, [], [], [], [0] * len(tokens))
    places = np.array([tokens.index(word) for word, _ in marked], np.int64)
    found = Triggers(np.zeros_like(places), places, places + 1, np.array([kind for _, kind in marked], np.int64))
    whole, scores = whole_triggers(
        text, [(words, Window(0, len(tokens), 0, len(tokens)))], found, np.linspace(0.5, 0.9, len(marked)).astype(np.float32)
    )
    assert len(scores) == len(whole.first)
    return [text[starts[first] : ends[last - 1]] for first, last in zip(whole.first.tolist(), whole.last.tolist(), strict=True)]


def test_an_expression_with_a_word_or_two_inside_is_one() -> None:
    assert triggers("They would respond in kind", ("respond", 0), ("kind", 0)) == ["respond in kind"]
    assert triggers("He was granted political asylum there", ("granted", 0), ("asylum", 0)) == ["granted political asylum"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The attack and abduction", (0, 0)),
        ("The attack, the abduction", (0, 0)),
        ("The attack of the same abduction", (0, 0)),
        ("The attack then abduction", (0, 1)),
    ],
)
def test_two_acts_stay_two(text: str, kinds: tuple[int, int]) -> None:
    assert triggers(text, ("attack", kinds[0]), ("abduction", kinds[1])) == ["attack", "abduction"]
