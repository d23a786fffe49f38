"""Acts that are who did them, or whom they met: reports alike in all else, with other people, are of two."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.corroborate.reports import DAY, MOMBASA, arrest, read
from tocsin.corroborate.compare import Alike, compare
from tocsin.corroborate.pack import packed, unpacked
from tocsin.corroborate.profile import EventProfile, Party
from tocsin.corroborate.weights import EventWeights
from tocsin.records import TimeValue

UNION = Party("The Kanda Dockers' Union", ("kanda", "dockers", "union"), "KEN", frozenset({"LAB"}))
POLICE = Party("the police", (), "KEN", frozenset({"COP"}))
COURT = Party("a court", (), "KEN", frozenset({"JUD"}))
MINISTER = Party("Oda Marenga", ("oda", "marenga"), "KEN", frozenset({"GOV"}))
OTHER_MINISTER = Party("Lewis Tabu", ("lewis", "tabu"), "KEN", frozenset({"GOV"}))


def event(name: str) -> EventProfile:
    [found] = read(arrest(name, "Mombasa", MOMBASA, DAY, 53)).events
    return found


def reasons(one: EventProfile, other: EventProfile) -> dict[str, float]:
    """What is said for and against two events of reports that are much alike."""
    compared = compare(one, other, Alike(story=3.0), EventWeights())
    assert compared is not None
    return {reason.of: reason.weight for reason in compared.reasons}


def told(name: str, kind: str, *, actors: tuple[Party, ...], recipients: tuple[Party, ...] = ()) -> EventProfile:
    return replace(event(name), type=kind, modes=frozenset(), actors=actors, recipients=recipients, counts=())


def test_two_bodies_accusations_are_two_and_one_bodys_are_one() -> None:
    own = told("a", "ACCUSE", actors=(UNION,))
    assert reasons(own, told("b", "ACCUSE", actors=(POLICE,)))["speaker"] < -1
    assert "speaker" not in reasons(own, told("b", "ACCUSE", actors=(UNION,)))


@pytest.mark.parametrize("name", ["Kenya", "the Foreign Ministry"])
def test_a_minister_speaks_for_his_ministry_and_his_country(name: str) -> None:
    body = Party(name, tuple(word.lower() for word in name.split() if word[0].isupper()), "KEN", frozenset({"GOV"}))
    assert "speaker" not in reasons(told("a", "REQUEST", actors=(MINISTER,)), told("b", "REQUEST", actors=(body,)))
    assert "speaker" in reasons(told("a", "REQUEST", actors=(MINISTER,)), told("b", "REQUEST", actors=(OTHER_MINISTER,)))


def test_a_meeting_is_one_whoever_is_named_first_and_another_with_others() -> None:
    visit = told("a", "CONSULT", actors=(MINISTER,), recipients=(UNION,))
    assert "speaker" not in reasons(visit, told("b", "CONSULT", actors=(UNION,), recipients=(MINISTER,)))
    assert (
        reasons(visit, told("b", "CONSULT", actors=(OTHER_MINISTER,), recipients=(Party("dockers", (), "KEN", frozenset({"LAB"})),)))[
            "speaker"
        ]
        < -1
    )


def test_what_a_court_does_is_another_act_than_the_polices() -> None:
    assert reasons(replace(event("a"), actors=(POLICE,)), replace(event("b"), actors=(COURT,)))["court"] < -1
    assert "court" not in reasons(event("a"), event("b"))


@pytest.mark.parametrize(("words", "weight"), [("nine coal miners", 0.3), ("28 pensioners", -1.5), ("the crowd", None)])
def test_people_without_a_name_are_told_apart_by_rare_words(words: str, weight: float | None) -> None:
    miners = replace(event("a"), recipients=(Party("miners", (), "KEN", frozenset({"LAB"})),))
    found = reasons(miners, replace(event("b"), recipients=(Party(words, (), "KEN", frozenset({"CVL"})),)))
    assert found.get("recipient told") == weight


def test_an_act_of_a_past_year_is_not_the_news_and_its_year_is_kept() -> None:
    reading = arrest("a", "Mombasa", MOMBASA, DAY, 53)
    year = TimeValue(dt.date(2017, 1, 1), dt.date(2017, 12, 31), "year", "stated")
    report = read(
        replace(reading, claims=tuple(replace(claim, value=year) if claim.field == "when" else claim for claim in reading.claims))
    )
    assert unpacked(packed(report)) == report
    [past] = report.events
    assert past.first is None
    assert reasons(past, event("b"))["day"] < -5
    undated = replace(event("b"), first=None, last=None)
    assert reasons(past, undated)["day"] < -5
    assert "day" not in reasons(past, replace(undated, historical=True))


def test_a_strike_is_neither_the_march_nor_the_shooting_of_its_day() -> None:
    strike = replace(event("a"), type="PROTEST", modes=frozenset({"strike"}))
    assert compare(strike, replace(event("b"), type="PROTEST", modes=frozenset({"demo"})), Alike(story=3.0), EventWeights()) is None
    assert compare(strike, replace(event("b"), type="ASSAULT", modes=frozenset({"firearms"})), Alike(story=3.0), EventWeights()) is None
    assert compare(strike, replace(event("b"), type="PROTEST", modes=frozenset({"strike", "demo"})), Alike(story=3.0), EventWeights())
