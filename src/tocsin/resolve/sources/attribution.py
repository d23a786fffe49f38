"""Whose figure a count is: its own source, else the one that its sentence gives, else the mention's where it stands in that sentence too.

The reader gives a mention one source, and counts share it; a sentence often gives rival figures or none at all.
"""

from __future__ import annotations

import re

from tocsin.records import Mention, Quote, Span
from tocsin.resolve.grammar.pronouns import is_pronoun
from tocsin.resolve.sources.reach import Source, Sources

_GOES_ON = re.compile(r"It (?:also )?(?:had|has) (?:also |since |already )?(?!been\b)[a-z]+")


def claimant_of(sources: Sources, mention: Mention, position: int) -> Quote | None:
    """The source of the count at ``position`` of ``mention``; ``None`` is the report's own voice. ``sources`` are those of the mention's text."""
    count = mention.counts[position]
    if count.said_by is not None:
        return count.said_by
    source = sources.of(count.quote.start, count.quote.end)
    if source is not None:
        return _meant(source, mention) or sources.named(source)
    told, span = mention.said_by, sources.sentences.at(count.quote.start)
    if told is not None and span.start <= told.start < span.end:
        between = sources.text[min(told.end, count.quote.end) : max(told.start, count.quote.start)]
        return None if ";" in between else told
    return _continued(sources, span)


def _meant(source: Source, mention: Mention) -> Quote | None:
    """Whom a pronoun means by what was found for the act itself: *He said 34 were held* is told by one man, whether of the act or of its number."""
    told = mention.said_by
    if source.quote is None or told is None or not is_pronoun(source.quote.text) or is_pronoun(told.text):
        return None
    return told if told.end <= source.start else None


def _continued(sources: Sources, span: Span) -> Quote | None:
    """The source whose report goes on in the next sentence: *…, according to the Relief Circle. It had taken 33 wounded to a clinic*."""
    before = sources.sentences.before(span.start)
    if before is None or not _GOES_ON.match(sources.text, span.start):
        return None
    found = sources.beside(before.start)
    return sources.named(found[-1]) if found else None
