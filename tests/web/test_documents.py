"""Documents over HTTP: text from outside stays text."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web import world
from tests.web.browser import API, Client
from tests.web.test_review_api import correct
from tocsin.records import Document, Reading
from tocsin.store import Store
from tocsin.web.models.incidents import EventRef
from tocsin.web.models.queries import IncidentQuery
from tocsin.web.models.review import Assign


def test_a_document_shows_its_words_by_role(client: Client) -> None:
    found = client.ask("/documents/courier%2F1")
    event = found["events"][0]
    assert (event["type"], event["state"], event["machine"], event["incident"] is not None) == ("PROTEST", "machine", None, True)
    for role in event["roles"]:
        assert found["text"][role["start"] : role["end"]] == role["text"]
    roles = {(role["role"], role["position"]): role for role in event["roles"]}
    assert roles["count", 0]["value"] == {"kind": "count", "of": "participants", "low": 400, "high": 400, "best": 400, "unit": None}
    assert (roles["count", 0]["of"], roles["count", 0]["claimant"]["text"]) == ("participants", "The union")
    assert roles["count_said_by", 1]["text"] == "police"
    assert roles["place", 0]["value"]["place_kind"] == "city"
    assert {("where", 0), ("when", 0)} <= set(roles)


def test_markup_and_marks_of_direction_come_out_as_they_went_in(client: Client) -> None:
    answer = client.get(f"{API}/documents/harm")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["text"] == world.HARM
    assert answer.json()["title"] == "<script>alert('title')</script>"
    row = client.ask("/incidents", type="ASSAULT")["incidents"][0]
    assert row["actor"] == "<b>Guards</b>"
    table = client.get(f"{API}/charts/actors.csv")
    assert "<b>Guards</b>" in table.text


def test_five_megabytes_of_text_come_back_code_point_for_code_point(client: Client, store: Store) -> None:
    text = "Grey 😀 geese flew over \u202eelgna\u202c <svg> ford. \ud800" * 100_000
    store.save(Reading(Document("long", text, "long"), (), (), "made", "1"))
    found = client.ask("/documents/long")["text"]
    assert len(found) == len(text)
    assert found == text.replace("\ud800", "\ufffd")


def test_a_pasted_report_is_read_and_not_stored_until_asked(client: Client, store: Store) -> None:
    report = {"text": "😀 Clerks marched in Upper Falls.", "published": "2024-07-01", "title": "A march"}
    found = client.change("POST", "/documents/read", report)
    assert (found["id"], found["events"][0]["trigger"]["start"]) == ("", 9)
    assert client.ask("/documents")["total"] == 4
    stored = client.change("POST", "/documents", report, 201)
    assert stored["events"][0]["incident"]
    assert client.ask("/documents", sort="-arrived")["documents"][0]["id"] == stored["id"]
    assert client.change("POST", "/documents", report, 201)["id"] == stored["id"]
    assert client.ask("/documents")["total"] == 5
    client.change("POST", "/documents", report | {"title": "Another"}, 201)
    assert [(change.what, change.who) for change in store.history(stored["id"])] == [("stored", "local"), ("description", "local")]


def test_the_list_is_searched_and_paged(client: Client) -> None:
    assert [line["id"] for line in client.ask("/documents", q="courier march")["documents"]] == ["courier/1"]
    first = client.ask("/documents", limit=3, sort="-arrived")
    rest = client.ask("/documents", limit=3, sort="-arrived", after=first["after"])
    assert [line["id"] for line in (*first["documents"], *rest["documents"])] == ["harm", "falls/arrests.txt", "gazette/1", "courier/1"]
    assert rest["after"] is None
    assert client.get(f"{API}/documents", params={"after": "x"}).status_code == 422
    assert client.get(f"{API}/documents", params={"after": first["after"], "sort": "title"}).status_code == 422
    assert client.ask("/documents", state="corrected")["total"] == 0
    assert client.ask("/documents", state="untouched", q="arrests")["total"] == 1


@pytest.mark.parametrize("name", ["published", "title", "publisher", "events", "corrections"])
def test_each_order_goes_both_ways_and_page_by_page(client: Client, store: Store, name: str) -> None:
    store.save(Reading(Document("quiet", "Rain fell.", "quiet"), (), (), "made", "1"))
    correct(client, action="accept")
    ends = {}
    for sort in (name, f"-{name}"):
        found: list[dict[str, Any]] = []
        after: dict[str, str] | None = {}
        while after is not None:
            page = client.ask("/documents", limit=1, sort=sort, **after)
            found += page["documents"]
            after = {"after": page["after"]} if page["after"] else None
        assert len({line["id"] for line in found}) == 5
        values = [(line["title"] or line["id"]).lower() if name == "title" else line[name] for line in found]
        known = [value for value in values if value is not None]
        assert values[len(known) :] == [None] * (5 - len(known)), "what has no value stands last"
        assert known == sorted(known, reverse=sort.startswith("-"))
        ends[sort] = [line["id"] for line in found]
    assert ends[name] != ends[f"-{name}"]
    assert [line["id"] for line in client.ask("/documents")["documents"]] == [
        line["id"] for line in client.ask("/documents", sort="-published")["documents"]
    ]


def test_a_document_that_is_not_there_says_so(client: Client) -> None:
    assert client.get(f"{API}/documents/nobody").status_code == 404
    assert client.change("POST", "/documents/nobody/corrections", {"action": "accept", "revision": 0}, 404)["way_out"]


def test_an_id_as_long_as_a_path_is_taken_wherever_a_document_is_named() -> None:
    path = "folder/" * 140
    assert EventRef(document=path, event="e1").document == path
    assert Assign(documents=[path], coders=["ada", "ben"]).documents == [path]
    assert IncidentQuery(document=path).document == path
