"""The times that one sentence names, those of :mod:`tocsin.resolve.times.finder` and some that running text names in passing: *at dawn*,
*for five days*, *on the 22nd*, *the 2014 protests*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.records import Span
from tocsin.resolve.grammar.clause_signs import HEADER
from tocsin.resolve.times.finder import time_quotes
from tocsin.resolve.times.words import FULL_WEEKDAY

_NUMBER = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty|a few|several|"
    r"a couple of|many|more than \w+)"
)
_UNIT = r"(?:minutes?|hours?|days?|nights?|evenings?|weeks?|fortnights?|months?|years?|decades?)"
_HOUR = r"(?:morning|afternoon|evening|night|dawn|dusk|noon|midnight|midday|nightfall|daybreak|small hours)"
_NTH = r"(?:\d\d?(?:st|nd|rd|th)|first|second|third|fifth|tenth|twentieth)"
_PASSING: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE | re.MULTILINE))
    for kind, pattern in (
        ("year of a thing", r"\b(?:the|his|its|her|our|their|[’']s) (?P<time>(?:19|20)\d\d)(?= [a-z])"),
        (
            "length",
            rf"\b(?:for|over|with|in|within|during) (?P<time>(?:the (?:past|last) )?{_NUMBER} {_UNIT})\b(?! (?:in prison|in jail|jail|ago|later))",
        ),
        ("length of a thing", r"(?P<time>\b\w{1,20}-(?:day|night|hour|week|month|year)(?: ?-?long)?)(?= [a-z])(?! old)"),
        ("day of the month", rf"\b(?:on|until|to|of|by|since) (?P<time>the {_NTH})\b(?! [a-z]+)"),
        (
            "part of a day",
            rf"\b(?:in|at|by|before|during|until|since|after|from|till|around) (?P<time>(?:the )?(?:early |late )?{_HOUR})\b(?! (?:of|prayers|bulletin))",
        ),
        ("season", r"\b(?P<time>(?:last |this |next |the )?(?:spring|summer|autumn|winter))\b(?! [a-z]+ing)"),
        ("stamp", r"^(?P<time>\d{1,2}[:.]\d\d)(?=[ \n])"),
        (
            "vague",
            r"\b(?P<time>recently|previously|(?:earlier|later) in the (?:day|week)|at once|in recent (?:days|weeks|months|years)|now|soon|since then)\b",
        ),
    )
)
_COUNTED = re.compile(
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|several) (?:on|in|at) (?=\w)", re.IGNORECASE
)
"""What people are counted by before a time: *released four on Thursday*."""
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("weekday", re.compile(FULL_WEEKDAY, re.IGNORECASE)),
    ("year", re.compile(r"^(?:the )?(?:19|20)\d\d$")),
    ("hour", re.compile(r"\d[:.]\d\d|\d ?[ap]\.?m\b", re.IGNORECASE)),
    ("past", re.compile(r"ago|earlier|last|yesterday|past", re.IGNORECASE)),
    ("ahead", re.compile(r"next|tomorrow|coming", re.IGNORECASE)),
    ("later", re.compile(r"\b(?:later|after|before|same|that|following|previous)\b", re.IGNORECASE)),
    ("month", re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)),
)
_PREPOSITION = re.compile(
    r"\b(on|in|at|by|since|until|till|for|from|during|of|after|before|over|within|to|between|the)\s+(?:the )?$", re.IGNORECASE
)
_BEFORE, _BEHIND = 16, 16
"""Code points before a time in which its preposition stands, and behind it in which a header goes on."""


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time without its preposition. ``kind`` is a short word for what it is: ``weekday``, ``year``, ``length`` …"""

    span: Span
    kind: str


def time_phrases(text: str, sentence: Span) -> list[TimePhrase]:
    """The times of a sentence in reading order, none over another; the date of a page's header is none. Takes time in proportion to its length."""
    words = text[sentence.start : sentence.end]
    found: list[TimePhrase] = []
    for quote in time_quotes(words):
        if HEADER.search(words, quote.start, quote.end + _BEHIND):
            continue
        counted = _COUNTED.match(quote.text)
        start = quote.start + (counted.end() if counted else 0)
        kind = next((name for name, pattern in _KINDS if pattern.search(words[start : quote.end])), "other")
        found.append(TimePhrase(Span(start, quote.end), kind))
    kept: list[TimePhrase] = []
    # Of two at one place the finder's counts; what the patterns add begins anywhere.
    for phrase in sorted([*found, *_in_passing(words)], key=lambda phrase: (phrase.span.start, phrase.kind not in _FOUND)):
        if kept and phrase.span.start < kept[-1].span.end:
            if phrase.kind in _FOUND and kept[-1].kind not in _FOUND:
                kept[-1] = phrase
            continue
        kept.append(phrase)
    return [TimePhrase(Span(sentence.start + one.span.start, sentence.start + one.span.end), one.kind) for one in kept]


_FOUND = frozenset(name for name, _ in _KINDS) | {"other"}


def time_signs(text: str, phrase: TimePhrase) -> Iterator[str]:
    """What a time itself and its preposition tell: ``kind weekday``, ``on``, ``bare`` without any."""
    yield f"kind {phrase.kind}"
    joined = _PREPOSITION.search(text[max(0, phrase.span.start - _BEFORE) : phrase.span.start])
    yield joined[1].lower() if joined else "bare"


def _in_passing(words: str) -> Iterator[TimePhrase]:
    for kind, pattern in _PASSING:
        yield from (TimePhrase(Span(found.start("time"), found.end("time")), kind) for found in pattern.finditer(words))
