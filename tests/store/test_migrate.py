from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

import tocsin.store
from tests.store.samples import READING
from tocsin.errors import MigrationError, StoreError
from tocsin.store import Store
from tocsin.store.migrate import HEAD, VERSION_TABLE
from tocsin.store.tables import METADATA


def test_the_migrations_make_the_tables(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, METADATA) == []


def test_head_is_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(tocsin.store.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_tables_of_a_newer_version_are_left_alone(place: str) -> None:
    with Store.open(place) as store:
        store.save(READING)
        with store.engine.begin() as connection:
            connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = 'v0999'"))
    with pytest.raises(MigrationError, match=r"newer tocsin \(its tables are v0999.*pip install -U tocsin"):
        Store.open(place)


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "other.db"
    with closing(sqlite3.connect(place)) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    before = place.read_bytes()
    with pytest.raises(StoreError, match=r"another program .*'bookmarks'"):
        Store.open(place)
    assert place.read_bytes() == before
