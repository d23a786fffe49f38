"""The flat table of events as CSV: UTF-8 without a byte order mark, commas, quotes where needed (RFC 4180)."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator

from tocsin.export.placed import Exported
from tocsin.export.table import NAMES, Cell, event_rows

SEPARATOR = "|"
"""Between the items of a list: rarer in news than a comma or a semicolon."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def encode(readings: Iterable[Exported]) -> Iterator[bytes]:
    """The header, then one row an event."""
    yield _row(NAMES)
    for row in event_rows(readings):
        yield _row([written(cell) for cell in row.values()])


def written(cell: Cell) -> str:
    """A cell's text. Words that a spreadsheet would run as a formula (they begin with ``= + - @``) get a leading apostrophe."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return repr(cell)
    if isinstance(cell, dt.date):
        return cell.isoformat()
    text = cell if isinstance(cell, str) else SEPARATOR.join(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _row(cells: Iterable[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)  # with "\n" alone Python 3.11 leaves a lone carriage return unquoted
    return line.getvalue().encode("utf-8", "backslashreplace")
