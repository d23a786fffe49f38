"""Figures that count nobody: shares of a whole that is not told, ordinals, ages, lengths, scores, dates, telephone numbers, names and laws.

:data:`SIGNS` tells for each reason what stands in a figure and right beside it, in lower case; :data:`PAIRS` what it makes with another
figure. ``docs/counts.md`` lists them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tocsin.records import MEASURED
from tocsin.resolve.counts.figure_pairs import DASH, NEAR, NO_NOUN, YEAR, is_score, is_share, is_telephone
from tocsin.resolve.counts.numbers import MULTIPLIERS, TENS, Number, find_numbers

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

PERSONS = frozenset({"participants", "arrested", "killed", "injured", "abducted", "displaced", "released", "sentenced"})
"""Kinds that count people: no length, no sum of money and no score is one of them."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A figure that counts nobody, told by its own words and those right before and behind it; ``None`` where any will do.

    ``only`` are the kinds of count that such a figure is none of, ``None`` for all; of a kind in ``never`` it may be one.
    """

    before: re.Pattern[str] | None
    own: re.Pattern[str] | None
    after: re.Pattern[str] | None
    only: frozenset[str] | None
    never: frozenset[str]

    def holds(self, before: str, own: str, after: str, kind: str) -> bool:
        """Whether a figure and what stands around it, in lower case, are of this sign."""
        return (
            (self.only is None or kind in self.only)
            and kind not in self.never
            and (self.after is None or self.after.match(after) is not None)
            and (self.own is None or self.own.fullmatch(own) is not None)
            and (self.before is None or self.before.search(before) is not None)
        )


def _sign(
    *,
    before: str | None = None,
    own: str | None = None,
    after: str | None = None,
    only: frozenset[str] | None = None,
    never: frozenset[str] = frozenset(),
) -> Sign:
    return Sign(_compiled(before and f"(?:{before})$"), _compiled(own), _compiled(after), only, never)


def _compiled(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern, re.DOTALL) if pattern else None


_MONEY = frozenset({"money"})
_MEASURED = frozenset(MEASURED)

_FIGURES = r"\d+"
_TO_31 = r"0*(?:[12]?\d|3[01])"
_TO_24_OR_WORDS = r"0*(?:1?\d|2[0-4])|.*\D.*"
_ONE = r"one|0*1(?:\.0*)?"
_UNIT = (
    r"seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|kms?|kilomet(?:re|er)s?|met(?:re|er)s?"
    r"|miles?|feet|foot|ft|inch(?:es)?|yards?|cm|mm|acres?|hectares?|kg|kilos?|kilograms?|grams?|tonnes?|tons?|lit(?:re|er)s?|degrees?"
    r"|mph|kph|kmh|knots|times|points?|votes?|seats?|goals?|magnitude|calib(?:re|er)"
)
_MONTH = (
    r"january|february|april|june|july|august|september|october|november|december|jan\b\.?|feb\b\.?|apr\b\.?|jun\b\.?|jul\b\.?|aug\b\.?"
    r"|sept?\b\.?|oct\b\.?|nov\b\.?|dec\b\.?"
)
_MONTH_BEFORE = rf"\b(?:{_MONTH}|march|may) "
_DATED = r"(?=\s*(?:$|[^\w\s]|(?:19|20)\d\d\b|(?:attacks?|protests?|massacre|uprising|coup|vote|elections?|raid|ceasefire|movement)\b))"
_LAW = (
    r"sections?|articles?|clauses?|nos?\.?|paragraphs?|routes?|highways?|acts?|resolutions?|chapters?|pages?|levels?|phases?"
    r"|rules?|decrees?|laws?|amendments?|annex|protocols?|directives?|flights?|magnitude|channels?|versions?"
)
_PLACE_OR_UNIT = (
    "camp|unit|gate|brigade|battalion|regiment|ward|district|zone|sector|room|class|grade|type|radio|line|block|platform|terminal|stage|day"
    "|part|cell|plot|post|checkpoint|bridge|station|apartment|flat"
)

SIGNS: Mapping[Reason, tuple[Sign, ...]] = {
    "share of an unknown whole": (
        _sign(after=r"[\s-]*(?:%|percent\b|per\s?cent\b|pc\b|percentage\b)"),
        _sign(after=r"\s*(?:-| )\s*(?:to|or|and|-)?\s*\d[\d.,]*\s*(?:%|percent|per cent)"),
        _sign(after=r"[\s-]+(?:halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?)\b"),
        _sign(after=r"\s?[/⁄]\s?\d"),
        _sign(before=r"\d\s?[/⁄]\s?"),
    ),
    "ordinal": (
        _sign(after=r"(?:st|nd|rd|th)\b"),
        _sign(
            own=rf"(?:.*[\s-])?(?:{'|'.join([*TENS, *MULTIPLIERS])})",
            after=r"(?:\s|-|\sand\s)(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)\b",
        ),
    ),
    "age": (
        _sign(after=rf"[\s{DASH}]*(?:years?|months?|weeks?|days?|yrs?)[\s{DASH}]olds?\b|[\s{DASH}]*years? of age\b"),
        _sign(before=r"\b(?:aged?|ages)(?: between| from| of)?\s*"),
        _sign(before=r"\b(?:aged|ages|age)(?: between| from| of)? [\w-]+(?:, [\w-]+)*(?:,? ?(?:and|to|or|-) ?|, )", after=NO_NOUN),
        _sign(
            before=r"\b(?:boys?|girls?|child|youth|man|woman|teenager|baby|pupil|student|mother|father|pensioner) of |(?:as young|as old) as ",
            after=NO_NOUN,
        ),
        _sign(before=r"\b(?:an?|his|her|another) [a-z-]+(?: [a-z-]+)?, ", own=r"\d{1,2}", after=r"\s*(?:$|[,.;)])"),
        _sign(before=r"\b(?:his|her|their|my|early|mid|late|mid-|late-|early-)\s?", own=r".*0", after=r"s(?![^\W\d_])"),
    ),
    "clock time": (
        _sign(
            after=r":[0-5]\d\b|[\s-]*(?:o'clock|[ap]\.?m\b\.?)|\s?(?:gmt|utc|hrs\b|local time|hours local)"
            r"|\s(?:in the (?:morning|afternoon|evening)|at night)\b"
        ),
        _sign(before=r"\d:"),
        _sign(before=r"^(?:at|by)(?: about| around| exactly| precisely)? ", own=_TO_24_OR_WORDS, after=r"\s*(?:$|,|on\b)"),
    ),
    "telephone number": (
        _sign(own=r"0\d+"),
        _sign(
            before=r"\b(?:call|calls|phone|telephone|dial|tel|tel\.|hotline|helpline|fax|text|sms|whatsapp)"
            r"(?: us| on| at| number| no\.?|:)* ?[+()\d -]*",
            own=_FIGURES,
        ),
    ),
    "name or law": (
        _sign(before=rf"\b(?:{_LAW}) |№ ?|#"),
        _sign(before=r"\bnumbers? ", own=_FIGURES),  # in words it is a verb: "the dead number five"
        _sign(before=rf"\b(?:numbers?|{_LAW}) (?:\d[\d()a-z]{{0,5}}(?:,| and|, and| or| to|-) ?)+", after=NO_NOUN),
        _sign(
            before=rf"(?<!\bthe )(?<!\ba )(?<!\bthis )(?<!\bthat )(?<!\bone )(?<!\bof )(?<![a-z]'s )\b(?:{_PLACE_OR_UNIT}) ", after=NO_NOUN
        ),
    ),
    "score or vote": (_sign(before=r"\bvotes? (?:to|against|and|for) "),),
    "date": (
        _sign(before=rf"\b(?:in|since|of|by|during|until)\s*|{_MONTH_BEFORE}", own=YEAR, after=r"(?!\s+[a-z])", never=_MONEY),
        _sign(own=_TO_31, after=rf"(?: of)?[ -](?:(?:{_MONTH})(?![a-z])|(?:march|may){_DATED})", never=_MEASURED),
        _sign(before=_MONTH_BEFORE, own=_TO_31, after=_DATED, never=_MEASURED),
    ),
    "length or measure": (
        _sign(before=r"\bmagnitude(?: of)? ", only=PERSONS),
        _sign(after=rf"\s?[{DASH}]\s?(?:{_UNIT})\b", only=PERSONS),
        _sign(
            after=rf"\s(?:square |cubic )?(?=(?:\w*s|feet|kmh?|ft|cm|mm|kg|mph|kph|magnitude|calib(?:re|er))\b)(?:{_UNIT})\b|\s?(?:°|[º˚])",
            only=PERSONS,
        ),
        _sign(own=_ONE, after=rf"\s(?:{_UNIT})\b(?=\s*(?:$|[^\w\s]))", only=PERSONS),
        _sign(after=rf"[{DASH}](?:minute|hour|day|night|week|month|year)\b", only=frozenset({"other"})),
    ),
    "money": (
        _sign(before=r"(?:[$£€₹₦¥₽]|\brs\.?) ?", only=PERSONS),
        _sign(
            after=r"\s*(?:[$£€₹]|(?:us |american |australian |canadian )?(?:dollars?|euros?|pounds?|rupees?|pesos?|yen|yuan|francs?|rou?bles?"
            r"|shillings?|dinars?|nairas?|liras?|rials?|riyals?|dirhams?|birr|takas?|baht|cents)\b)",
            only=PERSONS,
        ),
    ),
}
"""The first reason that has a sign of a figure is the one that is told."""

Pair: TypeAlias = Callable[[str, Sequence[Number], int], bool]
PAIRS: Mapping[Reason, Pair] = {"share of an unknown whole": is_share, "telephone number": is_telephone, "score or vote": is_score}
"""For these reasons the figures beside are looked at too."""

_LETTER = re.compile(r"[^\W\d_]")


def reason_against(text: str, numbers: Sequence[Number], at: int, kind: str) -> Reason | None:
    """Why the number at index ``at`` of a text counts nobody and nothing; ``None`` where it may be a count of ``kind``.

    ``text`` is in lower case, ``numbers`` are all its numbers (:func:`tocsin.resolve.counts.numbers.find_numbers`).
    """
    number = numbers[at]
    before, after = text[max(0, number.start - NEAR) : number.start], text[number.end : number.end + NEAR]
    own = text[number.start : number.end]
    for reason, signs in SIGNS.items():
        if any(sign.holds(before, own, after, kind) for sign in signs) or (reason in PAIRS and PAIRS[reason](text, numbers, at)):
            return reason
    return None


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
