"""What numbers of people count, by their own sentences, and which mention they are given to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.proportion import growth
from tocsin.records import CountQuote, Document, Mention, Quote, Span
from tocsin.resolve.counts.signs import PERSONS
from tocsin.resolve.roles.missed_counts import with_missed_counts
from tocsin.resolve.roles.toll import Act
from tocsin.resolve.roles.tolls import find_tolls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb killed 14 people and wounded 31 in Tamsa.", [("14", "killed"), ("31", "injured")]),
        ("At least 14 people were killed and 31 injured.", [("At least 14", "killed"), ("31", "injured")]),
        ("Six fighters and one soldier were killed.", [("Six", "killed"), ("one", "killed")]),
        ("Police detained about 50 people as they gathered for a rally.", [("about 50", "arrested")]),
        ("Some 900 dockers marched to the gate.", [("Some 900", "participants")]),
        ("The union put the number of strikers at 900.", [("900", "participants")]),
        ("The death toll rose to 57.", [("57", "killed")]),
        ("Gunmen abducted 42 girls.", [("42", "abducted")]),
        ("A court set eleven others free.", [("eleven others", "released")]),
        ("The army evicted 40 families.", [("40", "displaced")]),
        ("Gunmen kill seven in a village", [("seven", "killed")]),
        ("TAMSA, May 17 - Nine people were killed.", [("Nine", "killed")]),
        ("Police held 50 men. A lawyer spoke of 70.", [("50", "arrested"), ("70", "arrested")]),
        ("State radio put the dead at one.", [("one", "killed")]),
        ("The toll was raised to 26: 19 dockers and seven women.", [("26", "killed"), ("19", "killed"), ("seven", "killed")]),
        ("A shell hit the quay, killing a cook and four boys.", [("four", "killed")]),
        ("The number of the detained is now 41.", [("41", "arrested")]),
        ("Two men, a guard and the driver of a cab that had stopped at the red light of the quay, were hurt by it.", [("Two", "injured")]),
        ("Three of the nurses detained on Tuesday were released.", [("Three", "released")]),
        ("Two of the wounded died on Monday.", [("Two", "killed")]),
        ("Six of those held were freed.", [("Six", "released")]),
        ("Six of the wounded lay in the yard.", [("Six", "injured")]),
        ("500 marchers were wounded, three novices among them.", [("500", "injured")]),
        ("Four rebels died and two soldiers were wounded.", [("Four", "killed"), ("two", "injured")]),
        ("A man stabbed 11 pupils to death.", [("11", "killed")]),
        ("Three rebels - two from Tamsa and a guide - were killed.", [("Three", "killed"), ("two", "killed")]),
        ("At least four people, including two guards, were hurt.", [("At least four", "injured"), ("two", "injured")]),
        ("A court sent 19 lawyers to prison and set eleven others free.", [("eleven others", "released")]),
        ("Police put those held at 41, the army its own losses at six.", [("41", "arrested"), ("six", "killed")]),
        ("Around 120 people, some as young as twelve, took part.", [("Around 120", "participants")]),
        ("The front said it had handed over 44 and received 25.", [("44", "released"), ("25", "released")]),
        ("A robber was overpowered by two butchers and handed over to the police.", []),
        ("We counted sixty rioters at most.", [("sixty rioters at most", "participants")]),
        ("By this inhuman act six people lost their lives.", [("six", "killed")]),
        ("They saw 118 persons who had been seized.", [("118", "arrested")]),
    ],
)
def test_the_words_around_a_figure_tell_what_it_counts(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(toll.quote.text, toll.kind) for toll in find_tolls(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was killed and none arrested.",
        "Ana Bell, 71, was hurt.",
        "The crowd burned 12 lorries and three shops.",
        "The three-day strike ended.",
        "They gathered at 4 in the morning.",
        "The union has two newspapers.",
        "Boys aged 13 to 17 were held.",
        "A father of three was hurt.",
        "The toll went up from eight.",
        "In March, 40 people watched a film.",
        "The union held talks with 12 owners.",
        "Ana Bell, who is 44, was stabbed.",
    ],
)
def test_what_is_no_number_of_people(text: str) -> None:
    assert find_tolls(text) == []


@pytest.mark.parametrize(
    ("text", "figure", "kind"),
    [
        ("Dockers marched on Monday. The union's secretary counted 260 teachers.", "260", "participants"),
        ("Dockers marched on Monday. There were 4,300 of them.", "4,300", "participants"),
        ("Dockers marched on Monday. The police figure of 70 is wrong.", "70", "participants"),
        ("Dockers marched on Monday. Their council has 12 members.", "12", None),
        ("Dockers marched on Monday. Police said the nine had refused.", "nine", None),
        ("Dockers marched on Monday. Police put the number of blocks at five.", "five", None),
        ("Dockers marched on Monday. Police said that 25 have been fined.", "25", None),
        ("Dockers marched on Monday. Police said they knew of 25.", "25", "participants"),
    ],
)
def test_a_lone_figure_that_somebody_gives_counts_what_the_act_told_before_it_does(text: str, figure: str, kind: str | None) -> None:
    marched = Act(Span(text.index("marched"), text.index("marched") + 7), "participants")
    found = {toll.quote.text: toll.kind for toll in find_tolls(text, [marched])}
    assert found.get(figure) == kind


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet='ab .,;\n"12killed wounded police said the of men', max_size=200))
def test_any_text_gives_quotes_of_it(text: str) -> None:
    for toll in find_tolls(text):
        assert text[toll.quote.start : toll.quote.end] == toll.quote.text
        assert toll.kind in PERSONS


TEXT = "A bomb in the market of Tamsa killed 14 people and wounded 31, police said.\n\nThe hospital counted 19 dead by nightfall. Two shops burned."


def quote(words: str) -> Quote:
    return Quote(TEXT.index(words), TEXT.index(words) + len(words), words)


ATTACK = Mention(
    "e1", "ASSAULT", quote("bomb"), ("explosives",), counts=(CountQuote("killed", quote("14")), CountQuote("killed", quote("31")))
)
AGAIN = Mention("e2", "ASSAULT", quote("burned"), part_of="e1")


def test_a_figure_is_given_to_the_act_and_a_toll_is_a_mention_of_it() -> None:
    first, toll, last = with_missed_counts(Document("d", TEXT, "-"), [ATTACK, AGAIN])
    assert [(count.kind, count.quote.text) for count in first.counts] == [("killed", "14"), ("injured", "31")]
    assert (toll.id, toll.type, toll.trigger.text, toll.same_as) == ("e2", "ASSAULT", "dead", "e1")
    assert [(count.kind, count.quote.text) for count in toll.counts] == [("killed", "19")]
    assert (last.id, last.part_of, last.counts) == ("e3", "e1", ())


def test_doing_it_twice_changes_nothing() -> None:
    document = Document("d", TEXT, "-")
    once = with_missed_counts(document, [ATTACK, AGAIN])
    assert with_missed_counts(document, once) == once


def test_an_attack_on_a_prison_bears_the_number_of_those_whom_it_freed() -> None:
    text = "Gunmen attacked the prison of Tarsk and freed 240 inmates."
    start = text.index("attacked")
    [mention] = with_missed_counts(Document("d", text, "-"), [Mention("e1", "ASSAULT", Quote(start, start + 8, "attacked", 0.9))])
    assert [(count.kind, count.quote.text) for count in mention.counts] == [("released", "240")]


def test_a_number_that_no_act_can_have_is_left_out() -> None:
    talks = Mention("e1", "CONSULT", quote("said"))
    assert with_missed_counts(Document("d", TEXT, "-"), [talks]) == (talks,)
    assert with_missed_counts(Document("d", TEXT, "-"), []) == ()


@pytest.mark.parametrize("words", ["killed the toll of those held and ", "5 people, 6 men and ", "he said 5 were held and "])
def test_a_sentence_without_end_takes_time_in_proportion_to_its_length(words: str) -> None:
    def work(length: int) -> None:
        find_tolls(words * (length // len(words)) + "12 died")

    assert growth(work, 4_000) < 12  # four times the text; sixteen times the work if every figure looked back to the start
