from __future__ import annotations

from dataclasses import replace

from tests.store.samples import READING, numbered
from tocsin.records import Reading
from tocsin.review import Edit
from tocsin.store import Store


def doubtful(number: int, score: float, kind: str = "COERCE") -> Reading:
    reading = numbered(number)
    mentions = tuple(replace(mention, score=score, type=kind, modes=()) for mention in reading.mentions[:1])
    return replace(reading, mentions=mentions, claims=tuple(claim for claim in reading.claims if claim.mention == "e1"))


def test_the_queue_begins_with_what_is_worth_most(store: Store) -> None:
    for number, (score, kind) in enumerate([(0.9, "AID"), (0.6, "AID"), (0.6, "ASSAULT")]):
        store.save(doubtful(number, score, kind))
    queue = store.queue()
    assert [item.document_id for item in queue] == ["tarsk-0002", "tarsk-0001", "tarsk-0000"]
    assert [item.worth for item in queue] == sorted((item.worth for item in queue), reverse=True)
    assert queue[0].reasons[0] == "60 % sure that “arrested” is ASSAULT"
    assert queue[0].sentence == "Police arrested about 40 marchers in Tarsk on Monday, the bar council said."
    assert [item.type for item in store.queue(types=["AID"], limit=1)] == ["AID"]


def test_what_somebody_has_looked_at_is_out_of_it_until_undone(store: Store) -> None:
    store.save(READING)
    done = store.correct("tarsk", 0, Edit("accept", "e1"), "vera")
    assert [item.event for item in store.queue()] == ["e2"]
    store.undo(done.key, "vera")
    assert {item.event for item in store.queue()} == {"e1", "e2"}
    store.correct("tarsk", 2, Edit("accept"), "vera")
    assert store.queue() == ()


def test_what_others_code_blind_is_left_out(store: Store) -> None:
    store.save(READING)
    store.save(numbered(1))
    store.assign(["tarsk"], ["vera", "ola"], "ann")
    assert {item.document_id for item in store.queue()} == {"tarsk-0001"}
    assert {item.document_id for item in store.queue(viewer="vera")} == {"tarsk", "tarsk-0001"}
    assert {item.document_id for item in store.queue(viewer="vera", mine=True)} == {"tarsk"}
    store.correct("tarsk", 0, Edit("accept", "e1"), "vera")
    assert [item.event for item in store.queue(viewer="vera", mine=True)] == ["e2"]
    assert len(store.queue(viewer="ola", mine=True)) == 2
