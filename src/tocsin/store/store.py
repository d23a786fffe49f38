"""A database of readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from shlex import quote
from types import TracebackType
from typing import Self

from sqlalchemy import URL, Engine, select

from tocsin.errors import StoreError
from tocsin.records import Document, EntityValue, Reading, Refusal
from tocsin.store import audit as _audit
from tocsin.store import clock
from tocsin.store import digest as _digest
from tocsin.store import find as _find
from tocsin.store import removal as _removal
from tocsin.store import save as _save
from tocsin.store.connect import engine_of, let_read_while_writing, name_of, reading, translated, url_of, writing
from tocsin.store.current import MACHINE, current, texts_of
from tocsin.store.exact import sha256
from tocsin.store.incidents.store import IncidentMethods
from tocsin.store.load import document_chunks, load
from tocsin.store.migrate import is_empty, migrate
from tocsin.store.review.coding_store import CodingMethods
from tocsin.store.review.store import ReviewMethods
from tocsin.store.rows import document_of
from tocsin.store.tables import documents, refusals
from tocsin.store.users.store import UserMethods


class Store(IncidentMethods, ReviewMethods, CodingMethods, UserMethods):
    """A database of documents and what was read out of them; a context manager.

    Several processes may use one database at once. Each method that reads sees the database as it was when it began. Every method
    raises :class:`tocsin.errors.StoreError` when the database cannot be used.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        self.name = name
        """The database for people: a file name, or a URL without its password."""

    @classmethod
    def open(cls, place: str | Path, create: bool = True, wait: float = 30.0) -> Store:
        """Open a database, and make or bring up to date its tables.

        Args:
            place: a file name (SQLite), or a URL such as ``postgresql://user@host/database``.
            create: make the database when it is not there.
            wait: seconds to wait for another program that writes before giving up.

        Raises:
            StoreError: it is not there, no database, another program's, or cannot be opened.
            MigrationError: its tables are of a version that this tocsin does not know.
        """
        url = url_of(place)
        name = name_of(url)
        _check_file(url, name, create)
        engine = engine_of(url, wait)
        try:
            with translated(name):
                _prepare(engine, name, create)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, name)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def holds(self, document: Document, model: str, codebook: str) -> bool:
        """Whether this document has been read by these versions: nothing to do then.

        Its source and the furniture found in it do not matter; its text and all that is known of it do, since a new publication date
        changes what its words mean.
        """
        with translated(self.name), reading(self.engine) as connection:
            stored = current(connection, document.id)
        if stored is None or (stored["model"], stored["codebook"]) != (model, codebook):
            return False
        return _essence(document_of(stored)) == _essence(document)

    @property
    def home(self) -> str:
        """The folder of the database file, in full; empty where the database lies on a server."""
        url = self.engine.url
        in_a_file = url.get_backend_name() == "sqlite" and url.database and not url.query
        return str(Path(str(url.database)).resolve().parent) if in_a_file else ""

    def known_as(self, ids: Sequence[str], text: str) -> str | None:
        """Which of ``ids`` a document of this text has: the first of them if that is there, with whatever text, else the first with this
        text.
        """
        with translated(self.name), reading(self.engine) as connection:
            held = texts_of(connection, ids)
        return next((name for name in ids if name in held and (name == ids[0] or held[name] == sha256(text))), None)

    def save(self, reading: Reading, who: str = MACHINE) -> bool:
        """Store a reading, all of it or nothing. An equal one changes nothing, a changed text becomes a new version.

        Args:
            reading: what was read.
            who: for the history, the person who stored it.

        Returns:
            Whether the document was there with another text.
        """
        with translated(self.name), writing(self.engine) as connection:
            return _save.save(connection, reading, clock.now(), who)

    def refuse(self, refusal: Refusal) -> None:
        """Keep a refusal with its reason. The same one again changes nothing; a document read from the same source ends it."""
        with translated(self.name), writing(self.engine) as connection:
            _save.refuse(connection, refusal, clock.now())

    def documents(self) -> Iterator[_find.DocumentRow]:
        """Every document in one line, in the order of arrival."""
        with translated(self.name), reading(self.engine) as connection:
            yield from _find.document_rows(connection)

    def document_ids(self) -> Iterator[str]:
        """The id of every document, in the order of arrival; in constant memory."""
        with translated(self.name), reading(self.engine) as connection:
            yield from _removal.ids(connection)

    def worked_on(self, ids: Sequence[str]) -> set[str]:
        """Those of ``ids`` about which people said something, or which were given to somebody to code.

        ``tocsin.pipeline.incidents.remove`` takes documents out.
        """
        with translated(self.name), reading(self.engine) as connection:
            return _removal.worked_on(connection, ids)

    def reading(self, document_id: str) -> Reading:
        """What was read out of a document, exactly as it was saved.

        Raises:
            StoreError: no such document is stored.
        """
        with translated(self.name), reading(self.engine) as connection:
            stored = current(connection, document_id)
            if stored is None:
                raise StoreError(f"{self.name} holds no document {document_id!r}; list what it holds with: tocsin show documents")
            return load(connection, [stored])[0]

    def readings(self, ids: Iterable[str] | None = None) -> Iterator[Reading]:
        """Every current reading in the order of arrival, or those of ``ids`` in the order of these; in constant memory."""
        if ids is not None:
            yield from (self.reading(document_id) for document_id in ids)
            return
        with translated(self.name), reading(self.engine) as connection:
            for rows in document_chunks(connection, documents.c.is_current):
                yield from load(connection, rows)

    def find(self, wanted: _find.EventFilter) -> Iterator[_find.Found]:
        """The documents that hold a wanted mention, as people left them, with the ids of those, in the order of arrival; in constant
        memory.
        """
        with translated(self.name), reading(self.engine) as connection:
            yield from _find.find(connection, wanted)

    def parties(self) -> Iterator[tuple[str, EntityValue]]:
        """Every actor and recipient with its document's id, as people left them; in constant memory."""
        with translated(self.name), reading(self.engine) as connection:
            yield from _find.parties(connection)

    def refusals(self) -> Iterator[Refusal]:
        """What could not be read and still has not been, in the order of arrival."""
        chosen = select(refusals).where(refusals.c.is_current).order_by(refusals.c.key).execution_options(yield_per=500)
        with translated(self.name), reading(self.engine) as connection:
            for row in connection.execute(chosen).mappings():
                yield Refusal(row["source"], row["reason"], row["detail"])

    def history(self, document_id: str | None = None) -> Iterator[_find.Change]:
        """What changed, when and by whom, of one document or of all, in the order in which it did."""
        with translated(self.name), reading(self.engine) as connection:
            yield from _find.changes(connection, document_id)

    def totals(self) -> _find.Totals:
        """How much the database holds."""
        with translated(self.name), reading(self.engine) as connection:
            return _find.totals(connection)

    def audit(self) -> _audit.Audit:
        """Check every stored quote, reference and text."""
        with translated(self.name), reading(self.engine) as connection:
            return _audit.audit(connection)

    def digest(self) -> str:
        """A hash over all that the database says, without clock times and row numbers: equal for databases that say the same."""
        with translated(self.name), reading(self.engine) as connection:
            return _digest.digest(connection)


def _essence(document: Document) -> tuple[object, ...]:
    return (document.id, document.text, document.published, document.title, document.publisher, document.url, document.language)


def _check_file(url: URL, name: str, create: bool) -> None:
    """Say in tocsin's words what SQLite would only call unable to open."""
    if url.get_backend_name() != "sqlite" or url.query:
        return
    if not url.database or url.database == ":memory:":
        raise StoreError("a database in memory is lost when the program ends; name a file")
    try:
        _check_path(Path(url.database), name, create)
    except OSError as error:
        raise StoreError(f"{name} cannot be opened ({error.strerror}); see that you may enter its folder, or name another file") from error


def _check_path(path: Path, name: str, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{name} is a folder; name a file in it, such as {path / 'events.db'}")
    if not path.exists() and not create:
        raise StoreError(f"{name} is not there; make it with: tocsin code INPUT… --db {quote(name)}")
    if not path.parent.is_dir():
        raise StoreError(f"{name} cannot be made: the folder {path.parent} is not there; make it first")


def _prepare(engine: Engine, name: str, create: bool) -> None:
    if not create and is_empty(engine):
        raise StoreError(f"{name} holds nothing of tocsin's; fill it with: tocsin code INPUT… --db {quote(name)}")
    migrate(engine, name)
    let_read_while_writing(engine)
