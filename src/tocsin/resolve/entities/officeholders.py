"""Who of the packed lists a name in a text is: a leader named by surname alone or by a full name whose given name is one of theirs, a member of a
government by the full name. Who bears a leader's surname with another given name, with a trade or as a relative, is somebody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tocsin.resolve.countries import Token, tokens_of
from tocsin.resolve.entities.given_names import same_full_name
from tocsin.resolve.entities.name_runs import names_before, names_behind
from tocsin.resolve.entities.officeholder_tables import (
    Office,
    Words,
    full_names,
    leaders_table,
    longest_by_first_word,
    people_table,
    place_in,
)
from tocsin.resolve.entities.sectors import Role, find_sectors
from tocsin.resolve.entities.titles import FAMILY, FOR_WOMEN, HONORIFICS, WOMEN_LEADERS

Bearing: TypeAlias = Literal["named", "titled", "bare", "other"]
"""How a text has a leader's name: with the given name, with a public title, as a bare surname, or as somebody else's name."""

_PRIVATE_TRADES = frozenset({"CVL", "LAB", "EDU", "JRN", "MED", "AGR", "BUS", "REF", "CRM", "REL"})
"""Sectors of a word before a surname by which it is not that of a leader: *nurse Mugabe*."""
_OF_FIGURES = frozenset({"JRN", "BUS", "REL", "CRM"})
"""Of these, what a public figure who was in no government may be."""
_TWO_SURNAMES = frozenset(
    {"ARG", "BOL", "CHL", "COL", "CRI", "CUB", "DOM", "ECU", "ESP", "GTM", "HND", "MEX", "NIC", "PAN", "PER", "PRY", "SLV", "URY", "VEN"}
)
"""Countries in which the mother's surname may follow: *Evo Morales Ayma*."""


@dataclass(frozen=True, slots=True)
class Leader:
    """A leader's name at ``text[start:end]``, given names included, with the offices held under it, in the tables' order. ``surname`` are the
    words that the table has. A bearing of ``other`` means that the name is somebody else's who shares it.
    """

    start: int
    end: int
    offices: tuple[Office, ...]
    surname: Words = ()
    bearing: Bearing = "bare"


def find_leaders(text: str, *, cased: bool, whole: bool = False) -> list[Leader]:
    """Names of leaders in ``text``, in order. With ``cased``, a name needs its capitals; ``whole`` says that the text is an actor's words alone."""
    return [leader for leader in find_bearers(text, cased=cased, whole=whole) if leader.bearing != "other"]


def find_bearers(text: str, *, cased: bool, whole: bool = False) -> list[Leader]:
    """Names of leaders in ``text`` and those of people who share them, in order."""
    tokens = tokens_of(text)
    found: list[Leader] = []
    at = 0
    while at < len(tokens):
        size = _leader_at(tokens, at, cased)
        if size > 1 and tokens[at].plain in HONORIFICS and _leader_at(tokens, at + 1, cased) >= size:
            size = 0  # *President Xi* of the tables, where the text has *President Xi Jinping*
        if size:
            found.append(_bearer(text, tokens, at, size, cased=cased, whole=whole))
        at += size or 1
    return found


def offices_of(name: str) -> tuple[Office, ...]:
    """The offices of the person of this name, leaders first; empty where none is known. A leader's full name may have more given names than
    the tables know, a member of a government is told by the very name.
    """
    tokens = tokens_of(name)
    words = tuple(t.plain for t in tokens)
    leaders = leaders_table().get(words, ())
    if not leaders and len(words) > 1:
        spelled = [b for b in find_bearers(name, cased=name != name.lower(), whole=True) if b.bearing == "named"]
        leaders = spelled[-1].offices if spelled and (spelled[-1].start, spelled[-1].end) == (tokens[0].start, tokens[-1].end) else ()
    office = people_table().get(" ".join(words)) if len(words) > 1 else None
    return (*leaders, office) if office else leaders


def best_office(offices: Iterable[Office], year: int | None, votes: Mapping[str, float]) -> Office | None:
    """The office that fits ``year``; among several the one whose country the document names most."""
    ranked = sorted(offices, key=lambda o: (not o.held_in(year), -votes.get(o.code, 0.0)))
    return ranked[0] if ranked else None


def _bearer(text: str, tokens: Sequence[Token], at: int, size: int, *, cased: bool, whole: bool) -> Leader:
    """Who bears the table's name of ``size`` words at ``at``."""
    surname = tuple(t.plain for t in tokens[at : at + size])
    offices = leaders_table()[surname]
    # In a text without capitals only a listed given name tells a longer name from the full one: *trinamul supremo mamata banerjee*.
    before = names_before(text, tokens, at, cased=cased, whole=whole and (cased or size == 1))
    behind = names_behind(text, tokens, at + size, cased=cased) if whole else ()
    start, end = (before or tokens[at:])[0].start, (behind or tokens[: at + size])[-1].end
    name = (*(t.plain for t in before), *surname, *(t.plain for t in behind))
    if len(name) == size:
        named = surname in full_names()[surname]
        return Leader(start, end, offices, surname, "named" if named else _by_title(text, tokens, at, surname, offices))
    if len(behind) == 1 and (before or size > 1) and {o.code for o in offices} & _TWO_SURNAMES:
        name = name[:-1]
    known = [k for k in full_names()[surname] if same_full_name(name, k, len(before), place_in(surname, k) or 0, size)]
    office = people_table().get(" ".join(name))
    if known:
        return Leader(start, end, tuple(dict.fromkeys(o for k in known for o in leaders_table().get(k, offices))), surname, "named")
    if office is not None and office.code in {o.code for o in offices}:
        return Leader(start, end, (office,), surname, "named")
    return Leader(start, end, offices, surname, "other")


def _by_title(text: str, tokens: Sequence[Token], at: int, surname: Words, offices: Sequence[Office]) -> Bearing:
    """What the word before a bare surname tells: a public title, another's trade or kinship, or nothing."""
    if not at or text[tokens[at - 1].end : tokens[at].start].strip(" .\n\t-"):
        return "bare"
    title = tokens[at - 1].plain
    if title in FAMILY or (title in FOR_WOMEN and surname[-1] not in WOMEN_LEADERS):
        return "other"
    role = find_sectors(title)
    if role is None or not role.sectors:
        return "bare"
    return "other" if is_private_trade(role, offices) else "titled"


def is_private_trade(role: Role, offices: Sequence[Office]) -> bool:
    """Whether a role is that of a private person, by which a bare surname is not that of the leader who held ``offices``."""
    trades = _PRIVATE_TRADES if any(o.sector == "GOV" for o in offices) else _PRIVATE_TRADES - _OF_FIGURES
    return role.strength == "strong" and bool(role.sectors) and set(role.sectors) <= trades


def _leader_at(tokens: Sequence[Token], at: int, cased: bool) -> int:
    table, longest = leaders_table(), longest_by_first_word().get(tokens[at].plain, 0)
    for size in range(min(longest, len(tokens) - at), 0, -1):
        span = tokens[at : at + size]
        if tuple(t.plain for t in span) in table and (not cased or span[-1].written[0].isupper()):
            return size
    return 0
