"""Chinese and Korean names: pinyin against Wade-Giles, and Korean romanisations against one another.

A Chinese name in Wade-Giles is put into pinyin syllable by syllable; newspapers drop its apostrophes, so that a bare ``ch`` may be any of
four initials. Korean names of three syllables are compared by what the romanisations agree on: consonants by class, vowels by colour.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import product

from tocsin.resolve.countries import plain
from tocsin.resolve.entities.scripts import is_east_asian, romanised
from tocsin.resolve.word_lists import listed

_MOST = 64
"""Readings of one name that are tried."""

_SYLLABLE = re.compile(r"(ts|tz|ch|hs|sh|[bpmfdtnlgkhjqxrzscyw]?)(’?)([aeiouv]+(?:ng|n|rh|h|r)?)")
_INITIALS: Mapping[tuple[str, bool], tuple[str, ...]] = {
    ("p", False): ("b",),
    ("p", True): ("p",),
    ("t", False): ("d",),
    ("t", True): ("t",),
    ("k", False): ("g",),
    ("k", True): ("k",),
    ("ch", False): ("zh", "j"),
    ("ch", True): ("ch", "q"),
    ("ts", False): ("z",),
    ("tz", False): ("z",),
    ("ts", True): ("c",),
    ("tz", True): ("c",),
    ("hs", False): ("x",),
    ("j", False): ("r",),
}
"""Initials of Wade-Giles, without and with their apostrophe, in pinyin."""
_FINALS: Mapping[str, str] = {
    "ung": "ong",
    "ieh": "ie",
    "ien": "ian",
    "ueh": "ue",
    "uei": "ui",
    "erh": "er",
    "ih": "i",
    "uh": "i",
    "o": "e",
    "eh": "ie",
    "iung": "iong",
}

_KOREAN_SURNAMES: Mapping[str, str] = {
    **dict.fromkeys(("lee", "yi", "rhee", "ri", "i", "li"), "R"),
    **dict.fromkeys(("park", "pak", "bak"), "P"),
    **dict.fromkeys(("kim", "gim"), "K"),
    **dict.fromkeys(("choi", "choe", "ch’oe"), "C"),
    **dict.fromkeys(("chung", "jung", "jeong", "chong", "cheong"), "J"),
    **dict.fromkeys(("cho", "jo"), "O"),
    **dict.fromkeys(("roh", "noh", "no", "ro"), "N"),
    **dict.fromkeys(("moon", "mun"), "M"),
    **dict.fromkeys(("kang", "gang"), "A"),
    **dict.fromkeys(("yoon", "yun"), "Y"),
    **dict.fromkeys(("jang", "chang"), "G"),
    **dict.fromkeys(("chun", "jeon", "chon"), "D"),
    **dict.fromkeys(("han", "hahn"), "H"),
    **dict.fromkeys(("ban", "pan"), "B"),
    **dict.fromkeys(("hwang",), "W"),
    **dict.fromkeys(("oh", "o"), "E"),
    **dict.fromkeys(("shin", "sin"), "S"),
    **dict.fromkeys(("suh", "seo", "so"), "U"),
}
_ONLY_KOREAN = listed("kim park pak lee yi roh choi choe moon yoon ri rhee jang chung cho jo kang ban noh no")
"""Surnames that tell a Korean name where the other of two may be one: *Han* and *Chang* are Chinese too."""
_KOREAN_FOLDS: tuple[tuple[str, str], ...] = (
    *(("wae", "we"), ("woo", "u"), ("kk", "k"), ("tt", "t"), ("pp", "p"), ("jj", "c"), ("ch", "c"), ("j", "c"), ("sh", "s"), ("g", "k")),
    *(("d", "t"), ("b", "p"), ("r", "l"), ("ui", "i"), ("eui", "i"), ("ee", "i"), ("ae", "e"), ("ai", "e"), ("oe", "e"), ("oi", "e")),
    *(("eou", "o"), ("eo", "o"), ("eu", "o"), ("ou", "o"), ("oo", "o"), ("u", "o"), ("oh", "o"), ("ye", "e")),
)


def same_east_asian(one: str, other: str) -> bool | None:
    """Whether two spellings are one Chinese or Korean name; ``None`` where they are not both read as such, or the rules cannot tell."""
    korean = _korean(one), _korean(other)
    if korean[0] and korean[1] and (_is_korean(one) or _is_korean(other)):
        return bool(set(korean[0]) & set(korean[1]))
    if not (_is_chinese_marked(one) or _is_chinese_marked(other)):
        return None
    return bool(set(_pinyin(one)) & set(_pinyin(other))) or None


def _syllables(name: str) -> list[str]:
    return re.findall(r"[a-z’]+", plain(romanised(name)).replace("'", "’").replace("ʼ", "’").replace("‘", "’"))


def _is_chinese_marked(name: str) -> bool:
    """Whether a name is in Chinese characters or hyphened as Wade-Giles is."""
    return is_east_asian(name) or re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+['’]?[^\W\d_]*(?:-[^\W\d_]+['’]?[^\W\d_]*)?)", name) is not None


@lru_cache(maxsize=4096)
def _pinyin(name: str) -> tuple[str, ...]:
    """The name as its family name and the rest in one, in every pinyin that its spelling may stand for."""
    syllables = _syllables(name)
    if not 2 <= len(syllables) <= 4:
        return ()
    plainly = (syllables[0] + "|" + "".join(syllables[1:])).replace("’", "")
    bare = "’" not in name and "'" not in name
    ways = [_from_wade_giles(s, bare) for s in syllables]
    if not all(ways):
        return (plainly,)
    read = [way[0] + "|" + "".join(way[1:]) for way, _ in zip(product(*ways), range(_MOST), strict=False)]
    return tuple(dict.fromkeys((plainly, *read)))


def _from_wade_giles(syllable: str, bare: bool) -> tuple[str, ...]:
    """A Wade-Giles syllable in pinyin; with ``bare`` its apostrophe may have been dropped."""
    found = _SYLLABLE.fullmatch(syllable)
    if not found:
        return ()
    initial, breath, final = found[1], bool(found[2]), found[3]
    initials = _INITIALS.get((initial, breath), (initial,))
    if bare and (initial, True) in _INITIALS:
        initials = (*initials, *_INITIALS[initial, True])
    final = final if final == "o" and initial in {"p", "f", "m", "w", ""} else _FINALS.get(final, final)
    if initial == "y" and final in {"ie", "ian", "e"}:
        final = {"ie": "e", "ian": "an", "e": "e"}[final]
    return tuple(i + final for i in initials)


def _is_korean(name: str) -> bool:
    """Whether a name is in Korean letters, or its spelling is none that pinyin or Wade-Giles has."""
    if re.search(r"[\uac00-\ud7a3]", name):
        return True
    syllables = _syllables(name)
    return bool(syllables) and syllables[0] in _ONLY_KOREAN


@lru_cache(maxsize=4096)
def _korean(name: str) -> tuple[str, ...]:
    """Keys of a name of a Korean surname and one or two syllables; empty where it is none."""
    if not (is_east_asian(name) or re.fullmatch(r"[^\W\d_]+ [^\W\d_’']+[- ]?[^\W\d_]*", name)):
        return ()
    syllables = _syllables(name)
    if not 2 <= len(syllables) <= 3 or syllables[0] not in _KOREAN_SURNAMES:
        return ()
    if is_east_asian(name) and not _is_korean(name):
        return ()
    return (f"{_KOREAN_SURNAMES[syllables[0]]}|{_colours(syllables[1:])}",)


def _colours(syllables: Sequence[str]) -> str:
    keys = []
    for syllable in syllables:
        key = syllable.replace("’", "").replace("ng", "N")
        for spelling, sound in _KOREAN_FOLDS:
            key = key.replace(spelling, sound)
        keys.append(re.sub(r"(.)\1+", r"\1", key))
    return "".join(keys)
