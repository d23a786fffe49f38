"""When: the words of a time as a closed interval of dates, by the codebook (section 5). The rules as a table: ``docs/times.md``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, islice

from tocsin.records import DateMethod, TimeValue
from tocsin.resolve.times.compose import stretch_of
from tocsin.resolve.times.related import length_of, term
from tocsin.resolve.times.scene import Hemisphere, Scene
from tocsin.resolve.times.stretch import Stretch, day, precision_of
from tocsin.resolve.times.surroundings import MOST_ANCHORS, find_anchors, in_next_week, leans_on_anchor, looks_ahead, term_from, told_event
from tocsin.resolve.times.told_events import EVENT_WORDS
from tocsin.resolve.times.words import plain, turned_round
from tocsin.resolve.times.zones import shifted

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
    country: str | None = None,
    utc_offset: float | None = None,
    counted_from_act: bool = False,
) -> TimeValue:
    """The interval that the words of a time stand for.

    ``published`` is the report's own date, ``None`` where it is not known or not trusted: weekdays and dates without a year then stay
    unknown. ``future`` tells that the act is still to come, so that *Sunday* is the next one. ``anchor`` is the date that *the next day*
    or *that night* refer to; without it the last date of ``context`` (the text up to and with the words) is taken, and a clause there that
    looks ahead (*will return on*) has the same effect as ``future``. With the
    ``hemisphere`` of the place, seasons get their own three months; with its ``country`` (ISO 3166-1 alpha-3), its national feasts their
    date; with its ``utc_offset`` (hours east of Greenwich), an hour in another zone its own day. ``counted_from_act``
    tells that the act is what the words count from: the fire in *left the town on Monday, three days after the fire*. Never raises on any string; dates stay within the years 1 to 9999.
    """
    ahead = future or looks_ahead(context, words)
    plainly = plain(words[:LONGEST])
    plainly = in_next_week(context, words, plainly)
    if counted_from_act:
        plainly = turned_round(plainly)
    scene = Scene(published, ahead, hemisphere=hemisphere, country=country)
    found = _by_text(context, words, plainly, scene)
    if found is not None:
        return _value(found)
    anchors: Iterable[Stretch | None] = [day(anchor)] if anchor else [None]
    if anchor is None and context and leans_on_anchor(plainly):
        told = find_anchors(context, words, Scene(published, hemisphere=hemisphere))
        anchors = chain(islice(told, MOST_ANCHORS), [None])
    for known in anchors:
        found = stretch_of(plainly, replace(scene, anchor=known))
        # An act that is told as done and falls after the report was counted from the wrong date: the next nearest one is tried.
        if found is None or (known and not anchor and not ahead and published and found.first > published):
            continue
        return _value(shifted(found, plainly, utc_offset))
    return UNKNOWN


def _by_text(context: str, words: str, plainly: str, scene: Scene) -> Stretch | None:
    """A time that only the text around it places: counted from a told event, or a term of custody."""
    if not context:
        return None
    length = length_of(plainly)
    if length is not None:
        start = term_from(context, words, scene)
        return term(start, length) if start else None
    found = stretch_of(plainly, scene) if EVENT_WORDS.search(plainly) else None
    return told_event(context, words, plainly, scene) if found is None else None


def _value(found: Stretch) -> TimeValue:
    return TimeValue(found.first, found.last, found.precision, "relative" if found.relative else "stated")


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
