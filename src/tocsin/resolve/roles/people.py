"""Whether a figure can be a number of people: no age, hour, day or name, and not *two barrels*."""

from __future__ import annotations

import re

from tocsin.records import Quote

_BEHIND = 80
"""Code points behind a figure in which the thing stands that it counts."""
_OTHER_WORD = r"(?!(?:in|on|at|of|by|for|to|from|with|and|or|were|was|are|is|who|that|which|had|have|has|during|after|as|when|under|over|near|outside|before|whose|where|whom|took|taking|take|people|persons|men|women)\b)[\w'’-]+"
_THINGS = re.compile(
    rf"^\s*(?:{_OTHER_WORD}\s+){{0,3}}?(?:vehicles?|cars?|houses?|homes|huts?|shops?|stalls?|shots?|rounds?|bullets?|cartridges|km|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|yards"
    r"|o'clock|days?|hours?|years?|months?|weeks?|minutes?|nights?|villages?|towns?|cit(?:y|ies)|provinces?|districts?|states?|countries|quarters?|schools?|stations?|depots?"
    r"|times|per ?cent|percent|%|points?|seats?|votes?|tonnes?|tons?|lit(?:re|er)s?|dollars?|euros?|pesos?|rupees?|lines?|buses|bus|lorr(?:y|ies)|trucks?|tanks?|boats?|ships?"
    r"|trains?|jets?|planes?|aircraft|gates?|communities|shipyards?|boxes|millimet(?:re|er)s?|helicopters?|drones?|missiles?|rockets?|bombs?|shells?|explosions?|blasts?|attacks?|sites?|checkpoints?|bridges?|head of|cattle|sheep|goats?"
    r"|cows?|charges|counts|cases|laws?|demands?|banners?|barrels?|guns?|rifles?|weapons?|pistols?|grenades?|machetes|phones?|computers?|buildings?|flats?|stores?|factor(?:y|ies)"
    r"|mines?|camps?|posts?|bases?|hectares|acres|floors?|metres|degrees|letters?|pages?|copies|parties|groups?|gangs?|unions?|raids|strikes|rallies|marches|meetings|rows"
    r"|signatures|lists|questions|articles|bags?|sacks?|stones?|motorcycles?|motorbikes?|bicycles?|wells?|bakeries|courts?|a\.m\.|p\.m\.|am|pm|th|st|nd|rd|more than once|units?|sides?|regions?|parts?|channels?|clubs?|firms|companies|makers|teams?|head|organi[sz]ations|newspapers|outlets|languages|munitions?|lamps?|explosives?)(?=\s*(?:[^\w\s]|$)|\s(?:in|on|at|of|by|for|to|from|with|and|or|were|was|are|is|had|have|has|who|that|which|as|when|after|near|outside|across|under|over|would|will|could|did|do|before|since|into|out|off|away|down|up|along|about|\w+ed|\w+ing|went|came|burnt|left|fell|hit|struck|exploded|landed)\b)",
    re.IGNORECASE,
)
"""What is counted is no person."""

_NOBODY = re.compile(
    r"(?:up from .*|.*\b(?:more|fewer|less) than|none|nobody|no one|neither|zero|from \w+)|.*[-–](?:days?|hours?|minutes?|weeks?|months?|years?|man|party|wheeler|storey)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:both|one)", re.IGNORECASE)
_PUT_AT_ONE = re.compile(
    r"\b(?:dead|deaths|toll|killed|wounded|injured|hurt|arrested|detained|arrests|missing|abducted|figure|number(?: of [\w’'-]+)?) (?:at|is|was|to|stands at) $",
    re.IGNORECASE,
)
"""*Put the dead at one*."""
_NO_NOUN = re.compile(
    r"\s*(?:[^\w\s]|$|(?:of|in|at|on|and|or|had|has|have|was|were|is|are|said|from|to|by|for|with|who|that|which|could|will|would|side|sides)\b)"
)
"""What follows *one* and *both* where they are no number of people."""
_AGE_BEFORE = re.compile(
    r"\b(?:as young as|as old as|aged?|age of|who (?:is|was)|(?:man|woman|boy|girl|youth|pensioner) of|[Dd]ay|[Nn]umber) $|[^\W\d_]+['’\"”]? ?, $"
)
_AGE_IN_WORDS = re.compile(
    r"\b(?:as young as|as old as|aged?|aged [\w-]+ and|age of|(?:father|mother|parents?|[Aa] (?:man|woman|boy|girl|youth|pensioner)) of) $"
)
_BEFORE_THAT = re.compile(r"\b(?:up|down) from $|\binstead of $|\brather than $")
"""A number that holds no longer."""
_AGE_AFTER = re.compile(r"\s*(?:[,.)]|$)")
_NAMED = re.compile(r"(?<![.!?] )(?<!^)\b(?!Police\b)[A-Z][\w’'-]+ $")
"""*Gate 2*, *Extension 4*: part of a name."""
_LISTED = re.compile(r" (?:more|fewer|less) than\b|/|\.\d\d\b|\)| in the (?:morning|afternoon|evening)| o['’]clock| at night| each\b")
_DATE_BEFORE = re.compile(
    r"\b(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|January|February|March|April|May|June|July|August|September|October|November|December) $"
)
_CLOCK = re.compile(r":\d\d|[-–]year|\s?(?:a\.m|p\.m|am\b|pm\b|hrs)")


def counts_people(text: str, quote: Quote) -> bool:
    """Whether a figure can be a number of people: no age, hour or name, and not *two barrels*."""
    return not _no_count(text, quote) and not _THINGS.match(text[quote.end : quote.end + _BEHIND])


def counts_things(text: str, quote: Quote) -> bool:
    """Whether a figure is a number, and of things: *two barrels*."""
    return not _no_count(text, quote) and bool(_THINGS.match(text[quote.end : quote.end + _BEHIND]))


def _no_count(text: str, quote: Quote) -> bool:
    """Pronouns, ages, days of a month and clock times."""
    before, alone = text[max(0, quote.start - 30) : quote.start], _AGE_AFTER.match(text, quote.end)
    pronoun = _PRONOUN.fullmatch(quote.text) and _NO_NOUN.match(text, quote.end) and not _PUT_AT_ONE.search(before)
    if _NOBODY.fullmatch(quote.text) or pronoun:
        return True
    if _LISTED.match(text, quote.end) or (
        quote.text.isdigit() and alone and len(quote.text) < 3 and (_AGE_BEFORE.search(before) or _NAMED.search(before))
    ):
        return True
    if _AGE_IN_WORDS.search(before) or _BEFORE_THAT.search(before):
        return True
    dated = quote.text.isdigit() and len(quote.text) < 3 and _DATE_BEFORE.search(before)
    return bool(dated or _CLOCK.match(text, quote.end))
