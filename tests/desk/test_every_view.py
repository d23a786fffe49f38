"""Each view in light and dark and at a phone's width: nothing for axe to complain of, nothing wider than the screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.desk.axe import violations
from tests.desk.running import Room
from tests.desk.test_incident import march

VIEWS: tuple[str, ...] = ("/", "/incidents/MARCH", "/charts", "/documents", "/documents/courier%2F1?event=e1", "/review", "/review/coding")
VIEWS += ("/review/agreement", "/read", "/login", "/about", "/nowhere")
LOOKS = {"light": (1280, "light"), "dark": (1280, "dark"), "phone": (360, "light"), "phone in the dark": (360, "dark")}


def arrived(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    expect(page.locator("main h1")).to_have_count(1)
    expect(page.locator(".loading, [aria-busy=true]")).to_have_count(0)


@pytest.mark.parametrize("look", LOOKS)
def test_each_view_can_be_used_by_everybody(busy: Room, look: str) -> None:
    width, theme = LOOKS[look]
    context = busy.context(width, theme)
    page = busy.open("/", context)
    wrong: list[str] = []
    for view in VIEWS:
        page.goto(busy.address + view.replace("MARCH", march(busy)))
        arrived(page)
        wrong += [f"{view} {one}" for one in violations(page)]
        wide = page.evaluate("document.documentElement.scrollWidth")
        wrong += [f"{view} is {wide} pixels wide"] if wide > width else []
    assert wrong == []


def test_all_pages_are_in_the_header_of_a_phone(busy: Room) -> None:
    busy.store.add_user("bartholomew-of-the-long-name", "a bell on the hill", "coder")
    page = busy.open("/login?back=/about", width=360)
    page.get_by_label("Name", exact=True).fill("bartholomew-of-the-long-name")
    page.get_by_label("Password").fill("a bell on the hill")
    page.get_by_role("button", name="Log in").click()
    header = page.get_by_role("banner")
    expect(header).to_contain_text("bartholomew-of-the-long-name")
    arrived(page)
    expect(header.get_by_role("link")).to_have_count(7)
    outside = """all => all.filter(one => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'hidden'
      || one.getBoundingClientRect().right > innerWidth || one.getBoundingClientRect().left < 0).map(one => one.outerHTML.slice(0, 80))"""
    assert header.locator("a, button, nav, ul, .side").evaluate_all(outside) == []
    lines = header.get_by_role("navigation").locator("a").evaluate_all("all => new Set(all.map(one => one.offsetTop)).size")
    assert lines == 1


def test_pages_turn_by_keyboard_and_the_focus_goes_along(busy: Room) -> None:
    page = busy.open("/about")
    arrived(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.get_by_role("link", name="Charts").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Charts")).to_be_visible()
    expect(page.locator("main")).to_be_focused()
    expect(page).to_have_title("Charts · tocsin")


def test_the_colours_can_be_chosen_and_stay(busy: Room) -> None:
    page = busy.open("/about")
    for chosen in ("light", "dark"):
        page.get_by_role("button", name="Colours").click()
        expect(page.locator("html")).to_have_attribute("data-theme", chosen)
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_the_first_page_is_small_and_all_of_it_comes_from_here(busy: Room) -> None:
    page = busy.context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(busy.address + "/")
    arrived(page)
    assert all(url.startswith((busy.address, "blob:", "data:")) for url in asked)
    sizes = page.evaluate(
        "performance.getEntriesByType('resource').filter(entry => entry.name.endsWith('.js')).map(entry => entry.encodedBodySize)"
    )
    assert 0 < sum(sizes) < 500_000, "script, as it comes over the wire"


def test_the_filters_open_on_a_phone(busy: Room) -> None:
    page = busy.open("/", width=360)
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("checkbox", name="assault").check()
    page.get_by_role("button", name="Close filters").click()
    expect(page.get_by_role("button", name="Filters (1)")).to_be_visible()
    arrived(page)
    assert violations(page) == []
