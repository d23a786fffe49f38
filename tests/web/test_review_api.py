"""Corrections, conflicts, undo, and double coding over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.web import world
from tests.web.browser import API, Client
from tocsin.store import Store

Browser = Callable[[str], Client]
MARCH = "/documents/courier%2F1"


def correct(client: Client, status: int = 201, path: str = MARCH, **asked: Any) -> Any:
    body = {"event": "e1", "revision": client.ask(path)["revision"], **asked}
    return client.change("POST", f"{path}/corrections", body, status)


def test_a_correction_keeps_both_values_and_can_be_undone_and_redone(client: Client) -> None:
    made = correct(client, field="modes", action="change", value=["strike"], why="nobody walked")
    event = client.ask(MARCH)["events"][0]
    assert (event["modes"], event["machine"]["modes"], event["state"], event["reviewed"]) == (["strike"], ["demo"], "changed", ["modes"])
    told = client.ask(MARCH)["corrections"][0]
    assert (told["machine"], told["person"], told["who"], told["why"]) == (["demo"], ["strike"], "local", "nobody walked")
    client.change("POST", f"/corrections/{made['key']}/undo")
    assert client.ask(MARCH)["events"][0]["modes"] == ["demo"]
    client.change("POST", f"/corrections/{made['key']}/redo")
    assert client.ask(MARCH)["events"][0]["modes"] == ["strike"]
    assert client.ask("/incidents", mode="strike")["total"] == 1


def test_events_are_accepted_rejected_and_added(client: Client) -> None:
    correct(client, action="accept")
    assert client.ask(MARCH)["events"][0]["state"] == "accepted"
    start = world.MARCH.index("said")
    added = {"type": "ACCUSE", "trigger": {"start": start, "end": start + 4}}
    made = correct(client, event=None, action="add", value=added)
    assert made["event"] == "p1"
    states = {event["id"]: event["state"] for event in client.ask(MARCH)["events"]}
    assert states == {"e1": "accepted", "p1": "added"}
    correct(client, path="/documents/harm", action="reject")
    assert client.ask("/documents/harm")["events"][0]["state"] == "rejected"
    assert client.ask("/incidents", type="ASSAULT")["total"] == 0


def test_the_second_of_two_people_is_told_and_loses_nothing(browser: Browser) -> None:
    ben, cyd = browser("ben"), browser("cyd")
    seen = cyd.ask(MARCH)["revision"]
    correct(ben, field="type", action="change", value="ASSAULT", why="stones were thrown")
    late = {"event": "e1", "field": "type", "action": "change", "value": "COERCE", "revision": seen}
    conflict = cyd.change("POST", f"{MARCH}/corrections", late, 409)
    assert (conflict["by"], conflict["event"], conflict["field"], conflict["theirs"]["value"]) == ("ben", "e1", "type", "ASSAULT")
    assert cyd.ask(MARCH)["events"][0]["type"] == "ASSAULT"
    other_field = {"event": "e1", "field": "hedged", "action": "change", "value": True, "revision": seen}
    cyd.change("POST", f"{MARCH}/corrections", other_field, 201)
    cyd.change("POST", f"{MARCH}/corrections", late | {"revision": conflict["revision"] + 1}, 201)
    assert [each["who"] for each in cyd.ask(MARCH)["corrections"]] == ["ben", "cyd", "cyd"]


@pytest.mark.parametrize(
    "asked",
    [
        {"field": "type", "action": "change", "value": "PARTY"},
        {"field": "colour", "action": "accept"},
        {"field": "actor", "action": "change", "value": [{"start": 5, "end": 900_000}]},
        {"field": "count", "action": "change", "value": [{"start": 0, "end": 4, "of": "arrested", "value": {"low": 9, "high": 2}}]},
        {"field": "type", "action": "change", "value": {"deep": [[[[[[[[[[[[[1]]]]]]]]]]]]]}},
        {"event": "e77", "action": "accept"},
        {"event": None, "action": "add", "value": {}},
    ],
)
def test_what_cannot_be_is_refused_with_a_way_out(client: Client, asked: dict[str, Any]) -> None:
    refused = correct(client, 422, **asked)
    assert refused["error"]
    assert refused["way_out"]


def test_the_queue_holds_what_nobody_has_looked_at(client: Client) -> None:
    queue = client.ask("/queue")
    assert {item["document"] for item in queue} == {"courier/1", "gazette/1", "falls/arrests.txt", "harm"}
    assert queue == sorted(queue, key=lambda item: -item["worth"])
    assert all(item["reasons"] and item["sentence"] for item in queue)
    correct(client, action="accept")
    assert "courier/1" not in {item["document"] for item in client.ask("/queue")}
    assert [item["type"] for item in client.ask("/queue", type="COERCE")] == ["COERCE"]


def test_two_code_blind_and_a_third_decides(browser: Browser) -> None:
    ada, ben, cyd = browser("ada"), browser("ben"), browser("cyd")
    given = ada.change("POST", "/assignments", {"documents": ["courier/1"], "coders": ["ben", "cyd"]}, 201)
    assert {each["coder"] for each in given} == {"ben", "cyd"}
    correct(ben, field="modes", action="change", value=["strike"])
    assert cyd.ask(MARCH)["events"][0]["modes"] == ["demo"]
    assert cyd.ask(MARCH)["corrections"] == []
    assert cyd.ask(MARCH)["blind"] is True
    correct(cyd, action="accept")
    assert ada.get(f"{API}/adjudication/courier%2F1").status_code == 404
    for client in (ben, cyd):
        mine = client.ask("/assignments/mine")
        assert client.change("POST", f"/assignments/{mine[0]['id']}/done")["state"] == "done"
    other = next(each["id"] for each in given if each["coder"] == "cyd")
    assert ben.change("POST", f"/assignments/{other}/done", status=404)["way_out"]
    both = ada.ask("/adjudication/courier%2F1")
    assert [(each["event"], each["field"], each["decided"]) for each in both["differences"]] == [("e1", "modes", False)]
    assert both["differences"][0]["values"] == {"ben": ["strike"], "cyd": ["demo"]}
    found = ada.ask("/agreement")
    assert (found["documents"], found["coders"]) == (1, ["ben", "cyd"])
    assert any(each["field"] == "type" and each["same"] == 1.0 for each in found["fields"])
    decided = {"event": "e1", "field": "modes", "chosen": ["strike"], "why": "no march"}
    done = ada.change("POST", "/adjudication/courier%2F1", decided, 201)
    assert (done["settled"], done["differences"][0]["chosen_by"]) == (True, "ada")
    assert ben.ask(MARCH)["events"][0]["modes"] == ["strike"]
    assert ada.change("POST", "/adjudication/courier%2F1", decided, 409)["error"]
    ada.change("POST", "/assignments", {"documents": ["harm"], "coders": ["ben", "cyd"]}, 201)
    ada.change("DELETE", "/adjudication/harm")
    assert ada.change("DELETE", "/adjudication/harm", status=404)["error"]


def test_the_second_of_two_who_decide_the_same_is_told(browser: Browser, store: Store) -> None:
    store.add_user("eve", "nine brass buttons", "adjudicator")
    ada, ben, cyd = browser("ada"), browser("ben"), browser("cyd")
    ada.change("POST", "/assignments", {"documents": ["courier/1"], "coders": ["ben", "cyd"]}, 201)
    correct(ben, field="hedged", action="change", value=True)
    correct(ben, field="modes", action="change", value=["strike"])
    for client in (ben, cyd):
        [mine] = client.ask("/assignments/mine")
        client.change("POST", f"/assignments/{mine['id']}/done")
    seen = ada.ask("/adjudication/courier%2F1")["revision"]
    store.adjudicate("courier/1", "e1", "hedged", True, "eve", "reportedly")
    decided = {"event": "e1", "field": "hedged", "chosen": False, "revision": seen}
    conflict = ada.change("POST", "/adjudication/courier%2F1", decided, 409)
    assert (conflict["by"], conflict["field"], conflict["theirs"]) == ("eve", "hedged", {"value": True, "why": "reportedly"})
    assert ada.ask("/adjudication/courier%2F1")["revision"] == conflict["revision"] == seen + 1
    other = {"event": "e1", "field": "modes", "chosen": ["strike"], "revision": seen}
    done = ada.change("POST", "/adjudication/courier%2F1", other, 201)
    assert done["settled"]
    assert ben.ask(MARCH)["events"][0]["hedged"] is True


@pytest.mark.parametrize(("field", "chosen"), [("same_as", "e9"), ("same_as", 3), (None, "yes"), (None, [1])])
def test_a_decision_for_what_neither_said_is_checked(browser: Browser, field: str | None, chosen: Any) -> None:
    ada, ben, cyd = browser("ada"), browser("ben"), browser("cyd")
    ada.change("POST", "/assignments", {"documents": ["courier/1"], "coders": ["ben", "cyd"]}, 201)
    start = world.MARCH.index("said")
    for client, same in ((ben, "e1"), (cyd, None)):
        value = {"type": "ACCUSE", "trigger": {"start": start, "end": start + 4}, "same_as": same}
        correct(client, event=None, action="add", value=value)
    correct(ben, event=None, action="add", value={"type": "AID", "trigger": {"start": 0, "end": 4}})
    for client in (ben, cyd):
        [mine] = client.ask("/assignments/mine")
        client.change("POST", f"/assignments/{mine['id']}/done")
    differing = next(each for each in ada.ask("/adjudication/courier%2F1")["differences"] if each["field"] == field)
    decided = {"event": differing["event"], "field": field, "chosen": chosen}
    refused = ada.change("POST", "/adjudication/courier%2F1", decided, 422)
    assert refused["error"]
