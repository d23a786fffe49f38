"""The table of signs by which a figure counts nobody: what stands in it and right beside it, in lower case. ``docs/counts.md`` lists them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tocsin.records import MEASURED
from tocsin.resolve.counts.figure_pairs import DASH, NO_NOUN, YEAR
from tocsin.resolve.counts.numbers import MULTIPLIERS, TENS

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
_TO_12_OR_WORDS = r"0*(?:\d|1[0-2])|[a-z]+"
_WHOLE_DAY = r"(?:[01]\d|2[0-4])[0-5]\d"
"""*1510*."""
_WITH_POINT = r"(?:[01]?\d|2[0-4])\.[0-5]\d"
"""*15.10*."""
_LINE_START = r"(?:^|\n)[\s*•(\[–—-]*"
_ZONE = r"gmt|utc|cet|cest|eet|eest|bst|est|edt|pst|pdt|msk|ist|wib|sast|aest|aedt|local time|hrs|hours local"
_AT = (
    r"\b(?:at|by|from|until|till|since|before|after|around|about|between|to)(?: (?:about|around|exactly|precisely|approximately|roughly))? "
)
_BEGINS = (
    r"\b(?:(?:gather|assembl|beg[aiu]n|start|arriv|open|clos|end|finish|march|ralli|explod|happen|occur|resum|stopp?)(?:e?s|e?d|ing)?"
    r"|meets?|met|set (?:off|out)|left|leaves?|c[ao]me|went off|struck|scheduled|due|planned|called|broke)(?: (?!puts?\b|stands?\b|stood\b|estimat|number|toll|total|figure|count"
    r"|attendance|crowd|turnout|strength|limit)[\w’'-]+){0,5} at (?:about |around |exactly )?"
)
"""A verb that tells when something began, some words, and *at*. *The toll stands at 10* has none."""
_PART_OF_DAY = r"[ap]\.?m\b|o['’]clock|in the (?:morning|afternoon|evening)|at night|this (?:morning|afternoon|evening)|tonight"
_ONE = r"one|0*1(?:\.0*)?"
_LARGE = "million|billion|lakhs?|crores?|thousand"
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
    r"|nh|interstate|motorway|expressway|freeway|boeing|airbus|covid|latitude|longitude"
)
_MAKES = r"\b(?:ak|mi|mig|su|tu|nh|bm|fn|ss|rpg|covid|highway|interstate|route|level) ?- ?"
"""What a hyphen ties to the number of a make: *AK -47*, *Highway-37*."""
_YEAR_OF = (
    r"protests?|massacre|uprising|coup|war|elections?|vote|polls?|riots?|pogrom|crackdown|revolution|revolt|invasion|constitution|law|act"
    r"|agreement|accord|deal|summit|census|ceasefire|budget|season|report"
)
_STREET = r"street|st\.?|avenue|ave\.?|road|rd\.?|lane|boulevard|blvd\.?|drive"
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
        _sign(before=r"[^\W\d_][’'.]? ?, ", own=r"[1-9]\d", after=r" ?, ?(?!including|mostly|among|most\b|all\b|of\b|\d)"),
        _sign(before=r"\b(?:his|her|their|my|early|mid|late|mid-|late-|early-)\s?", own=r".*0", after=r"s(?![^\W\d_])"),
    ),
    "clock time": (
        _sign(
            after=r":[0-5]\d\b|[\s-]*(?:o'clock|[ap]\.?m\b\.?)|\s?(?:gmt|utc|hrs\b|local time|hours local)"
            r"|\s(?:in the (?:morning|afternoon|evening)|at night)\b"
        ),
        _sign(before=r"\d\s?:"),
        _sign(own=rf"{_WITH_POINT}|\d{{1,4}}", after=rf"\s?(?:{_ZONE})\b|h(?:[0-5]\d)?\b", never=_MEASURED),
        _sign(own=_WHOLE_DAY, after=rf"\s*\(\d{{3,4}}\s?(?:{_ZONE})\b"),
        _sign(before=_AT, own=_WHOLE_DAY, after=r"\s?hours?\b", never=_MEASURED),
        _sign(before=_LINE_START, own=rf"{_WHOLE_DAY}|{_WITH_POINT}", after=r"\s?(?::(?!\d)|[–—|]|-\s|\n)"),
        _sign(before=_AT, own=_WITH_POINT, after=rf"{NO_NOUN}|\s(?:local|today|yesterday|to|until)\b", never=_MONEY),
        _sign(own=rf"{_TO_24_OR_WORDS}", after=rf"\s?(?:to|and|until|till|[{DASH}])\s?\d{{1,2}}(?:[.:][0-5]\d)?\s?(?:{_PART_OF_DAY})"),
        _sign(before=r"\b(?:half|minutes?|quarter) past |\bquarter to |\bminutes? (?:to|before|after) ", own=_TO_12_OR_WORDS),
        _sign(before=_BEGINS, own=_TO_12_OR_WORDS, after=rf"{NO_NOUN}|\s(?:sharp|today|yesterday|to|this)\b"),
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
        _sign(before=rf"\b(?:{_LAW}) (?:\d+[a-z]? ?\()?|№ ?|#", own=r"\d.*"),
        _sign(before=rf"\b(?:{_LAW}) ", after=NO_NOUN),  # "chapter six of the code", and not "by this act six people died"
        _sign(before=_MAKES, own=_FIGURES),
        _sign(
            before=r"\b(?:at|near|outside|opposite) ",
            own=_FIGURES,
            after=rf"\s(?:[nsew]\.? )?(?!in\b|on\b|at\b|of\b|near\b|along\b)(?:[\w’'-]+ ){{1,3}}(?:{_STREET})(?![a-z])",
        ),
        _sign(before=r"\bnumbers? ", own=_FIGURES),  # in words it is a verb: "the dead number five"
        _sign(before=rf"\b(?:numbers?|{_LAW}) (?:\d[\d()a-z]{{0,5}}(?:,| and|, and| or| to|-) ?)+", after=NO_NOUN),
        _sign(
            before=rf"(?<!\bthe )(?<!\ba )(?<!\bthis )(?<!\bthat )(?<!\bone )(?<!\bof )(?<![a-z]'s )\b(?:{_PLACE_OR_UNIT}) ", after=NO_NOUN
        ),
    ),
    "score or vote": (_sign(before=r"\bvotes? (?:to|against|and|for) "), _sign(after=r"\s(?:goals?|wickets?)\b")),
    "date": (
        _sign(before=rf"\b(?:in|since|of|by|during|until)\s*|{_MONTH_BEFORE}", own=YEAR, after=r"(?!\s+[a-z])", never=_MONEY),
        _sign(own=_TO_31, after=rf"(?: of)?[ -](?:(?:{_MONTH})(?![a-z])|(?:march|may){_DATED})", never=_MEASURED),
        _sign(before=_MONTH_BEFORE, own=_TO_31, after=_DATED, never=_MEASURED),
        _sign(before=rf"\bon (?:{_MONTH}|march|may) ", own=_TO_31, never=_MEASURED),
        _sign(before=r"\bon ", own=_TO_31, after=r"\s(?:march|may)\b", never=_MEASURED),
        _sign(before=rf"(?:{_MONTH_BEFORE})(?:\d{{1,2}}(?:st|nd|rd|th)?,? )?", own=YEAR, never=_MONEY),
        _sign(before=r"\bthe ", own=YEAR, after=rf"\s(?:{_YEAR_OF})\b", never=_MONEY),
        _sign(before=r"\b(?:between|from) ", own=YEAR, after=rf"\s?(?:and|to|until|till|[{DASH}])\s?{YEAR}\b", never=_MONEY),
        _sign(before=rf"\b(?:between|from) {YEAR}\s?(?:and|to|until|till|[{DASH}])\s?", own=YEAR, after=NO_NOUN, never=_MONEY),
        _sign(own=r"\d{1,2}\.\d{1,2}", after=r"\.\d{2,4}\b"),
        _sign(own=YEAR, after=rf"[{DASH}][01]\d[{DASH}][0-3]\d\b"),
        _sign(before=rf"\b{YEAR}[{DASH}](?:[01]\d[{DASH}])?", own=r"[0-3]\d"),
        _sign(own=_TO_31, after=rf"[{DASH}]\d{{1,2}}[{DASH}]{YEAR}\b"),
        _sign(before=rf"\d[{DASH}]", own=r"\d{1,2}", after=rf"[{DASH}]{YEAR}\b"),
        _sign(before=rf"\d[{DASH}]\d{{1,2}}[{DASH}]", own=YEAR),
    ),
    "length or measure": (
        _sign(own=r"\d+\.(?:\d{1,2}|\d{4,6})", after=rf"(?!\s?(?:to|or|and|[{DASH}])\s?[\d.]+\s?(?:m|bn|cr|{_LARGE})\b)", only=PERSONS),
        _sign(before=r"(?:^|[\s(])\.", own=_FIGURES),
        _sign(own=_FIGURES, after=r"(?!s\b)[a-z]{1,2}(?![^\W_])", only=PERSONS),
        _sign(own=r"[\d.]+", after=r"\s?[°º˚]"),
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
