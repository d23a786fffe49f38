"""The words before a time: the part of it that is meant (*early*, *the last week of*), and ends that are open (*since*, *until*)."""

from __future__ import annotations

import re

from tocsin.resolve.times.scene import Scene
from tocsin.resolve.times.stretch import Stretch, hull, part, plus_days, plus_months, stretch

_PARTS: tuple[tuple[str, str], ...] = (
    ("early", r"early|(?:the )?(?:very )?(?:beginning|start|early part|1th days|1th weeks|opening days) of"),
    ("mid", r"mid|(?:the )?middle of"),
    ("late", r"late|(?:the )?(?:very )?(?:end|close|last days|latter part|final days) of"),
)
_PART = re.compile("|".join(rf"(?P<{name}>\b(?:{words}))\b" for name, words in _PARTS))
_OPENING = re.compile(r"(?P<which>1th|last|final) (?:(?P<n>\d{1,2}) )?(?P<unit>day|week|month)s? of(?: the)? ?$")
_WEEK_OF = re.compile(
    r"(?P<n>[1-5])th week of(?: the)? ?$|(?P<of>week(?:end)?) of(?: the)? ?$|(?:(?P<half>[12])th|(?P<late>latter|last|final)) half of(?: the)? ?$"
)
_NIGHT_TO = re.compile(r"\b(?:overnight|night) (?:in)?to (?:the )?$")
_OPEN = re.compile(
    r"\b(?P<near>just |shortly |soon |right |immediately |hours |minutes |days |weeks )?"
    r"(?P<word>since|(?:starting|beginning)(?! of)|from|as of|after|following|until|till|til|by|before|prior to|ahead of|up to|no later than|"
    r"in the run-up to)\b(?P<rest>[^,;]*)$"
)
_LOOSE = re.compile(r"^[\s\w'.-]{0,60}$")

_TOWARDS = {"before", "prior to", "ahead of", "in the run-up to"}

NEAR = 7
"""Days that *shortly before* and *soon after* may reach."""


def named_part(before: str) -> str | None:
    """``early``, ``mid`` or ``late`` where the words name it."""
    found = _PART.search(before)
    return found.lastgroup if found else None


def without_part(before: str) -> str:
    """The words without those that name a part."""
    return _PART.sub("", before)


def with_lead(value: Stretch, before: str, scene: Scene, *, is_range: bool) -> Stretch | None:
    """A time with the words before it applied; ``None`` where they leave it open (*before 2016*)."""
    if _NIGHT_TO.search(before):
        return stretch(plus_days(value.first, -1), value.last, relative=value.relative)
    value = part_of(value, before)
    match = _OPEN.search(before)
    if match is None or not _LOOSE.match(match["rest"]) or (match["word"] == "from" and is_range):
        return value
    return _opened(value, match, scene)


def part_of(value: Stretch, before: str) -> Stretch:
    """The part of a time that the words directly before it name."""
    opening, week = _OPENING.search(before), _WEEK_OF.search(before)
    if opening:
        return _opening(value, opening)
    if week:
        return _week_in(value, week)
    found = list(_PART.finditer(before))
    if len(found) > 1 and before[found[-2].end() : found[-1].start()].isspace() and value.precision != "day":
        return hull(part(value, one.lastgroup or "early") for one in found[-2:]) or value  # "mid to late 2019"
    tail = before[found[-1].end() :] if found else "x"
    if found and re.fullmatch(r"[\s-]*(?:(?:in|on|of|the|last|this|next)[\s-]*)*", tail) and value.precision != "day":
        return part(value, found[-1].lastgroup or "early")
    return value


def _opening(value: Stretch, match: re.Match[str]) -> Stretch:
    """*the first three months of 2020*, *the last week of May*; a bare *first days of* is its early part."""
    number, unit = match["n"], match["unit"]
    if number is None and f"{unit}s" in match[0]:
        return part(value, "early" if match["which"] == "1th" else "late")
    count = int(number or 1)
    if match["which"] == "1th":
        end = plus_months(value.first, count) if unit == "month" else plus_days(value.first, count * (7 if unit == "week" else 1))
        return stretch(value.first, min(value.last, plus_days(end, -1)), relative=value.relative)
    after = plus_days(value.last, 1)
    start = plus_months(after, -count) if unit == "month" else plus_days(after, -count * (7 if unit == "week" else 1))
    return stretch(max(value.first, start), value.last, relative=value.relative)


def _week_in(value: Stretch, match: re.Match[str]) -> Stretch:
    """*the second week of May*, *the week of 8 March*, *the first half of February*."""
    if match["of"]:
        if value.precision != "day":
            return value
        days = (5, 6) if match["of"] == "weekend" else (0, 6)
        monday = plus_days(value.first, -value.first.weekday())
        return stretch(plus_days(monday, days[0]), plus_days(monday, days[1]), relative=value.relative)
    half = match["half"] or ("2" if match["late"] else None)
    if half and value.precision == "year" and value.first.month == 1:
        return _half_year(value, half)
    if value.precision != "month":
        return value
    if half:
        first, last = (value.first, plus_days(value.first, 14)) if half == "1" else (plus_days(value.first, 15), value.last)
        return stretch(first, last, relative=value.relative)
    first = plus_days(value.first, 7 * (int(match["n"]) - 1))
    return stretch(first, min(plus_days(first, 6), value.last), relative=value.relative)


def _half_year(value: Stretch, half: str) -> Stretch:
    months = ((1, 1), (6, 30)) if half == "1" else ((7, 1), (12, 31))
    first, last = (value.first.replace(month=m, day=d) for m, d in months)
    return Stretch(first, last, "year", value.relative)


def _opened(value: Stretch, match: re.Match[str], scene: Scene) -> Stretch | None:
    """A time of which one end is told: the publication date is the other, where it lies on the right side.

    *since*, *from*, *after*: from there to publication. *until*, *by*, *before* of an act to come: from publication to there. Where
    nothing gives the other end, *since* and *until* keep the end that is told; *before* alone says nothing, so it stays unknown.
    """
    word, near, published = match["word"], match["near"], scene.published
    if word in {"since", "starting", "beginning", "from", "as of", "after", "following"}:
        if near and value.precision == "day":
            return stretch(value.first, plus_days(value.last, NEAR), relative=value.relative)
        if near or scene.future or published is None or published < value.first:
            return value
        return stretch(value.first, published, relative=True)
    if published is not None and (published < value.first or (scene.future and published <= value.last)):
        return stretch(published, value.last, relative=True)
    return _towards(value, word, near=bool(near)) if word in _TOWARDS else value


def _towards(value: Stretch, word: str, *, near: bool) -> Stretch | None:
    """*shortly before*, *in the run-up to*: the days up to it; a bare *before* tells no beginning."""
    days = NEAR if near else 2 * NEAR if word == "in the run-up to" else None
    return stretch(plus_days(value.first, -days), value.first, relative=value.relative) if days else None
