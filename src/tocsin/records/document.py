"""A text from one publisher, the words in it, and what is no report."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

PublishedMethod: TypeAlias = Literal["given", "metadata", "dateline", "page"]
"""Who told the publication date: the user or the input's own column, the page's machine-readable metadata, a dateline, a visible line."""


@dataclass(frozen=True, slots=True)
class Span:
    """Code-point offsets ``[start, end)`` into ``Document.text``."""

    start: int
    end: int

    def quoted(self, text: str, score: float = 1.0) -> Quote:
        """The words of ``text`` there."""
        return Quote(self.start, self.end, text[self.start : self.end], score)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document at their offsets: ``document.text[start:end] == text``.

    ``score`` is the reader's probability (0 to 1) that the words fill their role; 1 when a person or a rule put them there.
    """

    start: int
    end: int
    text: str
    score: float = 1.0

    @property
    def span(self) -> Span:
        """Where they stand."""
        return Span(self.start, self.end)


def meet(one: Span | Quote, other: Span | Quote) -> bool:
    """Whether two pieces of one text share a code point."""
    return one.start < other.end and other.start < one.end


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date and the evidence for it. ``doubt`` says why the date is not trusted (a header that the text contradicts)."""

    date: dt.date
    method: PublishedMethod
    evidence: str
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A part of the text that is no report (menu, header date, comment form): marked and passed over, never cut."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text from one publisher.

    ``id`` is the input's own or derived from ``source``; ``source`` is a path, a path with a row number, a URL or ``-``.
    ``published`` is ``None`` where no date was found; one that carries a ``doubt`` must not be used to resolve times.
    """

    id: str
    text: str
    source: str
    published: Published | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    furniture: tuple[Furniture, ...] = ()

    @property
    def trusted_date(self) -> dt.date | None:
        """The publication date, where one was found and nothing speaks against it."""
        return self.published.date if self.published and not self.published.doubt else None


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that is not read, kept aside with its reason: never an exception, never silence.

    ``reason`` is a short fixed word (``empty``, ``too large``, ``not text``, ``unreadable``, ``broken row``, ``not English`` …);
    ``detail`` is one clear sentence that names the input and the mend.
    """

    source: str
    reason: str
    detail: str
