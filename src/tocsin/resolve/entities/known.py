"""A user's own list of actors: who they are called, and what they are. It comes before every rule."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tocsin.codebook import BODIES, SECTORS
from tocsin.errors import InputError
from tocsin.resolve.countries import country_codes
from tocsin.resolve.entities.spellings import same_name

COLUMNS = ("name", "aliases", "country", "sector", "identity", "private")
_TRUE, _FALSE = frozenset({"true", "yes", "1", "y"}), frozenset({"false", "no", "0", "n", ""})


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """One row of the list. ``identity`` is the user's own id, the name where none was given."""

    name: str
    aliases: tuple[str, ...]
    country: str | None
    sectors: tuple[str, ...]
    identity: str
    private: bool


@dataclass(frozen=True, slots=True)
class KnownEntities:
    """A user's list, in its order."""

    entities: tuple[KnownEntity, ...]

    @classmethod
    def read(cls, path: Path) -> KnownEntities:
        """Read a CSV file with the columns ``name,aliases,country,sector,identity,private`` (all but ``name`` may be absent or empty).

        ``aliases`` and ``sector`` hold several values with ``|`` between them.

        Raises:
            InputError: the file cannot be read, lacks the column ``name``, or a row is wrong; the message names the row and the mend.
        """
        try:
            with path.open(encoding="utf-8-sig", newline="") as lines:
                reader = csv.DictReader(lines)
                columns = [c.strip().lower() for c in reader.fieldnames or ()]
                _check_columns(path, columns)
                reader.fieldnames = columns
                return cls(tuple(_entity(path, reader.line_num, row) for row in reader))
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise InputError(f"{path}: the list of known actors cannot be read as a UTF-8 CSV file ({error})") from error

    def find(self, words: str) -> KnownEntity | None:
        """The entity whose name or alias ``words`` hold or spell, ``None`` where the list has none."""
        for entity in self.entities:
            if any(_names(words, name) for name in (entity.name, *entity.aliases)):
                return entity
        return None


def _names(words: str, name: str) -> bool:
    if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE if len(name) > 5 else 0):
        return True
    return len(name.split()) > 1 and len(words.split()) > 1 and same_name(words, name)


def _check_columns(path: Path, columns: Iterable[str]) -> None:
    if "name" not in columns:
        raise InputError(
            f"{path}: the list of known actors needs a first line with the columns {','.join(COLUMNS)}; only name must be there"
        )
    unknown = [c for c in columns if c not in COLUMNS]
    if unknown:
        raise InputError(f"{path}: unknown column {unknown[0]!r}; the columns are {','.join(COLUMNS)}")


def _entity(path: Path, line: int, row: dict[str, str | None]) -> KnownEntity:
    where = f"{path}, line {line}"
    if None in row:
        raise InputError(f"{where}: more cells than columns; put a value that holds a comma in double quotes")
    cells = {column: (value or "").strip() for column, value in row.items()}
    name = cells["name"]
    if not name:
        raise InputError(f"{where}: the name is empty")
    country = cells.get("country", "").upper() or None
    if country is not None and country not in BODIES and country not in country_codes():
        raise InputError(f"{where}: {country!r} is no ISO 3166-1 alpha-3 code and none of {', '.join(BODIES)}")
    sectors = tuple(filter(None, (part.strip().upper() for part in cells.get("sector", "").split("|"))))
    for sector in sectors:
        if sector not in SECTORS:
            raise InputError(f"{where}: {sector!r} is no sector; the sectors are {', '.join(SECTORS)}")
    private = cells.get("private", "").lower()
    if private not in _TRUE | _FALSE:
        raise InputError(f"{where}: private is {private!r}; write yes or no")
    aliases = tuple(filter(None, (part.strip() for part in cells.get("aliases", "").split("|"))))
    return KnownEntity(name, aliases, country, sectors, cells.get("identity") or name, private in _TRUE)
