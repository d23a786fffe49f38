"""What is still under way when a person goes on: it leads nobody back, closes nothing else, and takes away nothing that was typed."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.desk.running import Room
from tests.desk.slow import Slow, stop_clock
from tests.desk.test_incident import march
from tests.desk.test_quick_hands import DOCUMENT
from tests.desk.test_review_view import ARRESTS, keys, ready, said
from tocsin.review import Edit
from tocsin.store.incidents.records import IncidentFilter


def arrests(room: Room) -> str:
    """The incident that is joined into the march."""
    return room.store.incidents(IncidentFilter(types=("COERCE",))).rows[0].id


def joining(room: Room) -> tuple[Page, Slow]:
    """A page on which the arrests are being joined with the march; the answer waits."""
    page = room.open(f"/incidents/{arrests(room)}")
    page.get_by_role("button", name="Join with another").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Which incident").fill("harbour")
    dialog.get_by_role("radio", name="March at the harbour").check()
    slow = Slow(page, "/incidents/decisions$", "POST")
    with page.expect_request(slow.fits):
        dialog.get_by_role("button", name="Join with another incident").click()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    return page, slow


def stays_at_documents(room: Room, page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Documents")
    expect(page).to_have_url(f"{room.address}/documents")


def test_who_goes_elsewhere_while_incidents_are_joined_stays_there(room: Room) -> None:
    page, slow = joining(room)
    page.get_by_role("link", name="Documents").click()
    stays_at_documents(room, page)
    stop_clock(page)
    slow.let_go()
    expect(page.get_by_text("Joined.")).to_be_visible()
    stays_at_documents(room, page)


def test_a_decision_that_comes_late_does_not_close_the_next_form(room: Room) -> None:
    page = room.open(f"/incidents/{march(room)}")
    page.get_by_role("button", name="Pin as complete").click()
    dialog = page.get_by_role("dialog")
    slow = Slow(page, "/incidents/decisions$", "POST")
    with page.expect_request(slow.fits):
        dialog.get_by_role("button", name="Pin as complete").click()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.get_by_role("button", name="Join with another").click()
    dialog.get_by_label("Why").fill("one crowd")
    stop_clock(page)
    slow.let_go()
    expect(page.get_by_text("Pinned.")).to_be_visible()
    expect(page.get_by_text("pinned it as complete")).to_be_visible()
    expect(dialog.get_by_label("Why")).to_have_value("one crowd")


def test_an_old_address_leads_on_only_who_stays(room: Room) -> None:
    old = arrests(room)
    page, slow = joining(room)
    stop_clock(page)
    slow.let_go()
    expect(page.get_by_text("Joined.")).to_be_visible()
    context = room.context()
    answer, next_page = Slow(context, f"/api/v1/incidents/{old}$"), Slow(context, "/static/Documents-[^/]*js$")
    page = context.new_page()
    with page.expect_request(answer.fits):
        page.goto(f"{room.address}/incidents/{old}")
    with page.expect_request(next_page.fits):
        page.get_by_role("link", name="Documents").click()
    answer.let_go()
    expect(page.get_by_role("heading", level=1, name="March at the harbour")).to_be_visible()
    next_page.let_go()
    stays_at_documents(room, page)


def test_a_key_that_waits_leads_nobody_back_from_the_next_page(room: Room) -> None:
    context = room.context()
    page = room.open(ARRESTS, context)
    ready(page)
    answer, next_page = Slow(context, "/corrections$", "POST"), Slow(context, "/static/Documents-[^/]*js$")
    with page.expect_request(answer.fits):
        keys(page, "h")
    keys(page, "i")
    with page.expect_request(next_page.fits):
        page.get_by_role("link", name="Documents").click()
    answer.let_go()
    said(page, "Changed doubt")
    next_page.let_go()
    stays_at_documents(room, page)


def test_what_was_refused_is_read_before_the_next_difference_is_decided(room: Room) -> None:
    room.people()
    ben, cyd = room.store.assign([DOCUMENT], ["ben", "cyd"], "ada")
    for number, field, value in ((0, "hedged", True), (1, "type", "SANCTION")):
        room.store.correct(DOCUMENT, number, Edit("change", "e1", field, value), "ben")
    room.store.hand_in(ben.key, "ben")
    room.store.hand_in(cyd.key, "cyd")
    page = room.log_in("ada")
    page.goto(f"{room.address}/review/adjudicate/falls%2Farrests.txt")
    expect(page.get_by_text("0 of 3 differences decided")).to_be_visible()
    slow = Slow(page, "/adjudication/", "POST")
    with page.expect_request(slow.fits):
        keys(page, "2")
    keys(page, "2")  # somebody who thinks that the first was taken
    slow.refuse("The database is busy.")
    expect(page.get_by_text("The database is busy.")).to_be_visible()
    keys(page, "1")
    expect(page.get_by_text("1 of 3 differences decided")).to_be_visible()
    [said] = room.store.adjudication(DOCUMENT).decided.items()
    first = room.store.adjudication(DOCUMENT).differences[0]
    assert (said[0], said[1].chosen) == ((first.event, first.field), first.one)


def test_words_that_are_being_typed_stay_while_the_map_finds_its_place(busy: Room) -> None:
    context = busy.context()
    slow = Slow(context, r"/incidents/map\?")
    page = busy.open("/", context)
    words = page.get_by_label("Words")
    words.fill("number 3")
    slow.let_go()
    expect(page.get_by_role("application", name="Map of 4")).to_be_visible()
    expect(page).to_have_url(re.compile("at="))
    expect(words).to_have_value("number 3")
    words.press("Enter")
    expect(page).to_have_url(re.compile(r"q=number\+3"))


def test_who_thinks_better_of_leaving_finds_what_was_written(room: Room) -> None:
    context = room.context()
    slow = Slow(context, "/static/Documents-[^/]*js$")
    page = room.open("/read", context)
    box = page.get_by_label("Report, as plain text")
    box.fill("Weavers marched in Lower Falls.")
    with page.expect_request(slow.fits) as late:
        page.get_by_role("link", name="Documents").click()
    page.go_back()
    slow.let_go()
    page.evaluate("late => import(late).then(() => null)", late.value.url)  # until it is there
    expect(box).to_have_value("Weavers marched in Lower Falls.")
    expect(page).to_have_url(f"{room.address}/read")


def test_who_presses_twice_logs_out_once(room: Room) -> None:
    room.people()
    page = room.log_in("ben", "/about")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.method == "DELETE" else None)
    slow = Slow(page, "/session$", "DELETE")
    out = page.get_by_role("banner").get_by_role("button", name="Log out")
    with page.expect_request(slow.fits):
        out.click()
    out.click()
    slow.let_go()
    expect(page.get_by_role("heading", level=1)).to_have_text("Log in")
    assert asked == [f"{room.address}/api/v1/session"]


def test_the_queue_is_a_page_of_its_own_beside_a_report(room: Room) -> None:
    page = room.open(ARRESTS)
    ready(page)
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Review").click()
    expect(page.get_by_role("region", name="The event under review")).to_contain_text("of 4")
