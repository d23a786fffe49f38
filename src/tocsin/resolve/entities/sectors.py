"""The sector that words give an actor: ``riot police`` COP, ``the Foreign Ministry`` GOV, ``opposition activists`` OPP.

The role words and their strengths are in ``data/sectors.tsv``, named bodies in ``data/countries_bodies.tsv``, who governed when in
``data/sectors_ruling.tsv``. A phrase is read from its head: the words before the first preposition or comma; within it the last role word
decides, but a word such as *leader* or *members* takes the sector of what it leads or belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from tocsin.resolve.countries import Name, Token, find_names, is_cased, plain, read_table, tokens_of
from tocsin.resolve.entities.sector_words import (
    BELONGING,
    BREAKS,
    DETERMINERS,
    FORMER,
    IRREGULAR,
    LEAVES_OFFICE,
    OF_STATES,
    ONLY_LAST,
    RANKS,
    SHARED_BY_WORKERS,
    SHORT_TITLES,
    SURNAMES,
    TRADES,
    WORKERS,
)

Strength: TypeAlias = Literal["office", "strong", "body", "ruling", "bare", "open"]
"""What a sector rests on: a public post, a plain role word, a named body, a party's years in government, a country's bare name, or only an
open word (*leader*, *group*)."""

_RANK: Mapping[Strength, int] = {"ruling": 0, "body": 1, "office": 2, "strong": 3, "bare": 4, "open": 5}
"""Which of two as long is taken first."""
_OPEN, _A_GENERATION_AGO = 9999, 2006
"""The last year of a term that goes on, and the year up to which one began that has lasted for a generation: twenty years before the tables end."""
_POSTS_ANYWHERE = frozenset({"president", "secretary", "executive", "administrator"})
"""Posts of states that parties, companies and unions have too: *state secretary of the party*, *chief executive of the bank*."""
_LED = (("LAB",), ("BUS",), ("SOC",))
"""Sectors of open words (*union*, *company*, *forum*) that those who lead one have too: *the union chairwoman*."""
_BRACKETS = re.compile(r"(?<=\S)\s*\([^()]{1,40}\)(?=\s*\S)")
"""An abbreviation or a party in brackets within a phrase; the phrase goes on behind it."""
_ASIDE = re.compile(
    r"(?i)^(?:up to|at least|at most|as many as|more than|fewer than|less than|no fewer than|no less than)\s|(?<=\d),(?=\d{3})|\b\d+\s?-\s?year\s?-\s?old\b"
)
"""Amounts and ages before the noun, which are no end of its phrase: *up to six unions*, *17,200 workers*, *a 55 - year-old priest*."""
_AMOUNTS = re.compile(
    r"\b(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|\w+ty|dozen|scores|hundreds|some|many|several)"
)


@dataclass(frozen=True, slots=True)
class Role:
    """The sectors of a phrase and what they rest on. ``former`` where the phrase marks a post as left."""

    sectors: tuple[str, ...]
    strength: Strength
    former: bool = False


@dataclass(frozen=True, slots=True)
class _Match:
    first: int
    last: int
    sectors: tuple[str, ...]
    strength: Strength
    word: str


@dataclass(frozen=True, slots=True)
class _Term:
    """Years of a party, first and last included, and the sector that it has in them."""

    first: int
    last: int
    sector: Literal["GOV", "PTY"]


def singular(word: str) -> str:
    """The singular of a plain English noun, good enough for role words: ``ministries`` to ``ministry``, ``gunmen`` to ``gunman``."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "oes", "buses")):
        return word[:-2]
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural or word.endswith(("jis", "akis", "lis", "nis")) else word


def find_sectors(words: str, *, country: str | None = None, year: int | None = None, cased: bool | None = None) -> Role | None:
    """The role that ``words`` give their bearer, ``None`` where they name none (a person's bare name).

    ``country`` and ``year`` tell which parties governed; ``cased`` says whether the text writes capitals (guessed when left out).
    """
    cased = is_cased(words) if cased is None else cased
    words = _ASIDE.sub(lambda m: " " * len(m[0]), _BRACKETS.sub(lambda m: " " * len(m[0]), words))
    tokens = tokens_of(words)
    if not tokens:
        return None
    names = find_names(words, cased=cased)
    matches = _matches(tokens, names, country, year, cased)
    ends = [*_segment_ends(words, tokens, matches, names), len(tokens)]
    role = _from_segments(matches, tokens, ends)
    if role is None:
        return _bare(words, tokens, names)
    former = any(t.plain in FORMER for t in tokens[: ends[0]])
    if former and set(role.sectors) & LEAVES_OFFICE:
        return Role(("ELI",), role.strength, former=True)
    return role


def _from_segments(matches: Sequence[_Match], tokens: Sequence[Token], ends: Sequence[int]) -> Role | None:
    """The role of the first segment; where that is only an open word, of the segment that it leads or belongs to."""
    head = [m for m in matches if m.first < ends[0]]
    if not head:
        return _headless(matches, tokens, ends)
    last = head[-1]
    joint = _joint(head)
    if joint:
        return Role(joint, last.strength)
    leads = last.strength == "open" or last.word in _POSTS_ANYWHERE or (last.word == "deputy" and _possessed(tokens, last))
    if not leads:
        return Role(last.sectors, last.strength)
    closed = [m for m in head[:-1] if m.strength != "open" and (m.strength == "body" or tokens[m.last].plain not in ONLY_LAST)]
    if last.word in WORKERS:
        closed = [m for m in closed if set(m.sectors) <= SHARED_BY_WORKERS]
    if not closed and (last.sectors, last.strength) == (("GOV",), "open"):
        closed = [m for m in head[:-1] if m.sectors in _LED]
    if closed:
        return _led(last, closed[-1])
    belongs = len(ends) > 1 and tokens[ends[0]].plain in BELONGING
    if belongs and last.word not in WORKERS:
        inside = _from_segments([m for m in matches if m.first >= ends[0]], tokens, ends[1:])
        if inside is not None and (last.strength == "open" or (inside.strength != "open" and inside.sectors != ("CVL",))):
            return inside
    return Role(last.sectors, last.strength)


def _led(last: _Match, of: _Match) -> Role:
    """What an open word makes of the sector that it leads: the union of civil servants is a union; officials of the European Union, which has
    no sector itself, are of a government.
    """
    if last.word == "union" and of.sectors == ("GOV",):
        return Role(last.sectors, "open")
    if last.word == "union" and of.sectors == ("BUS",):
        return Role(last.sectors, "strong")  # traders have an association; their union is one of labour
    if not of.sectors and last.word in OF_STATES:
        return Role(("GOV",), "strong")
    return Role(of.sectors, of.strength)


def _headless(matches: Sequence[_Match], tokens: Sequence[Token], ends: Sequence[int]) -> Role | None:
    """The role of a phrase whose first segment tells none: *permanent and casual workers* go on behind the *and*."""
    if len(ends) > 1 and tokens[ends[0]].plain in {"and", "or"} and not any(t.written[0].isupper() for t in tokens[1 : ends[0]]):
        return _from_segments(matches, tokens, ends[1:])
    return _belonging_to(matches, tokens, ends)


def _belonging_to(matches: Sequence[_Match], tokens: Sequence[Token], ends: Sequence[int]) -> Role | None:
    """The weak role of a head without one: *the offices of the assembly* are the assembly's; a person's name takes none from there."""
    if len(ends) < 2 or tokens[ends[0]].plain not in {"of", "from"} or any(t.written[0].isupper() for t in tokens[1 : ends[0]]):
        return None
    inside = _from_segments([m for m in matches if m.first >= ends[0]], tokens, ends[1:])
    return Role(inside.sectors, "open") if inside is not None else None


def _joint(head: Sequence[_Match]) -> tuple[str, ...] | None:
    """Two sectors in one head: members of parliament of a party in government or opposition; the soldiers and chiefs of an armed group are it."""
    last = head[-1]
    before = [m for m in head[:-1] if m.strength in {"ruling", "body"} or m.sectors == ("OPP",)]
    if not before:
        return None
    of = before[-1].sectors
    if last.sectors == ("LEG",) and of in {("GOV",), ("OPP",)}:
        return ("LEG", *of)
    if of == ("LEG",) and last.strength == "ruling" and last.sectors in {("GOV",), ("OPP",)}:
        return ("LEG", *last.sectors)
    return of if last.sectors == ("MIL",) and of in {("REB",), ("PRM",)} else None


def _possessed(tokens: Sequence[Token], match: _Match) -> bool:
    """Whether a possessive stands before the match: *the mayor's deputy* is no member of parliament."""
    return match.first > 0 and tokens[match.first - 1].plain in {"s", "his", "her"}


def _bare(words: str, tokens: Sequence[Token], names: Sequence[Name]) -> Role | None:
    """A country's, capital's or town's bare name is its government; a counted people (*nineteen Comorians*) are civilians."""
    if not names:
        return None
    covered = [t for t in tokens if any(n.start <= t.start < n.end for n in names)]
    rest = [t.plain for t in tokens if t not in covered and t.plain not in {"the", "s", "a", "an"}]
    first = names[0]
    if first.kind == "people" and (_AMOUNTS.search(plain(words)) or "nationals" in rest):
        return Role(("CVL",), "bare")
    if rest:
        return None
    if first.kind in {"body", "group"}:
        return Role(first.sectors, "body")
    return Role(("GOV",), "bare" if first.kind != "place" else "open")


def _segment_ends(words: str, tokens: Sequence[Token], matches: Sequence[_Match], names: Sequence[Name]) -> Iterator[int]:
    """Where a phrase breaks: at a preposition, a comma or a bracket that no match spans."""
    spanned = {i for m in matches for i in range(m.first + 1, m.last + 1)}
    spanned |= {i for i, t in enumerate(tokens) if any(n.start < t.start < n.end for n in names)}
    for i in range(1, len(tokens)):
        gap = words[tokens[i - 1].end : tokens[i].start]
        if i not in spanned and (_breaks(tokens, i) or re.search(r"[,;:(]|\s[-–—]\s", gap)):
            yield i


def _breaks(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a preposition that ends the segment; *about 300* and *over 40* are amounts."""
    amount = tokens[at].plain in {"about", "over", "under"} and at + 1 < len(tokens) and _AMOUNTS.match(tokens[at + 1].plain) is not None
    return tokens[at].plain in BREAKS and not amount


def _matches(tokens: Sequence[Token], names: Sequence[Name], country: str | None, year: int | None, cased: bool) -> list[_Match]:
    """Role words and named bodies of the phrase, in order, the longest where two overlap."""
    states = [n for n in names if n.kind in {"country", "people"}]
    roles = (
        m for m in _role_words(tokens, cased) if not any(n.start <= tokens[m.first].start < tokens[m.last].end <= n.end for n in states)
    )
    found = [*roles, *_named(tokens, names), *_parties(tokens, country, year, cased)]
    found.sort(key=lambda m: (m.first - m.last, _RANK[m.strength], -m.last))
    kept: list[_Match] = []
    for match in found:
        if all(match.last < k.first or match.first > k.last for k in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.first)


def _role_words(tokens: Sequence[Token], cased: bool) -> Iterator[_Match]:
    lexicon = _lexicon()
    forms = [tuple(dict.fromkeys((t.plain, singular(t.plain)))) for t in tokens]  # a set's order would differ from one run to the next
    for last in range(len(tokens)):
        for form in forms[last]:
            for phrase, sectors, strength in lexicon.get(form, ()):
                first = last - len(phrase) + 1
                if first < 0 or not all(word in forms[first + k] for k, word in enumerate(phrase)):
                    continue
                if len(phrase) > 1 or _stands(tokens, last, cased):
                    yield _Match(first, last, sectors, strength, phrase[-1])


def _stands(tokens: Sequence[Token], at: int, cased: bool) -> bool:
    """Whether a single role word stands as one here: not as a mere adjective (*national council*), not as a surname (*Erik Prince*)."""
    word = singular(tokens[at].plain)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if word in RANKS:
        return following is None or following.plain in BREAKS or (cased and following.written[0].isupper()) or not cased
    if word in ONLY_LAST and following is not None and following.plain not in BREAKS | {"s"}:
        return False
    if cased and word in TRADES and tokens[at].written == word.title():
        return following is not None and not following.written[0].isupper()
    if cased and word in SURNAMES and tokens[at].written[0].isupper() and following is None:
        return at > 0 and tokens[at - 1].plain in DETERMINERS
    if word in SHORT_TITLES:
        return following is not None and at == 0 and (not cased or following.written[0].isupper())
    return True


def _named(tokens: Sequence[Token], names: Sequence[Name]) -> Iterator[_Match]:
    for name in names:
        if name.kind in {"body", "group"}:
            inside = [i for i, t in enumerate(tokens) if name.start <= t.start < name.end]
            yield _Match(inside[0], inside[-1], name.sectors, "body", tokens[inside[-1]].plain)


def _parties(tokens: Sequence[Token], country: str | None, year: int | None, cased: bool) -> Iterator[_Match]:
    if country is None:
        return
    for phrase, terms in _ruling().get(country, ()):
        for first in range(len(tokens) - len(phrase) + 1):
            span = tokens[first : first + len(phrase)]
            if tuple(t.plain for t in span) == phrase and (not cased or span[0].written[0].isupper()):
                yield _Match(first, first + len(phrase) - 1, _place_of(terms, year), "ruling", phrase[-1])


def _place_of(terms: Sequence[_Term], year: int | None) -> tuple[str, ...]:
    """In government, in opposition, or just a party: by its years; where the year is unknown, in government if it has been for a generation, in
    opposition if it never was.
    """
    if year is None:
        governs = any(t.sector == "GOV" and t.first <= _A_GENERATION_AGO and t.last == _OPEN for t in terms)
        never = all(t.first == t.last == 0 for t in terms)
        return ("GOV",) if governs else ("OPP",) if never else ("PTY",)
    return (next((t.sector for t in terms if t.first <= year <= t.last), "OPP"),)


@cache
def _lexicon() -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...], Strength], ...]]:
    """Role phrases by their last word. Built once from the packaged table."""
    by_last: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], Strength]]] = {}
    strengths: dict[str, Strength] = {"office": "office", "strong": "strong", "open": "open"}
    seen: set[tuple[str, ...]] = set()
    for sector, strength, phrases in read_table("sectors.tsv"):
        for phrase in phrases.split("|"):
            words = tuple(t.plain for t in tokens_of(phrase))
            if words and words not in seen:
                seen.add(words)
                by_last.setdefault(words[-1], []).append((words, (sector,), strengths[strength]))
    return {last: tuple(entries) for last, entries in by_last.items()}


@cache
def _ruling() -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[_Term, ...]], ...]]:
    """For each country its parties and their years. Built once from the packaged table."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[_Term, ...]]]] = {}
    for country, names, terms in read_table("sectors_ruling.tsv"):
        years = tuple(_term(term) for term in terms.split(","))
        found.setdefault(country, []).extend((tuple(t.plain for t in tokens_of(name)), years) for name in names.split("|"))
    return {country: tuple(entries) for country, entries in found.items()}


def _term(written: str) -> _Term:
    first, _, last = written.removeprefix("p").partition("-")
    return _Term(int(first), int(last or _OPEN), "PTY" if written.startswith("p") else "GOV")


def role_words(words: str, limit: int) -> set[int]:
    """Indices below ``limit`` of the words of ``words`` that are role words."""
    tokens = tokens_of(words)
    return {i for m in _role_words(tokens, is_cased(words)) for i in range(m.first, m.last + 1) if i < limit}
