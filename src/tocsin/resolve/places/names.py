"""One form for all spellings of a place name, and the generic words that stand beside names.

``key("Sana'a") == key("Sanaa")``, ``key("Saint-Denis") == key("St. Denis")``, ``key("The Hague") == key("Hague")``.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a", "ŋ": "n", "ħ": "h"},
)
_SILENT = re.compile(r"['’‘ʼʻʿʾ`´ʹʺ.]+")
_GAP = re.compile(r"[^\w]+|_+")
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}

FIRST_LEVEL = frozenset("province state region oblast governorate emirate krai republic prefecture voblast wilaya velayat vilayat".split())  # noqa: SIM905
SECOND_LEVEL = frozenset(
    [
        "county",
        "district",
        "parish",
        "department",
        "municipality",
        "borough",
        "raion",
        "rayon",
        "canton",
        "subcounty",
        "upazila",
        "tehsil",
        "taluk",
        "taluka",
        "mandal",
        "commune",
        "woreda",
        "regency",
        "shire",
        "subdistrict",
        "sub-district",
        "cercle",
    ]
)
SETTLEMENT = frozenset(
    [
        "city",
        "town",
        "village",
        "township",
        "hamlet",
        "settlement",
        "municipality",
        "capital",
        "port",
        "suburb",
        "neighborhood",
        "neighbourhood",
        "locality",
        "camp",
        "town-ship",
    ]
)
_DIVISION_WORDS = (
    FIRST_LEVEL
    | SECOND_LEVEL
    | frozenset(
        {
            *("oblysy", "oblast'", "governorate", "muhafazat", "muhafazah", "wilayat", "sheng", "shi", "zizhiqu", "kreis", "landkreis"),
            *("departamento", "provincia", "province", "departement", "département", "arrondissement", "partido", "municipio", "cantón"),
            *("estado", "region", "région", "regione", "okrug", "autonomous", "special", "metropolitan", "il", "ilce", "qarku", "judet"),
            *("județ", "powiat", "county", "urban", "rural", "concelho", "distrito", "provinsi", "kabupaten", "kota", "changwat", "amphoe"),
            *("tỉnh", "tinh", "huyện", "ostan", "shahrestan", "shahrestān-e", "of", "the", "de", "el", "la", "territory", "division"),
        },
    )
)


def key(name: str) -> str:
    """``name`` without case, accents, apostrophes, hyphens and a leading article, with *Saint*, *Mount*, *Fort* shortened."""
    folded = unicodedata.normalize("NFKD", name.casefold()).translate(_LETTERS)
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    words = _GAP.sub(" ", _SILENT.sub("", plain)).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_SHORT.get(word, word) for word in words)


def bare_division(name: str) -> str:
    """A division's name without its generic words: ``Rapides Parish`` gives ``Rapides``, ``Maidan Wardak Province`` ``Maidan Wardak``.

    The name itself where nothing else would be left.
    """
    words = name.split()
    while len(words) > 1 and words[-1].casefold() in _DIVISION_WORDS:
        words.pop()
    while len(words) > 1 and words[0].casefold() in _DIVISION_WORDS - {"el", "la", "district"}:
        words.pop(0)
    return " ".join(words)
