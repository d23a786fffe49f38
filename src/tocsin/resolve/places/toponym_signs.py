"""Signs around a name that tell a place from a person, a club or a body: datelines, *43, of McKee*, *R-Florence*, *a Clinton couple*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tocsin.resolve.places.name_spans import Word, is_caseless
from tocsin.resolve.word_lists import SITES

DATELINE = 3.0
"""Evidence of a name in capitals at the beginning of a line or a sentence with a dash behind it: *INNISFAIL - …*."""
RESIDENCE = 1.5
"""Evidence of what follows an age or a party: *43, of McKee*, *R-Florence*."""
INHABITED = 1.5
"""Evidence of people and public bodies that a town has, right after its name: *a Clinton couple*, *Brownsboro Police*."""

_OPENING = re.compile(r"(?:^|[\n.!?”\"]\s*)\Z")
_DASH = re.compile(r"\s*(?:,\s*[A-Z][\w. ]{0,20})?\s*(?:\([\w .]{2,20}\))?\s*(?:--|[—–]|-\s)")
_AGED = re.compile(r"\d{1,3},? (?:years old, )?of \Z")
_PARTY = re.compile(r"\b[RDI]-\Z")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}|W\. ?Va\.?")
_AFTER_NAME = re.compile(r"[A-Z][\w’'.-]*,\s+\Z")
_LONG = 60
_BEHIND = 30
"""Characters before a name that are looked at."""

_RESIDENTS = "man woman men women couple resident residents native natives family teen teenager teenagers boy girl mother father student"
_AT_WORK = "students doctor lawyer attorney businessman businesswoman officials officers police firefighters voters shopkeeper farmer home"
PEOPLE = frozenset(f"{_RESIDENTS} {_AT_WORK} residence".split())
PUBLIC = frozenset(
    {"police", "mayor", "fire", "sheriff", "selectmen", "residents", "firefighters", "volunteer", "town", "township", "village"}
)
CLUBS = frozenset(
    {"real", "atletico", "atlético", "inter", "ac", "fc", "club", "sporting", "dynamo", "dinamo", "spartak", "lokomotiv", "cska"}
)
"""Words before a town that make it a club's name."""
PARTIES = frozenset({"united", "forza", "fratelli", "anglo", "air", "miss", "team"})
"""Words before a country that make it another name."""
SEATS = frozenset(
    {"white house", "oval office", "west wing", "kremlin", "pentagon", "downing street", "10 downing street", "blue house", "elysee"}
)
"""Sites that news names for the government in them; a place only after a preposition."""


STREETS = frozenset({"street", "st", "avenue", "ave", "road", "rd", "lane", "boulevard", "blvd", "drive", "highway", "chowk"})
_SITE_BEHIND = re.compile(rf"[ -](?:{'|'.join(sorted(SITES | STREETS, key=len, reverse=True))})\b", re.IGNORECASE)
_ONE_OF = re.compile(r"\b(?:an?|one|two|the same) $", re.IGNORECASE)


def names_site(text: str, start: int, end: int) -> bool:
    """Whether a name is a site's own (*Kibuye market*): a site of the town may be meant by *a Paris hospital* alone."""
    return _SITE_BEHIND.match(text, end) is not None and _ONE_OF.search(text, max(0, start - 10), start) is None


def writes_no_capitals(words: Sequence[Word]) -> bool:
    """Whether capitals tell nothing in a text: fewer than one word in fifty has one or, in a longer text, one in twenty-four, as where only
    the dateline is written with them. A sentence alone with its one capital is no such text.
    """
    return is_caseless(list(words)) or (len(words) >= _LONG and sum(w.big for w in words) * 24 < len(words))


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` opens a report as its dateline."""
    name = text[start:end]
    if not name.isupper() or len(name) < 3:
        return False
    return _DASH.match(text, end) is not None and _OPENING.search(text[max(0, start - _BEHIND) : start]) is not None


def is_residence(text: str, start: int) -> bool:
    """Whether an age and *of*, or an American politician's party, stands before."""
    before = text[max(0, start - _BEHIND) : start]
    return _AGED.search(before) is not None or _PARTY.search(before) is not None


def is_initials(text: str, start: int, end: int) -> bool:
    """Whether a short form is written with stops and no year or hour stands before it: *B.C.*, *N.J.*, *W. Va.*"""
    if not _INITIALS.fullmatch(text, start, end) and not _INITIALS.fullmatch(text, start, end + 1):
        return False
    return not text[max(0, start - 2) : start].rstrip()[-1:].isdigit()


def follows_name(text: str, start: int, end: int) -> bool:
    """Whether a short form with its stop follows a name and a comma: *Holliday, Mo.*"""
    dotted = "." in text[start : end + 1]
    return dotted and _AFTER_NAME.search(text[max(0, start - _BEHIND) : start]) is not None
