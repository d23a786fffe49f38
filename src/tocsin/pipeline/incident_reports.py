"""Reports into and out of the grouping: who meets whom by it, how the two are scored, and which events and texts it touches."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Collection, Mapping

from tocsin.corroborate.block import keys_of
from tocsin.corroborate.cluster import Pair, thousandths
from tocsin.corroborate.compare import Compared
from tocsin.corroborate.grouping import METHOD, Scored, score
from tocsin.corroborate.meet import Meetings
from tocsin.corroborate.pack import packed, unpacked
from tocsin.corroborate.profile import ReportProfile, profile_of
from tocsin.corroborate.weights import Weights
from tocsin.pipeline.incident_links import event_scores
from tocsin.records import EventRef, Reading
from tocsin.store.incidents.book import IncidentBook, Standing
from tocsin.store.incidents.state import Grouped, PairScores, Reports
from tocsin.store.incidents.waiting import Waiting

_PROFILES = 400
"""Profiles that are held at once: some 30 MB."""

_COMPARED = 20_000
"""Comparisons whose reasons are held at once: some 30 MB. The others are made again where a join needs them."""


class Intake:
    """Takes reports in and notes what that touches."""

    def __init__(self, book: IncidentBook, weights: Weights) -> None:
        self._book, self._reports, self._weights = book, book.reports, weights
        self._meetings = Meetings(book.shelf)
        self._profiles: OrderedDict[str, ReportProfile] = OrderedDict()
        self._compared: OrderedDict[Pair[EventRef], Compared] = OrderedDict()
        self._former: Mapping[str, Grouped] = {}
        self._coming: dict[str, ReportProfile] = {}
        self._keys: dict[str, frozenset[int]] = {}
        self.touched: set[EventRef] = set()
        """Events whose part may be another one now."""
        self.texts: set[str] = set()
        """Documents whose copy group may be another one now."""
        self.renewed: set[str] = set()
        """Documents that were taken in, or forgotten."""
        self.gone: set[str] = set()
        """Documents that were forgotten."""
        self.former: dict[EventRef, Standing] = {}
        """Where the events stood that these documents had before."""
        self.readings: dict[str, Reading] = {}
        """The present readings of the expected documents."""

    def expect(self, readings: Mapping[str, Reading]) -> None:
        """Make ready what :meth:`take` needs of some documents, whose present readings these are: what is stored is looked up for all at
        once.
        """
        self.readings.update(readings)
        self._former = self._reports.grouped(readings)
        self._coming = {name: profile_of(each, each.events) for name, each in readings.items()}
        self._keys = {name: keys_of(report) for name, report in self._coming.items()}
        self._meetings.expect(self._keys)

    def take(self, waiting: Waiting) -> None:
        """Take the reading of an expected document in, in place of its earlier one."""
        name = waiting.document
        self.renewed.add(name)
        self.texts.add(name)
        self._leave(name)
        report = self._coming.pop(name)
        day = dt.date.fromordinal(report.published) if report.published is not None else None
        credit = report.credit.agency if report.credit else None
        self._reports.enter(Grouped(name, day, credit, packed(report)), waiting.read_at, METHOD)
        self._hold(report)
        self.touched |= {event.ref for event in report.events}
        self._follow(self._meetings.add(name, self._keys.pop(name)), name)

    def forget(self, names: Collection[str]) -> None:
        """Let reports go whose documents are about to be removed."""
        self._former = self._reports.grouped(names)
        for name in sorted(names):
            self.renewed.add(name)
            self.gone.add(name)
            self.texts |= self._book.part_copies(name)
            self._leave(name)
        self.texts -= self.gone
        self.write()

    def write(self) -> None:
        """Write under which keys the reports stand, and the scores of the pairs that have met."""
        self._book.shelf.write()
        self._reports.write_pairs()

    def exists(self, ref: EventRef) -> bool:
        """Whether an event that was touched still is one of its document's."""
        if ref.document in self.gone:
            return False
        return ref.document not in self.renewed or any(event.ref == ref for event in self.profile(ref.document).events)

    def profile(self, name: str) -> ReportProfile:
        """The profile of a grouped report."""
        if name not in self._profiles:
            self._load({name})
        return self._profiles[name]

    def compared(self, pair: Pair[EventRef]) -> Compared:
        """The comparison of two events whose reports met."""
        if pair not in self._compared:
            scored = score(self.profile(pair[0].document), self.profile(pair[1].document), self._weights)
            self._keep(scored)
            return dict(scored.events)[pair]
        return self._compared[pair]

    def _leave(self, name: str) -> None:
        known = self._former.get(name)
        if known is None:
            return
        former = self._book.standings([name])
        self.former |= former
        self.touched -= former.keys()
        self._profiles.pop(name, None)
        self._compared = OrderedDict((pair, made) for pair, made in self._compared.items() if name not in {ref.document for ref in pair})
        if known.profile:
            self._follow(self._meetings.remove(name, keys_of(unpacked(known.profile))), None)
        self.touched = {ref for ref in self.touched if ref.document != name}
        self._reports.leave(name)

    def _follow(self, change: Mapping[Reports, int], entering: str | None) -> None:
        """Score the pairs that have met by a change, and forget those that no longer do."""
        before = self._reports.met([pair for pair, more in change.items() if more and entering not in pair])
        after = {pair: before.get(pair, 0) + more for pair, more in change.items() if more}
        self._part([pair for pair, met in after.items() if met <= 0 and pair in before])
        self._reports.set_met({pair: met for pair, met in after.items() if met > 0 and pair in before})
        new = sorted(pair for pair, met in after.items() if met > 0 and pair not in before)
        for start in range(0, len(new), _PROFILES // 2):
            part = new[start : start + _PROFILES // 2]
            self._load({name for pair in part for name in pair})
            scored = [self._score(pair, entering) for pair in part]
            self._reports.add_pairs(scored, after)

    def _part(self, pairs: Collection[Reports]) -> None:
        for scored in self._reports.pairs(pairs):
            for events, _ in event_scores(scored):
                self.touched.update(events)
            if scored.text is not None:
                self.texts |= {scored.one, scored.other}
        self._reports.drop_pairs(pairs)

    def _score(self, pair: Reports, entering: str | None) -> PairScores:
        scored = score(self.profile(pair[0]), self.profile(pair[1]), self._weights)
        self._keep(scored)
        text = thousandths(scored.text.score) if scored.text else None
        if text is not None and (text > 0 or entering not in pair):
            self.texts |= set(pair)
        for events, compared in scored.events:
            if compared.score > 0 or entering not in pair:
                self.touched.update(events)
        order = (scored.one, scored.other)
        rows = (({ref.document: ref.event for ref in events}, compared) for events, compared in scored.events)
        return PairScores(*order, text, tuple((event[order[0]], event[order[1]], thousandths(made.score)) for event, made in rows))

    def _keep(self, scored: Scored) -> None:
        for pair, compared in scored.events:
            if compared.score > 0:
                self._compared[pair] = compared
        while len(self._compared) > _COMPARED:
            self._compared.popitem(last=False)

    def _hold(self, report: ReportProfile) -> None:
        self._profiles[report.id] = report
        while len(self._profiles) > _PROFILES:
            self._profiles.popitem(last=False)

    def _load(self, names: set[str]) -> None:
        for name in names & self._profiles.keys():
            self._profiles.move_to_end(name)
        for known in self._reports.grouped(names - self._profiles.keys()).values():
            self._hold(unpacked(known.profile))
