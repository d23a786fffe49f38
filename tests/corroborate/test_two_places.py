"""Acts of two places are two, however alike the texts that tell them."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from tests.corroborate.reports import DAY, MOMBASA, NAIROBI, arrest, read
from tocsin.corroborate.compare import Alike, compare
from tocsin.corroborate.grouping import Grouping
from tocsin.corroborate.profile import EventProfile, Party, ReportProfile
from tocsin.corroborate.weights import Weights
from tocsin.corroborate.words import vector_of
from tocsin.records import EventRef, PlaceValue

KIVU = PlaceValue("Kivu", "region", "COD")
SAHEL = PlaceValue("Sahel", "region", None)
ALMATY = PlaceValue("Almaty", "city", "KAZ", 1526384, 43.25, 76.92, 20.0, 1, 1)

[ARREST] = read(arrest("a", "Mombasa", MOMBASA, DAY, 53)).events
MARCH = replace(
    ARREST,
    type="PROTEST",
    modes=frozenset({"demo"}),
    actors=(Party("Thousands", (), "KAZ", frozenset({"CVL"})),),
    recipients=(),
    place=ALMATY,
    place_words=frozenset({"almaty"}),
    counts=(),
    words=vector_of("Thousands marched in Almaty on Monday against the price of fuel."),
)
KILLINGS = replace(
    MARCH,
    ref=EventRef("b", "e1"),
    type="ASSAULT",
    modes=frozenset(),
    actors=(Party("Rebels", (), "COD", frozenset({"REB"})),),
    place=KIVU,
    place_words=frozenset({"kivu"}),
    words=vector_of("Rebels killed nine villagers in Kivu on Monday."),
)
NEAR = Alike(4.0)
"""As alike as two reports can be that do not print one text."""


def score(one: EventProfile, other: EventProfile) -> float:
    found = compare(one, other, NEAR, Weights().events)
    assert found is not None
    assert found == compare(other, one, NEAR, Weights().events)
    return found.score


def why(one: EventProfile, other: EventProfile) -> dict[str, str]:
    found = compare(one, other, NEAR, Weights().events)
    return {reason.of: reason.says for reason in found.reasons} if found else {}


def test_a_march_in_a_town_and_killings_in_a_region_of_another_country_are_two() -> None:
    assert score(MARCH, KILLINGS) < -3
    assert why(MARCH, KILLINGS)["place"] == "Almaty and Kivu are in two countries"


def test_acts_of_one_type_on_one_day_in_two_countries_are_two() -> None:
    there = replace(MARCH, type="ASSAULT", words=vector_of("Gunmen killed two shopkeepers in Almaty on Monday."))
    assert score(there, KILLINGS) < 0


@pytest.mark.parametrize("place", [None, ALMATY])
def test_names_of_places_tell_them_apart_where_the_gazetteer_lacks_one(place: PlaceValue | None) -> None:
    one, other = replace(MARCH, place=place), replace(KILLINGS, place=None)
    assert why(one, other)["place"] == "almaty and kivu are two names"
    assert score(one, other) < 0


def test_a_name_that_is_spelled_otherwise_is_no_other_place() -> None:
    one = replace(ARREST, place=None, place_words=frozenset({"gwangju"}))
    other = replace(ARREST, ref=KILLINGS.ref, place_words=frozenset({"kwangju"}))
    assert why(one, other)["place"] == "both name gwangju"


def test_acts_of_two_types_need_more_than_one_page() -> None:
    one, other = (replace(each, place=None, place_words=frozenset[str](), first=None, last=None) for each in (MARCH, KILLINGS))
    assert score(one, other) < 0 < score(replace(one, place=ALMATY), replace(other, place=ALMATY))


def test_one_region_is_one_place_and_two_may_be() -> None:
    one, other = replace(ARREST, place=KIVU), replace(ARREST, ref=KILLINGS.ref, place=KIVU)
    assert why(one, other)["place"] == "both in Kivu"
    assert why(one, replace(other, place=replace(KIVU, name="Ituri")))["place"] == "both in COD"
    assert "place" not in why(one, replace(other, place=SAHEL))
    weights = [score(replace(one, place=place), replace(other, place=place)) for place in (SAHEL, KIVU, MOMBASA)]
    assert weights == sorted(set(weights))


def roundup(name: str, *events: EventProfile) -> ReportProfile:
    """A page that tells several things in a sentence each."""
    report = read(arrest(name, "Nairobi", NAIROBI, DAY, 17))
    return replace(
        report, events=tuple(replace(event, ref=EventRef(name, f"e{number}")) for number, event in enumerate((*report.events, *events), 1))
    )


def test_pages_that_tell_both_keep_them_apart_in_any_order() -> None:
    reports = [
        roundup("a", MARCH, KILLINGS),
        roundup("b", KILLINGS, replace(MARCH, first=None, last=None)),
        roundup("c", replace(KILLINGS, place=None), MARCH),
    ]
    for ordered in permutations(reports):
        grouping = Grouping()
        for report in ordered:
            grouping.add(report)
        found = {frozenset((ref.document, ref.event) for ref in incident.events) for incident in grouping.incidents()}
        assert found == {
            frozenset({("a", "e1"), ("b", "e1"), ("c", "e1")}),
            frozenset({("a", "e2"), ("b", "e3"), ("c", "e3")}),
            frozenset({("a", "e3"), ("b", "e2"), ("c", "e2")}),
        }
