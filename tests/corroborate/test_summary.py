"""Which report's values stand for an incident."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.corroborate.reports import DAY, MOMBASA, NAIROBI, arrest
from tocsin.corroborate.summary import Summary, Told, summary_of, title_of
from tocsin.records import Claim, Document, PlaceValue, Reading, TimeValue, group_events

KENYA = PlaceValue("Kenya", "country", "KEN", 192950, 1.0, 38.0, 500.0, 6, 3)
COAST = PlaceValue("Coast", "division", "KEN", 7, -3.2, 39.6, 150.0, 4, 3)
MARCH = TimeValue(dt.date(2021, 3, 1), dt.date(2021, 3, 31), "month", "stated")
FIRST = TimeValue(DAY, DAY, "day", "stated")
SECOND = TimeValue(DAY + dt.timedelta(days=1), DAY + dt.timedelta(days=1), "day", "stated")


def told(
    name: str, *, place: PlaceValue | None = MOMBASA, time: TimeValue | None = FIRST, source: str | None = None, hedged: bool = False
) -> Told:
    reading: Reading = arrest(name, "Mombasa", MOMBASA, DAY, 53, "police")
    values = {"where": place, "when": time}
    claims = tuple(replace(claim, value=values[claim.field]) if claim.field in values else claim for claim in reading.claims)
    mentions = tuple(replace(mention, hedged=hedged) for mention in reading.mentions)
    [event] = group_events(mentions, tuple(claim for claim in claims if claim.value is not None))
    return Told(reading.document, event, source or name)


def summary(*events: Told) -> Summary:
    found = summary_of(events)
    assert summary_of(events[::-1]) == found
    return found


def test_the_narrowest_interval_that_most_sources_agree_on() -> None:
    assert summary(told("a", time=MARCH), told("b", time=FIRST), told("c", time=SECOND), told("d", time=SECOND)).time == SECOND
    assert summary(told("a", time=MARCH), told("b", time=FIRST)).time == FIRST
    assert summary(told("a", time=MARCH), told("b", time=None)).time == MARCH
    assert summary(told("a", time=None)).time is None


def test_copies_are_one_voice() -> None:
    copies = [told(name, time=SECOND, source="b") for name in "bcd"]
    assert summary(told("a", time=FIRST), told("e", time=FIRST), *copies).time == FIRST


def test_the_most_precise_place_that_most_sources_agree_on() -> None:
    assert summary(told("a", place=KENYA), told("b", place=MOMBASA)).place == MOMBASA
    assert summary(told("a", place=COAST), told("b", place=NAIROBI), told("c", place=MOMBASA)).place == MOMBASA
    assert summary(told("a", place=KENYA), told("b", place=None)).place == KENYA


def test_the_best_event_is_the_firmest_that_tells_most() -> None:
    doubted = told("a", hedged=True)
    less = told("b", place=None)
    full = told("c")
    found = summary(doubted, less, full)
    assert (found.standing, found.type, found.modes) == ("asserted", "COERCE", ("arrest",))
    assert found.title == title_of(full.document)
    assert found.quote == "Police arrested 53 dockers in Mombasa, police said."
    assert found.actor is not None
    assert found.actor.name == "Police"
    assert summary(doubted).standing == "hedged"


def test_actor_and_recipient_come_from_the_first_event_that_names_one() -> None:
    full = told("b")
    without = Told(full.document, replace(full.event, claims=tuple(claim for claim in full.event.claims if _is_no_actor(claim))), "a")
    assert summary(without, told("a", hedged=True)).actor is not None


def _is_no_actor(claim: Claim) -> bool:
    return claim.field != "actor"


def test_a_text_without_a_headline_is_named_by_its_first_words() -> None:
    text = "One two three four five six seven eight nine ten eleven twelve thirteen"
    assert title_of(Document("a", text, "a.txt")) == "One two three four five six seven eight nine ten eleven twelve …"
    assert title_of(Document("a", text, "a.txt", title=" A  headline ")) == "A headline"
