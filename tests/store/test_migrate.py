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
from tocsin.pipeline.incidents import bring_up_to_date
from tocsin.store import Store
from tocsin.store.incidents.tables import INCIDENT_TABLES
from tocsin.store.migrate import HEAD, VERSION_TABLE
from tocsin.store.review.tables import REVIEW_TABLES
from tocsin.store.tables import METADATA
from tocsin.store.users.tables import USER_TABLES


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


def test_a_database_of_the_first_version_is_brought_up_with_its_data(place: str) -> None:
    with Store.open(place) as store:
        store.save(READING)
        with store.engine.begin() as connection:
            for table in reversed(METADATA.sorted_tables):
                if table in {*INCIDENT_TABLES, *REVIEW_TABLES, *USER_TABLES}:
                    table.drop(connection)
            connection.execute(text("DROP INDEX ix_documents_read_at"))
            connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = 'v0001'"))
    with Store.open(place) as store:
        assert store.reading("tarsk") == READING
        assert bring_up_to_date(store).incidents == 1
        with store.engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
            assert compare_metadata(context, METADATA) == []


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "other.db"
    with closing(sqlite3.connect(place)) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    before = place.read_bytes()
    with pytest.raises(StoreError, match=r"another program .*'bookmarks'"):
        Store.open(place)
    assert place.read_bytes() == before
