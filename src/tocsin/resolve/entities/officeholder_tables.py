"""The packed lists of who held office where, and when: leaders and public figures by every name that news gives them, and members of governments
by their full names.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TypeAlias

from tocsin.resolve.countries import plain, read_table, tokens_of
from tocsin.resolve.entities.sounds import same_word

OPEN_END = 9999
GIVEN = 3
"""Names that must begin with a word before it is taken for a given name."""
TABLES_END = 2026
"""The year up to which the packed tables are kept: where a text's year is guessed, who still holds an office counts as holding it until then."""

Words: TypeAlias = tuple[str, ...]
"""A name as its words in plain form."""


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


@cache
def leaders_table() -> Mapping[Words, tuple[Office, ...]]:
    """Leaders and public figures by the words of their names. Built once from the packaged tables."""
    found: dict[Words, list[Office]] = {}
    for office, names in _rows():
        for name in names:
            found.setdefault(name, []).append(office)
    return {name: tuple(offices) for name, offices in found.items()}


def _rows() -> Iterator[tuple[Office, tuple[Words, ...]]]:
    for code, years, names in read_table("countries_leaders.tsv"):
        yield _office(code, years), _names(names)
    for sector, code, years, names in read_table("countries_figures.tsv"):
        yield _office(code, years, sector), _names(names)


def _office(code: str, years: str, sector: str = "GOV") -> Office:
    first, _, last = years.partition("-")
    return Office(code, int(first), int(last or OPEN_END), sector)


def _names(cell: str) -> tuple[Words, ...]:
    return tuple(tuple(t.plain for t in tokens_of(name)) for name in cell.split("|"))


@cache
def longest_by_first_word() -> Mapping[str, int]:
    """How many words the longest leader's name has that begins with a word: for nearly every word of a text there is none."""
    longest: dict[str, int] = {}
    for name in leaders_table():
        longest[name[0]] = max(longest.get(name[0], 0), len(name))
    return longest


@cache
def people_table() -> Mapping[str, Office]:
    """Members of governments by full name. Built once from the packaged table, 19,000 names."""
    raw = (resources.files("tocsin.resolve") / "data" / "countries_people.tsv.gz").read_bytes()
    found: dict[str, Office] = {}
    for line in gzip.decompress(raw).decode().splitlines():
        if not line.startswith("#"):
            name, code, years = line.split("\t")
            found[" ".join(t.plain for t in tokens_of(plain(name)))] = _office(code, years)
    return found


@cache
def full_names() -> Mapping[Words, tuple[Words, ...]]:
    """For each name of the leaders' table the full names of the table that hold its words, or whose surname is another spelling of it in its row.
    Built once.
    """
    found: dict[Words, set[Words]] = {}
    holding: dict[str, set[Words]] = {}
    for name in leaders_table():
        for word in name:
            holding.setdefault(word, set()).add(name)
    for _, names in _rows():
        for name in names:
            known = found.setdefault(name, set())
            known |= {full for full in holding[name[0]] if len(full) > 1 and place_in(name, full) is not None}
            if not known - {name} and len(name) == 1:
                known |= {(*full[:-1], name[0]) for full in names if len(full) > 1 and same_word(full[-1], name[0])}
    return {name: tuple(sorted(known)) for name, known in found.items()}


def place_in(name: Words, full: Words) -> int | None:
    """Where the words of ``name`` stand in ``full``, ``None`` where they do not."""
    return next((at for at in range(len(full) - len(name) + 1) if full[at : at + len(name)] == name), None)


@cache
def given_names_of_people() -> frozenset[str]:
    """Words with which at least :data:`GIVEN` full names of the table of governments begin."""
    counted = Counter(name.split()[0] for name in people_table() if " " in name)
    return frozenset(word for word, count in counted.items() if count >= GIVEN and len(word) > 2)
