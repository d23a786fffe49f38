from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event, text

from tests.store.conftest import PostgreSQL
from tests.store.samples import READING, numbered
from tocsin.errors import StoreError
from tocsin.records import CountValue
from tocsin.store import Store


def refused(place: str | Path, create: bool = True) -> str:
    with pytest.raises(StoreError) as raised:
        Store.open(place, create=create, wait=0.1)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    place = tmp_path / "report.txt"
    place.write_text("Police arrested forty marchers. " * 100)
    assert refused(place) == f"{place} is no database; name another file, or a new one"
    assert place.read_text().startswith("Police")


def test_a_folder(tmp_path: Path) -> None:
    assert refused(tmp_path) == f"{tmp_path} is a folder; name a file in it, such as {tmp_path}/events.db"


def test_what_is_not_there(tmp_path: Path) -> None:
    place = tmp_path / "events.db"
    assert "make it with: tocsin code" in refused(place, create=False)
    assert not place.exists()
    place.touch()
    assert "holds nothing of tocsin's" in refused(place, create=False)
    assert "the folder" in refused(tmp_path / "no" / "events.db")
    assert "cannot be opened" in refused(tmp_path / ("x" * 300))
    assert "in memory" in refused(":memory:")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("mysql://root@localhost/events", "'mysql' is no database that tocsin can use"),
        ("postgresql://me:secret@localhost:1/events", "postgresql://me:***@localhost:1/events cannot be reached"),
        ("postgresql://me@/events?host=/nowhere", "cannot be reached; see that the server runs"),
        ("postgresql://me@host:port/events", "is no database URL"),
        ("postgresql://me@localhost/events?service=mine", "?service= is no parameter of a database URL that tocsin knows"),
        ("postgresql://me@localhost/events?sslmode=maybe", "sslmode=maybe is not known; it is one of disable, prefer"),
    ],
)
def test_servers_that_cannot_be_used(place: str, words: str) -> None:
    message = refused(place)
    assert words in message
    assert "secret" not in message


def test_a_missing_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pg8000", None)
    assert "pip install 'tocsin[postgresql]'" in refused("postgresql://me@/events?host=/nowhere")


def test_a_file_that_may_only_be_read_can_be_read(tmp_path: Path) -> None:
    place = tmp_path / "events.db"
    with Store.open(place) as store:
        store.save(READING)
    with Store.open(f"sqlite:///file:{place}?mode=ro&uri=true") as store:
        assert store.reading("tarsk") == READING
        assert store.audit().problems == ()
        with pytest.raises(StoreError, match="may only be read"):
            store.save(numbered(1))


def save_many(store: Store) -> None:
    for number in range(200):
        store.save(numbered(number))


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "events.db") as store:
        store.save(READING)
        store.engine.dispose()
        event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 60"))
        with pytest.raises(StoreError, match="the disk is full; free some room and run again"):
            save_many(store)
        kept = list(store.readings())
        assert kept == [READING, *(numbered(number) for number in range(len(kept) - 1))]
        assert store.audit().problems == ()
    with Store.open(tmp_path / "events.db") as store:
        store.save(numbered(300))
        assert store.reading("tarsk-0300") == numbered(300)


def test_a_locked_database(tmp_path: Path) -> None:
    place = tmp_path / "events.db"
    with Store.open(place, wait=0.1) as store, closing(sqlite3.connect(place)) as other:
        store.save(READING)
        other.execute("BEGIN IMMEDIATE")
        assert store.reading("tarsk") == READING
        with pytest.raises(StoreError, match="in use by another program"):
            store.save(numbered(1))
        other.rollback()
        store.save(numbered(1))


def test_a_locked_table_of_a_server(postgresql: PostgreSQL) -> None:
    place = postgresql.new_database()
    with Store.open(place, wait=0.1) as store, Store.open(place) as other, other.engine.begin() as connection:
        connection.execute(text("LOCK TABLE documents IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(StoreError, match="is locked by another program"):
            store.save(READING)
        connection.rollback()
        store.save(READING)


def test_a_damaged_file(tmp_path: Path) -> None:
    place = tmp_path / "events.db"
    with Store.open(place) as store:
        for number in range(30):
            store.save(numbered(number))
    whole = place.read_bytes()
    place.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StoreError, match="is damaged"), Store.open(place) as store:
        list(store.readings())


def test_a_number_that_no_database_holds(store: Store) -> None:
    count = replace(READING.claims[4], value=CountValue("money", 2**70, None, None, "ZWD"))
    with pytest.raises(StoreError):
        store.save(replace(READING, claims=(count,)))
    assert list(store.documents()) == []
