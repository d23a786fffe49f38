"""Reports in, copy groups, stories and incidents out: the recipe of this room, in memory.

::

    Reading ──profile──> ReportProfile ──keys──> pairs that meet ──score──> thousandths ──cluster──> CopyGroup, Story, Incident

Each score depends on its two reports alone, and the groups on the scores alone: any order of arrival and any batching give the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import combinations
from typing import Generic

from tocsin.corroborate.block import keys_of
from tocsin.corroborate.cluster import Limits, MemberT, Pair, cluster, pair_of, spanning, thousandths
from tocsin.corroborate.compare import Alike, Compared, compare
from tocsin.corroborate.compare_places import told_apart
from tocsin.corroborate.copies import compare_texts
from tocsin.corroborate.decisions import limits_of
from tocsin.corroborate.meet import Meetings, Memory
from tocsin.corroborate.profile import EventProfile, ReportProfile
from tocsin.corroborate.stories import compare_reports
from tocsin.corroborate.weights import KINDRED, Weights
from tocsin.records import CopyGroup, Decision, EventRef, Incident, Join, Reason, Story

_KINDRED = sorted((kind, sorted(others)) for kind, others in KINDRED.items())
METHOD = blake2b(repr(("5", Weights(), _KINDRED)).encode(), digest_size=6).hexdigest()
"""Version of the comparison: its weights, and a number that changes with its code. Scores of two versions are not mixed."""


@dataclass(frozen=True, slots=True)
class Scored:
    """All scores of two reports that met. ``one`` comes before ``other``; ``text`` is ``None`` where they share no run of words."""

    one: str
    other: str
    text: Compared | None
    story: Compared
    events: tuple[tuple[Pair[EventRef], Compared], ...]


def score(one: ReportProfile, other: ReportProfile, weights: Weights) -> Scored:
    """Compare two reports and all their events."""
    if one.id > other.id:
        one, other = other, one
    text = compare_texts(one, other, weights.copies)
    copies = text is not None and text.score > 0
    story = compare_reports(one, other, weights.stories, copies=copies)
    apart = told_apart(one.events, other.events)
    pairs = (
        ((a.ref, b.ref), compare(a, b, Alike(story.score, copies, (a.ref, b.ref) in apart), weights.events))
        for a in one.events
        for b in other.events
    )
    return Scored(one.id, other.id, text, story, tuple((pair, compared) for pair, compared in pairs if compared is not None))


def holding(group: Sequence[MemberT], scores: Mapping[Pair[MemberT], int], limits: Limits[MemberT]) -> list[tuple[Pair[MemberT], bool]]:
    """The pairs that hold a group together, a person's joins before the best scores, and whether each is a person's."""
    own = {pair: scores[pair] for pair in combinations(sorted(group), 2) if pair in scores}
    inside = set(group)
    decided = {pair for pair in limits.must if pair[0] in inside and pair[1] in inside}
    ranked = own | dict.fromkeys(decided, max(own.values(), default=0) + 1)
    return [(pair, pair in decided) for pair in spanning(group, ranked)]


def join_of(pair: Pair[MemberT], compared: Compared | None) -> Join[MemberT]:
    """The join of two members by their comparison; by a person's decision where there is none."""
    if compared is None:
        return Join(*pair, 0.0, (Reason("decision", "joined by a person", 0.0),))
    return Join(*pair, compared.score, compared.reasons)


class _Pairs(Generic[MemberT]):
    """Compared pairs and their thousandths."""

    def __init__(self) -> None:
        self.compared: dict[Pair[MemberT], Compared] = {}
        self.scores: dict[Pair[MemberT], int] = {}

    def add(self, pair: Pair[MemberT], compared: Compared) -> None:
        self.compared[pair] = compared
        self.scores[pair] = thousandths(compared.score)

    def drop(self, pair: Pair[MemberT]) -> None:
        """Forget a pair, if it is there."""
        self.compared.pop(pair, None)
        self.scores.pop(pair, None)

    def joins(self, group: Sequence[MemberT], limits: Limits[MemberT]) -> tuple[Join[MemberT], ...]:
        """Why a group holds together: a person's decisions, then the best pairs."""
        return tuple(join_of(pair, None if decided else self.compared[pair]) for pair, decided in holding(group, self.scores, limits))


class Grouping:
    """Reports as they arrive, and at any time the groups that they make."""

    def __init__(self, weights: Weights | None = None) -> None:
        self._weights = weights or Weights()
        self._reports: dict[str, ReportProfile] = {}
        self._meetings = Meetings(Memory())
        self._met: Counter[Pair[str]] = Counter()
        self._fresh: set[Pair[str]] = set()
        self._texts: _Pairs[str] = _Pairs()
        self._stories: _Pairs[str] = _Pairs()
        self._events: _Pairs[EventRef] = _Pairs()

    def add(self, report: ReportProfile) -> None:
        """Take a report in, in place of an earlier one with its id."""
        if report.id in self._reports:
            self.remove(report.id)
        self._reports[report.id] = report
        self._follow(self._meetings.add(report.id, keys_of(report)))

    def remove(self, report: str) -> None:
        """Forget a report."""
        self._follow(self._meetings.remove(report, keys_of(self._reports[report])))
        del self._reports[report]

    def copy_groups(self) -> list[CopyGroup]:
        """Every text once, with the reports that print it."""
        self._settle()
        absent = thousandths(self._weights.copies.absent)
        groups = cluster(self._reports, self._texts.scores, absent, cut=False)
        return sorted((self._copy_group(group) for group in groups), key=lambda group: group.id)

    def stories(self) -> list[Story]:
        """Every happening once, with the reports that are mainly about it."""
        self._settle()
        absent = thousandths(self._weights.stories.absent)
        groups = [self._by_day(group) for group in cluster(self._reports, self._stories.scores, absent)]
        return sorted((Story(group[0], group, self._stories.joins(group, Limits())) for group in groups), key=lambda story: story.id)

    def incidents(self, decisions: Sequence[Decision] = ()) -> list[Incident]:
        """Every act once, with the events that tell it. A person's ``decisions``, the latest last, come before every score."""
        self._settle()
        events = {event.ref: event for report in self._reports.values() for event in report.events}
        limits = limits_of(decisions)
        groups = cluster(events, self._events.scores, thousandths(self._weights.events.absent), limits)
        printed = {document: group.id for group in self.copy_groups() for document in group.documents}
        found = [self._incident([events[ref] for ref in group], printed, limits) for group in groups]
        return sorted(_with_wholes(found, events), key=lambda incident: incident.events[0])

    def _follow(self, change: Mapping[Pair[str], int]) -> None:
        """Note the pairs that have met now, and forget those that no longer do."""
        before = {pair for pair in change if self._met[pair]}
        self._met.update(change)
        for pair in change:
            if not self._met[pair]:
                del self._met[pair]
                self._fresh.discard(pair)
                if pair in before:
                    self._part(pair)
            elif pair not in before:
                self._fresh.add(pair)

    def _settle(self) -> None:
        """Compare the pairs that have met since. Those that a crowd has parted again are never compared: of 500 reports one pair in five."""
        for pair in sorted(self._fresh):
            self._take(score(self._reports[pair[0]], self._reports[pair[1]], self._weights))
        self._fresh.clear()

    def _part(self, reports: Pair[str]) -> None:
        for pairs in (self._texts, self._stories):
            pairs.drop(reports)
        one, other = (self._reports[name].events for name in reports)
        for a in one:
            for b in other:
                self._events.drop(pair_of(a.ref, b.ref))

    def _take(self, scored: Scored) -> None:
        reports = (scored.one, scored.other)
        if scored.text:
            self._texts.add(reports, scored.text)
        self._stories.add(reports, scored.story)
        for pair, compared in scored.events:
            self._events.add(pair, compared)

    def _by_day(self, group: Iterable[str]) -> tuple[str, ...]:
        return by_day({name: self._reports[name].published for name in group})

    def _copy_group(self, group: Sequence[str]) -> CopyGroup:
        credits_given = {name: credit.agency for name in group if (credit := self._reports[name].credit)}
        made = copy_group_of({name: self._reports[name].published for name in group}, credits_given)
        return replace(made, joins=self._texts.joins(group, Limits()))

    def _incident(self, events: Sequence[EventProfile], printed: Mapping[str, str], limits: Limits[EventRef]) -> Incident:
        ordered = sorted(events, key=lambda event: (event.published is None, event.published or 0, event.ref))
        refs = tuple(event.ref for event in ordered)
        documents = {ref.document for ref in refs}
        sources = {printed[document] for document in documents}
        return Incident(incident_id(refs[0]), refs, len(documents), len(sources), self._events.joins(refs, limits))


def by_day(days: Mapping[str, int | None]) -> tuple[str, ...]:
    """Reports by the days on which they were published, those without one last."""
    return tuple(sorted(days, key=lambda name: (days[name] is None, days[name] or 0, name)))


def copy_group_of(days: Mapping[str, int | None], credited: Mapping[str, str]) -> CopyGroup:
    """The copy group of reports with these days, and its agency: the one to which most of them are ``credited``."""
    members = by_day(days)
    counts = Counter(credited.values())
    return CopyGroup(members[0], members, min(counts, key=lambda name: (-counts[name], name), default=None))


def incident_id(first: EventRef) -> str:
    """The id of the incident whose earliest event is ``first``."""
    return "i" + blake2b(f"{first.document}\0{first.event}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _with_wholes(incidents: Sequence[Incident], events: Mapping[EventRef, EventProfile]) -> list[Incident]:
    """Each incident with the larger one that most of its events are said to be a part of."""
    of_event = {ref: incident.id for incident in incidents for ref in incident.events}
    wholes: dict[str, Counter[str]] = defaultdict(Counter)
    for ref, event in events.items():
        if event.whole is not None:
            whole = of_event[EventRef(ref.document, event.whole)]
            if whole != of_event[ref]:
                wholes[of_event[ref]][whole] += 1
    chosen = {part: min(named, key=lambda whole: (-named[whole], whole)) for part, named in wholes.items()}
    return [
        Incident(incident.id, incident.events, incident.articles, incident.sources, incident.joins, chosen.get(incident.id))
        for incident in incidents
    ]
