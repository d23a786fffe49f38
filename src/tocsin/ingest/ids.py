"""The ids of documents that bring none of their own: which file they are, from wherever it was named.

Without a database a document is called what the user typed: nothing outlives the run. In a database the id must be the same however the
file is named and from whichever folder, and it should not tell the world where on whose disk the file lies. So it is the file's path as
seen from the folder of the database (``news/a.txt``): a folder that holds both can be moved or given away as it is. Standard input has no
place at all; there the text itself says which document it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import PurePath

from tocsin.ingest.encoding import without_surrogates
from tocsin.ingest.sources import STDIN
from tocsin.records import Document


def id_from(path: str, home: str) -> str:
    """The id of a file in a database that lies in the folder ``home``, with ``/`` between its parts on every system.

    An empty ``home`` is that of a database on a server: only the full path says which file it is.
    """
    full = os.path.realpath(path)
    try:
        named = os.path.relpath(full, home) if home else full
    except ValueError:  # on another drive of Windows
        named = full
    return without_surrogates(PurePath(named).as_posix())[0]


def id_of_stream(document: Document) -> str:
    """The id of a document that came through standard input: 48 bits of a hash, so that ten million of them hardly ever meet."""
    told = "\0".join((document.text, document.title or "", document.publisher or "", document.url or ""))
    return f"stdin-{blake2b(told.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"


def former_ids(document: Document, home: str) -> Iterator[str]:
    """Under which ids a database may hold ``document`` that once were the paths as they were typed.

    They are the path as it is typed now, and the file's path from any of the folders above it; but not the path, from ``home``, of another
    file. Nothing for a document with an id of its own.
    """
    path, row = _parted(document.source)
    if path == STDIN:
        if document.id == id_of_stream(document):
            yield document.source
        return
    if document.id != id_from(path, home) + row:
        return
    full = os.path.realpath(path)
    parts = PurePath(full).as_posix().split("/")
    for name in dict.fromkeys((path, *("/".join(parts[start:]) for start in range(len(parts) - 1, -1, -1)))):
        there = os.path.join(home, name)  # noqa: PTH118  # paths are strings in this room
        if not home or not os.path.exists(there) or os.path.realpath(there) == full:  # noqa: PTH110
            yield without_surrogates(name)[0] + row


def _parted(source: str) -> tuple[str, str]:
    """A source's file, and ``#`` with the row where it is one of a table."""
    path, _, row = source.rpartition("#")
    return (path, f"#{row}") if path and row.isdigit() and not os.path.exists(source) else (source, "")  # noqa: PTH110
