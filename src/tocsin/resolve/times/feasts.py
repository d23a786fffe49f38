"""Feasts and fasts whose date moves from year to year, and those that depend on the country."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import TypeAlias

from tocsin.resolve.times.calendars import hanukkah, islamic, new_moon_between, nth_weekday, passover, rosh_hashanah
from tocsin.resolve.times.national_days import NATIONAL_DAYS, national_day
from tocsin.resolve.times.pieces import NOTHING, Pattern, Reader, Reading
from tocsin.resolve.times.scene import Scene, Side, fits, relative
from tocsin.resolve.times.stated import SIDE, Y, side_of, year_number
from tocsin.resolve.times.stretch import Stretch, date, day, easter, hull, plus_days, stretch

Occurrences: TypeAlias = Callable[[int], tuple[Stretch, ...]]
"""The times that a feast is kept in a year of our calendar: an Islamic one may fall in it twice."""

FIRST, LAST = 1900, 2099
"""Years for which feasts are computed."""


def _eve(first: dt.date, days: int) -> tuple[Stretch, ...]:
    """A Jewish feast begins on the evening before its first day."""
    return (stretch(plus_days(first, -1), plus_days(first, days - 1)),)


def _moon(window: tuple[tuple[int, int], tuple[int, int]], age: float, days: int = 1) -> Occurrences:
    def at(year: int) -> tuple[Stretch, ...]:
        found = new_moon_between(year, *window, age)
        return (stretch(found.first, plus_days(found.last, days - 1)),) if found else ()

    return at


def _new_year(year: int) -> tuple[Stretch, ...]:
    """The second new moon after the solstice. In 1985, alone from 1950 to 2060, a month was put in and it came a month later than the rule."""
    return _fixed(2, 20)(year) if year == 1985 else _moon(((1, 20), (2, 19)), 0.2)(year)


def _weekday(month: int, weekday: int, number: int, plus: int = 0) -> Occurrences:
    return lambda year: (day(plus_days(nth_weekday(year, month, weekday, number), plus)),)


def _from_easter(first: int, last: int, *, orthodox: bool | None = None) -> Occurrences:
    """Days from Easter Sunday to Easter Sunday; both churches' where the words name neither."""

    def at(year: int) -> tuple[Stretch, ...]:
        both = easter(year)
        kept = both if orthodox is None else (both[orthodox],)
        return (stretch(plus_days(kept[0], first), plus_days(kept[-1], last)),)

    return at


def _fixed(month: int, number: int, days: int = 1) -> Occurrences:
    def at(year: int) -> tuple[Stretch, ...]:
        found = date(year, month, number)
        return (stretch(found, plus_days(found, days - 1)),) if found else ()

    return at


def _islamic(month: int, number: int, days: int = 1) -> Occurrences:
    return lambda year: islamic(year, month, number, days)


def _either(*feasts: Occurrences) -> Occurrences:
    return lambda year: tuple(sorted((one for feast in feasts for one in feast(year)), key=lambda one: one.first))


_FITR, _ADHA = _islamic(10, 1, 3), _islamic(12, 10, 4)
_THE = r"(?:the )?"
_TABLE: tuple[tuple[str, Occurrences], ...] = (
    (
        rf"{_THE}(?:(?:muslim |islamic )?(?:holy |fasting )?month of |holy )?ramadh?an|{_THE}muslim (?:holy|fasting) month|ramzan",
        _islamic(9, 1, 30),
    ),
    (r"laylat al-qadr|night of (?:power|destiny)", _islamic(9, 27)),
    (r"eid[ -](?:al|ul|ud)[ -]?fit[re]r?|(?:aid|eid) el[ -]fitr|hari raya(?: aidilfitri| puasa)?|lebaran", _FITR),
    (
        r"(?:eid[ -](?:al|ul)[ -]?a[dz]h?a|(?:aid|eid) el[ -]adha|bakri eid|bakrid|(?:muslim )?feast of (?:the )?sacrifice|kurban bayram)",
        _ADHA,
    ),
    (rf"{_THE}eid(?: (?:holiday|festival)s?)?(?![ -](?:al|el|ul)\b)", _either(_FITR, _ADHA)),
    (rf"{_THE}(?:annual )?hajj", _islamic(12, 8, 6)),
    (r"ashura|ashoura", _islamic(1, 10)),
    (r"(?:holy )?month of muharram|muharram", _islamic(1, 1, 30)),
    (r"arbaeen|arbain", _islamic(2, 20)),
    (rf"mawlid(?: al-nabi)?|milad(?:-un-nabi)?|{_THE}prophet(?: muhammad)?'s birthday|eid[ -]e[ -]milad", _islamic(3, 12, 6)),
    (rf"{_THE}islamic new year|hijri new year", _islamic(1, 1)),
    (r"rosh ha-?shanah?|jewish new year", lambda y: _eve(rosh_hashanah(y), 2)),
    (r"yom kippur|day of atonement", lambda y: _eve(plus_days(rosh_hashanah(y), 9), 1)),
    (r"sukkot|feast of (?:tabernacles|booths)", lambda y: _eve(plus_days(rosh_hashanah(y), 14), 7)),
    (r"simchat torah", lambda y: _eve(plus_days(rosh_hashanah(y), 21), 2)),
    (r"c?hanukkah", lambda y: _eve(hanukkah(y), 8)),
    (r"purim", lambda y: _eve(plus_days(passover(y), -30), 2)),
    (r"passover|pesach", lambda y: _eve(passover(y), 8)),
    (r"shavuot", lambda y: _eve(plus_days(passover(y), 50), 2)),
    (r"tisha b'av", lambda y: _eve(plus_days(passover(y), 112), 2)),
    (
        rf"{_THE}(?:chinese|lunar) new year|{_THE}spring festival|(?:vietnamese )?tet(?: holiday| offensive)?|seollal",
        _new_year,
    ),
    (rf"{_THE}(?:mid-?autumn|moon) festival|chuseok", _moon(((9, 7), (10, 7)), 14.3)),
    (r"diwali|deepavali", _moon(((10, 16), (11, 15)), -0.3)),
    (r"dussehra|dasara|vijayadashami", _moon(((9, 27), (10, 26)), 9.5)),
    (r"durga puja|navratri", _moon(((9, 24), (10, 23)), 6.5, 5)),
    (r"holi", _moon(((2, 28), (3, 29)), 15.3)),
    (r"vesak|wesak|buddha purnima|buddha's birthday", _moon(((5, 4), (6, 3)), 14.7)),
    (r"nowruz|nauryz|navruz|novruz|newroz|persian new year|iranian new year", _fixed(3, 20, 4)),
    (r"songkran|thingyan", _fixed(4, 13, 4)),
    (r"orthodox christmas", _fixed(1, 7)),
    (r"orthodox (?:easter(?: sunday)?|pascha)", _from_easter(0, 0, orthodox=True)),
    (r"orthodox good friday", _from_easter(-2, -2, orthodox=True)),
    (r"(?:catholic|western) easter(?: sunday)?", _from_easter(0, 0, orthodox=False)),
    (rf"{_THE}holy week", _from_easter(-7, 0)),
    (rf"{_THE}easter (?:weekend|holiday|holidays|break)", _from_easter(-2, 1)),
    (r"(?:holy|maundy) thursday", _from_easter(-3, -3)),
    (r"(?:holy|easter) saturday", _from_easter(-1, -1)),
    (r"lent(?=$|[,;.]| \d)", _from_easter(-48, -1)),
    (r"ash wednesday", _from_easter(-46, -46, orthodox=False)),
    (r"mardi gras|shrove tuesday|carnival tuesday", _from_easter(-47, -47, orthodox=False)),
    (r"(?:shrove|carnival|rose) monday", _from_easter(-48, -48, orthodox=False)),
    (r"whitsun|whit sunday|pentecost sunday", _from_easter(49, 49)),
    (r"corpus christi", _from_easter(60, 60, orthodox=False)),
    (r"advent sunday", lambda y: (day(plus_days(nth_weekday(y, 12, 6, 1), -7 if nth_weekday(y, 12, 6, 1).day > 3 else 0)),)),
    (r"thanksgiving(?: day| thursday)?", _weekday(11, 3, 4)),
    (r"black friday", _weekday(11, 3, 4, 1)),
    (r"memorial day", _weekday(5, 0, -1)),
    (r"(?:martin luther king|mlk)(?: jr\.?)? day", _weekday(1, 0, 3)),
    (r"presidents'? day", _weekday(2, 0, 3)),
    (r"columbus day|indigenous peoples'? day", _weekday(10, 0, 2)),
    (r"anzac day", _fixed(4, 25)),
    (r"australia day|invasion day", _fixed(1, 26)),
    (r"canada day", _fixed(7, 1)),
    (r"waitangi day", _fixed(2, 6)),
    (r"fourth of july|4th of july", _fixed(7, 4)),
    (r"guy fawkes(?: night| day)?|bonfire night", _fixed(11, 5)),
    (r"remembrance (?:day|sunday)|veterans'? day", _fixed(11, 11)),
    (r"day of the dead|all souls'? day", _fixed(11, 1, 2)),
    (r"st\.? george's day", _fixed(4, 23)),
    (r"st\.? nicholas day", _fixed(12, 6)),
    (r"(?:orthodox )?theophany|timkat", _fixed(1, 19)),
    (r"holocaust (?:memorial|remembrance) day", _fixed(1, 27)),
    (r"world refugee day", _fixed(6, 20)),
    (r"earth day", _fixed(4, 22)),
)


def _in(feast: Occurrences, year: int) -> tuple[Stretch, ...]:
    return feast(year) if FIRST <= year <= LAST else ()


def nearest(feast: Occurrences, scene: Scene, side: Side) -> Stretch | None:
    """The one that the words mean, by the rule for all dates without a year: the last begun, or the first not yet over."""
    if scene.published is None:
        return None
    year = scene.published.year
    if side == "this":
        found = hull(_in(feast, year))
        return relative(found) if found else None
    ahead = side == "next" or (side is None and scene.future)
    near = [one for at in range(year - 2, year + 3) for one in _in(feast, at) if fits(one, scene.published, side, ahead=ahead)]
    return relative(near[0] if ahead else near[-1]) if near else None


def _feast(feast: Occurrences) -> Reader:
    return lambda match, scene: _kept(_part(match, feast), match, scene)


def _kept(feast: Occurrences, match: re.Match[str], scene: Scene) -> Reading:
    """In the year that the words name, else the nearest one."""
    if match["y"]:
        found = hull(_in(feast, year_number(match["y"], scene)))
        return Reading("day", found) if found else NOTHING
    return Reading("day", nearest(feast, scene, side_of(match["side"])), yearly=lambda at: hull(_in(feast, at)))


def _part(match: re.Match[str], feast: Occurrences) -> Occurrences:
    """*the first day of Ramadan*, *the last week of Ramadan*, *the second Friday of Ramadan*: a part of each time it is kept."""
    which, number, unit = match["nth"], int(match["n"] or 1), match["unit"]
    if which is None:
        return feast
    loose = 3  # the days by which an Islamic month is unsure, at both its ends together

    def at(year: int) -> tuple[Stretch, ...]:
        return tuple(_cut(one, which, number, unit, loose) for one in feast(year))

    return at


def _cut(whole: Stretch, which: str, number: int, unit: str | None, loose: int) -> Stretch:
    length = {"day": 1, "night": 1, "week": 7, "friday": 7}[unit or "day"] * number
    if which in {"last", "final"}:
        return stretch(plus_days(whole.last, 1 - length - loose), whole.last)
    if which in {"start", "beginning"}:
        return stretch(whole.first, plus_days(whole.first, loose))
    if which == "end":
        return stretch(plus_days(whole.last, -loose), whole.last)
    skip = length * (int(re.sub(r"\D", "", which)) - 1)
    return stretch(plus_days(whole.first, skip), min(whole.last, plus_days(whole.first, skip + length - 1 + loose)))


def _national(match: re.Match[str], scene: Scene) -> Reading:
    """*Independence Day*: of the country where the act took place; unknown without one."""
    if match["f"] in {"labor day", "labour day"}:
        feast = _labour_day(scene.country) if scene.country else None
    else:
        known = national_day(match["f"], scene.country)
        feast = _fixed(*known) if known else None
    return _kept(feast, match, scene) if feast else NOTHING


def _labour_day(country: str) -> Occurrences | None:
    """The first of May, but in North America; in Australia and New Zealand each part has its own."""
    if country in {"USA", "CAN"}:
        return _weekday(9, 0, 1)
    return None if country in {"AUS", "NZL"} else _fixed(5, 1)


def _patterns() -> tuple[Pattern, ...]:
    tail = rf"(?: (?:festival|holidays?|celebrations?))?(?:,? (?:of |in )?(?P<y>{Y}))?"
    nth = (
        r"(?:(?:the )?(?P<nth>\d\d?th|last|final|start|beginning|end)(?: (?P<n>\d\d?))?(?: (?P<unit>day|night|week|friday)s?)? of "
        r"(?=(?:the )?(?:holy |fasting |muslim |islamic |month of )*(?:ramad|ramz|muharram|hajj|passover|hanukkah|eid)))?"
    )
    moving = [(rf"\b{nth}{SIDE}(?:{words})\b{tail}", _feast(feast)) for words, feast in _TABLE]
    names = "|".join([*NATIONAL_DAYS, "labor day", "labour day"])
    national = (rf"\b{SIDE}(?P<f>{names})\b{tail}", _national)
    gate = re.compile("|".join(["(?:" + words + ")" for words, _ in _TABLE] + [names]))
    return tuple(Pattern(re.compile(words), read, gate) for words, read in (*moving, national))


PATTERNS: tuple[Pattern, ...] = _patterns()
"""Before all others, so that *Black Friday* is no Friday and *Lunar New Year* no 1 January."""
