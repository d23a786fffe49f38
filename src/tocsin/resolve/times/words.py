"""The words of time as tables, and the spelling that all patterns read."""

from __future__ import annotations

import re
import unicodedata

from tocsin.resolve.counts.numbers import TENS, UNITS, read_number, spelled_in_digits

MONTHS: dict[str, int] = (
    {"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9}
    | {"october": 10, "november": 11, "december": 12}
    | {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
)
WEEKDAYS: dict[str, int] = {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6} | {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
HOLIDAYS: dict[str, tuple[int, int]] = (
    {"new year's day": (1, 1), "new years day": (1, 1), "new year": (1, 1), "new year's eve": (12, 31), "new years eve": (12, 31)}
    | {"christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26), "may day": (5, 1)}
    | {"bastille day": (7, 14), "valentine's day": (2, 14), "halloween": (10, 31), "armistice day": (11, 11), "epiphany": (1, 6)}
    | {"international women's day": (3, 8), "women's day": (3, 8), "international workers' day": (5, 1), "all saints' day": (11, 1)}
    | {"all saints day": (11, 1), "st patrick's day": (3, 17), "juneteenth": (6, 19), "april fools' day": (4, 1)}
    | {"human rights day": (12, 10), "world press freedom day": (5, 3)}
)
"""Feasts that fall on one date everywhere. Others (Independence Day, Labour Day, Eid) differ by country or moon and stay unknown."""

EASTER: dict[str, int] = {
    "easter sunday": 0,
    "easter monday": 1,
    "easter": 0,
    "good friday": -2,
    "palm sunday": -7,
    "maundy thursday": -3,
    "ash wednesday": -46,
} | {"ascension day": 39, "pentecost": 49, "whit monday": 50}
"""Days from Easter Sunday. The interval holds the western and the Orthodox date, up to five weeks apart."""

SHIFTS: dict[str, int] = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}
"""How far from publication's own unit of the calendar these words point."""
FULL_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
"""A weekday in full, as a pattern: its short forms are words and names too."""

_NUMBER = r"\d{1,3}(?: ?(?:to|or|and|-) ?\d{1,3})?|a few|few|several|some|a couple of|couple of|a couple|many|a handful of"
QUANTITY = rf"(?P<n>{_NUMBER})"
"""A figure, two of them (*two to three*, *between two and three*) or a word for a few."""
UNITS_OF_TIME = (
    r"(?P<unit>minute|hour|hr|day|night|morning|afternoon|evening|weekend|week|fortnight|month|year|yr|decade|century)(?:s|ies)?"
)

FEW = (3, 9)
"""*A few*, *several*: the codebook's range for them."""

_ORDINAL_YEAR = re.compile(
    r"\b("
    + "|".join(w for w, n in [*UNITS.items(), *TENS.items()] if 13 <= n <= 20)
    + r")[ -](hundred|"
    + "|".join(TENS)
    + "|"
    + "|".join(w for w, n in UNITS.items() if n >= 10)
    + r")(?:[ -](?:and )?("
    + "|".join(w for w, n in UNITS.items() if 0 < n < 10)
    + r"))?\b"
)
_DECADES = {name[:-1] + "ies": value for name, value in TENS.items()}
_CLEAN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[‐‑‒–—―−]"), "-"),
    (re.compile(r"[‘’`´]"), "'"),
    (re.compile(r"[\"“”«»]"), " "),
    (re.compile(r"\s+"), " "),
    (re.compile(r" ([,;:)])"), r"\1"),
    (re.compile(r"' (?=\d\d\b|s\b)"), "'"),
    (re.compile(r" 's\b"), "'s"),
    (re.compile(r"(?<=\d0)(?:'| )s\b"), "s"),
    (re.compile(r"\b(?:ystrday|yday)\b"), "yesterday"),
    (re.compile(r"\bmid - (?!to)"), "mid-"),
    (re.compile(r"\b(?:the )?(?:noughties|naughties)\b"), "the 2000s"),
    (re.compile(r"\bmid-?(night|day)\b"), r"mid\1"),
    (re.compile(r"\ba (?:quarter|half|third) (?:to|past)\b"), "quarter past"),
)
_AND_A_HALF = re.compile(
    r"\b(?P<n>an?|[a-z]+|\d+)(?: (?P<a>years?|months?|weeks?|days?))?[ -]and[ -]a[ -]half(?(a)| (?P<b>years?|months?|weeks?|days?))\b"
    r"|\bhalf an? (?P<h>year|month|decade|century)\b"
)
_HALVES: dict[str, tuple[int, int, str]] = {
    "year": (12, 6, "months"),
    "month": (4, 2, "weeks"),
    "week": (7, 3, "days"),
    "day": (24, 12, "hours"),
    "decade": (10, 5, "years"),
    "century": (100, 50, "years"),
}
"""What a unit and its half are in the next smaller one; a month and a half is six weeks."""
_MID_TO = re.compile(r"\b(early|mid|late)[ -]*\b(?:to|and|or)[ -](early|mid|late)[ -]")
_ONE = re.compile(
    r"\b(?:an?|one) (?=(?:full |whole |single )?(?:minute|hour|day|night|week|fortnight|month|year|decade|century|weekend)\b)"
)


def plain(words: str) -> str:
    """One spelling of a text: lower case, plain quotes and dashes, numbers and ordinals in digits, years in words too."""
    text = unicodedata.normalize("NFKC", words).lower()
    for pattern, spelling in _CLEAN:
        text = pattern.sub(spelling, text)
    text = _AND_A_HALF.sub(_halves, text.strip())
    text = _ORDINAL_YEAR.sub(_year, text)
    text = re.sub(r"\b(?:the )?(" + "|".join(_DECADES) + r")\b", lambda m: f"the 19{_DECADES[m[1]]}s", text)
    text = _MID_TO.sub(r"\1 \2 ", text)
    # "second" the unit never dates an event; "a second day" is an ordinal like "the third day"
    return _ONE.sub("1 ", spelled_in_digits(text))


def _halves(match: re.Match[str]) -> str:
    """*a year and a half*, *two and a half years*: in the next smaller unit."""
    if match["h"]:
        return "{1} {2}".format(*_HALVES[match["h"]])
    words = match["n"]
    number = 1 if words in {"a", "an"} else read_number(words)
    if number is None or number.denominator != 1 or number > 999:
        return match[0]
    whole, half, unit = _HALVES[(match["a"] or match["b"]).rstrip("s")]
    return f"{int(number) * whole + half} {unit}"


def _year(match: re.Match[str]) -> str:
    first = UNITS.get(match[1]) or TENS[match[1]]
    rest = 0 if match[2] == "hundred" else UNITS.get(match[2]) or TENS[match[2]]
    unit = UNITS[match[3]] if match[3] and (match[2] == "hundred" or rest >= 20) else 0
    return str(first * 100 + rest + unit)


def turned_round(words: str) -> str:
    """*three days after* as *three days before* and the other way round, where the words end so; all others stay."""
    return re.sub(r"\b(after|before)$", lambda match: "before" if match[1] == "after" else "after", words)
