"""Patterns of times that stand in relation to the publication date (*last week*, *two days ago*) or to an anchor (*the next day*)."""

from __future__ import annotations

import datetime as dt
import re

from tocsin.resolve.times.pieces import NOTHING, Pattern, Reader, Reading
from tocsin.resolve.times.scene import Scene, on_weekday
from tocsin.resolve.times.stretch import Stretch, Unit, date, day, part, plus, plus_days, stretch, unit_of, years
from tocsin.resolve.times.words import FEW, QUANTITY, UNITS_OF_TIME, WEEKDAYS

MOST = 10_000
"""No report looks back further than this many units."""

_SPANS: dict[str, tuple[Unit, int]] = {
    "day": ("day", 1),
    "night": ("day", 1),
    "evening": ("day", 1),
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
_HOURS = {"minute", "hour", "hr"}
_PART_OF_DAY = r"(?:early |late |mid-?)?(?:morning|afternoon|evening|night|noon|dawn|midnight|day|dusk|lunchtime|midday)"


def quantity(words: str | None) -> tuple[int, int]:
    """The range of a number of units: a figure, *a couple* (2), *a few* (3 to 9); none at all (*days later*) is *a few* from 2 on."""
    if words is None:
        return 2, FEW[1]
    if words.isdecimal():
        return min(int(words), MOST), min(int(words), MOST)
    return (2, 2) if "couple" in words else FEW


def counted(match: re.Match[str]) -> tuple[int, int]:
    """The quantity of a match; a bare singular is one (*the day before*), a bare plural a few (*days before*)."""
    bare_plural = match["n"] is None and re.search(rf"{match['unit']}s\b|ies\b", match[0]) is not None
    return quantity(match["n"] if match["n"] or bare_plural else "1")


def moved(start: Stretch, number: tuple[int, int], unit: str, sign: int) -> Stretch | None:
    """``start`` moved by a number of units, as precise as the unit: days to the day, weeks to three days around it, months and years
    to the calendar's own. ``None`` where ``start`` is coarser than the unit allows (*two days after 2009*).
    """
    if unit in _HOURS:
        return Stretch(start.first, start.last, start.precision, relative=True) if start.first == start.last else None
    name, factor = _SPANS[unit]
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


def span(published: dt.date, number: tuple[int, int], unit: str, sign: int) -> Stretch:
    """The stretch from publication back (-1) or on (1) over a number of units; hours count as the days that they touch."""
    most = number[1]
    if unit in _HOURS:
        days = 1 if unit == "minute" else -(-most // 24)
        return stretch(published, plus_days(published, sign * days), relative=True)
    name, factor = _SPANS[unit]
    return stretch(published, plus(published, sign * most * factor, name), relative=True)


def _from_published(days: int, length: int = 0) -> Reader:
    def read(_match: re.Match[str], scene: Scene) -> Reading:
        if scene.published is None:
            return NOTHING
        first = plus_days(scene.published, days)
        return Reading("day", stretch(first, plus_days(first, length), relative=True))

    return read


def _from_anchor(days: int, length: int = 0) -> Reader:
    def read(_match: re.Match[str], scene: Scene) -> Reading:
        anchor = scene.anchor
        if anchor is None or (anchor.last - anchor.first).days > 2:
            return NOTHING
        first = plus_days(anchor.first if days < 0 else anchor.last if days > 0 else anchor.first, days)
        return Reading("day", stretch(first, plus_days(first if days else anchor.last, length), relative=True))

    return read


def _ago(match: re.Match[str], scene: Scene) -> Reading:
    if scene.published is None:
        return NOTHING
    value = moved(day(scene.published), counted(match), match["unit"], -1)
    return Reading("stretch", value) if value else NOTHING


def _from_now(match: re.Match[str], scene: Scene) -> Reading:
    if scene.published is None:
        return NOTHING
    value = moved(day(scene.published), quantity(match["n"]), match["unit"], 1)
    return Reading("stretch", value) if value else NOTHING


def _offset(match: re.Match[str], scene: Scene) -> Reading:
    """*two days later*, *a week before that*: from the anchor."""
    if scene.anchor is None:
        return NOTHING
    sign = -1 if match["way"] in {"earlier", "before", "previously", "prior"} else 1
    value = moved(scene.anchor, counted(match), match["unit"], sign)
    return Reading("stretch", value) if value else NOTHING


def _span(sign: int) -> Reader:
    def read(match: re.Match[str], scene: Scene) -> Reading:
        if scene.published is None:
            return NOTHING
        return Reading("stretch", span(scene.published, counted(match), match["unit"], sign))

    return read


def _lasting(match: re.Match[str], scene: Scene) -> Reading:
    """A bare length of time (*three weeks*) ends at publication; for an act to come it begins there."""
    if scene.published is None or not match["n"]:
        return NOTHING
    return Reading("stretch", span(scene.published, quantity(match["n"]), match["unit"], 1 if scene.future else -1))


def _calendar(match: re.Match[str], scene: Scene) -> Reading:
    """*last week*, *earlier this month*, *early next year*: weeks from Monday to Sunday, months and years of the calendar."""
    base = scene.published
    if base is None:
        return NOTHING
    unit: Unit = "year" if match["unit"] == "decade" else match["unit"]  # type: ignore[assignment]
    shift = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(match["side"], 0)
    if match["unit"] == "decade":
        first = base.year - base.year % 10 + 10 * shift
        whole = years(first, first + 9, relative=True)
    else:
        whole = unit_of(plus(base.replace(day=1) if unit == "month" else base, shift, unit), unit, relative=True)
    if whole is None:
        return NOTHING
    return Reading("stretch" if unit == "week" else unit, _cut(whole, match["part"] or "", base, scene, inside=shift == 0))


def _cut(whole: Stretch, words: str, base: dt.date, scene: Scene, *, inside: bool) -> Stretch:
    """The part that the words name. What holds the publication date ends there, or begins there for an act to come."""
    name = _part_name(words)
    if name:
        return part(whole, name)
    if not inside:
        return whole
    if words.startswith("earlier"):
        return stretch(whole.first, max(whole.first, plus_days(base, -1)), relative=True)
    ahead = scene.future or words.startswith("later")
    first, last = (base, whole.last) if ahead else (whole.first, base)
    return Stretch(first, last, whole.precision, relative=True)


def _part_name(words: str) -> str | None:
    for name, forms in (("mid", ("mid", "middle")), ("late", ("late ", "late-", "end")), ("early", ("early", "beginning", "start"))):
        if any(form in words for form in forms):
            return name
    return None


def _weekend(match: re.Match[str], scene: Scene) -> Reading:
    """Saturday and Sunday; *next weekend* in a week's course may be the coming one or the one after, so it holds both."""
    base = scene.published
    if base is None:
        return NOTHING
    side = match["side"] or ""
    saturday = plus_days(base, 5 - base.weekday())
    if side.startswith(("last", "past", "previous")):
        saturday = plus_days(saturday, -7)
    elif side.startswith(("next", "coming")):
        first = saturday if base.weekday() < 5 else plus_days(saturday, 7)
        length = 8 if base.weekday() < 5 and side.startswith("next") else 1
        return Reading("stretch", stretch(first, plus_days(first, length), relative=True))
    elif side != "this" and not scene.future and saturday > base:
        saturday = plus_days(saturday, -7)
    return Reading("stretch", stretch(saturday, plus_days(saturday, 1), relative=True))


def _same(match: re.Match[str], scene: Scene) -> Reading:
    """*that week*, *the following year*: the calendar's unit that holds the anchor, or the one beside it."""
    anchor = scene.anchor
    unit: Unit = match["unit"]  # type: ignore[assignment]
    if anchor is None or (anchor.last - anchor.first).days > {"week": 7, "month": 31, "year": 366}[unit]:
        return NOTHING
    words = match[0]
    shift = 1 if "following" in words or "next" in words or "after" in words else -1 if "previous" in words or "before" in words else 0
    value = unit_of(plus(anchor.first, shift, unit), unit, relative=True)
    return Reading("stretch" if unit == "week" else unit, value)


def _weekday_by_anchor(match: re.Match[str], scene: Scene) -> Reading:
    index, base = WEEKDAYS[match["w"]], scene.anchor.last if scene.anchor else scene.published
    if base is None:
        return NOTHING
    if match["side"] in {"same", "that", "very"}:
        return Reading("day", on_weekday(index, Scene(base, future=False)))
    side: str = "next" if match["side"] == "following" else "last"
    return Reading("day", on_weekday(index, Scene(base), side))  # type: ignore[arg-type]


def _end_of(match: re.Match[str], scene: Scene) -> Reading:
    """*the end of the month*: of publication's own."""
    if scene.published is None:
        return NOTHING
    name = _part_name(match["part"])
    whole = unit_of(scene.published, match["unit"], relative=True)  # type: ignore[arg-type]
    return Reading("stretch", part(whole, name) if name else whole)


def _scene_day(_match: re.Match[str], scene: Scene) -> Reading:
    return Reading("day", day(scene.day, relative=True)) if scene.day else NOTHING


def _head_of_month(match: re.Match[str], scene: Scene) -> Reading:
    """*the 4th of the month*, *the 21st of last month*."""
    if scene.published is None:
        return NOTHING
    shift = {"last": -1, "next": 1}.get(match["side"], 0)
    base = plus(scene.published.replace(day=1), shift, "month")
    found = date(base.year, base.month, int(match["d"]))
    return Reading("day", day(found, relative=True)) if found else NOTHING


def _nothing(_match: re.Match[str], _scene: Scene) -> Reading:
    return NOTHING


_SIDE = r"(?P<side>last|previous|past|this|next|coming)"
_PART = r"(?P<part>(?:earlier|later|early|late|mid|middle of|(?:the )?(?:very )?(?:beginning|start|end|middle) of)[ -])"
_NAMED = "|".join(name for name in WEEKDAYS if len(name) > 5)
_Q, _U, _P = QUANTITY, UNITS_OF_TIME, _PART_OF_DAY
_ABOUT = r"(?:for|over|during|in|some|about|around|nearly|almost|more than|the space of|the)"
_TABLE: tuple[tuple[str, Reader], ...] = (
    (r"\b(day|night|week|weekend|month|year) after \1\b", _nothing),
    (rf"\b(?:the )?day before yesterday(?: {_P})?\b", _from_published(-2)),
    (rf"\b(?:the )?day after tomorrow(?: {_P})?\b", _from_published(2)),
    (r"\b(?:earlier|later|late|early) (?:today|tonight)\b|\btoday\b|\btonight\b", _from_published(0)),
    (rf"\byesterday(?: {_P})?\b", _from_published(-1)),
    (rf"\btomorrow(?: {_P})?\b", _from_published(1)),
    (r"\b(?:late |early )?last (?:night|evening|afternoon)\b", _from_published(-1)),
    (r"\b(?:the )?night before last\b", _from_published(-2)),
    (rf"\b(?:late |early |earlier |later )?this (?:{_P})\b(?! \d)", _from_published(0)),
    (r"\b(?:just|right|even|only) now\b|\b(?:a|1) (?:moment|short while|little while) ago\b", _from_published(0)),
    (r"\b(?:\d+ |a few |some )?(?:minutes?|hours?|hrs?) ago\b", _from_published(0)),
    (r"\b(?P<d>\d\d?)(?:st|nd|rd|th) of (?P<side>last|next|this|the) month\b", _head_of_month),
    (rf"\b{_PART}(?:the|this) (?P<unit>week|month|year)\b(?<!this week)(?<!this month)(?<!this year)", _end_of),
    (rf"\b(?:the|these) (?:past|last|preceding|recent) (?:{_Q} )?(?:or so )?{_U}\b(?! of)", _span(-1)),
    (rf"\b(?:last|previous) {_Q} {_U}\b(?! of)", _span(-1)),
    (rf"\b(?:past|recent) (?:{_Q} )?{_U}\b", _span(-1)),
    (rf"\b(?:the )?(?:coming|next) {_Q} {_U}\b", _span(1)),
    (rf"\b(?:the )?coming (?:{_Q} )?(?P<unit>day|week|month|year)s\b", _span(1)),
    (rf"\bwithin (?:the (?:next )?)?(?:{_Q} )?{_U}\b", _span(1)),
    (r"\b(?:the |that )?(?:very )?(?:same|that|following|the previous) (?P<unit>week|month|year)\b", _same),
    (r"\bthe (?P<unit>week|month|year) (?:before|after)\b(?! [a-z])", _same),
    (rf"\b{_PART}?(?:the )?{_SIDE} (?P<unit>week|month|year|decade)\b(?! of)", _calendar),
    (r"\b(?:the )?(?:(?P<side>last|past|previous|this|next|coming|this coming|this past) )?weekend\b(?! of)", _weekend),
    (rf"\b(?:{_Q} )?{_U} (?:ago|back)\b", _ago),
    (rf"\bbefore {_Q} {_U}$", _ago),
    (rf"\b{_Q} {_U} from (?:now|today)\b", _from_now),
    (rf"\bin {_Q} {_U}'?s? time\b", _from_now),
    (rf"\b(?:the )?(?:next|following) {_P}\b|\b(?:the )?(?:day|morning|night|evening) after\b(?! [a-z])", _from_anchor(1)),
    (rf"\b(?:the )?previous {_P}\b|\b(?:the )?(?:day|morning|night|evening|afternoon) before\b(?! [a-z])", _from_anchor(-1)),
    (rf"\b(?:{_Q} )?{_U} (?P<way>later|earlier|previously|afterwards|on(?= ?$|,)|(?:after|before|prior)(?= that| this|,| ?$))", _offset),
    (rf"\b{_Q} {_U} (?P<way>after|before)\b", _offset),
    (rf"\b(?:(?:the |that )?(?:very )?same|that|the very) {_P}\b", _from_anchor(0)),
    (rf"\b(?:earlier|later|early|late) (?:in the|that|the same) {_P}\b", _scene_day),
    (rf"\b(?:the |that )?(?P<side>following|previous|preceding|same|that) (?P<w>{_NAMED})\b", _weekday_by_anchor),
    (r"\bovernight\b(?! (?:in)?to\b)|\bduring the night\b|^(?:in )?the night$", _from_published(-1, 1)),
    (rf"^(?:{_ABOUT} )*{_Q} (?:full |whole |long )?{_U}(?: now| running)?$", _lasting),
    (rf"^(?:(?:in|during|at|by|the|about|around|early|late) )*{_P}(?: hours)?$|^(?:the )?(?:small|early) hours$", _scene_day),
)
"""In the order in which they take their words: *the past week* is seen before *last week*, *the night before last* before *night*."""

PATTERNS: tuple[Pattern, ...] = tuple(Pattern(re.compile(words), read) for words, read in _TABLE)
