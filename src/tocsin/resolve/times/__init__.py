"""When: the words of a time as a closed interval of dates, by the codebook (section 5). The rules as a table: ``docs/times.md``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, islice

from tocsin.records import DateMethod, TimeValue
from tocsin.resolve.times.compose import stretch_of
from tocsin.resolve.times.scene import Hemisphere, Scene
from tocsin.resolve.times.stretch import Stretch, day, precision_of
from tocsin.resolve.times.surroundings import MOST_ANCHORS, find_anchors, leans_on_anchor, looks_ahead
from tocsin.resolve.times.words import plain

__all__ = ["UNKNOWN", "combine_times", "resolve_time"]

UNKNOWN = TimeValue(None, None, "unknown", "none")
"""A time whose words nothing known can place. The quote is kept with it."""

LONGEST = 300
"""A time's words are a phrase; of a longer text only this many characters are read."""


def resolve_time(
    words: str,
    *,
    published: dt.date | None,
    future: bool = False,
    context: str = "",
    anchor: dt.date | None = None,
    hemisphere: Hemisphere = None,
) -> TimeValue:
    """The interval that the words of a time stand for.

    ``published`` is the report's own date, ``None`` where it is not known or not trusted: weekdays and dates without a year then stay
    unknown. ``future`` tells that the act is still to come, so that *Sunday* is the next one. ``anchor`` is the date that *the next day*
    or *that night* refer to; without it the last date of ``context`` (the text up to and with the words) is taken, and a clause there that
    looks ahead (*will return on*) has the same effect as ``future``. With the
    ``hemisphere`` of the place, seasons get their own three months. Never raises on any string; dates stay within the years 1 to 9999.
    """
    ahead = future or looks_ahead(context, words)
    plainly = plain(words[:LONGEST])
    scene = Scene(published, ahead, hemisphere=hemisphere)
    anchors: Iterable[Stretch | None] = [day(anchor)] if anchor else [None]
    if anchor is None and context and leans_on_anchor(plainly):
        told = find_anchors(context, words, Scene(published, hemisphere=hemisphere))
        anchors = chain(islice(told, MOST_ANCHORS), [None])
    for known in anchors:
        found = stretch_of(plainly, replace(scene, anchor=known))
        # An act that is told as done and falls after the report was counted from the wrong date: the next nearest one is tried.
        if found is None or (known and not anchor and not ahead and published and found.first > published):
            continue
        return TimeValue(found.first, found.last, found.precision, "relative" if found.relative else "stated")
    return UNKNOWN


def combine_times(values: Iterable[TimeValue]) -> TimeValue | None:
    """One interval for a whole mention: what all its known times share where they overlap, else the hull that holds them all.

    ``None`` without values, an unknown value where all are unknown.
    """
    every = list(values)
    known = [(v.first, v.last, v) for v in every if v.first is not None and v.last is not None]
    if not known:
        return UNKNOWN if every else None
    first, last = max(v[0] for v in known), min(v[1] for v in known)
    if first > last:
        first, last = min(v[0] for v in known), max(v[1] for v in known)
    same = [v for low, high, v in known if (low, high) == (first, last)]
    if same:
        return same[0]
    method: DateMethod = "relative" if any(v.method == "relative" for _, _, v in known) else "stated"
    return TimeValue(first, last, precision_of((last - first).days + 1), method)
