"""Whom a printed text is credited to: ``(AFP)`` after a dateline or at the end, ``Reuters contributed to this report``.

News agencies are told by their names (``data/agencies.tsv``) wherever a credit may stand; any other name is taken only from a form that
nothing but a credit has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, TypeAlias

from tocsin.resolve.countries import plain

CreditForm: TypeAlias = Literal["dateline", "byline", "closing", "contributed", "publisher"]
"""Where the credit stands. ``contributed`` says that the agency gave a part: the paper wrote the rest."""

_OPENING, _CLOSING = 400, 400
"""Characters at the text's beginning and end in which a credit may stand."""

_NAME = r"(?P<name>(?:the )?[A-Z][\w.&’'-]*(?:[ /-](?:of|and|the|d[eu]|[A-Z][\w.&’'-]*)){0,4})"
_AGENCIES = r"(?P<name>[A-Za-z][^\n()]{1,60}?)"

_DATELINE = re.compile(rf"^\W{{0,3}}[A-Z][^\n(]{{0,60}}\({_NAME}\)\s*(?:[-–—:]|--)", re.MULTILINE)
_BYLINE = re.compile(rf"^\s*(?:By|by) (?:[^\n,|]{{2,60}}[,|] ?| ?){_AGENCIES}\s*$", re.MULTILINE)
_LAST_LINE = re.compile(rf"(?:^|[.!?”\"]\s*|\n)[\s(\[–—-]*(?:Source:? |© ?(?:\d{{4}} )?|Agency: )?{_AGENCIES}(?: \d{{4}})?[)\]]?\s*\.?\s*$")
_BRACKETED = re.compile(rf"(?:[.!?”\"]\s*|\n\s*)[(\[]{_NAME}[)\]]\s*\.?\s*$")
_CONTRIBUTED = re.compile(
    rf"{_NAME} (?:also )?contributed (?:to )?(?:this|the) (?:report|story|article)"
    rf"|(?:[Ww]ith (?:additional )?(?:reporting|files|inputs?|material|agency inputs?|information) (?:by|from)|[Rr]eporting by|[Ww]ritten by) {_NAME.replace('name', 'other')}"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """A credited agency by its short name, where the credit stands, and its offsets in the text: none for ``publisher``."""

    agency: str
    form: CreditForm
    start: int = 0
    end: int = 0


def credit_of(text: str, publisher: str | None = None) -> Credit | None:
    """The agency that a text is credited to; a text that an agency itself published is its own. ``None`` where no credit stands."""
    own = _agency(publisher)
    return Credit(own, "publisher") if own else next(credits_in(text), None)


def credits_in(text: str) -> Iterator[Credit]:
    """Every credit that stands in a text, the surest first."""
    opening, closing = text[:_OPENING], max(0, len(text.rstrip()) - _CLOSING)
    end = len(text.rstrip())
    if found := _DATELINE.search(opening):
        yield Credit(_agency(found["name"]) or found["name"], "dateline", *found.span())
    if found := _CONTRIBUTED.search(text, closing, end):
        name = found["name"] or found["other"]
        if agency := _agency(name) or (_bare(name) if found["name"] else None):
            yield Credit(agency, "contributed", *found.span())
    for found in _BYLINE.finditer(opening):
        if agency := _agency(found["name"]):
            yield Credit(agency, "byline", *found.span())
    if (found := _LAST_LINE.search(text, closing, end)) and (agency := _agency(found["name"])):
        yield Credit(agency, "closing", found.start("name"), found.end())
    if found := _BRACKETED.search(text, closing, end):
        yield Credit(_agency(found["name"]) or _bare(found["name"]), "closing", found.start("name"), found.end())


def _bare(name: str) -> str:
    return re.sub(r"^the ", "", name, flags=re.IGNORECASE)


def _agency(name: str | None) -> str | None:
    """The agency that ``name`` is or begins with (``AFP/Getty``, ``Reuters, Xinhua``)."""
    if not name:
        return None
    wanted = plain(_bare(name.strip()))
    known = _known()
    if wanted in known:
        return known[wanted]
    parts = (part.strip() for part in re.split(r"[/,;&|]| and ", wanted))
    return next((known[part] for part in parts if part in known), None)


@cache
def _known() -> Mapping[str, str]:
    """Every spelling, plain, with the short name."""
    listed = resources.files("tocsin.corroborate").joinpath("data/agencies.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in listed.splitlines() if line and not line.startswith("#")]
    return {plain(spelling): row[0] for row in rows for spelling in row}
