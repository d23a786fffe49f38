"""Whether a named person is private: one who holds no public role. Private names leave in no public export and are linked to nothing."""

from __future__ import annotations

import re

from tocsin.resolve.countries import find_names, tokens_of
from tocsin.resolve.entities.borrowed_names import CHAMBERS
from tocsin.resolve.entities.identities import Entity
from tocsin.resolve.entities.officeholder_tables import Office
from tocsin.resolve.entities.sectors import Role, find_sectors, singular
from tocsin.resolve.entities.titles import KIN
from tocsin.resolve.word_lists import listed

_PUBLIC_SECTORS = listed("GOV LEG JUD COP MIL SPY PTY ELI")
"""Sectors whose people act in public, where the text itself describes the person so: the reader's guess of a sector makes nobody public, since
a detained reporter taken for a minister would be named in every public export."""

_POSTS = listed(
    "president leader chairman chairwoman chairperson chair secretary spokesman spokeswoman spokesperson head chief director founder ceo "
    "rector dean tycoon oligarch minister mayor candidate representative delegate commander boss politician celebrity singer actor "
    "professor premier governor senator lawmaker mp deputy ambassador envoy judge prosecutor king queen prince emir general colonel "
    "admiral commissioner councillor pope sheikh ayatollah"
)
"""Public posts and callings, in the singular."""

_CHAMBERS = CHAMBERS | listed("congressional parliamentary legislative backbench")
_LEANINGS = listed(
    "democratic republican conservative liberal lib socialist communist nationalist unionist labour labor progressive moderate centrist "
    "populist independent islamist marxist maoist reformist ruling opposition"
)
"""Where a member sits and which way a party leans: none of these words is a first name."""
_LEANINGS_TOO = listed(
    "left right centre center wing far hard radical social christian green new old pro anti national federal state local"
)
"""Some of these are: *Christian*."""
_ADHERENTS = listed(
    "democrat republican conservative liberal socialist communist nationalist unionist progressive moderate centrist populist independent "
    "islamist leftist rightist marxist maoist reformist loyalist royalist monarchist backbencher caucus"
)
"""Who belongs to a party or stands near one, in the singular: none is a surname."""
_ADHERENTS_TOO = listed("liberal tory tories green greens labour labor dem dems whip whips leadership majority minority")
"""Some of these are: *Green*. They name nobody behind words alone of which none is a first name."""

_KIN = "|".join(sorted(KIN, key=len, reverse=True))
_KIN_OWNED = re.compile(rf"(?:(?!\band\b)[^,;])*['’]s?\s+(?:[\w-]+\s+){{0,3}}(?:{_KIN})\b", re.IGNORECASE)
_KIN_OF = re.compile(rf"\b(?:{_KIN})\b(?:\s+(?:of|to)\s+(?:(?!\band\b)[^,;])*)?", re.IGNORECASE)
"""Whose relative somebody is: *the president of Kenya's nephew*, *a nephew of the president*."""
_OWNED = re.compile(r"\w+['’](?:s\b|(?=\s))")
"""*The minister's* of *the minister's driver*."""
_BELONGING = re.compile(r"\s(?:of|to|for|at|in|with|from)\s")
"""What stands behind these is whose or where somebody is: *the driver of the minister*; but *one of the leaders* is a leader."""


def is_private(entity: Entity, described: tuple[Role, str] | None, office: Office | None) -> bool:
    """Whether ``entity`` is a named person without a public role. Bodies, groups and plain descriptions are not persons."""
    names = [s.reference.name for s in entity.slots if s.reference.kind == "person"]
    if not names or office is not None or all(_names_nobody(name) for name in (entity.name, *names)):
        return False
    if described and not is_private_role(described[0]) and not _is_relative(described[1]):
        return False
    phrases = [s.quote.text for s in entity.slots]
    if described:
        if described[0].strength == "strong":  # *President Kaya* makes nobody of *Ali Kaya, a student*, who may only share the name
            phrases = [words for words in phrases if entity.name in words]
        phrases.append(described[1])
    named = {token.plain for tokens in map(tokens_of, names) if len(tokens) > 1 for token in tokens}
    said = {singular(t.plain) for phrase in phrases for t in tokens_of(_own_words(phrase)) if t.plain not in named}
    return not said & _POSTS


def _names_nobody(name: str) -> bool:
    """Whether what looks like a name is made of words for parties, chambers and countries: *House Democrat*, *Texas Republicans*."""
    tokens = tokens_of(name)
    if not tokens:
        return False
    *before, last = (token.plain for token in tokens)
    if last in _ADHERENTS_TOO:
        return bool(before) and set(before) <= _CHAMBERS | _LEANINGS
    whence = find_names(name)
    places = {token.plain for token in tokens if any(found.start <= token.start < found.end for found in whence)}
    return singular(last) in _ADHERENTS and set(before) <= _CHAMBERS | _LEANINGS | _LEANINGS_TOO | places


def is_private_role(role: Role) -> bool:
    """Whether nobody is public by a role."""
    return not set(role.sectors) & _PUBLIC_SECTORS


def _own_words(phrase: str) -> str:
    """The words of a phrase that say what its bearer is: not those that say whose relative or whose driver, for *the president's nephew* is no
    president.
    """
    bare = _OWNED.sub(" ", _KIN_OF.sub(" ", _KIN_OWNED.sub(" ", phrase)))
    head = _BELONGING.split(bare, maxsplit=1)[0]
    role = find_sectors(head)
    return head if role is not None and role.strength == "strong" and is_private_role(role) else bare


def _is_relative(phrase: str) -> bool:
    return any(token.plain in KIN for token in tokens_of(phrase))
