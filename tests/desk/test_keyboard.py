"""Everything by keyboard alone: each view is walked with Tab, on a large screen and on a phone's."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.desk.axe import violations
from tests.desk.running import Room
from tests.desk.test_every_view import VIEWS, arrived
from tests.desk.test_incident import march
from tests.desk.walking import walked

ARRESTS = "/review?document=falls%2Farrests.txt"
DIALOGS = {
    "t": "Type",
    "m": "Modes",
    "p": "Which place",
    "d": "Which days",
    "b": "How many",
    "e": "Who they are",
    "w": "Why",
    "q": "queue",
    "?": "Keys",
}


@pytest.mark.parametrize("width", [1280, 360])
def test_each_view_is_walked_with_tab_alone(busy: Room, width: int) -> None:
    page = busy.open("/", width=width)
    wrong: list[str] = []
    for view in VIEWS:
        page.goto(busy.address + view.replace("MARCH", march(busy)))
        arrived(page)
        wrong += [f"{view}: {one}" for one in walked(page)]
    assert wrong == []


def opened(page: Page, key: str) -> None:
    """A dialog of the review desk by its key."""
    page.keyboard.press(key)
    expect(page.get_by_role("dialog", name=DIALOGS[key])).to_be_visible()


@pytest.mark.parametrize("look", [(1280, "light"), (360, "light"), (360, "dark")], ids=["wide", "phone", "phone in the dark"])
def test_each_form_of_the_review_can_be_used_by_everybody(room: Room, look: tuple[int, str]) -> None:
    width, theme = look
    page = room.open(ARRESTS, width=width, theme=theme)
    expect(page.get_by_role("button", name="Accept")).to_be_enabled()
    wrong: list[str] = []
    for key, title in DIALOGS.items():
        opened(page, key)
        wrong += [f"{title}: {one}" for one in violations(page)]
        box = page.get_by_role("dialog").bounding_box()
        assert box is not None
        wrong += [f"{title} is wider than the screen"] if box["x"] < 0 or box["x"] + box["width"] > width else []
        wide = page.evaluate(
            "[...document.querySelectorAll('dialog[open], dialog[open] .body')].some(one => one.scrollWidth > one.clientWidth)"
        )
        wrong += [f"{title} scrolls sideways"] if wide else []
        page.keyboard.press("Escape")
        expect(page.locator("dialog[open]")).to_have_count(0)
    assert wrong == []


def test_the_focus_comes_back_from_a_form_to_where_it_was(room: Room) -> None:
    page = room.open(ARRESTS)
    expect(page.get_by_role("button", name="Accept")).to_be_enabled()
    page.get_by_role("button", name="Queue q").focus()
    opened(page, "p")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Queue q")).to_be_focused()
