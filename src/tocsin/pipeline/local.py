"""The runner in this process: documents in, outcomes out, each stored before the next is read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from tocsin.codebook import VERSION
from tocsin.errors import StoreError
from tocsin.ingest import IngestOptions, read_inputs
from tocsin.ingest.ids import former_ids
from tocsin.pipeline.recipe import Reads, Recipe, Resolves
from tocsin.pipeline.tally import Held, Outcome, Renewed
from tocsin.records import Document, Refusal
from tocsin.store import Store


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How to take the inputs in, and as :class:`Recipe` has them the lowest score of a mention and whether to read every language."""

    ingest: IngestOptions = field(default_factory=IngestOptions)
    threshold: float | None = None
    all_languages: bool = False
    rules: str = ""
    """The mark of rules that the resolver was given by the user, as :class:`Recipe` has it."""


def run(
    inputs: Iterable[str],
    options: RunOptions,
    reader: Reads,
    resolver: Resolves,
    *,
    store: Store | None = None,
) -> Iterator[Outcome]:
    """Read everything that ``inputs`` hold, in input order, in memory that does not grow with their number.

    With a ``store``, what it already holds is passed over before it is read, and every outcome is in the database, in a transaction of its
    own, before it is yielded: a run that is killed at any moment is finished by running it again.

    Raises:
        InputError: at once, where an input is not there; while running, where a table lacks a needed column.
        StoreError: while running, where the database cannot be read or written; what was stored before stays.
    """
    recipe = Recipe(reader, resolver, options.threshold, options.all_languages, options.rules)
    items = read_inputs(inputs, options.ingest)
    return (_refused_or_read(item, recipe) for item in items) if store is None else _stored(items, recipe, store, options.ingest.home)


def _refused_or_read(item: Document | Refusal, recipe: Recipe) -> Outcome:
    return item if isinstance(item, Refusal) else recipe.read(item)


def _stored(items: Iterable[Document | Refusal], recipe: Recipe, store: Store, home: str | None) -> Iterator[Outcome]:
    with closing(_Ids()) as ids:
        for item in items:
            if isinstance(item, Document):
                document = item if home is None else _as_known(item, store, home)
                yield _store(ids.taken(document) or document, recipe, store)
            else:
                yield _store(item, recipe, store)


def _as_known(document: Document, store: Store, home: str) -> Document:
    """The document under the id that the database has for it, which may be a path as somebody once typed it."""
    former = tuple(former_ids(document, home))
    known = store.known_as((document.id, *former), document.text) if former else None
    return replace(document, id=known) if known else document


def _store(item: Document | Refusal, recipe: Recipe, store: Store) -> Outcome:
    if isinstance(item, Refusal):
        store.refuse(item)
        return item
    if store.holds(item, recipe.model, VERSION):
        return Held(item)
    reading = recipe.read(item)
    return Renewed(reading) if store.save(reading) else reading


class _Ids:
    """The ids that a run has met, each with its text.

    A database knows a document by its id, and takes a changed text for a new version of it. Two different texts under one id in one run
    would push each other aside for ever, run after run; the second is refused instead. They are kept in a private file that SQLite deletes
    by itself: its cache stays at 2 MB, where a set of a million ids takes 70.
    """

    def __init__(self) -> None:
        self._file = sqlite3.connect("", isolation_level=None)
        with _translated():
            self._file.execute("CREATE TABLE met (id BLOB PRIMARY KEY, text BLOB, source TEXT) WITHOUT ROWID")

    def taken(self, document: Document) -> Refusal | None:
        """The refusal of a document whose id another text of this run bears.

        Raises:
            StoreError: the private file cannot grow.
        """
        name, text = (blake2b(part.encode("utf-8", "surrogatepass"), digest_size=16).digest() for part in (document.id, document.text))
        with _translated():
            met = self._file.execute("SELECT text, source FROM met WHERE id = ?", (name,)).fetchone()
            if met is None:
                self._file.execute("INSERT INTO met VALUES (?, ?, ?)", (name, text, document.source))
        if met is not None and met[0] != text:
            detail = f"{document.source}: its id {document.id!r} is that of {met[1]}, which has another text; give each an id of its own"
            return Refusal(document.source, "id taken", detail)
        return None

    def close(self) -> None:
        """Let the file go."""
        self._file.close()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(
            f"the ids of this run cannot be kept in the folder of temporary files ({error}); free some room there, or set TMPDIR to another "
            "folder, and run again: what was stored before is kept"
        ) from error
