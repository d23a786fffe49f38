"""Five hundred reports in any order and any batches give the same incidents, and a decision that is taken back leaves no trace."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corroborate.reports import arrest, document, read
from tocsin.corroborate.grouping import Grouping
from tocsin.corroborate.profile import ReportProfile
from tocsin.records import Decision, Incident, PlaceValue, Reading

NUMBER = 500
FIRST_DAY = dt.date(2021, 3, 1)
TOWNS = [
    PlaceValue(f"{head}{tail}", "city", "KEN", 900_000 + 10 * row + column, -4.0 + 0.8 * row, 34.0 + 0.8 * column, 10.0, 1, 1)
    for row, head in enumerate(("Tam", "Ver", "Orl", "Hal", "Kis", "Mban"))
    for column, tail in enumerate(("sa", "ana", "ogo", "mar"))
]
SOURCES = (None, "police", "the Coast Rights Desk", "the dockers' union", "witnesses")


def made() -> list[ReportProfile]:
    """Some 180 happenings told one to eight times: by another source, days later with another number, or word for word."""
    chance = random.Random(11)
    readings: list[Reading] = []
    while len(readings) < NUMBER:
        town, day, number = chance.choice(TOWNS), FIRST_DAY + dt.timedelta(days=chance.randrange(120)), chance.choice((2, 17, 50, 64, 200))
        for _ in range(min(chance.choice((1, 1, 2, 3, 8)), NUMBER - len(readings))):
            name = f"r{len(readings):03}"
            told = arrest(name, town.name, town, day + dt.timedelta(days=chance.choice((0, 0, 1, 5))), number, chance.choice(SOURCES))
            if chance.random() < 0.2 and readings:
                before = readings[-1]
                told = Reading(document(name, before.document.text, day), before.mentions, before.claims, "none", "1")
            readings.append(told)
            number += chance.choice((0, 0, 3))
    return [read(reading) for reading in readings]


REPORTS = made()


def grouped(batches: Sequence[Sequence[ReportProfile]]) -> list[Incident]:
    """What the reports come to, asked for after each batch."""
    grouping = Grouping()
    found: list[Incident] = []
    for batch in batches:
        for report in batch:
            grouping.add(report)
        found = grouping.incidents()
    return found


@pytest.fixture(scope="module")
def whole() -> Grouping:
    grouping = Grouping()
    for report in REPORTS:
        grouping.add(report)
    return grouping


@pytest.fixture(scope="module")
def before(whole: Grouping) -> list[Incident]:
    """The incidents of all reports, in the order in which they were made."""
    return whole.incidents()


@settings(deadline=None, max_examples=3, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False), st.lists(st.integers(1, NUMBER - 1), max_size=3, unique=True))
def test_any_order_and_any_batches_give_the_same_incidents(before: list[Incident], chance: random.Random, cuts: list[int]) -> None:
    shuffled = chance.sample(REPORTS, NUMBER)
    edges = [0, *sorted(cuts), NUMBER]
    batches = [shuffled[first:last] for first, last in pairwise(edges)]
    assert grouped(batches) == before


def test_the_reports_make_incidents_of_many_sizes(before: list[Incident]) -> None:
    sizes = {incident.articles for incident in before}
    assert {1, 2, 3} <= sizes
    assert len(REPORTS) == NUMBER


@settings(deadline=None, max_examples=5)
@given(st.data())
def test_joined_and_then_split_is_as_it_was(whole: Grouping, before: list[Incident], data: st.DataObject) -> None:
    one, other = (data.draw(st.sampled_from(before)) for _ in range(2))
    if one == other:
        return
    pair = (one.events[0], other.events[-1])
    joined = whole.incidents([Decision("join", pair)])
    assert any(set(pair) <= set(incident.events) for incident in joined)
    assert whole.incidents([Decision("join", pair), Decision("split", pair)]) == before
    assert whole.incidents() == before


def test_split_and_then_joined_is_as_it_was(whole: Grouping, before: list[Incident]) -> None:
    largest = max(before, key=lambda incident: len(incident.events))
    pair = (largest.events[0], largest.events[-1])
    parted = whole.incidents([Decision("split", pair)])
    assert not any(set(pair) <= set(incident.events) for incident in parted)
    again = whole.incidents([Decision("split", pair), Decision("join", pair)])
    assert [incident.events for incident in again] == [incident.events for incident in before]
