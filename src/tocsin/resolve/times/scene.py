"""What is known beside the words of a time, and how a date that lacks its year or week is placed by it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tocsin.resolve.times.stretch import Stretch, date, day, plus_days

Yearly: TypeAlias = Callable[[int], Stretch | None]
"""What comes once a year: the stretch in a given year, ``None`` where that year has none (29 February)."""

Side = Literal["last", "next", "this"] | None
Hemisphere = Literal["north", "south"] | None

HOURS_REACH = 3
"""Days from publication within which *3 pm* belongs to the date told before; further back it belongs to the report's own day."""

LEAP_SPAN = 8
"""Years between two 29 Februaries at most (1896 and 1904)."""


@dataclass(frozen=True, slots=True)
class Scene:
    """``anchor`` is the stretch that *the next day*, *that night* refer to; ``future`` tells that the act is still to come. ``country`` (ISO
    3166-1 alpha-3) tells whose Independence Day is meant.
    """

    published: dt.date | None
    future: bool = False
    anchor: Stretch | None = None
    hemisphere: Hemisphere = None
    country: str | None = None

    @property
    def day(self) -> dt.date | None:
        """The day that a bare hour falls on: the anchor's where it is no further than a few days from publication, else publication's."""
        if self.anchor is not None and self.anchor.first == self.anchor.last:
            near = self.published is None or abs((self.published - self.anchor.first).days) <= HOURS_REACH
            return self.anchor.first if near else self.published
        return self.published


def relative(value: Stretch) -> Stretch:
    """The same stretch, marked as found with another date's help."""
    return Stretch(value.first, value.last, value.precision, relative=True)


def in_some_year(yearly: Yearly, scene: Scene, side: Side = None) -> Stretch | None:
    """The occurrence that the words mean: the last begun by the publication date; for an act to come, the first not yet over.

    *last* asks for one that is over, *next* for one that has not begun, *this* for the publication's own year. Without a publication
    date there is none: a year is never invented.
    """
    published = scene.published
    if published is None:
        return None
    if side == "this":
        found = yearly(published.year)
        return relative(found) if found else None
    ahead = side == "next" or (side is None and scene.future)
    order = (
        range(published.year - 1, published.year + LEAP_SPAN + 1)
        if ahead
        else range(published.year + 1, published.year - LEAP_SPAN - 1, -1)
    )
    for year in order:
        found = yearly(year) if 1 <= year <= 9999 else None
        if found and fits(found, published, side, ahead=ahead):
            return relative(found)
    return None


def fits(found: Stretch, published: dt.date, side: Side, *, ahead: bool) -> bool:
    """Whether an occurrence is on the side that is asked for; without one, begun by publication, or not over for an act to come."""
    if side == "last":
        return found.last < published
    if side == "next":
        return found.first > published
    return found.last >= published if ahead else found.first <= published


def on_weekday(index: int, scene: Scene, side: Side = None) -> Stretch | None:
    """*Sunday*: the last one on or before publication, or the day itself; for an act to come, the next one, or the day itself."""
    if scene.published is None:
        return None
    back = (scene.published.weekday() - index) % 7
    if side == "next" or (side is None and scene.future):
        ahead = (-back) % 7
        return day(plus_days(scene.published, ahead or (7 if side == "next" else 0)), relative=True)
    if side == "this" and scene.future:
        return day(plus_days(scene.published, (-back) % 7), relative=True)
    return day(plus_days(scene.published, -(back or (7 if side == "last" else 0))), relative=True)


def on_day_of_month(number: int, scene: Scene) -> Stretch | None:
    """*the 12th*: the last one on or before publication; for an act to come, the next one."""
    if scene.published is None:
        return None
    step = 1 if scene.future else -1
    at = scene.published.year * 12 + scene.published.month - 1
    for months in range(4):
        year, index = divmod(at + step * months, 12)
        found = date(year, index + 1, number)
        if found and (found >= scene.published if scene.future else found <= scene.published):
            return day(found, relative=True)
    return None
