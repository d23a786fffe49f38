"""The public figures and bodies of the packed lists, each under one key for all its spellings: ``kaz-mukhtar-ablyazov`` for *Mukhtar Ablyazov*,
*Moukhtar Abliazov*, *Мухтар Аблязов*.

A key is made of the country and the name under which the lists have it first. It is a function of a name and a country alone: no document has
a part in it, so that neither their number nor their order can change it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tocsin.resolve.body_names import same_body
from tocsin.resolve.countries import find_names, plain, read_table, tokens_of
from tocsin.resolve.scripts import is_other, is_vowelless, romanised
from tocsin.resolve.sounds import same_word
from tocsin.resolve.spellings import LONGEST, name_words, same_name
from tocsin.resolve.titles import words

_BESIDE = words("the a an party movement group groups organisation organization network militants rebels fighters forces government")
"""Words that may stand beside a body's name without making it another body."""
_SOUND = str.maketrans(
    {
        **dict.fromkeys("aeiouyhw-'’`", None),
        **dict.fromkeys("bpfv", "b"),
        **dict.fromkeys("cdgjkqstxz", "s"),
    }
)
"""Letters to the few sounds that spellings keep: lips, tongue and throat, m, n, l, r. Coarse, for it only chooses what is compared."""
_OPENING = 3


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


@lru_cache(maxsize=65536)
def sound_of(word: str) -> str:
    """The opening of a word as all its spellings are likely to have it: what has another one is not compared."""
    bare = plain(romanised(word) if is_other(word) else word).translate(_SOUND)
    kept = "".join(letter for at, letter in enumerate(bare) if at == 0 or letter != bare[at - 1])
    return kept[:_OPENING]


@lru_cache(maxsize=16384)
def _person_key(name: str, country: str | None) -> str | None:
    if len(name_words(name)) < 2:
        return _surname_key(name, country) if country else None
    found = {p.key for p in _near(name) if country in {None, p.country} and len(name_words(p.name)) > 1 and same_name(name, p.name)}
    exact = {p.key for p in _near(name) if country in {None, p.country} and plain(p.name) == plain(name)}
    return _only(exact) or _only(found)


def _surname_key(name: str, country: str) -> str | None:
    (word,) = name_words(name) or ("",)
    exact = {p.key for p in _persons() if p.country == country and plain(p.name) == plain(word)}
    alike = {p.key for p in _persons() if p.country == country and same_word(word, name_words(p.name)[-1])}
    return _only(exact) or _only(alike)


def _only(keys: Iterable[str]) -> str | None:
    found = set(keys)
    return next(iter(found)) if len(found) == 1 else None


def _alike(name: str, listed: str) -> bool:
    one, other = name_words(name), name_words(listed)
    return bool(one and other) and same_word(one[-1], other[-1])


def _near(name: str) -> Iterator[_Person]:
    """The persons whose name may be one with ``name``: by the sound of a word, or all where no vowels are written."""
    if is_vowelless(name):
        yield from _persons()
        return
    numbers = {n for word in name_words(name) for n in _by_sound().get(sound_of(word), ())}
    yield from (_persons()[n] for n in sorted(numbers))


@lru_cache(maxsize=16384)
def _body_key(name: str, country: str | None) -> str | None:
    """A body's key where ``name`` is nothing but its name, in a spelling of the lists or in another one of the same country."""
    told = [n for n in find_names(name, cased=True) if n.kind in {"body", "group"}]
    rest = [t.plain for t in tokens_of(name) if not any(n.start <= t.start < n.end for n in told)]
    if len(told) == 1 and set(rest) <= _BESIDE:
        words = tuple(t.plain for t in tokens_of(name[told[0].start : told[0].end]))
        key = _bodies().get((told[0].code, words)) or _bodies().get((told[0].code, (*words[:-1], words[-1].removesuffix("s"))))
        return key if country in {None, told[0].code} else None
    if country is None:
        return None
    return _only(key for listed, key in _bodies_of().get(country, ()) if same_body(name, listed))


@cache
def _persons() -> Sequence[_Person]:
    """Leaders and figures in the order of the lists. A surname is the key of the full name of its row; a full name that spells an earlier one of
    its country has that one's key. Built once from the packaged tables.
    """
    found: list[_Person] = []
    by_country: dict[str, list[_Person]] = {}
    for country, names in _rows():
        full = [n for n in names if len(name_words(n)) > 1]
        for name in (*full, *(n for n in names if n not in full)):
            mates = by_country.setdefault(country, [])
            person = _Person(name, country, _key_among(name, country, full, mates))
            if all((p.name, p.key) != (person.name, person.key) for p in mates):
                mates.append(person)
                found.append(person)
    return tuple(found)


def _key_among(name: str, country: str, full: Sequence[str], mates: Sequence[_Person]) -> str:
    told = name_words(name)
    if len(told) < 2:
        name = next((n for place in (-1, 0) for n in full if plain(name_words(n)[place]) == plain(told[0])), name)
    same = (p.key for p in mates if plain(p.name) == plain(name) or _one_person(name, p.name))
    return next(same, f"{country.lower()}-{'-'.join(t.plain for t in tokens_of(name))}")


def _one_person(one: str, other: str) -> bool:
    """Whether two full names of the lists are one person's, the one that sounds alike at its end."""
    a, b = name_words(one), name_words(other)
    return min(len(a), len(b)) > 1 and sound_of(a[-1]) == sound_of(b[-1]) and same_name(one, other)


def _rows() -> Iterator[tuple[str, list[str]]]:
    for country, _, names in read_table("countries_leaders.tsv"):
        yield country, names.split("|")
    for _, country, _, names in read_table("countries_figures.tsv"):
        yield country, names.split("|")


@cache
def _by_sound() -> Mapping[str, Sequence[int]]:
    """The numbers of the persons by the sounds of their words. Built once."""
    found: dict[str, list[int]] = {}
    for number, person in enumerate(_persons()):
        for word in name_words(person.name):
            found.setdefault(sound_of(word), []).append(number)
    return found


@cache
def _bodies() -> Mapping[tuple[str, tuple[str, ...]], str]:
    """Keys by country and plain words. Built once from the packaged tables."""
    found: dict[tuple[str, tuple[str, ...]], str] = {}
    for country, names in _body_rows():
        heads: list[str] = []
        for name in names:
            head = next((h for h in heads if same_body(name, h)), name)
            if head == name:
                heads.append(name)
            words = tuple(t.plain for t in tokens_of(name))
            found.setdefault((country, words), f"{country.lower()}-{'-'.join(t.plain for t in tokens_of(head))}")
    return found


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
