"""Whether two names are one party, ministry, army or other body: word order, acronyms, other languages, spellings of the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tocsin.resolve.countries import plain, read_table
from tocsin.resolve.entities.scripts import is_other, romanised
from tocsin.resolve.entities.sounds import distance
from tocsin.resolve.word_lists import listed

_SMALL = listed(
    "of the and for in on at to by de la le las los del des du et y e da do dos das der die das des für fur und a an al el para per por i "
    "ta della di degli dei pour l d ve"
)
"""Small words in a name, here and in the languages whose names news quotes."""
_GENERIC = frozenset({"party", "movement", "group", "network", "organization"})
"""Words that come and go beside a name that is told without them: *the Hamas movement*, *United Russia party*."""
_HEADS = listed(
    "party ministry department movement front army union congress council committee commission court agency office force forces service "
    "organization league alliance coalition association federation assembly parliament senate bureau guard police fund bank brigade brigades "
    "authority institute institution board tribunal corps militia network society company university community republic mission program "
    "platform rally observatory watch fighters tigers democrats government convention secretariat command directorate headquarters "
    "state list bloc district administration nations world international democracy"
)
"""Words that tell a body. Two of them are one only to the letter: *council* is no spelling of *counsel*."""
_SPELLED: Mapping[str, str] = {
    "defence": "defense",
    "programme": "program",
    "labour": "labor",
    "centre": "center",
    "organisation": "organization",
    "co": "",
    "mobilisation": "mobilization",
    "internal": "interior",
    "ministries": "ministry",
    "affairs": "",
    "guards": "guard",
    "worker": "workers",
    "peoples": "people",
    "election": "electoral",
    "moslem": "muslim",
}
"""English words with the form that is compared; empty where names have the word or not (*Ministry of Foreign Affairs*)."""
_ACRONYM = re.compile(r"[A-ZÀ-Þ](?:[A-Za-zÀ-ÿ0-9]|[.&](?=\w)|-(?=[A-Z]))*\.?")
_SHORTENED = re.compile(r"\s*\(\s*([^()]{1,60})\s*\)")
_OWNER = re.compile(r"^[A-Z]\w+['’]s?\s(?=[A-Z]\w+ )")
"""*Egypt's* Supreme Council of the Armed Forces."""
_OF_PEOPLE = re.compile(r"(?:People|Worker|Lord|Farmer|Citizen|Socialist|Women|Children|Student|Teacher|Peasant)s?['’]")
"""Owners that are part of a name."""
_WHOSE = re.compile(r"^(?:USA?|UK|U\.\s?S\.(?:\s?A\.)?|U\.\s?K\.)\s+(?=\S)", re.IGNORECASE)
"""Letters for a state before the name of its body: *US Senate*, *U.S. Senate*."""
_STRICT = 0.75
"""Share of the limit for persons up to which words of bodies' names are one: Jamaat and Jamiat are two."""


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name taken apart: its content words in one form, its acronyms, and what stands in brackets behind it."""

    words: tuple[str, ...]
    acronyms: tuple[str, ...]
    detail: tuple[str, ...]
    in_full: str
    """The name in plain words, small ones too, for acronyms to be made of; empty where it is an acronym."""


def is_body(name: str) -> bool:
    """Whether ``name`` looks like that of a body and not of a person: a word such as *party* or *ministry*, or an acronym."""
    taken = body_name(name)
    return bool(taken.acronyms) or any(w in _HEADS for w in taken.words)


def same_body(one: str, other: str) -> bool:
    """Whether two names may be those of one body. A word more that tells something makes another body: *the National Council* is no *National
    Security Council*, *the Freedom Party* not that of Austria.
    """
    a, b = body_name(one), body_name(other)
    if a.acronyms and b.acronyms and not a.words and not b.words:
        return bool(set(a.acronyms) & set(b.acronyms)) and (a.detail == b.detail or _agree(a.detail, b.detail, exact=True))
    for short, long in ((a, b), (b, a)):
        for acronym in short.acronyms:
            if acronym in long.acronyms or (acronym,) == long.words or (long.words and stands_for(acronym, long)):
                return not short.detail or not long.detail or _agree(short.detail, long.detail, exact=True)
        if short.acronyms and not short.words:
            return False
    if a.detail and b.detail and not _agree(a.detail, b.detail, exact=True):
        return False
    return _agree(a.words, b.words) or _joined(a, b)


def stands_for(acronym: str, name: BodyName) -> bool:
    """Whether ``acronym`` (plain letters) is made of the first letters of ``name``'s words, here or in another language."""
    every = [w for w in re.split(r"[\s-]+", name.in_full) if w]
    main = [w for w in every if w not in _SMALL]
    if len(main) < 2:
        return False
    letters = {"".join(w[0] for w in words) for words in (every, main)}
    if acronym in letters or _in_pieces(acronym, main):
        return True
    return len(acronym) == len(main) and _in_any_order(acronym, main)


@lru_cache(maxsize=4096)
def body_name(name: str) -> BodyName:
    """Take a name apart."""
    bare = romanised(name).strip() if is_other(name) else name.strip()
    bare = re.sub(r"^(?:the|The)\s+", "", bare)
    if not _OF_PEOPLE.match(bare):
        bare = _OWNER.sub("", bare)
    acronyms: list[str] = []
    detail: list[str] = []
    for inside in _SHORTENED.findall(bare):
        if _is_acronym(inside) and len(inside) > 1:
            acronyms.append(_letters(inside))
        else:
            detail += _content(inside)
    bare = _SHORTENED.sub("", bare).strip()
    if _is_acronym(bare) and " " not in bare:
        return BodyName((), (*acronyms, _letters(bare)), tuple(detail), "")
    bare = _WHOSE.sub("", bare)
    return BodyName(tuple(_content(bare)), tuple(acronyms), tuple(detail), plain(re.sub(r"['’]s?\b", "", bare)))


def _content(words: str) -> list[str]:
    found = []
    bare = re.sub(r"['’](?:s\b)?", "", words).replace("Co-", "Co")
    for word in re.findall(r"[^\W_]+", bare):
        form = _english().get(plain(word), plain(word))
        form = _SPELLED.get(form, form)
        found += [part for part in form.split("+") if part and part not in _SMALL]
    return found


def _is_acronym(word: str) -> bool:
    letters = re.sub(r"[.\s&-]", "", word)
    marks = sum(c.isupper() or c.isdigit() for c in letters)
    return 2 <= len(letters) <= 8 and _ACRONYM.fullmatch(word) is not None and marks >= 2 and 2 * marks >= len(letters)


def _letters(acronym: str) -> str:
    """In plain form; a part behind a hyphen is kept apart, for *SPLM-N* is not *SPLM*."""
    return re.sub(r"[.\s&]", "", plain(acronym))


def _agree(one: Sequence[str], other: Sequence[str], *, exact: bool = False) -> bool:
    """The same words in any order, spelled alike; generic ones may be missing where something is left without them."""
    a, b = list(one), list(other)
    for word in list(a):
        if word in b:
            a.remove(word)
            b.remove(word)
    if not exact and len(one) - len(a) + min(len(a), len(b)) > 0:
        kept_a, kept_b = ([w for w in left if w not in _GENERIC] for left in (a, b))
        if len(one) > len(a) or (kept_a and kept_b):
            a, b = kept_a, kept_b
    if len(a) != len(b):
        return False
    for word in a:
        near = next((w for w in b if _near(word, w)), None)
        if near is None:
            return False
        b.remove(near)
    return bool(one) and bool(other)


def _near(one: str, other: str) -> bool:
    """Ordinary words must be alike to the letter; names may be spelled in two ways."""
    if one in _HEADS or other in _HEADS or one in _known_words() or other in _known_words():
        return one == other or (one.rstrip("s") == other.rstrip("s"))
    return distance(one, other) <= _STRICT


def _joined(a: BodyName, b: BodyName) -> bool:
    """*Hizb-ul-Mujahideen* and *Hizbul Mujahideen*."""
    one, other = (re.sub(r"[^a-z]", "", name.in_full) for name in (a, b))
    return len(one) > 6 and len(other) > 6 and distance(one, other) <= _STRICT / 2


def _in_pieces(acronym: str, words: Sequence[str]) -> bool:
    """*ASEAN*, *AMISOM*: up to three letters of each word, one or two words left out, the first never."""
    if len(acronym) < 4 or acronym[0] != words[0][0] or len(acronym) < len(words) - 1:
        return False

    def rest(at: int, word: int, left_out: int) -> bool:
        if at == len(acronym):
            return word >= len(words) or left_out + len(words) - word <= 1
        if word == len(words):
            return False
        for size in (1, 2, 3):
            if (
                acronym[at : at + size] == words[word][:size]
                and len(acronym[at : at + size]) == size
                and rest(at + size, word + 1, left_out)
            ):
                return True
        return word > 0 and left_out < 1 and rest(at, word + 1, left_out + 1)

    return rest(0, 0, 0)


def _in_any_order(acronym: str, words: Sequence[str]) -> bool:
    """*FLN* for *National Liberation Front*: each letter opens one of the words in one of the languages of the table."""
    left = Counter(acronym)
    for word in sorted(words, key=lambda w: len(_openings(w))):
        letter = next((c for c in sorted(_openings(word), key=lambda c: c != word[0]) if left[c]), None)
        if letter is None:
            return False
        left[letter] -= 1
    return True


@cache
def _openings(word: str) -> frozenset[str]:
    form = _english().get(word, word)
    return frozenset({word[0], *_table().get(form, ())})


@cache
def _table() -> Mapping[str, frozenset[str]]:
    """English words with the first letters of their translations. Built once from the packaged table."""
    return {english: frozenset(plain(w)[0] for w in others.split()) for english, others in read_table("body_words.tsv")}


@cache
def _english() -> Mapping[str, str]:
    """Words of other languages with the English one. Built once from the packaged table."""
    found: dict[str, str] = {}
    for english, others in read_table("body_words.tsv"):
        for word in others.split():
            found.setdefault(plain(word), english)
    return found


@cache
def _known_words() -> frozenset[str]:
    return frozenset(_english().values())
