"""Shares of a whole, and totals told by how they changed: *a third of the 600* is 200, *rose from 40 to 57* is 57."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from tocsin.resolve.counts.numbers import Number, find_numbers, read_number

Role = Literal["total", "increment", "plain"]
"""Whether a figure is a running total (*bringing the number to 57*), what came on top (*another 12*), or neither says."""

_NAMED: dict[str, Fraction] = {
    "half": Fraction(1, 2),
    "third": Fraction(1, 3),
    "quarter": Fraction(1, 4),
    "fifth": Fraction(1, 5),
    "sixth": Fraction(1, 6),
    "eighth": Fraction(1, 8),
    "tenth": Fraction(1, 10),
}
_PARTS = "|".join(_NAMED)
_OF = r"(?: of)?(?: the| these| those| their| his| her| its| all| an?)*\s+(?:(?:some|about|around|nearly|almost|more than|over|roughly) )?(?:[$£€₹]\s?|rs\.?\s?)?$"
_SHARE = re.compile(rf"\b(?:(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|\d+)[ -])?(?P<part>{_PARTS})s?{_OF}")
_PERCENT = re.compile(rf"(?P<p>\d{{1,3}}(?:\.\d+)?)(?: to (?P<q>\d{{1,3}}))? ?(?:%|per ?cent|percent){_OF}")
_IN = re.compile(
    rf"\b(?P<a>one|two|three|four|five|six|seven|eight|nine|\d) (?:[a-z]+ )?(?:in|out of) (?:every )?(?P<b>two|three|four|five|six|seven|eight|nine|ten|\d+){_OF}"
)
_SLASH = re.compile(rf"(?<![\d/])(?P<a>[1-9])\s?[/⁄]\s?(?P<b>[2-9]|10){_OF}")
_DOUBLE = re.compile(r"\b(?:double|twice)(?: the| those| that of the)? $")
_MOST = re.compile(r"\b(?:most|a majority|the majority|the bulk) of(?: the| these| those| their| its)*\s+$")
_ALL_BUT = re.compile(r"\ball (?:but|except(?: for)?) (?P<n>an?|[a-z]+|\d+) of(?: the| these| those| their| its)*\s+$")
_BUT = re.compile(r"\ball (?:but|except(?: for)?) $")
_CHANGED = re.compile(
    r"\b(?:rose|risen|rises|rising|climbed|climbs|jumped|grew|grown|swelled|went up|gone up|up|fell|fallen|dropped|down|doubled|trebled|"
    r"(?:revis|rais|increas|lower|correct)(?:ed|ing)|bringing|brings|brought|taking|takes|took)\b[^.;]{0,60}?\bfrom (?P<old>[^.;]{1,40}?) to (?:(?:at least|about|around|nearly|almost|some|more than|over) )?$"
)
_TOTAL = re.compile(
    r"\b(?:rose|risen|rises|rising|climbed|climbs|jumped|grew|grown|swelled|increased|stands?|stood|fell|dropped|doubled|trebled|reached|reaches|"
    r"bringing|brings|brought|taking|takes|took|total(?:l?ed|l?ing|s)?|toll|number|so far|in all|altogether)\b[^.;]{0,50}$|\bto date\b"
)
_INCREMENT = re.compile(r"\b(?:another|further|additional|additionally|extra|new)\s+(?:\w+ )?$")
_MORE = re.compile(r"\s*(?:more|others?|additional|further|extra|new)\b(?! than)")


@dataclass(frozen=True, slots=True)
class Share:
    """What a whole is multiplied by, from ``low`` to ``high``; ``start`` is where the words of the share begin."""

    start: int
    low: Fraction
    high: Fraction


def share_before(before: str, whole: Fraction) -> Share | None:
    """The share of ``whole`` that the words right before it name, ``None`` where they name none."""
    if match := _ALL_BUT.search(before):
        less = Fraction(1) if match["n"] in {"a", "an"} else read_number(match["n"])
        left = (whole - less) / whole if less is not None and 0 < less < whole else None
        return Share(match.start(), left, left) if left else None
    if match := _MOST.search(before):
        return Share(match.start(), (whole // 2 + 1) / whole, Fraction(1)) if whole >= 2 else None
    return next((share for pattern, read in _READERS if (match := pattern.search(before)) and (share := read(match))), None)


def _percent(match: re.Match[str]) -> Share:
    low = Fraction(match["p"]) / 100
    return Share(match.start(), low, Fraction(match["q"]) / 100 if match["q"] else low)


def _ratio(match: re.Match[str]) -> Share | None:
    one, many = read_number(match["a"]), read_number(match["b"])
    return Share(match.start(), one / many, one / many) if one and many and one < many else None


def _named(match: re.Match[str]) -> Share | None:
    number = match["n"]
    if number is None and match["part"] != "half":
        return None  # "the third of the 40" is an ordinal
    times = Fraction(1) if number in {None, "a", "an"} else read_number(number) or Fraction(1)
    share = times * _NAMED[match["part"]]
    return Share(match.start(), share, share) if 0 < share <= 1 else None


_READERS = (
    (_SHARE, _named),
    (_PERCENT, _percent),
    (_IN, _ratio),
    (_SLASH, _ratio),
    (_DOUBLE, lambda match: Share(match.start(), Fraction(2), Fraction(2))),
)


def new_total(text: str, numbers: list[Number]) -> int:
    """Which of the numbers counts: 1 where the first is only what the second rose or fell from."""
    if len(numbers) > 1:
        if _BUT.search(text[: numbers[0].start]):
            return 1  # "all but two of the 40": the whole, from which the share is taken
        changed = _CHANGED.search(text[: numbers[1].start])
        if changed and any(changed.start("old") <= number.start < changed.end("old") for number in numbers[:1]):
            return 1
    return 0


def role_of(before: str, words: str, after: str = "") -> Role:
    """Whether the figure in ``words`` is a total or an increment, by the words themselves and those around them."""
    lower = words.lower()
    numbers = find_numbers(lower)
    start = numbers[0].start if numbers else len(lower)
    end = numbers[0].end if numbers else len(lower)
    lead = f"{before[-80:].lower()}{lower[:start]}"
    if _INCREMENT.search(lead) or _MORE.match(f"{lower[end:]}{after[:20].lower()}"):
        return "increment"
    return "total" if _TOTAL.search(lead) else "plain"
