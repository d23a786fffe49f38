"""According to whom: the source that the words around an act give."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.proportion import growth
from tocsin.records import Document, Mention, Quote
from tocsin.resolve.sources.told_by import with_sources


def quote(text: str, words: str, score: float = 1.0) -> Quote:
    start = text.rindex(words)
    return Quote(start, start + len(words), words, score)


def source(text: str, trigger: str, kind: str = "COERCE", actor: str | None = None, own: Quote | None = None) -> str | None:
    """The words of the source of the last ``trigger`` in ``text``."""
    actors = (Quote(text.index(actor), text.index(actor) + len(actor), actor),) if actor else ()
    mention = Mention("e1", kind, quote(text, trigger), actors=actors, said_by=own)
    (found,) = with_sources(Document("a", text, "a.txt"), [mention])
    return found.said_by.text if found.said_by else None


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Six dockers were held in Tamsa, the harbour police said.", "held", "the harbour police"),
        ("Six dockers were held in Tamsa , the harbour police said on Monday .", "held", "the harbour police"),
        ("The harbour police on Monday said that six dockers were held.", "held", "The harbour police"),
        ("Six dockers were held, the mayor told reporters in Tamsa.", "held", "the mayor"),
        ("According to the Coast Rights Desk, six dockers were held.", "held", "the Coast Rights Desk"),
        ("Six dockers were held, according to residents.", "held", "residents"),
        ("Six dockers, according to residents, were held.", "held", "residents"),
        ("“Six men were held,” said Ana Bell, who leads the union.", "held", "Ana Bell"),
        ("Its leader, Ana Bell, said that six men were held.", "held", "Its leader, Ana Bell"),
        ("Ana Bell, who leads the union, said that six men were held.", "held", "Ana Bell"),
        ("The dockers' union put the dead at nine and accused the port of ordering the shooting.", "shooting", "The dockers' union"),
        ("Ana Bell denied reports that the army had come, and told reporters that six men were held.", "held", "Ana Bell"),
        ("Residents who had fled the town said that six men were held.", "held", "Residents"),
        ("Troops shelled the quay and residents said that six men were held.", "held", "residents"),
        ("The mayor said the quay was shut, adding that six men were held.", "held", "The mayor"),
        ("The union told reporters that the quay was shut. Six men were held, it said.", "held", "The union"),
        ("Six men were held, Ana Bell was quoted as saying by a newspaper.", "held", "Ana Bell"),
        ("Six held over blast in the harbour: police\n\nA report follows.", "held", None),
        ("Six held over blast in the harbour: Police\n\nA report follows.", "held", "Police"),
        ("The union accused the guards of holding six men.", "holding", "The union"),
    ],
)
def test_the_one_who_says_so(text: str, trigger: str, expected: str | None) -> None:
    assert source(text, trigger) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Six men were held in Tamsa on Monday.",
        "Six men were held under a plan, according to the law.",
        "The report on the six men who were held was read out.",
        "The mayor was told that six men were held.",
        "We said that six men were held.",
    ],
)
def test_the_report_speaks_in_its_own_voice(text: str) -> None:
    assert source(text, "held") is None


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "actor"),
    [
        ("The army said it had freed six men.", "freed", "RETREAT", None),
        ("“We will march again,” Ana Bell said.", "march", "PROTEST", None),
        ("Police arrested six men, a police spokesman said.", "arrested", "COERCE", "Police"),
        ("PCS members walked out, PCS leader Ana Bell said.", "walked out", "PROTEST", "PCS"),
        ("The mayor said the guards had left; Ana Bell demanded an inquiry.", "demanded", "REQUEST", "Ana Bell"),
    ],
)
def test_nobody_is_the_source_of_his_own_act(text: str, trigger: str, kind: str, actor: str | None) -> None:
    assert source(text, trigger, kind, actor) is None


def test_who_claims_responsibility_is_actor_and_source() -> None:
    text = "The River Front claimed responsibility for the bombing in Tamsa."
    assert source(text, "bombing", "ASSAULT", "The River Front") == "The River Front"


def test_a_quotation_of_several_sentences_has_one_speaker() -> None:
    text = "“Guards came at night. They beat six men. Nobody knows why,” said Ana Bell, a foreman."
    assert source(text, "beat", "ASSAULT", "Guards") == "Ana Bell"


def test_a_speaker_goes_on_after_his_name() -> None:
    text = "“Guards came at night,” Ana Bell said. “They had beaten six men.”"
    assert source(text, "beaten", "ASSAULT", "Guards") == "Ana Bell"


@pytest.mark.parametrize(("score", "expected"), [(0.95, "The quay's owner"), (0.6, None)])
def test_a_source_that_no_words_speak_for_is_kept_where_the_network_is_sure(score: float, expected: str | None) -> None:
    text = "The quay's owner had six men held there."
    assert source(text, "held", own=quote(text, "The quay's owner", score)) == expected


@pytest.mark.parametrize(("score", "expected"), [(0.85, "the quay's owner"), (0.6, "the mayor")])
def test_another_source_than_the_words_name_is_kept_where_the_network_is_sure(score: float, expected: str) -> None:
    text = "Asked by the quay's owner, the mayor said that six men were held."
    assert source(text, "held", own=quote(text, "the quay's owner", score)) == expected


@pytest.mark.parametrize(("own", "expected"), [(None, None), ("a police spokesman", "a police spokesman"), ("Police", None)])
def test_a_spokesman_is_the_source_of_his_body_s_act_where_the_network_names_him_too(own: str | None, expected: str | None) -> None:
    text = "Police arrested six men, a police spokesman said."
    assert source(text, "arrested", actor="Police", own=quote(text, own, 0.6) if own else None) == expected


def test_the_network_s_score_stays_with_the_source_that_it_names_too() -> None:
    text = "Six dockers were held, the harbour police said."
    mention = Mention("e1", "COERCE", quote(text, "held"), said_by=quote(text, "police", 0.7))
    (found,) = with_sources(Document("a", text, "a.txt"), [mention])
    assert found.said_by == quote(text, "the harbour police", 0.7)


WORDS = st.sampled_from(
    [
        "said",
        "that",
        "it",
        "he",
        ",",
        "“",
        "”",
        '"',
        ".",
        "\n",
        "police",
        "Ana",
        "according to",
        "who",
        "and",
        "accused",
        "fired",
        "told",
        "saying",
        ";",
    ]
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=30), st.integers(0, 200), st.integers(1, 9))
def test_every_source_stands_in_the_text(words: list[str], start: int, length: int) -> None:
    text = " ".join(words) + " fired"
    start = min(start, len(text) - 1)
    end = min(len(text), start + length)
    mentions = [Mention("e1", "ASSAULT", Quote(start, end, text[start:end])), Mention("e2", "ACCUSE", quote(text, "fired"))]
    for found in with_sources(Document("a", text, "a.txt"), mentions):
        assert found.said_by is None or text[found.said_by.start : found.said_by.end] == found.said_by.text != ""


@pytest.mark.parametrize(
    "unit", ["it said that he, who told it, fired and, ", '" fired he said ', "police fired, officials, who, said on Monday, "]
)
def test_a_sentence_without_an_end_costs_no_more_than_its_length(unit: str) -> None:
    """Four times as long, four times as much; without bounds it would be sixteen."""

    def work(times: int) -> None:
        text = unit * times
        step = unit.index("fired")
        fired = [Quote(i * len(unit) + step, i * len(unit) + step + 5, "fired") for i in range(times)]
        mentions = [Mention(f"e{i}", "ASSAULT", trigger) for i, trigger in enumerate(fired)]
        with_sources(Document("a", text, "a.txt"), mentions)

    assert growth(work, 250) < 10
