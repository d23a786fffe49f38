"""Whether two spellings are one name: transliterations, other scripts, honorifics, initials, surnames alone, abbreviations.

Persons' names are compared word by word (:mod:`tocsin.resolve.entities.sounds`), names of bodies by their words in any order
(:mod:`tocsin.resolve.entities.body_names`), Chinese and Korean ones by their syllables (:mod:`tocsin.resolve.entities.east_asian_names`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from tocsin.resolve.countries import plain
from tocsin.resolve.entities.body_names import body_name, is_body, same_body, stands_for
from tocsin.resolve.entities.east_asian_names import same_east_asian
from tocsin.resolve.entities.scripts import bare_script, is_other, is_vowelless, romanised
from tocsin.resolve.entities.sounds import LOOSE, distance, same_word
from tocsin.resolve.entities.titles import HONORIFICS, PARTICLES
from tocsin.resolve.word_lists import listed

__all__ = ["fold", "is_acronym_of", "listed_forms", "name_forms", "name_words", "same_name", "same_word"]

_LEADING = HONORIFICS | listed(
    "field marshal senior foreign leader advocate baroness begum datuk seri samdech mzee taoiseach sayyed sayed syed emir chief vice "
    "interior defence defense prime crown dowager lama patriarch dato tun ashin"
)
"""Words before a name that tell a rank; more than stand as titles by themselves."""

_FOLDS: tuple[tuple[str, str], ...] = (
    *(("shtsh", "sh"), ("schtsch", "sh"), ("chtch", "sh"), ("shch", "sh"), ("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("dzh", "j")),
    *(("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("dh", "d"), ("th", "t"), ("ck", "k"), ("cz", "ch"), ("sz", "sh")),
    *(("x", "ks"), ("q", "k"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("eu", "u"), ("ae", "e"), ("oe", "e"), ("y", "i")),
)
_JOINED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(?:abd|abed|abdo) (?:(?:al|el|ul|ar|as|ash|an|ad|ir|er|er) )?(?=[a-z]{3})"), "abd"),
    (re.compile(r"\babd(?:ul|el|oul|al|ur|ou|ir|il|ol)[ ]?(?=[a-z]{3})"), "abd"),
    (re.compile(r"\b(?:abu|abou|aboe) ?(?=bakr|bakar|bakker)"), "abu"),
    (re.compile(r" ?\b(?:(?:al|el|ad|ed|ud|ul|ue) ?-?(?:din|deen|dine)|eddine?|uddine?|eddin|uddin)\b"), "din"),
    (re.compile(r"(?<=[a-z])(?:eddine?|uddine?|uddeen|addin)\b"), "din"),
)
"""Arabic compounds that are written as one word or as several."""
LONGEST = 200
"""Characters of a name; longer ones are the same only to the letter, so that no text takes more than linear time."""
_ONE_STRING, _SURE = 0.5, 0.6
"""Shares of the limit within which two names are one whatever their words, and two words are one whatever their order."""
_SUFFIX = re.compile(r"(?<=\w)[ ,]+(jr|sr|junior|senior|i{1,3}|iv|vi{0,3}|ix|x)\.?$", re.IGNORECASE)
_MONOSYLLABLE = re.compile(r"[^aeiouy]*[aeiouy]{1,3}[^aeiouy]*")


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """One word as English readers sound it, to be looked up by: plain letters, digraphs made one, doubled letters single."""
    letters = re.sub(r"[^a-z]", "", plain(word))
    for spelling, one in _FOLDS:
        letters = letters.replace(spelling, one)
    letters = re.sub(r"c(?=[aou]|[^aeiouh]|$)", "k", letters)
    letters = re.sub(r"ie(?=[aeiou])|ii+", "i", letters)
    return re.sub(r"(.)\1+", r"\1", letters)


def name_words(name: str) -> tuple[str, ...]:
    """The words of ``name`` that are compared: no honorifics before it, no particles, no possessive ``'s``."""
    return _kept(name, HONORIFICS)


def same_name(one: str, other: str) -> bool:
    """Whether two spellings may name one person or body within one text: ``Mukhtar Abliazov`` and ``Mr Ablyazov``, ``the Democratic Forces
    Front`` and ``the DFF``. A surname alone agrees with any full name that holds it; two given names must agree.
    """
    first, second = sorted((one, other))  # so that the order of the two cannot matter
    if max(len(first), len(second)) > LONGEST:
        return plain(first) == plain(second)
    if is_body(first) or is_body(second):
        return same_body(first, second) if first else False
    return _same_person(first, second)


def is_acronym_of(short: str, long: str) -> bool:
    """Whether ``short`` (``DFF``, ``D.F.F.``, ``HfX``) is made of the first letters of ``long``'s words, small words counted or not."""
    a, b = body_name(short), body_name(long)
    return bool(a.acronyms and not a.words and b.words) and any(stands_for(acronym, b) for acronym in a.acronyms)


@lru_cache(maxsize=32768)
def _same_person(one: str, other: str) -> bool:
    if not _suffixes_agree(one, other):
        return False
    told = same_east_asian(one, other)
    if told or (told is not None and len(one.split()) > 1 and len(other.split()) > 1):
        return told
    a, b = sorted((_person_words(one), _person_words(other)), key=len)
    if not a:
        return False
    if len(a) == 1:
        return _same_surname(a[0], b) and (len(b) == 1 or _suffix(one) == _suffix(other))
    return _same_full_name(a, b) or (len(_all_words(one)) != len(_all_words(other)) and _run_together(one, other))


def _same_surname(word: str, name: Sequence[str]) -> bool:
    """Whether a lone word is the last or the first of ``name``, or all of it in one."""
    first = len(name) > 1 and len(fold(word)) > 1 and same_word(word, name[0])
    return same_word(word, name[-1]) or first or (len(name) == 2 and len(word) > 5 and distance(word, "".join(name)) <= _ONE_STRING)


def _same_full_name(a: Sequence[str], b: Sequence[str]) -> bool:
    if _initials_differ(a, b):
        return False
    return any(_in_order(x, b) for x in _without_initials(a, b)) or _turned(a, b) or _overlap(a, b)


def _run_together(one: str, other: str) -> bool:
    """*Hizb-ul-Mujahideen* and *Hizbul Mujahideen*: one string of letters, with the small words in it."""
    if re.search(r"\b[A-Z]\b", f"{one} {other}"):
        return False  # George W. Bush, George H. W. Bush
    a, b = (re.sub(r"[^a-z]", "", plain(name)) for name in (one, other))
    return len(a) > 6 and len(b) > 6 and abs(len(a) - len(b)) < 3 and a[0] == b[0] and distance(a, b) <= _ONE_STRING


def _all_words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", name)


def _kept(name: str, titles: frozenset[str]) -> tuple[str, ...]:
    bare = re.sub(r"['’]s?\b(?=\W|$)", "", name)
    words = re.findall(r"[^\W\d_]+(?:['’`][^\W\d_]+)*", bare)
    first = next((i for i, word in enumerate(words) if plain(word) not in titles), len(words))
    kept = words[first:]
    named = [w for w in kept if plain(w) not in PARTICLES or (len(w) == 1 and w.isupper())]
    return tuple(named or kept or words)


@lru_cache(maxsize=8192)
def _person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name as they are compared: in Latin letters but for Arabic and Hebrew, compounds made one word."""
    bare = _SUFFIX.sub("", name) if len(name.split()) > 2 or re.search(r"\b(?:[IVX]+|Jr\.?)$", name) else name
    if is_other(bare):
        bare = bare_script(bare) if is_vowelless(bare) else romanised(bare)
    bare = re.sub(r"\b([A-Z])([A-Z])\b(?= [A-Z])", r"\1 \2", bare)
    bare = re.sub(r"\b(?:El|Al)(?=[A-Z][a-z])", "al ", bare)
    if re.search(r"(?i)\ba[bp]|din|deen|dine", bare):
        bare = _compounds(bare)
    return _kept(bare, _LEADING)


def _compounds(name: str) -> str:
    flat = re.sub(r"[-’'`]", " ", plain(name))
    joined = flat
    for pattern, one in _JOINED:
        joined = pattern.sub(one, joined)
    return name if joined == flat else joined


def _suffixes_agree(one: str, other: str) -> bool:
    """*Ian Paisley* and *Ian Paisley Jr.*, *Mohammed V* and *Mohammed VI* are two; a king without his number may be either."""
    a, b = _suffix(one), _suffix(other)
    if a == b:
        return True
    if {a, b} & {"jr", "junior"} and min(len(one.split()), len(other.split())) > 1:
        return False
    return not a or not b


def _suffix(name: str) -> str:
    found = _SUFFIX.search(name)
    return found[1].lower() if found and (found[1].isupper() or found[1].lower() in {"jr", "sr", "junior"}) else ""


def _initials_differ(a: Sequence[str], b: Sequence[str]) -> bool:
    """Two middle initials that are not one: *George W. Bush*, *George H. W. Bush*."""
    return len(a) > 2 and len(b) > 2 and len(a[1]) == len(b[1]) == 1 and plain(a[1]) != plain(b[1]) and len(a[0]) > 1 and len(b[0]) > 1


def _without_initials(a: Sequence[str], b: Sequence[str]) -> list[Sequence[str]]:
    """``a`` as it is, and without the initials that follow its first word where ``b`` has nothing but a first word and a surname."""
    if len(b) == 2 == len(a) or len(a) <= 2:
        return [a]
    return [a, (a[0], *(w for w in a[1:] if len(w) > 1))] if len(b) == 2 else [a]


def _in_order(short: Sequence[str], long: Sequence[str]) -> bool:
    """Each word of ``short`` has its word in ``long``, in order; an initial stands for a word; the last or the first words agree, or the words
    stand together. In names of single syllables no word may be left out: *Aung San* is not *Aung San Suu Kyi*.
    """
    if len(short) > len(long):
        short, long = long, short
    if (
        len(short) < len(long)
        and all(_MONOSYLLABLE.fullmatch(plain(w)) for w in (*short, *long))
        and len(long) > 2
        and min(map(len, long)) > 1
    ):
        return False
    places = _places(short, long)
    if places is None:
        return False
    if places[-1] == len(long) - 1 or places[0] == 0:
        return True
    return places[-1] - places[0] == len(short) - 1


def _places(short: Sequence[str], long: Sequence[str]) -> list[int] | None:
    """Where each word of ``short`` stands in ``long``; two words may be written as one."""
    found: list[int] = []
    at, i = 0, 0
    while i < len(short):
        last = i == len(short) - 1
        while at < len(long):
            if _agree(short[i], long[at], surname=last and at == len(long) - 1):
                break
            if at + 1 < len(long) and _fused(short[i], long[at], long[at + 1]):
                at += 1
                break
            if not last and _fused(long[at], short[i], short[i + 1]):
                i += 1
                break
            at += 1
        if at == len(long):
            return None
        found.append(at)
        at, i = at + 1, i + 1
    return found or None


def _fused(word: str, first: str, second: str) -> bool:
    return len(word) > len(first) + 1 and len(first) > 1 and len(second) > 1 and distance(word, first + second) <= _SURE


def _turned(a: Sequence[str], b: Sequence[str]) -> bool:
    """The family name first: *Abe Shinzo*, *Orbán Viktor*."""
    if len(a) != len(b) or len(a) > 3 or min(map(len, (*a, *b))) < 2:
        return False
    turned = ((*a[1:], a[0]), (a[-1], *a[:-1]))
    return any(all(distance(x, y) <= _SURE for x, y in zip(t, b, strict=True)) for t in turned)


def _overlap(a: Sequence[str], b: Sequence[str]) -> bool:
    """Two words in common where one name goes on in front and the other behind: *José Manuel Zelaya*, *Manuel Zelaya Rosales*."""
    for left, right in ((a, b), (b, a)):
        for size in range(2, min(len(left), len(right))):
            if all(len(x) > 1 and same_word(x, y) for x, y in zip(left[-size:], right[:size], strict=True)):
                return True
    return False


def _agree(word: str, other: str, *, surname: bool = False) -> bool:
    if 1 in {len(word), len(other)}:
        return romanised(plain(word))[:1] == romanised(plain(other))[:1]
    return same_word(word, other) or (not surname and (distance(word, other) <= LOOSE or bool(name_forms(word) & name_forms(other))))


def name_forms(word: str) -> frozenset[int]:
    """The lines of the table of given names that hold ``word``: two words with a line in common are forms of one name."""
    return listed_forms().get(plain(romanised(word)), frozenset())


@cache
def listed_forms() -> Mapping[str, frozenset[int]]:
    """Given names with the lines that they stand in. Built once from the packaged table."""
    lines = (files("tocsin.resolve") / "data" / "given_forms.txt").read_text(encoding="utf-8").splitlines()
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        if not line.startswith("#"):
            for name in line.split():
                found.setdefault(plain(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}
