"""Where the sentences of a text end: what the reader sees together, what rules ask for, and what is shown around an event's words."""

from __future__ import annotations

import re

from tocsin.records import Span

_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“‘'])(?:[A-Za-z]|Mr|Mrs|Ms|Dr|St|Sr|Jr|Gen|Col|Lt|Maj|Capt|Sgt|Rev|Sen|Rep|Gov|Prof|Pres|Hon|No|Nos|vs|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|[A-Z](?:\.[A-Z])+)$",
)
_BOUNDARY = re.compile(r"(?<![.!?])[.!?]+[\"”’')\]]*\s+|(?<!\s)\s*\n\s*")
"""Begins with the first of several marks or spaces alone, so that a row of ten thousand dots is looked at once and not from each dot on."""


def sentences(text: str) -> list[Span]:
    """Sentences of ``text`` in order, without the white space between them.

    A blank line always ends a sentence. A line break or a full stop does not where the text goes on in lower case (hard-wrapped lines,
    abbreviations), unless the whole text is written in lower case. A full stop after an abbreviation or an initial does not.
    """
    found: list[Span] = []
    cased = sum(map(str.isupper, text)) * 100 > len(text)  # news in sentence case has three capitals in a hundred characters or more
    start = len(text) - len(text.lstrip())
    for boundary in _BOUNDARY.finditer(text, start):
        following = text[boundary.end() : boundary.end() + 1]
        if cased and following.islower() and boundary.group().count("\n") < 2:
            continue
        mark = boundary.group().lstrip("\"”’')]")
        before = text[max(start, boundary.start() - 12) : boundary.start()]
        if mark.startswith(".") and "\n" not in boundary.group() and _ABBREVIATION.search(before):
            continue
        end = boundary.start() + len(boundary.group().rstrip())
        if end > start:
            found.append(Span(start, end))
            start = boundary.end()
    end = len(text.rstrip())
    if end > start:
        found.append(Span(start, end))
    return found
