"""Figures that count nobody because of the figures beside them: *one in five*, *a 52-48 vote*, *020 7946 0958*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tocsin.resolve.counts.numbers import Number

NEAR = 60
"""Code points to either side of a figure that are looked at, so that time stays linear."""

DASH = "‐‑‒–—-"
NO_NOUN = (
    r"\s*(?:$|[^\w\s]|(?:were|was|are|is|had|have|has|died|who|from|in|at|on|and|as|when|after|while|of|years?|against|by|for|with|near|outside"
    r"|before|since|that|which|but|during|under|until|ipc|crpc)\b)"
)
"""No noun that a figure could count follows."""
YEAR = r"(?:1[89]|20)\d\d"

_ROUND = frozenset({*range(2, 11), 12, 20, 100, 1_000, 10_000, 100_000, 1_000_000})
"""Wholes of which shares are told: *nine out of ten*. Of other wholes a part is a count: *12 out of 15 hostages*."""
_RATIO = re.compile(rf"(?:\s(?P<noun>[a-z]+\s)?|\s?[{DASH}]\s?)(?:in|per|for|out\sof)(?:\s(?P<every>every\s)?|[{DASH}])")
_WHERE_OR_WHEN = re.compile(
    r"\s+(?:separate|different|other|more|consecutive)?\s*(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?"
    r"|attacks?|raids?|clash\w*|blasts?|explosions?|incidents?|shootings?|strikes?|bombings?|protests?|operations?|separate|different"
    r"|provinces?|cit(?:y|ies)|towns?|villages?|districts?|states?|countries|regions?|locations?|areas?|places?|vehicles?|cars?|trucks?|boats?)\b"
)
"""Behind *two in three*, what tells that it is no share: *two in three days*, *five in six towns*."""
_TIME = re.compile(r"\s+(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)\b")
_NO_NOUN = re.compile(NO_NOUN)
_YEAR = re.compile(YEAR)

_SCORE_BEFORE = re.compile(
    r"\b(?:won|win|lost|beat|voted|vote|ruled|drew|draw|scored|score|vote of|score of|split|votes?(?: was| were)?) (?:by )?$"
)
_SCORE_AFTER = re.compile(r"[\s-](?:vote|majority|win|victory|defeat|score|draw|loss|margin|decision|split)\b")

_PHONE = re.compile(
    r"(?<![\d,.])(?<!\d )(?:\+\s?\d[\d() -]{6,}\d|\(0?\d{2,5}\)[ -]?\d{3}[ -]?\d{2,4}|0\d{1,4}[ -]\d{3}[\d -]*\d|\d{3}-\d{4}(?=\s*(?:$|[.;,)])))"
)
_PHONE_NEAR = 20
"""Code points to either side of a figure within which a telephone number that holds it is looked for."""


def is_share(text: str, numbers: Sequence[Number], at: int) -> bool:
    """Whether the number at index ``at`` and one beside it tell a share: *one in five*, *nine out of ten*, *one villager in three*; not
    *two in three days*.
    """
    return any(_is_ratio(text, part, whole) for part, whole in _pairs(numbers, at))


def is_score(text: str, numbers: Sequence[Number], at: int) -> bool:
    """Whether the number at index ``at`` and one beside it are a score: *2-1*, *a 52-48 vote*. A pair that falls is no range."""
    for one, two in _pairs(numbers, at):
        if text[one.end : two.start] not in DASH or one.end == two.start or not text[one.start].isdigit() or not text[two.start].isdigit():
            continue
        if one.value > two.value and one.multiplier == two.multiplier:
            return True
        if _SCORE_BEFORE.search(text[max(0, one.start - NEAR) : one.start]) or _SCORE_AFTER.match(text[two.end : two.end + NEAR]):
            return True
    return False


def is_telephone(text: str, numbers: Sequence[Number], at: int) -> bool:
    """Whether the number at index ``at`` is a part of a telephone number."""
    number = numbers[at]
    low = max(0, number.start - _PHONE_NEAR)
    found = _PHONE.finditer(text[low : number.end + _PHONE_NEAR])
    return any(low + each.start() < number.end and number.start < low + each.end() for each in found)


def _pairs(numbers: Sequence[Number], at: int) -> Iterator[tuple[Number, Number]]:
    """A number with the one before it, and with the one behind it."""
    for first in (at - 1, at):
        if first >= 0 and first + 1 < len(numbers):
            yield numbers[first], numbers[first + 1]


def _is_ratio(text: str, part: Number, whole: Number) -> bool:
    between = text[part.end : whole.start] if whole.start - part.end < NEAR else ""
    joint = _RATIO.fullmatch(between)
    if joint is None or part.value >= whole.value or whole.value.denominator != 1:
        return False
    if joint["every"] or " per " in between:
        return True
    if " for " in between or "-for-" in between or _YEAR.fullmatch(text[whole.start : whole.end]):
        return False
    after = text[whole.end : whole.end + NEAR]
    if joint["noun"]:
        return part.value == 1 and _NO_NOUN.match(after) is not None
    if part.value == 1:
        return _TIME.match(after) is None
    return whole.value in _ROUND and _WHERE_OR_WHEN.match(after) is None
