"""What the server holds between requests: one round of grouping for many changes, few log-ins at once, errors that tell no more than they must."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.web import world
from tests.web.browser import API, Client
from tests.web.test_review_api import correct
from tocsin.errors import StoreError
from tocsin.store import Store
from tocsin.store.incidents.views import IncidentViews
from tocsin.web.app import create_app
from tocsin.web.gate import host_of
from tocsin.web.headers import CSP
from tocsin.web.state import LOG_INS_AT_ONCE, Desk


def test_many_changes_at_once_are_followed_in_two_rounds_and_none_is_missed(store: Store) -> None:
    begun, go_on = threading.Event(), threading.Event()
    changes: list[int] = []
    seen: list[int] = []

    def update(_: Store) -> None:
        seen.append(len(changes))
        begun.set()
        assert go_on.wait(30)

    desk = Desk(store, IncidentViews(store), update=update)

    def change(number: int) -> None:
        changes.append(number)
        desk.follow()

    with ThreadPoolExecutor(8) as pool:
        first = pool.submit(change, 0)
        assert begun.wait(30)
        rest = [pool.submit(change, number) for number in range(1, 7)]
        while sum(each.done() for each in rest) < 5:  # one of them waits, and the others leave it to that one
            threading.Event().wait(0.01)
        go_on.set()
        for each in (first, *rest):
            each.result()
    assert seen == [1, 7]


def test_what_is_stored_stays_when_the_incidents_cannot_follow(store: Store, assets: Path, caplog: pytest.LogCaptureFixture) -> None:
    def update(_: Store) -> None:
        raise StoreError("the disk is full; make room")

    client = Client(create_app(store, read=world.read, update=update, assets=assets))
    with caplog.at_level(logging.ERROR, "tocsin.web"):
        stored = client.change("POST", "/documents", {"text": "Clerks marched in Upper Falls."}, 201)
        correct(client, action="accept")
    assert client.ask("/documents", sort="-arrived")["documents"][0]["id"] == stored["id"]
    assert [record.getMessage() for record in caplog.records] == ["incidents do not follow yet: the disk is full; make room"] * 2


def test_log_ins_past_a_few_at_once_wait_outside(app: FastAPI, client: Client) -> None:
    desk: Desk = app.state.desk
    for _ in range(LOG_INS_AT_ONCE):
        assert desk.logging_in.acquire(blocking=False)
    refused = client.post(f"{API}/session", json={"name": "ada", "password": "wrong guess"})
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "2")
    desk.logging_in.release()
    assert client.post(f"{API}/session", json={"name": "ada", "password": "wrong guess"}).status_code == 401
    assert desk.logging_in.acquire(blocking=False)  # it was given back


def test_a_mistake_of_the_servers_own_carries_the_same_headers_and_no_inner_words(store: Store, assets: Path) -> None:
    def read(_: object) -> None:
        raise RuntimeError("secret of the house")

    app = create_app(store, read=read, assets=assets)  # type: ignore[arg-type]  # reads nothing
    token = {"X-CSRF-Token": Client(app).ask("/me")["csrf"]}
    quiet = TestClient(app, base_url="http://localhost:8321", client=("127.0.0.1", 50_000), raise_server_exceptions=False)
    answer = quiet.post(f"{API}/documents/read", json={"text": "Clerks marched."}, headers=token)
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"] == CSP
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "secret" not in answer.text


def test_a_path_cannot_steer_the_terminal_that_shows_the_log(
    client: Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Store) -> bool:
        raise StoreError("the disk is gone; put it back")

    monkeypatch.setattr(Store, "users_exist", fails)
    with caplog.at_level(logging.ERROR, "tocsin.web"):
        assert client.get(f"{API}/documents/%1b%5b2Jforged").status_code == 503
    [said] = [record.getMessage() for record in caplog.records]
    assert said.isprintable()
    assert "[2J" in said


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("Desk.Example:8321", "desk.example"),
        ("desk.example.", "desk.example"),
        ("[::1]:8321", "::1"),
        ("::1", "::1"),
        ("192.0.2.1:80", "192.0.2.1"),
        ("", ""),
    ],
)
def test_a_host_is_its_name_alone(written: str, host: str) -> None:
    assert host_of(written) == host


def test_a_name_may_be_given_with_its_port(store: Store, assets: Path) -> None:
    app = create_app(store, assets=assets, hosts=("Desk.Example.org:443",))
    for base, status in (("https://desk.example.org", 200), ("https://desk.example", 421)):
        assert TestClient(app, base_url=base).get(f"{API}/openapi.json").status_code == status
