from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import text

from tests.store.samples import DOCUMENT, MENTIONS, READING, numbered
from tests.store.strategies import readings
from tocsin.errors import StoreError
from tocsin.records import Reading, Refusal
from tocsin.store import EventFilter, Store, Totals

CHANGED = replace(READING, document=replace(DOCUMENT, text=DOCUMENT.text + " More follows."))
REREAD = replace(READING, mentions=MENTIONS[:1], claims=READING.claims[:8], model="model-2")


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(readings())
def test_a_reading_comes_back_as_it_went_in(store: Store, reading: Reading) -> None:
    store.save(reading)
    assert store.reading(reading.document.id) == reading
    assert store.holds(reading.document, reading.model, reading.codebook)
    digest = store.digest()
    store.save(reading)
    assert store.digest() == digest


def test_the_same_again_changes_nothing(store: Store) -> None:
    store.save(READING)
    before = store.digest(), list(store.documents())
    store.save(READING)
    assert (store.digest(), list(store.documents())) == before
    assert list(store.history()) == []


def test_a_changed_text_is_a_new_version_and_the_former_stays(store: Store) -> None:
    store.save(READING)
    store.save(CHANGED)
    assert store.reading("tarsk") == CHANGED
    (row,) = store.documents()
    assert (row.version, row.events, row.mentions, row.claims) == (2, 1, 2, 10)
    (change,) = store.history("tarsk")
    assert (change.what, change.version, change.who, change.before["version"]) == ("text", 2, "machine", 1)
    assert store.audit().documents == 2
    with store.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM claims")).scalar() == 20


def test_a_newer_model_replaces_the_claims_and_history_keeps_the_former(store: Store) -> None:
    store.save(READING)
    assert not store.holds(DOCUMENT, "model-2", "1")
    store.save(REREAD)
    assert store.reading("tarsk") == REREAD
    (change,) = store.history()
    assert (change.what, change.version, change.before["model"]) == ("reading", 1, "model-1")
    assert [mention["id"] for mention in change.before["mentions"]] == ["e1", "e2"]
    assert len(change.before["claims"]) == 10
    with store.engine.connect() as connection:
        assert set(connection.execute(text("SELECT model FROM claims")).scalars()) == {"model-2"}


def test_a_changed_description_is_kept_with_what_stood_there(store: Store) -> None:
    store.save(READING)
    renamed = replace(READING, document=replace(DOCUMENT, title="Forty held"))
    assert not store.holds(renamed.document, "model-1", "1")
    store.save(renamed)
    assert store.reading("tarsk") == renamed
    (change,) = store.history()
    assert (change.what, change.before) == ("description", {"document": {"title": "Arrests in Tarsk"}})


def test_what_a_document_is_held_by(store: Store) -> None:
    assert not store.holds(DOCUMENT, "model-1", "1")
    store.save(READING)
    assert store.holds(replace(DOCUMENT, source="elsewhere.html"), "model-1", "1")
    assert not store.holds(replace(DOCUMENT, published=None), "model-1", "1")
    assert not store.holds(CHANGED.document, "model-1", "1")
    assert not store.holds(DOCUMENT, "model-1", "2")


def test_readings_come_in_the_order_of_arrival_or_as_asked(store: Store) -> None:
    saved = [numbered(number) for number in (3, 1, 2)]
    for reading in saved:
        store.save(reading)
    assert list(store.readings()) == saved
    assert list(store.readings(["tarsk-0002", "tarsk-0003"])) == [saved[2], saved[0]]
    with pytest.raises(StoreError, match="holds no document 'oslo'"):
        list(store.readings(["oslo"]))


def test_more_documents_than_one_chunk(store: Store) -> None:
    for number in range(120):
        store.save(numbered(number))
    assert [reading.document.id for reading in store.readings()] == [f"tarsk-{number:04}" for number in range(120)]
    assert len(list(store.documents())) == 120
    assert store.audit().documents == 120
    assert store.totals() == Totals(documents=120, mentions=240, claims=1200, refusals=0)


def test_a_reader_sees_the_database_as_it_was_when_it_began(store: Store) -> None:
    for number in range(60):
        store.save(numbered(number))
    reading = store.readings()
    next(reading)
    store.save(replace(numbered(59), model="model-2"))
    store.save(numbered(99))
    rest = list(reading)
    assert (len(rest), rest[-1]) == (59, numbered(59))


def test_refusals_are_kept_once_and_end_when_the_source_is_read(store: Store) -> None:
    empty = Refusal("news/tarsk.html", "empty", "news/tarsk.html is empty; nothing to read in it")
    store.refuse(empty)
    store.refuse(empty)
    other = replace(empty, source="b.html")
    store.refuse(other)
    store.refuse(replace(other, detail="b.html is empty still"))
    assert list(store.refusals()) == [empty, replace(other, detail="b.html is empty still")]
    store.save(READING)
    assert [refusal.source for refusal in store.refusals()] == ["b.html"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (EventFilter(), {"e1", "e2"}),
        (EventFilter(type="COERCE", country="KAZ"), {"e1", "e2"}),
        (EventFilter(type="PROTEST"), set()),
        (EventFilter(country="FRA"), set()),
        (EventFilter(first=dt.date(2024, 5, 6)), {"e1"}),
        (EventFilter(first=dt.date(2024, 5, 1), last=dt.date(2024, 5, 31)), {"e1"}),
        (EventFilter(last=dt.date(2024, 5, 5)), set()),
        (EventFilter(document="tarsk", type="COERCE"), {"e1", "e2"}),
        (EventFilter(document="oslo"), set()),
    ],
)
def test_events_are_found_by_what_is_wanted(store: Store, wanted: EventFilter, found: set[str]) -> None:
    store.save(READING)
    assert [(each.reading, each.mentions) for each in store.find(wanted)] == ([(READING, frozenset(found))] if found else [])


def test_the_digest_is_of_what_is_said_not_of_order_or_back_end(store: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    refusal = Refusal("a.html", "empty", "a.html is empty")
    with Store.open(tmp_path_factory.mktemp("other") / "other.db") as other:
        for reading in (READING, numbered(1), CHANGED):
            store.save(reading)
        store.refuse(refusal)
        other.refuse(refusal)
        for reading in (numbered(1), READING, CHANGED):
            other.save(reading)
        assert store.digest() == other.digest()
        other.save(replace(numbered(1), mentions=(replace(MENTIONS[0], score=0.3), MENTIONS[1])))
        assert store.digest() != other.digest()


def test_nothing_of_a_reading_that_cannot_be_stored_whole(store: Store) -> None:
    broken = replace(numbered(1), mentions=(*MENTIONS, MENTIONS[0]))  # two mentions of one id
    with pytest.raises(StoreError) as raised:
        store.save(broken)
    assert "\n" not in str(raised.value)
    assert list(store.documents()) == []
    store.save(READING)
    assert store.reading("tarsk") == READING


def test_opening_again_finds_all(place: str) -> None:
    with Store.open(place) as store:
        store.save(READING)
    with Store.open(place, create=False) as store:
        assert list(store.readings()) == [READING]
