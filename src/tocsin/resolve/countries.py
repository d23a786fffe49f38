"""Names that point at a country or a body: states in many forms, peoples, capitals, cities, parties, agencies, armed groups.

The tables under ``data/`` are the project's own but for three: ``countries_people`` and ``countries_groups`` hold facts of PETRARCH2's
actor dictionaries (Open Event Data Alliance, MIT), ``countries_places`` names of GeoNames (CC BY 4.0). Codes are ISO 3166-1 alpha-3,
``XKX`` for Kosovo, and the codebook's codes for bodies without a country (``UNO``, ``EUR``, ``IGO``, ``NGO``, ``ISM``, ``IMG``, ``MNC``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Literal, TypeAlias

NameKind: TypeAlias = Literal["country", "people", "capital", "body", "group", "place"]

_WORD = re.compile(r"[^\W_]+")
_PHRASE = 200
"""Characters of the longest text whose tokens are kept: every rule asks for those of an actor's few words, a dozen times a quote."""
_OPENING = 3
"""Letters of a second word that names are looked up by; only longer words have a plural, so that it opens like its singular."""
_FEWEST_CAPITALS, _LONG = 0.0075, 400
"""The share of capitals under which a text of so many letters writes none: of 1,200 training texts those in lower case have up to 0.55 %, all
others 0.9 % and more."""
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "œ": "oe"})

_LOWER_CASE_NAMES = frozenset(
    {
        "carabinieri",
        "colectivos",
        "contra",
        "contras",
        "jihadists",
        "janjaweed",
        "karsewaks",
        "karsevaks",
        "kar",
        "ram",
        "ramsevaks",
        "maoist",
    }
    | {"maoists", "mujahedin", "mujahideen", "naxal", "naxalite", "naxalites", "naxals", "peacekeepers", "peshmerga", "pontiff", "pope"}
    | {"sandinista", "sandinistas", "sandinist", "sandinists", "sadhus", "chief", "state", "legislative", "district", "zilla", "gram"}
    | {"treasury", "special", "sheriff's", "grand", "aid", "holy", "blue", "red", "yellow", "security", "peacekeeping", "coalition"}
)
"""First words of names that news writes in lower case too."""

_COMMON_WORDS = frozenset(
    {
        "us",
        "who",
        "is",
        "au",
        "eu",
        "ec",
        "it",
        "let",
        "ice",
        "cis",
        "num",
        "nut",
        "tak",
        "mend",
        "sas",
        "eta",
        "arena",
        "labour",
        "sco",
    }
    | {"vale", "shell", "rada", "wits", "tut", "gam", "mir", "fact", "amnesty", "gia", "bp", "gru", "who", "cob", "mst", "fed", "memorial"}
    | {"conservatives", "republicans", "democrats", "pole", "poles", "dane", "swede", "finn", "jersey", "turkey", "chad", "mali", "oman"}
    | {"black", "nice", "lima", "reading", "split", "mobile", "polish", "kiwi", "magyar", "karen", "commons", "quartet", "gold", "memorial"}
    | {"west", "ib", "cid", "pac", "icc", "ukip", "interfax", "golos", "pan", "uno", "rmt", "ratings", "sapper", "tory", "bern", "aden"}
)
"""Names that in a text without capitals are more often another word; there they are passed over unless ``the`` makes them clear."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name found in words: ``words[start:end]`` points at ``code``; ``sectors`` are those of a named body or group."""

    start: int
    end: int
    code: str
    kind: NameKind
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    tokens: tuple[str, ...]
    code: str
    kind: NameKind
    sectors: tuple[str, ...]
    written: str | None
    """The letters as they must be written, for acronyms; ``None`` where case is free but for its first letter."""


@dataclass(frozen=True, slots=True)
class Token:
    """One run of letters or digits: its offsets, its plain form (lower case, no accents) and the form in the text."""

    start: int
    end: int
    plain: str
    written: str


def plain(text: str) -> str:
    """``text`` in lower case without accents: the form in which names are compared."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.translate(_LETTERS)) if not unicodedata.combining(c)).lower()


def tokens_of(text: str) -> tuple[Token, ...]:
    """The runs of letters and digits of ``text``, in order."""
    return _phrase_tokens(text) if len(text) <= _PHRASE else _tokens(text)


def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(Token(m.start(), m.end(), plain(m.group()), m.group()) for m in _WORD.finditer(text))


_phrase_tokens = lru_cache(maxsize=2048)(_tokens)


def is_cased(text: str) -> bool:
    """Whether capitals can be trusted in ``text``: some, but not nearly all, of its letters are capitals. A text of lower-case letters with
    a dateline in capitals is not cased.
    """
    letters = sum(map(str.isalpha, text))
    capitals = sum(map(str.isupper, text))
    least = letters * _FEWEST_CAPITALS if letters >= _LONG else 1
    return least <= capitals < 0.6 * letters and capitals > 0


def find_names(words: str, *, cased: bool | None = None) -> list[Name]:
    """Every name in ``words``, the longest first where two overlap, in order. ``cased`` says whether the text writes capitals.

    Names of countries and bodies in many forms, adjectives and peoples, capitals that stand for their governments, historical states under
    the code of their successor, parties. Other cities and divisions (kind ``place``) are left to the gazetteer.
    """
    cased = is_cased(words) if cased is None else cased
    tokens = tokens_of(words)
    found: list[Name] = []
    at = 0
    while at < len(tokens):
        entry = next(
            (e for e in _candidates(tokens, at) if _same_tokens(e, tokens, at) and _well_written(words, e, tokens, at, cased)), None
        )
        if entry is None:
            at += 1
            continue
        last = at + len(entry.tokens) - 1
        if entry.code != "-":
            found.append(Name(tokens[at].start, tokens[last].end, entry.code, entry.kind, entry.sectors))
        at = last + 1
    return found


def _candidates(tokens: Sequence[Token], at: int) -> Iterator[_Entry]:
    """The entries that may begin at a token, the longest first; behind them those whose plural stands there."""
    table, first = _table(), tokens[at].plain
    if at + 1 < len(tokens):
        yield from table.get((first, tokens[at + 1].plain[:_OPENING]), ())
    yield from table.get((first, ""), ())
    if first.endswith("s"):
        yield from table.get((first[:-1], ""), ())


def _same_tokens(entry: _Entry, tokens: Sequence[Token], at: int) -> bool:
    names, end = entry.tokens, at + len(entry.tokens) - 1
    if end >= len(tokens) or (end > at and tokens[at].plain != names[0]):
        return False
    for i in range(at + 1, end):
        if tokens[i].plain != names[i - at]:
            return False
    last, name = tokens[end].plain, names[-1]
    if last == name:
        return True
    return last.startswith(name) and last[len(name) :] in {"s", "es"} and entry.kind in {"people", "body", "group"} and len(name) > _OPENING


def _well_written(words: str, entry: _Entry, tokens: Sequence[Token], at: int, cased: bool) -> bool:
    end = at + len(entry.tokens) - 1
    written = words[tokens[at].start : tokens[end].end]
    if all(len(token.plain) == 1 for token in tokens[at : end + 1]) and " " in written.replace(". ", "."):
        return False  # "u s" and "j k" with a bare space are no abbreviation
    if not cased:
        common = len(entry.tokens) == 1 and entry.tokens[0] in _COMMON_WORDS
        return not common or (at > 0 and tokens[at - 1].plain == "the" and entry.tokens[0] in {"us", "eu", "au", "un"})
    if entry.written is not None:
        return re.sub(r"[.\s]", "", written) == re.sub(r"[.\s]", "", entry.written)
    if len(entry.tokens) == 1 and len(entry.tokens[0]) <= 3 and entry.kind in {"body", "group"}:
        return written.isupper() or written in {"Eta", "Wits"}
    return any(token.written[0].isupper() for token in tokens[at : end + 1]) or entry.tokens[0] in _LOWER_CASE_NAMES


def read_table(name: str) -> Iterator[list[str]]:
    """The rows of a packaged table as cells; lines that open with ``#`` are comments."""
    for line in (resources.files("tocsin.resolve") / "data" / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def _table() -> Mapping[tuple[str, str], tuple[_Entry, ...]]:
    """All names by their first token and the opening letters of the second (empty for names of one), longest first. Built once from the
    packaged tables, which never change. By the first token alone each *the* and *al* would be tried against 35 and 124 names.
    """
    by_opening: dict[tuple[str, str], list[_Entry]] = {}
    seen: set[tuple[str, ...]] = set()
    for entry in _entries():
        key = (*entry.tokens, entry.written or "")
        if entry.tokens and key not in seen:
            seen.add(key)
            second = entry.tokens[1][:_OPENING] if len(entry.tokens) > 1 else ""
            by_opening.setdefault((entry.tokens[0], second), []).append(entry)
    return {opening: tuple(sorted(entries, key=lambda e: -len(e.tokens))) for opening, entries in by_opening.items()}


def _entries() -> Iterator[_Entry]:
    for code, *cells in read_table("countries.tsv"):
        kinds: tuple[NameKind, ...] = ("country", "people", "capital")
        for kind, cell in zip(kinds, cells, strict=False):
            yield from (_entry(name, code, kind, ()) for name in cell.split("|") if name)
    for code, sectors, names in read_table("countries_bodies.tsv"):
        yield from (_entry(name, code, "body", tuple(filter(None, sectors.split("+")))) for name in names.split("|"))
    for name, code, sector in read_table("countries_groups.tsv"):
        yield _entry(name, code, "group", (sector,))
    for code, names in read_table("countries_places.tsv"):
        yield from (_entry(name, code, "place", ()) for name in names.split("|"))


def _entry(name: str, code: str, kind: NameKind, sectors: tuple[str, ...]) -> _Entry:
    acronym = kind == "body" and name != name.lower() and sum(map(str.isupper, name)) > 1
    return _Entry(tuple(t.plain for t in tokens_of(name)), code, kind, sectors, name if acronym else None)


@cache
def country_codes() -> frozenset[str]:
    """Every ISO 3166-1 alpha-3 code that the tables know, and ``XKX``."""
    return frozenset(row[0] for row in read_table("countries.tsv") if row[0] != "-")
