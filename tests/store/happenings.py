"""A few dozen short reports of arrests and marches: alike, copied, with rival counts, and some that nobody else tells."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tests.corroborate.reports import DAY, MOMBASA, NAIROBI, ORIGINAL, arrest, document, quote_of
from tocsin.corroborate.grouping import Grouping
from tocsin.corroborate.profile import profile_of
from tocsin.records import Claim, CopyGroup, CountQuote, CountValue, Decision, EntityValue, Incident, Mention, Reading, TimeValue

MARCH = (
    "About 300 dockers marched through Mombasa on {day}, the dockers' union said. Police arrested 53 of them at the gate of the old harbour,"
    " and the union said that their names were read out in court. A clerk, Amina Wako, said that she counted 40."
)


def later(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


def march(name: str, days: int = 0, title: str | None = None) -> Reading:
    """A march and the arrests that are a part of it; one of its counts comes from a private person."""
    text = MARCH.format(day=f"{later(days):%A}")
    act, arrests = quote_of(text, "marched"), quote_of(text, "arrested")
    union, clerk = quote_of(text, "the dockers' union"), quote_of(text, "Amina Wako")
    many, held, few = quote_of(text, "About 300"), quote_of(text, "53"), quote_of(text, "40")
    mentions = (
        Mention("e1", "PROTEST", act, ("demo",), counts=(CountQuote("participants", many, union),), actors=(quote_of(text, "dockers"),)),
        Mention("e2", "COERCE", arrests, ("arrest",), counts=(CountQuote("arrested", held),), part_of="e1"),
        Mention("e3", "COERCE", few, ("arrest",), counts=(CountQuote("arrested", few, clerk),), same_as="e2", hedged=True),
    )
    day = TimeValue(later(days), later(days), "day", "relative")
    claims = [
        Claim("e1", "actor", 0, quote_of(text, "dockers"), "asserted", EntityValue("dockers", "n1", "KEN", ("LAB",))),
        Claim("e1", "count", 0, many, "asserted", CountValue("participants", 270, 330, 300), union),
        Claim("e2", "actor", 0, quote_of(text, "Police"), "asserted", EntityValue("Police", "n2", "KEN", ("COP",))),
        Claim("e2", "count", 0, held, "asserted", CountValue("arrested", 53, 53, 53)),
        Claim("e3", "count", 0, few, "hedged", CountValue("arrested", 40, 40, 40), clerk),
        Claim("e3", "said_by", 0, clerk, "asserted", EntityValue("Amina Wako", "n3", "KEN", ("CVL",), private=True)),
    ]
    for mention in ("e1", "e2"):
        claims.append(Claim(mention, "where", 0, quote_of(text, "Mombasa"), "asserted", MOMBASA))
        claims.append(Claim(mention, "when", 0, quote_of(text, f"{later(days):%A}"), "asserted", day))
    return Reading(document(name, text, later(days), title, f"The {name} Post"), mentions, tuple(claims), "none", "1")


def unread(name: str, text: str, days: int = 0) -> Reading:
    return Reading(document(name, text, later(days)), (), (), "none", "1")


def made() -> tuple[Reading, ...]:
    chance = random.Random(7)
    reports = []
    for number in range(20):
        place, town = chance.choice((("Mombasa", MOMBASA), ("Nairobi", NAIROBI)))
        count, said = chance.choice((17, 50, 53, 64, 200)), chance.choice((None, "police", "a rights group"))
        reports.append(arrest(f"d{number:02}", place, town, later(chance.randrange(12)), count, said))
    marches = [march("m1"), march("m2", title="Dockers march"), march("m3", 1), march("m4", 9)]
    return (*reports, *marches, unread("x", ORIGINAL), unread("y", ORIGINAL[:400]), unread("z", ORIGINAL, 1))


READINGS = made()


def again(reading: Reading) -> Reading:
    """The same document read by a newer model, which finds nothing but its first event."""
    first = reading.mentions[:1]
    return replace(reading, mentions=first, claims=tuple(c for c in reading.claims if c.mention in {m.id for m in first}), model="newer")


def grouped(readings: Sequence[Reading], decisions: Sequence[Decision] = ()) -> tuple[list[Incident], list[CopyGroup]]:
    """What the grouping in memory makes of them."""
    grouping = Grouping()
    for reading in readings:
        grouping.add(profile_of(reading, reading.events))
    return sorted(grouping.incidents(decisions), key=lambda each: each.id), [replace(group, joins=()) for group in grouping.copy_groups()]


def batches(readings: Sequence[Reading], seed: int) -> Iterator[list[Reading]]:
    """All of them in some order, some at a time."""
    chance = random.Random(seed)
    rest = chance.sample(list(readings), len(readings))
    while rest:
        size = chance.randrange(1, 12)
        yield rest[:size]
        rest = rest[size:]
