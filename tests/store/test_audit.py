from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.store.samples import READING, numbered
from tocsin.store import Audit, Store


def tampered(store: Store, statement: str) -> Audit:
    store.save(READING)
    store.save(numbered(1))
    assert store.audit() == Audit(checked=2 * 27, documents=2, problems=())
    with store.engine.begin() as connection:
        connection.execute(text(statement))
    return store.audit()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        (
            "UPDATE mentions SET trigger_text = 'jailed' WHERE id = 'e1' AND document = 1",
            "tarsk (version 1): e1 trigger: 'jailed' is not what stands at [7, 15): 'arrested'",
        ),
        (
            "UPDATE quotes SET quote_start = quote_start + 1 WHERE document = 1 AND role = 'place'",
            "tarsk (version 1): e1 place 0: 'Tarsk' is not what stands at [38, 42): 'arsk'",
        ),
        (
            "UPDATE claims SET quote_end = 9000 WHERE document = 1 AND ordinal = 4",
            "tarsk (version 1): e1 count 0 (claim 4): [16, 9000) is outside of the text, which has 118 characters",
        ),
        (
            "UPDATE claims SET claimant_text = 'the baker' WHERE document = 1 AND ordinal = 0",
            "tarsk (version 1): e1 actor 0 (claim 0) claimant: 'the baker' is not what stands at [54, 69): 'the bar council'",
        ),
        (
            "UPDATE mentions SET same_as = 'e7' WHERE id = 'e2' AND document = 1",
            "tarsk (version 1): e2 same_as names no other mention: 'e7'",
        ),
        ("UPDATE documents SET is_current = false WHERE key = 1", "tarsk: not exactly one of its versions is current"),
    ],
)
def test_what_was_tampered_with_is_named(store: Store, statement: str, problem: str) -> None:
    assert tampered(store, statement).problems == (problem,)


def test_a_text_that_was_changed_does_not_fit_its_hash(store: Store) -> None:
    audit = tampered(store, "UPDATE documents SET text = text || '!' WHERE id = 'tarsk'")
    assert audit.problems == ("tarsk (version 1): the text does not fit its hash: it was changed after it was read",)


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("DELETE FROM documents WHERE key = 1", "8 rows of quotes belong to no document"),
        ("DELETE FROM mentions WHERE document = 1 AND id = 'e2'", "tarsk (version 1): a quote or claim belongs to no mention: 'e2'"),
        ("DELETE FROM entities WHERE document = 1 AND identity = 'n4'", "tarsk (version 1): claim 8 names no entity of the document: 'n4'"),
        ("DELETE FROM places", "tarsk (version 1): claim 2 names a place that is not stored: 77"),
    ],
)
def test_lost_references_are_named(tmp_path: Path, statement: str, problem: str) -> None:
    place = tmp_path / "events.db"
    with Store.open(place) as store:
        store.save(READING)
        with closing(sqlite3.connect(place)) as other:  # another program, which does not ask SQLite to keep references whole
            other.execute(statement)
            other.commit()
        assert problem in store.audit().problems
