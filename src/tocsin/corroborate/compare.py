"""Two events of different reports: are they one act? Each piece of evidence is a reason in words with its weight; the score is their sum.

What a report does not say is no evidence: a missing day, place or name adds nothing.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.corroborate.clues import Clue, best, rounded, total
from tocsin.corroborate.compare_parties import described_clue, doers_clue, party_clue
from tocsin.corroborate.compare_places import place_clue
from tocsin.corroborate.profile import Count, EventProfile
from tocsin.corroborate.weights import KINDRED, QUIET, EventWeights, step
from tocsin.corroborate.words import likeness, shared
from tocsin.records import Reason

ANY = 3
"""Times by which two numbers of one thing must differ to speak against: tolls grow, and rival counts of a crowd differ by two."""


RECENT = 45
"""Days before a report in which an undated act lies that it tells as news."""


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike the two events' reports are: their score as reports of one happening, and whether they print one text."""

    story: float
    copies: bool = False
    apart: bool = False
    """The events are in two towns, and one of the reports tells an act of that type in either."""


class Compared:
    """A score with the reasons that it is the sum of. These are put into words when they are asked for: of a hundred pairs one is shown."""

    __slots__ = ("_clues", "score")

    def __init__(self, score: float, clues: Sequence[Clue]) -> None:
        self.score = score
        self._clues = clues

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons."""
        return tuple(Reason(of, says(), weight) for of, weight, says in self._clues)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Compared) and (self.score, self.reasons) == (other.score, other.reasons)

    def __hash__(self) -> int:
        return hash((self.score, self.reasons))


def compare(one: EventProfile, other: EventProfile, alike: Alike, weights: EventWeights) -> Compared | None:
    """Score two events; ``None`` where they cannot be one act: other types, or one happened and the other did not.

    The result is the same for ``other`` and ``one``.
    """
    if not comparable(one, other):
        return None
    if one.ref > other.ref:
        one, other = other, one
    clues: list[Clue] = [
        (
            "prior",
            weights.prior,
            lambda: "two events of one type" if one.type == other.type else "two events of types that are taken for each other",
        ),
        *_kind(one, other, weights),
    ]
    found = (
        None if alike.copies and _shifted(one, other) else _time(one, other, weights),
        place_clue(one, other, weights),
        party_clue("actor", one.actors, other.actors, weights),
        party_clue("recipient", one.recipients, other.recipients, weights),
        described_clue("actor", one.actors, other.actors, weights),
        described_clue("recipient", one.recipients, other.recipients, weights),
        doers_clue(one, other, weights),
        _count(one, other, weights),
    )
    clues += [clue for clue in found if clue]
    if alike.apart:
        clues.append(("apart", weights.told_apart, lambda: "one of the reports tells of either town"))
    clues.append(_words(one, other, weights))
    clues += _reports(one, other, alike, weights, clues)
    told = rounded(clues)
    return Compared(total(told), told)


def comparable(one: EventProfile, other: EventProfile) -> bool:
    """Whether two events can be one act at all."""
    if one.type != other.type and other.type not in KINDRED.get(one.type, frozenset()):
        return False
    moded = one.type != other.type or (one.modes and other.modes)
    if moded and (one.modes | other.modes) & QUIET and not one.modes & other.modes:
        return False  # a strike and a march, or a strike and the shooting that it answers
    return one.mood == other.mood or {one.mood, other.mood} == {"done", "planned"}


def _kind(one: EventProfile, other: EventProfile, weights: EventWeights) -> list[Clue]:
    found: list[Clue] = []
    if one.type != other.type:
        found.append(("type", weights.other_type, lambda: f"{one.type} and {other.type}"))
    elif one.modes and other.modes:
        common = one.modes & other.modes
        same: Clue = ("mode", weights.same_mode, lambda: ", ".join(sorted(common)))
        found.append(same if common else ("mode", weights.other_mode, lambda: _modes(one, other)))
    if one.mood != other.mood:
        found.append(("mood", weights.planned, lambda: "announced in one report, done in the other"))
    return found


def _modes(one: EventProfile, other: EventProfile) -> str:
    return f"{', '.join(sorted(one.modes))} and {', '.join(sorted(other.modes))}"


def _time(one: EventProfile, other: EventProfile, weights: EventWeights) -> Clue | None:
    if one.within or other.within:
        return _outside(one, other, weights)
    if one.first is not None and other.first is not None:
        return _both_dated(one, other, weights)
    if one.first is None and other.first is None:
        return _neither_dated(one, other, weights)
    dated, undated = (one, other) if one.first is not None else (other, one)
    if undated.published is None or undated.historical or dated.first is None or dated.last is None:
        return None
    first, last = dated.first, dated.last
    if first > undated.published + 1 and undated.mood == "done":
        return "day", weights.dated_after_report, lambda: f"{_day(first)} is after the other report"
    since = max(0, undated.published - last)
    return (
        "day",
        step(weights.day_and_report, since),
        lambda: f"{_day(last)}, {since} day{'' if since == 1 else 's'} before the other report",
    )


def _neither_dated(one: EventProfile, other: EventProfile, weights: EventWeights) -> Clue | None:
    if one.published is None or other.published is None or one.historical or other.historical:
        return None
    apart = abs(one.published - other.published)
    return "reports", step(weights.reports_apart, apart), lambda: f"printed {_apart(apart)}"


def _outside(one: EventProfile, other: EventProfile, weights: EventWeights) -> Clue | None:
    """A long stretch (*in 2017*) tells what an act is not: one of days that lie outside it, nor the news of a report long after it."""
    stretches = [_stretch(event) for event in (one, other)]
    if None in stretches:
        return None
    (first, ends), (begins, _) = sorted(stretch for stretch in stretches if stretch)
    if begins <= ends:
        return None
    return "day", step(weights.days_apart, begins - ends), lambda: f"{_day(first)} to {_day(ends)} lies before {_day(begins)}"


def _stretch(event: EventProfile) -> tuple[int, int] | None:
    """The days that an act lies in; of the news of a report without a day, the month and a half before it."""
    if event.within:
        return event.within
    if event.first is not None and event.last is not None:
        return event.first, event.last
    if event.published is None or event.historical or event.mood != "done":
        return None
    return event.published - RECENT, event.published


def _shifted(one: EventProfile, other: EventProfile) -> bool:
    """Whether two days are as far apart as the days of print: *on Monday* of a text that is printed again means the Monday before."""
    if one.first is None or other.first is None or one.published is None or other.published is None:
        return False
    return one.published != other.published and one.first - one.published == other.first - other.published


def _both_dated(one: EventProfile, other: EventProfile, weights: EventWeights) -> Clue | None:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    first, second = one.first, other.first
    begins, ends = max(first, second), min(one.last, other.last)
    if begins > ends:
        return "day", step(weights.days_apart, begins - ends), lambda: f"{_day(first)} and {_day(second)}"
    if one.last - first + other.last - second == 0:
        return "day", weights.same_day, lambda: f"both on {_day(first)}"
    return "day", weights.overlapping, lambda: f"both within {_day(begins)} to {_day(ends)}"


def _count(one: EventProfile, other: EventProfile, weights: EventWeights) -> Clue | None:
    return best([_counted(a, b, weights) for a in one.counts for b in other.counts if a.kind == b.kind])


def _counted(one: Count, other: Count, weights: EventWeights) -> Clue:
    if (one.low, one.high) == (other.low, other.high):
        return "count", step(weights.same_count, one.low), lambda: f"both {_range(one)} {one.kind}"
    few, many = (one.low, other.low) if one.low <= other.low else (other.low, one.low)
    if one.low <= (other.high or math.inf) and other.low <= (one.high or math.inf):
        weight = weights.near_count
    else:
        weight = weights.other_count if many > ANY * max(few, 1) else 0.0
    return "count", weight, lambda: f"{_range(one)} and {_range(other)} {one.kind}"


def _words(one: EventProfile, other: EventProfile, weights: EventWeights) -> Clue:
    local = likeness(one.words, other.words)
    weight = scaled(local, weights.words, weights.words_expected, weights.words_range)
    return "words", weight, lambda: f"sentences alike by {local:.2f}" + _common(one, other)


def _reports(one: EventProfile, other: EventProfile, alike: Alike, weights: EventWeights, found: Sequence[Clue]) -> list[Clue]:
    """What the reports say for the two, beside what was ``found`` of the acts themselves."""
    of_the_acts = any(of in _OF_THE_ACTS and weight > 0 for of, weight, _ in found)
    low, high = weights.story_range if of_the_acts else weights.bare_range if one.type == other.type else weights.unlike_range
    clues: list[Clue] = [
        ("story", min(max(weights.story * alike.story, low), high), lambda: f"the reports' own score is {alike.story:.1f}")
    ]
    if alike.copies and likeness(one.words, other.words) > 0.6:  # the same sentences, cut or with another paper's spelling of a name
        clues.append(("copies", weights.copies, lambda: "the reports print one text"))
    return clues


_OF_THE_ACTS = frozenset({"place", "actor", "recipient", "count", "words"})
"""Evidence that is of the two acts, and not of their day or their reports alone."""


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
