"""Every weight of the comparisons, in one place: docs/incidents.md says on what each was set.

A weight is what a piece of evidence adds to a score. Scores are sums; above 0 two things are taken for one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Steps: TypeAlias = tuple[tuple[float, float], ...]
"""``(up to, weight)``: the weight of the first step that a number does not exceed, else that of the last."""


def step(steps: Steps, number: float) -> float:
    """The weight that ``number`` gets."""
    return next((weight for limit, weight in steps if number <= limit), steps[-1][1])


@dataclass(frozen=True, slots=True)
class CopyWeights:
    """When two texts are one text: the shared part of the shorter one, less what is asked."""

    asked: float = 0.5
    """Share of the shorter text's runs that must stand in the longer one."""
    asked_credited: float = 0.4
    """The same where both texts are credited to one agency."""
    shortest: float = 0.2
    """Length of the shorter text as a share of the longer one's: a brief inside a page of briefs is no copy of the page."""
    late_days: int = 30
    asked_late: float = 0.9
    """Texts printed more than this many days apart: a form (the weekly bulletin, the charge sheet) is filled in again, but an article is
    printed again word for word."""
    other_figures: float = -1.0
    """The shorter of two such texts gives a figure that the longer one lacks."""
    absent: float = -0.5
    """A pair of texts that share no band."""


@dataclass(frozen=True, slots=True)
class EventWeights:
    """What speaks for and against two events being one act."""

    prior: float = 0.8
    """Two events of one type, with nothing else known. With 0.9 the bundles' development half stands 0.2 lower."""
    other_type: float = -0.6
    """Types that readers take for each other (:data:`KINDRED`)."""
    same_mode: float = 0.2
    other_mode: float = -0.3
    same_day: float = 1.4
    overlapping: float = 0.4
    """Their intervals overlap, but one is longer than a day."""
    days_apart: Steps = ((1, -0.2), (2, -0.8), (3, -1.5), (7, -2.5), (30, -4.0), (10_000_000, -7.0))
    """Months apart no likeness makes two dated acts one."""
    day_and_report: Steps = ((2, 0.5), (7, 0.2), (14, -0.4), (45, -1.2), (90, -3.0), (10_000_000, -5.0))
    """One report dates the act, the other does not: days from the act to the undated report."""
    dated_after_report: float = -2.5
    """The undated report was printed more than a day before the other's act."""
    reports_apart: Steps = ((0, 0.5), (1, 0.4), (3, 0.1), (7, -0.3), (30, -1.2), (60, -3.0), (10_000_000, -5.0))
    """Neither report dates the act: days between the reports."""
    same_town: float = 1.8
    same_division: float = 0.8
    same_country: float = 0.2
    other_country: float = -4.0
    other_country_like_name: float = -1.0
    """In two countries, but the names have a rare word in common."""
    inside: float = 0.4
    outside: float = -1.5
    """One place is an area: the other lies in it, or does not."""
    town_km: Steps = ((15, 1.2), (50, 0.0), (150, -2.0), (10_000_000, -4.0))
    told_apart: float = -6.0
    """Two towns, and one report tells an act of that type in either: it knows them as two."""
    same_place_name: float = 1.2
    """No place was found in the gazetteer, but the words agree."""
    other_place_name: float = -0.8
    """No place was found for one of them, and the words that name the two have none in common."""
    same_name: float = 1.4
    """The actors, or the recipients, bear one name."""
    other_name: float = -0.4
    same_role: float = 0.2
    """The same country and sector."""
    other_role: float = -0.2
    other_nation: float = -0.8
    same_description: float = 0.3
    """Parties without a name are told by one rare word (*miners*)."""
    other_description: float = -1.5
    """They are told by rare words, and by none in common."""
    other_speaker: float = -4.0
    """Of words (a demand, an accusation, a denial) and meetings, those who speak or meet are others: it is not one act, however alike the reports."""
    court: float = -2.5
    """A court's act and another's: what a court does to those who were seized is told days later as a thing of its own."""
    same_count: Steps = ((2, 0.3), (10, 0.8), (10_000_000_000_000, 1.3))
    """The same number of the same things, by its size."""
    near_count: float = 0.3
    other_count: float = -0.8
    """One number is more than three times the other. With -0.4 the bundles' development half stands 0.4 lower."""
    words: float = 4.0
    words_expected: float = 0.2
    """Likeness of the sentences that tell the events: ``words`` times what exceeds the expected, within ``words_range``."""
    words_range: tuple[float, float] = (-0.3, 2.0)
    story: float = 1.0
    story_range: tuple[float, float] = (-2.5, 1.5)
    """Times the reports' score as reports of one happening."""
    bare_range: tuple[float, float] = (-2.5, 0.5)
    """The range for two acts of one type for which nothing else speaks."""
    unlike_range: tuple[float, float] = (-2.5, 0.0)
    """The range for acts of two types for which nothing else speaks, no place, party, number or sentence: one text may tell a march and a
    massacre. Precision rose by 0.6 on the bundles' development half, recall fell by as much."""
    copies: float = 2.0
    """The reports print one text, and both events are told in the same words."""
    planned: float = -0.4
    """One report announces what the other reports."""
    absent: float = -0.02
    """A pair that blocking did not bring together: hardly evidence, mostly two ways of telling one act. With -0.1 the bundles' development half
    reached 0.7 less and the test half 0.6 less; with 0 any weak link chains two large groups."""


@dataclass(frozen=True, slots=True)
class StoryWeights:
    """What speaks for and against two reports being about one happening."""

    prior: float = 0.2
    words: float = 10.0
    words_expected: float = 0.12
    words_range: tuple[float, float] = (-2.0, 3.0)
    """Likeness of the reports: ``words`` times what exceeds the expected, within the range."""
    words_most: float = 0.5
    """The most that the words say where both reports tell acts of one type: two attacks in one town are told in like words."""
    figure: float = 2.5
    """Both give a telling figure: of reports of one place and week, 96 pairs of one happening do and 2 of two."""
    figures_few: float = 6.0
    """Telling figures of a report up to which one in common counts in full; among many, one is in common by chance."""
    names_many: float = 0.8
    names_few: float = -0.5
    """Three or more names that are no places in common, and fewer than two. With this and :attr:`other_act` as they are, stories of the bundles stand
    at 89.0 and the development set at 92.7; with -0.3 and -0.5 at 88.9 and 92.0."""
    reports_apart: Steps = ((1, 0.0), (5, 0.2), (40, -2.5), (10_000_000, -3.0))
    other_act: float = -0.2
    """They put acts of two types first."""
    other_day: float = -0.4
    """The acts that they put first are of different days."""
    other_place: float = -0.3
    """And these in different places."""
    same_count: float = 0.5
    """An act of one type has one number of persons in both."""
    same_headline: float = 3.0
    """They bear one headline of :data:`tocsin.corroborate.stories.HEADLINE` words or more: so 60 pairs of one happening in the bundles and the
    development set, and no other."""
    copies: float = 4.0
    most: float = 3.0
    """A score is kept within plus and minus this, so that one pair does not outweigh all others of its groups; copies have their own."""
    absent: float = -0.1


@dataclass(frozen=True, slots=True)
class Weights:
    """All of them."""

    copies: CopyWeights = field(default_factory=CopyWeights)
    events: EventWeights = field(default_factory=EventWeights)
    stories: StoryWeights = field(default_factory=StoryWeights)


SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})
"""Types whose act is somebody's word: its actor makes it the act that it is."""
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types whose actors and recipients do the same: one report names first whom another names second."""

KINDRED: Mapping[str, frozenset[str]] = {
    kind: frozenset(others)
    for kind, others in {
        "ASSAULT": ("COERCE", "PROTEST"),
        "COERCE": ("ASSAULT", "SANCTION", "ACCUSE"),
        "SANCTION": ("COERCE", "ACCUSE"),
        "ACCUSE": ("SANCTION", "COERCE", "REJECT", "THREATEN", "REQUEST"),
        "REQUEST": ("ACCUSE", "THREATEN"),
        "REJECT": ("ACCUSE", "SANCTION"),
        "THREATEN": ("ACCUSE", "REQUEST"),
        "PROTEST": ("ASSAULT",),
        "MOBILIZE": ("COOPERATE",),
        "AGREE": ("CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE"),
        "CONSULT": ("AGREE", "COOPERATE"),
        "SUPPORT": ("AGREE", "COOPERATE"),
        "COOPERATE": ("AGREE", "SUPPORT", "CONSULT", "AID", "MOBILIZE"),
        "AID": ("AGREE", "COOPERATE"),
        "CONCEDE": ("RETREAT", "AGREE"),
        "RETREAT": ("CONCEDE",),
    }.items()
}
"""Types that two readings of one act may differ in."""

QUIET = frozenset({"strike", "hunger"})
"""Modes of protest that no reader takes for an act of another type: *the shooting* is not the strike that answers it."""
