"""Who says so, in the ways that news has of saying it."""

from __future__ import annotations

import pytest

from tests.proportion import growth
from tocsin.records import CountQuote, Mention, Quote
from tocsin.resolve.sources.attribution import claimant_of
from tocsin.resolve.sources.reach import Sources


def source(text: str, figure: str) -> str | None:
    """The words of the source of the last ``figure`` in ``text``."""
    start, sources = text.rindex(figure), Sources(text)
    found = sources.of(start, start + len(figure))
    quote = sources.named(found) if found else None
    return quote.text if quote else None


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Troops held 50 dockers in Tamsa, the harbour police said.", "50", "the harbour police"),
        ("The harbour police said on Monday that 50 dockers were held.", "50", "The harbour police"),
        ("According to the Coast Rights Desk, 190 dockers were held.", "190", "the Coast Rights Desk"),
        ("About 190 dockers were held, according to the Coast Rights Desk.", "About 190", "the Coast Rights Desk"),
        ("The dockers' union put the number of marchers at 900.", "900", "The dockers' union"),
        ("A prosecutor spoke of 12 arrests.", "12", "A prosecutor"),
        ("Some 2,500 people marched, by the prefecture's count.", "2,500", "the prefecture"),
        ("“We lost four men,” said Ana Bell, a foreman.", "four", "Ana Bell"),
        ("Police said 50 marched; the union said 200 had come.", "50", "Police"),
        ("Police said 50 marched; the union said 200 had come.", "200", "the union"),
        ("There were 50, police say, and 200, according to the organisers.", "50", "police"),
        ("There were 50, police say, and 200, according to the organisers.", "200", "the organisers"),
        ("The militia, the River Front, said it had freed 25 men.", "25", "The militia, the River Front"),
        ("The mayor said the quay was shut. Nine men were hurt, he said.", "Nine", "The mayor"),
        ("Troops held 50 dockers in Tamsa on Monday.", "50", None),
        ("By our own count 70 people stood at the gate.", "70", None),
        ("The fighting has claimed 70 lives since March.", "70", None),
        (
            "The River Register, a monitor with its own people on each of the two banks of it, put the dead at 16 and said five were boys.",
            "five",
            "The River Register",
        ),
        ("Rescue workers, who had spoken of 12 deaths, agreed.", "12", "Rescue workers"),
        ("The mayor, Ana Bell, denied that troops had fired shots and said only two men had died.", "two", "The mayor, Ana Bell"),
        ("Ana Bell, a nurse, spoke on Monday. The port denied it and said two men had died. It said 34 were held.", "34", "The port"),
        ("The state governor, Ade Bello, said 15 dockers were hurt.", "15", "The state governor, Ade Bello"),
        ("The toll was raised by the Tamsa police on Monday to 26.", "26", "the Tamsa police"),
        ("Some 200 supporters chanted, by a police count.", "200", "a police count"),
        ("The ministry's figure of 30 could not be checked.", "30", "The ministry"),
        ("Two women were led away, workers wrote online.", "Two", "workers"),
        ("Monday's list of 30 names is long.", "30", None),
        ("The figures add up to thirty.", "thirty", None),
    ],
)
def test_the_source_whose_word_reaches_a_figure(text: str, figure: str, expected: str | None) -> None:
    assert source(text, figure) == expected


def mention(text: str, figure: str, said_by: str | None) -> Mention:
    def quote(words: str) -> Quote:
        return Quote(text.index(words), text.index(words) + len(words), words)

    return Mention(
        "e1", "COERCE", quote("held"), said_by=quote(said_by) if said_by else None, counts=(CountQuote("arrested", quote(figure)),)
    )


def test_the_sentence_decides_before_the_reader() -> None:
    text = "The union said 50 men were held, as witnesses looked on."
    found = claimant_of(Sources(text), mention(text, "50", "witnesses"), 0)
    assert found is not None
    assert found.text == "The union"


def test_what_it_had_done_is_told_by_the_source_of_the_sentence_before() -> None:
    text = "Nine died, according to the Relief Circle. It had held 50 for the army."
    found = claimant_of(Sources(text), mention(text, "50", None), 0)
    assert found is not None
    assert found.text == "the Relief Circle"


def test_a_semicolon_ends_what_a_source_says() -> None:
    text = "In all 50 men were held; we hear from the mayor that all is well."
    assert claimant_of(Sources(text), mention(text, "50", "the mayor"), 0) is None


def test_a_source_of_another_sentence_is_no_source_of_a_count() -> None:
    text = "The mayor promised a new bridge. On Monday 50 men were held at the gate."
    assert claimant_of(Sources(text), mention(text, "50", "The mayor"), 0) is None


def test_the_reader_is_believed_where_the_sentence_has_no_form_that_is_known() -> None:
    text = "From the mayor we have it that 50 men were held."
    found = claimant_of(Sources(text), mention(text, "50", "the mayor"), 0)
    assert found is not None
    assert found.text == "the mayor"


def test_who_is_meant_by_a_pronoun_told_of_the_number_too() -> None:
    text = "The ministry spoke of six dead. The Dockers' League called for talks. It said 20 men were held."
    one = mention(text, "20", "The Dockers' League")
    found = claimant_of(Sources(text), one, 0)
    assert found == one.said_by


@pytest.mark.parametrize(
    "words", ["said, ", "denied it and said ", "the police said that ", "and told ", "police, who said, ", "According to "]
)
def test_a_sentence_without_end_takes_time_in_proportion_to_its_length(words: str) -> None:
    def work(count: int) -> None:
        text = f"{words * count} 50 men were held"
        Sources(text).of(text.index("50"), text.index("50") + 2)

    assert growth(work, 1_000) < 12  # sixteen where each verb looked back to the sentence's start
