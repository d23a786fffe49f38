"""Whether a text contradicts the date that its page shows.

A page's date may be the day on which it was printed, crawled or looked at. Four things in the text speak against it: the date itself
does not exist as written ("Sunday, 18 April 2019", which was a Thursday); a day is told as past that lies after it; weekdays and dates of
the text agree in no reading with its year; and, for a bare date line only, the newest day that the text names without a year lies more
than a month back. Times must not be resolved against a date in doubt.
"""

from __future__ import annotations

import datetime as dt
import re

from tocsin.ingest.dates import WEEKDAY_NAMES, WrittenDate, find_dates
from tocsin.records import Published

STALE = dt.timedelta(days=31)
"""News names without a year the days around it: over the dated training texts 19 in 20 of the newest such days lie within a month."""

AHEAD = dt.timedelta(days=60)
"""A day without a year told as past and further ahead than this is last year's; nearer ones contradict the date."""

_PAST = re.compile(r"\b(?:was|were|had|did|said|told|took|held|began|met|left|went|made|gave|shot|\w{2,}ed)\b", re.IGNORECASE)
_NOT_PAST = re.compile(
    r"\b(?:will|shall|would|(?-i:may)|might|could|should|must|can|next|due|until|till|deadline|schedul\w+|foreseen|plan\w*|expect\w*|slated|upcoming|hearing"
    r"|postpone\w*|adjourn\w*|remand\w*|extend\w*|effective|expire\w*|ahead|elections?|vot\w+|polls?|invit\w+|intend\w*|promis\w+|vow\w*"
    r"|announc\w+|call\w*|set|to (?:be|begin|start|hold|meet|take|visit|march|strike)|threaten\w*|if|last year|a year (?:ago|earlier|before)"
    r"|years? ago|anniversary|every|each year|annual\w*|agreed|appoint\w*|summon\w*|from|before|deadlines?|launch\w*|starting|run|goes|ends?)\b",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:on|since)\s+(?:the\s+)?$", re.IGNORECASE)
_BREAK = re.compile(r"[.!?]['\"”’)]*\s+(?=[\"“'‘(]?[A-Z])|[\r\n]+")


def doubt_of(text: str, published: Published, *, bare: bool, outside: tuple[tuple[int, int], ...] = ()) -> str | None:
    """Why ``published`` is not to be trusted, in one sentence, or ``None``.

    ``bare`` is whether a date line with nothing to say what it is tells the date. ``outside`` are the parts of the text that are not the
    report's (furniture, the dateline): dates there are no evidence.
    """
    day = published.date
    if wrong := _misdated(published.evidence, day):
        return wrong
    dates = [written for written in find_dates(text) if not any(start < written.end and written.start < end for start, end in outside)]
    return _later(text, dates, day) or _weekdays(text, dates, day) or (_stale(text, dates, day) if bare else None)


def _misdated(evidence: str, day: dt.date) -> str | None:
    for written in find_dates(evidence):
        if written.date == day and written.weekday not in {None, day.weekday()}:
            return f"{day.isoformat()} was a {WEEKDAY_NAMES[day.weekday()]}, and the page says {WEEKDAY_NAMES[written.weekday or 0]}"
    return None


def _later(text: str, dates: list[WrittenDate], day: dt.date) -> str | None:
    for written in dates:
        told = written.near(day)
        # a day of slack: papers are dated a day early where they appear in the evening
        if told <= day + dt.timedelta(days=1) or (written.year is None and told > day + AHEAD):
            continue
        sentence, before = _sentence(text, written)
        if _ON.search(before) and _PAST.search(sentence) and not _NOT_PAST.search(sentence):
            return f"the text tells of {_quoted(text, written)} as past, which is after {day.isoformat()}"
    return None


def _weekdays(text: str, dates: list[WrittenDate], day: dt.date) -> str | None:
    named = [written for written in dates if written.weekday is not None and written.year is None]
    if named and all(written.near(day).weekday() != written.weekday for written in named):
        return f"{_quoted(text, named[0])} is no such weekday near {day.isoformat()}"
    return None


def _stale(text: str, dates: list[WrittenDate], day: dt.date) -> str | None:
    near = [written for written in dates if written.year is None]
    if any(written.year is not None and day - STALE <= written.near(day) <= day for written in dates) or not near:
        return None
    newest = max(near, key=lambda written: written.near(day))
    if newest.near(day) < day - STALE:
        return f"the newest day that the text names, {_quoted(text, newest)}, is more than a month before {day.isoformat()}"
    return None


def _sentence(text: str, written: WrittenDate) -> tuple[str, str]:
    """The sentence around a date, and its part before the date."""
    breaks = [match.end() for match in _BREAK.finditer(text, max(0, written.start - 600), written.start)]
    start = breaks[-1] if breaks else max(0, written.start - 600)
    stop = _BREAK.search(text, written.end, written.end + 600)
    return text[start : stop.start() if stop else written.end + 600], text[start : written.start]


def _quoted(text: str, written: WrittenDate) -> str:
    return "“" + " ".join(text[written.start : written.end].split()) + "”"
