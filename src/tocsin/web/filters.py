"""A filter as it stands in an address to a filter as the store takes it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tocsin.codebook import BODIES, COUNT_KINDS, COUNTRIES, MODES, TYPE_NAMES
from tocsin.store.incidents.columns import Snapshot
from tocsin.store.incidents.masks import parties
from tocsin.store.incidents.records import IncidentFilter
from tocsin.web.models.queries import IncidentQuery
from tocsin.web.problems import Refused
from tocsin.web.state import FindsSpellings

_MODES = tuple(dict.fromkeys(mode for modes in MODES.values() for mode in modes))


def filter_of(query: IncidentQuery, snapshot: Snapshot, spellings: FindsSpellings | None = None) -> IncidentFilter:
    """The filter that a query asks for, an actor's other spellings with it. A code that nothing can have is refused: no incidents would look
    like an answer.

    Raises:
        Refused: a code is unknown, the last day is before the first, or the box lies outside of the world.
    """
    _check_codes(query, snapshot)
    if query.first and query.last and query.first > query.last:
        raise Refused(422, f"The days are the wrong way round: {query.first} is after {query.last}.", "Change places.")
    return IncidentFilter(
        types=query.type,
        modes=query.mode,
        countries=query.country,
        actors=query.actor,
        parties=frozenset(party for words in query.actor for party in spellings(words, parties(snapshot))) if spellings else frozenset(),
        place=query.place,
        first_day=query.first,
        last_day=query.last,
        persons_min=query.persons_min,
        count_kind=query.kind,
        sources_min=query.sources_min,
        standings=query.standing,
        reviewed=query.reviewed,
        text=query.q,
        bbox=_box(query.bbox),
        document=query.document,
    )


def check_known(what: str, given: Iterable[str], known: Collection[str]) -> None:
    """See that all of some codes are known.

    Raises:
        Refused: one is not; it names those that are.
    """
    wrong = next((each for each in given if each not in known), None)
    if wrong is not None:
        raise Refused(422, f"There is no {what} {wrong!r}.", f"Choose among: {' '.join(known)}.")


def _check_codes(query: IncidentQuery, snapshot: Snapshot) -> None:
    check_known("event type", query.type, TYPE_NAMES)
    check_known("mode", query.mode, _MODES)
    check_known("kind of count", (query.kind,) if query.kind else (), COUNT_KINDS)
    if query.country:
        stored = {code for name in ("country", "actor_country", "recipient_country") for code in list(snapshot.words[name].words)}
        check_known("country code", query.country, tuple(sorted({*COUNTRIES, *BODIES, *stored})))


def _box(written: str | None) -> tuple[float, float, float, float] | None:
    """A box; one that is a whole world wide or more is the whole world, and one that was moved around it comes back."""
    if written is None:
        return None
    west, south, east, north = (float(part) for part in written.split(","))
    if south > north or south > 90.0 or north < -90.0:
        told = f"The box {written} is upside down or outside of the world: its south is {south:g}, its north {north:g}."
        raise Refused(422, told, "Write it as west,south,east,north, in degrees from -90 to 90.")
    if east - west >= 360.0:
        return -180.0, south, 180.0, north
    return _wrapped(west), south, _wrapped(east), north


def _wrapped(longitude: float) -> float:
    return longitude if -180.0 <= longitude <= 180.0 else (longitude + 180.0) % 360.0 - 180.0
