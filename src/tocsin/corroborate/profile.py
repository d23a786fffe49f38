"""What is compared of a report and of its events: small plain records, made from one reading and from nothing else."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tocsin.corroborate.credits import Credit, credit_of, credits_in
from tocsin.corroborate.details import figures_in, names_in
from tocsin.corroborate.prints import Print, print_of
from tocsin.corroborate.words import NAMING, Vector, vector_of, weight_of
from tocsin.records import CountValue, EntityValue, Event, EventRef, Furniture, PlaceValue, Reading, TimeValue
from tocsin.resolve.countries import plain
from tocsin.resolve.entities.spellings import name_words
from tocsin.resolve.sentence import Sentences

Mood: TypeAlias = Literal["done", "planned", "conditional", "denied"]
"""Whether the act took place, by the surest of its mentions."""

_WORD = re.compile(r"\w+")

LOCAL = 40
"""Words kept of the sentences that tell an event."""

FADE = 500
"""An event first told this many characters into the text weighs half of one that opens it."""

BACKGROUND = 0.3
"""How much a mention of something past, possible or denied weighs beside one of the news itself."""

_MOODS: tuple[tuple[str, Mood], ...] = (("negation", "denied"), ("hypothetical", "conditional"), ("future", "planned"))
_LONGEST = 45
"""Days of the longest interval that tells when an act was; *this year* makes no two acts one, though an act of *2017* is none of another year."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or recipient: ``name`` in the fullest spelling, ``words`` those of a proper name (empty for *gunmen*, *the police*)."""

    name: str
    words: tuple[str, ...]
    country: str | None = None
    sectors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Count:
    """A number of persons, days or money: the range and whether the text gave it as one figure."""

    kind: str
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class EventProfile:
    """One event as it is compared. Days are proleptic Gregorian ordinals; ``first`` and ``last`` are ``None`` where the text does not say.
    ``within`` is then the first and last day of a long stretch (*in 2017*), if it gives one.

    ``prominence`` is 0 to 1 beside the report's most prominent event, ``words`` are those of the sentences that tell it, ``whole`` the
    ids within its document of the events that it is a part of.
    """

    ref: EventRef
    type: str
    modes: frozenset[str]
    mood: Mood
    historical: bool
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: PlaceValue | None
    place_words: frozenset[str]
    first: int | None
    last: int | None
    published: int | None
    counts: tuple[Count, ...]
    words: Vector
    prominence: float
    whole: str | None = None
    within: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ReportProfile:
    """One report as it is compared. ``events`` are the most prominent first; ``leading`` are its weightiest words, for finding
    candidates; ``names`` those that are no places, by their sound; ``figures`` its whole numbers; ``headline`` its title's words in lower case.
    """

    id: str
    published: int | None
    publisher: str | None
    headline: str
    vector: Vector
    leading: tuple[str, ...]
    names: Mapping[str, str]
    figures: frozenset[int]
    print: Print
    credit: Credit | None
    events: tuple[EventProfile, ...]


def profile_of(reading: Reading, events: Sequence[Event]) -> ReportProfile:
    """The profile of a reading whose ``events`` are those of all its mentions."""
    document = reading.document
    published = document.published.date.toordinal() if document.published and not document.published.doubt else None
    text = blank(document.text, document.furniture)
    credit = credit_of(text, document.publisher)
    text = blank(text, credits_in(text))
    vector = vector_of(text, document.title)
    found = _events(reading, events, published)
    places = {word for event in found for word in event.place_words}
    return ReportProfile(
        id=document.id,
        published=published,
        publisher=document.publisher,
        headline=" ".join(_WORD.findall((document.title or "").lower())),
        vector=vector,
        leading=tuple(word for word in vector if weight_of(word) > NAMING)[:LEADING],
        names=names_in(text, places),
        figures=figures_in(text),
        print=print_of(text),
        credit=credit,
        events=found,
    )


LEADING = 12
"""Words by pairs of which reports of one happening are found. With 10, 366 of 442 pairs of events of one happening met on the bundles' development
half."""


def blank(text: str, parts: Iterable[Furniture | Credit]) -> str:
    """The text with spaces in place of its furniture or credits, so that offsets hold."""
    for part in parts:
        text = text[: part.start] + " " * (part.end - part.start) + text[part.end :]
    return text


def _events(reading: Reading, events: Sequence[Event], published: int | None) -> tuple[EventProfile, ...]:
    sentences = Sentences(reading.document.text)
    weights = [_prominence(event) for event in events]
    top = max(weights, default=1.0)
    heads = {mention.id: event.id for event in events for mention in event.mentions}
    found = [_event(reading, event, sentences, published, weight / top, heads) for event, weight in zip(events, weights, strict=True)]
    return tuple(sorted(found, key=lambda event: -event.prominence))


def _event(
    reading: Reading, event: Event, sentences: Sentences, published: int | None, prominence: float, heads: dict[str, str]
) -> EventProfile:
    (first, last), within = _when(event)
    text = reading.document.text
    spans = dict.fromkeys(sentences.at(mention.trigger.start) for mention in event.mentions)
    wholes = [heads[m.part_of] for m in event.mentions if m.part_of in heads and heads[m.part_of] != event.id]
    places = [claim for claim in event.claims if claim.field in {"place", "where"}]
    return EventProfile(
        ref=EventRef(reading.document.id, event.id),
        type=event.mentions[0].type,
        modes=frozenset(mode for mention in event.mentions for mode in mention.modes),
        mood=_mood(event),
        historical=all("historical" in mention.aux for mention in event.mentions),
        actors=_parties(event, "actor"),
        recipients=_parties(event, "recipient"),
        place=min(_places(event), key=lambda place: place.where_prec, default=None),
        place_words=frozenset(plain(word) for claim in places for word in name_words(claim.quote.text) if word[0].isupper()),
        first=first,
        last=last,
        published=published,
        counts=tuple(_counts(event)),
        words=vector_of(" ".join(text[span.start : span.end] for span in spans), kept=LOCAL),
        prominence=prominence,
        whole=wholes[0] if wholes else None,
        within=within,
    )


def _prominence(event: Event) -> float:
    return sum((BACKGROUND if mention.aux else 1.0) * FADE / (FADE + mention.trigger.start) for mention in event.mentions)


def _mood(event: Event) -> Mood:
    moods = [next((mood for aux, mood in _MOODS if aux in mention.aux), "done") for mention in event.mentions]
    order: tuple[Mood, ...] = ("done", "planned", "conditional", "denied")
    return next(mood for mood in order if mood in moods)


def _parties(event: Event, field: str) -> tuple[Party, ...]:
    values = {c.value.identity: c.value for c in reversed(event.claims) if c.field == field and isinstance(c.value, EntityValue)}
    return tuple(Party(v.name, proper(v.name), v.country, frozenset(v.sectors)) for v in reversed(values.values()))


def proper(name: str) -> tuple[str, ...]:
    """The words of a proper name, in plain letters; none where the words describe (*gunmen*, *The police*)."""
    words = name_words(name)
    named = [word for word in words if word[0].isupper()]
    if len(named) == 1 and words[0] == named[0] and weight_of(plain(words[0])) < NAMING:
        return ()  # "Police", "Police officers": a sentence's first word
    return tuple(plain(word) for word in named)


def _places(event: Event) -> Iterator[PlaceValue]:
    whole = [c.value for c in event.claims if c.field == "where" and isinstance(c.value, PlaceValue)]
    yield from whole or [c.value for c in event.claims if c.field == "place" and isinstance(c.value, PlaceValue)]


def _when(event: Event) -> tuple[tuple[int, int] | tuple[None, None], tuple[int, int] | None]:
    """The shortest stretch that the text gives: as the act's days, or, where it is a long one, as what they lie within."""
    intervals = [_days(c.value.first, c.value.last) for c in event.claims if c.field in {"when", "time"} and isinstance(c.value, TimeValue)]
    known = [interval for interval in intervals if interval]
    shortest = min(known, key=lambda interval: (interval[1] - interval[0], interval), default=None)
    if shortest is None or shortest[1] - shortest[0] <= _LONGEST:
        return shortest or (None, None), None
    return (None, None), shortest


def _days(first: dt.date | None, last: dt.date | None) -> tuple[int, int] | None:
    return (first.toordinal(), last.toordinal()) if first and last else None


def _counts(event: Event) -> Iterator[Count]:
    seen = set()
    for claim in event.claims:
        value = claim.value
        if isinstance(value, CountValue) and claim.standing != "denied":
            count = Count(value.kind, value.low, value.high)
            if count not in seen:
                seen.add(count)
                yield count
