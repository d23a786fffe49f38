"""What lies between an act and the words that may belong to it."""

from __future__ import annotations

from tests.proportion import growth
from tocsin.records import Document, Mention, Quote, Span
from tocsin.resolve.grammar.clause_signs import REACH, Scene, in_reach, signs
from tocsin.resolve.roles.missed_places import with_missed_places
from tocsin.resolve.roles.missed_times import with_missed_times

TEXT = "Police held six men, who had marched, and a spokesman said on Monday that two were freed."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_signs_tell_the_side_what_is_between_and_which_act_is_nearer() -> None:
    scene = Scene(TEXT, Span(0, len(TEXT)), [span("held"), span("marched"), span("freed")], [span("Monday")])
    found = set(signs(scene, span("held"), span("Monday")))
    assert {
        "stands behind",
        "behind relative",
        "behind and",
        "behind saying",
        "behind act between",
        "behind nearer act",
        "said before",
    } <= found
    assert not {"lone act", "nearer words", "behind mark", "front"} & found
    assert "stands before" in set(signs(scene, span("freed"), span("Monday")))
    assert set(signs(scene, span("held"), Span(7, 9))) == {"inside"}


def test_words_far_off_are_out_of_reach() -> None:
    spans = [Span(at, at + 5) for at in range(0, 3_000, 10)]
    assert in_reach(spans, Span(1_000, 1_005)) == [one for one in spans if 1_000 - REACH <= one.start < 1_005 + REACH]


def test_a_sentence_without_end_takes_time_in_proportion_to_its_length() -> None:
    def work(count: int) -> None:
        text = "held at the gate on Monday " * count
        mentions = [Mention(f"e{n}", "COERCE", Quote(27 * n, 27 * n + 4, "held")) for n in range(count)]
        with_missed_times(Document("d", text, "-"), with_missed_places(Document("d", text, "-"), mentions))

    assert growth(work, 40) < 12  # four times the text; sixteen times the work if every pair were looked at
