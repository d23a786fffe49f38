"""Who held office where, and when: leaders named by surname alone, members of governments by their full names, and public figures who were
in no government: the opposition's, armed groups', members of parliaments.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from tocsin.resolve.countries import Token, plain, read_table, tokens_of

OPEN_END = 9999
GIVEN = 3
"""Names that must begin with a word before it is taken for a given name."""
TABLES_END = 2026
"""The year up to which the packed tables are kept: where a text's year is guessed, who still holds an office counts as holding it until then."""


@dataclass(frozen=True, slots=True)
class Office:
    """Years ``first`` to ``last`` (inclusive) in the government of ``code``; a body's code for its heads. ``last`` 9999 is still there.
    With another ``sector`` they are the years of a public figure of that sector.
    """

    code: str
    first: int
    last: int
    sector: str = "GOV"

    def held_in(self, year: int | None) -> bool:
        """Whether the office was held in ``year``; an unknown year counts as yes."""
        return year is None or self.first <= year <= self.last


@dataclass(frozen=True, slots=True)
class Leader:
    """A leader's name at ``text[start:end]`` with the offices held under it, in the table's order."""

    start: int
    end: int
    offices: tuple[Office, ...]


def find_leaders(text: str, *, cased: bool) -> list[Leader]:
    """Names of leaders in ``text``, in order. With ``cased``, a name needs its capitals."""
    tokens = tokens_of(text)
    found: list[Leader] = []
    at = 0
    while at < len(tokens):
        size = _leader_at(tokens, at, cased)
        if size and not (size == 1 and _named_otherwise(text, tokens, at)):
            offices = _leaders()[tuple(t.plain for t in tokens[at : at + size])]
            found.append(Leader(tokens[at].start, tokens[at + size - 1].end, offices))
        at += size or 1
    return found


def offices_of(name: str) -> tuple[Office, ...]:
    """The offices of the person of this full name (two words or more), leaders first; empty where none is known."""
    words = tuple(t.plain for t in tokens_of(name))
    leaders = _leaders().get(words, ())
    office = _people().get(" ".join(words)) if len(words) > 1 else None
    return (*leaders, office) if office else leaders


def best_office(offices: Iterable[Office], year: int | None, votes: Mapping[str, float]) -> Office | None:
    """The office that fits ``year``; among several the one whose country the document names most."""
    ranked = sorted(offices, key=lambda o: (not o.held_in(year), -votes.get(o.code, 0.0)))
    return ranked[0] if ranked else None


def _named_otherwise(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether the given name before the surname at ``at`` is another than its leader's: *Grace Mbeki* is not *Thabo Mbeki*.

    Given names are spelled in many ways, so that one with the same first letter may be his.
    """
    if not at:
        return False
    given, surname = tokens[at - 1], tokens[at]
    if text[given.end : surname.start] != " " or not given.written[0].isupper() or given.plain not in _given_names():
        return False
    known = _initials().get(surname.plain, "")
    return bool(known) and given.plain[0] not in known


def _leader_at(tokens: Sequence[Token], at: int, cased: bool) -> int:
    table, longest = _leaders(), _longest_by_first_word().get(tokens[at].plain, 0)
    for size in range(min(longest, len(tokens) - at), 0, -1):
        span = tokens[at : at + size]
        if tuple(t.plain for t in span) in table and (not cased or span[-1].written[0].isupper()):
            return size
    return 0


@cache
def _leaders() -> Mapping[tuple[str, ...], tuple[Office, ...]]:
    """Leaders and public figures by the words of their names. Built once from the packaged tables."""
    found: dict[tuple[str, ...], list[Office]] = {}
    for code, years, names in read_table("countries_leaders.tsv"):
        first, _, last = years.partition("-")
        office = Office(code, int(first), int(last or OPEN_END))
        for name in names.split("|"):
            found.setdefault(tuple(t.plain for t in tokens_of(name)), []).append(office)
    for sector, code, years, names in read_table("countries_figures.tsv"):
        first, _, last = years.partition("-")
        figure = Office(code, int(first), int(last or OPEN_END), sector)
        for name in names.split("|"):
            found.setdefault(tuple(t.plain for t in tokens_of(name)), []).append(figure)
    return {name: tuple(offices) for name, offices in found.items()}


@cache
def _given_names() -> frozenset[str]:
    """Words with which at least :data:`GIVEN` full names of the table of governments begin."""
    counted = Counter(name.split()[0] for name in _people() if " " in name)
    return frozenset(word for word, count in counted.items() if count >= GIVEN and len(word) > 2)


@cache
def _initials() -> Mapping[str, str]:
    """For each leader's surname the first letters of the full names that end in it."""
    found: dict[str, str] = {}
    for name in _leaders():
        if len(name) > 1:
            found[name[-1]] = found.get(name[-1], "") + name[0][0]
    return found


@cache
def _longest_by_first_word() -> Mapping[str, int]:
    """How many words the longest leader's name has that begins with a word: for nearly every word of a text there is none."""
    longest: dict[str, int] = {}
    for name in _leaders():
        longest[name[0]] = max(longest.get(name[0], 0), len(name))
    return longest


@cache
def _people() -> Mapping[str, Office]:
    """Members of governments by full name. Built once from the packaged table, 19,000 names."""
    raw = (resources.files("tocsin.resolve") / "data" / "countries_people.tsv.gz").read_bytes()
    found: dict[str, Office] = {}
    for line in gzip.decompress(raw).decode().splitlines():
        if not line.startswith("#"):
            name, code, years = line.split("\t")
            first, _, last = years.partition("-")
            words = " ".join(t.plain for t in tokens_of(plain(name)))
            found[words] = Office(code, int(first), int(last or OPEN_END))
    return found
