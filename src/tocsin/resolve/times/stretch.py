"""A stretch of days and the arithmetic of the calendar. Every function stays within the years 1 to 9999."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tocsin.records import DatePrecision

Unit = Literal["day", "week", "month", "year"]

MONTHS_OF: dict[str, int] = {"month": 1, "year": 12}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days ``first`` to ``last``, both included. ``relative`` when another date than the words' own was needed to find it."""

    first: dt.date
    last: dt.date
    precision: DatePrecision
    relative: bool = False

    def holds(self, other: Stretch) -> bool:
        """Whether the other lies within this one."""
        return self.first <= other.first and other.last <= self.last


def stretch(first: dt.date, last: dt.date, *, relative: bool = False) -> Stretch:
    """Any interval, with the precision that its length has. *The past week* touches 8 days and is still a week."""
    first, last = min(first, last), max(first, last)
    return Stretch(first, last, precision_of((last - first).days + 1), relative)


def hull(stretches: Iterable[Stretch]) -> Stretch | None:
    """The shortest stretch that holds them all, relative where one of them is; ``None`` without any."""
    every = list(stretches)
    if not every:
        return None
    return stretch(min(one.first for one in every), max(one.last for one in every), relative=any(one.relative for one in every))


def precision_of(days: int) -> DatePrecision:
    """The precision of an interval that touches so many days."""
    for precision, most in (("day", 1), ("week", 8), ("month", 32), ("year", 367)):
        if days <= most:
            return precision  # type: ignore[return-value]
    return "longer"


def date(year: int, month: int, day: int) -> dt.date | None:
    """The date, ``None`` where the calendar has none (30 February)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return dt.date(year, month, day)


def day(value: dt.date, *, relative: bool = False) -> Stretch:
    """One day."""
    return Stretch(value, value, "day", relative)


def month(year: int, number: int, *, relative: bool = False) -> Stretch | None:
    """A month of the calendar, ``None`` outside the years 1 to 9999."""
    if not 1 <= year <= 9999:
        return None
    return Stretch(dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1]), "month", relative)


def year(number: int, *, relative: bool = False) -> Stretch | None:
    """A year of the calendar, ``None`` outside 1 to 9999."""
    return years(number, number, relative=relative)


def years(first: int, last: int, *, relative: bool = False) -> Stretch | None:
    """Whole years, both included; a year alone has the precision ``year``, more are ``longer``."""
    if not 1 <= first <= last <= 9999:
        return None
    return Stretch(dt.date(first, 1, 1), dt.date(last, 12, 31), "year" if first == last else "longer", relative)


def plus_days(value: dt.date, days: int) -> dt.date:
    """``value`` moved by ``days``, kept within the calendar."""
    return dt.date.fromordinal(min(max(value.toordinal() + days, 1), dt.date.max.toordinal()))


def plus_months(value: dt.date, months: int) -> dt.date:
    """``value`` moved by ``months``; the 31st becomes the last day of a shorter month."""
    number = min(max(value.year * 12 + value.month - 1 + months, 12), 9999 * 12 + 11)
    at, index = divmod(number, 12)
    return dt.date(at, index + 1, min(value.day, calendar.monthrange(at, index + 1)[1]))


def plus(value: dt.date, number: int, unit: Unit) -> dt.date:
    """``value`` moved by a number of units."""
    number = min(max(number, -(10**6)), 10**6)
    if unit in MONTHS_OF:
        return plus_months(value, number * MONTHS_OF[unit])
    return plus_days(value, number * (7 if unit == "week" else 1))


def week_of(value: dt.date, *, relative: bool = False) -> Stretch:
    """Monday to Sunday."""
    monday = plus_days(value, -value.weekday())
    return Stretch(monday, plus_days(monday, 6), "week", relative)


def unit_of(value: dt.date, unit: Unit, *, relative: bool = False) -> Stretch:
    """The day, week, month or year that holds a date."""
    whole: Stretch | None
    if unit == "month":
        whole = month(value.year, value.month, relative=relative)
    elif unit == "year":
        whole = year(value.year, relative=relative)
    else:
        whole = week_of(value, relative=relative) if unit == "week" else None
    return whole or day(value, relative=relative)


def part(whole: Stretch, name: str) -> Stretch:
    """``early``, ``mid`` or ``late`` in a stretch: thirds of it, cut at days 10 and 20 of a month, at whole months of a year."""
    index = {"early": 0, "mid": 1, "late": 2}[name]
    days = (whole.last - whole.first).days + 1
    if days == 1:
        return whole
    if whole.precision == "week" and days == 7:  # Monday to Wednesday, Tuesday to Thursday, Thursday to Sunday
        lows, highs = (0, 1, 3), (2, 3, 6)
    elif whole.precision == "month":
        lows, highs = (0, 10, 20), (9, 19, days - 1)
    elif whole.precision == "year" and days > 360:
        return Stretch(plus_months(whole.first, 4 * index), plus_days(plus_months(whole.first, 4 * index + 4), -1), "year", whole.relative)
    elif whole.last.year - whole.first.year >= 2:
        return _years_part(whole, index)
    else:
        third = days // 3
        lows, highs = (0, third, 2 * third), (third, 2 * third, days - 1)
    return stretch(plus_days(whole.first, lows[index]), plus_days(whole.first, highs[index]), relative=whole.relative)


def _years_part(whole: Stretch, index: int) -> Stretch:
    """Thirds in whole years that share the year of the cut: the early 1990s are 1990 to 1993, the mid 1993 to 1996."""
    length = whole.last.year - whole.first.year
    ends = (whole.first.year + length * index // 3, whole.first.year + length * (index + 1) // 3)
    return years(*ends, relative=whole.relative) or whole


def easter(at: int) -> tuple[dt.date, dt.date]:
    """Western and Orthodox Easter Sunday of a year from 1900 to 2099, both in today's calendar (Gauss's and Meeus's rules)."""
    a, b, c = at % 19, at // 100, at % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    number = h + k - 7 * m + 114
    d = (19 * a + 15) % 30
    e = (2 * (at % 4) + 4 * (at % 7) - d + 34) % 7
    julian = d + e + 114
    orthodox = dt.date(at, julian // 31, julian % 31 + 1)
    return dt.date(at, number // 31, number % 31 + 1), plus_days(orthodox, 13)
