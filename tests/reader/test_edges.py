"""Quotes end where words and phrases do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.reader.edges import whole_phrase


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("Norway's foreign ministry spoke", "'s foreign ministry", "Norway's foreign ministry"),
        ("Norway's foreign ministry spoke", "s foreign ministry", "Norway's foreign ministry"),
        ("the Al-Failakawi clan", "-Failakawi clan", "Al-Failakawi clan"),
        ("the Al-Failakawi clan", "Failakawi clan", "Al-Failakawi clan"),
        ("the garrison at Torit", "the garrison at", "the garrison"),
        ("the mayor of Drochia, a baker", "the mayor of Drochia,", "the mayor of Drochia"),
        ("Russia’s army", "Russia’s", "Russia"),
        ("and the nurses went", "and the nurses", "the nurses"),
        ("At least four guards", "At least four guards", "At least four guards"),
        ("in March", "in March", "in March"),
        ("about 25 -30 men", "about 25", "about 25 -30"),
        ("a crowd of 1,000–1,200 marched", "1,000", "1,000–1,200"),
        ("The captain spoke", "The", "The captain"),
    ],
)
def test_a_quote_is_a_whole_phrase(text: str, words: str, whole: str) -> None:
    start = text.index(words)
    found = whole_phrase(text, start, start + len(words))
    assert found
    assert text[found[0] : found[1]] == whole


@pytest.mark.parametrize(("text", "words"), [("go to, and on", "to, and"), ("they left.", "."), ("by the, or", "the")])
def test_words_that_only_join_are_no_quote(text: str, words: str) -> None:
    start = text.index(words)
    assert whole_phrase(text, start, start + len(words)) is None


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="ab '’s-–19,.A\n", max_size=30), st.data())
def test_a_quote_stays_within_its_text(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = whole_phrase(text, start, end)
    assert found is None or 0 <= found[0] < found[1] <= len(text)
