"""Figures that count nobody: shares of a whole that is not told, ordinals, ages, lengths, scores, dates, telephone numbers, names and laws.

Each rule looks at a figure and the words right beside it, in lower case. ``docs/counts.md`` lists them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from tocsin.resolve.numbers import MULTIPLIERS, TENS, Number, find_numbers

Reason = Literal[
    "empty",
    "share of an unknown whole",
    "ordinal",
    "age",
    "clock time",
    "date",
    "length or measure",
    "money",
    "score or vote",
    "telephone number",
    "name or law",
    "too large",
    "no number",
]
"""Why words give no count. ``share of an unknown whole``: *60 percent*, *one in five*. ``no number``: *a man*, *some*, *protesters*."""

NEAR = 60
"""Code points to either side of a figure that are looked at, so that time stays linear."""

PERSONS = frozenset({"participants", "arrested", "killed", "injured", "abducted", "displaced", "released", "sentenced"})
"""Kinds that count people: no length, no sum of money and no score is one of them."""

_ROUND = frozenset({*range(2, 11), 12, 20, 100, 1_000, 10_000, 100_000, 1_000_000})
"""Wholes of which shares are told: *nine out of ten*. Of other wholes a part is a count: *12 out of 15 hostages*."""
_DASH = "‐‑‒–—-"
_RATIO = re.compile(
    rf"(?:\s(?P<noun>[a-z]+\s)?|\s?[{_DASH}]\s?)(?:in|per|for|out\sof)(?:\s(?P<every>every\s)?|[{_DASH}])",
)
_WHERE_OR_WHEN = re.compile(
    r"\s+(?:separate|different|other|more|consecutive)?\s*(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?"
    r"|attacks?|raids?|clash\w*|blasts?|explosions?|incidents?|shootings?|strikes?|bombings?|protests?|operations?|separate|different"
    r"|provinces?|cit(?:y|ies)|towns?|villages?|districts?|states?|countries|regions?|locations?|areas?|places?|vehicles?|cars?|trucks?|boats?)\b"
)
"""Behind *two in three*, what tells that it is no share: *two in three days*, *five in six towns*."""
_TIME = re.compile(r"\s+(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)\b")
_NO_NOUN = re.compile(
    r"\s*(?:$|[^\w\s]|(?:were|was|are|is|had|have|has|died|who|from|in|at|on|and|as|when|after|while|of|years?)\b)",
)
"""No noun that a figure could count follows."""

_PERCENT = re.compile(r"[\s-]*(?:%|percent\b|per\s?cent\b|pc\b|percentage\b)")
_TO_PERCENT = re.compile(r"\s*(?:-| )\s*(?:to|or|and|-)?\s*\d[\d.,]*\s*(?:%|percent|per cent)")
_PARTS = re.compile(r"[\s-]+(?:halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?)\b")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_ORDINAL_END = re.compile(r"(?:\s|-|\sand\s)(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)\b")

_AGE_AFTER = re.compile(rf"[\s{_DASH}]*(?:years?|months?|weeks?|days?|yrs?)[\s{_DASH}]olds?\b|[\s{_DASH}]*years? of age\b")
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages)(?: between| from| of)?\s*$")
_AGE_TOO = re.compile(r"\b(?:aged|ages|age)(?: between| from| of)? [\w-]+(?:, [\w-]+)*(?:,? ?(?:and|to|or|-) ?|, )$")
_AGE_OF = re.compile(
    r"\b(?:boys?|girls?|child|youth|man|woman|teenager|baby|pupil|student|mother|father|pensioner) of $|(?:as young|as old) as $"
)
_AGE_BESIDE = re.compile(r"\b(?:an?|his|her|another) [a-z-]+(?: [a-z-]+)?, $")
_AGE_CLOSED = re.compile(r"\s*(?:$|[,.;)])")
_DECADE_OF_LIFE = re.compile(r"\b(?:his|her|their|my|early|mid|late|mid-|late-|early-)\s?$")

_UNIT = (
    r"seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|kms?|kilomet(?:re|er)s?|met(?:re|er)s?"
    r"|miles?|feet|foot|ft|inch(?:es)?|yards?|cm|mm|acres?|hectares?|kg|kilos?|kilograms?|grams?|tonnes?|tons?|lit(?:re|er)s?|degrees?"
    r"|mph|kph|kmh|knots|times|points?|votes?|seats?|goals?|magnitude|calib(?:re|er)"
)
_HYPHEN_UNIT = re.compile(rf"\s?[{_DASH}]\s?(?:{_UNIT})\b")
_HYPHEN_TIME = re.compile(rf"[{_DASH}](?:minute|hour|day|night|week|month|year)\b")
_PLAIN_UNIT = re.compile(
    rf"\s(?:square |cubic )?(?=(?:\w*s|feet|kmh?|ft|cm|mm|kg|mph|kph|magnitude|calib(?:re|er))\b)(?:{_UNIT})\b|\s?(?:°|[º˚])",
)
_SINGULAR_UNIT = re.compile(rf"\s(?:{_UNIT})\b(?=\s*(?:$|[^\w\s]))")
_MEASURE_BEFORE = re.compile(r"\bmagnitude(?: of)? $")
_MONEY_BEFORE = re.compile(r"(?:[$£€₹₦¥₽]|\brs\.?) ?$")
_MONEY_AFTER = re.compile(
    r"\s*(?:[$£€₹]|(?:us |american |australian |canadian )?(?:dollars?|euros?|pounds?|rupees?|pesos?|yen|yuan|francs?|rou?bles?|shillings?"
    r"|dinars?|nairas?|liras?|rials?|riyals?|dirhams?|birr|takas?|baht|cents)\b)"
)

_SCORE_BEFORE = re.compile(
    r"\b(?:won|win|lost|beat|voted|vote|ruled|drew|draw|scored|score|vote of|score of|split|votes?(?: was| were)?) (?:by )?$"
)
_SCORE_AFTER = re.compile(r"[\s-](?:vote|majority|win|victory|defeat|score|draw|loss|margin|decision|split)\b")
_OTHER_VOTES = re.compile(r"\bvotes? (?:to|against|and|for) $")

_PHONE = re.compile(
    r"(?<![\d,.])(?<!\d )(?:\+\s?\d[\d() -]{6,}\d|\(0?\d{2,5}\)[ -]?\d{3}[ -]?\d{2,4}|0\d{1,4}[ -]\d{3}[\d -]*\d|\d{3}-\d{4}(?=\s*(?:$|[.;,)])))"
)
_CALL = re.compile(
    r"\b(?:call|calls|phone|telephone|dial|tel|tel\.|hotline|helpline|fax|text|sms|whatsapp)(?: us| on| at| number| no\.?|:)* ?[+()\d -]*$"
)

_CLOCK_AFTER = re.compile(
    r":[0-5]\d\b|[\s-]*(?:o'clock|[ap]\.?m\b\.?)|\s?(?:gmt|utc|hrs\b|local time|hours local)|\s(?:in the (?:morning|afternoon|evening)|at night)\b"
)
_CLOCK_BEFORE = re.compile(r"\d:$")
_AT = re.compile(r"(?:at|by)(?: about| around| exactly| precisely)? $")
_AT_END = re.compile(r"\s*(?:$|,|on\b)")

_MONTHS = (
    r"january|february|april|june|july|august|september|october|november|december|jan\b\.?|feb\b\.?|apr\b\.?|jun\b\.?|jul\b\.?|aug\b\.?"
    r"|sept?\b\.?|oct\b\.?|nov\b\.?|dec\b\.?"
)
_DATED = r"(?=\s*(?:$|[^\w\s]|(?:19|20)\d\d\b|(?:attacks?|protests?|massacre|uprising|coup|vote|elections?|raid|ceasefire|movement)\b))"
_DATE_AFTER = re.compile(rf"(?: of)?[ -](?:(?:{_MONTHS})(?![a-z])|(?:march|may){_DATED})")
_DATE_BEFORE = re.compile(rf"\b(?:{_MONTHS}|march|may) $")
_DATE_END = re.compile(_DATED)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_YEAR_BEFORE = re.compile(r"\b(?:in|since|of|by|during|until)\s*$")

_LAWS = (
    r"sections?|articles?|clauses?|numbers?|nos?\.?|paragraphs?|routes?|highways?|acts?|resolutions?|chapters?|pages?|levels?|phases?"
    r"|rules?|decrees?|laws?|amendments?|annex|protocols?|directives?|flights?|magnitude|channels?|versions?"
)
_LAW = re.compile(rf"(?:\b(?:{_LAWS}) |№ ?|#)$")
_LAW_TOO = re.compile(rf"\b(?:{_LAWS}) (?:\d[\d()a-z]{{0,5}}(?:,| and|, and| or| to|-) ?)+$")
_COUNTED = re.compile(r"\bnumbers? $")
"""*The dead number five*: a verb."""
_NAMED = re.compile(
    r"(?<!\bthe )(?<!\ba )(?<!\bthis )(?<!\bthat )(?<!\bone )(?<!\bof )(?<![a-z]'s )\b(?:camp|unit|gate|brigade|battalion|regiment|ward|district|zone|sector"
    r"|room|class|grade|type|radio|line|block|platform|terminal|stage|day|part|cell|plot|post|checkpoint|bridge|station|apartment|flat) $"
)
_LETTER = re.compile(r"[^\W\d_]")
_SLASH = re.compile(r"\s?[/⁄]\s?\d")
_SLASHED = re.compile(r"\d\s?[/⁄]\s?$")


def reason_against(text: str, numbers: Sequence[Number], at: int, kind: str) -> Reason | None:
    """Why the number at index ``at`` of a text counts nobody and nothing; ``None`` where it may be a count of ``kind``.

    ``text`` is in lower case, ``numbers`` are all its numbers (:func:`tocsin.resolve.numbers.find_numbers`).
    """
    number = numbers[at]
    before, after = text[max(0, number.start - NEAR) : number.start], text[number.end : number.end + NEAR]
    own = text[number.start : number.end]
    share = _is_share(text, numbers, at, after) or _SLASH.match(after) or _SLASHED.search(before)
    found: tuple[tuple[object, Reason], ...] = (
        (share, "share of an unknown whole"),
        (_is_ordinal(own, after), "ordinal"),
        (_is_age(own, before, after), "age"),
        (_is_clock(own, before, after), "clock time"),
        (_is_telephone(text, number, own, before), "telephone number"),
        (_is_name(own, before, after), "name or law"),
        (_is_score(text, numbers, at, before), "score or vote"),
        (_is_date(own, before, after, kind), "date"),
    )
    return next((reason for holds, reason in found if holds), None) or _no_people(number, before, after, kind)


def figure_against(text: str, start: int, end: int, kind: str) -> Reason | None:
    """Why the figures of ``text[start:end]`` count nothing where the text around tells so: the *One* of *One in five died*.

    ``None`` where one of them may be a count, and where the words alone hold no figure that could be one. Over the 5,937 annotated counts of
    the training texts it speaks against two.
    """
    low = max(0, start - NEAR)
    window = text[low : end + NEAR]
    if not _LETTER.search(window):
        return None  # nothing but figures, of which a text may hold tens of thousands
    lower = window.lower() if len(window.lower()) == len(window) else window
    alone = find_numbers(lower[start - low : end - low])
    if all(reason_against(lower[start - low : end - low], alone, at, kind) for at in range(len(alone))):
        return None
    every = find_numbers(lower)
    inside = [at for at, number in enumerate(every) if number.start < end - low and start - low < number.end]
    reasons = [reason_against(lower, every, at, kind) for at in inside]
    return reasons[0] if reasons and all(reasons) else None


def _is_share(text: str, numbers: Sequence[Number], at: int, after: str) -> bool:
    if _PERCENT.match(after) or _TO_PERCENT.match(after) or _PARTS.match(after):
        return True
    pairs = [(numbers[i], numbers[i + 1]) for i in (at - 1, at) if i >= 0 and i + 1 < len(numbers)]
    return any(_is_ratio(text, part, whole) for part, whole in pairs)


def _is_ratio(text: str, part: Number, whole: Number) -> bool:
    """Whether two figures tell a share: *one in five*, *nine out of ten*, *one villager in three*; not *two in three days*."""
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


def _is_ordinal(own: str, after: str) -> bool:
    if _ORDINAL.match(after):
        return True
    last = re.split(r"[\s-]", own)[-1]
    return (last in TENS or last in MULTIPLIERS) and _ORDINAL_END.match(after) is not None


def _is_age(own: str, before: str, after: str) -> bool:
    if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before):
        return True
    if after[:1] == "s" and not after[1:2].isalpha() and own.endswith("0") and _DECADE_OF_LIFE.search(before):
        return True
    if _NO_NOUN.match(after) and (_AGE_TOO.search(before) or _AGE_OF.search(before)):
        return True
    return bool(own.isdigit() and len(own) < 3 and _AGE_BESIDE.search(before) and _AGE_CLOSED.match(after))


def _is_clock(own: str, before: str, after: str) -> bool:
    if _CLOCK_AFTER.match(after) or _CLOCK_BEFORE.search(before):
        return True
    return bool(_AT.fullmatch(before) and _AT_END.match(after) and (not own.isdigit() or int(own) <= 24))


def _is_telephone(text: str, number: Number, own: str, before: str) -> bool:
    if own.isdigit() and ((own[0] == "0" and len(own) > 1) or _CALL.search(before)):
        return True
    low = max(0, number.start - 20)
    return any(
        low + found.start() < number.end and number.start < low + found.end() for found in _PHONE.finditer(text[low : number.end + 20])
    )


def _is_name(own: str, before: str, after: str) -> bool:
    if _LAW.search(before):
        return own.isdigit() or not _COUNTED.search(before)
    return bool((_LAW_TOO.search(before) or _NAMED.search(before)) and _NO_NOUN.match(after))


def _is_score(text: str, numbers: Sequence[Number], at: int, before: str) -> bool:
    """*2-1*, *a 52-48 vote*: a pair that falls is no range."""
    if _OTHER_VOTES.search(before):
        return True
    for first in (at - 1, at):
        if first < 0 or first + 1 >= len(numbers):
            continue
        one, two = numbers[first], numbers[first + 1]
        if text[one.end : two.start] not in _DASH or one.end == two.start or not text[one.start].isdigit() or not text[two.start].isdigit():
            continue
        if one.value > two.value and one.multiplier == two.multiplier:
            return True
        if _SCORE_BEFORE.search(text[max(0, one.start - NEAR) : one.start]) or _SCORE_AFTER.match(text[two.end : two.end + NEAR]):
            return True
    return False


def _is_date(own: str, before: str, after: str, kind: str) -> bool:
    if kind == "money":
        return False
    if _YEAR.fullmatch(own) and (_YEAR_BEFORE.search(before) or _DATE_BEFORE.search(before)):
        return re.match(r"\s+[a-z]", after) is None
    if kind == "days" or not own.isdigit() or int(own) > 31:
        return False
    return bool(_DATE_AFTER.match(after) or (_DATE_BEFORE.search(before) and _DATE_END.match(after)))


def _no_people(number: Number, before: str, after: str, kind: str) -> Reason | None:
    if kind in PERSONS:
        if _MEASURE_BEFORE.search(before) or _HYPHEN_UNIT.match(after) or _PLAIN_UNIT.match(after):
            return "length or measure"
        if number.value == 1 and _SINGULAR_UNIT.match(after):
            return "length or measure"
        if _MONEY_BEFORE.search(before) or _MONEY_AFTER.match(after):
            return "money"
    elif kind == "other" and _HYPHEN_TIME.match(after):
        return "length or measure"
    return None
