"""Logging in, roles, and changes that nobody else's page can ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.web.browser import API, PASSWORDS, Client
from tocsin.review import Edit
from tocsin.store import Store
from tocsin.store.users.accounts import Role
from tocsin.web.openapi import description

Browser = Callable[[str], Client]


def test_while_there_are_no_users_this_machine_may_everything(client: Client, app: FastAPI) -> None:
    me = client.ask("/me")
    assert (me["user"], me["role"], me["users_exist"], me["can_read_reports"]) == ("local", "admin", False, True)
    elsewhere = TestClient(app, base_url="http://192.0.2.7:8321", client=("192.0.2.9", 4))
    assert elsewhere.get(f"{API}/me").json()["user"] is None
    assert elsewhere.get(f"{API}/incidents").status_code == 401
    assert client.get(f"{API}/incidents", headers={"X-Forwarded-For": "192.0.2.9"}).status_code == 401


@pytest.mark.usefixtures("browser")
def test_with_users_nothing_is_shown_before_logging_in(client: Client) -> None:
    assert client.ask("/me")["user"] is None
    for path in ("/incidents", "/incidents/map", "/documents", "/documents/harm", "/codebook", "/charts/events.csv", "/users"):
        answer = client.get(f"{API}{path}")
        assert (answer.status_code, answer.json()["way_out"]) == (401, "Log in, then do it again.")
    assert client.get("/").status_code == 200


def test_a_session_begins_holds_and_ends(browser: Browser) -> None:
    ada = browser("ada")
    cookie = next(iter(ada.cookies.jar))
    assert (cookie.name, cookie.has_nonstandard_attr("HttpOnly"), cookie.get_nonstandard_attr("SameSite")) == (
        "tocsin_session",
        True,
        "strict",
    )
    assert (ada.ask("/me")["user"], ada.ask("/me")["role"]) == ("ada", "adjudicator")
    assert [user["name"] for user in ada.ask("/users")] == ["ada", "ben", "cyd"]
    token = ada.cookies["tocsin_session"]
    ada.change("DELETE", "/session")
    ada.cookies.set("tocsin_session", token)
    assert ada.get(f"{API}/incidents").status_code == 401


def test_behind_https_the_cookie_stays_there(browser: Browser, client: Client) -> None:
    browser("ada")
    body = {"name": "ada", "password": PASSWORDS["ada"][1]}
    answer = client.post(f"{API}/session", json=body, headers={"Origin": "https://localhost"})
    assert "secure" in answer.headers["set-cookie"].lower()


def test_wrong_passwords_make_the_next_one_wait(browser: Browser, client: Client) -> None:
    browser("ada")
    answers = [client.post(f"{API}/session", json={"name": "ada", "password": "wrong guess"}) for _ in range(6)]
    assert [answer.status_code for answer in answers[:4]] == [401] * 4
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) > 0
    right = client.post(f"{API}/session", json={"name": "ada", "password": PASSWORDS["ada"][1]})
    assert right.status_code == 429
    nobody = client.post(f"{API}/session", json={"name": "nobody", "password": "wrong guess"})
    assert nobody.json()["error"] == answers[0].json()["error"]


def test_roles_bound_what_one_may(browser: Browser, store: Store) -> None:
    store.add_user("rea", "an old oak table", "reader")
    ben = browser("ben")
    assert "adjudicator" in ben.get(f"{API}/users").json()["error"]
    assert ben.get(f"{API}/adjudication/harm").status_code == 403
    rea = Client(ben.app)  # type: ignore[arg-type]  # the same application
    rea.post(f"{API}/session", json={"name": "rea", "password": "an old oak table"})
    rea.change("POST", "/documents/read", {"text": "Clerks marched."})
    refused = rea.change("POST", "/documents", {"text": "Clerks marched."}, 403)
    assert refused == {"error": "This takes the role coder; yours is reader.", "way_out": "Ask an admin of this desk for the role."}
    assert rea.get(f"{API}/queue").status_code == 403


def test_a_change_needs_the_token_and_this_sites_own_page(client: Client) -> None:
    body = {"text": "Clerks marched."}
    assert client.post(f"{API}/documents", json=body).status_code == 403
    assert client.post(f"{API}/documents", json=body, headers={"X-CSRF-Token": "guess"}).status_code == 403
    token = {"X-CSRF-Token": client.ask("/me")["csrf"]}
    for other in (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        answer = client.post(f"{API}/documents", json=body, headers={**token, **other})
        assert (answer.status_code, answer.json()["error"]) == (403, "This was asked for by a page of another site.")
    own = {"Origin": "http://localhost:8321", "Sec-Fetch-Site": "same-origin"}
    assert client.post(f"{API}/documents", json=body, headers={**token, **own}).status_code == 201
    assert client.post(f"{API}/documents", data=body, headers={**token, **own}).status_code == 422  # a form of another site could send this


def test_reading_a_document_that_names_private_people_is_logged(browser: Browser, store: Store) -> None:
    ben = browser("ben")
    ben.ask("/documents/falls%2Farrests.txt")
    ben.ask("/documents/harm")
    assert [(access.who, access.document_id) for access in store.accesses()] == [("ben", "falls/arrests.txt")]


def test_a_person_can_say_that_somebody_is_private(browser: Browser, store: Store) -> None:
    guards = {"kind": "entity", "name": "Orrin Vance", "identity": "p-orrin", "country": None, "sectors": ["CVL"], "private": True}
    words = store.review("harm", "ben").machine.mentions[0].actors[0]
    value = [{"start": words.start, "end": words.end, "value": guards}]
    made = store.correct("harm", 0, Edit("change", "e1", "actor", value), "ben")
    cyd = browser("cyd")
    cyd.ask("/documents/harm")
    cyd.ask(f"/incidents/{cyd.ask('/incidents', type='ASSAULT')['incidents'][0]['id']}")
    logged = [("cyd", "document", "harm"), ("cyd", "incident", "harm")]
    assert [(access.who, access.what, access.document_id) for access in store.accesses()] == logged
    store.undo(made.key, "ben")
    cyd.ask("/documents/harm")
    assert len(list(store.accesses())) == len(logged)


def test_so_is_reading_what_quotes_it(browser: Browser, store: Store) -> None:
    ada, ben, cyd = browser("ada"), browser("ben"), browser("cyd")
    arrests = ben.ask("/incidents", type="COERCE")["incidents"][0]["id"]
    march = ben.ask("/incidents", type="PROTEST")["incidents"][0]["id"]
    for name in (arrests, march):
        ben.ask(f"/incidents/{name}")
    ada.change("POST", "/assignments", {"documents": ["falls/arrests.txt"], "coders": ["ben", "cyd"]}, 201)
    for client in (ben, cyd):
        [mine] = client.ask("/assignments/mine")
        client.change("POST", f"/assignments/{mine['id']}/done")
    ada.ask("/adjudication/falls%2Farrests.txt")
    logged = [(access.who, access.what, access.document_id) for access in store.accesses()]
    assert logged == [("ben", "incident", "falls/arrests.txt"), ("ada", "adjudication", "falls/arrests.txt")]


OPERATIONS = [(method.upper(), path) for path, methods in description()["paths"].items() for method in methods]
OPEN = {("GET", f"{API}/me"), ("POST", f"{API}/session")}
"""What may be asked for before logging in."""


def ask_for(client: Client, method: str, path: str) -> Any:
    filled = path.replace("{document}", "harm").replace("{id}", "1").replace("{key}", "1")
    return client.request(
        method, filled, json={} if method == "POST" else None, params={"q": "Paris"} if path.endswith("/places") else None
    )


def test_every_address_but_two_asks_who_one_is(browser: Browser, client: Client) -> None:
    browser("ben")
    answers = {(method, path): ask_for(client, method, path).status_code for method, path in OPERATIONS}
    assert {operation for operation, status in answers.items() if status != 401} == OPEN


def test_every_change_needs_the_token(browser: Browser) -> None:
    ada = browser("ada")
    changes = [(method, path) for method, path in OPERATIONS if method != "GET" and (method, path) not in OPEN]
    assert len(changes) > 10
    for method, path in changes:
        answer = ask_for(ada, method, path)
        assert (answer.status_code, answer.json()["error"]) == (403, "The page is older than your session."), path


@pytest.mark.parametrize(
    ("role", "least"), [("reader", {"coder", "adjudicator"}), ("coder", {"adjudicator"}), ("adjudicator", set()), ("admin", set())]
)
def test_each_role_may_what_it_may_at_every_address(app: FastAPI, store: Store, role: Role, least: set[str]) -> None:
    store.add_user("eve", "nine brass buttons", "admin")
    store.add_user("rob", "seven grey pigeons", role)
    client = Client(app)
    client.post(f"{API}/session", json={"name": "rob", "password": "seven grey pigeons"})
    client.headers["X-CSRF-Token"] = client.ask("/me")["csrf"]
    for method, path in OPERATIONS:
        if (method, path) in OPEN or path == f"{API}/session":
            continue
        answer = ask_for(client, method, path)
        needed = NEEDED.get(path.removeprefix(API), "reader") if method == "GET" else CHANGES[path.removeprefix(API)]
        assert (answer.status_code == 403) is (needed in least), f"{method} {path}: {answer.status_code}"


NEEDED = {
    "/queue": "coder",
    "/assignments/mine": "coder",
    "/agreement": "coder",
    "/users": "adjudicator",
    "/assignments": "adjudicator",
    "/adjudication/{document}": "adjudicator",
}
"""The role that reading takes, where it is not ``reader``."""

CHANGES = {
    "/documents/read": "reader",
    "/documents": "coder",
    "/documents/{id}/corrections": "coder",
    "/corrections/{key}/undo": "coder",
    "/corrections/{key}/redo": "coder",
    "/incidents/decisions": "coder",
    "/incidents/decisions/{key}": "coder",
    "/assignments/{id}/done": "coder",
    "/assignments": "adjudicator",
    "/adjudication/{document}": "adjudicator",
}
"""The role that a change takes."""
