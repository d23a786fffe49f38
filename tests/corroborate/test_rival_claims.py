from __future__ import annotations

import datetime as dt

import pytest

from tests.corroborate.reports import MOMBASA, arrest
from tocsin.corroborate.claimants import claimant_kind, kind_in
from tocsin.corroborate.claims import RULES, figures_of, number_claims
from tocsin.records import Document, Event, Reading

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


def test_one_source_and_sources_that_agree() -> None:
    assert figures_of(number_claims(told(FIRST)))[0].agreement == "single"
    assert figures_of(number_claims(told(FIRST, COPY)))[0].agreement == "agree"


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
