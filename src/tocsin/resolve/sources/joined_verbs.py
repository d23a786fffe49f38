"""Who speaks by a verb that *and* joins to one before it: *the mayor denied that shots were fired and said …*, *the union put the dead at nine and accused …*."""

from __future__ import annotations

import re

from tocsin.records import Span
from tocsin.resolve.sources.speaker_names import name_before

_REACH = 400
"""Code points before the second verb in which the first is looked for, so that the cost stays the same however long the sentence is."""
_FIRST = re.compile(r"\b(?:accused|declined|denied|described|dismissed|gave|insisted|put|rejected|ruled out)\b")
"""Verbs about what others say or did, whose subject mostly goes on to speak of it."""
_JOINED = re.compile(r"\b(?:and|but)(?: (?:also|later|then|now|he|she|they|it))?\s*$")
_ADVERBS = re.compile(r"(?: (?:also|later|has|have|had|had also|has also|earlier|again|\w+ly))+$")
_OPENING = re.compile(r"(?:[^\w;]|\b(?:and|but|while|meanwhile|later|however|on \w+day|in a statement)\b)*", re.IGNORECASE)


def joined_speaker(text: str, sentence: Span, verb: int) -> Span | None:
    """The subject of the verb at ``verb``, where an *and* right before it joins it to a verb whose subject opens the clause."""
    start = max(sentence.start, verb - _REACH)
    if _JOINED.search(text, max(start, verb - 20), verb) is None:
        return None
    start = max(start, text.rfind(";", start, verb) + 1)
    for first in _FIRST.finditer(text, start, verb):
        before = text[start : first.start()].rstrip()
        adverbs = _ADVERBS.search(before)
        name = name_before(text, start, start + len(before) - (len(adverbs[0]) if adverbs else 0))
        if name is not None and _OPENING.fullmatch(text, start, name.start):
            return name
    return None
