"""Quotes that neither begin nor end inside a number or what limits it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.records import CountQuote, Document, Mention, Quote
from tocsin.resolve.roles.whole_quotes import whole_figure, with_whole_quotes


def quote(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote(start, start + len(words), words)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Organisers spoke of 1,500 marchers.", "500", "1,500"),
        ("The navy took off some 1,200 people.", "some 1", "some 1,200"),
        ("He came with 2,500,000 others", "500", "2,500,000"),
        ("Police held at least 12 students.", "least 12 students", "at least 12 students"),
        ("No fewer than six men fled.", "than six men", "No fewer than six men"),
        ("The first 12, 30 of them cooks, left.", "12", "12"),
        ("Guns fell silent at last, and 30 men left.", "last", "last"),
    ],
)
def test_a_quote_ends_where_its_figure_does(text: str, words: str, expected: str) -> None:
    assert whole_figure(text, quote(text, words)).text == expected


def test_a_number_of_people_has_their_noun_where_another_act_has_it() -> None:
    text = "A crowd of about 800 cooks stormed the gate, and two men were trampled."
    short, whole = quote(text, "A crowd of about 800"), quote(text, "A crowd of about 800 cooks")
    count = CountQuote("participants", quote(text, "about 800"))
    mentions = (
        Mention("e1", "ASSAULT", quote(text, "stormed"), actors=(whole,), counts=(count,)),
        Mention("e2", "ASSAULT", quote(text, "trampled"), actors=(short,)),
    )
    found = with_whole_quotes(Document("d", text, "-"), mentions)
    assert [mention.actors for mention in found] == [(whole,), (whole,)]
    assert found[0].counts == (count,)


@given(st.text(alphabet="1,5. atlesomfhn", max_size=40), st.data())
def test_any_quote_stays_one_of_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = whole_figure(text, Quote(start, end, text[start:end]))
    assert text[found.start : found.end] == found.text
    assert found.start <= start <= end <= found.end
