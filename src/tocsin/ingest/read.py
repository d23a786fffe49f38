"""From what the user named to documents and refusals: the recipe of this room.

1. see that every input is there; 2. spread folders and patterns into files; 3. look at size and first bytes; 4. unpack gzip; 5. tell the
format; 6. give tables to :mod:`tocsin.ingest.tables` row by row, pages and texts whole to theirs; 7. for a database, name the documents
that bring no id.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from typing import BinaryIO, Literal, TypeAlias

from tocsin.ingest.columns import NoTextColumn
from tocsin.ingest.encoding import SAMPLE, NotText, decode
from tocsin.ingest.html import declared_charset, document_from_html
from tocsin.ingest.ids import id_from, id_of_stream
from tocsin.ingest.options import Format, IngestOptions
from tocsin.ingest.refusals import bad_bytes, empty, no_text_column, not_text, too_large, unreadable
from tocsin.ingest.sources import STDIN, Source, check_inputs, spread
from tocsin.ingest.streams import Opened, open_ahead
from tocsin.ingest.tables import UNREADABLE_JSON, read_csv, read_json, read_jsonl
from tocsin.ingest.text import document_from_text
from tocsin.records import Document, Refusal

_Kind: TypeAlias = Format | Literal["json"]
"""A format, or one JSON value that holds all rows: it is read whole, so no user need ask for it by name."""

_ENDINGS: dict[str, _Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonlines": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
}
_TABLES = frozenset({"jsonl", "csv", "tsv"})
_HTML = re.compile(
    r"\s*(?>(?:<!--(?>.*?-->)\s*)*)<(?:!doctype\s+html|\?xml[^>]*\?>\s*<(?:!doctype\s+html|html)|html|head|body|article|div|meta)\b",
    re.IGNORECASE | re.DOTALL,
)

_OBJECT = re.compile(r'\[?\s*\{\s*"[^"\n]{1,60}"\s*:')


def read_inputs(
    inputs: Iterable[str], options: IngestOptions | None = None, *, stdin: BinaryIO | None = None
) -> Iterator[Document | Refusal]:
    """The documents of all inputs in input order, with a refusal in the place of what is not read.

    Args:
        inputs: paths of files and folders, glob patterns, ``-`` for standard input.
        options: what the user says about them.
        stdin: what ``-`` reads; the process' standard input by default.

    Raises:
        InputError: at once, where an input is not there; while reading, where a table that was named by itself lacks a needed column.
    """
    names = check_inputs(inputs)
    return _read_all(names, options or IngestOptions(), stdin)


def check_tables(inputs: Iterable[str], options: IngestOptions) -> None:
    """See that the CSV and TSV files that are named by themselves have the columns that are needed; only their first rows are read.

    Raises:
        InputError: one has not.
    """
    for name in inputs:
        if name != STDIN and os.path.isfile(name) and _by_name(name, options) in {"csv", "tsv"}:  # noqa: PTH113  # paths are strings here
            with closing(_read_file(Source(name, os.stat(name).st_size), replace(options, tell=None))) as items:  # noqa: PTH116
                next(items, None)


def _read_all(names: list[str], options: IngestOptions, stdin: BinaryIO | None) -> Iterator[Document | Refusal]:
    for name in names:
        for source in spread(name):
            if isinstance(source, Refusal):
                yield source
            else:
                found = _read_stream(stdin or sys.stdin.buffer, source, options) if source.path == STDIN else _read_file(source, options)
                yield from found if options.home is None else _named(found, source, options.home)


def _named(found: Iterator[Document | Refusal], source: Source, home: str) -> Iterator[Document | Refusal]:
    """The documents with the ids that they have in a database; those that brought their own keep it."""
    file = None if source.path == STDIN else id_from(source.path, home)
    for item in found:
        if isinstance(item, Document) and item.id == item.source:
            item = replace(item, id=id_of_stream(item) if file is None else file + item.source[len(source.name) :])  # noqa: PLW2901
        yield item


def _read_file(source: Source, options: IngestOptions) -> Generator[Document | Refusal]:
    if source.size == 0:
        yield empty(source.name)
        return
    # a table is read row by row, and what is packed is measured as it is unpacked
    if source.size > options.max_bytes and _by_name(source.path, options) not in _TABLES and not source.path.endswith(".gz"):
        yield too_large(source.name, options.max_bytes, source.size)
        return
    try:
        with open(source.path, "rb") as stream:  # noqa: PTH123 the path stays a string: it is the document's id
            yield from _read_stream(stream, source, options)
    except OSError as error:
        yield unreadable(source.name, error)


def _read_stream(stream: BinaryIO, source: Source, options: IngestOptions) -> Iterator[Document | Refusal]:
    try:
        opened = open_ahead(stream, SAMPLE)
    except (OSError, EOFError) as error:
        yield unreadable(source.name, error)
        return
    if not opened.head:
        yield empty(source.name)
        return
    kind = _by_name(source.path, options)
    kind = _by_content(opened.head) if kind in {"auto", "json"} else kind
    try:
        yield from _read_kind(opened, kind, source, options)
    except NoTextColumn as error:
        if source.named:
            raise
        yield no_text_column(source.name, str(error))


def _read_kind(opened: Opened, kind: _Kind, source: Source, options: IngestOptions) -> Iterator[Document | Refusal]:
    if kind == "jsonl":
        yield from read_jsonl(opened.stream, opened.head, source.name, options)
    elif kind in {"csv", "tsv"}:
        yield from read_csv(opened.stream, opened.head, source.name, options, "\t" if kind == "tsv" else None)
    else:
        yield from _read_whole(opened.stream, kind, source.name, options)


def _read_whole(stream: BinaryIO, kind: _Kind, source: str, options: IngestOptions) -> Iterator[Document | Refusal]:
    try:
        data = stream.read(options.max_bytes + 1)
    except (OSError, EOFError) as error:
        yield unreadable(source, error)
        return
    if len(data) > options.max_bytes:
        yield too_large(source, options.max_bytes)
        return
    decoded = decode(data, declared_charset(data) if kind == "html" else None)
    if isinstance(decoded, NotText):
        yield not_text(source, decoded)
    elif not decoded.text.strip():
        yield empty(source)
    else:
        if kind == "html":
            yield document_from_html(decoded.text, source, options)
        elif kind == "json":
            yield from read_json(decoded.text, source, options)
        else:
            yield document_from_text(decoded.text, published=options.published, id=source, source=source)
        if decoded.broken:
            yield bad_bytes(source, decoded.broken, decoded.encoding, decoded.at)


def _by_name(path: str, options: IngestOptions) -> _Kind:
    if options.format != "auto":
        return options.format
    name = path.lower().removesuffix(".gz")
    return _ENDINGS.get(os.path.splitext(name)[1], "auto")  # noqa: PTH122


def _by_content(head: bytes) -> _Kind:
    """HTML by its first tag, JSON lines by a first line that is an object, JSON by how it begins; all else is text."""
    decoded = decode(head)
    if isinstance(decoded, NotText):
        return "text"
    if _HTML.match(decoded.text):
        return "html"
    start = decoded.text.lstrip()
    first = start.split("\n", 1)[0]
    # a first row longer than the sample cannot be parsed: how it begins must do
    if _is_object(first) or (len(first) == len(start) and len(head) >= SAMPLE and _OBJECT.match(first)):
        return "jsonl"
    return "json" if _OBJECT.match(start) else "text"


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except UNREADABLE_JSON:
        return False
