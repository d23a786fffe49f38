"""Fixtures of the tests of incidents: a room over half a year of made-up acts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.desk import many
from tests.desk.running import Room, serving
from tests.web import world
from tocsin.pipeline.incidents import bring_up_to_date
from tocsin.store import Store


@pytest.fixture(scope="session")
def half_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that each test gets a copy of: making one takes some seconds."""
    place = tmp_path_factory.mktemp("many") / "events.db"
    with Store.open(place) as store:
        for reading in many.readings():
            store.save(reading)
        bring_up_to_date(store)
    return place


@pytest.fixture
def busy(half_year: Path, tmp_path: Path, chromium: Browser) -> Iterator[Room]:
    """A desk with some dozens of incidents in seven towns."""
    with Store.open(shutil.copy(half_year, tmp_path / "events.db")) as store, serving(store, world.read) as address:
        troubles: list[str] = []
        yield Room(address, store, chromium, troubles)
        for context in chromium.contexts:
            context.close()
        assert troubles == []
