"""Readings of all shapes that the records allow, whose quotes stand in their text."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from tocsin.codebook import AUX, CONTEXTS, COUNT_KINDS, MODES, SECTORS, TYPE_NAMES
from tocsin.records import (
    Claim,
    CountQuote,
    CountValue,
    DateMethod,
    DatePrecision,
    Document,
    EntityHint,
    EntityValue,
    Field,
    Furniture,
    Mention,
    PlaceKind,
    PlaceValue,
    Published,
    PublishedMethod,
    Quote,
    Reading,
    Standing,
    TimeValue,
    Value,
)

WORDS = st.text(st.characters(), min_size=1, max_size=12)
"""Any words at all: NUL, lone surrogates and characters outside of the basic plane among them."""

SCORES = st.floats(0, 1)
COUNTRIES = st.sampled_from(["KAZ", "FRA", "XKX", "UNO", "EUR"])
WHOLE = st.integers(0, 2**63 - 1)
IDENTITIES = st.sampled_from(["n1", "n2", "n3"])


def some(values: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=most).map(tuple)


def choose(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


@st.composite
def quotes(draw: st.DrawFn, text: str) -> Quote:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return Quote(start, end, text[start:end], draw(SCORES))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(st.characters(), min_size=1, max_size=80))
    furniture = st.builds(Furniture, st.just(0), st.integers(1, len(text)), WORDS)
    published = st.builds(Published, st.dates(), choose(PublishedMethod), WORDS, st.none() | WORDS)
    return draw(
        st.builds(
            Document,
            id=st.sampled_from(["a", "b"]) | WORDS,
            text=st.just(text),
            source=WORDS,
            published=st.none() | published,
            title=st.none() | WORDS,
            publisher=st.none() | WORDS,
            url=st.none() | WORDS,
            furniture=some(furniture),
        )
    )


@st.composite
def mentions(draw: st.DrawFn, text: str, number: int) -> Mention:
    kind = draw(st.sampled_from(TYPE_NAMES))
    quote = quotes(text)
    hints = some(st.builds(EntityHint, some(st.tuples(st.sampled_from(list(SECTORS)), SCORES)), some(st.tuples(COUNTRIES, SCORES))))
    earlier = st.none() | st.sampled_from([f"e{i}" for i in range(1, number)]) if number > 1 else st.none()
    return draw(
        st.builds(
            Mention,
            id=st.just(f"e{number}"),
            type=st.just(kind),
            trigger=quote,
            modes=some(st.sampled_from(MODES[kind])) if MODES[kind] else st.just(()),
            aux=some(st.sampled_from(AUX)),
            hedged=st.booleans(),
            said_by=st.none() | quote,
            actors=some(quote),
            recipients=some(quote),
            places=some(quote),
            times=some(quote),
            counts=some(st.builds(CountQuote, st.sampled_from(COUNT_KINDS), quote, st.none() | quote)),
            issue=st.none() | quote,
            contexts=some(st.sampled_from(CONTEXTS)),
            same_as=earlier,
            part_of=earlier,
            score=SCORES,
            actor_hints=hints,
            recipient_hints=hints,
        )
    )


def values() -> st.SearchStrategy[Value | None]:
    sectors = some(st.sampled_from(list(SECTORS)))
    entity = st.builds(EntityValue, WORDS, IDENTITIES, st.none() | COUNTRIES, sectors, st.booleans())
    degrees = st.none() | st.floats(-90, 90)
    kilometres = st.none() | st.floats(0, 2e4)
    precision = (st.integers(1, 7), st.integers(1, 3))
    geonameid = st.none() | st.integers(1, 50)
    place = st.builds(PlaceValue, WORDS, choose(PlaceKind), st.none() | COUNTRIES, geonameid, degrees, degrees, kilometres, *precision)
    time = st.builds(TimeValue, st.dates(), st.dates(), choose(DatePrecision), choose(DateMethod))
    count = st.builds(CountValue, st.sampled_from(COUNT_KINDS), WHOLE, st.none() | WHOLE, st.none() | WHOLE, st.none() | WORDS)
    unknown = st.just(TimeValue(None, None, "unknown", "none"))
    return st.one_of(st.none(), entity, place, time, unknown, count)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    document = draw(documents())
    found = tuple(draw(mentions(document.text, number)) for number in range(1, draw(st.integers(0, 3)) + 1))
    claim = st.builds(
        Claim,
        mention=st.sampled_from([mention.id for mention in found]) if found else st.nothing(),
        field=choose(Field),
        position=st.integers(0, 9),
        quote=quotes(document.text),
        standing=choose(Standing),
        value=values(),
        claimant=st.none() | quotes(document.text),
    )
    claims = draw(some(claim, 4)) if found else ()
    model = draw(st.sampled_from(["first", "second"]))
    return Reading(document, found, claims, model, "1", draw(st.none() | WORDS))
