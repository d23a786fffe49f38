from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from sqlalchemy import text, update

from tests.store.samples import READING, numbered
from tocsin.errors import InputError
from tocsin.store import Store
from tocsin.store.users import accounts as users
from tocsin.store.users.tables import attempts, sessions

PASSWORD = "three words in a row"


@pytest.fixture(autouse=True)
def light(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hashes of the same kind that take a thousandth of the time."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(users, "hasher", lambda: hasher)
    users._nobodys.cache_clear()
    yield
    users._nobodys.cache_clear()


def test_a_user_logs_in_with_a_password_that_is_not_stored(store: Store) -> None:
    assert not store.users_exist()
    store.add_user("vera", PASSWORD, "admin")
    assert store.users_exist()
    found = store.verify("vera", PASSWORD)
    assert found.user is not None
    assert (found.user.name, found.user.role) == ("vera", "admin")
    assert store.verify("vera", PASSWORD + "!").user is None
    assert store.verify("nobody", PASSWORD).user is None
    with store.engine.connect() as connection:
        assert str(connection.execute(text("SELECT password FROM users")).scalar()).startswith("$argon2id$")


def test_the_hash_is_that_of_the_libraries_parameters() -> None:
    assert PasswordHasher().time_cost == 3
    assert PasswordHasher().memory_cost == 65_536  # KiB: RFC 9106, second choice


@pytest.mark.parametrize(
    ("name", "password", "told"),
    [
        ("", PASSWORD, "1 to 64 characters"),
        (" vera", PASSWORD, "blanks around it"),
        ("ve\x00ra", PASSWORD, "cannot be seen"),
        ("Machine", PASSWORD, "for no one person"),
        ("VERA", PASSWORD, "there is a user 'vera'"),
        ("ola", "short", "a password has 10 to 1,000 characters, this one 5"),
        ("ola", "x" * 1_001, "this one 1,001"),
        ("ola", "aaaaaaaaaaaa", "the first to be guessed"),
    ],
)
def test_names_and_passwords_that_will_not_do(store: Store, name: str, password: str, told: str) -> None:
    store.add_user("vera", PASSWORD)
    with pytest.raises(InputError, match=told):
        store.add_user(name, password)


def test_who_is_removed_is_let_in_no_more_and_stays_in_the_list(store: Store) -> None:
    store.add_user("vera", PASSWORD, "admin")
    store.add_user("ola", PASSWORD, "coder")
    token = store.open_session("ola")
    store.remove_user("ola")
    assert store.verify("ola", PASSWORD).user is None
    assert store.session(token) is None
    assert [(user.name, user.active) for user in store.users()] == [("ola", False), ("vera", True)]
    store.add_user("ola", PASSWORD + "s", "reader")
    assert store.verify("ola", PASSWORD + "s").user is not None


def test_somebody_stays_admin(store: Store) -> None:
    store.add_user("vera", PASSWORD, "admin")
    store.add_user("ola", PASSWORD, "coder")
    with pytest.raises(InputError, match="the only admin"):
        store.remove_user("vera")
    with pytest.raises(InputError, match="the only admin"):
        store.set_role("vera", "reader")
    store.set_role("ola", "admin")
    store.remove_user("vera")
    store.remove_user("ola")  # the last one of all: the desk is everybody's on this machine again
    assert not store.users_exist()


def test_another_password_ends_all_sessions(store: Store) -> None:
    store.add_user("vera", PASSWORD)
    token = store.open_session("vera")
    store.set_password("vera", "four other words here")
    assert store.session(token) is None
    assert store.verify("vera", PASSWORD).user is None
    assert store.verify("vera", "four other words here").user is not None


def test_a_session_is_known_by_a_token_that_is_not_stored(store: Store) -> None:
    store.add_user("vera", PASSWORD, "coder")
    token = store.open_session("vera")
    found = store.session(token)
    assert found is not None
    assert found.user.name == "vera"
    with store.engine.connect() as connection:
        assert token not in str(connection.execute(text("SELECT * FROM sessions")).all())
    store.set_role("vera", "admin")
    again = store.session(token)
    assert again is not None
    assert again.user.role == "admin"  # from the next request on
    store.close_session(token)
    assert store.session(token) is None
    assert store.session("made up") is None


@pytest.mark.parametrize(("column", "age"), [("seen_at", dt.timedelta(hours=12)), ("ends_at", dt.timedelta(days=7))])
def test_a_session_ends_without_use_and_after_a_week(store: Store, column: str, age: dt.timedelta) -> None:
    store.add_user("vera", PASSWORD)
    token = store.open_session("vera")
    _shift(store, column, age - dt.timedelta(minutes=5))
    assert store.session(token) is not None
    _shift(store, "ends_at" if column == "ends_at" else "seen_at", age)
    assert store.session(token) is None


def _shift(store: Store, column: str, by: dt.timedelta) -> None:
    with store.engine.begin() as connection:
        for row in connection.execute(sessions.select()).mappings().all():
            connection.execute(update(sessions).where(sessions.c.token == row["token"]).values({column: row[column] - by}))


def test_wrong_passwords_make_the_next_one_wait_longer_each_time(store: Store) -> None:
    store.add_user("vera", PASSWORD)
    waits = []
    for _ in range(7):
        waits.append(store.verify("vera", "wrong", "192.0.2.1").wait)
        _earlier(store, dt.timedelta(seconds=waits[-1]))
    assert waits == [0, 0, 0, 0, 10, 20, 40]
    store.verify("vera", "wrong", "192.0.2.1")
    right = store.verify("vera", PASSWORD, "192.0.2.9")
    assert right.user is None
    assert 70 < right.wait <= 80
    _earlier(store, dt.timedelta(hours=1))
    assert store.verify("vera", PASSWORD, "192.0.2.9").user is not None


def test_an_address_that_tries_many_names_waits_too(store: Store) -> None:
    store.add_user("vera", PASSWORD)
    waits = [store.verify(f"guess{number}", "wrong", "192.0.2.1").wait for number in range(20)]
    assert waits == [0] * 19 + [10]
    assert store.verify("vera", PASSWORD, "192.0.2.1").user is None
    assert store.verify("vera", PASSWORD, "192.0.2.2").user is not None


def _earlier(store: Store, by: dt.timedelta) -> None:
    with store.engine.begin() as connection:
        for row in connection.execute(attempts.select()).mappings().all():
            connection.execute(update(attempts).where(attempts.c.key == row["key"]).values(tried_at=row["tried_at"] - by))


def test_reads_of_documents_that_name_private_people_are_written_down(store: Store) -> None:
    store.save(READING)
    open_ = numbered(1)
    store.save(type(open_)(open_.document, open_.mentions[:1], open_.claims[:8], "model-1", "1"))
    assert store.note_access("vera", ["tarsk", "tarsk-0001", "nowhere"]) == ["tarsk"]
    assert store.note_access("vera", ["tarsk-0001"]) == []
    assert [(read.who, read.what, read.document_id) for read in store.accesses()] == [("vera", "document", "tarsk")]
    assert len(list(store.accesses("tarsk"))) == 1
