"""A place found by typing its name: from the keyboard alone, with what ARIA's combobox promises."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.desk.axe import violations
from tests.desk.finding import FALLS_UGANDA
from tests.desk.running import Room, serving
from tests.web import world
from tocsin.records import PlaceValue
from tocsin.store import Store

ARRESTS = "/review?document=falls%2Farrests.txt"


def asked(room: Room, width: int = 1280, theme: str = "light") -> Page:
    """The form in which a place is given."""
    page = room.open(ARRESTS, width=width, theme=theme)
    expect(page.get_by_role("button", name="Accept")).to_be_enabled()
    page.keyboard.press("p")
    expect(page.get_by_role("dialog")).to_be_visible()
    return page


def name_of(page: Page) -> Locator:
    return page.get_by_label("Name", exact=True)


def found(page: Page) -> Locator:
    """What the list below the name offers; a closed list offers nothing."""
    return page.get_by_role("listbox", name="Name: places").get_by_role("option")


def where(room: Room) -> PlaceValue | None:
    """The place of the act as it is stored."""
    values = [claim.value for claim in room.store.effective("falls/arrests.txt").claims if claim.field == "where"]
    return next((value for value in values if isinstance(value, PlaceValue)), None)


def test_a_place_is_typed_chosen_and_saved_by_keyboard(room: Room) -> None:
    page = asked(room)
    expect(name_of(page)).to_be_focused()
    page.keyboard.type("upper f")
    options = found(page)
    expect(options).to_have_text(
        ["Upper Falls town or village · Rift · Kenya · 41,000 people", "Upper Falls town or village · Lakes · Uganda · 900 people"]
    )
    expect(name_of(page)).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("dialog").get_by_role("status").first).to_contain_text("2 places")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(name_of(page)).to_have_attribute("aria-activedescendant", options.nth(1).get_attribute("id") or "")
    page.keyboard.press("Enter")
    expect(options).to_have_count(0)
    expect(name_of(page)).to_be_focused()
    expect(page.get_by_label("Country", exact=True)).to_have_value("Uganda")
    expect(page.get_by_label("Latitude")).to_have_value("1.42")
    expect(page.get_by_text("From the gazetteer")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator("[data-field=place]")).to_contain_text("Uganda")
    assert where(room) == FALLS_UGANDA


def test_the_list_is_left_without_leaving_the_form_and_a_name_by_hand_stays(room: Room) -> None:
    page = asked(room)
    name_of(page).fill("Upper")
    expect(found(page)).to_have_count(3)
    page.keyboard.press("ArrowUp")
    expect(found(page).nth(2)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(found(page)).to_have_count(0)
    expect(page.get_by_role("dialog")).to_be_visible()
    name_of(page).fill("Uppermost Falls")
    expect(page.get_by_text("No place is called that.")).to_be_visible()
    expect(page.get_by_text("Written by hand")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator("[data-field=place]")).to_contain_text("Uppermost Falls")
    stored = where(room)
    assert stored is not None
    assert (stored.name, stored.geonameid) == ("Uppermost Falls", None)


def test_an_entry_that_is_changed_afterwards_is_no_longer_that_entry(room: Room) -> None:
    page = asked(room)
    name_of(page).fill("upper v")
    found(page).click()
    expect(page.get_by_text("From the gazetteer")).to_be_visible()
    page.get_by_label("Latitude").fill("-6.3")
    expect(page.get_by_text("Written by hand")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_open_list_can_be_used_by_everybody_on_a_phone(room: Room, theme: str) -> None:
    page = asked(room, 360, theme)
    name_of(page).fill("upper")
    expect(found(page)).to_have_count(3)
    page.keyboard.press("ArrowDown")
    expect(found(page).first).to_be_in_viewport()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_a_gazetteer_places_are_written_by_hand(tmp_path: Path, chromium: Browser) -> None:
    with Store.open(tmp_path / "events.db") as store:
        store.save(world.arrests())
        with serving(store) as address:
            page = asked(Room(address, store, chromium, []))
            expect(page.get_by_text("No gazetteer is built here")).to_be_visible()
            expect(page.get_by_role("combobox", name="Name")).to_have_count(0)
            page.context.close()
