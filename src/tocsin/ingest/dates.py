"""Calendar dates as people and machines write them: strict patterns, no guessing.

:func:`parse_date` reads a whole string that is to be a date (a column's cell, a metadata value); :func:`find_dates` finds the dates
within running text. Own patterns rather than a general parser, because such parsers read "may", "sun" or a bare "10" as dates, and
because importing one costs a quarter of a second.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\b"
)
WEEKDAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d{2})(?!\d)"
# spaces may stand before commas: tokenised text does so
_GAP = r"[ \t\xa0]*,?[ \t\xa0]*"
_LEAD = rf"(?<![\w.])(?:(?P<weekday>{WEEKDAY})[ \t\xa0]*[,(]?[ \t\xa0]*(?:the[ \t]+)?)?"

# what follows a number that counts things rather than days ("may 5 people", "march 15 km")
_COUNTED = r"(?![ \t]*(?:km|kilomet|miles?\b|met(?:er|re)s?\b|people\b|persons?\b|times\b|days\b|hours\b|percent|%|[.:]\d))"

_PATTERNS = (
    re.compile(rf"{_LEAD}{_DAY}[ \t\xa0]*(?:of[ \t]+)?[-–/.]?[ \t\xa0]*(?P<month>{MONTH})(?:\.?{_GAP}[-–/]?{_YEAR})?", re.IGNORECASE),
    re.compile(rf"{_LEAD}(?P<month>{MONTH})\.?[ \t\xa0]*{_DAY}(?![\d]){_COUNTED}(?:{_GAP}{_YEAR})?", re.IGNORECASE),
    re.compile(r"(?<![\d.-])(?P<year>(?:1[89]|20)\d{2})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?![\d-])"),
    re.compile(r"(?<![\d/])(?P<year>(?:1[89]|20)\d{2})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/])"),
    re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.[ ]?(?P<month>\d{1,2})\.[ ]?(?P<year>(?:1[89]|20)\d{2})(?![\d.])"),
    re.compile(r"(?<![\d/-])(?P<first>\d{1,2})(?P<stroke>[/-])(?P<second>\d{1,2})(?P=stroke)(?P<year>(?:1[89]|20)\d{2})(?![\d/-])"),
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date at its code points ``[start, end)`` of the text. ``year`` and ``weekday`` (0 is Monday) where they are written."""

    start: int
    end: int
    day: int
    month: int
    year: int | None = None
    weekday: int | None = None

    @property
    def date(self) -> dt.date | None:
        """The day, where the year is written."""
        return None if self.year is None else dt.date(self.year, self.month, self.day)

    def near(self, day: dt.date) -> dt.date:
        """The day itself, or without a year the one of that day and month that lies nearest to ``day``."""
        if self.year is not None:
            return dt.date(self.year, self.month, self.day)
        years = [year for year in (day.year - 1, day.year, day.year + 1) if _exists(year, self.month, self.day)]
        # 29 February exists in no year near some dates: 28 February stands for it
        choices = [dt.date(year, self.month, self.day) for year in years] or [dt.date(day.year, 2, 28)]
        return min(choices, key=lambda choice: abs(choice - day))


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[WrittenDate]:
    """The dates in ``text[start:end]``, in order, at least day and month; offsets are into ``text``.

    Strokes ("03/04/2021") count only where one reading is possible: who writes the month first cannot be told.
    """
    end = len(text) if end is None else end
    found: list[WrittenDate] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text, start, end):
            written = _written(match)
            if written is not None:
                found.append(written)
    found.sort(key=lambda written: (written.start, -written.end))
    kept: list[WrittenDate] = []
    for written in found:
        if not kept or written.start >= kept[-1].end:
            kept.append(written)
        elif written.year is not None and kept[-1].year is None:  # "5 March 12, 2020": the reading with a year is the surer one
            kept[-1] = written
    return kept


def _written(match: re.Match[str]) -> WrittenDate | None:
    parts = match.groupdict()
    if "stroke" in parts:
        day, month = _unambiguous(int(parts["first"]), int(parts["second"]))
    else:
        day, month = int(parts["day"]), _month(parts["month"])
    year = int(parts["year"]) if parts["year"] else None
    if not _exists(2000 if year is None else year, month, day):
        return None
    if year is None and parts["month"] == "may" and match.group().startswith("may"):  # "may 5 members vote": the verb
        return None
    weekday = _WEEKDAYS.index(parts["weekday"][:3].lower()) if parts.get("weekday") else None
    return WrittenDate(match.start(), match.end(), day, month, year, weekday)


def _month(words: str) -> int:
    return int(words) if words.isdigit() else _MONTHS.index(words[:3].lower()) + 1


def _unambiguous(first: int, second: int) -> tuple[int, int]:
    """Day and month of ``first/second``; ``(0, 0)``, which no calendar holds, where both orders are possible and differ."""
    if first > 12 or first == second:
        return first, second
    return (second, first) if second > 12 else (0, 0)


def two_dates(words: str) -> tuple[dt.date, dt.date] | None:
    """The two days that ``03/04/2021`` may be, the one of who writes the day first before the other; ``None`` of all else."""
    found = _PATTERNS[-1].fullmatch(words.strip())
    if found is None:
        return None
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    if first == second or not (_exists(year, second, first) and _exists(year, first, second)):
        return None
    return dt.date(year, second, first), dt.date(year, first, second)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


# a time of day and a zone after a date: "T10:00:00Z", ", 03:11 hrs", "at 5 pm", "10:00:00 +0000 (UTC)", "00:00 IST"
TIME_TAIL = (
    r"[\sT,·|-]*(?:at\s+)?(?:\d{1,2}(?:[:.h]\d{2}(?::\d{2}(?:[.,]\d+)?)?)?\s*(?:[ap]\.?m\.?\b|hrs?\b|h\b|Z\b)?)?"
    r"\s*(?:Z|UTC|GMT|[A-Z]{2,4}T?)?\s*(?:[+-]\d{2}:?\d{2})?\s*(?:\([A-Za-z ]{1,20}\))?\.?"
)
_TAIL = re.compile(TIME_TAIL, re.IGNORECASE)
_COMPACT = re.compile(r"((?:1[89]|20)\d{2})(\d{2})(\d{2})(?:T?\d{4}(?:\d{2})?Z?)?")
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?")
_MILLISECONDS = re.compile(r"\d{12,13}")


def parse_date(words: str) -> dt.date | None:
    """The date that the whole of ``words`` is, or ``None``.

    Read are ISO dates and date-times, compact ``20210228`` and ``20210228T101500Z``, RFC 2822 (``Sun, 28 Feb 2021 10:00:00 +0000``),
    dates in English words in either order, ``28.02.2021``, strokes where only one order is possible, and seconds or milliseconds since
    1970. The day is the one that is written: a time zone does not move it.
    """
    words = words.strip()
    if compact := _COMPACT.fullmatch(words):
        year, month, day = (int(part) for part in compact.groups())
        return dt.date(year, month, day) if _exists(year, month, day) else None
    if _SECONDS.fullmatch(words) or _MILLISECONDS.fullmatch(words):
        seconds = float(words) / (1000 if _MILLISECONDS.fullmatch(words) else 1)
        return dt.datetime.fromtimestamp(seconds, tz=dt.UTC).date()
    iso = re.match(r"(\d{4}-\d{2}-\d{2})(?=T)", words)
    found = find_dates(iso.group(1) if iso else words)
    if len(found) != 1 or found[0].start != 0:
        return None
    return found[0].date if _TAIL.fullmatch(words, found[0].end) else None
