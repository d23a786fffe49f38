"""A report pasted or opened: its events at once, stored only when asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.desk.axe import violations
from tests.desk.running import Room, serving
from tocsin.cli import loading
from tocsin.cli.serving import PastedReader
from tocsin.pipeline import Recipe
from tocsin.settings import Settings
from tocsin.store import Store

PASTED = "Weavers marched in Lower Falls on Monday, a union official said."
REAL = (
    "NAIROBI, May 6 - Police in Mombasa arrested 30 dock workers on Sunday after they marched to demand unpaid wages, a union official "
    "said. The governor met union leaders on Monday."
)


def test_a_pasted_report_is_read_and_stored_when_asked(room: Room) -> None:
    page = room.open("/read")
    box = page.get_by_label("Report, as plain text")
    expect(box).to_be_visible()
    assert violations(page) == []
    box.fill(PASTED)
    box.press("Control+Enter")
    result = page.get_by_role("region", name="What was read")
    expect(result).to_contain_text("1 event")
    expect(page.locator(".block .band.role-trigger")).to_have_text("marched")
    page.get_by_role("button", name="Store it").click()
    page.wait_for_url("**/documents/pasted-*")
    expect(page.locator(".block .band.role-trigger")).to_have_text("marched")


def test_a_file_is_read_as_it_is_opened(room: Room, tmp_path: Path) -> None:
    file = tmp_path / "weavers.txt"
    file.write_text(PASTED, encoding="utf-8")
    page = room.open("/read", width=360, theme="dark")
    page.get_by_label("or a file").set_input_files(file)
    expect(page.get_by_role("region", name="What was read")).to_contain_text("1 event")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(page) == []


def test_a_text_without_events_says_so(room: Room) -> None:
    page = room.open("/read")
    page.get_by_label("Report, as plain text").fill("The weather was fair.")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("The reader found no political act")).to_be_visible()


@pytest.fixture
def real_room(tmp_path: Path, chromium: Browser) -> Iterator[Room]:
    """A desk with tocsin's own reader."""
    settings = Settings.from_environment()

    def recipe() -> Recipe:
        return Recipe(loading.load_reader(1), loading.load_resolver(settings.cache_dir), settings.threshold)

    with Store.open(tmp_path / "events.db") as store, serving(store, PastedReader(recipe)) as address:
        yield Room(address, store, chromium, [])
        for context in chromium.contexts:
            context.close()


def test_the_real_reader_reads_a_pasted_report(real_room: Room) -> None:
    page = real_room.open("/read")
    page.get_by_label("Report, as plain text").fill(REAL)
    page.get_by_label("Published on").fill("2024-05-06")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".block .band.role-trigger").filter(has_text="arrested")).to_be_visible(timeout=120_000)
    expect(page.locator("aside")).to_contain_text("COERCE")
