"""Logging in, roles, and changes that nobody else's page can ask for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.web.browser import API, PASSWORDS, Client
from tocsin.store import Store

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
