"""Documents taken out: what is left is what there would be without them."""

from __future__ import annotations

from dataclasses import replace

from tests.store.happenings import READINGS, grouped
from tests.store.samples import DOCUMENT, READING
from tests.store.test_incidents_grouped import stored
from tocsin.pipeline.incidents import bring_up_to_date, remove
from tocsin.records import Decision, EventRef, Refusal
from tocsin.review import Edit
from tocsin.store import Store


def test_the_incidents_are_those_of_the_other_documents(store: Store) -> None:
    for reading in READINGS:
        store.save(reading)
    bring_up_to_date(store)
    gone = [reading.document.id for reading in READINGS[::3]]
    assert remove(store, gone, "rosa") > 0
    assert stored(store) == grouped([reading for number, reading in enumerate(READINGS) if number % 3])
    assert store.audit().problems == ()
    assert bring_up_to_date(store).documents == 0
    for reading in READINGS[::3]:
        store.save(reading)
    bring_up_to_date(store)
    assert stored(store) == grouped(READINGS)


def test_every_version_goes_and_the_history_says_who_when_and_what(store: Store) -> None:
    store.save(READING)
    store.save(replace(READING, document=replace(DOCUMENT, text=f"{DOCUMENT.text} More of it.")))
    store.refuse(Refusal(f"{DOCUMENT.source}.date", "bad date", "a date"))
    remove(store, [DOCUMENT.id, "never there"], "rosa")
    assert list(store.document_ids()) == []
    assert store.audit().documents == 0
    assert list(store.refusals()) == []
    *_, last = store.history(DOCUMENT.id)
    assert (last.what, last.who, last.version, last.before["title"], last.before["mentions"]) == (
        "removed",
        "rosa",
        2,
        "Arrests in Tarsk",
        2,
    )
    store.save(READING)
    assert store.reading(DOCUMENT.id) == READING
    assert store.audit().problems == ()


def test_what_people_did_goes_with_it_and_their_decisions_do_no_harm(store: Store) -> None:
    for reading in (READING, replace(READING, document=replace(DOCUMENT, id="other"))):
        store.save(reading)
    bring_up_to_date(store)
    store.decide(Decision("split", (EventRef(DOCUMENT.id, "e1"), EventRef("other", "e1"))), "vera")
    store.correct(DOCUMENT.id, 0, Edit("accept"), "vera")
    store.assign([DOCUMENT.id], ["vera", "ola"], "ann")
    assert store.worked_on([DOCUMENT.id, "other"]) == {DOCUMENT.id}
    remove(store, [DOCUMENT.id], "rosa")
    assert store.worked_on([DOCUMENT.id]) == set()
    assert store.assignments() == ()
    assert store.audit().problems == ()
    assert [row.articles for row in store.every_incident()] == [1]
