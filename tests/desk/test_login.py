"""Logging in and out."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.desk.axe import violations
from tests.desk.running import PASSWORDS, Room
from tests.desk.slow import Slow


def test_who_has_to_log_in_comes_back_to_where_they_were(room: Room) -> None:
    room.people()
    page = room.open("/documents/courier%2F1?event=e1")
    page.wait_for_url("**/login?back=*")
    expect(page.get_by_label("Name", exact=True)).to_be_focused()
    assert violations(page) == []
    page.keyboard.type("ben")
    page.keyboard.press("Tab")
    page.keyboard.type("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("wrong")
    expect(page.get_by_label("Password")).to_have_value("")
    page.get_by_label("Password").fill(PASSWORDS["ben"][1])
    page.keyboard.press("Enter")
    page.wait_for_url(f"{room.address}/documents/courier%2F1?event=e1")
    expect(page.get_by_role("banner")).to_contain_text("ben")
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url("**/login*")


def test_on_the_way_to_the_next_page_the_form_waits_and_nothing_else_is_shown(room: Room) -> None:
    room.people()
    context = room.context()
    slow = Slow(context, "/static/Document-[^/]*js$")
    page = room.open("/login?back=/documents/courier%252F1", context)
    page.get_by_label("Name", exact=True).fill("ben")
    page.get_by_label("Password").fill(PASSWORDS["ben"][1])
    with page.expect_request(slow.fits):
        page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("banner").get_by_role("button", name="Log out")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Log in")
    expect(page.get_by_role("button", name="Log in")).to_be_disabled()
    slow.let_go()
    expect(page.locator(".block").first).to_be_visible()


def test_who_is_logged_in_is_not_sent_back_to_the_log_in_page(room: Room) -> None:
    room.people()
    page = room.log_in("ben")
    page.goto(f"{room.address}/login?back=/login")
    expect(page.get_by_role("heading", level=1)).to_have_text("You are ben")
    page.get_by_role("link", name="Go on").click()
    expect(page.get_by_role("region", name="List of incidents")).to_be_visible()
    expect(page).to_have_url(room.at("/"))


def test_nobody_is_sent_to_another_site(room: Room) -> None:
    room.people()
    page = room.open("/login?back=//elsewhere.example/")
    page.get_by_label("Name", exact=True).fill("ben")
    page.get_by_label("Password").fill(PASSWORDS["ben"][1])
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("region", name="List of incidents")).to_be_visible()
    expect(page).to_have_url(room.at("/"))


def test_without_accounts_nobody_logs_in(room: Room) -> None:
    page = room.open("/login", width=360, theme="dark")
    expect(page.get_by_text("This desk has no accounts")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(page) == []
