"""From mentions to claims: each quote with its value, the words that say so, who claims it and how firmly.

The recipe of :class:`Resolver`, top to bottom: the document's place names, who the actors are, each quote's value, and for each mention
the one place and the one interval of the whole act, which may rest on the words of another mention of the same act.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tocsin.codebook import BODIES
from tocsin.records import Claim, CountValue, Document, EntityValue, Mention, PlaceValue, Quote, TimeValue
from tocsin.resolve.acts.inheritance import Known, inherit
from tocsin.resolve.counts import resolve_quote
from tocsin.resolve.counts.rules import STANDARD, CountRules
from tocsin.resolve.entities import EntityKey, resolve_entities
from tocsin.resolve.entities.known import KnownEntities
from tocsin.resolve.entities.setting import PlacedName, Setting, read_setting
from tocsin.resolve.places import PlaceResolver, Survey
from tocsin.resolve.places.gazetteer import Gazetteer
from tocsin.resolve.places.whereabouts import whole_place
from tocsin.resolve.sources.attribution import claimant_of
from tocsin.resolve.sources.reach import Sources
from tocsin.resolve.times import combine_times, resolve_time
from tocsin.resolve.times.surroundings import REACH


@dataclass(frozen=True, slots=True)
class _Values:
    """The values of all quotes of a document."""

    entities: Mapping[EntityKey, EntityValue]
    places: Mapping[Quote, PlaceValue | None]
    times: Mapping[tuple[str, Quote], TimeValue]
    counts: Mapping[tuple[str, int], CountValue | None]


class Resolver:
    """Resolves the mentions of one document after another. Holds no state of any of them. ``rules`` are the user's own for counts."""

    def __init__(self, gazetteer: Gazetteer, known: KnownEntities | None = None, rules: CountRules = STANDARD) -> None:
        self._places = PlaceResolver(gazetteer)
        self._known = known
        self._rules = rules

    def resolve(self, document: Document, mentions: Sequence[Mention]) -> tuple[Claim, ...]:
        """The claims of ``mentions``, in their order: actors, recipients, source, places, times, counts, then where and when."""
        if not mentions:
            return ()
        survey = self._places.survey(document)
        setting = read_setting(document, self._toponyms(document, survey))
        entities = resolve_entities(document, mentions, self._known, setting=setting)
        places = self._place_values(document, mentions, entities, survey)
        times = _time_values(document, mentions, places)
        where = inherit(mentions, self._whole_places(mentions, places, setting))
        when = inherit(mentions, {m.id: _whole_time(m, times) for m in mentions})
        counts = {(m.id, i): resolve_quote(document.text, c.quote, c.kind, self._rules) for m in mentions for i, c in enumerate(m.counts)}
        values = _Values(entities, places, times, counts)
        sources = Sources(document.text)
        return tuple(claim for m in mentions for claim in _claims(m, values, where.get(m.id), when.get(m.id), sources))

    def _toponyms(self, document: Document, survey: Survey) -> list[PlacedName]:
        """The document's place names with their countries; a name of two countries in a clear context counts for the one it means."""
        quotes = survey.quotes
        values = self._places.resolve(document, quotes, survey=survey)
        return [
            PlacedName(q.start, q.end, v.country, q.score, v.geonameid)
            for q, v in zip(quotes, values, strict=True)
            if v is not None and v.country
        ]

    def _place_values(
        self, document: Document, mentions: Sequence[Mention], entities: Mapping[EntityKey, EntityValue], survey: Survey
    ) -> dict[Quote, PlaceValue | None]:
        quotes = list(dict.fromkeys(q for m in mentions for q in m.places))
        actors = Counter(e.country for (_, field, _), e in entities.items() if field != "said_by" and e.country and e.country not in BODIES)
        return dict(zip(quotes, self._places.resolve(document, quotes, actors, survey), strict=True))

    def _whole_places(
        self, mentions: Sequence[Mention], places: Mapping[Quote, PlaceValue | None], setting: Setting
    ) -> dict[str, Known[PlaceValue] | None]:
        """Each mention's own whole place, in reading order, so that *the road* lies in the place told last."""
        found: dict[str, Known[PlaceValue] | None] = {}
        last: Known[PlaceValue] | None = None
        for mention in sorted(mentions, key=lambda m: m.trigger.start):
            found[mention.id] = whole_place(mention, places, setting, self._places.combine, last)
            last = found[mention.id] or last
        return found


def _time_values(
    document: Document, mentions: Sequence[Mention], places: Mapping[Quote, PlaceValue | None]
) -> dict[tuple[str, Quote], TimeValue]:
    return {(m.id, q): _time_value(document, m, q, places) for m in mentions for q in m.times}


def _time_value(document: Document, mention: Mention, quote: Quote, places: Mapping[Quote, PlaceValue | None]) -> TimeValue:
    near = [v for q in mention.places if (v := places[q]) is not None and v.latitude is not None and v.longitude is not None]
    place = near[0] if near else None
    return resolve_time(
        quote.text,
        published=document.trusted_date,
        future="future" in mention.aux,
        context=document.text[max(0, quote.start - REACH) : quote.end],
        hemisphere=None if place is None or place.latitude is None else "south" if place.latitude < 0 else "north",
        country=place.country if place else None,
        utc_offset=None if place is None or place.longitude is None else place.longitude / 15,
        counted_from_act=mention.trigger.start >= quote.end,
    )


def _whole_time(mention: Mention, times: Mapping[tuple[str, Quote], TimeValue]) -> Known[TimeValue] | None:
    values = [times[mention.id, q] for q in mention.times]
    value = combine_times(values)
    if value is None or value.precision == "unknown":
        return None
    rests_on = next((q for q, v in zip(mention.times, values, strict=True) if v.precision != "unknown"), mention.times[0])
    return Known(rests_on, value)


def _claims(
    mention: Mention, values: _Values, where: Known[PlaceValue] | None, when: Known[TimeValue] | None, sources: Sources
) -> Iterator[Claim]:
    standing, said_by = mention.standing, mention.said_by
    for i, quote in enumerate(mention.actors):
        yield Claim(mention.id, "actor", i, quote, standing, values.entities.get((mention.id, "actor", i)), said_by)
    for i, quote in enumerate(mention.recipients):
        yield Claim(mention.id, "recipient", i, quote, standing, values.entities.get((mention.id, "recipient", i)), said_by)
    if said_by is not None:
        yield Claim(mention.id, "said_by", 0, said_by, standing, values.entities.get((mention.id, "said_by", 0)), said_by)
    for i, quote in enumerate(mention.places):
        yield Claim(mention.id, "place", i, quote, standing, values.places[quote], said_by)
    for i, quote in enumerate(mention.times):
        yield Claim(mention.id, "time", i, quote, standing, values.times[mention.id, quote], said_by)
    for i, count in enumerate(mention.counts):
        value = values.counts[mention.id, i]
        yield Claim(mention.id, "count", i, count.quote, standing, value, claimant_of(sources, mention, i))
    if where is not None:
        yield Claim(mention.id, "where", 0, where.quote, standing, where.value, said_by)
    if when is not None:
        yield Claim(mention.id, "when", 0, when.quote, standing, when.value, said_by)
