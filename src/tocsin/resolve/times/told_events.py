"""Times that lean on another event of the text: *the day after the vote*, *since the coup*, *on the eve of the summit*.

The event's date is the one that stands nearest to the same noun, or a verb of the same stem (*was killed*, *the killing*), earlier in the
text, in the same sentence. Nothing is guessed: a noun without a date beside it anywhere leaves the time unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocsin.resolve.times.lengths import moved_by
from tocsin.resolve.times.pieces import Pattern, find_pieces
from tocsin.resolve.times.scene import Scene
from tocsin.resolve.times.stretch import Stretch, plus_days, stretch
from tocsin.resolve.times.words import QUANTITY, UNITS_OF_TIME, plain
from tocsin.resolve.word_lists import listed

_EVENT = r"(?:the|that|this|his|her|their|its|last|saturday's|sunday's|monday's|tuesday's|wednesday's|thursday's|friday's) (?P<event>[a-z' -]{3,60})$"
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("eve", re.compile(rf"\b(?:eve|night before|day before) (?:of )?{_EVENT}")),
    ("moved", re.compile(rf"\b(?:(?:{QUANTITY} |the )?{UNITS_OF_TIME}) (?P<way>after|before|following|prior to|ahead of|from) {_EVENT}")),
    ("since", re.compile(rf"^(?:ever |in the (?:days|weeks|months|years) )?(?:since|after|following) {_EVENT}")),
    (
        "during",
        re.compile(rf"^(?:the (?:day|night|morning|evening|time|week) of|on the (?:day|night|morning|evening) of|during|amid|at) {_EVENT}"),
    ),
)
EVENT_WORDS = re.compile(
    r"\b(?:after|before|since|following|of|during|amid|from|prior to|ahead of|at) (?:the|that|this|his|her|their|its|[a-z]+day's) [a-z]"
)
"""What all those shapes hold; most times do not, and then no context is read."""
SENTENCE_BREAK = re.compile(r"(?<=[a-z\d\"')]{2}[.!?])\s+|\n+")
"""Between two sentences: behind a stop that two small letters or figures precede, which those of initials and abbreviations are not."""
_NO_EVENT = listed(
    "day days night week weeks month months year years time times past future end start beginning morning evening afternoon weekend hours "
    "hour minutes moment period same country city"
)
"""Heads of phrases that are times or things, no events."""
_TAIL = re.compile(r"\b(?:of|in|at|on|by|for|against|with|between|that|which|when|where|near|outside|over|to|from)\b.*$")
_SUFFIX = re.compile(r"(?:ations?|ings?|tions?|ments?|ers?|ed|es|s|ion|ions|e|al)$")
_IRREGULAR = {"shot": "shoot", "died": "death", "dead": "death", "held": "hold", "voted": "vot", "fled": "flight", "struck": "strik"}

STEM = 3
"""Letters of a stem at least; shorter ones join words that have nothing in common."""


def told_event_stretch(words: str, context: str, scene: Scene, patterns: tuple[Pattern, ...]) -> Stretch | None:
    """The time that ``words`` (in the plain spelling) count from an event told in ``context``; ``None`` where they name none, or no date is told for it."""
    for name, shape in _SHAPES:
        match = shape.search(words)
        stem = stem_of(match["event"]) if match else None
        if match is None or stem is None:
            continue
        for when in _dates_beside(stem, context, scene, patterns):
            found = _applied(name, match, when, scene)
            if found is not None:
                return found
    return None


def stem_of(event: str) -> str | None:
    """The stem of the head noun of a phrase: *killing of two men* is ``kill``."""
    words = _TAIL.sub("", event).split()
    if not words or words[-1] in _NO_EVENT:
        return None
    return _stem(words[-1].removesuffix("'s"))


def _stem(word: str) -> str | None:
    stem = _IRREGULAR.get(word, word)
    cut = _SUFFIX.sub("", stem)
    return cut if len(cut) >= STEM else stem if len(stem) >= STEM else None


def _dates_beside(stem: str, context: str, scene: Scene, patterns: tuple[Pattern, ...]) -> Iterator[Stretch]:
    """Dates of the sentences that hold the stem, the nearest sentence first, in each the date nearest to the word."""
    for sentence in reversed(SENTENCE_BREAK.split(context)):
        text = plain(sentence)
        at = [m.start() for m in re.finditer(r"[a-z]+", text) if _stem(m[0]) == stem]
        if not at:
            continue
        pieces = find_pieces(text, scene, patterns)
        dated = [(p.start, p.value) for p in pieces if p.value is not None and p.kind not in {"clock", "nothing"}]
        if dated:
            yield min(dated, key=lambda one: min(abs(one[0] - place) for place in at))[1]


def _applied(name: str, match: re.Match[str], when: Stretch, scene: Scene) -> Stretch | None:
    if name == "eve":
        return stretch(plus_days(when.first, -1), plus_days(when.first, -1), relative=True)
    if name == "moved":
        return moved_by(when, match)
    if name == "since":
        if scene.future or scene.published is None or scene.published < when.first:
            return None
        return stretch(when.first, scene.published, relative=True)
    return Stretch(when.first, when.last, when.precision, relative=True)
