"""Times in running text, each with its words and its interval: what ``tocsin times`` prints."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from tocsin.records import Furniture, Quote, TimeValue
from tocsin.resolve.sentence import Sentences
from tocsin.resolve.times import resolve_time
from tocsin.resolve.times.surroundings import REACH
from tocsin.resolve.times.words import FULL_WEEKDAY

LONGEST_SENTENCE = 2_000
"""Characters of a sentence that are read in one; a longer one (digits without end, a table) is cut there, so that time stays linear."""

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DAY = r"(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|a few|several|a couple of|the)"
_UNIT = r"(?:minute|hour|day|night|week|weekend|fortnight|month|year|decade)s?"
_SIDE = r"(?:last|next|this|past|coming|previous|following|same|that)"
_PART = r"(?:morning|afternoon|evening|night|noon|dawn|midnight|midday)"
_YEAR = r"(?:19|20)\d\d(?!\d|[.,]\d|%)"
_FEAST = (
    r"(?:ramad?h?an|ramzan|eid(?: al-\w+)?|ashura|passover|yom kippur|rosh hashanah|hanukkah|easter(?: sunday| monday)?|good friday|christmas(?: eve| day)?|"
    r"new year'?s? (?:eve|day)|(?:lunar|chinese) new year|diwali|thanksgiving|nowruz|independence day|may day|women's day)"
)
_CORE = re.compile(
    rf"\b(?:{FULL_WEEKDAY}|(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? ?[ /-]?)?{_MONTH}(?:,? ?\d{{1,2}}(?:st|nd|rd|th)?(?![\d:]|,\d))?(?:,? {_YEAR})?|\d{{4}}[-/.]\d\d?[-/.]\d\d?|"
    rf"\d\d?[/.-]\d\d?[/.-]\d{{4}}|(?<=in ){_YEAR}|(?<=since ){_YEAR}|(?<=of ){_YEAR}|(?<=by ){_YEAR}|(?<=until ){_YEAR}|(?<=from ){_YEAR}|(?<=during ){_YEAR}|"
    rf"(?:early|late|mid)[ -]{_YEAR}|between {_YEAR} and {_YEAR}|q[1-4](?: {_YEAR})?|(?:(?:19|20)\d|')\d?0s|today|tonight|yesterday|tomorrow|overnight|midweek|"
    rf"{_SIDE} (?:{_NUMBER} )?(?:{_UNIT}|{_PART}|quarter|{_MONTH})|{_NUMBER} {_UNIT} (?:ago|earlier|later|before|after)|the (?:day|night|week) (?:before|after)|"
    rf"the (?:coming|next|past|last) (?:{_NUMBER} )?{_UNIT}|the (?:weekend|small hours|early hours)|\d{{1,2}}[:.]\d\d ?(?:[ap]\.?m\.?|gmt|utc)|\d{{1,2}} ?[ap]\.?m\b|{_FEAST})(?!\w)"
)
_LEAD = re.compile(
    r"(?:\b(?:between|from|since|until|till|by|before|after|early|late|mid|earlier|later|the|of|on|in|and|end|start|beginning|middle|eve|week|weekend|"
    rf"night|morning|evening|afternoon|half|first|second|third|fourth|last|quarter|around|about|just|shortly|month|year|this|next|noon|midnight|dawn|at|"
    rf"{_NUMBER}|{_UNIT}|{_DAY}|{_MONTH}|\d{{1,2}}[:.]\d\d|\d{{1,2}} ?[ap]\.?m)[\s,.-]{{1,2}})*$"
)
_TAIL = re.compile(
    rf"(?:[\s,-]{{1,2}}(?:(?:and|to|until|through|or|of|on|at|in|the|this|last|next|early|late)[\s-])*(?:{FULL_WEEKDAY}|{_MONTH}(?: \d{{1,2}}(?!\d))?|{_YEAR}|"
    rf"{_PART}|week|year|month|ago|\d{{1,2}}[:.]\d\d|\d{{1,2}} ?[ap]\.?m\.?|gmt|last year|this year|next year|last week|next week)\b)*"
)
_WEAK = re.compile(r"^(?:on|in|at|the|of|and|about|around|just|by)[\s,]+")
_NUMBER_ALONE = re.compile(rf"(?!an?\b|the\b){_NUMBER},? (?:on|in|at|by|late on|early on) ")
_ABBREVIATED = re.compile(r"\b(?:[ap]\.m|jan|feb|mar|apr|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun)\.$")
_CAPITALS = re.compile(r"^(?:may|march|mar|jan|dec|sat|sun|mon|fri|wed|apr|jun|jul|aug|sep|oct|nov|feb)\.?$")


def find_times(text: str, furniture: Sequence[Furniture] = (), *, published: dt.date | None = None) -> list[tuple[Quote, TimeValue]]:
    """The times that a text names, in its order, each with its interval: that of :func:`resolve_time` for its words in their context.

    ``published`` is the report's date; without it weekdays stay unknown. What lies in ``furniture`` is passed over. Never raises on any text,
    and takes time in proportion to its length.
    """
    return [(quote, _resolved(text, quote, published)) for quote in time_quotes(text, furniture)]


def _resolved(text: str, quote: Quote, published: dt.date | None) -> TimeValue:
    return resolve_time(quote.text, published=published, context=text[max(0, quote.start - REACH) : quote.end])


def time_quotes(text: str, furniture: Sequence[Furniture] = ()) -> Iterator[Quote]:
    """The words alone of the times that :func:`find_times` finds, at a tenth of its cost."""
    for start, end in _stretches(text):
        if any(part.start <= start < part.end for part in furniture):
            continue
        piece = text[start:end]
        lower = piece.lower() if len(piece.lower()) == len(piece) else piece
        at = 0
        for core in _CORE.finditer(lower):
            if core.start() < at or (_CAPITALS.match(core[0]) and not piece[core.start()].isupper()):
                continue
            first, last = _widened(lower, core.start(), core.end(), at)
            last -= piece[last - 1] in ".," and not _ABBREVIATED.search(lower[first:last])
            yield Quote(start + first, start + last, piece[first:last])
            at = last


def _widened(lower: str, start: int, end: int, least: int) -> tuple[int, int]:
    """The words before and behind that belong to a time: *late last* Monday, Monday *night*; prepositions that only join are left out."""
    back = max(least, start - 60)
    lead = _LEAD.search(lower, back, start)
    first = lead.start() if lead else start
    while (weak := _WEAK.match(lower[first:start])) is not None:
        if lower.startswith("the ", first) and re.match(
            r"(?:the )(?:\w+ )?(?:of|before|after)\b|the (?:day|night|week|end|start|eve|first|last|past)", lower[first:end]
        ):
            break
        first += weak.end()
    first += _number_alone(lower, first, start)
    tail = _TAIL.match(lower, end)
    return first, tail.end() if tail else end


def _number_alone(lower: str, first: int, start: int) -> int:
    """The length of a number that counts no time before the words of one: *rose to seven on Tuesday*."""
    number = _NUMBER_ALONE.match(lower, first, start)
    return number.end() - first if number else 0


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The sentences, long ones cut."""
    sentences = Sentences(text)
    at = 0
    while at < len(text):
        span = sentences.at(at)
        end = max(span.end, at + 1)
        for start in range(at, end, LONGEST_SENTENCE):
            yield start, min(start + LONGEST_SENTENCE, end)
        at = end + (len(text[end : end + 200]) - len(text[end : end + 200].lstrip()))
