"""A news page to its report: the article's text with a line for each paragraph, its headline, publisher, address and dates.

trafilatura finds the text and, through htmldate, the publication date; :func:`evidence_of` looks up in the page what stands behind that
date. Readers' comments are left out. A page without an article is refused.
"""

from __future__ import annotations

import datetime as dt
import html
import logging
import re
from dataclasses import dataclass
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from tocsin.ingest.dates import parse_date
from tocsin.ingest.options import IngestOptions
from tocsin.ingest.published import given_by_user
from tocsin.ingest.refusals import no_article
from tocsin.ingest.text import document_from_text
from tocsin.records import Document, Published, Refusal

SHORTEST = 60
"""Characters: a page with less running text than this is a teaser, a paywall's sentence or an error message."""

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE
)
_LANGUAGE = re.compile(r"""<html[^>]{0,500}?\slang\s*=\s*["']?([A-Za-z_-]+)""", re.IGNORECASE)
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]))(?:;|(?![\da-f]))", re.IGNORECASE
)
MOST_ATTRIBUTES = 500
"""Attributes of one element that are kept. The time that the extractor and its parser take grows with their square: 50,000 took half a minute.
Pages made for people have at most a few dozen."""

_ATTRIBUTE = r"""[\s/]*+[^\s<>"'/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s<>"']++))?+"""
_CROWDED = re.compile(rf"(<[a-z][^\s<>/]*+(?:{_ATTRIBUTE}){{{MOST_ATTRIBUTES}}})(?:{_ATTRIBUTE})++", re.IGNORECASE)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")


def declared_charset(data: bytes) -> str | None:
    """The encoding that the page names in its first 4,096 bytes (browsers look at 1,024; real pages put long scripts before it)."""
    match = _CHARSET.search(data[:4096])
    return None if match is None else (match[1] or match[2]).decode("ascii", "replace")


def document_from_html(page: str, source: str, options: IngestOptions) -> Document | Refusal:
    """The report on ``page``, or a refusal where it holds none."""
    page = _mended(page)
    found = _extract(page)
    if found is None:
        return no_article(source, "no article text was found in the page")
    if len(found.text) < SHORTEST:
        return no_article(source, f"the page holds only {len(found.text)} character{'' if len(found.text) == 1 else 's'} of running text")
    language = _LANGUAGE.search(page)
    return document_from_text(
        found.text,
        published=given_by_user(options.published) if options.published else None,
        metadata=evidence_of(page, found.day, found.url) if found.day else None,
        id=source,
        source=source,
        title=found.title,
        publisher=found.publisher,
        url=found.url,
        language=language[1] if language else None,
    )


def _mended(page: str) -> str:
    """The page without what the extractor does not get over. It gives up the whole of a page for an XML head that names an encoding, for
    control characters, also as ``&#x1f;``, and for a fragment's lack of a root; it takes minutes for an element with endless attributes.
    """
    page = _CROWDED.sub(r"\1", _CONTROLS.sub(" ", _XML_HEAD.sub("", page)))
    return page if re.search(r"<(?:html|body)\b", page, re.IGNORECASE) else f"<html><body>{page}</body></html>"


@dataclass(frozen=True, slots=True)
class _Article:
    text: str
    title: str | None
    publisher: str | None
    url: str | None
    day: dt.date | None


def _trafilatura() -> ModuleType:
    # Loaded with the first page only: trafilatura brings lxml and takes 0.4 s, which plain text and tables need not wait for.
    import trafilatura  # noqa: PLC0415

    # its complaints about odd pages would else go to standard error: a page that fails is a refusal with its reason
    for name in ("trafilatura", "htmldate", "courlan"):
        if not (logger := logging.getLogger(name)).handlers:
            logger.addHandler(logging.NullHandler())
    return trafilatura


# The first date of publication, not the last change. The extensive search is off: it takes the year of a copyright line for a first of
# January, and no date is better than that.
_DATES = {"original_date": True, "extensive_search": False}


def _extract(page: str) -> _Article | None:
    found: Any = _trafilatura().bare_extraction(page, include_comments=False, with_metadata=True, date_extraction_params=_DATES)
    if found is None or not found.text or not found.text.strip():
        return None
    # one line a paragraph: the extractor leaves empty lines
    lines = (" ".join(line.split()) for line in found.text.splitlines())
    return _Article(
        text="\n".join(line for line in lines if line),
        title=_clean(found.title),
        publisher=_publisher(found.sitename, found.hostname),
        url=found.url or None,
        day=parse_date(found.date or ""),
    )


def _clean(words: str | None) -> str | None:
    return " ".join(html.unescape(words).split()) or None if words else None


def _publisher(site: str | None, host: str | None) -> str | None:
    return _clean(site) or (host.removeprefix("www.") if host else None)


def evidence_of(page: str, day: dt.date, url: str | None = None) -> Published:
    """Where in ``page`` the date stands: markup made for machines (``metadata``) before words made for readers (``page``)."""
    iso = day.isoformat()
    compact = f"{day:%Y%m%d}"
    for tag in re.finditer(r"<(?:meta|time|abbr|span)\b[^>]{0,400}>", page, re.IGNORECASE):
        # a picture's address often carries a date, which proves nothing
        if "://" not in tag[0] and (iso in tag[0] or compact in tag[0]):
            return Published(day, "metadata", " ".join(tag[0].split())[:200])
    if named := re.search(rf'"date(?:Published|Created)"\s*:\s*"{iso}[^"]*"', page):
        return Published(day, "metadata", named[0])
    path = urlsplit(url).path if url else ""
    if re.search(rf"{day.year}[/-]?0?{day.month}[/-]?0?{day.day}(?!\d)", path):
        return Published(day, "metadata", f"address {url}")
    for form in (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%b} {day.day}, {day.year}",
        f"{day.day} {day:%b} {day.year}",
    ):
        if form in page:
            return Published(day, "page", form)
    return Published(day, "metadata", f"htmldate: {iso}")
