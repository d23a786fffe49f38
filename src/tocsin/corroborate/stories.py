"""Two reports: are they about one happening? By their words, names and figures, their days, and the acts that they put first."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from tocsin.corroborate.clues import Clue, rounded, total
from tocsin.corroborate.compare import Compared, scaled
from tocsin.corroborate.compare_places import POINTS, km_between
from tocsin.corroborate.details import in_common, telling
from tocsin.corroborate.profile import EventProfile, ReportProfile
from tocsin.corroborate.weights import StoryWeights, step
from tocsin.corroborate.words import likeness, shared

FOREMOST = 0.3
"""Prominence beside the report's foremost event from which an event says what the report is about."""

COMPARED = 6
"""Such events that are looked at."""

HEADLINE = 5
"""Words of a headline from which on it tells one story; *Morning briefing* stands over many."""

FAR_KM = 60.0
"""Towns farther apart than this are two places."""


def compare_reports(one: ReportProfile, other: ReportProfile, weights: StoryWeights, *, copies: bool) -> Compared:
    """Score two reports; above 0 they report one happening. ``copies`` says that they print one text."""
    if copies:
        return Compared(weights.copies, (("copies", weights.copies, lambda: "they print one text"),))
    told = rounded([("prior", weights.prior, lambda: "two reports that share words, figures or acts"), *_clues(one, other, weights)])
    return Compared(min(max(total(told), -weights.most), weights.most), told)


def _clues(one: ReportProfile, other: ReportProfile, weights: StoryWeights) -> Iterator[Clue]:
    acts = [_foremost(report) for report in (one, other)]
    alike = [(a, b) for a in acts[0] for b in acts[1] if a.type == b.type and a.mood == b.mood]
    yield _words(one, other, weights, acts=bool(alike))
    yield from _figures(one, other, weights)
    if one.headline == other.headline and one.headline.count(" ") >= HEADLINE - 1:
        yield "headline", weights.same_headline, lambda: "they bear one headline"
    common = len(one.names.keys() & other.names.keys())
    if common >= 3:
        yield "names", weights.names_many, lambda: f"both name {', '.join(in_common(one.names, other.names)[:5])}"
    elif common < 2:
        yield "names", weights.names_few, lambda: "hardly a name in common"
    if one.published is not None and other.published is not None:
        apart = abs(one.published - other.published)
        yield "reports", step(weights.reports_apart, apart), lambda: f"printed {apart} days apart"
    if acts[0] and acts[1]:
        yield from _acts(acts[0], acts[1], weights)
    yield from _counts(alike, weights)


def _foremost(report: ReportProfile) -> list[EventProfile]:
    return [event for event in report.events if event.prominence > FOREMOST][:COMPARED]


def _words(one: ReportProfile, other: ReportProfile, weights: StoryWeights, *, acts: bool) -> Clue:
    cosine = likeness(one.vector, other.vector)
    low, high = weights.words_range
    limits = (low, weights.words_most if acts else high)
    weight = scaled(cosine, weights.words, weights.words_expected, limits)
    return "words", weight, lambda: f"alike by {cosine:.2f}" + _common(one, other)


def _common(one: ReportProfile, other: ReportProfile) -> str:
    common = ", ".join(shared(one.vector, other.vector))
    return f" ({common})" if common else ""


def _figures(one: ReportProfile, other: ReportProfile, weights: StoryWeights) -> Iterator[Clue]:
    common = sorted(one.figures & other.figures, key=lambda figure: (-telling(figure), -figure))
    if not common:
        return
    fewest = min(sum(figure >= 10 for figure in report.figures) for report in (one, other))
    share = min(1.0, math.fsum(telling(figure) for figure in common)) * min(1.0, weights.figures_few / max(fewest, 1))
    yield "figures", weights.figure * share, lambda: f"both give {', '.join(f'{figure:,}' for figure in common[:5])}"


def _acts(one: Sequence[EventProfile], other: Sequence[EventProfile], weights: StoryWeights) -> Iterator[Clue]:
    if one[0].type != other[0].type:
        yield "act", weights.other_act, lambda: f"{one[0].type} comes first in one, {other[0].type} in the other"
    days = [{event.first for event in acts if event.first is not None and event.first == event.last} for acts in (one, other)]
    if days[0] and days[1] and not days[0] & days[1]:
        yield "day", weights.other_day, lambda: "acts of different days"
    places = [[event.place for event in acts if event.place and event.place.kind in POINTS] for acts in (one, other)]
    apart = [far for a in places[0] for b in places[1] if (far := km_between(a, b)) is not None]
    if apart and min(apart) > FAR_KM:
        yield "place", weights.other_place, lambda: f"acts {min(apart):.0f} km apart"


def _counts(alike: Sequence[tuple[EventProfile, EventProfile]], weights: StoryWeights) -> Iterator[Clue]:
    same = {(count.low, count.kind) for one, other in alike for count in one.counts if count in other.counts and count.low > 1}
    if same:
        low, kind = max(same)
        yield "count", weights.same_count, lambda: f"both {low:,} {kind}"
