from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.corroborate.reports import MOMBASA, arrest
from tocsin.corroborate.claimants import claimant_kind, is_publisher, kind_in, publishing_kind
from tocsin.corroborate.claims import RULES, figures_of, number_claims
from tocsin.records import Claim, CountValue, Document, Event, Quote, Reading

DAY = dt.date(2021, 3, 1)
FIRST = arrest("a", "Mombasa", MOMBASA, DAY, 50, "police")
RIVAL = arrest("b", "Mombasa", MOMBASA, DAY, 200, "the Coast Rights Desk")
LATER = arrest("c", "Mombasa", MOMBASA, DAY + dt.timedelta(days=2), 64)
COPY = arrest("d", "Mombasa", MOMBASA, DAY, 50, "police")


def told(*readings: Reading) -> list[tuple[Document, Event]]:
    return [(reading.document, event) for reading in readings for event in reading.events]


def test_every_claim_stands_beside_its_claimant() -> None:
    claims = number_claims(told(LATER, RIVAL, FIRST))
    shown = [(claim.value.best, claim.claimant, claim.claimant_kind) for claim in claims]
    assert shown == [(50, "police", "police"), (200, "the Coast Rights Desk", "monitor"), (64, None, "journalist")]


def test_copies_are_one_claim_that_names_them() -> None:
    [claim] = number_claims(told(FIRST, COPY), {"a": "a", "d": "a"})
    assert (claim.event.document, claim.copies) == ("a", ("d",))


@pytest.mark.parametrize(("rule", "best"), [("latest", 64), ("independent", 200), ("official", 50), ("lowest", 50), ("highest", 200)])
def test_the_best_figure_is_one_claims_by_the_rule_that_is_named(rule: str, best: int) -> None:
    [figure] = figures_of(number_claims(told(FIRST, RIVAL, LATER)), RULES[rule])
    assert (figure.low, figure.best, figure.high) == (50, best, 200)
    assert (figure.rule, figure.claims[0].value.best, figure.agreement) == (rule, best, "differ")


def test_the_best_figure_of_one_source_is_no_smaller_one_that_it_gives_beside_it() -> None:
    toll, part = (arrest("e", "Mombasa", MOMBASA, DAY + dt.timedelta(days=2), number) for number in (64, 2))
    claims = number_claims(told(FIRST, toll, part))
    assert figures_of(claims)[0].best == 64
    assert figures_of(claims, RULES["lowest"])[0].best == 2


def test_one_source_and_sources_that_agree() -> None:
    assert figures_of(number_claims(told(FIRST)))[0].agreement == "single"
    assert figures_of(number_claims(told(FIRST, COPY)))[0].agreement == "agree"


@pytest.mark.parametrize(
    ("one", "other", "reach", "agreement"),
    [
        ((15, None), (23, 23), (15, 23), "differ"),
        ((15, None), (30, None), (15, None), "differ"),
        ((15, None), (16, 16), (15, 16), "agree"),
        ((15, None), (15, 15), (15, None), "agree"),
        ((0, 40), (23, 23), (0, 40), "agree"),
        ((45, 55), (55, 60), (45, 60), "agree"),
        ((45, 55), (56, 60), (45, 60), "differ"),
    ],
)
def test_how_far_two_figures_reach_and_whether_they_go_together(
    one: tuple[int, int | None], other: tuple[int, int | None], reach: tuple[int, int | None], agreement: str
) -> None:
    first, second = number_claims(told(FIRST, RIVAL))
    claims = [replace(claim, value=CountValue("arrested", *ends, ends[0])) for claim, ends in ((first, one), (second, other))]
    [figure] = figures_of(claims)
    assert ((figure.low, figure.high), figure.agreement) == (reach, agreement)


def test_a_part_that_is_told_beside_its_whole_is_no_claim() -> None:
    [whole] = told(FIRST)
    text = "Police hurt 50, three of them nurses, the dead are two, including one child."
    parts = tuple(
        Claim(
            "e1", "count", at, Quote(text.index(words), text.index(words) + len(words), words), "asserted", CountValue("injured", n, n, n)
        )
        for at, (words, n) in enumerate((("50", 50), ("three", 3), ("two", 2), ("one", 1)))
    )
    told_parts = (replace(whole[0], text=text), replace(whole[1], claims=parts))
    assert [claim.value.best for claim in number_claims([told_parts])] == [50, 2]


def test_a_body_speaks_in_the_text_that_it_publishes() -> None:
    assert publishing_kind("Open Window", "We call on the ministry to free our members.") == "monitor"
    assert publishing_kind("Open Window", "We counted 40 boats.") == "journalist"
    assert publishing_kind("The Tamsa Times", "Our members were held.") == "journalist"
    assert is_publisher("the House", "Coast Rights House")
    assert not is_publisher("the police", "Coast Rights House")
    assert not is_publisher("the House", None)


def test_an_incident_without_numbers_has_no_figures() -> None:
    assert figures_of(number_claims([])) == ()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (None, "journalist"),
        ("the superintendent of police", "police"),
        ("the Interior Ministry", "ministry"),
        ("the home minister", "ministry"),
        ("organisers", "organiser"),
        ("a rights group", "monitor"),
        ("doctors at the general hospital", "hospital"),
        ("residents of the village", "witness"),
        ("the dockers' union", "union"),
        ("officials", "unnamed"),
        ("the provincial governor", "government"),
        ("the fire brigade", "other"),
        ("the army", "military"),
        ("the Brigade of the Two Rivers", "armed group"),
        ("the force's spokeswoman", "police"),
        ("the air force", "military"),
        ("Sindicato de Estibadores", "union"),
        ("the farmers' alliance", "union"),
        ("the traders' spokesman, a baker", "organiser"),
        ("a lawyer for the families", "other"),
        ("the governorate", "government"),
        ("the garrison", "military"),
        ("two exiles", "witness"),
        ("a local historian", "other"),
    ],
)
def test_the_kind_of_a_claimant(words: str | None, kind: str) -> None:
    assert claimant_kind(words) == kind


def test_a_rank_alone_is_of_the_body_named_last() -> None:
    text = "Police arrested 27 people, the departmental commander said."
    assert kind_in(text, "the departmental commander", text.index("the departmental"), ("MIL",)) == "police"
    text = "A shell hit the market, the departmental commander said."
    assert kind_in(text, "the departmental commander", text.index("the departmental"), ("MIL",)) == "military"


def test_where_words_are_silent_the_sector_tells() -> None:
    assert claimant_kind("Ana Bell", ("COP",)) == "police"
    assert claimant_kind("Ana Bell", (), "UNO") == "monitor"
    assert claimant_kind("Ana Bell") == "other"
