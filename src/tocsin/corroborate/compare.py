"""Two events of different reports: are they one act? Each piece of evidence is a reason in words with its weight; the score is their sum.

What a report does not say is no evidence: a missing day, place or name adds nothing.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.corroborate.compare_parties import party_reason
from tocsin.corroborate.compare_places import place_reason
from tocsin.corroborate.profile import Count, EventProfile
from tocsin.corroborate.weights import KINDRED, EventWeights, step
from tocsin.corroborate.words import likeness, shared
from tocsin.records import Reason

ANY = 3
"""Times by which two numbers of one thing must differ to speak against: tolls grow, and rival counts of a crowd differ by two."""


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike the two events' reports are: their score as reports of one happening, and whether they print one text."""

    story: float
    copies: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """A score with the reasons that it is the sum of."""

    score: float
    reasons: tuple[Reason, ...]


def compare(one: EventProfile, other: EventProfile, alike: Alike, weights: EventWeights) -> Compared | None:
    """Score two events; ``None`` where they cannot be one act: other types, or one happened and the other did not.

    The result is the same for ``other`` and ``one``.
    """
    if one.ref > other.ref:
        one, other = other, one
    if not comparable(one, other):
        return None
    reasons = (Reason("prior", "two events of like type", weights.prior), *_reasons(one, other, alike, weights))
    told = tuple(Reason(reason.of, reason.says, round(reason.weight, 3)) for reason in reasons if round(reason.weight, 3))
    return Compared(round(math.fsum(reason.weight for reason in told), 3), told)


def comparable(one: EventProfile, other: EventProfile) -> bool:
    """Whether two events can be one act at all."""
    if one.type != other.type and other.type not in KINDRED.get(one.type, frozenset()):
        return False
    return one.mood == other.mood or {one.mood, other.mood} == {"done", "planned"}


def _reasons(one: EventProfile, other: EventProfile, alike: Alike, weights: EventWeights) -> Iterator[Reason]:
    if one.type != other.type:
        yield Reason("type", f"{one.type} and {other.type}", weights.other_type)
    elif one.modes and other.modes:
        common = sorted(one.modes & other.modes)
        yield Reason("mode", ", ".join(common), weights.same_mode) if common else Reason("mode", _modes(one, other), weights.other_mode)
    if one.mood != other.mood:
        yield Reason("mood", "announced in one report, done in the other", weights.planned)
    found = (
        _time(one, other, weights),
        place_reason(one, other, weights),
        party_reason("actor", one.actors, other.actors, weights),
        party_reason("recipient", one.recipients, other.recipients, weights),
        _count(one, other, weights),
    )
    yield from (reason for reason in found if reason)
    yield from _words(one, other, alike, weights)


def _modes(one: EventProfile, other: EventProfile) -> str:
    return f"{', '.join(sorted(one.modes))} and {', '.join(sorted(other.modes))}"


def _time(one: EventProfile, other: EventProfile, weights: EventWeights) -> Reason | None:
    if one.first is not None and other.first is not None:
        return _both_dated(one, other, weights)
    if one.first is None and other.first is None:
        if one.published is None or other.published is None or one.historical or other.historical:
            return None
        apart = abs(one.published - other.published)
        return Reason("reports", f"printed {_apart(apart)}", step(weights.reports_apart, apart))
    dated, undated = (one, other) if one.first is not None else (other, one)
    if undated.published is None or undated.historical or dated.first is None or dated.last is None:
        return None
    if dated.first > undated.published + 1 and undated.mood == "done":
        return Reason("day", f"{_day(dated.first)} is after the other report", weights.dated_after_report)
    since = max(0, undated.published - dated.last)
    return Reason("day", f"{_day(dated.last)}, {since} days before the other report", step(weights.day_and_report, since))


def _both_dated(one: EventProfile, other: EventProfile, weights: EventWeights) -> Reason | None:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    apart = max(one.first, other.first) - min(one.last, other.last)
    if apart > 0:
        return Reason("day", f"{_day(one.first)} and {_day(other.first)}", step(weights.days_apart, apart))
    if one.last - one.first + other.last - other.first == 0:
        return Reason("day", f"both on {_day(one.first)}", weights.same_day)
    return Reason("day", f"both within {_day(max(one.first, other.first))} to {_day(min(one.last, other.last))}", weights.overlapping)


def _count(one: EventProfile, other: EventProfile, weights: EventWeights) -> Reason | None:
    pairs = [(a, b) for a in one.counts for b in other.counts if a.kind == b.kind]
    found = [_counted(a, b, weights) for a, b in pairs]
    return max(found, key=lambda reason: (reason.weight, reason.says), default=None)


def _counted(one: Count, other: Count, weights: EventWeights) -> Reason:
    if (one.low, one.high) == (other.low, other.high):
        return Reason("count", f"both {_range(one)} {one.kind}", step(weights.same_count, one.low))
    says = f"{_range(one)} and {_range(other)} {one.kind}"
    if one.low <= (other.high or math.inf) and other.low <= (one.high or math.inf):
        return Reason("count", says, weights.near_count)
    few, many = sorted((one.low, other.low))
    return Reason("count", says, weights.other_count if many > ANY * max(few, 1) else 0.0)


def _words(one: EventProfile, other: EventProfile, alike: Alike, weights: EventWeights) -> Iterator[Reason]:
    local = likeness(one.words, other.words)
    says = f"sentences alike by {local:.2f}" + _common(one, other)
    yield Reason("words", says, scaled(local, weights.words, weights.words_expected, weights.words_range))
    low, high = weights.story_range
    yield Reason("story", f"the reports' own score is {alike.story:.1f}", min(max(weights.story * alike.story, low), high))
    if alike.copies and local > 0.6:  # 0.6: the same sentences, cut or with another paper's spelling of a name
        yield Reason("copies", "the reports print one text", weights.copies)


def scaled(cosine: float, weight: float, expected: float, limits: tuple[float, float]) -> float:
    """``weight`` times what a cosine exceeds the ``expected`` one by, within ``limits``."""
    return min(max(weight * (cosine - expected), limits[0]), limits[1])


def _common(one: EventProfile, other: EventProfile) -> str:
    common = shared(one.words, other.words)
    return f" ({', '.join(common)})" if common else ""


def _range(count: Count) -> str:
    if count.high is None:
        return f"{count.low:,} or more"
    return f"{count.low:,}" if count.low == count.high else f"{count.low:,}–{count.high:,}"


def _day(ordinal: int) -> str:
    return dt.date.fromordinal(ordinal).isoformat()


def _apart(days: int) -> str:
    return {0: "on one day", 1: "a day apart"}.get(days, f"{days} days apart")
