"""One identity across documents, for public figures and organisations. Private people are never linked outside of their document.

Nothing of it is stored: it is told from the names, countries and marks of privacy that each document's entities have, so that it holds for
a database that was made before, and cannot depend on the order in which documents came.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeAlias

from tocsin.records import EntityValue
from tocsin.resolve.countries import find_names, plain, tokens_of
from tocsin.resolve.entities.body_names import body_name, is_body, same_body
from tocsin.resolve.entities.public_names import listed_names, public_key, public_keys, sounds_of
from tocsin.resolve.entities.scripts import is_other, romanised
from tocsin.resolve.entities.sectors import find_sectors
from tocsin.resolve.entities.spellings import fold, name_words, same_name

Tally: TypeAlias = "dict[EntityValue, array[int]]"
"""Values of one name, without their identity, with the numbers of the documents that have them: four or eight bytes a row."""
ASKED = 100
"""Names asked for whose bearers are kept."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An entity as one document has it."""

    document: str
    value: EntityValue


@dataclass(frozen=True, slots=True)
class Actor:
    """One identity: its key where the packed lists know it, the spelling that most documents have, all spellings with the commonest first, and
    where it stands. A private person stands in one document alone.
    """

    key: str | None
    name: str
    country: str | None
    sectors: tuple[str, ...]
    private: bool
    spellings: tuple[str, ...]
    documents: tuple[str, ...]


def same_across(one: EntityValue, other: EntityValue) -> bool:
    """Whether two entities of different documents are one public figure or one organisation.

    Full names and names of bodies are compared by sound and script, and their countries must agree; a surname alone is somebody only
    where the packed lists know one bearer in that country. Plain descriptions (*riot police*) are one by the same words and country.
    """
    if one.private or other.private:
        return False
    keys = public_key(one.name, one.country), public_key(other.name, other.country)
    if keys != (None, None):
        return keys[0] == keys[1]
    if one.country != other.country and (None not in (one.country, other.country) or _is_organised(one.name) or _is_organised(other.name)):
        return False
    return _same_named(one.name, other.name)


def across(rows: Iterable[Seen]) -> list[Actor]:
    """Every identity of the entities of many documents, those in the most documents first.

    The same rows give the same identities in whatever order they come. Where three names are not all one with each other (*J. Smith* fits
    *John* and *Jane*), a name joins the commonest with which it has no such conflict.
    """
    known: dict[tuple[str | int, ...], Tally] = {}
    open_rows: dict[tuple[str, str | None], Tally] = {}
    numbers: dict[str, int] = {}
    for row in rows:
        value, document = row.value, numbers.setdefault(row.document, len(numbers))
        key = None if value.private else public_key(value.name, value.country)
        if key is not None:
            tally = known.setdefault(("key", key), {})
        elif value.private or _is_lone(value.name):
            tally = known.setdefault(("document", document, value.identity), {})
        else:
            tally = open_rows.setdefault((value.name, value.country), {})
        tally.setdefault(replace(value, identity=""), array("L")).append(document)
    ids = list(numbers)
    actors = (_actor(tallies, ids) for tallies in ([*([tally] for tally in known.values()), *_clusters(open_rows)]))
    return sorted(actors, key=lambda a: (-len(a.documents), plain(a.name), a.name, a.country or "", a.documents))


class Sought:
    """A name that somebody asks for, and whether an entity bears it, whatever the spelling."""

    def __init__(self, words: str) -> None:
        self.words = words.strip()
        self._keys = public_keys(self.words)
        self._sounds = frozenset().union(
            *(sounds_of(word) for name in (self.words, *listed_names(self._keys)) for word in name_words(name))
        )
        self._short = len(name_words(self.words)) < 2

    def bears(self, value: EntityValue) -> bool:
        """Whether ``value`` is the one asked for. A private person is found by the very words of the name alone, and never by a likeness."""
        name = value.name
        if plain(self.words) == plain(name) or (self.words and self._stands_in(name)):
            return True
        if value.private or not self.words or not self._may_sound_like(name):
            return False
        if self._keys and public_key(name, value.country) in self._keys:
            return True
        if len(name_words(name)) < 2 and not self._short:
            return False  # a surname alone may be anybody's
        return same_name(self.words, name)

    def _stands_in(self, name: str) -> bool:
        asked, borne = ([t.plain for t in tokens_of(words)] for words in (self.words, name))
        return bool(asked) and any(borne[at : at + len(asked)] == asked for at in range(len(borne)))

    def _may_sound_like(self, name: str) -> bool:
        if is_other(name) or is_other(self.words) or is_body(name) or is_body(self.words):
            return True
        return any(not self._sounds.isdisjoint(sounds_of(word)) for word in name_words(name))


class Spellings:
    """Which of many names are the one that somebody asks for. What was compared once is kept for the next time, of the last :data:`ASKED` names
    asked for; safe to use from several threads.
    """

    def __init__(self) -> None:
        self._told: dict[str, tuple[frozenset[tuple[str, str | None]], frozenset[tuple[str, str | None]]]] = {}

    def __call__(self, words: str, parties: frozenset[tuple[str, str | None]]) -> frozenset[tuple[str, str | None]]:
        """Those of ``parties``, public figures and bodies by name and country, who bear the name in some spelling."""
        compared, borne = self._told.get(words, (frozenset(), frozenset()))
        sought = Sought(words)
        borne |= {(name, country) for name, country in parties - compared if sought.bears(EntityValue(name, "", country))}
        kept = dict(list(self._told.items())[-ASKED:])
        self._told = {**kept, words: (parties, borne & parties)}
        return borne & parties


def key_of(value: EntityValue) -> str | None:
    """One key for a public figure or a body in all documents: that of the packed lists, else the country and the name as it sounds in English.
    ``None`` for private people, for who is only described, for a surname alone that the lists do not have and for who has no country.

    A state's bare name is its government: ``ken``. One key is one name in one country. Names that are further apart than their letters sound (*J. Smith*, *John Smith*) have two.
    """
    if value.private:
        return None
    if state_of(value.name) == value.country:
        return value.country.lower() if value.country else None
    listed = public_key(value.name, value.country)
    if listed is not None or value.country is None or _is_lone(value.name) or _is_plain(value.name):
        return listed
    parts = _of_body(value.name) if is_body(value.name) else [fold(romanised(word)) for word in name_words(value.name)]
    return f"{value.country.lower()}-{'-'.join(parts)}" if parts and all(parts) else None


def state_of(name: str) -> str | None:
    """The country whose bare name ``name`` is: *the United States*, *US*."""
    bare = name.removeprefix("the ").removeprefix("The ")
    names = find_names(bare, cased=True)
    return names[0].code if names and names[0].kind == "country" and (names[0].start, names[0].end) == (0, len(bare)) else None


def _of_body(name: str) -> list[str]:
    """The words of a body's name in one order, what stands in brackets behind them; its letters where it has no words."""
    taken = body_name(name)
    return [*(sorted(taken.words) or sorted(taken.acronyms)), *taken.detail]


def _is_lone(name: str) -> bool:
    """Whether a name is one word that may be anybody's surname."""
    return len(name_words(name)) < 2 and not is_body(name) and not _is_plain(name)


def _is_organised(name: str) -> bool:
    return is_body(name) or _is_plain(name)


def _is_plain(name: str) -> bool:
    """Whether a name is a description: lower-case words, but for a capital at its start, of a role."""
    words = [t.written for t in tokens_of(name)]
    if any(w[0].isupper() for w in words[1:]) or is_other(name):
        return False
    return not words or not words[0][0].isupper() or find_sectors(name) is not None


def _same_named(one: str, other: str) -> bool:
    if _is_plain(one) or _is_plain(other):
        return [t.plain for t in tokens_of(one)] == [t.plain for t in tokens_of(other)]
    if is_body(one) or is_body(other):
        return same_body(one, other)
    return len(name_words(one)) > 1 and len(name_words(other)) > 1 and same_name(one, other)


def _clusters(rows: dict[tuple[str, str | None], Tally]) -> Iterator[list[Tally]]:
    """Tallies of one name and country that are one identity; a name joins the first cluster that it agrees with throughout."""
    clusters: list[list[tuple[str, str | None]]] = []
    by_block: dict[tuple[str, str], list[int]] = {}
    for each in sorted(rows, key=lambda n: (-len(set(chain(*rows[n].values()))), plain(n[0]), n[0], n[1] or "")):
        value = EntityValue(each[0], "", each[1])
        near = sorted({number for block in _blocks(*each) for number in by_block.get(block, ())})
        fits = (n for n in near if all(same_across(value, EntityValue(mate[0], "", mate[1])) for mate in clusters[n]))
        number = next(fits, len(clusters))
        if number == len(clusters):
            clusters.append([])
        clusters[number].append(each)
        for block in _blocks(*each):
            if number not in by_block.setdefault(block, []):
                by_block[block].append(number)
    yield from ([rows[each] for each in cluster] for cluster in clusters)


def _blocks(name: str, country: str | None) -> list[tuple[str, str]]:
    """What two names that may be one share at least one of: a description's words; of a body's name its country, and the sound or the first
    letter of a word; the sound of a word of a person's name.
    """
    if _is_plain(name):
        return [(country or "", " ".join(t.plain for t in tokens_of(name)))]
    if not is_body(name):
        return sorted({("", sound) for word in name_words(name) for sound in sounds_of(word)})
    taken = body_name(name)
    return sorted(
        {(country or "", part) for word in taken.words for part in (*sounds_of(word), f"{word[0]}…")}
        | {(country or "", f"{a[0]}…") for a in taken.acronyms}
    )


def _actor(tallies: Sequence[Tally], ids: Sequence[str]) -> Actor:
    counts: dict[str, set[int]] = {}
    countries, sectors = Counter[str](), Counter[str]()
    for value, documents in (each for tally in tallies for each in tally.items()):
        counts.setdefault(value.name, set()).update(documents)
        countries[value.country or ""] += len(documents)
        sectors["+".join(value.sectors)] += len(documents)
    spellings = sorted(counts, key=lambda name: (-len(counts[name]), -len(name_words(name)), plain(name), name))
    first = next(iter(tallies[0]))
    return Actor(
        None if first.private else public_key(first.name, first.country),
        max(spellings, key=lambda name: (len(name_words(name)) > 1, len(counts[name]))),
        _commonest(countries),
        tuple(filter(None, (_commonest(sectors) or "").split("+"))),
        first.private,
        tuple(spellings),
        tuple(sorted(ids[document] for document in set[int]().union(*counts.values()))),
    )


def _commonest(counted: Mapping[str, int]) -> str | None:
    """The value of the most rows, the first in the alphabet among equals; nothing is no value."""
    return min(filter(None, counted), key=lambda value: (-counted[value], value), default=None)
