"""What people say counts in the hash over a database, once it holds for everybody."""

from __future__ import annotations

from pathlib import Path

from tests.store.samples import READING, numbered
from tocsin.review import Edit
from tocsin.store import Store

SAID = Edit("change", "e1", "type", "PROTEST", "a march")


def test_what_people_say_counts_and_the_same_input_again_changes_nothing(store: Store) -> None:
    store.save(READING)
    read = store.digest()
    key = store.correct("tarsk", 0, SAID, "vera").key
    said = store.digest()
    assert said != read
    store.save(READING)
    assert store.digest() == said
    store.undo(key, "vera")
    assert store.digest() not in {read, said}


def test_neither_the_order_of_documents_nor_the_back_end_counts(store: Store, tmp_path: Path) -> None:
    with Store.open(tmp_path / "other.db") as other:
        for each, names in ((store, ("tarsk", "tarsk-0001")), (other, ("tarsk-0001", "tarsk"))):
            each.save(READING)
            each.save(numbered(1))
            for name in names:
                each.correct(name, 0, SAID, "vera")
        assert store.digest() == other.digest()
        other.correct("tarsk", 1, Edit("accept", "e2"), "vera")
        assert store.digest() != other.digest()


def test_what_is_coded_blind_counts_once_it_holds(store: Store) -> None:
    store.save(READING)
    before = store.digest()
    one, other = store.assign(["tarsk"], ["vera", "ola"], "ann")
    for name in ("vera", "ola"):
        store.correct("tarsk", 0, SAID, name)
    assert store.digest() == before
    store.hand_in(one.key, "vera")
    store.hand_in(other.key, "ola")
    assert store.digest() != before
