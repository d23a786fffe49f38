"""JSON lines, CSV and TSV to documents, one row at a time: a broken row is refused with its number and the others go on.

Rows are counted as an editor or a spreadsheet shows them: the first line of a JSON lines file is row 1, the header of a CSV file is row 1
and its first record row 2.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import Any, BinaryIO, TypeAlias

from tocsin.errors import InputError
from tocsin.ingest.columns import FIRST_ROWS, choose_columns, date_columns, passed_over, words_of
from tocsin.ingest.dates import parse_date
from tocsin.ingest.encoding import NotText, without_surrogates
from tocsin.ingest.lines import Stopped, TooLong, bounded_lines, open_lines
from tocsin.ingest.options import IngestOptions
from tocsin.ingest.published import given_by_user
from tocsin.ingest.records_of_csv import csv_records
from tocsin.ingest.refusals import bad_bytes, bad_date, broken_json, broken_row, empty, not_text, too_large, unreadable
from tocsin.ingest.taken import Columns, TableRead
from tocsin.ingest.text import document_from_text
from tocsin.records import Document, Published, Refusal

Row: TypeAlias = tuple[int, Mapping[str, Any] | Refusal]
"""A row's number with its cells by column, or why it is refused."""

UNREADABLE_JSON = (ValueError, RecursionError)
"""What the JSON reader raises: for no JSON, for a number of more digits than Python takes (4,300), for lists in lists in lists."""

AHEAD = 1_000_000
"""Characters after which no further row is looked ahead at: rows may be large, and are held meanwhile."""


def read_jsonl(stream: BinaryIO, head: bytes, source: str, options: IngestOptions) -> Iterator[Document | Refusal]:
    """The documents of JSON lines: one object a line."""
    text = open_lines(stream, head, "\n")
    if isinstance(text, NotText):
        yield not_text(source, text)
        return
    yield from _objects(_json_rows(text, source, options.max_bytes), source, options)


def read_json(text: str, source: str, options: IngestOptions) -> Iterator[Document | Refusal]:
    """The documents of one JSON value: a list of objects, or one object. They are counted from 1."""
    try:
        value = json.loads(text)
    except UNREADABLE_JSON as error:
        yield broken_json(source, str(error))
        return
    objects = value if isinstance(value, list) else [value]
    rows = ((number, _named(row, source, number)) for number, row in enumerate(objects, start=1))
    yield from _objects(rows, source, options)


def _objects(rows: Iterable[Row], source: str, options: IngestOptions) -> Iterator[Document | Refusal]:
    """The documents of rows each of which brings its own names."""
    rows = iter(rows)
    first = _ahead(rows)
    known = [row for _, row in first if not isinstance(row, Refusal)]
    dates = date_columns(known)
    names = tuple(dict.fromkeys(name for row in known for name in row))
    with suppress(InputError):  # each row is refused then, and says so
        _tell(source, names, choose_columns(names, options, source, dates), known, options)
    for number, row in chain(first, rows):
        if isinstance(row, Refusal):
            yield row
            continue
        try:
            columns = choose_columns(row, options, source, dates)
        except InputError as error:
            yield broken_row(source, number, str(error).removeprefix(f"{source}: "))
            continue
        yield from _documents(row, columns, number, source, options)
    if not first:
        yield empty(source)


def _ahead(rows: Iterator[Row]) -> list[Row]:
    """The first rows of a table, by which its columns are known; they are still to be read."""
    found: list[Row] = []
    size = 0
    for number, row in rows:
        found.append((number, row))
        size += 0 if isinstance(row, Refusal) else sum(len(value) for value in row.values() if isinstance(value, str))
        if len(found) >= FIRST_ROWS or size >= AHEAD:
            break
    return found


def _tell(source: str, names: Sequence[str], taken: Columns, rows: Sequence[Mapping[str, Any]], options: IngestOptions) -> None:
    if options.tell and rows:
        options.tell(TableRead(source, tuple(names), taken, None if taken.published else passed_over(rows)))


def read_csv(stream: BinaryIO, head: bytes, source: str, options: IngestOptions, delimiter: str | None) -> Iterator[Document | Refusal]:
    """The documents of a CSV or TSV file, whose first record names the columns. ``delimiter`` is told by the header where it is ``None``.

    Raises:
        InputError: a named column is not there, or none is known to hold the text.
    """
    text = open_lines(stream, head, "")
    if isinstance(text, NotText):
        yield not_text(source, text)
        return
    rows = _csv_rows(text, source, options.max_bytes, delimiter)
    number, header = next(rows, (0, None))
    if header is None:
        yield empty(source)
        return
    if isinstance(header, Refusal):
        yield header
        return
    names = [str(name) for name in header]
    first = _ahead(rows)
    known = [row for _, row in first if not isinstance(row, Refusal)]
    columns = choose_columns(names, options, source, date_columns(known))
    _tell(source, names, columns, known, options)
    for number, row in chain(first, rows):
        if isinstance(row, Refusal):
            yield row
        else:
            yield from _documents(row, columns, number, source, options)


def _json_rows(text: io.TextIOWrapper, source: str, limit: int) -> Iterator[Row]:
    for number, line in enumerate(bounded_lines(text, limit), start=1):
        if isinstance(line, Stopped):
            yield number, unreadable(source, line.why)
        elif isinstance(line, TooLong):
            yield number, too_large(f"{source}#{number}", limit)
        elif line.strip():
            try:
                row = json.loads(line)
            except UNREADABLE_JSON as error:
                yield number, broken_row(source, number, f"it is no JSON ({error})")
            else:
                yield number, _named(row, source, number)


def _named(row: object, source: str, number: int) -> Mapping[str, Any] | Refusal:
    return row if isinstance(row, dict) else broken_row(source, number, "it is no JSON object with named values")


def _csv_rows(text: io.TextIOWrapper, source: str, limit: int, delimiter: str | None) -> Iterator[Row]:
    """The header as a mapping of its names to themselves, then each record by those names."""
    names: list[str] = []
    for number, record in csv_records(bounded_lines(text, limit), limit, delimiter):
        if isinstance(record, Stopped):
            yield number, unreadable(source, record.why)
        elif isinstance(record, TooLong):
            yield number, too_large(f"{source}#{number}", limit)
        elif isinstance(record, csv.Error):
            yield number, broken_row(source, number, str(record))
        elif not names:
            names = record
            yield number, {name: name for name in names}
        elif len(record) != len(names):
            yield (
                number,
                broken_row(source, number, f"it has {len(record)} cell{'' if len(record) == 1 else 's'} and the header {len(names)}"),
            )
        else:
            yield number, dict(zip(names, record, strict=True))


@dataclass(frozen=True, slots=True)
class _Cells:
    """A row's cells as text."""

    row: Mapping[str, Any]
    columns: Columns

    def __getitem__(self, part: str) -> str | None:
        name = getattr(self.columns, part)
        return None if name is None else words_of(self.row.get(name))


def _documents(row: Mapping[str, Any], columns: Columns, number: int, source: str, options: IngestOptions) -> Iterator[Document | Refusal]:
    """The row's document, and a refusal for each part of it that could not be read."""
    at = f"{source}#{number}"
    text = row[columns.text]
    if not isinstance(text, str):
        yield broken_row(source, number, f"its {columns.text!r} holds no text")
        return
    if not text.strip():
        yield empty(at)
        return
    cells = _Cells(row, columns)
    words = cells["published"]
    published = _published(words, columns.published)
    document = document_from_text(
        text,
        published=published or (given_by_user(options.published) if options.published else None),
        id=cells["id"] or at,
        source=at,
        title=cells["title"],
        publisher=cells["publisher"],
        url=cells["url"],
        language=cells["language"],
    )
    yield document
    if words and not published:
        yield bad_date(at, columns.published or "", words)
    if broken := without_surrogates(text)[1]:
        yield bad_bytes(at, broken)


def _published(words: str | None, column: str | None) -> Published | None:
    day = parse_date(words) if words else None
    return None if day is None else Published(day, "given", f"column {column}: {words}")
