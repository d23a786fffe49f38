"""Incidents over HTTP."""

from __future__ import annotations

from tests.web.browser import API, Client
from tests.web.test_review_api import correct
from tests.web.world import MARCH


def test_the_list_holds_every_incident_with_its_sources(client: Client) -> None:
    page = client.ask("/incidents")
    assert page["total"] == 3
    march = next(row for row in page["incidents"] if row["type"] == "PROTEST")
    assert (march["articles"], march["place"], march["first_day"]) == (2, "Harbour Town", "2024-05-07")


def test_filters_narrow_list_map_and_timeline_alike(client: Client) -> None:
    for query, total in (
        ({"type": "PROTEST"}, 1),
        ({"type": ["PROTEST", "COERCE"]}, 2),
        ({"q": "teachers"}, 1),
        ({"from": "2024-06-01"}, 1),
    ):
        assert client.ask("/incidents", **query)["total"] == total
        assert client.ask("/incidents/map", **query)["total"] == total
        line = client.ask("/incidents/timeline", **query)
        assert sum(week["n"] for week in line["weeks"]) + line["undated"] == total
    assert client.ask("/incidents", persons_min=100, kind="participants")["total"] == 1
    assert client.ask("/incidents", bbox="30,-5,40,5")["total"] == 1
    assert client.ask("/incidents", document="falls/arrests.txt")["incidents"][0]["type"] == "COERCE"


def test_pages_follow_each_other_without_a_gap(client: Client) -> None:
    seen, after = [], None
    while True:
        page = client.ask("/incidents", limit=1, sort="-sources", **({"after": after} if after else {}))
        seen += [row["id"] for row in page["incidents"]]
        after = page["after"]
        if after is None:
            break
    assert sorted(seen) == sorted(row["id"] for row in client.ask("/incidents")["incidents"])
    assert len(seen) == 3


def test_an_incident_shows_rival_claims_side_by_side(client: Client) -> None:
    name = client.ask("/incidents", type="PROTEST")["incidents"][0]["id"]
    found = client.ask(f"/incidents/{name}")
    figure = found["figures"][0]
    assert (figure["kind"], figure["low"], figure["high"], figure["agreement"]) == ("participants", 150, 400, "differ")
    assert {claim["claimant"] for claim in figure["claims"]} == {"The union", "police"}
    event = found["events"][0]
    assert event["sentence"][event["trigger_start"] : event["trigger_end"]] == "marched"
    assert [report["copies"] for report in found["reports"]] == [["gazette/1"]]


def test_what_a_person_added_or_moved_shows_its_own_words(client: Client) -> None:
    start = MARCH.index("said")
    added = {"type": "ACCUSE", "trigger": {"start": start, "end": start + 4}}
    correct(client, event=None, action="add", value=added)
    found = client.ask("/incidents", type="ACCUSE")["incidents"][0]["id"]
    [event] = client.ask(f"/incidents/{found}")["events"]
    assert (event["event"], event["trigger"], event["score"]) == ("p1", "said", 1.0)
    assert event["sentence"][event["trigger_start"] : event["trigger_end"]] == "said"
    start = MARCH.index("took part")
    correct(client, field="trigger", action="change", value={"start": start, "end": start + len("took part")})
    found = client.ask("/incidents", type="PROTEST", document="courier/1")["incidents"][0]["id"]
    events = client.ask(f"/incidents/{found}")["events"]
    assert {event["document"]: event["trigger"] for event in events}["courier/1"] == "took part"


def test_splitting_and_undoing_keep_every_id_reachable(client: Client) -> None:
    row = client.ask("/incidents", type="PROTEST")["incidents"][0]
    events = [{"document": event["document"], "event": event["event"]} for event in client.ask(f"/incidents/{row['id']}")["events"]]
    split = {"kind": "split", "events": events, "why": "two marches", "seen": {row["id"]: row["version"]}}
    made = client.change("POST", "/incidents/decisions", split, 201)
    assert len(made["incidents"]) == 2
    assert client.ask("/incidents", type="PROTEST")["total"] == 2
    conflict = client.change("POST", "/incidents/decisions", split, 409)
    assert "changed meanwhile" in conflict["error"]
    assert conflict["way_out"]
    client.change("DELETE", f"/incidents/decisions/{made['key']}")
    assert client.ask("/incidents", type="PROTEST")["total"] == 1
    other = next(name for name in made["incidents"] if name != row["id"])
    answer = client.get(f"{API}/incidents/{other}")
    assert (answer.status_code, answer.headers["location"]) == (301, f"{API}/incidents/{row['id']}")
    history = client.ask(f"/incidents/{row['id']}")["history"]
    assert any(change["what"] == "split" and change["undone"] and change["why"] == "two marches" for change in history)


def test_what_is_split_off_is_one_change_that_names_its_events(client: Client) -> None:
    march = client.ask("/incidents", type="PROTEST")["incidents"][0]
    arrests = client.ask("/incidents", type="COERCE")["incidents"][0]
    events = {
        row["id"]: [{"document": event["document"], "event": event["event"]} for event in client.ask(f"/incidents/{row['id']}")["events"]]
        for row in (march, arrests)
    }
    client.change("POST", "/incidents/decisions", {"kind": "join", "events": [*events[march["id"]], *events[arrests["id"]]]}, 201)
    split = {"kind": "split", "events": events[arrests["id"]], "others": events[march["id"]]}
    made = client.change("POST", "/incidents/decisions", split, 201)
    assert made["incidents"] == sorted((march["id"], arrests["id"]))
    [change] = [each for each in client.ask(f"/incidents/{march['id']}")["history"] if each["what"] == "split"]
    assert [(event["document"], event["trigger"]) for event in change["events"]] == [("falls/arrests.txt", "arrested")]
    assert {(event["publisher"], event["trigger"]) for event in change["others"]} == {
        ("The Courier", "marched"),
        ("The Gazette", "marched"),
    }
    client.change("DELETE", f"/incidents/decisions/{change['key']}")
    assert client.ask("/incidents", type="COERCE")["total"] == 0
    both = {"kind": "join", "events": events[march["id"]], "others": events[arrests["id"]]}
    assert "one side" in client.change("POST", "/incidents/decisions", both, 422)["error"]
    twice = {"kind": "split", "events": events[march["id"]], "others": events[march["id"]]}
    assert "leave and to stay" in client.change("POST", "/incidents/decisions", twice, 422)["error"]


def test_what_was_seen_is_not_sent_again_until_it_changes(client: Client) -> None:
    first = client.get(f"{API}/incidents/map", params={"zoom": 2})
    again = client.get(f"{API}/incidents/map", params={"zoom": 2}, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    client.change("POST", "/documents", {"text": "Clerks marched in Upper Falls."}, 201)
    after = client.get(f"{API}/incidents/map", params={"zoom": 2}, headers={"If-None-Match": first.headers["etag"]})
    assert after.json()["total"] == first.json()["total"] + 1


def test_charts_give_the_same_rows_as_json_and_csv(client: Client) -> None:
    for chart, columns in (("events", 3), ("actors", 4), ("persons", 6), ("sources", 4)):
        rows = client.ask(f"/charts/{chart}")
        table = client.get(f"{API}/charts/{chart}.csv")
        assert table.headers["content-type"].startswith("text/csv")
        lines = table.text.splitlines()
        assert len(lines) == len(rows) + 1
        assert len(lines[0].split(",")) == columns
    assert {row["publisher"] for row in client.ask("/charts/sources")} >= {"The Courier", "The Gazette"}
    assert client.ask("/charts/persons", type="COERCE") == [
        {"start": "2024-06-10", "kind": "arrested", "low": 14, "best": 14, "high": 14, "incidents": 1}
    ]


def test_an_unknown_incident_and_a_mistaken_filter_say_what_to_do(client: Client) -> None:
    assert client.get(f"{API}/incidents/nobody").json() == {
        "error": "There is no incident nobody.",
        "way_out": "Go back to the list; it may have been removed meanwhile.",
    }
    wrong = client.get(f"{API}/incidents", params={"colour": "red"})
    assert wrong.status_code == 422
    assert "colour" in wrong.json()["error"]
    assert client.get(f"{API}/incidents", params={"after": "%%%"}).status_code == 422
    assert client.get(f"{API}/incidents", params={"bbox": "1,2,3"}).status_code == 422
