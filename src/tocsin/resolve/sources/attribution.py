"""Whose figure a count is: its own source, else the one that its sentence gives, else the mention's where it stands in that sentence too.

The reader gives a mention one source, and counts share it; a sentence often gives rival figures or none at all.
"""

from __future__ import annotations

import re

from tocsin.records import Mention, Quote, Span
from tocsin.resolve.sentence import Sentences
from tocsin.resolve.sources.reach import named, source_of, sources_in

_GOES_ON = re.compile(r"It (?:also )?(?:had|has) (?:also |since |already )?(?!been\b)[a-z]+")


def claimant_of(text: str, mention: Mention, position: int, sentences: Sentences | None = None) -> Quote | None:
    """The source of the count at ``position`` of ``mention``; ``None`` is the report's own voice."""
    count = mention.counts[position]
    if count.said_by is not None:
        return count.said_by
    sentences = sentences or Sentences(text)
    span = sentences.at(count.quote.start)
    source = source_of(sources_in(text, span), text, span, count.quote.start, count.quote.end)
    if source is not None:
        return named(text, sentences, source)
    told = mention.said_by
    if told is not None and span.start <= told.start < span.end:
        between = text[min(told.end, count.quote.end) : max(told.start, count.quote.start)]
        return None if ";" in between else told
    return _continued(text, sentences, span)


def _continued(text: str, sentences: Sentences, span: Span) -> Quote | None:
    """The source whose report goes on in the next sentence: *…, according to the Relief Circle. It had taken 33 wounded to a clinic*."""
    before = sentences.before(span.start)
    if before is None or not _GOES_ON.match(text, span.start):
        return None
    found = sources_in(text, before)
    return named(text, sentences, found[-1]) if found else None
