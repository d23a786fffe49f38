"""A larger made-up world for the map, the timeline and the charts: forty-two acts of three kinds in seven towns over half a year."""

from __future__ import annotations

import datetime as dt

from tests.web import world
from tests.web.world import quote
from tocsin.records import Claim, CountQuote, CountValue, Document, EntityValue, Mention, PlaceValue, Published, Reading, TimeValue

TOWNS = (
    PlaceValue("Harbour Town", "city", "KEN", None, -0.1, 34.75, 5.0, 1, 1),
    PlaceValue("Upper Falls", "city", "KEN", None, 0.51, 35.27, 5.0, 1, 1),
    PlaceValue("Lowmarket", "city", "UGA", None, 0.32, 32.58, 9.0, 1, 1),
    PlaceValue("Saltflats", "division", "TZA", None, -6.2, 35.75, 140.0, 4, 2),
    PlaceValue("Uganda", "country", "UGA", None, 1.3, 32.3, 380.0, 6, 3),
    PlaceValue("Stonebridge", "city", "ETH", None, 9.03, 38.74, 8.0, 1, 1),
    PlaceValue("Redhill", "city", "SSD", None, 4.85, 31.58, 6.0, 2, 1),
)
ACTS = (
    ("PROTEST", "strike", "Nurses", "struck", "participants", "120 nurses"),
    ("COERCE", "arrest", "Police", "arrested", "arrested", "17 drivers"),
    ("ASSAULT", "crowd-control", "Riot police", "charged", "injured", "9 students"),
)
PAPERS = ("The Courier", "The Gazette", "Falls Post")
BESIDES = (
    "The rains had come early and the lower road was closed.",
    "A bus company said that its drivers would wait for daylight.",
    "Shops opened again in the afternoon.",
    "The mayor spoke on the radio for an hour.",
    "Fishermen brought in little that week.",
    "Two bridges are still under repair.",
    "School begins again on the first of the month.",
    "Prices of maize rose for the third time.",
    "The old railway station is to become a museum.",
    "A choir from the coast was visiting.",
    "Nobody from the company could be reached by telephone.",
    "Power returned shortly before midnight.",
    "The lake stood higher than in any year since records began.",
    "Farmers asked for seed before planting time.",
    "A market hall of brick is planned at the crossroads.",
    "The harvest was good in the hills.",
)
FIRST = dt.date(2024, 1, 9)


def act(number: int) -> Reading:
    """One act, as one paper tells it: four days after the one before it."""
    kind, mode, who, verb, counted, whom = ACTS[number % len(ACTS)]
    town = TOWNS[number % len(TOWNS)]
    day = FIRST + dt.timedelta(days=4 * number)
    more = f"{BESIDES[number % 7]} {BESIDES[7 + number % 5]} {BESIDES[12 + number % 4]}"
    text = f"{who} {verb} {whom} in {town.name} on {day:%d %B}. {more}"  # else alike: what is printed twice is one report
    amount = int(whom.split()[0])
    when = TimeValue(day, day, "day", "stated")
    mention = Mention(
        "e1",
        kind,
        quote(text, verb),
        modes=(mode,),
        actors=(quote(text, who),),
        recipients=(quote(text, whom),),
        places=(quote(text, town.name),),
        times=(quote(text, f"{day:%d %B}"),),
        counts=(CountQuote(counted, quote(text, whom)),),
        score=0.7,
    )
    claims = (
        Claim("e1", "actor", 0, quote(text, who), "asserted", EntityValue(who, "n1", town.country, ("COP",))),
        Claim("e1", "place", 0, quote(text, town.name), "asserted", town),
        Claim("e1", "time", 0, quote(text, f"{day:%d %B}"), "asserted", when),
        Claim("e1", "count", 0, quote(text, whom), "asserted", CountValue(counted, amount, amount, amount)),
        Claim("e1", "where", 0, quote(text, town.name), "asserted", town),
        Claim("e1", "when", 0, quote(text, f"{day:%d %B}"), "asserted", when),
    )
    name = f"act/{number}"
    published = Published(day + dt.timedelta(days=1), "given", f"{day + dt.timedelta(days=1)}")
    title = f"{who} in {town.name}, number {number}"
    return Reading(Document(name, text, name, published, title, PAPERS[number % len(PAPERS)]), (mention,), claims, "made", "1")


def readings() -> tuple[Reading, ...]:
    """The acts and the reports of :mod:`tests.web.world` among them."""
    return (*world.readings(), *(act(number) for number in range(42)))
