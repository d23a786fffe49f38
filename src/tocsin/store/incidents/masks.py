"""Which rows of a snapshot a filter wants: the same ones that :mod:`tocsin.store.incidents.list` finds in SQL."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from tocsin.records import MEASURED
from tocsin.store.incidents.columns import Coded, Numbers, Positions, Snapshot
from tocsin.store.incidents.list import ROLES
from tocsin.store.incidents.records import IncidentFilter, Party
from tocsin.store.incidents.tables import incident_events

Mask = NDArray[np.bool_]
CodeT = TypeVar("CodeT", int, NDArray[np.int64])


def matching(snapshot: Snapshot, wanted: IncidentFilter, told: frozenset[str] | None = None) -> Positions:
    """The rows that are wanted, in the order of their numbers.

    ``told`` are the incidents that ``wanted.document`` tells: see :func:`told_by`.
    """
    mask = snapshot.alive
    for condition in _conditions(snapshot, wanted):
        mask = mask & condition
    if told is not None:
        mask = mask & _rows(snapshot, told)
    return np.flatnonzero(mask)


def told_by(connection: Connection, document: str) -> frozenset[str]:
    """The incidents that a document tells."""
    chosen = select(incident_events.c.incident).where(incident_events.c.document_id == document)
    return frozenset(row[0] for row in connection.execute(chosen))


def _conditions(snapshot: Snapshot, wanted: IncidentFilter) -> Iterator[Mask]:
    yield from _of_kind(snapshot, wanted)
    yield from _of_days(snapshot, wanted)
    yield from _of_place(snapshot, wanted)
    yield from _of_parties(snapshot, wanted)
    if wanted.sources_min is not None:
        yield snapshot.numbers["sources"] >= wanted.sources_min
    if wanted.persons_min is not None or wanted.count_kind is not None:
        yield _figured(snapshot, wanted.count_kind, wanted.persons_min)
    for word in (wanted.text or "").casefold().split():
        yield np.fromiter((word in text for text in snapshot.texts), dtype=np.bool_, count=len(snapshot.texts))


def _of_kind(snapshot: Snapshot, wanted: IncidentFilter) -> Iterator[Mask]:
    if wanted.types:
        yield _among(snapshot.words["type"], wanted.types)
    if wanted.modes:
        modes = snapshot.words["modes"]
        yield modes.where(not set(wanted.modes).isdisjoint(each.split()) for each in modes.words)
    if wanted.standings:
        yield _among(snapshot.words["standing"], wanted.standings)
    if wanted.reviewed is not None:
        yield snapshot.numbers["reviewed"] == wanted.reviewed


def _of_days(snapshot: Snapshot, wanted: IncidentFilter) -> Iterator[Mask]:
    if wanted.first_day is not None:
        yield snapshot.numbers["last_day"] >= wanted.first_day.toordinal()
    if wanted.last_day is not None:
        yield snapshot.numbers["first_day"] <= wanted.last_day.toordinal()


def _of_place(snapshot: Snapshot, wanted: IncidentFilter) -> Iterator[Mask]:
    if wanted.place:
        yield _holds(snapshot.words["place"], wanted.place)
    if wanted.bbox is not None:
        west, south, east, north = wanted.bbox
        latitude, longitude = snapshot.numbers["latitude"], snapshot.numbers["longitude"]
        yield (latitude >= south) & (latitude <= north)
        yield _between(longitude, west, east) if west <= east else (longitude >= west) | (longitude <= east)


def _between(column: Numbers, least: float, most: float) -> Mask:
    return (column >= least) & (column <= most)


def _of_parties(snapshot: Snapshot, wanted: IncidentFilter) -> Iterator[Mask]:
    if wanted.countries:
        yield _any(_among(snapshot.words[name], wanted.countries) for name in ("country", "actor_country", "recipient_country"))
    if wanted.actors or wanted.parties:
        by_words = (mask for words in wanted.actors for mask in _party(snapshot, words))
        yield _any(chain(by_words, (_named(snapshot, role, wanted.parties) for role in ROLES)))


def _party(snapshot: Snapshot, words: str) -> Iterator[Mask]:
    for role in ROLES:
        yield _holds(snapshot.words[role], words)
        yield _among(snapshot.words[f"{role}_country"], (words.upper(),))


def _named(snapshot: Snapshot, role: str, wanted: frozenset[Party]) -> Mask:
    """Whether who takes part is one of some who are not private."""
    name, country = snapshot.words[role], snapshot.words[f"{role}_country"]
    codes = [_code(name, country.known.get(place or "", -1), name.known[words]) for words, place in wanted if words in name.known]
    both = _code(name, country.codes.astype(np.int64), name.codes.astype(np.int64))
    public: Mask = (name.codes >= 0) & (snapshot.numbers[f"{role}_private"] == 0)
    return public & np.isin(both, np.array(codes, dtype=np.int64))


def _code(name: Coded, country: CodeT, word: CodeT) -> CodeT:
    """One number for the codes of a name and a country."""
    return (country + 1) * len(name.words) + word


def parties(snapshot: Snapshot) -> frozenset[Party]:
    """Every actor and recipient who is not private."""
    kept: frozenset[Party] | None = snapshot.kept.get("parties")
    return snapshot.kept.put("parties", frozenset(chain(*(_parties(snapshot, role) for role in ROLES)))) if kept is None else kept


def _parties(snapshot: Snapshot, role: str) -> Iterator[Party]:
    name, country = snapshot.words[role], snapshot.words[f"{role}_country"]
    shown = snapshot.alive & (name.codes >= 0) & (snapshot.numbers[f"{role}_private"] == 0)
    for word, place in np.unique(np.stack([name.codes[shown], country.codes[shown]]), axis=1).T:
        yield name.words[word], country.words[place] if place >= 0 else None


def _figured(snapshot: Snapshot, kind: str | None, least: int | None) -> Mask:
    figures = snapshot.figures
    wanted = figures.kind.where((each == kind) if kind else (each not in MEASURED) for each in figures.kind.words)
    if least is not None:
        wanted = wanted & (np.where(np.isnan(figures.best), figures.low, figures.best) >= least)
    mask = np.zeros(len(snapshot.ids), dtype=np.bool_)
    mask[figures.position[wanted]] = True
    return mask


def _among(column: Coded, wanted: tuple[str, ...]) -> Mask:
    return column.where(word in wanted for word in column.words)


def _holds(column: Coded, words: str) -> Mask:
    folded = words.casefold()
    return column.where(folded in word.casefold() for word in column.words)


def _any(masks: Iterator[Mask]) -> Mask:
    found = next(masks)
    for mask in masks:
        found = found | mask
    return found


def _rows(snapshot: Snapshot, names: frozenset[str]) -> Mask:
    mask = np.zeros(len(snapshot.ids), dtype=np.bool_)
    places = (snapshot.position.get(name, -1) for name in names)
    mask[[place for place in places if 0 <= place < len(snapshot.ids)]] = True
    return mask
