"""Patterns of dates that the words state: full dates, months, years, decades, centuries, seasons, feasts, weekdays, clock times."""

from __future__ import annotations

import re
from functools import partial
from typing import Literal

from tocsin.resolve.times.pieces import NOTHING, Pattern, Reader, Reading
from tocsin.resolve.times.scene import Scene, Side, Yearly, in_some_year, on_day_of_month, on_weekday
from tocsin.resolve.times.stretch import Stretch, date, day, easter, hull, month, plus_days, plus_months, stretch, year, years
from tocsin.resolve.times.words import EASTER, HOLIDAYS, MONTHS, SHIFTS, WEEKDAYS


def _names(table: dict[str, int] | dict[str, tuple[int, int]]) -> str:
    return "|".join(re.escape(name) for name in sorted(table, key=len, reverse=True))


_FULL = "|".join(name for name in WEEKDAYS if name.endswith("day"))
M = rf"(?:{_names(MONTHS)})\b\.?"
W = rf"(?:{_names(WEEKDAYS)})\b\.?"
Y = r"(?:(?:1\d|20)\d\d(?![\d:]|-\d)\b|'\d\d\b)"
D = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:]|\.\d)"
SIDE = r"(?:(?P<side>last|previous|next|coming|this|the coming|this coming|this past) )?"

_TAIL = rf"(?:,? (?:of |in |the year )?(?P<y>{Y}))?"
_SIDES: dict[str, Side] = {"last": "last", "previous": "last", "this past": "last", "next": "next", "this": "this"}


def side_of(word: str | None) -> Side:
    """*last*, *previous*, *coming* … as one of three sides; ``None`` without a word."""
    return None if not word else _SIDES.get(word, "next")


def year_number(words: str, scene: Scene) -> int:
    """``2015`` or ``'93``: two digits are the latest such year that is not ten years after publication (without one, 1950 to 2049)."""
    digits = int(words.lstrip("'"))
    if not words.startswith("'") and len(words) > 2:
        return digits
    latest = scene.published.year + 10 if scene.published else 2049
    return latest - (latest - digits) % 100


def _day_in(number: int, at_month: int) -> Yearly:
    def in_year(number_of_year: int) -> Stretch | None:
        found = date(number_of_year, at_month, number)
        return day(found) if found else None

    return in_year


def _month_in(number: int) -> Yearly:
    return lambda at: month(at, number)


def _yearly(yearly: Yearly, kind: Literal["day", "month"], scene: Scene, match: re.Match[str]) -> Reading:
    """What comes once a year: in the year that the words name, else the one that they mean."""
    groups = match.groupdict()
    if groups.get("y"):
        found = yearly(year_number(groups["y"], scene))
        return Reading(kind, found) if found else NOTHING
    return Reading(kind, in_some_year(yearly, scene, side_of(groups.get("side"))), yearly=yearly)


def _named_day(match: re.Match[str], scene: Scene) -> Reading:
    number = int(re.sub(r"\D", "", match["d"]))
    return _yearly(_day_in(number, MONTHS[match["m"].rstrip(".")]), "day", scene, match)


def _named_month(match: re.Match[str], scene: Scene) -> Reading:
    return _yearly(_month_in(MONTHS[match["m"].rstrip(".")]), "month", scene, match)


def _iso(match: re.Match[str], _scene: Scene) -> Reading:
    found = date(int(match["y"]), int(match["m"]), int(match["d"]))
    return Reading("day", day(found)) if found else NOTHING


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12}


def _roman(match: re.Match[str], _scene: Scene) -> Reading:
    """``11.II.2021``, as much of Europe writes dates by hand."""
    found = date(int(match["y"]), _ROMAN[match["r"]], int(match["d"]))
    return Reading("day", day(found)) if found else NOTHING


def _iso_month(match: re.Match[str], _scene: Scene) -> Reading | None:
    found = month(int(match["y"]), int(match["m"])) if 1 <= int(match["m"]) <= 12 else None
    return Reading("month", found) if found else None


def _numeric(match: re.Match[str], scene: Scene) -> Reading:
    """``25/12/2019`` is clear, ``05.11.2019`` has its day first wherever dates are written with points; ``5/11/2019`` holds both."""
    a, b, at = int(match["a"]), int(match["b"]), year_number(match["y"], scene)
    both = [found for found in (date(at, b, a), date(at, a, b)) if found]
    if not both:
        return NOTHING
    if match["sep"] == "." or len(both) == 1:
        return Reading("day", day(both[0]))
    return Reading("day", stretch(both[0], both[1]))


def _weekday(match: re.Match[str], scene: Scene) -> Reading:
    index = WEEKDAYS[match["w"].rstrip(".")]
    side = side_of(match["side"]) or side_of(match["after"])
    return Reading("weekday", on_weekday(index, scene, side), weekday=index if side in {None, "this"} else None)


def _weekday_week(match: re.Match[str], scene: Scene) -> Reading:
    """British *Saturday week*: the Saturday after the coming one."""
    found = on_weekday(WEEKDAYS[match["w"]], Scene(scene.published, future=True))
    return Reading("day", day(plus_days(found.first, 7), relative=True)) if found else NOTHING


def _weekday_before_last(match: re.Match[str], scene: Scene) -> Reading:
    """*a week last Tuesday*, *last Tuesday week*: the Tuesday a week before the last one."""
    found = on_weekday(WEEKDAYS[match["w"] or match["v"]], scene, "last")
    return Reading("day", day(plus_days(found.first, -7), relative=True)) if found else NOTHING


def _weekdays_back(match: re.Match[str], scene: Scene) -> Reading:
    found = on_weekday(WEEKDAYS[match["w"]], scene, "last")
    weeks = min(int(match["n"]), 500)
    return Reading("day", day(plus_days(found.first, -7 * (weeks - 1)), relative=True)) if found else NOTHING


def _year(match: re.Match[str], scene: Scene) -> Reading:
    found = year(year_number(match["y"], scene))
    return Reading("year", found) if found else NOTHING


def _year_range(match: re.Match[str], scene: Scene) -> Reading | None:
    first = year_number(match["a"], scene)
    last = int(match["b"])
    last = last if last > 999 else first - first % 100 + last
    found = years(first, last) if first < last else None
    return Reading("year", found) if found else None


def _decade(match: re.Match[str], scene: Scene) -> Reading:
    first = int(match["y"]) if len(match["y"]) == 4 else year_number("'" + match["y"], scene)
    found = years(first, first + 9)
    return Reading("year", found) if found else NOTHING


def _century(match: re.Match[str], _scene: Scene) -> Reading:
    number = int(match["n"])
    found = years(100 * number - 99, min(100 * number, 9999)) if 1 <= number <= 100 else None
    return Reading("year", found) if found else NOTHING


def _monthday(match: re.Match[str], scene: Scene) -> Reading:
    number = int(match["n"])
    return Reading("day", on_day_of_month(number, scene), monthday=number) if 1 <= number <= 31 else NOTHING


def _feast(match: re.Match[str], scene: Scene) -> Reading:
    at_month, number = HOLIDAYS[match["f"]]
    return _yearly(_day_in(number, at_month), "day", scene, match)


def _easter(match: re.Match[str], scene: Scene) -> Reading:
    days = EASTER[match["f"]]

    def both(at: int) -> Stretch | None:
        if not 1900 <= at <= 2099:
            return None
        west, orthodox = easter(at)
        return stretch(plus_days(west, days), plus_days(orthodox, days))

    return _yearly(both, "day", scene, match)


_SEASONS = {"spring": (3, 9), "summer": (6, 12), "autumn": (9, 3), "fall": (9, 3), "winter": (12, 6)}
"""The first month of each season in the north and in the south (meteorological: three whole months)."""


def _season(match: re.Match[str], scene: Scene) -> Reading:
    """With the hemisphere unknown, the stretch that holds the northern and the southern season."""
    both = _SEASONS[match["s"]]
    starts = both[:1] if scene.hemisphere == "north" else both[1:] if scene.hemisphere == "south" else both

    def named(at: int) -> Stretch | None:
        """The season of a year that is told: one over New Year may count to either year, so both are held."""
        every = (_three_months(year, first) for first in starts for year in ((at - 1, at) if first == 12 else (at,)))
        return hull(filter(None, every))

    if match["y"]:
        return Reading("month", named(year_number(match["y"], scene)))
    side = side_of(match["side"])
    nearest = hull(filter(None, (in_some_year(partial(_three_months, first=first), scene, side) for first in starts)))
    return Reading("month", nearest, yearly=named)


def _three_months(at: int, first: int) -> Stretch | None:
    low, high = month(at, first), month(at + (first == 12), (first + 1) % 12 + 1)
    return stretch(low.first, high.last) if low and high else None


def _quarter(match: re.Match[str], scene: Scene) -> Reading:
    number = int(match["n"])
    if not 1 <= number <= 4:
        return NOTHING
    return _yearly(lambda at: _months(at, 3 * number - 2, 3 * number), "month", scene, match)


def _quarter_beside(match: re.Match[str], scene: Scene) -> Reading:
    """*last quarter*: the whole one before publication's; *this quarter* up to publication, or from it on."""
    base = scene.published
    if base is None:
        return NOTHING
    shift = SHIFTS.get(match["side"], 0)
    first = plus_months(base.replace(day=1), 3 * shift - (base.month - 1) % 3)
    last = plus_days(plus_months(first, 3), -1)
    if shift == 0:
        first, last = (base, last) if scene.future else (first, base)
    return Reading("month", Stretch(first, last, "year", relative=True))


def _half(match: re.Match[str], scene: Scene) -> Reading | None:
    number = int(match["n"])
    return _yearly(lambda at: _months(at, 6 * number - 5, 6 * number), "month", scene, match) if number in {1, 2} else None


def _months(at: int, first: int, last: int) -> Stretch | None:
    low, high = month(at, first), month(at, last)
    return Stretch(low.first, high.last, "year") if low and high else None


def _clock(_match: re.Match[str], scene: Scene) -> Reading:
    return Reading("clock", day(scene.day, relative=True) if scene.day else None)


def _stamp(_match: re.Match[str], scene: Scene) -> Reading:
    """The clock time of a live blog's entry: the day of publication, whatever date the entry before spoke of."""
    return Reading("clock", day(scene.published, relative=True) if scene.published else None)


_ZONE = r"(?: ?(?:gmt|utc|z|local time|local|hours|hrs|hr|h|cet|est|edt|pst|bst|ist)\b)"
_HOUR = r"(?:[01]?\d|2[0-4])"
_CLOCKS = (
    rf"\b{_HOUR}[:.][0-5]\d(?:[:.][0-5]\d)?(?! ?(?:%|percent|\d))(?: ?[ap]\.? ?m\b\.?)?{_ZONE}?",
    rf"\b{_HOUR} ?(?:a\.?m|p\.?m)\b\.?{_ZONE}?|\b{_HOUR} ?o'clock",
    rf"\b(?:[01]\d|2[0-4])[0-5]\d{_ZONE}|\b(?:[01]\d|2[0-4])[0-5]\d(?= ?\(\d{{4}} gmt)|\b0\d[0-5]\d\b|\b{_HOUR} (?:hours|hrs|gmt)\b(?! (?:later|earlier|ago|after|before))",
    rf"^(?:at |by |about |around |before |after )?(?:1[0-2]|[1-9])(?: (?:till|to|until) (?:1[0-2]|[1-9]))?$|\b{_HOUR}(?= (?:today|tonight)\b)",
    r"\b(?:half|quarter|\d{1,2}(?: minutes?)?) (?:past|to|before|after) (?:1[0-2]|[1-9])\b(?! [a-z])",
    r"\b(?:noon|midnight|midday|dawn|dusk|daybreak|sunrise|sunset|nightfall|lunch|lunchtime|teatime|breakfast|supper|dinner)\b",
)


def _patterns() -> tuple[Pattern, ...]:
    month_name, weekday = rf"(?P<m>{M})", rf"(?P<w>{W})"
    numeric_day = rf"(?P<d>{D})"
    table: list[tuple[str, Reader]] = [
        (rf"\b{SIDE}(?P<f>{_names(EASTER)})\b{_TAIL}", _easter),
        (rf"\b{SIDE}(?P<f>{_names(HOLIDAYS)})\b(?! year){_TAIL}", _feast),
        (r"(?<!\d)(?P<y>\d{4})([-/.])(?P<m>\d\d?)\2(?P<d>\d\d?)(?!\d)", _iso),
        (r"(?<![\d.,/-])(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\d.,])(?=$|t\d| )", _iso),
        (rf"(?<![\d.])(?P<d>\d\d?)\.(?P<r>{'|'.join(_ROMAN)})\.(?P<y>\d{{4}})(?!\d)", _roman),
        (r"(?<![\d/.-])(?P<m>0?[1-9]|1[0-2])/(?P<y>(?:19|20)\d\d)(?![\d/])", _iso_month),
        (r"(?<!\d)(?P<a>\d\d?)(?P<sep>[-/.])(?P<b>\d\d?)(?P=sep)(?P<y>\d{4}|\d\d)(?!\d)", _numeric),
        (rf"\b{numeric_day}(?:-|/| day)?(?: of)?[ /-]?{month_name}(?![a-z])[-/]?{_TAIL}", _named_day),
        (rf"\b{month_name} ?(?:the )?{numeric_day}(?! (?:hours|hrs|people|years|days|members)){_TAIL}", _named_day),
        (rf"\b(?P<y>(?:1\d|20)\d\d)(?:,| -)? {month_name}(?! \d)", _named_month),
        (rf"\b(?:the month of )?{SIDE}{month_name},?{_TAIL}(?![a-z])", _named_month),
        (rf"\b(?:every|each|any) (?:other )?(?:{W}|morning|afternoon|evening|night|day|week|weekend|month|year)s?\b", _nothing),
        (rf"\b(?:{_FULL})s\b(?! back| ago)|\ban? (?:{_FULL})\b", _nothing),
        (rf"\b(?P<n>\d+) (?P<w>{_names(WEEKDAYS)})s? (?:back|ago)\b", _weekdays_back),
        (rf"\b(?:a|1) week (?:last|past) (?P<w>{_FULL})\b|\blast (?P<v>{_FULL}) week\b", _weekday_before_last),
        (rf"\b(?P<w>{_names(WEEKDAYS)}) week\b", _weekday_week),
        (rf"\b{SIDE}{weekday}(?: (?P<after>last|next)\b(?! (?:week|month|year|night)))?", _weekday),
        (r"\b(?P<n>\d\d?)(?:st|nd|rd|th)?[ -]century\b", _century),
        (r"(?:\bthe )?(?<![\d/])(?P<y>(?:1\d|20)\d0|(?<=')\d0)'?s\b", _decade),
        (r"(?<![\d/.])(?P<a>(?:1\d|20)\d\d) ?[-/] ?(?P<b>(?:1\d|20)\d\d|\d\d)(?![\d/-])", _year_range),
        (r"(?<![\d/.])(?P<y>(?:1\d|20)\d\d)-(?P<m>\d\d)(?![\d-])", _iso_month),
        (r"\bq(?P<n>[1-4])(?: (?:of )?(?P<y>(?:1\d|20)\d\d))?\b", _quarter),
        (r"\b(?P<n>[1-4])q(?: ?(?P<y>(?:1\d|20)\d\d|\d\d))?\b", _quarter),
        (r"\b(?P<y>(?:1\d|20)\d\d) q(?P<n>[1-4])\b", _quarter),
        (r"\b(?P<n>[1-4])th quarter(?: of)?(?: (?P<y>(?:1\d|20)\d\d))?\b", _quarter),
        (r"\b(?P<side>last|previous|past|this|next|coming) quarter\b", _quarter_beside),
        (r"\b(?P<n>[12])th half(?: of)? (?P<y>(?:1\d|20)\d\d)\b", _half),
        (r"\bh(?P<n>[12])(?: (?:of )?(?P<y>(?:1\d|20)\d\d))?\b", _half),
        (rf"\b{SIDE}(?P<s>spring|summer|autumn|fall|winter)\b(?:,? (?:of )?(?P<y>{Y}))?", _season),
        (rf"^{_HOUR}[:.][0-5]\d$", _stamp),
        *((words, _clock) for words in _CLOCKS),
        (
            r"\bthe (?P<n>\d\d?)(?:st|nd|rd|th)\b(?= of (?:the|this|last|next|that) month|$|,|;|\.| (?:to|and|at|in|until|of (?:january|february)) )",
            _monthday,
        ),
        (
            r"(?<![\d/.,:])(?<!\d-)(?:the year )?(?P<y>(?:1\d|20)\d\d|'\d\d)\b(?![\d/%]|[.,:]\d|-\d| ?(?:bc|people|metres|meters|km|troops))",
            _year,
        ),
    ]
    return tuple(Pattern(re.compile(words), read) for words, read in table)


def _nothing(_match: re.Match[str], _scene: Scene) -> Reading:
    return NOTHING


PATTERNS: tuple[Pattern, ...] = _patterns()
