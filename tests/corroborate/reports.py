"""Small reports and readings to group, made here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from tocsin.corroborate.profile import ReportProfile, profile_of
from tocsin.records import (
    Claim,
    CountQuote,
    CountValue,
    Document,
    EntityValue,
    Mention,
    PlaceValue,
    Published,
    Quote,
    Reading,
    TimeValue,
    Value,
)

ORIGINAL = (
    "Police in the river town of Tamsa detained 53 dockers on Monday after a two-day sit-in at the gates of the Verana terminal, the"
    " interior ministry said.\n\nThe Coast Rights Desk put the number at about 190 and said that eleven of them were being held in Orlo, the"
    " provincial capital, without lawyers.\n\nThe dockers had asked for the wages of the spring, which the terminal's new owner, Halmar"
    " Shipping, says were settled by the old one. A spokesman for the firm, Deniz Aktar, called the action unlawful.\n\nTraffic on the"
    " estuary stood still for most of the day, and two tankers waited outside the bar."
)
DAY = dt.date(2021, 3, 1)


def document(name: str, text: str, day: dt.date | None = DAY, title: str | None = None, publisher: str | None = None) -> Document:
    return Document(name, text, f"{name}.txt", Published(day, "given", "") if day else None, title, publisher)


def unread(name: str, text: str, day: dt.date | None = DAY, title: str | None = None) -> ReportProfile:
    """A report without events."""
    return profile_of(Reading(document(name, text, day, title), (), (), "none", "1"), ())


def quote_of(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote(start, start + len(words), words)


def arrest(name: str, place: str, town: PlaceValue, day: dt.date, number: int, said_by: str | None = None) -> Reading:
    """A report of one arrest: its text, its mention and its claims."""
    source = f", {said_by} said" if said_by else ""
    text = f"Police arrested {number} dockers in {place}{source}."
    trigger, count = quote_of(text, "arrested"), quote_of(text, str(number))
    source_quote = quote_of(text, said_by) if said_by else None
    police, dockers = quote_of(text, "Police"), quote_of(text, "dockers")
    mention = Mention(
        "e1",
        "COERCE",
        trigger,
        modes=("arrest",),
        said_by=source_quote,
        actors=(police,),
        recipients=(dockers,),
        counts=(CountQuote("arrested", count, source_quote),),
    )
    values: Sequence[tuple[str, Quote, Value]] = (
        ("actor", police, EntityValue("Police", "n1", "KEN", ("COP",))),
        ("recipient", dockers, EntityValue("dockers", "n2", "KEN", ("LAB",))),
        ("count", count, CountValue("arrested", number, number, number)),
        ("where", quote_of(text, place), town),
        ("when", trigger, TimeValue(day, day, "day", "stated")),
    )
    claims = tuple(Claim("e1", field, 0, quote, "asserted", value, source_quote) for field, quote, value in values)  # type: ignore[arg-type]
    return Reading(document(name, text, day), (mention,), claims, "none", "1")


def read(reading: Reading) -> ReportProfile:
    return profile_of(reading, reading.events)


MOMBASA = PlaceValue("Mombasa", "city", "KEN", 186301, -4.05, 39.66, 10.0, 1, 1)
NAIROBI = PlaceValue("Nairobi", "city", "KEN", 184745, -1.28, 36.82, 15.0, 1, 1)
