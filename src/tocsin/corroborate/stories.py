"""Two reports: are they about one happening? By their words, names and figures, their days, and the acts that they put first."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from tocsin.corroborate.compare import Compared, scaled
from tocsin.corroborate.compare_places import POINTS, km_between
from tocsin.corroborate.details import in_common, telling
from tocsin.corroborate.profile import EventProfile, ReportProfile
from tocsin.corroborate.weights import StoryWeights, step
from tocsin.corroborate.words import likeness, shared
from tocsin.records import Reason

FOREMOST = 0.3
"""Prominence beside the report's foremost event from which an event says what the report is about."""

COMPARED = 6
"""Such events that are looked at."""

FAR_KM = 60.0
"""Towns farther apart than this are two places."""


def compare_reports(one: ReportProfile, other: ReportProfile, weights: StoryWeights, *, copies: bool) -> Compared:
    """Score two reports; above 0 they report one happening. ``copies`` says that they print one text."""
    if copies:
        return Compared(weights.copies, (Reason("copies", "they print one text", weights.copies),))
    reasons = [Reason("prior", "two reports that share words, figures or acts", weights.prior), *_reasons(one, other, weights)]
    told = tuple(Reason(reason.of, reason.says, round(reason.weight, 3)) for reason in reasons if round(reason.weight, 3))
    total = math.fsum(reason.weight for reason in told)
    return Compared(round(min(max(total, -weights.most), weights.most), 3), told)


def _reasons(one: ReportProfile, other: ReportProfile, weights: StoryWeights) -> Iterator[Reason]:
    acts = [_foremost(report) for report in (one, other)]
    alike = [(a, b) for a in acts[0] for b in acts[1] if a.type == b.type and a.mood == b.mood]
    yield _words(one, other, weights, acts=bool(alike))
    yield from _figures(one, other, weights)
    common = in_common(one.names, other.names)
    if len(common) >= 3:
        yield Reason("names", f"both name {', '.join(common[:5])}", weights.names_many)
    elif len(common) < 2:
        yield Reason("names", "hardly a name in common", weights.names_few)
    if one.published is not None and other.published is not None:
        apart = abs(one.published - other.published)
        yield Reason("reports", f"printed {apart} days apart", step(weights.reports_apart, apart))
    if acts[0] and acts[1]:
        yield from _acts(acts[0], acts[1], weights)
    yield from _counts(alike, weights)


def _foremost(report: ReportProfile) -> list[EventProfile]:
    return [event for event in report.events if event.prominence > FOREMOST][:COMPARED]


def _words(one: ReportProfile, other: ReportProfile, weights: StoryWeights, *, acts: bool) -> Reason:
    cosine = likeness(one.vector, other.vector)
    common = ", ".join(shared(one.vector, other.vector))
    low, high = weights.words_range
    limits = (low, weights.words_most if acts else high)
    says = f"alike by {cosine:.2f}" + (f" ({common})" if common else "")
    return Reason("words", says, scaled(cosine, weights.words, weights.words_expected, limits))


def _figures(one: ReportProfile, other: ReportProfile, weights: StoryWeights) -> Iterator[Reason]:
    common = sorted(one.figures & other.figures, key=lambda figure: (-telling(figure), -figure))
    if not common:
        return
    fewest = min(sum(figure >= 10 for figure in report.figures) for report in (one, other))
    share = min(1.0, math.fsum(telling(figure) for figure in common)) * min(1.0, weights.figures_few / max(fewest, 1))
    yield Reason("figures", f"both give {', '.join(f'{figure:,}' for figure in common[:5])}", weights.figure * share)


def _acts(one: Sequence[EventProfile], other: Sequence[EventProfile], weights: StoryWeights) -> Iterator[Reason]:
    if one[0].type != other[0].type:
        yield Reason("act", f"{one[0].type} comes first in one, {other[0].type} in the other", weights.other_act)
    days = [{event.first for event in acts if event.first is not None and event.first == event.last} for acts in (one, other)]
    if days[0] and days[1] and not days[0] & days[1]:
        yield Reason("day", "acts of different days", weights.other_day)
    places = [[event.place for event in acts if event.place and event.place.kind in POINTS] for acts in (one, other)]
    apart = [far for a in places[0] for b in places[1] if (far := km_between(a, b)) is not None]
    if apart and min(apart) > FAR_KM:
        yield Reason("place", f"acts {min(apart):.0f} km apart", weights.other_place)


def _counts(alike: Sequence[tuple[EventProfile, EventProfile]], weights: StoryWeights) -> Iterator[Reason]:
    same = sorted({(count.low, count.kind) for one, other in alike for count in one.counts if count in other.counts and count.low > 1})
    if same:
        low, kind = same[-1]
        yield Reason("count", f"both {low:,} {kind}", weights.same_count)
