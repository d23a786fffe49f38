"""Where an act was, by its own sentence: only where that names no place does the sentence before count (codebook, section 1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tocsin.records import Document, Mention, Quote
from tocsin.resolve.sentence import Sentences


def with_own_places(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without the places of other sentences where their own sentence names one.

    A reader that sees several sentences at once gives arrests in Kisumu the Mombasa of the sentence before.
    """
    sentences = Sentences(document.text)
    return tuple(replace(mention, places=_own(mention, sentences)) for mention in mentions)


def _own(mention: Mention, sentences: Sentences) -> tuple[Quote, ...]:
    number = sentences.number(mention.trigger.start)
    own = tuple(quote for quote in mention.places if sentences.number(quote.start) == number)
    return own or mention.places
