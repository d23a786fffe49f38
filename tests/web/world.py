"""A small database of made-up reports: two papers and a copy on one march, one on arrests, one that means harm."""

from __future__ import annotations

import datetime as dt

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
)
from tocsin.web.state import FoundPlace, Pasted

DAY = dt.date(2024, 5, 7)
HARBOUR = PlaceValue("Harbour Town", "city", "KEN", None, -0.1, 34.75, 5.0, 1, 1)
MARCH = "Dock workers marched in Harbour Town on Tuesday. The union said 400 people took part, police said 150."
COPY = MARCH + " It was a quiet day otherwise, the harbour master said."
ARRESTS = "Police arrested 14 teachers in Upper Falls on Friday. Mara Lindqvist, a baker, was among them."
HARM = "<script>alert('x')</script> Guards beat <svg onload=alert(1)> \u202egniknird\u202c rioters \u2066in\u2069 Harbour Town 😀 \x00 & \"it's\"."


def quote(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote(start, start + len(words), words, 0.8)


def march(name: str, publisher: str, text: str = MARCH) -> Reading:
    workers = EntityValue("Dock workers", "n1", "KEN", ("LAB",))
    tuesday = TimeValue(DAY, DAY, "day", "relative")
    mention = Mention(
        "e1",
        "PROTEST",
        quote(text, "marched"),
        modes=("demo",),
        actors=(quote(text, "Dock workers"),),
        places=(quote(text, "Harbour Town"),),
        times=(quote(text, "Tuesday"),),
        counts=(
            CountQuote("participants", quote(text, "400 people"), quote(text, "The union")),
            CountQuote("participants", quote(text, "150"), quote(text, "police")),
        ),
        score=0.9,
    )
    claims = (
        Claim("e1", "actor", 0, quote(text, "Dock workers"), "asserted", workers),
        Claim("e1", "place", 0, quote(text, "Harbour Town"), "asserted", HARBOUR),
        Claim("e1", "time", 0, quote(text, "Tuesday"), "asserted", tuesday),
        Claim("e1", "count", 0, quote(text, "400 people"), "asserted", CountValue("participants", 400, 400, 400), quote(text, "The union")),
        Claim("e1", "count", 1, quote(text, "150"), "asserted", CountValue("participants", 150, 150, 150), quote(text, "police")),
        Claim("e1", "where", 0, quote(text, "Harbour Town"), "asserted", HARBOUR),
        Claim("e1", "when", 0, quote(text, "Tuesday"), "asserted", tuesday),
    )
    published = Published(DAY, "given", "2024-05-07")
    return Reading(Document(name, text, name, published, "March at the harbour", publisher), (mention,), claims, "made", "1")


def arrests() -> Reading:
    baker = EntityValue("Mara Lindqvist", "n2", None, ("CVL",), private=True)
    friday = TimeValue(dt.date(2024, 6, 14), dt.date(2024, 6, 14), "day", "relative")
    mention = Mention(
        "e1",
        "COERCE",
        quote(ARRESTS, "arrested"),
        modes=("arrest",),
        actors=(quote(ARRESTS, "Police"),),
        recipients=(quote(ARRESTS, "14 teachers"), quote(ARRESTS, "Mara Lindqvist")),
        times=(quote(ARRESTS, "Friday"),),
        counts=(CountQuote("arrested", quote(ARRESTS, "14")),),
        score=0.6,
    )
    claims = (
        Claim("e1", "recipient", 1, quote(ARRESTS, "Mara Lindqvist"), "asserted", baker),
        Claim("e1", "time", 0, quote(ARRESTS, "Friday"), "asserted", friday),
        Claim("e1", "count", 0, quote(ARRESTS, "14"), "asserted", CountValue("arrested", 14, 14, 14)),
        Claim("e1", "when", 0, quote(ARRESTS, "Friday"), "asserted", friday),
    )
    published = Published(dt.date(2024, 6, 15), "given", "2024-06-15")
    return Reading(
        Document("falls/arrests.txt", ARRESTS, "falls/arrests.txt", published, "Arrests", "Falls Post"), (mention,), claims, "made", "1"
    )


def harm() -> Reading:
    mention = Mention("e1", "ASSAULT", quote(HARM, "beat"), modes=("beat",), actors=(quote(HARM, "Guards"),), score=0.7)
    claim = Claim("e1", "actor", 0, quote(HARM, "Guards"), "asserted", EntityValue("<b>Guards</b>", "n1"))
    return Reading(
        Document("harm", HARM, "harm", None, "<script>alert('title')</script>", "<img src=x>"), (mention,), (claim,), "made", "1"
    )


def readings() -> tuple[Reading, ...]:
    return march("courier/1", "The Courier"), march("gazette/1", "The Gazette", COPY), arrests(), harm()


def read(pasted: Pasted) -> Reading:
    """Reads as the reader would, but that it finds only marches."""
    document = Document(f"{pasted.source}-{len(pasted.text)}", pasted.text, pasted.source, None, pasted.title, pasted.publisher)
    mentions = (Mention("e1", "PROTEST", quote(pasted.text, "marched"), score=0.9),) if "marched" in pasted.text else ()
    return Reading(document, mentions, (), "made", "1")


def places(name: str, country: str | None, limit: int) -> list[FoundPlace]:
    """Finds Harbour Town and a country, whatever is looked for."""
    found = (
        FoundPlace(HARBOUR, "Lake Province", 40_000),
        FoundPlace(PlaceValue(name, "country", country or "KEN", 1, 0.0, 37.0), None, None),
    )
    return list(found[:limit])
