"""What must stay two: one form filled in again months later, and two acts that one report tells as two."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.corroborate.reports import DAY, MOMBASA, arrest, read
from tocsin.corroborate.grouping import Grouping
from tocsin.corroborate.profile import ReportProfile
from tocsin.records import PlaceValue

LIKONI = PlaceValue("Likoni", "city", "KEN", 186317, -4.35, 39.66, 5.0, 1, 1)
"""A town 33 km from Mombasa."""


def incidents(*reports: ReportProfile) -> list[list[tuple[str, str]]]:
    grouping = Grouping()
    for report in reports:
        grouping.add(report)
    return [[(ref.document, ref.event) for ref in incident.events] for incident in grouping.incidents()]


@pytest.mark.parametrize("number", [53, 54])
@pytest.mark.parametrize("dated", [True, False])
def test_arrests_told_in_like_words_140_days_apart_are_two(number: int, *, dated: bool) -> None:
    later = DAY + dt.timedelta(days=140)
    reports = [read(arrest("a", "Mombasa", MOMBASA, DAY, 53)), read(arrest("b", "Mombasa", MOMBASA, later, number))]
    if not dated:
        reports = [replace(report, events=tuple(replace(event, first=None, last=None) for event in report.events)) for report in reports]
    assert len(incidents(*reports)) == 2


def two_towns(name: str, day: dt.date) -> ReportProfile:
    """A report of arrests in two towns near each other."""
    report = read(arrest(name, "Mombasa", MOMBASA, day, 53))
    [here] = report.events
    [there] = read(arrest(name, "Likoni", LIKONI, day, 11)).events
    return replace(report, events=(here, replace(there, ref=replace(there.ref, event="e2"))))


def test_arrests_in_two_towns_near_each_other_that_two_reports_tell_are_two() -> None:
    found = incidents(two_towns("a", DAY), two_towns("b", DAY))
    assert found == [[("a", "e1"), ("b", "e1")], [("a", "e2"), ("b", "e2")]]


@pytest.mark.parametrize(("name", "together"), [("Mombassa", True), ("Santarem", False)])
def test_a_place_that_the_gazetteer_takes_for_its_namesake_abroad_is_told_by_its_rare_name(name: str, *, together: bool) -> None:
    abroad = PlaceValue(name, "city", "BRA", 1, -14.2, -48.9, 10.0, 1, 1)
    found = incidents(read(arrest("a", "Mombasa", MOMBASA, DAY, 53)), read(arrest("b", name, abroad, DAY, 20)))
    assert (len(found) == 1) is together
