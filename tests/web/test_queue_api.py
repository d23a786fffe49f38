"""The review queue over HTTP: what is in it, page by page, and what takes an event out of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.web import world
from tests.web.browser import API, Client
from tests.web.test_review_api import MARCH, correct
from tocsin.store import Store
from tocsin.store.review import queue as queue_of_the_store


def test_its_pages_follow_each_other_without_gap_or_double(client: Client, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue_of_the_store, "BLOCK", 4)
    for number in range(15):
        reading = world.march(f"paper/{number}", f"Paper {number}", f"{world.MARCH} {number}")
        mention = replace(reading.mentions[0], score=0.5 + number / 50)
        store.save(replace(reading, mentions=(mention,)))
    pages = [client.ask("/queue", limit=5, skip=skip) for skip in range(0, 20, 5)]
    listed = [(item["document"], item["event"]) for page in pages for item in page]
    assert [len(page) for page in pages] == [5, 5, 5, 4]
    assert len(set(listed)) == 19
    assert listed == [(item["document"], item["event"]) for item in client.ask("/queue", limit=500)]
    assert client.ask("/queue", skip=19) == client.ask("/queue", skip=5_000) == []
    assert client.get(f"{API}/queue", params={"skip": -1}).status_code == 422


def test_one_field_that_is_right_says_nothing_of_the_others(client: Client) -> None:
    correct(client, field="type", action="accept")
    found = client.ask(MARCH)
    assert (found["events"][0]["state"], found["events"][0]["reviewed"], found["reviewed"]) == ("partly", ["type"], False)
    assert "courier/1" in {item["document"] for item in client.ask("/queue")}
    assert client.ask("/incidents", reviewed=True)["total"] == 0
    correct(client, action="accept")
    found = client.ask(MARCH)
    assert (found["events"][0]["state"], found["reviewed"]) == ("accepted", True)
    assert "actor" in found["events"][0]["reviewed"]
    assert "courier/1" not in {item["document"] for item in client.ask("/queue")}


def test_a_change_decides_about_its_event_and_undoing_it_leaves_it_open(client: Client) -> None:
    made = correct(client, field="hedged", action="change", value=True)
    assert client.ask(MARCH)["events"][0]["state"] == "changed"
    assert "courier/1" not in {item["document"] for item in client.ask("/queue")}
    client.change("POST", f"/corrections/{made['key']}/undo")
    assert client.ask(MARCH)["events"][0]["state"] == "machine"
    assert "courier/1" in {item["document"] for item in client.ask("/queue")}


def test_an_unknown_type_is_told_with_those_that_there_are(client: Client) -> None:
    wrong = client.get(f"{API}/queue", params={"type": "MARCH"})
    assert (wrong.status_code, wrong.json()["error"]) == (422, "There is no event type 'MARCH'.")
    assert "PROTEST" in wrong.json()["way_out"]
