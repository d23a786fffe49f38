"""Plain text to a :class:`~tocsin.records.Document`: as given, code point for code point, with furniture, language and date told."""

from __future__ import annotations

import datetime as dt

from tocsin.ingest.encoding import without_surrogates
from tocsin.ingest.furniture import find_furniture, is_sentence
from tocsin.ingest.language import language_of
from tocsin.ingest.published import given_by_user, published_of
from tocsin.records import Document, Furniture, Published

TITLE_LENGTH = 200
"""Characters: a longer first line is no headline."""


def document_from_text(
    text: str,
    *,
    published: dt.date | Published | None = None,
    metadata: Published | None = None,
    id: str = "text",  # noqa: A002 the record's own word
    source: str = "-",
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Document:
    """A document of a text that is at hand.

    The text is kept as it is, but that a lone surrogate, which no file and no database can hold, becomes U+FFFD in its place.

    Args:
        text: the report, with or without page furniture around it.
        published: the date that the user or the input's column gives; it is trusted.
        metadata: a date from machine-readable data; the text may cast doubt on it.
        id: the document's id.
        source: where it came from.
        title: its headline; where none is given, a first line that looks like one is taken.
        publisher: who published it.
        url: its address.
        language: the code that the input names; believed only where the text is surely not English and does not tell its language.
    """
    text, _ = without_surrogates(text)
    furniture = find_furniture(text)
    given = given_by_user(published) if isinstance(published, dt.date) else published
    return Document(
        id=id,
        text=text,
        source=source,
        published=published_of(text, furniture, given=given, metadata=metadata),
        title=title or _headline(text, furniture),
        publisher=publisher,
        url=url,
        language=language_of(_report(text, furniture), language),
        furniture=furniture,
    )


def _report(text: str, furniture: tuple[Furniture, ...]) -> str:
    """What is left of a text without its furniture; all of it where nothing is left."""
    parts, at = [], 0
    for part in furniture:
        parts.append(text[at : part.start])
        at = part.end
    rest = "".join([*parts, text[at:]])
    return rest if rest.strip() else text


def _headline(text: str, furniture: tuple[Furniture, ...]) -> str | None:
    """The first line of the report where it is short, no sentence, and something follows it."""
    lines = [line.strip() for line in _report(text, furniture).splitlines() if line.strip()]
    if len(lines) < 2 or len(lines[0]) > TITLE_LENGTH or is_sentence(lines[0]) or lines[0].islower():
        return None
    return lines[0].lstrip("\ufeff")
