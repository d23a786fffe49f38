"""When a report was published: who tells it, in which words, and whether the text contradicts it.

In order of trust: the user or the input's own column (``given``), the page's machine-readable data (``metadata``), a dateline with its
year at the head of the report (``dateline``), a visible line of the page (``page``). The first that tells a date is taken; one that is
not ``given`` is put to the test of :mod:`tocsin.ingest.doubt`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from tocsin.ingest.dates import find_dates
from tocsin.ingest.doubt import doubt_of
from tocsin.records import Furniture, Published

_DATED_KINDS = ("stamp", "byline", "date line", "share")
_LABEL = re.compile(r"\b(?:published|posted|issued|story is from)\b", re.IGNORECASE)
_UPDATE = re.compile(r"\b(?:updated|modified|printed)\b", re.IGNORECASE)

# PLACE, date (AGENCY) — · (PLACE, date) · PLACE (AGENCY), date – · date. Place …
_PLACE = r"[A-ZÀ-ÖØ-Þ][\w.'’/-]*(?:[ ,]+(?:[A-ZÀ-ÖØ-Þ][\w.'’/-]*|de|del|la|al|el|and|of|le|da|do))*"
_BEFORE = re.compile(rf"[\"“(\[\s]*(?:{_PLACE}\s*(?:\([^()\n]{{2,40}}\))?\s*[,(/–—-]*\s*)?[\[(]?$")
_AFTER = re.compile(r"[)\]]?\s*(?:[(/][^()\n]{2,40}[)/]?)?\s*(?:[-–—:]{1,2}(?=\s|$)|\.(?=\s|$)|$)")
DATELINE_REACH = 110
"""Characters from a paragraph's start within which a dateline ends."""


def published_of(
    text: str, furniture: tuple[Furniture, ...], *, given: Published | None = None, metadata: Published | None = None
) -> Published | None:
    """The publication date of ``text`` with its evidence, ``doubt`` set where the text contradicts it; ``None`` where nobody tells it."""
    if given is not None:
        return given
    dateline = _dateline(text, furniture)
    visible = None if dateline or metadata else _visible(text, furniture)
    published = metadata or (dateline[0] if dateline else None) or (visible[0] if visible else None)
    if published is None:
        return None
    outside = tuple((part.start, part.end) for part in furniture) + ((dateline[1],) if dateline else ())
    return replace(published, doubt=doubt_of(text, published, bare=visible is not None and visible[1], outside=outside))


def given_by_user(day: dt.date) -> Published:
    """The date that the user gave for all texts."""
    return Published(day, "given", f"given by the user: {day.isoformat()}")


def _dateline(text: str, furniture: tuple[Furniture, ...]) -> tuple[Published, tuple[int, int]] | None:
    """A dateline that names its year, in one of the first three paragraphs, and where it stands."""
    paragraphs = [match for match in re.finditer(r"[^\r\n]+", text) if match.group().strip()]
    unmarked = [match for match in paragraphs if not any(part.start <= match.start() + 1 < part.end for part in furniture)]
    for paragraph in unmarked[:3]:
        start = paragraph.start()
        for written in find_dates(text, start, min(paragraph.end(), start + DATELINE_REACH))[:1]:
            if written.date is None or not _BEFORE.fullmatch(text, start, written.start):
                continue
            after = _AFTER.match(text, written.end, paragraph.end())
            if after:
                evidence = text[start : after.end()].strip()
                return Published(written.date, "dateline", evidence), (start, after.end())
    return None


def _visible(text: str, furniture: tuple[Furniture, ...]) -> tuple[Published, bool] | None:
    """The date of a visible line and whether that line is a bare date. A line that says "published" goes before one that does not."""
    found: list[tuple[int, Published, bool]] = []
    for part in furniture:
        if part.kind not in _DATED_KINDS:
            continue
        words = text[part.start : part.end]
        for written in find_dates(words):
            if written.date is None:
                continue
            line = next(line.strip() for line in words.splitlines() if words[written.start : written.end].splitlines()[0] in line)
            rank = 0 if _LABEL.search(words[: written.start]) else 2 if _UPDATE.search(words[: written.start]) else 1
            found.append((rank, Published(written.date, "page", line), part.kind == "date line"))
    if not found:
        return None
    _, published, bare = min(found, key=lambda one: one[0])
    return published, bare
