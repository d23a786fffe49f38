"""By which of its columns a table is read: a plain record, for the one who reads and for the one who tells."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Columns:
    """The table's own name of each column; ``None`` where it has none."""

    text: str
    id: str | None = None
    published: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class NoDates:
    """A column that is called like a date and does not hold dates that can be read, with the first thing that it holds."""

    column: str
    example: str


@dataclass(frozen=True, slots=True)
class TableRead:
    """How a table is read: its file (``-`` for standard input), all its columns, and those that were taken.

    ``passed_over`` is the column that might have been meant for the date, where none was taken.
    """

    source: str
    names: tuple[str, ...]
    taken: Columns
    passed_over: NoDates | None = None
