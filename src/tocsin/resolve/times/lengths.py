"""Numbers of days, weeks, months: how long *a few weeks* are, and a date moved by them."""

from __future__ import annotations

import datetime as dt
import re

from tocsin.resolve.times.stretch import Stretch, Unit, plus, plus_days, stretch, unit_of
from tocsin.resolve.times.words import FEW

MOST = 10_000
"""No report looks back further than this many units."""

SPANS: dict[str, tuple[Unit, int]] = {
    "day": ("day", 1),
    "night": ("day", 1),
    "evening": ("day", 1),
    "morning": ("day", 1),
    "afternoon": ("day", 1),
    "week": ("week", 1),
    "weekend": ("week", 1),
    "fortnight": ("week", 2),
    "month": ("month", 1),
    "year": ("year", 1),
    "yr": ("year", 1),
    "decade": ("year", 10),
    "century": ("year", 100),
    "centur": ("year", 100),
}
HOURS = {"minute", "hour", "hr"}


def quantity(words: str | None) -> tuple[int, int]:
    """The range of a number of units: a figure, *a couple* (2), *a few* (3 to 9); none at all (*days later*) is *a few* from 2 on."""
    if words is None:
        return 2, FEW[1]
    figures = [min(int(figure), MOST) for figure in re.findall(r"\d+", words)]
    if figures:
        return min(figures), max(figures)
    return (2, 2) if "couple" in words else FEW


def counted(match: re.Match[str]) -> tuple[int, int]:
    """The quantity of a match; a bare singular is one (*the day before*), a bare plural a few (*days before*)."""
    bare_plural = match["n"] is None and re.search(rf"{match['unit']}s\b|ies\b", match[0]) is not None
    return quantity(match["n"] if match["n"] or bare_plural else "1")


def moved(start: Stretch, number: tuple[int, int], unit: str, sign: int) -> Stretch | None:
    """``start`` moved by a number of units, as precise as the unit: days to the day, weeks to three days around it, months and years
    to the calendar's own. ``None`` where ``start`` is coarser than the unit allows (*two days after 2009*).
    """
    if unit in HOURS:
        return Stretch(start.first, start.last, start.precision, relative=True) if start.first == start.last else None
    name, factor = SPANS[unit]
    low, high = sorted(sign * n * factor for n in number)
    length = (start.last - start.first).days
    if length > {"day": 2, "week": 7, "month": 31, "year": 366}[name]:
        return None
    first, last = plus(start.first, low, name), plus(start.last, high, name)
    if name in {"month", "year"}:
        return stretch(unit_of(first, name).first, unit_of(last, name).last, relative=True)
    if name == "week" and length == 0:
        return stretch(plus_days(first, -3), plus_days(last, 3), relative=True)
    return stretch(first, last, relative=True)


def moved_by(start: Stretch, match: re.Match[str]) -> Stretch | None:
    """``start`` moved as the words *two days after* say."""
    sign = -1 if match["way"] in {"before", "prior to", "ahead of"} else 1
    return moved(start, counted(match), match["unit"], sign)


def exactly(start: Stretch, number: str, unit: str) -> Stretch:
    """*a week from Friday*: to the day."""
    low, high = quantity(number)
    length = 7 if unit == "week" else 1
    return stretch(plus_days(start.first, low * length), plus_days(start.first, high * length), relative=True)


def span(published: dt.date, number: tuple[int, int], unit: str, sign: int) -> Stretch:
    """The stretch from publication back (-1) or on (1) over a number of units; hours count as the days that they touch."""
    most = number[1]
    if unit in HOURS:
        days = 1 if unit == "minute" else -(-most // 24)
        return stretch(published, plus_days(published, sign * days), relative=True)
    name, factor = SPANS[unit]
    return stretch(published, plus(published, sign * most * factor, name), relative=True)
