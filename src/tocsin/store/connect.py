"""Connections to a database, and its errors in tocsin's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from tocsin.errors import StoreError
from tocsin.store import postgresql

_SQLITE: dict[str, str] = {
    "SQLITE_NOTADB": "is no database; name another file, or a new one",
    "SQLITE_FULL": "cannot grow: the disk is full; free some room and run again, what was stored before is kept",
    "SQLITE_BUSY": "is in use by another program that does not let go of it; close that program and run again, nothing was lost",
    "SQLITE_LOCKED": "is in use by another program that does not let go of it; close that program and run again, nothing was lost",
    "SQLITE_READONLY": "may only be read; make the file and its folder writable, or work on a copy",
    "SQLITE_CANTOPEN": "cannot be opened; see that you may read it and write in its folder",
    "SQLITE_PERM": "may not be opened by you; change its permissions, or work on a copy",
    "SQLITE_IOERR": "cannot be read or written: the disk is full or failing; see to it and run again, what was stored before is kept",
    "SQLITE_CORRUPT": "is damaged; go back to a copy, or save what can be saved with: sqlite3 FILE .recover",
}
"""By the start of SQLite's own name of the error."""

_POSTGRESQL: dict[str, str] = {
    "53100": "cannot grow: the server's disk is full; free some room and run again, what was stored before is kept",
    "25006": "may only be read: the server or this user does not write; use another user or server",
    "42501": "may not be used so by this user; grant it the right to make and write tables",
    "55P03": "is locked by another program that does not let go of it; end that program and run again, nothing was lost",
    "40P01": "is in use by another writer that waited for this one; run again, nothing was lost",
    "57014": "took too long to answer; run again, nothing was lost",
}
"""By SQLSTATE."""

WRITES = {"tocsin_writes": True}
"""Execution options of a connection that will write: SQLite then takes the write lock at the start, not in the middle of the work."""


def url_of(place: str | Path) -> URL:
    """The database's URL: a path is a SQLite file, everything with ``://`` is a URL.

    Raises:
        StoreError: the URL cannot be understood, or names a database of a kind that tocsin does not know.
    """
    if isinstance(place, Path) or "://" not in place:
        return URL.create("sqlite", database=str(Path(place).expanduser()))
    try:
        url = make_url(place)
    except (ArgumentError, ValueError) as error:
        raise StoreError(f"{place!r} is no database URL; give a file name, or postgresql://user@host/database") from error
    if url.drivername in {"postgresql", "postgres"}:
        url = url.set(drivername=postgresql.DRIVER)
    if url.drivername not in {"sqlite", "sqlite+pysqlite", postgresql.DRIVER}:
        raise StoreError(f"{url.drivername!r} is no database that tocsin can use; give a file name, or postgresql://user@host/database")
    return url


def name_of(url: URL) -> str:
    """The database's name for people: the file, or the URL without its password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database or "")
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def engine_of(url: URL, wait: float) -> Engine:
    """An engine whose connections are set up. ``wait`` is how many seconds to wait for another writer.

    Raises:
        StoreError: the driver for PostgreSQL is not installed.
    """
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url)
        event.listen(engine, "connect", lambda connection, _: _set_up(connection, wait))
        event.listen(engine, "begin", _begin)
        return engine
    try:
        # pre_ping: a server that was restarted during a long run is asked again instead of failing the next document.
        return create_engine(postgresql.driver_url(url), pool_pre_ping=True, connect_args=postgresql.arguments(url, wait))
    except ModuleNotFoundError as error:
        raise StoreError("PostgreSQL needs its driver; install it with: pip install 'tocsin[postgresql]'") from error


def _set_up(connection: sqlite3.Connection, wait: float) -> None:
    connection.isolation_level = None  # transactions are begun by _begin, not by the driver in the middle of the work
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {round(wait * 1000)}")
    # FULL, so that a document once stored outlives a power cut as well as a killed process. Saving a document of 10 mentions takes
    # 11 ms with it and 6 ms with NORMAL (two busy cores, a virtual disk): the 5 ms are little beside what reading the text takes.
    connection.execute("PRAGMA synchronous = FULL")


def let_read_while_writing(engine: Engine) -> None:
    """Set a SQLite file, once it is known to be ours, to the mode in which who reads and who writes need not wait for each other."""
    if engine.dialect.name != "sqlite":
        return
    with closing(engine.raw_connection()) as connection, suppress(sqlite3.OperationalError):
        # A file that may only be read, or that is in use right now, stays in the mode that it has.
        connection.cursor().execute("PRAGMA journal_mode = WAL")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("tocsin_writes") else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in one transaction that writes: all of it is stored, or nothing."""
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection in one transaction that reads: it sees the database as it is now, whoever writes meanwhile."""
    options: dict[str, Any] = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Turn what the database and its driver raise into one line about the database ``name``.

    Raises:
        StoreError: for each of them.
    """
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{name} {_reason(error)}") from error
    except (SQLAlchemyError, sqlite3.Error, OverflowError) as error:
        raise StoreError(f"{name} cannot be used: {_one_line(error)}") from error


def _reason(error: DBAPIError) -> str:
    original = error.orig
    name = str(getattr(original, "sqlite_errorname", ""))
    for start, reason in _SQLITE.items():
        if name.startswith(start):
            return reason
    state = postgresql.state_of(original)
    if state in _POSTGRESQL:
        return _POSTGRESQL[state]
    line = " ".join(postgresql.message_of(original or error).split())
    if state is None and not name and error.connection_invalidated is False and error.statement is None:
        return f"cannot be reached; see that the server runs and lets this user in ({line})"
    return f"cannot be used: {line}"


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())
