"""A short report with what a careful reader finds in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tocsin.records import (
    Claim,
    CountQuote,
    CountValue,
    Document,
    EntityValue,
    Furniture,
    Mention,
    PlaceValue,
    Published,
    Quote,
    Reading,
    TimeValue,
)

TEXT = "Police arrested about 40 marchers in Tarsk on Monday, the bar council said. Oleg Varda, a baker, was among those held."


def quote(words: str, text: str = TEXT, score: float = 0.9) -> Quote:
    start = text.index(words)
    return Quote(start, start + len(words), words, score)


DOCUMENT = Document(
    id="tarsk",
    text=TEXT,
    source="news/tarsk.html",
    published=Published(dt.date(2024, 5, 7), "metadata", "2024-05-07"),
    title="Arrests in Tarsk",
    publisher="The Tarsk Mirror",
    url="https://mirror.example/tarsk",
    furniture=(Furniture(0, 6, "menu"),),
)

MENTIONS = (
    Mention(
        "e1",
        "COERCE",
        quote("arrested"),
        modes=("arrest",),
        said_by=quote("the bar council"),
        actors=(quote("Police"),),
        recipients=(quote("about 40 marchers"),),
        places=(quote("Tarsk"),),
        times=(quote("Monday"),),
        counts=(CountQuote("arrested", quote("about 40"), quote("the bar council")),),
        contexts=("repression",),
        score=0.1 + 0.2,
    ),
    Mention("e2", "COERCE", quote("held"), modes=("arrest",), recipients=(quote("Oleg Varda"),), same_as="e1", score=1 / 3),
)

BAR = quote("the bar council")
CLAIMS = (
    Claim("e1", "actor", 0, quote("Police"), "asserted", EntityValue("Police", "n1", "KAZ", ("COP",)), BAR),
    Claim("e1", "recipient", 0, quote("about 40 marchers"), "asserted", EntityValue("marchers", "n2", "KAZ", ("CVL",)), BAR),
    Claim("e1", "place", 0, quote("Tarsk"), "asserted", PlaceValue("Tarsk", "city", "KAZ", 77, 51.25, 68.5, 5.0, 1, 1), BAR),
    Claim("e1", "time", 0, quote("Monday"), "asserted", TimeValue(dt.date(2024, 5, 6), dt.date(2024, 5, 6), "day", "relative"), BAR),
    Claim("e1", "count", 0, quote("about 40"), "asserted", CountValue("arrested", 36, 44, 40), BAR),
    Claim("e1", "said_by", 0, BAR, "asserted", EntityValue("the bar council", "n3", "KAZ", ("SOC",))),
    Claim("e1", "where", 0, quote("Tarsk"), "asserted", PlaceValue("Tarsk", "city", "KAZ", 77, 51.25, 68.5, 5.0, 1, 1), BAR),
    Claim("e1", "when", 0, quote("Monday"), "asserted", TimeValue(dt.date(2024, 5, 6), dt.date(2024, 5, 6), "day", "relative"), BAR),
    Claim("e2", "recipient", 0, quote("Oleg Varda"), "asserted", EntityValue("Oleg Varda", "n4", "KAZ", ("CVL",), private=True)),
    Claim("e2", "when", 0, quote("Monday"), "asserted", None),
)

READING = Reading(DOCUMENT, MENTIONS, CLAIMS, "model-1", "1")


def numbered(number: int) -> Reading:
    """The same reading of another document."""
    return replace(READING, document=replace(DOCUMENT, id=f"tarsk-{number:04}", source=f"news/{number}.html"))
