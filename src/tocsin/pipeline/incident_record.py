"""What is stored of an incident: its line, its events, its figures and claims, made from the readings of its documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tocsin.corroborate.claims import figures_of, number_claims
from tocsin.corroborate.summary import Summary, Told, sentence_of, standing, summary_of, whole_of
from tocsin.records import EntityValue, Event, EventRef, Join, NumberClaim, Reading
from tocsin.store.incidents.book import IncidentBook
from tocsin.store.incidents.records import EventLine, IncidentRecord, IncidentRow

_NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""Stands where the storing puts the clock time."""

_AT_ONCE = 200
"""Documents whose readings are held at once."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """An incident as it was grouped: its events, the earliest first, the part that it comes from, and why it holds together."""

    id: str
    events: tuple[EventRef, ...]
    component: str
    joins: tuple[Join[EventRef], ...]


class Records:
    """Makes drafts into records. Readings that are ``known`` are not loaded again."""

    def __init__(self, book: IncidentBook, known: Mapping[str, Reading]) -> None:
        self._book, self._known = book, known

    def of(self, drafts: Sequence[Drafted]) -> list[IncidentRecord]:
        """The records of some drafts, whose copy groups are stored."""
        return [record for part in _parts(drafts) for record in self._records(part)]

    def _records(self, drafts: Sequence[Drafted]) -> Iterator[IncidentRecord]:
        names = {ref.document for draft in drafts for ref in draft.events}
        readings = {
            **self._book.reports.readings(names - self._known.keys()),
            **{name: self._known[name] for name in names & self._known.keys()},
        }
        events = {name: {event.id: event for event in reading.events} for name, reading in readings.items()}
        copies, reviewed = self._book.copies(names), self._book.reports.reviewed(names)
        for whole in drafts:
            draft = _still_told(whole, events)
            if draft is None:
                continue
            told = [Told(readings[ref.document].document, events[ref.document][ref.event], copies[ref.document]) for ref in draft.events]
            seen = all(_is_reviewed(each, reviewed.get(each.document.id, frozenset())) for each in told)
            lines = tuple(_line(each, events[each.document.id]) for each in told)
            claims = number_claims([(each.document, each.event) for each in told], copies)
            figures = figures_of(claims)
            ordered = [claim for figure in figures for claim in figure.claims]
            private = _private(ordered, {each.ref: each.event for each in told})
            yield IncidentRecord(_row(draft, told, summary_of(told), reviewed=seen), lines, draft.joins, figures, private)


def _still_told(draft: Drafted, events: Mapping[str, Mapping[str, Event]]) -> Drafted | None:
    """A draft without the events that their documents no longer have: such a document was read again since, and waits for its own round."""
    kept = tuple(ref for ref in draft.events if ref.event in events.get(ref.document, ()))
    joins = tuple(join for join in draft.joins if join.one in kept and join.other in kept)
    return replace(draft, events=kept, joins=joins) if kept else None


def _parts(drafts: Sequence[Drafted]) -> Iterator[list[Drafted]]:
    """Some drafts at a time, by how many documents they have."""
    part: list[Drafted] = []
    names: set[str] = set()
    for draft in drafts:
        part.append(draft)
        names |= {ref.document for ref in draft.events}
        if len(names) >= _AT_ONCE:
            yield part
            part, names = [], set()
    if part:
        yield part


def _line(told: Told, events: Mapping[str, Event]) -> EventLine:
    event = told.event
    return EventLine(told.ref, event.mentions[0].type, standing(event), sentence_of(told), whole_of(event, events.values()))


def _is_reviewed(told: Told, named: frozenset[str | None]) -> bool:
    """Whether a person accepted the document as a whole, or said something about each mention of the event."""
    return None in named or all(mention.id in named for mention in told.event.mentions)


def _row(draft: Drafted, told: Sequence[Told], summary: Summary, *, reviewed: bool) -> IncidentRow:
    days = [day for each in told if (day := each.document.trusted_date) is not None]
    time, place = summary.time, summary.place
    return IncidentRow(
        id=draft.id,
        type=summary.type,
        modes=summary.modes,
        standing=summary.standing,
        aux=summary.aux,
        first_day=time.first if time else None,
        last_day=time.last if time else None,
        date_precision=time.precision if time else "unknown",
        first_published=min(days, default=None),
        last_published=max(days, default=None),
        place=place.name if place else None,
        place_kind=place.kind if place else None,
        geonameid=place.geonameid if place else None,
        country=place.country if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        radius_km=place.radius_km if place else None,
        where_prec=place.where_prec if place else None,
        geo_precision=place.geo_precision if place else None,
        actor=summary.actor.name if summary.actor else None,
        actor_country=summary.actor.country if summary.actor else None,
        actor_sectors=summary.actor.sectors if summary.actor else (),
        actor_private=summary.actor.private if summary.actor else False,
        recipient=summary.recipient.name if summary.recipient else None,
        recipient_country=summary.recipient.country if summary.recipient else None,
        recipient_sectors=summary.recipient.sectors if summary.recipient else (),
        recipient_private=summary.recipient.private if summary.recipient else False,
        articles=len({each.document.id for each in told}),
        sources=len({each.source for each in told}),
        score=summary.score,
        part_of=None,
        title=summary.title,
        quote=summary.quote,
        reviewed=reviewed,
        component=draft.component,
        version=0,
        changed_at=_NEVER,
    )


def _private(claims: Sequence[NumberClaim], events: Mapping[EventRef, Event]) -> frozenset[int]:
    """The places of the claims whose source is a private person."""
    return frozenset(number for number, claim in enumerate(claims) if claim.claimant and _is_private(claim, events[claim.event]))


def _is_private(claim: NumberClaim, event: Event) -> bool:
    sources = {each.quote.start: each.value for each in event.claims if each.field == "said_by" and isinstance(each.value, EntityValue)}
    own = (each.claimant for each in event.claims if each.mention == claim.mention and each.quote == claim.quote and each.claimant)
    return any(source.start in sources and sources[source.start].private for source in own)
