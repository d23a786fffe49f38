"""Counts over incidents that people expect as charts: by week and type, by actor, of persons, by publisher."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection, select

from tocsin.records import MEASURED
from tocsin.store.incidents.columns import Coded, Positions, Snapshot
from tocsin.store.incidents.steps import counted, starts_of
from tocsin.store.incidents.tables import incident_events
from tocsin.store.tables import documents


@dataclass(frozen=True, slots=True)
class WeekOfType:
    """Incidents of one type that began in the week from ``start``, a Monday; ``None`` holds those that no report dates to the week."""

    start: dt.date | None
    type: str
    incidents: int


@dataclass(frozen=True, slots=True)
class ActorCount:
    """The incidents of one actor, and how many independent sources tell them. Private people are counted nowhere."""

    actor: str
    country: str | None
    incidents: int
    sources: int


@dataclass(frozen=True, slots=True)
class PersonsInWeek:
    """People of one kind counted in the incidents of a week: sums of the least, best and greatest figures.

    Where an incident has no best figure its least stands in, and where its range is open above its best. ``start`` as in
    :class:`WeekOfType`.
    """

    start: dt.date | None
    kind: str
    low: int
    best: int
    high: int
    incidents: int


@dataclass(frozen=True, slots=True)
class PublisherCount:
    """What one publisher printed: articles, the incidents they tell, and those of them that no other publisher has."""

    publisher: str
    articles: int
    incidents: int
    alone: int


@dataclass(frozen=True, slots=True)
class Printed:
    """Which publisher printed which incident: one row for each document of an incident that names its publisher."""

    position: Positions
    publisher: Coded


def printed(connection: Connection, snapshot: Snapshot) -> Printed:
    """Who printed each incident of a snapshot."""
    chosen = (
        select(incident_events.c.incident, documents.c.publisher)
        .join(documents, documents.c.id == incident_events.c.document_id)
        .where(documents.c.is_current, documents.c.publisher.is_not(None))
        .distinct()
        .add_columns(incident_events.c.document_id)
    )
    known: dict[str, int] = {}
    pairs = [
        (snapshot.position[incident], known.setdefault(publisher, len(known)))
        for incident, publisher, _ in connection.execute(chosen)
        if snapshot.position.get(incident, len(snapshot.ids)) < len(snapshot.ids)
    ]
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Printed(table[:, 0], Coded(table[:, 1].astype(np.int32), list(known), known))


def weeks_of_types(snapshot: Snapshot, found: Positions) -> list[WeekOfType]:
    """Incidents by week and type, the earliest week first, those of no week last."""
    types = snapshot.words["type"]
    weeks = _weeks(snapshot, found)
    dated = weeks > 0
    split = counted(weeks[dated], types.codes[found[dated]], len(types.words))
    other = counted(weeks[~dated], types.codes[found[~dated]], len(types.words))
    return [WeekOfType(_day(start), types.words[code], count) for start, code, count in (*split, *other)]


def _weeks(snapshot: Snapshot, found: Positions) -> Positions:
    """The Monday of each incident's week; 0 of one that is not dated to the week: what was "in 2017" was not in its first week."""
    first, last = snapshot.numbers["first_day"][found], snapshot.numbers["last_day"][found]
    narrow = last - first < _WEEK  # never of an unknown day
    weeks = np.zeros(len(found), dtype=np.int64)
    weeks[narrow] = starts_of(first[narrow].astype(np.int64), "week")
    return weeks


def _day(start: int) -> dt.date | None:
    return dt.date.fromordinal(start) if start else None


def actors(snapshot: Snapshot, found: Positions, limit: int) -> list[ActorCount]:
    """The actors of the most incidents. Those of one country whose names differ in capitals alone are one, by the more frequent spelling."""
    names, countries = snapshot.words["actor"], snapshot.words["actor_country"]
    named = found[(names.codes[found] >= 0) & (snapshot.numbers["actor_private"][found] == 0)]
    spelled = names.codes[named]
    alike = _alike(names.words, spelled)
    keys = alike[spelled].astype(np.int64) * _WIDTH + countries.codes[named] + 1
    pairs, group, counts = np.unique(keys, return_inverse=True, return_counts=True)
    sources = np.bincount(group, weights=snapshot.numbers["sources"][named], minlength=len(pairs))
    rows = [
        ActorCount(names.words[pair // _WIDTH], (countries.words[pair % _WIDTH - 1] if pair % _WIDTH else None), count, int(told))
        for pair, count, told in zip(pairs.tolist(), counts.tolist(), sources.tolist(), strict=True)
    ]
    return sorted(rows, key=lambda row: (-row.incidents, -row.sources, row.actor))[:limit]


def _alike(words: Sequence[str], codes: Positions) -> Positions:
    """For each name the one that stands for all that differ from it in capitals alone: the most frequent."""
    times = np.bincount(codes, minlength=len(words)).tolist()
    best: dict[str, int] = {}
    for code, word in enumerate(words):
        now = best.setdefault(word.casefold(), code)
        if times[code] > times[now]:
            best[word.casefold()] = code
    return np.array([best[word.casefold()] for word in words], dtype=np.int64)


def persons(snapshot: Snapshot, found: Positions) -> list[PersonsInWeek]:
    """People counted, by week and kind."""
    figures = snapshot.figures
    wanted = np.zeros(len(snapshot.ids), dtype=np.bool_)
    wanted[found] = True
    rows = np.flatnonzero(wanted[figures.position] & figures.kind.where(kind not in MEASURED for kind in figures.kind.words))
    starts = _weeks(snapshot, figures.position[rows])
    keys, group, counts = np.unique(starts * _WIDTH + figures.kind.codes[rows], return_inverse=True, return_counts=True)
    low = figures.low[rows]
    best = np.where(np.isnan(figures.best[rows]), low, figures.best[rows])
    high = np.where(np.isnan(figures.high[rows]), best, figures.high[rows])
    sums = [np.bincount(group, weights=each, minlength=len(keys)).tolist() for each in (low, best, high)]
    told = [
        PersonsInWeek(_day(key // _WIDTH), figures.kind.words[key % _WIDTH], int(least), int(middle), int(most), count)
        for key, least, middle, most, count in zip(keys.tolist(), *sums, counts.tolist(), strict=True)
    ]
    return sorted(told, key=lambda row: row.start is None)


def publishers(snapshot: Snapshot, found: Positions, who: Printed, limit: int) -> list[PublisherCount]:
    """The publishers of the most incidents."""
    wanted = np.zeros(len(snapshot.ids), dtype=np.bool_)
    wanted[found] = True
    rows = wanted[who.position]
    position, codes = who.position[rows], who.publisher.codes[rows].astype(np.int64)
    articles = np.bincount(codes, minlength=len(who.publisher.words))
    pairs = np.unique(position * _WIDTH + codes)
    incidents = np.bincount(pairs % _WIDTH, minlength=len(who.publisher.words))
    _, first, publishers_of = np.unique(pairs // _WIDTH, return_index=True, return_counts=True)
    single = pairs[first[publishers_of == 1]] % _WIDTH
    alone = np.bincount(single, minlength=len(who.publisher.words))
    rows_ = zip(who.publisher.words, articles.tolist(), incidents.tolist(), alone.tolist(), strict=True)
    told = [PublisherCount(*row) for row in rows_ if row[1]]
    return sorted(told, key=lambda row: (-row.incidents, -row.articles, row.publisher))[:limit]


_WEEK = 7
"""Days: what may have been on more of them is dated to no week."""

_WIDTH = 2**20
"""Two numbers are put into one for counting pairs: the second is below this (types, countries, kinds, publishers)."""
