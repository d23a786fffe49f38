"""The page of one incident: rival numbers, reports, reasons, and what people decide."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.desk.axe import violations
from tests.desk.running import Room
from tests.desk.slow import stop_clock
from tocsin.pipeline.incidents import decide
from tocsin.records import Decision
from tocsin.store.incidents.records import IncidentFilter


def march(room: Room) -> str:
    """The incident that two papers tell, with two numbers."""
    return room.store.incidents(IncidentFilter(text="March at the harbour")).rows[0].id


def opened(room: Room) -> Page:
    page = room.open(f"/incidents/{march(room)}")
    expect(page.get_by_role("heading", level=1)).to_have_text("March at the harbour")
    return page


def test_rival_numbers_stand_side_by_side_with_who_gives_them(room: Room) -> None:
    page = opened(room)
    figure = page.get_by_role("region", name="took part")
    expect(figure).to_contain_text("150–400")
    expect(figure).to_contain_text("the sources differ")
    rows = figure.locator("tbody tr")
    expect(rows).to_have_count(2)
    union = rows.filter(has_text="The union")
    expect(union).to_contain_text("400 people")
    expect(union.get_by_role("link", name="The Courier")).to_have_attribute("href", "/documents/courier%2F1?event=e1")
    expect(page.get_by_role("region", name="Reports in order of time")).to_contain_text("1 copy prints the same text")
    expect(page.get_by_role("region", name="Why they are one")).to_contain_text("the reports print one text")
    expect(page.locator("mark").first).to_have_text("marched")


def test_a_split_is_decided_told_and_taken_back(room: Room) -> None:
    page = opened(room)
    page.get_by_role("checkbox", name="gazette/1").check()
    page.get_by_role("button", name="Split off chosen").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Why").fill("two marches")
    assert violations(page) == []
    stop_clock(page)
    dialog.get_by_role("button", name="Split off events").click()
    page.get_by_text("Split off.").hover()
    page.clock.run_for(20_000)  # what is pointed at does not leave by itself
    told = page.get_by_role("region", name="As reports tell it")
    expect(told.locator("li")).to_have_count(1)
    assert room.store.incidents(IncidentFilter(text="March at the harbour")).total == 2
    page.get_by_role("button", name="Undo").click()
    history = page.get_by_role("region", name="History")
    expect(history).to_contain_text("taken back by local")
    expect(history).to_contain_text("“marched” in The Gazette, “marched” in The Courier")
    expect(told.locator("li")).to_have_count(2)
    assert room.store.incidents(IncidentFilter(text="March at the harbour")).total == 1


def test_what_is_split_off_from_several_is_taken_back_as_one(room: Room) -> None:
    arrests = room.store.incidents(IncidentFilter(types=("COERCE",))).rows[0].id
    events = [event.ref for name in (march(room), arrests) for event in room.store.incident(name).events]
    decide(room.store, Decision("join", tuple(events)), "ada")
    page = opened(room)
    page.get_by_role("checkbox", name="falls/arrests.txt").check()
    page.get_by_role("button", name="Split off chosen").click()
    page.get_by_role("dialog").get_by_role("button", name="Split off events").click()
    row = page.get_by_role("region", name="History").locator("li").filter(has_text="not one")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("“arrested” in Falls Post, apart from “marched” in The Courier, “marched” in The Gazette")
    row.get_by_role("button", name="Take back").click()
    expect(page.get_by_role("region", name="As reports tell it").locator("li")).to_have_count(3)


def test_an_incident_without_a_neighbour_asks_for_words(room: Room) -> None:
    page = opened(room)
    page.get_by_role("button", name="Join with another").click()
    dialog = page.get_by_role("dialog")
    found = dialog.get_by_role("group", name="Incidents")
    expect(found).to_contain_text("None of the same days and country. Type words of the one that you look for.")
    dialog.get_by_label("Which incident").fill("zeppelin")
    expect(found).to_contain_text("None found; try other words.")


def test_incidents_are_joined_and_the_old_address_leads_on(room: Room) -> None:
    old = room.store.incidents(IncidentFilter(types=("COERCE",))).rows[0].id
    page = room.open(f"/incidents/{old}")
    page.get_by_role("button", name="Join with another").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Which incident").fill("harbour")
    dialog.get_by_role("radio", name="March at the harbour").check()
    stop_clock(page)
    dialog.get_by_role("button", name="Join with another incident").click()
    expect(page.get_by_text("Joined.")).to_be_visible()
    told = page.get_by_role("region", name="As reports tell it").locator("li")
    expect(told).to_have_count(3)
    again = room.open(f"/incidents/{old}", page.context)
    expect(again.get_by_role("region", name="As reports tell it").locator("li")).to_have_count(3)
    # The note is of the page before: taking it back leads to what is there then.
    page.get_by_role("button", name="Undo").click()
    expect(told).to_have_count(1)
    expect(page).to_have_url(f"{room.address}/incidents/{old}")


def test_who_is_to_be_joined_is_one_that_is_shown(room: Room) -> None:
    page = opened(room)
    page.get_by_role("button", name="Join with another").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Which incident").fill("arrests")
    dialog.get_by_role("radio", name="Arrests").check()
    join = dialog.get_by_role("button", name="Join with another incident")
    expect(join).to_be_enabled()
    dialog.get_by_label("Which incident").fill("guards")
    expect(dialog.get_by_role("radio", name="Arrests")).to_have_count(0)
    expect(join).to_be_disabled()


def test_a_decision_on_what_another_changed_is_refused_and_says_so(room: Room) -> None:
    page, other = opened(room), opened(room)
    other.get_by_role("checkbox", name="gazette/1").check()
    other.get_by_role("button", name="Split off chosen").click()
    stop_clock(other)
    other.get_by_role("dialog").get_by_role("button", name="Split off events").click()
    expect(other.get_by_text("Split off.")).to_be_visible()
    page.get_by_role("button", name="Pin as complete").click()
    page.get_by_role("dialog").get_by_role("button", name="Pin as complete").click()
    expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text(re.compile("changed|stands"))


def test_an_incident_that_is_not_there_says_what_to_do(room: Room) -> None:
    page = room.open("/incidents/i0000")
    expect(page.get_by_role("alert")).to_contain_text("i0000")


def test_readers_see_no_buttons_that_they_may_not_use(room: Room) -> None:
    room.people()
    room.store.add_user("dee", "a reader's password", "reader")
    page = room.open("/login?back=/")
    page.get_by_label("Name", exact=True).fill("dee")
    page.get_by_label("Password").fill("a reader's password")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("banner").get_by_role("button", name="Log out")).to_be_visible()
    page.goto(f"{room.address}/incidents/{march(room)}")
    expect(page.get_by_role("region", name="As reports tell it").locator("li")).to_have_count(2)
    expect(page.get_by_role("button", name="Pin as complete")).to_have_count(0)
