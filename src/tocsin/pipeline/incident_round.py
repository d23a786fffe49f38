"""One round of grouping: what reports or a decision touch is grouped anew, and what became of it is written. One transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tocsin.corroborate.cluster import Limits, Pair, cluster, kept_musts, thousandths
from tocsin.corroborate.decisions import limits_of
from tocsin.corroborate.grouping import holding, incident_id, join_of
from tocsin.corroborate.weights import Weights
from tocsin.pipeline.incident_links import Links
from tocsin.pipeline.incident_record import Drafted, Records
from tocsin.pipeline.incident_reports import Intake
from tocsin.pipeline.incident_texts import regroup_texts
from tocsin.records import EventRef, Join
from tocsin.store.incidents.book import IncidentBook, Standing
from tocsin.store.incidents.records import StoredDecision
from tocsin.store.incidents.write import Stored

Told: TypeAlias = Mapping[str, tuple[dt.date | None, str | None]]
"""For each document its publication date and its credit."""


_TOGETHER = 40
"""Events of parts whose scores are asked for together."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """An incident as it is grouped: its events, the earliest first, the part it comes from, and the pairs that hold it together."""

    id: str
    events: tuple[EventRef, ...]
    component: str
    held: tuple[tuple[Pair[EventRef], bool], ...]


class Round:
    """Take in what there is with ``intake``, then :meth:`finish`."""

    def __init__(self, book: IncidentBook, weights: Weights) -> None:
        self._book, self._weights = book, weights
        self.intake = Intake(book, weights)
        decisions = [each.decision for each in book.decisions() if each.undone_at is None]
        self._limits = limits_of(decisions)
        self._named = {ref for each in decisions for ref in each.events}

    def follow(self, decision: StoredDecision) -> None:
        """Touch what a decision is about, and note that it is followed."""
        self.intake.touched |= self._existing(decision.decision.events)
        self._book.settle(decision.key)

    def finish(self, who: str) -> int:
        """Group and write. Returns how many incidents were made, changed or ended."""
        reprinted = regroup_texts(self._book, self.intake.texts, self._weights.copies)
        drafts, former = self._regroup()
        touched = former | {standing.incident for standing in self._book.standings(reprinted).values()}
        old = self._book.stored(touched)
        new = [draft for draft in drafts if not self._stands(draft, old.get(draft.id), reprinted)]
        kept = {draft.id for draft in drafts} - {draft.id for draft in new}
        joins = self._joins_of(old)
        wanted = [Drafted(draft.id, draft.events, draft.component, tuple(self._join(*held, joins) for held in draft.held)) for draft in new]
        wanted += [_as_it_stands(each) for name, each in old.items() if name not in former]
        records = Records(self._book, self.intake.readings).of(wanted)
        written = self._book.replace({name: each for name, each in old.items() if name not in kept}, records, who)
        documents = {ref.document for each in old.values() for ref in each.events} | {
            ref.document for draft in drafts for ref in draft.events
        }
        return len(written | self._book.name_wholes(documents, written, who))

    def _regroup(self) -> tuple[list[_Draft], set[str]]:
        """The incidents of all parts that can have changed, and the ids of those in which their events stood."""
        intake, book = self.intake, self._book
        links = Links(book.reports, kept_musts(self._existing(self._named), self._limits))
        labels = {standing.component for standing in intake.former.values()}
        former = {standing.incident for standing in intake.former.values()}
        todo = {ref for ref in intake.touched if intake.exists(ref)} | self._mates(labels)
        drafts: list[_Draft] = []
        done: set[EventRef] = set()
        while todo:
            parts = links.parts(todo)
            drafts += self._drafts(parts)
            events = {ref for part in parts for ref in part}
            done |= events
            stood = self._standings_of(events)
            former |= {standing.incident for standing in stood}
            fresh = {standing.component for standing in stood} - labels
            labels |= fresh
            todo = self._mates(fresh) - done
        return drafts, former

    def _drafts(self, parts: Sequence[Sequence[EventRef]]) -> Iterator[_Draft]:
        """The incidents of some parts."""
        told = self._book.reports.published({ref.document for part in parts for ref in part})
        for some in _some(parts):
            for part, scores in zip(some, self._scores(some), strict=True):
                limits = _within(self._limits, set(part))
                groups = cluster(part, scores, thousandths(self._weights.events.absent), limits)
                for group in groups:
                    yield _draft(group, scores, limits, incident_id(part[0]), told)

    def _scores(self, parts: Sequence[Sequence[EventRef]]) -> list[dict[Pair[EventRef], int]]:
        """For each of some parts the scores within it."""
        found: list[dict[Pair[EventRef], int]] = [{} for _ in parts]
        places = {(ref.document, ref.event): (number, ref) for number, part in enumerate(parts) if len(part) > 1 for ref in part}
        for scored in self._book.reports.pairs_among({document for document, _ in places}):
            for event, far, score in scored.events:
                one, other = places.get((scored.one, event)), places.get((scored.other, far))
                if one and other and one[0] == other[0]:
                    found[one[0]][one[1], other[1]] = score
        return found

    def _stands(self, draft: _Draft, stored: Stored | None, reprinted: Collection[str]) -> bool:
        """Whether an incident is stored as it is drafted, and nothing that it is described by has changed."""
        documents = {ref.document for ref in draft.events}
        if stored is None or documents & self.intake.renewed or documents & set(reprinted):
            return False
        same = (draft.component, list(draft.events)) == (stored.row["component"], stored.events)
        return same and [((join.one, join.other), _is_decision(join)) for join in stored.joins] == list(draft.held)

    def _joins_of(self, old: Mapping[str, Stored]) -> dict[Pair[EventRef], Join[EventRef]]:
        """The joins that are stored and still hold, so that their reports need not be compared again."""
        renewed = self.intake.renewed
        return {
            (join.one, join.other): join
            for each in old.values()
            for join in each.joins
            if join.one.document not in renewed and join.other.document not in renewed and not _is_decision(join)
        }

    def _join(self, pair: Pair[EventRef], decided: bool, known: Mapping[Pair[EventRef], Join[EventRef]]) -> Join[EventRef]:
        if decided:
            return join_of(pair, None)
        return known.get(pair) or join_of(pair, self.intake.compared(pair))

    def _existing(self, events: Collection[EventRef]) -> set[EventRef]:
        """Those of some events that documents have now."""
        wanted = set(events)
        stood = self._book.standings({ref.document for ref in wanted}).keys() if wanted else set()
        return {ref for ref in wanted if (ref in stood or ref.document in self.intake.renewed) and self.intake.exists(ref)}

    def _mates(self, components: Collection[str]) -> set[EventRef]:
        """The events that were grouped together in some parts. Those of renewed documents are touched anyway, as far as they exist."""
        return {ref for ref in self._book.together(components) if ref.document not in self.intake.renewed}

    def _standings_of(self, part: Collection[EventRef]) -> list[Standing]:
        documents = {ref.document for ref in part} - self.intake.renewed
        inside = set(part)
        return [standing for ref, standing in self._book.standings(documents).items() if ref in inside]


def _some(parts: Sequence[Sequence[EventRef]]) -> Iterator[list[Sequence[EventRef]]]:
    """Some parts at a time, by how many events they have: their scores are asked for together, and with them those between the parts."""
    some: list[Sequence[EventRef]] = []
    for part in parts:
        some.append(part)
        if sum(len(each) for each in some if len(each) > 1) >= _TOGETHER:
            yield some
            some = []
    if some:
        yield some


def _draft(group: Sequence[EventRef], scores: Mapping[Pair[EventRef], int], limits: Limits[EventRef], component: str, told: Told) -> _Draft:
    ordered = sorted(group, key=lambda ref: (*_day(told[ref.document][0]), ref))
    return _Draft(incident_id(ordered[0]), tuple(ordered), component, tuple(holding(ordered, scores, limits)))


def _day(published: dt.date | None) -> tuple[bool, int]:
    return (True, 0) if published is None else (False, published.toordinal())


def _is_decision(join: Join[EventRef]) -> bool:
    return any(reason.of == "decision" for reason in join.reasons)


def _as_it_stands(stored: Stored) -> Drafted:
    return Drafted(stored.row["id"], tuple(stored.events), stored.row["component"], tuple(stored.joins))


def _within(limits: Limits[EventRef], inside: Collection[EventRef]) -> Limits[EventRef]:
    """What a person decided about the events of one part."""
    return Limits(
        tuple(pair for pair in limits.must if pair[0] in inside and pair[1] in inside),
        frozenset(pair for pair in limits.cannot if pair[0] in inside and pair[1] in inside),
        tuple(pin for pin in limits.pinned if not pin.isdisjoint(inside)),
    )
