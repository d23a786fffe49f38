"""Bring a database's tables to this version's, or say why not."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

import tocsin.store.incidents.tables  # its tables are among METADATA's
import tocsin.store.review.tables  # and so are these
import tocsin.store.users.tables  # noqa: F401  # and these
from tocsin.errors import MigrationError, StoreError
from tocsin.store.connect import writing
from tocsin.store.tables import METADATA

HEAD = "v0004"
"""The version of the tables that this tocsin works with: the last migration. A test compares it with the migrations themselves."""

VERSION_TABLE = "tocsin_version"

_LOCK = 7_598_807
"""Number of the PostgreSQL advisory lock under which tables are made: any number that is ours."""


def migrate(engine: Engine, name: str) -> None:
    """Make the tables, or bring them to :data:`HEAD`. In one transaction; does nothing where they are there already.

    Raises:
        MigrationError: they are of a version that this tocsin does not know.
        StoreError: the database belongs to another program.
    """
    with engine.connect() as connection:
        if _version(connection) == HEAD:
            return
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        version = _version(connection)  # again: another process may just have made them
        if version == HEAD:
            return
        if version is None:
            _check_free(connection, name)
        _upgrade(connection, version, name)


def is_empty(engine: Engine) -> bool:
    """Whether the database holds no tables of tocsin's."""
    with engine.connect() as connection:
        return _version(connection) is None


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()


def _check_free(connection: Connection, name: str) -> None:
    """A SQLite file that holds anything else is not ours to write in; a PostgreSQL database may be shared, but not a table's name."""
    taken = set(inspect(connection).get_table_names())
    if connection.dialect.name == "postgresql":
        taken &= set(METADATA.tables)
    if taken:
        raise StoreError(f"{name} is a database of another program (it has a table {min(taken)!r}); name another one, or a new file")


def _upgrade(connection: Connection, version: str | None, name: str) -> None:
    # Imported here because it takes 0.6 s, and only a new or an old database needs it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    known = [revision.revision for revision in ScriptDirectory.from_config(config).walk_revisions()]
    if version is not None and version not in known:
        raise MigrationError(
            f"{name} was written by a newer tocsin (its tables are {version}, this one knows up to {HEAD}); "
            "upgrade with: pip install -U tocsin"
        )
    command.upgrade(config, "head")
