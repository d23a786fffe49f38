"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.proportion import growth
from tocsin.records import Span
from tocsin.resolve.sentence import Sentences
from tocsin.sentences import sentences


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police came. People left.", ["Police came.", "People left."]),
        ("Gen. Okoro met Dr. Lund on Feb. 3. They agreed.", ["Gen. Okoro met Dr. Lund on Feb. 3.", "They agreed."]),
        ('"We will march." He left.', ['"We will march."', "He left."]),
        ("The U.S. envoy arrived.\n\nTalks began.", ["The U.S. envoy arrived.", "Talks began."]),
        ("A line wrapped by\nan old mailer. Next.", ["A line wrapped by\nan old mailer.", "Next."]),
        ("HEADLINE WITHOUT A STOP\nThe story begins.", ["HEADLINE WITHOUT A STOP", "The story begins."]),
        ("all in lower case. as some feeds are.", ["all in lower case.", "as some feeds are."]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(alphabet=st.sampled_from('Ab .!?\n"’x1é'), max_size=120))
@settings(deadline=None, max_examples=100)
def test_sentences_hold_every_visible_mark_once(text: str) -> None:
    spans = sentences(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(split(text)).split()) == "".join(text.split())


@given(st.text(alphabet=st.sampled_from('Ab .!?\n"’x1é'), max_size=120), st.integers(0, 120))
@settings(deadline=None, max_examples=100)
def test_every_offset_is_in_one_sentence(text: str, offset: int) -> None:
    found, spans = Sentences(text), sentences(text)
    number = found.number(offset)
    assert found.at(offset) == (spans[number] if spans else Span(0, len(text)))
    assert all(found.number(span.start) == found.number(span.end - 1) == at for at, span in enumerate(spans))
    assert found.before(offset) == (spans[number - 1] if number else None)


@pytest.mark.parametrize("row", [".", "!", " ", ".’", " \t"])
def test_a_long_row_of_marks_or_spaces_takes_time_in_proportion_to_its_length(row: str) -> None:
    def work(count: int) -> None:
        assert len(sentences(f"Chapter 1 {row * count}x")) == 1

    assert growth(work, 12_500) < 12  # sixteen where a row is looked at from each of its marks on; of 50,000 dots that took 18 s
