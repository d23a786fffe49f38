"""Whose figure a count is: its own source, else the one that its sentence gives, else the mention's where it stands in that sentence too.

The reader gives a mention one source, and counts share it; a sentence often gives rival figures or none at all.
"""

from __future__ import annotations

from tocsin.records import Mention, Quote
from tocsin.resolve.sentence import Sentences
from tocsin.resolve.sources import named, source_of, sources_in


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
    return told if told is not None and span.start <= told.start < span.end else None
