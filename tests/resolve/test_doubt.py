"""Marks of doubt before an act, and acts that are parts of others."""

from __future__ import annotations

import pytest

from tocsin.records import Document, Mention, Quote
from tocsin.resolve.doubt import with_stated_doubt


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("Power appeared to have been cut.", True),
        ("They seem to be deliberately cut off.", True),
        ("Water was reportedly cut.", True),
        ("Water was cut.", False),
        ("Allegedly nobody asked who cut it.", False),
    ],
)
def test_a_mark_right_before_the_act_hedges_it(text: str, hedged: bool) -> None:
    start = text.index("cut")
    mention = Mention("e1", "COERCE", Quote(start, start + 3, "cut"))
    assert with_stated_doubt(Document("d", text, "-"), (mention,))[0].hedged is hedged


def test_what_the_reader_doubts_stays_doubted() -> None:
    mention = Mention("e1", "COERCE", Quote(6, 9, "cut"), hedged=True)
    assert with_stated_doubt(Document("d", "Water cut off.", "-"), (mention,)) == (mention,)
