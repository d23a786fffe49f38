from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from tocsin.reader.read import SHIPPED
from tocsin.reader.segment import Words, shape_of, windows_of, words_of
from tocsin.records import Furniture

TOKENIZER = Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))
TOKENIZER.no_truncation()
TOKENIZER.no_padding()


@pytest.mark.parametrize(
    ("word", "opens", "shape"),
    [("police", False, 0), ("Police", False, 1), ("UN", False, 2), ("50", False, 3), ("A", True, 5), ("", True, 4)],
)
def test_shapes(word: str, opens: bool, shape: int) -> None:
    assert shape_of(word, opens_line=opens) == shape


def test_words_stand_at_their_offsets() -> None:
    text = "Ablyazov’s rally drew 1,200 in Almaty – “peaceful”."
    words = words_of(text, TOKENIZER)
    found = [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    assert found == ["Ablyazov", "’", "s", "rally", "drew", "1", ",", "200", "in", "Almaty", "–", "“", "peaceful", "”", "."]


def test_words_in_furniture_are_passed_over_and_offsets_hold() -> None:
    text = "Menu | Home\nPolice arrested two."
    words = words_of(text, TOKENIZER, [Furniture(0, 11, "menu")])
    assert text[words.starts[0] : words.ends[0]] == "Police"


def cover(words: Words, longest: int, overlap: int) -> list[int]:
    owned: list[int] = []
    for window in windows_of(words, longest, overlap):
        assert window.first <= window.own_first < window.own_last <= window.last
        assert words.first_piece[window.last] - words.first_piece[window.first] <= longest
        owned.extend(range(window.own_first, window.own_last))
    return owned


@given(
    st.lists(st.sampled_from(["police", "came.", "Then", "people", "left!", "internationalisation", "\n"]), max_size=150),
    st.integers(16, 60),
)
@settings(deadline=None, max_examples=60)
def test_windows_own_every_word_once_in_order(parts: list[str], longest: int) -> None:
    words = words_of(" ".join(parts), TOKENIZER)
    assert cover(words, longest, longest // 4) == list(range(len(words.starts)))


def test_windows_overlap_by_whole_sentences() -> None:
    words = words_of("Police came to the square. " * 30, TOKENIZER)
    windows = windows_of(words, 60, 15)
    assert all(later.first < earlier.last for earlier, later in pairwise(windows))
    assert all(words.sentence[window.first] != words.sentence[window.first - 1] for window in windows[1:])
