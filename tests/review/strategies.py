"""Readings as the reader and the resolver make them, and corrections of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from tocsin.codebook import AUX, CONTEXTS, COUNT_KINDS, MODES, SECTORS, TYPE_NAMES
from tocsin.errors import InputError
from tocsin.records import (
    Claim,
    CountQuote,
    CountValue,
    Document,
    EntityHint,
    EntityValue,
    Field,
    Mention,
    PlaceValue,
    Quote,
    Reading,
    TimeValue,
    Value,
)
from tocsin.review.corrections import Action, Correction, Edit, prepare
from tocsin.review.fields import FIELDS, GROWING, LINKS, coded
from tocsin.review.values import value_json

TEXT = (
    "Riot police held forty weavers in Tarsk on Monday. The weavers' union called it a raid, and marched again. "
    "A clerk said the mayor fled. Two of them were hurt on the bridge."
)
WORDS = [(found.start(), found.end()) for found in re.finditer(r"\w+", TEXT)]
COUNTRIES = ["KAZ", "FRA", "UNO"]
WHOLE: tuple[Action, ...] = ("accept", "reject")
ACTIONS: tuple[Action, ...] = ("accept", "change", "reject", "add", "remove")
AT = dt.datetime(2024, 5, 8, 12, tzinfo=dt.UTC)


def some(values: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=most, unique_by=lambda value: (value.start, value.end) if isinstance(value, Quote) else value).map(
        tuple
    )


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    first = draw(st.integers(0, len(WORDS) - 1))
    last = draw(st.integers(first, min(first + 2, len(WORDS) - 1)))
    start, end = WORDS[first][0], WORDS[last][1]
    return Quote(start, end, TEXT[start:end], draw(st.floats(0, 1)))


def entities() -> st.SearchStrategy[EntityValue]:
    sectors = st.lists(st.sampled_from(list(SECTORS)), max_size=2, unique=True).map(tuple)
    return st.builds(
        EntityValue, st.just("They"), st.sampled_from(["n1", "n2"]), st.none() | st.sampled_from(COUNTRIES), sectors, st.booleans()
    )


def places() -> st.SearchStrategy[PlaceValue]:
    return st.builds(PlaceValue, st.just("Tarsk"), st.just("city"), st.just("KAZ"), st.integers(1, 9), st.just(51.5), st.just(68.0))


def times() -> st.SearchStrategy[TimeValue]:
    day = st.dates(dt.date(2024, 5, 1), dt.date(2024, 5, 9))
    return st.one_of(day.map(lambda one: TimeValue(one, one, "day", "relative")), st.just(TimeValue(None, None, "unknown", "none")))


def count_values(kind: str) -> st.SearchStrategy[CountValue]:
    return st.integers(0, 99).map(lambda low: CountValue(kind, low, low + 10, low + 1))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    mentions = tuple(draw(_mentions(number)) for number in range(1, draw(st.integers(1, 4)) + 1))
    claims = tuple(claim for mention in mentions for claim in draw(_claims(mention)))
    return Reading(Document("d", TEXT, "d.txt"), mentions, claims, "model-1", "1")


def _ordered(names: Sequence[str], most: int) -> st.SearchStrategy[tuple[Any, ...]]:
    """Some of the names, in their order."""
    return st.lists(st.sampled_from(names), max_size=most, unique=True).map(lambda chosen: tuple(name for name in names if name in chosen))


@st.composite
def _mentions(draw: st.DrawFn, number: int) -> Mention:
    kind = draw(st.sampled_from(TYPE_NAMES))
    actors, recipients = draw(some(quotes())), draw(some(quotes()))
    earlier = st.none() | st.sampled_from([f"e{i}" for i in range(1, number)]) if number > 1 else st.none()
    counts = draw(some(quotes()))
    return Mention(
        id=f"e{number}",
        type=kind,
        trigger=draw(quotes()),
        modes=draw(_ordered(MODES[kind], 2)) if MODES[kind] else (),
        aux=draw(_ordered(AUX, 1)),
        hedged=draw(st.booleans()),
        said_by=draw(st.none() | quotes()),
        actors=actors,
        recipients=recipients,
        places=draw(some(quotes())),
        times=draw(some(quotes())),
        counts=tuple(CountQuote(draw(st.sampled_from(COUNT_KINDS)), quote, draw(st.none() | quotes())) for quote in counts),
        issue=draw(st.none() | quotes()),
        contexts=draw(_ordered(CONTEXTS, 2)),
        same_as=draw(earlier),
        part_of=draw(earlier),
        score=draw(st.floats(0, 1)),
        actor_hints=tuple(EntityHint((("GOV", 0.5),)) for _ in actors),
    )


@st.composite
def _claims(draw: st.DrawFn, mention: Mention) -> list[Claim]:
    made: list[Claim] = []

    def claim(field: Field, position: int, quote: Quote, value: Value | None, claimant: Quote | None = mention.said_by) -> None:
        made.append(Claim(mention.id, field, position, quote, mention.standing, value, claimant))

    for position, quote in enumerate(mention.actors):
        claim("actor", position, quote, draw(st.none() | entities()))
    for position, quote in enumerate(mention.recipients):
        claim("recipient", position, quote, draw(st.none() | entities()))
    if mention.said_by:
        claim("said_by", 0, mention.said_by, draw(st.none() | entities()))
    for position, quote in enumerate(mention.places):
        claim("place", position, quote, draw(st.none() | places()))
    for position, quote in enumerate(mention.times):
        claim("time", position, quote, draw(times()))
    for position, count in enumerate(mention.counts):
        claim("count", position, count.quote, draw(st.none() | count_values(count.kind)), count.said_by or mention.said_by)
    if draw(st.booleans()):
        claim("where", 0, draw(quotes()), draw(places()))
    if draw(st.booleans()):
        claim("when", 0, draw(quotes()), draw(times()))
    return made


@st.composite
def edits(draw: st.DrawFn, reading: Reading) -> Edit:
    """What a person might ask for; not all of it can be done."""
    event = draw(st.sampled_from([mention.id for mention in reading.mentions]))
    how = draw(st.sampled_from(["field", "field", "field", "event", "add"]))
    if how == "event":
        return Edit(draw(st.sampled_from(WHOLE)), event)
    if how == "add":
        return Edit(
            "add",
            None,
            None,
            {"type": draw(st.sampled_from(TYPE_NAMES)), "trigger": _json(draw(quotes())), "actor": [draw(_items("actor"))]},
        )
    field = draw(st.sampled_from(FIELDS))
    action = draw(st.sampled_from(ACTIONS if field in GROWING else ACTIONS[:3]))
    value = draw(_values(field, event, reading))
    if action in {"add", "remove"}:
        return Edit(action, event, field, value[0] if value else None)
    return Edit(action, event, field, value)


def _json(quote: Quote) -> dict[str, Any]:
    return {"start": quote.start, "end": quote.end}


@st.composite
def _items(draw: st.DrawFn, field: str) -> dict[str, Any]:
    item = _json(draw(quotes()))
    value: dict[str, st.SearchStrategy[Any]] = {"actor": entities(), "recipient": entities(), "said_by": entities()}
    value |= {"place": places(), "where": places(), "time": times(), "when": times()}
    if field == "count":
        item["of"] = draw(st.sampled_from(COUNT_KINDS))
        value["count"] = count_values(item["of"])
    if draw(st.booleans()):
        item["value"] = value_json(draw(value[field]))
    return item


@st.composite
def _values(draw: st.DrawFn, field: str, event: str, reading: Reading) -> Any:
    kind = coded(reading)[event].mention.type
    if field in {"actor", "recipient", "place", "time", "count"}:
        return draw(st.lists(_items(field), max_size=2))
    if field in LINKS:
        return draw(st.none() | st.sampled_from([mention.id for mention in reading.mentions]))
    plain: dict[str, st.SearchStrategy[Any]] = {
        "type": st.sampled_from(TYPE_NAMES),
        "modes": st.lists(st.sampled_from(MODES[kind]), max_size=2) if MODES[kind] else st.just([]),
        "aux": st.lists(st.sampled_from(AUX), max_size=1),
        "contexts": st.lists(st.sampled_from(CONTEXTS), max_size=2),
        "hedged": st.booleans(),
        "trigger": quotes().map(_json),
        "issue": st.none() | quotes().map(_json),
    }
    return draw(plain[field] if field in plain else st.none() | _items(field))


def correction(key: int, edit: Edit, reading: Reading, **more: Any) -> Correction:
    """A correction as the store makes it."""
    whole, machine, anchor, snapshot = prepare(edit, reading, f"p{key}")
    made = Correction(
        key=key,
        document_id=reading.document.id,
        version=1,
        action=whole.action,
        event=whole.event,
        field=whole.field,
        value=whole.value,
        machine=machine,
        anchor=anchor,
        snapshot=snapshot,
        who="vera",
        why=whole.why,
        at=AT,
    )
    return replace(made, **more)


@st.composite
def corrections(draw: st.DrawFn, reading: Reading, most: int = 5) -> list[Correction]:
    """Corrections that can be made of a reading, each as if it were the first."""
    made: list[Correction] = []
    for key, edit in enumerate(draw(st.lists(edits(reading), max_size=most)), start=1):
        try:
            made.append(correction(key, edit, reading))
        except InputError:  # a tie to a later mention, a removal of what is not there …
            continue
    return made
