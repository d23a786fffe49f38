"""Map, timeline, list and filters: tied together, and all of it in the address."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.desk.running import Room
from tests.desk.slow import Slow
from tocsin.store.incidents.records import IncidentFilter


def total(page: Page) -> int:
    """How many incidents the page says it shows, once it has stopped asking."""
    expect(page.locator(".total .number")).to_be_visible()
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    found = re.match(r"([\d,]+) incident", page.locator(".total").inner_text())
    assert found is not None
    return int(found[1].replace(",", ""))


def test_a_view_is_restored_from_its_address(busy: Room) -> None:
    page = busy.open("/")
    everything = total(page)
    assert everything == busy.store.incidents(IncidentFilter()).total
    page.get_by_role("checkbox", name="protest").check()
    page.get_by_label("From").fill("2024-02-01")
    page.get_by_label("From").blur()
    page.get_by_role("combobox", name="Order").select_option("earliest first")
    expect(page).to_have_url(re.compile(r"type=PROTEST.*from=2024-02-01.*sort=first_day"))
    shown = total(page)
    assert 0 < shown < everything
    again = busy.open(page.url.removeprefix(busy.address))
    assert total(again) == shown
    expect(again.get_by_role("checkbox", name="protest")).to_be_checked()
    expect(again.get_by_role("combobox", name="Order")).to_have_value("first_day")
    again.get_by_role("button", name="Drop all").click()
    assert total(again) == everything


def test_weeks_drawn_on_the_timeline_move_map_and_list(busy: Room) -> None:
    page = busy.open("/")
    everything = total(page)
    box = page.locator(".brush").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 20)
    with page.expect_response(re.compile(r"/incidents/map\?.*from=")) as answered:
        page.mouse.up()
    assert answered.value.json()["total"] == total(page) < everything
    expect(page).to_have_url(re.compile(r"from=2024-\d\d-\d\d&to=2024-\d\d-\d\d"))
    # The timeline still shows the weeks around the chosen ones, dimmed.
    expect(page.locator(".timeline g.outside").first).to_be_attached()
    page.get_by_role("button", name="All days").click()
    assert total(page) == everything


def test_weeks_are_chosen_by_keyboard_too(busy: Room) -> None:
    page = busy.open("/")
    everything = total(page)
    page.get_by_role("slider", name="First day").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("from=2024-01-29"))
    page.get_by_role("slider", name="Last day").focus()
    page.keyboard.press("PageDown")
    expect(page).to_have_url(re.compile("from=2024-01-29&to=2024-05-"))
    assert total(page) < everything


def test_the_map_moves_by_keyboard_and_the_list_can_follow_it(busy: Room) -> None:
    page = busy.open("/?at=-0.100,34.750,8.00")
    everything = total(page)
    page.get_by_role("button", name="Only what the map shows").click()
    expect(page).to_have_url(re.compile("bbox="))
    near = total(page)
    assert 0 < near < everything
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowRight")
    expect(page).not_to_have_url(re.compile(r"at=-0\.100%2C34\.750"))
    page.get_by_role("button", name="Everywhere").click()
    assert total(page) == everything


def test_a_timeline_of_one_day_names_it_once(room: Room) -> None:
    page = room.open("/?q=arrests")
    expect(page.locator(".timeline text")).to_have_text("14 Jun 2024")


def test_the_list_is_at_its_longer_address_too(busy: Room) -> None:
    page = busy.open("/incidents?type=PROTEST")
    expect(page.get_by_role("checkbox", name="protest")).to_be_checked()
    assert total(page) == busy.store.incidents(IncidentFilter(types=("PROTEST",))).total
    page.get_by_role("button", name="PROTEST").click()
    expect(page).to_have_url(re.compile(r"/incidents(\?at=[^&]*)?$"))
    assert total(page) == busy.store.incidents(IncidentFilter()).total


def test_a_spot_with_many_incidents_opens_into_the_list(busy: Room) -> None:
    page = busy.open("/?at=1.300,32.300,8.00")
    everything = total(page)
    canvas = page.get_by_role("application").bounding_box()
    assert canvas is not None
    expect(page.get_by_role("application")).to_have_accessible_name(re.compile(r"^Map of \d"))
    page.mouse.click(canvas["x"] + canvas["width"] / 2, canvas["y"] + canvas["height"] / 2)
    expect(page.get_by_role("button", name="a part of the map")).to_be_visible()
    assert 1 < total(page) < everything
    lines = page.get_by_role("region", name="List of incidents").locator("li")
    expect(lines.first).to_contain_text("Uganda")


def test_the_list_leads_to_an_incident_by_keyboard(busy: Room) -> None:
    page = busy.open("/?sort=first_day")
    total(page)
    page.get_by_role("region", name="List of incidents").get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/incidents/i"))
    expect(page.get_by_role("region", name="As reports tell it")).to_be_visible()
    page.go_back()
    expect(page).to_have_url(re.compile("sort=first_day"))
    total(page)


def test_nothing_found_says_what_to_do(busy: Room) -> None:
    page = busy.open("/?q=zeppelin")
    expect(page.get_by_text("No incident is like that")).to_be_visible()
    slow = Slow(page, r"/incidents\?")
    with page.expect_request(slow.fits):
        page.get_by_role("button", name="drop all of them").click()
    expect(page.get_by_text("No incident yet")).to_have_count(0)  # nobody knows while the answer is on its way
    expect(page.get_by_role("application")).to_be_visible()
    slow.let_go()
    assert total(page) > 0


def test_an_address_that_asks_for_what_there_is_not_is_told_once(busy: Room) -> None:
    page = busy.open("/?type=NONSENSE&from=yesterday&bbox=1")
    expect(page.get_by_role("alert")).to_have_count(1)
    expect(page.get_by_role("alert")).to_contain_text("NONSENSE")
    page.get_by_role("button", name="Drop all conditions").click()
    assert total(page) > 0


def test_names_and_numbers_filter(busy: Room) -> None:
    page = busy.open("/")
    everything = total(page)
    page.get_by_label("Country").fill("Tanzania")
    page.get_by_label("Country").press("Enter")
    expect(page).to_have_url(re.compile("country=TZA"))
    tanzania = total(page)
    assert 0 < tanzania < everything
    page.get_by_label("Country").fill("Atlantis")
    page.get_by_label("Country").press("Enter")
    expect(page.get_by_text("No country has this name or code.")).to_be_visible()
    page.get_by_role("button", name=re.compile("Tanzania.*take away")).click()
    page.get_by_label("Kind").select_option("arrested")
    page.get_by_label("At least").fill("15")
    page.get_by_label("At least").press("Tab")
    expect(page).to_have_url(re.compile("kind=arrested&persons_min=15"))
    expect(page.get_by_role("region", name="List of incidents").locator("li").first).to_contain_text("arrest")
    assert total(page) < everything
