"""Where an act was, where its sentence tells it and the reader did not take it, or took what is no place of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.records import Document, Mention, Quote, Span
from tocsin.resolve.roles.located_phrases import located_phrases
from tocsin.resolve.roles.missed_places import with_missed_places


def quote(text: str, words: str, score: float = 1.0) -> Quote:
    start = text.index(words)
    return Quote(start, start + len(words), words, score)


def places(text: str, trigger: str, *told: Quote, kind: str = "ASSAULT") -> list[str]:
    mention = Mention("e1", kind, quote(text, trigger), places=told)
    return [place.text for place in with_missed_places(Document("d", text, "-"), (mention,))[0].places]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gunmen shot two guards in Tarsk on Monday.", ["Tarsk"]),
        ("In Tarsk, gunmen shot two guards.", ["Tarsk"]),
        ("Gunmen shot two guards at the police post.", ["the police post"]),
        ("Gunmen shot two guards near the village of Tarsk.", ["the village of Tarsk"]),
    ],
)
def test_an_act_without_a_place_takes_that_of_its_clause(text: str, found: list[str]) -> None:
    assert places(text, "shot") == found


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot two guards, the ministry said in Tarsk.",
        "Two guards were shot by Tarsk police.",
        "Gunmen shot two guards on Monday. A minister is in Tarsk.",
        "TARSK, Jan 3 (Wire) - Gunmen shot two guards.",
    ],
)
def test_the_place_of_a_speaker_of_another_sentence_or_of_a_dateline_is_not_taken(text: str) -> None:
    assert places(text, "shot") == []


def test_a_dateline_is_the_place_of_nothing() -> None:
    text = "TARSK, Jan 3 (Wire) - Gunmen shot two guards in Osk."
    assert places(text, "shot", quote(text, "TARSK"), quote(text, "Osk")) == ["Osk"]


def test_an_unsure_place_of_another_clause_is_taken_off_unless_it_is_the_last() -> None:
    text = "Gunmen shot two guards in Osk, after a mayor who comes from Tarsk had gone."
    assert places(text, "shot", quote(text, "Osk"), quote(text, "Tarsk", 0.5)) == ["Osk"]
    assert places(text, "shot", quote(text, "Osk"), quote(text, "Tarsk", 1.0)) == ["Osk", "Tarsk"]
    text = "The mayor criticised the plan, which a body for Tarsk had drawn up."
    assert places(text, "criticised", quote(text, "Tarsk", 0.5), kind="ACCUSE") == ["Tarsk"]


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("Cooks marched through Tamsa on Monday for colleagues killed in Orvel.", "marched", "Tamsa"),
        ("Cooks march in Tamsa over Orvel deaths", "deaths", "Orvel"),
    ],
)
def test_an_act_with_a_place_takes_none_of_another_deed(text: str, trigger: str, told: str) -> None:
    assert places(text, trigger, quote(text, told), kind="PROTEST" if trigger == "marched" else "ASSAULT") == [told]


def test_a_day_with_an_ending_is_no_place() -> None:
    text = "The men killed in Sunday's shooting were cooks."
    assert places(text, "killed") == []


def test_pieces_of_one_place_are_joined() -> None:
    text = "Gunmen shot two guards in the north-eastern Osk valley."
    assert places(text, "shot", quote(text, "the north-eastern"), quote(text, "Osk valley")) == ["the north-eastern Osk valley"]


def test_a_phrase_ends_with_its_name_or_site() -> None:
    text = "They marched from the gate of Osk through several quiet streets to Lake Osk district, in May and in anger."
    assert [text[phrase.span.start : phrase.span.end] for phrase in located_phrases(text, Span(0, len(text)))] == [
        "the gate",
        "Osk",
        "several quiet streets",
        "Lake Osk district",
    ]


WORDS = st.sampled_from(
    ["in Tarsk", "the town of", "at the gate", "near", "said", "who", ",", ".", "\n", "Osk's", "TARSK -", "by", "‘", "é"]
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=30), st.data())
def test_any_text_gives_places_that_stand_in_it(words: list[str], data: st.DataObject) -> None:
    text = " ".join([*words, "end"])
    starts = sorted(data.draw(st.sets(st.integers(0, len(text) - 2), max_size=4)))
    quotes = [Quote(at, at + 2, text[at : at + 2], 0.5) for at in starts]
    mentions = [Mention(f"e{n}", "PROTEST", one, places=(quotes[0],)) for n, one in enumerate(quotes, 1)]
    for mention in with_missed_places(Document("d", text, "-"), mentions):
        assert all(text[place.start : place.end] == place.text and 0 <= place.score <= 1 for place in mention.places)
