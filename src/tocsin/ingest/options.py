"""What a user can say about the inputs: one record for every reader of this room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tocsin.ingest.taken import TableRead

Format: TypeAlias = Literal["auto", "html", "text", "jsonl", "csv", "tsv"]
"""What an input holds. ``auto`` goes by the file's name, then by how its content begins."""


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """How inputs are read.

    ``published`` is the user's word for every text that brings no date of its own column; it is preferred to any date that a page or
    text tells. ``max_bytes`` bounds one file, one unpacked page or text, and one row of a table; tables themselves are read row by row
    and may be of any size. Each ``…_column`` names a table's column where the usual names (see :mod:`tocsin.ingest.columns`) are not
    the right ones.

    ``home`` is the folder of the database that the documents go into, by which files get their ids (see :mod:`tocsin.ingest.ids`); without
    one, an id is the path as it was given.

    ``tell`` is called once for each table that is read, before its first document, with the columns that were taken.
    """

    published: dt.date | None = None
    max_bytes: int = 20_000_000
    text_column: str | None = None
    id_column: str | None = None
    published_column: str | None = None
    title_column: str | None = None
    publisher_column: str | None = None
    url_column: str | None = None
    format: Format = "auto"
    home: str | None = None
    tell: Callable[[TableRead], None] | None = field(default=None, compare=False)
