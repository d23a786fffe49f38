"""CSV records out of lines, such that one broken record costs one line.

The standard library's reader swallows the rest of a file into one cell where a quotation mark is never closed. Here the lines of the
record at hand are kept, and when it fails, its first line alone is given up and reading starts again at the second.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator

from tocsin.ingest.lines import Stopped, TooLong

_DELIMITERS = (",", "\t", ";", "|")


def csv_records(
    lines: Iterator[str | TooLong | Stopped], limit: int, delimiter: str | None = None
) -> Iterator[tuple[int, list[str] | csv.Error | TooLong | Stopped]]:
    """Each record with its number (the header's is 1), or what is wrong with it. Empty lines are passed over and counted.

    A record, like a line, may have up to ``limit`` bytes. Without a ``delimiter`` the header's most frequent one of comma, tab,
    semicolon and stroke is taken.
    """
    source = _Source(lines, limit)
    number = 0
    while (first := source.peek()) is not None:
        number += 1
        if not isinstance(first, str):
            source.take()
            yield number, first
            continue
        if not first.strip():
            source.take()
            continue
        delimiter = delimiter or max(_DELIMITERS, key=first.count)
        yield number, _record(source, delimiter, limit)


class _Source:
    """Lines that can be given back."""

    def __init__(self, lines: Iterator[str | TooLong | Stopped], limit: int) -> None:
        self.lines = lines
        self.limit = limit
        self.ahead: deque[str | TooLong | Stopped] = deque()
        self.taken: list[str] = []
        self.size = 0

    def peek(self) -> str | TooLong | Stopped | None:
        if not self.ahead:
            line = next(self.lines, None)
            if line is None:
                return None
            self.ahead.append(line)
        return self.ahead[0]

    def take(self) -> str | TooLong | Stopped:
        self.peek()
        return self.ahead.popleft()

    def record_lines(self) -> Iterator[str]:
        """Lines for one record; ends early at a line that is none, or when the record grows too large."""
        self.taken, self.size = [], 0
        while isinstance(self.peek(), str) and self.size <= self.limit:
            line = str(self.take())
            self.taken.append(line)
            self.size += len(line)
            yield line

    def give_up_first(self) -> None:
        """Put back all lines of the record but its first."""
        self.ahead.extendleft(reversed(self.taken[1:]))


def _record(source: _Source, delimiter: str, limit: int) -> list[str] | csv.Error | TooLong:
    lines = source.record_lines()
    # the limit on cells is the csv module's own global; it is put back so that nobody else's reading changes
    usual = csv.field_size_limit(max(limit, 1))
    try:
        return next(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        source.give_up_first()
        return csv.Error("a quotation mark is not closed") if "unexpected end" in str(error) else error
    finally:
        csv.field_size_limit(usual)
