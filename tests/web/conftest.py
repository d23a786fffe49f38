"""The real application over a real database in a file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI

from tests.web import world
from tests.web.browser import PASSWORDS, Client
from tocsin.pipeline.incidents import bring_up_to_date
from tocsin.store import Store
from tocsin.web.app import create_app


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    folder = tmp_path / "assets"
    (folder / "static").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>desk</title>", encoding="utf-8")
    (folder / "static" / "app-1a2b.js").write_text("export {};" * 200, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that each test gets a copy of: making one takes a second."""
    place = tmp_path_factory.mktemp("made") / "events.db"
    with Store.open(place) as opened:
        for reading in world.readings():
            opened.save(reading)
        bring_up_to_date(opened)
    return place


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Iterator[Store]:
    with Store.open(shutil.copy(made, tmp_path / "events.db")) as opened:
        yield opened


@pytest.fixture
def app(store: Store, assets: Path) -> FastAPI:
    def update(changed: Store) -> None:
        bring_up_to_date(changed)

    return create_app(store, read=world.read, update=update, assets=assets)


@pytest.fixture
def client(app: FastAPI) -> Client:
    return Client(app)


@pytest.fixture
def browser(app: FastAPI, store: Store) -> Callable[[str], Client]:
    """A browser of one of three users, logged in."""
    for name, (role, password) in PASSWORDS.items():
        store.add_user(name, password, role)  # type: ignore[arg-type]  # roles by their names

    def logged_in(name: str) -> Client:
        client = Client(app)
        client.log_in(name)
        return client

    return logged_in
