"""When an act was, where its sentence tells it and the reader did not take it, or took another act's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.records import Document, Mention, Quote
from tocsin.resolve.roles.missed_times import with_missed_times


def quote(text: str, words: str, score: float = 1.0) -> Quote:
    start = text.index(words)
    return Quote(start, start + len(words), words, score)


def times(text: str, *triggers: str, told: tuple[str, ...] = ()) -> list[list[str]]:
    """The times of the acts at ``triggers``, of which the reader gave the first ``told``."""
    mentions = [Mention(f"e{n}", "COERCE", quote(text, trigger)) for n, trigger in enumerate(triggers, 1)]
    first = Mention("e1", "COERCE", mentions[0].trigger, times=tuple(quote(text, words) for words in told))
    return [[time.text for time in mention.times] for mention in with_missed_times(Document("d", text, "-"), (first, *mentions[1:]))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police detained six miners in Tarsk on Monday.", ["Monday"]),
        ("On Monday, police detained six miners.", ["Monday"]),
        ("Police detained six miners two days ago.", ["two days ago"]),
        ("Police detained six miners at dawn.", ["dawn"]),
    ],
)
def test_an_act_without_a_time_takes_that_of_its_clause(text: str, found: list[str]) -> None:
    assert times(text, "detained") == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Six miners were detained, a spokesman for the mine's owners told reporters on Monday.",
        "Police detained six miners. A court met on Monday.",
        "Police detained six miners who had walked out (the strike began on Monday).",
        "Tarsk miners detained May 01, 2011 00:00 IST Six men were led away.",
    ],
)
def test_a_time_of_another_verb_sentence_or_header_is_not_taken(text: str) -> None:
    assert times(text, "detained") == [[]]


def test_each_act_takes_the_time_beside_it() -> None:
    text = "Police detained six miners on Monday, and a court released four on Thursday."
    assert times(text, "detained", "released") == [["Monday"], ["Thursday"]]


def test_a_time_that_the_reader_gave_stays_alone_unless_it_is_most_unlikely() -> None:
    assert times("Police detained six miners on Monday at dawn.", "detained", told=("dawn",)) == [["dawn"]]
    text = (
        "The miners were detained in Tarsk; a minister, who had visited the town in 2009 and left, said that the strike was over by Friday."
    )
    assert times(text, "detained", told=("Friday",)) == [[]]


def test_pieces_of_one_time_are_joined() -> None:
    assert times("Police detained six miners late on Monday night.", "detained", told=("Monday", "night")) == [["Monday night"]]


WORDS = st.sampled_from(
    ["monday", "On Monday,", "at dawn", "for 3 days", "in", "2014", "said", "who", ",", ".", "\n", "09:40", "May", "the", "held", "é"]
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=30), st.data())
def test_any_text_gives_times_that_stand_in_it(words: list[str], data: st.DataObject) -> None:
    text = " ".join([*words, "end"])
    starts = sorted(data.draw(st.sets(st.integers(0, len(text) - 2), max_size=4)))
    mentions = [Mention(f"e{n}", "ASSAULT", Quote(at, at + 2, text[at : at + 2])) for n, at in enumerate(starts, 1)]
    for mention in with_missed_times(Document("d", text, "-"), mentions):
        assert all(text[time.start : time.end] == time.text and 0 <= time.score <= 1 for time in mention.times)
