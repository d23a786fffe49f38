"""Fixtures of the review desk's tests: a room over a few made-up reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.desk import finding
from tests.desk.running import Room, serving
from tests.web import world
from tocsin.pipeline.incidents import bring_up_to_date
from tocsin.store import Store


@pytest.fixture
def room(tmp_path: Path, chromium: Browser) -> Iterator[Room]:
    """A desk of the made-up reports, with stand-ins that read pasted ones and find places."""
    with Store.open(tmp_path / "events.db") as store:
        for reading in world.readings():
            store.save(reading)
        bring_up_to_date(store)
        with serving(store, world.read, finding.find) as address:
            troubles: list[str] = []
            yield Room(address, store, chromium, troubles)
            for context in chromium.contexts:
                context.close()
            assert troubles == []
