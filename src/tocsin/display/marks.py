"""Where the words of mentions stand in their text, and the text cut up by them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tocsin.records import Mention, Quote, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a text in the role that they fill for a mention: ``trigger``, ``actor`` … ``said_by``, ``issue``."""

    start: int
    end: int
    role: str
    mention: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text between two borders of marks, with the marks that hold it, the longest first; none for plain words."""

    start: int
    text: str
    marks: tuple[Mark, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of the marks, each once."""
        return tuple(dict.fromkeys(mark.role for mark in self.marks))


def marks_of(mentions: Iterable[Mention]) -> tuple[Mark, ...]:
    """The marks that mentions leave on their text: triggers and every quote."""
    found = (Mark(quote.start, quote.end, role, mention.id) for mention in mentions for role, quote in _quotes(mention))
    return tuple(sorted(set(found), key=lambda mark: (mark.start, -mark.end, mark.mention, mark.role)))


def pieces(text: str, marks: Iterable[Mark], within: Span | None = None) -> Iterator[Piece]:
    """Cut ``text`` (or the part ``within``) at every border of a mark. The pieces joined are the text."""
    start, end = (within.start, within.end) if within else (0, len(text))
    touching = [mark for mark in marks if mark.start < end and mark.end > start]
    borders = sorted({start, end, *(at for mark in touching for at in (mark.start, mark.end) if start < at < end)})
    for left, right in pairwise(borders):
        holding = [mark for mark in touching if mark.start <= left and mark.end >= right]
        yield Piece(left, text[left:right], tuple(sorted(holding, key=lambda mark: mark.start - mark.end)))


def _quotes(mention: Mention) -> Iterator[tuple[str, Quote]]:
    yield "trigger", mention.trigger
    for role, quotes in (
        ("actor", mention.actors),
        ("recipient", mention.recipients),
        ("place", mention.places),
        ("time", mention.times),
        ("count", tuple(count.quote for count in mention.counts)),
        ("said_by", tuple(quote for quote in (mention.said_by, *(count.said_by for count in mention.counts)) if quote)),
        ("issue", (mention.issue,) if mention.issue else ()),
    ):
        for quote in quotes:
            yield role, quote
