"""The public figures and bodies of the packed lists, each under one key for all its spellings: ``kaz-mukhtar-ablyazov`` for *Mukhtar Ablyazov*,
*Moukhtar Abliazov*, *Мухтар Аблязов*.

A key is made of the country and the name under which the lists have it first. It is a function of a name and a country alone: no document has
a part in it, so that neither their number nor their order can change it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tocsin.resolve.countries import find_names, plain, read_table, tokens_of
from tocsin.resolve.entities.body_names import is_body, same_body
from tocsin.resolve.entities.scripts import is_other, is_vowelless, romanised
from tocsin.resolve.entities.sounds import same_word
from tocsin.resolve.entities.spellings import LONGEST, name_words, same_name
from tocsin.resolve.word_lists import listed

_BESIDE = listed("the a an party movement group groups organisation organization network militants rebels fighters forces government")
"""Words that may stand beside a body's name without making it another body."""
_SOUND = str.maketrans(
    {
        **dict.fromkeys("aeiouyhvw-'’`", None),
        **dict.fromkeys("bpf", "b"),
        **dict.fromkeys("cdgjkqstxz", "s"),
    }
)
"""Letters to the few sounds that spellings keep: lips, tongue and throat, m, n, l, r. Coarse, for it only chooses what is compared. A *v* is kept
at a word's end alone: elsewhere German and Polish write *w*, which is a vowel in Arabic names.
"""
_LAST_V = re.compile(r"(?<=[aeiouy])[vw]$")
_OPENING = 3
_LETTERS = 6
"""Of the longest acronym that the tables have in small letters."""


@dataclass(frozen=True, slots=True)
class _Person:
    name: str
    country: str
    key: str


def public_key(name: str, country: str | None) -> str | None:
    """The key of the listed figure or body that ``name`` spells, ``None`` where the lists have none or several that fit.

    A surname alone is a figure's where the country is told and the lists have one person of that surname in it; a full name
    needs no country, but is not that of a figure of another one.
    """
    if not name or len(name) > LONGEST:
        return None
    return _body_key(name, country) or _person_key(name, country)


def public_keys(name: str) -> frozenset[str]:
    """The keys of all listed figures and bodies that ``name`` may mean, whatever the country: for a person who asks by a surname."""
    if not name or len(name) > LONGEST:
        return frozenset()
    countries = {p.country for p in _persons() if _alike(name, p.name)}
    found = {_person_key(name, country) for country in countries} | {_person_key(name, None), _body_key(name, None)}
    return frozenset(key for key in found if key is not None)


def listed_names(keys: Iterable[str]) -> Iterator[str]:
    """All names of persons that the lists have under ``keys``."""
    wanted = set(keys)
    yield from (person.name for person in _persons() if person.key in wanted)


def near_names(name: str) -> Iterator[str]:
    """The listed names of persons that are worth comparing with ``name``, leaders first."""
    yield from (person.name for person in _near(name))


def sounds_of(word: str) -> frozenset[str]:
    """The openings of a word by its sound: a *j* may be that of *jet* or, as in German, a *y*."""
    return (
        frozenset({sound_of(word), sound_of(word.replace("j", "").replace("J", ""))})
        if "j" in word.lower()
        else frozenset({sound_of(word)})
    )


@lru_cache(maxsize=65536)
def sound_of(word: str) -> str:
    """The opening of a word as all its spellings are likely to have it: what has another one is not compared."""
    bare = _LAST_V.sub("f", plain(romanised(word) if is_other(word) else word)).translate(_SOUND)
    kept = "".join(letter for at, letter in enumerate(bare) if at == 0 or letter != bare[at - 1])
    return kept[:_OPENING]


@lru_cache(maxsize=16384)
def _person_key(name: str, country: str | None) -> str | None:
    if len(name_words(name)) < 2:
        return _surname_key(name, country) if country else None
    near = [p for p in _near(name) if country in {None, p.country}]
    exact = _only(p.key for p in near if plain(p.name) == plain(name))
    return exact or _only(p.key for p in near if len(name_words(p.name)) > 1 and same_name(name, p.name))


def _surname_key(name: str, country: str) -> str | None:
    (word,) = name_words(name) or ("",)
    exact = {p.key for p in _persons() if p.country == country and plain(p.name) == plain(word)}
    alike = {p.key for p in _persons() if p.country == country and same_word(word, name_words(p.name)[-1])}
    return _only(exact) or _only(alike)


def _only(keys: Iterable[str]) -> str | None:
    found = set(keys)
    return next(iter(found)) if len(found) == 1 else None


def _alike(name: str, known: str) -> bool:
    one, other = name_words(name), name_words(known)
    return bool(one and other) and same_word(one[-1], other[-1])


def _near(name: str) -> Iterator[_Person]:
    """The persons whose name may be one with ``name``: its surname sounds like a word of theirs, or its first word like their surname; all of them
    where no vowels are written.
    """
    if is_vowelless(name):
        yield from _persons()
        return
    words = name_words(name)
    by_word, by_surname = _by_sound()
    near = {n for sound in sounds_of(words[-1]) for n in by_word.get(sound, ())}
    near |= {n for sound in sounds_of(words[0]) for n in by_surname.get(sound, ())}
    yield from (_persons()[n] for n in sorted(near))


@lru_cache(maxsize=16384)
def _body_key(name: str, country: str | None) -> str | None:
    """A body's key where ``name`` is nothing but its name, in a spelling of the lists or in another one of the same country."""
    names = find_names(name, cased=True)
    if any(n.kind in {"country", "people", "capital"} and (n.start, n.end) == (0, len(name)) for n in names):
        return None  # *US* is no *U.S. Senate*
    told = [n for n in names if n.kind in {"body", "group"}]
    rest = [t.plain for t in tokens_of(name) if not any(n.start <= t.start < n.end for n in told)]
    if len(told) == 1 and set(rest) <= _BESIDE:
        words = tuple(t.plain for t in tokens_of(name[told[0].start : told[0].end]))
        key = _bodies().get((told[0].code, words)) or _bodies().get((told[0].code, (*words[:-1], words[-1].removesuffix("s"))))
        return key if country in {None, told[0].code} else None
    if country is None or not is_body(name):
        return None
    return _only(key for known, key in _bodies_of().get(country, ()) if same_body(name, _as_letters(known)))


@cache
def _persons() -> Sequence[_Person]:
    """Leaders and figures in the order of the lists. A surname is the key of the full name of its row; a full name that spells an earlier one of
    its country has that one's key. Built once from the packaged tables.
    """
    found: list[_Person] = []
    by_sound: dict[tuple[str, str], list[_Person]] = {}
    for country, names in _rows():
        told = {name: name_words(name) for name in names}
        full = [name for name in names if len(told[name]) > 1]
        for name in (*full, *(n for n in names if n not in full)):
            bearer = name if name in full else _bearer(told[name], full, told)
            mates = by_sound.setdefault((country, sound_of(told[bearer][-1])), [])
            same = next((p.key for p in mates if p.name == bearer or _one_person(bearer, p.name)), None)
            person = _Person(name, country, same or f"{country.lower()}-{'-'.join(t.plain for t in tokens_of(bearer))}")
            if person not in mates:
                mates.append(person)
                found.append(person)
    return tuple(found)


def _bearer(surname: Sequence[str], full: Sequence[str], told: Mapping[str, Sequence[str]]) -> str:
    """The full name of a row that ends in a surname of it, else opens with it; the surname itself where none does."""
    (word,) = surname
    found = (name for place in (-1, 0) for name in full if plain(told[name][place]) == plain(word))
    return next(found, next(name for name, words in told.items() if words == surname))


def _one_person(one: str, other: str) -> bool:
    """Whether two names of the lists are one person's, by what stands before the surnames too."""
    return min(len(name_words(one)), len(name_words(other))) > 1 and same_name(one, other)


def _rows() -> Iterator[tuple[str, list[str]]]:
    for country, _, names in read_table("countries_leaders.tsv"):
        yield country, names.split("|")
    for _, country, _, names in read_table("countries_figures.tsv"):
        yield country, names.split("|")


@cache
def _by_sound() -> tuple[Mapping[str, Sequence[int]], Mapping[str, Sequence[int]]]:
    """The numbers of the persons by the sounds of their words, and by those of their surnames alone. Built once."""
    by_word: dict[str, list[int]] = {}
    by_surname: dict[str, list[int]] = {}
    for number, person in enumerate(_persons()):
        words = name_words(person.name)
        for sound in sounds_of(words[-1]):
            by_surname.setdefault(sound, []).append(number)
        for sound in {sound for word in words for sound in sounds_of(word)}:
            by_word.setdefault(sound, []).append(number)
    return by_word, by_surname


@cache
def _bodies() -> Mapping[tuple[str, tuple[str, ...]], str]:
    """Keys by country and plain words. Built once from the packaged tables."""
    found: dict[tuple[str, tuple[str, ...]], str] = {}
    for country, names in _body_rows():
        heads: list[str] = []
        for name in names:
            head = next((h for h in heads if same_body(_as_letters(name), _as_letters(h))), name)
            if head == name:
                heads.append(name)
            words = tuple(t.plain for t in tokens_of(name))
            found.setdefault((country, words), f"{country.lower()}-{'-'.join(t.plain for t in tokens_of(head))}")
    return found


def _as_letters(name: str) -> str:
    """A short lone word in capitals: the tables have *farc* in small letters, and only *FARC* may stand for other words."""
    return name.upper() if name.isalpha() and len(name) <= _LETTERS else name


@cache
def _bodies_of() -> Mapping[str, Sequence[tuple[str, str]]]:
    """The names of each country's bodies with their keys. Built once."""
    found: dict[str, list[tuple[str, str]]] = {}
    for country, names in _body_rows():
        found.setdefault(country, []).extend((name, _bodies()[country, tuple(t.plain for t in tokens_of(name))]) for name in names)
    return found


def _body_rows() -> Iterator[tuple[str, list[str]]]:
    for country, _, names in read_table("countries_bodies.tsv"):
        yield country, [name for name in names.split("|") if tokens_of(name)]
    for name, country, _ in read_table("countries_groups.tsv"):
        if tokens_of(name):
            yield country, [name]
