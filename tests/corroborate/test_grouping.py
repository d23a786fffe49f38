from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corroborate.reports import MOMBASA, NAIROBI, ORIGINAL, arrest, read, unread
from tocsin.corroborate.compare import Alike, compare
from tocsin.corroborate.grouping import Grouping
from tocsin.corroborate.profile import ReportProfile
from tocsin.corroborate.stories import compare_reports
from tocsin.corroborate.weights import Weights
from tocsin.records import Decision, EventRef, PlaceValue

DAY = dt.date(2021, 3, 1)


def later(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


def made() -> list[ReportProfile]:
    """Twenty reports of a dozen arrests, with some that are alike and some that print one text."""
    chance = random.Random(7)
    towns: Sequence[tuple[str, PlaceValue]] = (("Mombasa", MOMBASA), ("Nairobi", NAIROBI))
    reports = []
    for number in range(20):
        place, town = chance.choice(towns)
        day, count = later(chance.randrange(12)), chance.choice((17, 50, 53, 64, 200))
        reports.append(read(arrest(f"d{number:02}", place, town, day, count, chance.choice((None, "police", "a rights group")))))
    return [*reports, unread("x", ORIGINAL), unread("y", ORIGINAL[:400]), unread("z", ORIGINAL, later(1))]


REPORTS = made()


def outcome(reports: Sequence[ReportProfile]) -> tuple[object, ...]:
    grouping = Grouping()
    for report in reports:
        grouping.add(report)
    return grouping.copy_groups(), grouping.stories(), grouping.incidents()


WHOLE = outcome(REPORTS)


@settings(deadline=None, max_examples=10)
@given(st.permutations(REPORTS))
def test_the_order_of_arrival_does_not_matter(reports: list[ReportProfile]) -> None:
    assert outcome(reports) == WHOLE


def test_what_is_taken_away_and_comes_again_changes_nothing() -> None:
    grouping = Grouping()
    for report in REPORTS:
        grouping.add(report)
    for report in REPORTS[::3]:
        grouping.remove(report.id)
    rest = [report for report in REPORTS if report not in REPORTS[::3]]
    assert (grouping.copy_groups(), grouping.stories(), grouping.incidents()) == outcome(rest)
    for report in REPORTS[::2]:
        grouping.add(report)
        grouping.add(report)
    for report in REPORTS[3::6]:
        grouping.add(report)
    assert (grouping.copy_groups(), grouping.stories(), grouping.incidents()) == WHOLE


def test_one_arrest_in_two_reports_is_one_incident_that_says_why() -> None:
    grouping = Grouping()
    grouping.add(read(arrest("a", "Mombasa", MOMBASA, DAY, 53, "police")))
    grouping.add(read(arrest("b", "Mombasa", MOMBASA, DAY, 53, "the dockers' union")))
    [incident] = grouping.incidents()
    assert incident.events == (EventRef("a", "e1"), EventRef("b", "e1"))
    assert incident.articles == 2
    reasons = {reason.of: reason.says for reason in incident.joins[0].reasons}
    assert reasons["day"] == "both on 2021-03-01"
    assert reasons["place"] == "both in Mombasa"
    assert reasons["count"] == "both 53 arrested"
    assert incident.joins[0].score == pytest.approx(sum(reason.weight for reason in incident.joins[0].reasons))


def test_another_town_or_another_week_is_another_incident() -> None:
    grouping = Grouping()
    grouping.add(read(arrest("a", "Mombasa", MOMBASA, DAY, 53)))
    grouping.add(read(arrest("b", "Nairobi", NAIROBI, DAY, 17)))
    grouping.add(read(arrest("c", "Mombasa", MOMBASA, later(9), 64)))
    assert len(grouping.incidents()) == 3


def test_join_then_split_gives_back_the_same() -> None:
    grouping = Grouping()
    for report in REPORTS:
        grouping.add(report)
    before = grouping.incidents()
    one, other = before[0].events[0], before[-1].events[0]
    join, split = Decision("join", (one, other)), Decision("split", (one, other))
    joined = grouping.incidents([join])
    assert any({one, other} <= set(incident.events) for incident in joined)
    assert grouping.incidents([join, split]) == before


def test_an_incident_keeps_its_id_as_later_reports_join() -> None:
    grouping = Grouping()
    grouping.add(read(arrest("b", "Mombasa", MOMBASA, DAY, 53)))
    [before] = grouping.incidents()
    grouping.add(read(arrest("a", "Mombasa", MOMBASA, later(1), 53)))
    assert before.id in {incident.id for incident in grouping.incidents()}


def test_a_comparison_does_not_depend_on_its_direction() -> None:
    [one], [other] = (read(arrest(name, "Mombasa", MOMBASA, DAY, 53)).events for name in "ab")
    weights = Weights().events
    assert compare(one, other, Alike(0.5), weights) == compare(other, one, Alike(0.5), weights)


def test_texts_without_events_or_dates_are_grouped_too() -> None:
    grouping = Grouping()
    grouping.add(unread("a", ORIGINAL, None))
    grouping.add(unread("b", ORIGINAL.replace("Monday", "Tuesday"), None))
    grouping.add(unread("c", "", None))
    assert [story.documents for story in grouping.stories()] == [("a", "b"), ("c",)]


@pytest.mark.parametrize(("title", "tells"), [("Terminal sells all its cranes", True), ("Morning briefing", False)])
def test_one_headline_of_five_words_tells_one_story(title: str, tells: bool) -> None:
    texts = "The owner of the Verana terminal sold its cranes to a firm in Orlo.", "Nothing moves at Verana since the spring."
    one, other = (unread(name, text, later(days), title) for name, text, days in zip("ab", texts, (0, 9), strict=True))
    reasons = {reason.of for reason in compare_reports(one, other, Weights().stories, copies=False).reasons}
    assert ("headline" in reasons) is tells
    assert "headline" not in {r.of for r in compare_reports(one, replace(other, headline=""), Weights().stories, copies=False).reasons}
