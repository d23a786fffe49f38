"""The words of time as tables, and the spelling that all patterns read."""

from __future__ import annotations

import re
import unicodedata

from tocsin.resolve.numbers import TENS, UNITS, spelled_in_digits

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

SEASONS: tuple[str, ...] = ("spring", "summer", "autumn", "fall", "winter")

_NUMBER = r"\d{1,3}|a few|few|several|some|a couple of|couple of|a couple|many|a handful of"
QUANTITY = rf"(?P<n>{_NUMBER})"
UNITS_OF_TIME = r"(?P<unit>minute|hour|hr|day|night|evening|weekend|week|fortnight|month|year|yr|decade|century)(?:s|ies)?"

FEW = (3, 9)
"""*A few*, *several*: the codebook's range for them."""

_ORDINAL_YEAR = re.compile(
    r"\b(" + "|".join(w for w, n in [*UNITS.items(), *TENS.items()] if 13 <= n <= 20) + r")[ -](hundred|" + "|".join(TENS) + "|"
    r""
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
    (re.compile(r"\bmid - "), "mid-"),
    (re.compile(r"\bmid-?(night|day)\b"), r"mid\1"),
    (re.compile(r"\ba (?:quarter|half|third) (?:to|past)\b"), "quarter past"),
)
_ONE = re.compile(
    r"\b(?:an?|one) (?=(?:full |whole |single )?(?:minute|hour|day|night|week|fortnight|month|year|decade|century|weekend)\b)"
)


def plain(words: str) -> str:
    """One spelling of a text: lower case, plain quotes and dashes, numbers and ordinals in digits, years in words too."""
    text = unicodedata.normalize("NFKC", words).lower()
    for pattern, spelling in _CLEAN:
        text = pattern.sub(spelling, text)
    text = _ORDINAL_YEAR.sub(_year, text.strip())
    text = re.sub(r"\b(?:the )?(" + "|".join(_DECADES) + r")\b", lambda m: f"the 19{_DECADES[m[1]]}s", text)
    # "second" the unit never dates an event; "a second day" is an ordinal like "the third day"
    return _ONE.sub("1 ", spelled_in_digits(text))


def _year(match: re.Match[str]) -> str:
    first = UNITS.get(match[1]) or TENS[match[1]]
    rest = 0 if match[2] == "hundred" else UNITS.get(match[2]) or TENS[match[2]]
    unit = UNITS[match[3]] if match[3] and (match[2] == "hundred" or rest >= 20) else 0
    return str(first * 100 + rest + unit)
