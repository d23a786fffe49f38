"""Double coding: two people blind to each other, their agreement, and a third one who decides."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import Page, expect

from tests.desk.axe import violations
from tests.desk.running import Room
from tests.desk.slow import stop_clock
from tests.web import world

DOCUMENT = "falls/arrests.txt"


def code(page: Page, kind: str, modes: str | None = None) -> None:
    """A coder's whole work on the report: another type (and mode), all accepted, handed in."""
    page.get_by_role("link", name="Arrests").click()
    expect(page.get_by_text("Blind coding")).to_be_visible()
    expect(page.get_by_role("button", name="Accept")).to_be_enabled()
    page.keyboard.press("t")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type(kind)
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator("[data-field=type]")).to_contain_text(kind.upper())
    if modes:
        page.keyboard.press("m")
        expect(page.get_by_role("combobox")).to_be_focused()
        page.keyboard.type(modes)
        page.keyboard.press("Enter")
        expect(page.locator("[data-field=modes]")).to_contain_text(modes)
    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_text("1 done").first).to_be_visible()


def test_two_code_blind_and_a_third_decides(room: Room) -> None:
    room.people()
    ada = room.log_in("ada", "/review/coding")
    ada.get_by_label("ben").check()
    ada.get_by_label("cyd").check()
    # What was chosen stays chosen when the list shows others.
    ada.get_by_label("Find").fill("gazette")
    expect(ada.get_by_label("March at the harbour")).to_have_count(1)
    ada.get_by_label("March at the harbour").check()
    ada.get_by_label("Find").fill("arrests")
    ada.get_by_label("Arrests").check()
    expect(ada.get_by_role("button", name="Give 2 reports to 2 coders")).to_be_enabled()
    ada.get_by_label("Find").fill("gazette")
    ada.get_by_label("March at the harbour").uncheck()  # of the gazette: the list of arrests before has none
    ada.get_by_role("button", name="Give 1 report to 2 coders").click()
    expect(ada.get_by_role("heading", name="Given out")).to_be_visible()
    assert violations(ada) == []

    ben = room.log_in("ben", "/review/coding")
    code(ben, "sanction")
    cyd = room.log_in("cyd", "/review/coding")
    code(cyd, "assault", "beat")
    # Nobody else sees either's work before it is decided.
    assert room.store.effective(DOCUMENT).mentions[0].type == "COERCE"

    ada.goto(f"{room.address}/review/coding")
    ada.get_by_role("link", name="Adjudicate Arrests").click()
    side = ada.get_by_role("region", name="Differences")
    expect(side).to_contain_text("SANCTION")
    expect(side).to_contain_text("ASSAULT")
    assert violations(ada) == []
    differences = len(room.store.adjudication(DOCUMENT).differences)
    ada.get_by_label("Why").fill("as the codebook has it")
    ada.get_by_label("Why").blur()
    for _ in range(differences):  # no key of a quick hand is lost
        ada.keyboard.press("2")
    expect(ada.get_by_text(f"{differences} of {differences} differences decided: the result holds")).to_be_visible()
    reasons = {each.why for each in room.store.adjudication(DOCUMENT).decided.values()}
    assert reasons == {"as the codebook has it", ""}
    assert room.store.effective(DOCUMENT).mentions[0].type == "ASSAULT"


def test_a_double_coding_is_called_off_whatever_the_report_is_called(room: Room) -> None:
    room.people()
    room.store.save(replace(world.harm(), document=replace(world.harm().document, id="desk/call-off", source="desk/call-off")))
    room.store.assign(["desk/call-off"], ["ben", "cyd"], "ada")
    page = room.log_in("ada", "/review/coding")
    expect(page.get_by_role("button", name="Call off")).to_be_visible()
    stop_clock(page)
    page.get_by_role("button", name="Call off").click()
    expect(page.get_by_text("Called off")).to_be_visible()
    expect(page.get_by_role("button", name="Call off")).to_have_count(0)
    assert [each.settled for each in room.store.assignments()] == [True, True]


def test_agreement_is_told_field_by_field(room: Room) -> None:
    room.people()
    for number in room.store.assign([DOCUMENT, "courier/1"], ["ben", "cyd"], "ada"):
        room.store.hand_in(number.key, number.coder)
    page = room.log_in("ada", "/review/agreement")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="type", exact=True))
    expect(row).to_contain_text("1.00")
    expect(row).to_contain_text("reliable")
    expect(page.get_by_text("How to read it")).to_be_visible()
    assert violations(page) == []


def test_agreement_is_whole_on_a_phone_in_the_dark(room: Room) -> None:
    page = room.open("/review/agreement", width=360, theme="dark")
    expect(page.get_by_text("Nothing was coded twice yet")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(page) == []


def test_without_accounts_there_is_no_double_coding_but_the_way_to_it(room: Room) -> None:
    page = room.open("/review/coding")
    expect(page.get_by_text("tocsin users add")).to_be_visible()
