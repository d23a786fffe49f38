"""An incident in one line: which of its reports' values stand for it. Each is one report's own; nothing is averaged.

- Its events are ranked: firmest first (asserted, hedged, planned, conditional, denied), then those that tell most of who, whom, where and
  when, then those that stand nearest to the beginning of their report, then the earliest report's. The first is the *best event*: it
  gives the type, the headline, the sentence and the score. Actor and recipient are those of the first event in this order that names one.
- The days are the narrowest interval that the most independent sources agree on: a source agrees with an interval if its own covers it.
- The place is the most precise that the most independent sources agree on: a source agrees with a place if it names it, or an area around it.

A copy group is one source.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from tocsin.corroborate.compare_places import NEAREST_AREA_KM, POINTS, km_between
from tocsin.records import Aux, Document, EntityValue, Event, EventRef, PlaceValue, Standing, TimeValue
from tocsin.resolve.sentence import Sentences

STANDINGS: tuple[Standing, ...] = ("asserted", "hedged", "planned", "conditional", "denied")
"""The firmest first."""

FIRST_WORDS = 12
"""Words of a text that stand for its headline where it has none."""

ValueT = TypeVar("ValueT", PlaceValue, TimeValue)


@dataclass(frozen=True, slots=True)
class Told:
    """An event with its document and with its source: the copy group of the document."""

    document: Document
    event: Event
    source: str

    @property
    def ref(self) -> EventRef:
        """The event among those of all documents."""
        return EventRef(self.document.id, self.event.id)


@dataclass(frozen=True, slots=True)
class Summary:
    """An incident in one line. Without a value an entity, place or time is ``None``."""

    type: str
    modes: tuple[str, ...]
    standing: Standing
    aux: tuple[Aux, ...]
    time: TimeValue | None
    place: PlaceValue | None
    actor: EntityValue | None
    recipient: EntityValue | None
    score: float
    title: str
    quote: str


def summary_of(told: Sequence[Told]) -> Summary:
    """The summary of an incident's events, which may come in any order."""
    ranked = sorted(told, key=_rank)
    best = ranked[0]
    kind = best.event.mentions[0].type
    modes = Counter(mode for each in ranked for m in each.event.mentions if m.type == kind for mode in dict.fromkeys(m.modes))
    aux = best.event.mentions[0].aux
    return Summary(
        type=kind,
        modes=tuple(sorted(modes, key=lambda mode: (-modes[mode], mode))),
        standing=standing(best.event),
        aux=tuple(name for name in aux if all(name in m.aux for each in told for m in each.event.mentions)),
        time=_agreed(ranked, times_of, _covers, _length),
        place=_agreed(ranked, places_of, _around, _roughness),
        actor=_entity(ranked, "actor"),
        recipient=_entity(ranked, "recipient"),
        score=max(mention.score for mention in best.event.mentions),
        title=title_of(best.document),
        quote=sentence_of(best),
    )


def standing(event: Event) -> Standing:
    """That of an event's firmest mention."""
    return min((mention.standing for mention in event.mentions), key=STANDINGS.index)


def title_of(document: Document) -> str:
    """A document's headline, or its first words."""
    if document.title and document.title.strip():
        return " ".join(document.title.split())
    words = document.text.split()
    return " ".join(words[:FIRST_WORDS]) + (" …" if len(words) > FIRST_WORDS else "")


def sentence_of(told: Told) -> str:
    """The sentence that tells an event first, on one line."""
    text = told.document.text
    span = _sentences(text).at(told.event.mentions[0].trigger.start)
    return " ".join(text[span.start : span.end].split())


@lru_cache(maxsize=64)
def _sentences(text: str) -> Sentences:
    """Kept, since each event of a text asks for them, and once more where it is an incident's best."""
    return Sentences(text)


def whole_of(event: Event, events: Iterable[Event]) -> str | None:
    """The event of the same document that an event is said to be a part of."""
    heads = {mention.id: each.id for each in events for mention in each.mentions}
    wholes = (heads[mention.part_of] for mention in event.mentions if mention.part_of in heads)
    return next((whole for whole in wholes if whole != event.id), None)


def times_of(event: Event) -> list[TimeValue]:
    """The known intervals of an event: of the whole act, or where none is known those of its parts."""
    return _values(event, "when", "time", lambda claim: claim if isinstance(claim, TimeValue) and claim.first and claim.last else None)


def places_of(event: Event) -> list[PlaceValue]:
    """The places of an event: of the whole act, or where none is known those of its parts."""
    return _values(event, "where", "place", lambda claim: claim if isinstance(claim, PlaceValue) else None)


def _values(event: Event, whole: str, parts: str, known: Callable[[object], ValueT | None]) -> list[ValueT]:
    for field in (whole, parts):
        found = [value for claim in event.claims if claim.field == field and (value := known(claim.value)) is not None]
        if found:
            return found
    return []


def _rank(told: Told) -> tuple[object, ...]:
    event, published = told.event, told.document.published
    known = [bool(_parties(event, "actor")), bool(_parties(event, "recipient")), bool(places_of(event)), bool(times_of(event))]
    trusted = published.date if published and not published.doubt else dt.date.max
    return STANDINGS.index(standing(event)), -sum(known), event.mentions[0].trigger.start, trusted, told.ref


def _parties(event: Event, field: str) -> list[EntityValue]:
    return [claim.value for claim in event.claims if claim.field == field and isinstance(claim.value, EntityValue)]


def _entity(ranked: Sequence[Told], field: str) -> EntityValue | None:
    return next((party for told in ranked for party in _parties(told.event, field)), None)


def _agreed(
    ranked: Sequence[Told],
    values_of: Callable[[Event], list[ValueT]],
    covers: Callable[[ValueT, ValueT], bool],
    width: Callable[[ValueT], tuple[object, ...]],
) -> ValueT | None:
    """The value that the most sources agree on; of these the narrowest."""
    told: dict[str, list[ValueT]] = defaultdict(list)
    for each in ranked:
        told[each.source] += values_of(each.event)
    wanted = list(dict.fromkeys(value for values in told.values() for value in values))
    return min(wanted, key=lambda value: (-_support(value, told, covers), *width(value)), default=None)


def _support(value: ValueT, told: Mapping[str, Sequence[ValueT]], covers: Callable[[ValueT, ValueT], bool]) -> int:
    return sum(any(covers(own, value) for own in values) for values in told.values())


def _covers(wide: TimeValue, narrow: TimeValue) -> bool:
    return (
        bool(wide.first and wide.last and narrow.first and narrow.last)
        and _days(wide)[0] <= _days(narrow)[0] <= _days(narrow)[1] <= _days(wide)[1]
    )


def _days(time: TimeValue) -> tuple[int, int]:
    return (time.first.toordinal(), time.last.toordinal()) if time.first and time.last else (0, 0)


def _length(time: TimeValue) -> tuple[object, ...]:
    first, last = _days(time)
    return last - first, first, time.precision, time.method


def _around(area: PlaceValue, place: PlaceValue) -> bool:
    """Whether ``area`` is the place, or may hold it."""
    if area.geonameid is not None and area.geonameid == place.geonameid:
        return True
    if (area.country and place.country and area.country != place.country) or area.kind in POINTS:
        return (area.name, area.country, area.kind) == (place.name, place.country, place.kind)
    if area.kind == "country":
        return area.country is not None and area.country == place.country
    if place.where_prec > area.where_prec:
        return False
    apart = km_between(area, place)
    return apart is not None and apart <= (area.radius_km or NEAREST_AREA_KM)


def _roughness(place: PlaceValue) -> tuple[object, ...]:
    return place.where_prec, place.radius_km or 0.0, place.country or "", place.name, place.geonameid or 0
