"""Calendars by arithmetic: when the months and feasts of the Islamic, Jewish, Christian and lunisolar years fall in ours.

Checked against ``hijridate`` (Umm al-Qura), ``lunardate`` and ``holidays`` for the years those cover: ``docs/times.md`` has the figures. None
of the three is needed at run time, because they hold days off work by country, which is not what a word in a report means, and the rules
below are shorter than the code that would call them.
"""

from __future__ import annotations

import datetime as dt
from math import ceil, floor

from tocsin.resolve.times.stretch import Stretch, plus_days, stretch

SIGHTING = (1, 2)
"""Days by which a month may begin before and after the computed day: crescents are announced country by country, mostly later than earlier."""

MONTH = 29
"""Days from which a stretch is a whole month: its end is then unsure by one day only, since a month has 29 days or 30."""

_ISLAMIC_EPOCH = 227_015
"""The ordinal of 1 Muharram of the year 1 (16 July 622 in the Julian calendar)."""
_HEBREW_EPOCH = -1_373_427
_MOON, _LUNATION = 730_125.76, 29.530588853
"""The mean new moon of 6 January 2000 as an ordinal in Universal Time, and the days between two of them."""


def islamic_month(year: int, month: int) -> dt.date | None:
    """The computed first day of a month of the Islamic year, by the 30-year rule; ``None`` outside our calendar's years."""
    ordinal = _ISLAMIC_EPOCH - 1 + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + (6 * month - 1) // 11
    return dt.date.fromordinal(ordinal) if 1 <= ordinal <= dt.date.max.toordinal() - 60 else None


def islamic(at: int, month: int, day: int, days: int = 1) -> tuple[Stretch, ...]:
    """The stretches of ``days`` from a day of an Islamic month that begin in our year ``at``: mostly one, sometimes none or two."""
    found = []
    about = (at - 622) * 33 // 32
    for year in range(about - 1, about + 4):
        first = islamic_month(year, month) if year >= 1 else None
        start = plus_days(first, day - 1) if first else None
        if start and start.year == at:
            found.append(stretch(plus_days(start, -SIGHTING[0]), plus_days(start, days - 1 + SIGHTING[days < MONTH])))
    return tuple(found)


def _hebrew_days(year: int) -> int:
    """Days before the new year of the Jewish calendar, by the mean conjunction and the rule that it is no Sunday, Wednesday or Friday."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12_084 + 13_753 * months) // 25_920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def rosh_hashanah(at: int) -> dt.date:
    """The Jewish new year in our year ``at`` (from 1 to 9998)."""
    year = at + 3761
    before, own, after = (_hebrew_days(y) for y in (year - 1, year, year + 1))
    late = 2 if after - own == 356 else 1 if own - before == 382 else 0
    return dt.date.fromordinal(_HEBREW_EPOCH + own + late)


def passover(at: int) -> dt.date:
    """The first day of Passover: 163 days before the new year that follows it."""
    return plus_days(rosh_hashanah(at), -163)


def hanukkah(at: int) -> dt.date:
    """The first of its eight days; autumn's two middle months have 59 or, in a long year, 60 days before it."""
    start = rosh_hashanah(at)
    length = (rosh_hashanah(at + 1) - start).days
    return plus_days(start, 84 if length in {355, 385} else 83)


def new_moon_between(at: int, first: tuple[int, int], last: tuple[int, int], age: float = 0.0) -> Stretch | None:
    """The last day in a window of a year at which the moon has an age in days (0 new, 14.77 full), with a day to either side.

    The mean moon is up to 14 hours from the true one, and a feast takes the day of its own country.
    """
    low, high = dt.date(at, *first).toordinal(), dt.date(at, *last).toordinal() + 1
    number = ceil((high - age - _MOON) / _LUNATION) - 1  # the last one that begins before the window ends
    day = floor(_MOON + number * _LUNATION + age)
    if day < low:
        return None
    found = dt.date.fromordinal(day)
    return stretch(plus_days(found, -1), plus_days(found, 1))


def nth_weekday(at: int, month: int, weekday: int, number: int) -> dt.date:
    """The ``number``-th weekday of a month; -1 is its last."""
    if number > 0:
        first = dt.date(at, month, 1)
        return plus_days(first, (weekday - first.weekday()) % 7 + 7 * (number - 1))
    after = dt.date(at + month // 12, month % 12 + 1, 1)
    last = plus_days(after, -1)
    return plus_days(last, -((last.weekday() - weekday) % 7))
