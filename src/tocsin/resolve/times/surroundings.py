"""What the text around the words of a time tells: the date that *that night* refers to, and whether the clause speaks of what is to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocsin.resolve.times.compose import PATTERNS
from tocsin.resolve.times.custody import runs_on
from tocsin.resolve.times.pieces import find_pieces
from tocsin.resolve.times.scene import Scene
from tocsin.resolve.times.stretch import Stretch, day
from tocsin.resolve.times.told_events import EVENT_WORDS, SENTENCE_BREAK, told_event_stretch
from tocsin.resolve.times.words import FULL_WEEKDAY, plain

REACH = 1_500
"""Characters of context that are read, the nearest to its end; 4,000 characters find no more anchors on the training texts."""

MOST_ANCHORS = 4
"""Dates that are tried as the anchor, the nearest first."""

CLAUSE = 60
"""Characters between a verb that looks ahead and its time; at 120 as many past acts as coming ones are caught on the training texts."""

# A full stop after a word that is too long for an abbreviation (*thurs.*): no time reaches over it.
_SENTENCE_END = re.compile(r"(?<=[a-z]{6}[.!?]) ")

# Words that are a month, a weekday or a season only with a capital or a figure beside them.
_OTHER_WORDS = re.compile(r"(?<!\d )(?<!\d of )\b(?:may|march|mar|sat|sun|wed|mon|fri|dec|jan|fall|spring|summer)\b(?!\.? \d)")
_AHEAD = re.compile(
    r"\b(?:will|'ll|shall|would|is to|are to|is due|are due|due to|scheduled|set for|reopens?|takes? effect|takes? place|have until|"
    r"is expected|are expected|must|hopes? to|intends? to|upcoming|next week|next month|undert(?:ake|aken|ook) to|promis(?:e|es|ed|ing) (?:to|them|him|her|that)|agreed (?:to|for)|pledged to|vowed to|plans? to|planned for)\b"
    r"(?! (?:not |never )?have\b)(?! not be )[^.;:!?\n]{0," + str(CLAUSE) + r"}$"
    # "leaves on Friday", "the visit, which ends on Friday": with a comma between, as many are past acts as coming ones
    r"|\b(?:leaves|arrives|departs|travels|returns|heads|flies|begins|starts|opens|ends|expires|resumes|visits|starting)\b[^.,;:!?\n]{0,40}$"
)


_WEEKDAY = re.compile(rf"\b{FULL_WEEKDAY}\b")
_WEEKDAYS_ONLY = re.compile(rf"(?:on )?{_WEEKDAY.pattern}(?:(?:,| and| to| or|-) ?{_WEEKDAY.pattern})*")
_NEXT_WEEK = re.compile(r"\bnext week\b[^.;:!?\n]*$")

_LEANS = re.compile(
    r"\b(?:same|that|then|next|following|previous|preceding|later|earlier|before|after|prior|afterwards|on$|day|morning|afternoon|evening|night|"
    r"hours?|noon|midnight|midday|dawn|dusk|daybreak|sun(?:rise|set)|nightfall|lunch\w*|breakfast|supper|dinner|teatime|[ap]\.?m|o'clock)\b|"
    r"\d[:.]\d|^\d+$|\b\d{4} (?:gmt|hrs)"
)


def leans_on_anchor(words: str) -> bool:
    """Whether words in the plain spelling may refer to a date told before. Most (*Monday*, *2015*) do not, and no context is read."""
    return _LEANS.search(words) is not None


def find_anchors(context: str, words: str, scene: Scene) -> Iterator[Stretch]:
    """Dates that the context names before the words, the nearest first; all of them count where the context does not hold the words.

    They are looked for a sentence at a time, because most often the first one serves and the rest of the context need not be read.
    """
    text = plain(_OTHER_WORDS.sub("_", context[-REACH:]))
    own = plain(words)
    at = text.rfind(own) if own else -1
    text = text[:at] if at >= 0 else text
    cuts = [0, *(m.start() for m in _SENTENCE_END.finditer(text)), len(text)]
    for start, end in zip(cuts[-2::-1], cuts[:0:-1], strict=True):
        for piece in reversed(find_pieces(text[start:end], scene, PATTERNS)):
            if piece.kind not in {"clock", "nothing"} and piece.value is not None:
                yield piece.value


def told_event(context: str, words: str, plainly: str, scene: Scene) -> Stretch | None:
    """The time that is counted from an event which the context dates (*the day after the vote*), ``None`` where there is none."""
    if not EVENT_WORDS.search(plainly):
        return None
    at = context.rfind(words)
    before = _OTHER_WORDS.sub("_", (context[:at] if at >= 0 else context)[-REACH:])
    return told_event_stretch(plainly, before, scene, PATTERNS)


def term_from(context: str, words: str, scene: Scene) -> Stretch | None:
    """The day on which a term of custody begins, where the words are the length of one: the date told in its sentence, else publication."""
    at = context.rfind(words)
    before = context[max(0, at - REACH) : at] if at >= 0 else ""
    if not runs_on(before, words):
        return None
    sentence = plain(_OTHER_WORDS.sub("_", SENTENCE_BREAK.split(before)[-1]))
    days = [
        p.value
        for p in find_pieces(sentence, scene, PATTERNS)
        if p.value and p.value.first == p.value.last and p.kind in {"day", "weekday"}
    ]
    return days[-1] if days else day(scene.published, relative=True) if scene.published else None


def in_next_week(context: str, words: str, plainly: str) -> str:
    """Bare weekdays behind *next week* in a clause as those of that week: *visits next week … on Thursday*. All other words stay."""
    at = context.rfind(words)
    if at < 0 or not _WEEKDAYS_ONLY.fullmatch(plainly) or not _NEXT_WEEK.search(context[max(0, at - 2 * CLAUSE) : at].lower()):
        return plainly
    return _WEEKDAY.sub(r"\g<0> next week", plainly)


def looks_ahead(context: str, words: str) -> bool:
    """Whether the clause before the words speaks of what is to come: *will return on* Friday, *agreed to reopen it by* Easter."""
    at = context.rfind(words)
    return at >= 0 and _AHEAD.search(context[max(0, at - 2 * CLAUSE) : at].lower().rstrip() + " ") is not None
