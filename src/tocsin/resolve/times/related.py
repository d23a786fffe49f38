"""Patterns of times that stand in relation to the publication date (*last week*, *two days ago*) or to an anchor (*the next day*)."""

from __future__ import annotations

import datetime as dt
import re
from typing import cast

from tocsin.resolve.times.lengths import HOURS, SPANS, counted, moved, quantity, span
from tocsin.resolve.times.pieces import NOTHING, Pattern, Reader, Reading
from tocsin.resolve.times.scene import Scene, on_weekday
from tocsin.resolve.times.stretch import Stretch, Unit, date, day, part, plus, plus_days, stretch, unit_of, years
from tocsin.resolve.times.words import QUANTITY, SHIFTS, UNITS_OF_TIME, WEEKDAYS

_SUNDAY = 6
_PART_OF_DAY = r"(?:early |late |late-|mid-?)?(?:morning|afternoon|evening|night|noon|dawn|midnight|day|dusk|lunchtime|midday)"


def _unit(match: re.Match[str], group: str = "unit") -> Unit:
    """The unit of the calendar that a group of the patterns names; they have no others there."""
    return cast("Unit", match[group])


def _from_published(days: int, length: int = 0) -> Reader:
    def read(_match: re.Match[str], scene: Scene) -> Reading:
        if scene.published is None:
            return NOTHING
        first = plus_days(scene.published, days)
        return Reading("day", stretch(first, plus_days(first, length), relative=True))

    return read


def _overnight(_match: re.Match[str], scene: Scene) -> Reading:
    if scene.published is None:
        return Reading("nothing", night=True)
    return Reading("day", stretch(plus_days(scene.published, -1), scene.published, relative=True), night=True)


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
    unit: Unit = "year" if match["unit"] == "decade" else _unit(match)
    shift = SHIFTS.get(match["side"], 0)
    if match["unit"] == "decade":
        first = base.year - base.year % 10 + 10 * shift
        whole = years(first, first + 9, relative=True)
    else:
        whole = unit_of(plus(base.replace(day=1) if unit == "month" else base, shift, unit), unit, relative=True)
    if whole is None:
        return NOTHING
    if unit == "week" and match["side"] == "last" and base.weekday() == _SUNDAY:
        return Reading("stretch", _last_week_on_sunday(base, _part_name(match["part"] or "")))
    return Reading("stretch" if unit == "week" else unit, _cut(whole, match["part"] or "", base, scene, inside=shift == 0))


def _last_week_on_sunday(base: dt.date, name: str | None) -> Stretch:
    """On a Sunday *last week* may be the week that ends that day, or the one before: both are held."""
    before, own = unit_of(plus_days(base, -7), "week"), unit_of(base, "week")
    first, last = (part(before, name), part(own, name)) if name else (before, own)
    return stretch(first.first, min(last.last, plus_days(base, -1)), relative=True)


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
    for name, forms in (
        ("mid", ("mid", "middle")),
        ("late", ("late ", "late-", "end", "close")),
        ("early", ("early", "beginning", "start")),
    ):
        if any(form in words for form in forms):
            return name
    return None


def _but_one(match: re.Match[str], scene: Scene) -> Reading:
    """*the week before last*, *the Friday after next*: one further than *last* or *next*."""
    base, words = scene.published, match["what"]
    if base is None:
        return NOTHING
    sign = -1 if match["way"] == "before last" else 1
    if words in WEEKDAYS:
        near = on_weekday(WEEKDAYS[words], scene, "last" if sign < 0 else "next")
        return Reading("day", day(plus_days(near.first, 7 * sign), relative=True)) if near else NOTHING
    if words == "weekend":
        saturday = plus_days(base, 5 - base.weekday() + 14 * sign)
        return Reading("stretch", stretch(saturday, plus_days(saturday, 1), relative=True))
    unit = _unit(match, "what")
    value = unit_of(plus(base.replace(day=1) if unit == "month" else base, 2 * sign, unit), unit, relative=True)
    return Reading("stretch" if unit == "week" else unit, value)


def _to_the_day(match: re.Match[str], scene: Scene) -> Reading:
    """*a year ago today*, *two weeks ago this Tuesday* without its weekday: the same day, counted back exactly."""
    if scene.published is None or match["unit"] in HOURS:
        return NOTHING
    name, factor = SPANS[match["unit"]]
    first, last = (plus(scene.published, -n * factor, name) for n in reversed(quantity(match["n"])))
    if match["of"]:
        whole = unit_of(first, _unit(match, "of"), relative=True)
        return Reading("stretch", whole)
    return Reading("day", stretch(first, last, relative=True))


def _in_some_time(match: re.Match[str], scene: Scene) -> Reading:
    """*in two days*: of an act to come the day then; of a past act the length that it took."""
    return _from_now(match, scene) if scene.future else _lasting(match, scene)


def _since_then(_match: re.Match[str], scene: Scene) -> Reading:
    if scene.anchor is None or scene.published is None or scene.anchor.first > scene.published:
        return NOTHING
    return Reading("stretch", stretch(scene.anchor.first, scene.published, relative=True))


def _running(match: re.Match[str], scene: Scene) -> Reading:
    """*all week*, *throughout the month*: the calendar's own, up to publication."""
    if scene.published is None:
        return NOTHING
    whole = unit_of(scene.published, _unit(match), relative=True)
    return Reading("stretch", _cut(whole, "", scene.published, scene, inside=True))


def _midweek(_match: re.Match[str], scene: Scene) -> Reading:
    """Tuesday to Thursday of this week, or of the last one where those days are still to come."""
    if scene.published is None:
        return NOTHING
    found = part(unit_of(scene.published, "week", relative=True), "mid")
    back = 7 if not scene.future and found.first > scene.published else 0
    return Reading("stretch", stretch(plus_days(found.first, -back), plus_days(found.last, -back), relative=True))


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
    unit = _unit(match)
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
    return Reading("day", on_weekday(index, Scene(base), "next" if match["side"] == "following" else "last"))


def _end_of(match: re.Match[str], scene: Scene) -> Reading:
    """*the end of the month*: of publication's own."""
    if scene.published is None:
        return NOTHING
    name = _part_name(match["part"])
    whole = unit_of(scene.published, _unit(match), relative=True)
    if not name:
        return Reading("stretch", _cut(whole, match["part"], scene.published, scene, inside=True))
    if " in" in match["part"] and not scene.future and part(whole, name).first > scene.published:
        whole = unit_of(plus(whole.first, -1, _unit(match)), _unit(match), relative=True)
    return Reading("stretch", part(whole, name))


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
_PART = r"(?P<part>(?:(?:earlier|later|early|late|mid)(?: in)?|middle of|(?:the )?(?:very )?(?:beginning|start|end|close|middle) of)[ -])"
_NAMED = "|".join(name for name in WEEKDAYS if len(name) > 5)
_Q, _U, _P = QUANTITY, UNITS_OF_TIME, _PART_OF_DAY
_ABOUT = (
    r"(?:for|over|during|in|some|about|around|nearly|almost|more than|at least|up to|between|another|a further|an additional|the|"
    r"(?:the )?(?:space|course) of)"
)
_LASTED = r"(?: (?:now|running|straight|on end|in a row|each|in (?:jail|prison|custody|detention)|behind bars))?"
_TABLE: tuple[tuple[str, Reader], ...] = (
    (r"\b(day|night|week|weekend|month|year) after \1\b", _nothing),
    (rf"\b(?:the )?(?P<what>week|weekend|month|year|{_NAMED}) (?P<way>before last|after next)\b", _but_one),
    (rf"\b{_Q} {_U} ago (?:today|to the day|this (?P<of>week|month))\b", _to_the_day),
    (rf"\bin the (?:{_Q} )?{_U} (?:ahead|to come)\b", _span(1)),
    (rf"^in {_Q} {_U}$", _in_some_time),
    (r"\b(?:ever )?since then\b|\bever since$|\bsince that (?:day|night|time)\b", _since_then),
    (r"\b(?:all|throughout the|through the|the whole|the entire) (?P<unit>week|month|year)\b(?! of)", _running),
    (rf"\b(?:all|throughout the|through the|the whole) {_P}\b(?! of| before| after)", _scene_day),
    (r"\bmid-?week\b", _midweek),
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
    (rf"\b(?:less|fewer) than {_Q} {_U} ago\b", _span(-1)),
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
    (r"\bovernight\b(?! (?:in)?to\b| from\b)|\bduring the night\b(?! (?:of|to|from)\b)|^(?:in )?the night$", _overnight),
    (
        rf"^(?:{_ABOUT} )*{_Q} (?:(?:full|whole|long|straight|consecutive|successive|more|further|additional) )*{_U}{_LASTED}$",
        _lasting,
    ),
    (
        rf"^(?:a |an |the |his |her |their )?{_Q}-{_U}(?: [a-z]+)*? (?:term|sentence|detention|remand|custody|stretch|ban|curfew|truce|strike|ceasefire)$",
        _lasting,
    ),
    (rf"^{_Q} {_U}'(?: [a-z]+)? (?:detention|custody|imprisonment|arrest|jail|prison|remand|mourning|leave)$", _lasting),
    (rf"^(?:(?:in|during|at|by|the|about|around|early|late) )*{_P}(?: hours)?$|^(?:the )?(?:small|early) hours$", _scene_day),
)
"""In the order in which they take their words: *the past week* is seen before *last week*, *the night before last* before *night*."""

_LENGTHS = tuple(re.compile(words) for words, read in _TABLE if read is _lasting)


def length_of(words: str) -> re.Match[str] | None:
    """The match of words that are a bare length of time (*15 days*, *two to three months*), ``None`` for all others."""
    return next((match for pattern in _LENGTHS if (match := pattern.search(words)) and match["n"]), None)


def term(start: Stretch, length: re.Match[str]) -> Stretch:
    """The stretch over a length from a day on."""
    found = span(start.first, quantity(length["n"]), length["unit"], 1)
    return stretch(found.first, found.last, relative=True)


PATTERNS: tuple[Pattern, ...] = tuple(Pattern(re.compile(words), read) for words, read in _TABLE)
