"""Two reports: are they about one happening? By their words, and by the events that they put first."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.corroborate.compare import Alike, Compared, scaled
from tocsin.corroborate.profile import EventProfile, ReportProfile
from tocsin.corroborate.weights import StoryWeights, step
from tocsin.corroborate.words import shared
from tocsin.records import Reason

FOREMOST = 0.5
"""Prominence beside the report's foremost event from which an event says what the report is about."""


@dataclass(frozen=True, slots=True)
class EventPair:
    """Two events of two reports with their score."""

    one: EventProfile
    other: EventProfile
    compared: Compared


def compare_reports(one: ReportProfile, other: ReportProfile, alike: Alike, pairs: Sequence[EventPair], weights: StoryWeights) -> Compared:
    """Score two reports; above 0 they report one happening. ``pairs`` are the scored pairs of their events."""
    reasons = [reason for reason in _reasons(one, other, alike, pairs, weights) if round(reason.weight, 3)]
    told = tuple(Reason(reason.of, reason.says, round(reason.weight, 3)) for reason in reasons)
    return Compared(round(math.fsum(reason.weight for reason in told), 3), told)


def _reasons(one: ReportProfile, other: ReportProfile, alike: Alike, pairs: Sequence[EventPair], weights: StoryWeights) -> Iterator[Reason]:
    common = ", ".join(shared(one.vector, other.vector))
    says = f"alike by {alike.text:.2f}" + (f" ({common})" if common else "")
    yield Reason("words", says, scaled(alike.text, weights.words, weights.words_expected, weights.words_range))
    if one.published is not None and other.published is not None:
        apart = abs(one.published - other.published)
        yield Reason("reports", f"printed {apart} days apart", step(weights.reports_apart, apart))
    if alike.copies:
        yield Reason("copies", "they print one text", weights.copies)
    elif pairs:
        yield from _acts(pairs, weights)


def _acts(pairs: Sequence[EventPair], weights: StoryWeights) -> Iterator[Reason]:
    best = max(pairs, key=lambda pair: (pair.compared.score * _prominence(pair), pair.one.ref, pair.other.ref))
    if best.compared.score > 0:
        weight = weights.same_act * best.compared.score * _prominence(best)
        yield Reason("act", f"one act: {_told(best)}", min(weight, weights.same_act_most))
        return
    foremost = [pair for pair in pairs if _prominence(pair) >= FOREMOST and pair.one.type == pair.other.type]
    if foremost:
        nearest = max(foremost, key=lambda pair: (pair.compared.score, pair.one.ref, pair.other.ref))
        weight = weights.other_act * nearest.compared.score
        yield Reason("act", f"two acts: {_told(nearest, against=True)}", max(weight, weights.other_act_most))


def _prominence(pair: EventPair) -> float:
    return math.sqrt(pair.one.prominence * pair.other.prominence)


def _told(pair: EventPair, *, against: bool = False) -> str:
    """The act and the strongest reason."""
    chosen = (min if against else max)(pair.compared.reasons, key=lambda reason: (reason.weight, reason.says))
    return f"{pair.one.type}, {chosen.says}"
