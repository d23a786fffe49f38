from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.display.excerpt import Sentences
from tocsin.display.marks import Mark, marks_of, pieces
from tocsin.display.plain import line, plain
from tocsin.records import CountQuote, Mention, Quote, Span

TEXT = "Police held ten men in Osh. They were freed on Monday.\n\nNobody knows why."


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    borders = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)
    return [Mark(start, end, "actor", "e1") for start, end in draw(st.lists(borders, max_size=8)) if start < end]


@given(marks())
@settings(deadline=None, max_examples=50)
def test_the_pieces_joined_are_the_text_and_each_bears_the_marks_that_hold_it(given_marks: list[Mark]) -> None:
    found = list(pieces(TEXT, given_marks))
    assert "".join(piece.text for piece in found) == TEXT
    for piece in found:
        assert set(piece.marks) == {mark for mark in given_marks if mark.start <= piece.start < mark.end}


@given(marks(), st.integers(0, 40), st.integers(41, len(TEXT)))
@settings(deadline=None, max_examples=50)
def test_a_part_of_the_text(given_marks: list[Mark], start: int, end: int) -> None:
    assert "".join(piece.text for piece in pieces(TEXT, given_marks, Span(start, end))) == TEXT[start:end]


def test_every_quote_of_a_mention_is_marked() -> None:
    def at(words: str) -> Quote:
        return Quote(TEXT.index(words), TEXT.index(words) + len(words), words)

    mention = Mention("e1", "COERCE", at("held"), actors=(at("Police"),), places=(at("Osh"),), counts=(CountQuote("arrested", at("ten")),))
    assert [(TEXT[mark.start : mark.end], mark.role) for mark in marks_of([mention])] == [
        ("Police", "actor"),
        ("held", "trigger"),
        ("ten", "count"),
        ("Osh", "place"),
    ]


def test_the_sentence_around_words() -> None:
    sentences = Sentences(TEXT)
    freed = Quote(TEXT.index("freed"), TEXT.index("freed") + 5, "freed")
    around, near = sentences.around(freed), sentences.near([freed], spare=1)
    assert TEXT[around.start : around.end] == "They were freed on Monday."
    assert TEXT[near.start : near.end] == TEXT


def test_nothing_that_a_terminal_obeys_is_shown() -> None:
    assert plain("a\x1b[31mb\u202ec\r\nd\u200de") == "a\ufffd[31mb\ufffdc\nd\u200de"
    assert line(" a \n b ") == "a b"
