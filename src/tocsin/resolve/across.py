"""One identity across documents, for public figures and organisations. Private people are never linked outside of their document.

Nothing of it is stored: it is told from the names, countries and marks of privacy that each document's entities have, so that it holds for
a database that was made before, and cannot depend on the order in which documents came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tocsin.records import EntityValue
from tocsin.resolve.body_names import body_name, is_body, same_body
from tocsin.resolve.countries import plain, tokens_of
from tocsin.resolve.public_names import listed_names, public_key, public_keys, sound_of
from tocsin.resolve.scripts import is_other
from tocsin.resolve.sectors import find_sectors
from tocsin.resolve.spellings import name_words, same_name


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
    known: dict[tuple[str, ...], list[Seen]] = {}
    open_rows: dict[tuple[str, str | None], list[Seen]] = {}
    for row in rows:
        key = None if row.value.private else public_key(row.value.name, row.value.country)
        if key is not None:
            known.setdefault(("key", key), []).append(row)
        elif row.value.private or _is_lone(row.value.name):
            known.setdefault(("document", row.document, row.value.identity), []).append(row)
        else:
            open_rows.setdefault((row.value.name, row.value.country), []).append(row)
    groups = [*known.values(), *([row for rows in some for row in rows] for some in _clusters(open_rows))]
    return sorted(map(_actor, groups), key=lambda a: (-len(a.documents), plain(a.name), a.name, a.country or "", a.documents))


class Sought:
    """A name that somebody asks for, and whether an entity bears it, whatever the spelling."""

    def __init__(self, words: str) -> None:
        self.words = words.strip()
        self._keys = public_keys(self.words)
        self._sounds = frozenset(sound_of(word) for name in (self.words, *listed_names(self._keys)) for word in name_words(name))
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
        return not self._sounds.isdisjoint(map(sound_of, name_words(name)))


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


def _clusters(rows: dict[tuple[str, str | None], list[Seen]]) -> Iterator[list[list[Seen]]]:
    """Rows of one name and country that are one identity; a name joins the first cluster that it agrees with throughout."""
    clusters: list[list[tuple[str, str | None]]] = []
    by_block: dict[tuple[str, str], list[int]] = {}
    for each in sorted(rows, key=lambda n: (-len({r.document for r in rows[n]}), plain(n[0]), n[0], n[1] or "")):
        value = rows[each][0].value
        near = sorted({number for block in _blocks(*each) for number in by_block.get(block, ())})
        fits = (n for n in near if all(same_across(value, rows[mate][0].value) for mate in clusters[n]))
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
        return sorted({("", sound_of(word)) for word in name_words(name)})
    taken = body_name(name)
    return sorted(
        {(country or "", part) for word in taken.words for part in (sound_of(word), f"{word[0]}…")}
        | {(country or "", f"{a[0]}…") for a in taken.acronyms}
    )


def _actor(rows: Sequence[Seen]) -> Actor:
    counts: dict[str, set[str]] = {}
    for row in rows:
        counts.setdefault(row.value.name, set()).add(row.document)
    spellings = sorted(counts, key=lambda name: (-len(counts[name]), -len(name_words(name)), plain(name), name))
    first = rows[0].value
    full = max(spellings, key=lambda name: (len(name_words(name)) > 1, len(counts[name])))
    return Actor(
        None if first.private else public_key(first.name, first.country),
        full,
        _commonest(r.value.country for r in rows if r.value.country),
        tuple(filter(None, (_commonest("+".join(r.value.sectors) for r in rows if r.value.sectors) or "").split("+"))),
        first.private,
        tuple(spellings),
        tuple(sorted({row.document for row in rows})),
    )


def _commonest(values: Iterable[str]) -> str | None:
    found = list(values)
    return min(set(found), key=lambda value: (-found.count(value), value), default=None)
