"""The review desk: a whole review by keyboard alone, undo, a conflict of two people, marking by mouse."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.desk.axe import violations
from tests.desk.running import Room
from tocsin.records import CountValue, PlaceValue, TimeValue
from tocsin.review import Edit

ARRESTS = "/review?document=falls%2Farrests.txt"


def keys(page: Page, *pressed: str) -> None:
    """Keys as a person presses them: no mouse, no waiting for the page but where the person would."""
    for key in pressed:
        page.keyboard.press(key)


def tab_to(page: Page, label: str) -> None:
    """Tab until a field has the focus."""
    wanted = page.get_by_label(label, exact=True)
    for _ in range(40):
        if wanted.evaluate("field => field === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{label} cannot be reached by Tab")


def write(page: Page, label: str, text: str) -> None:
    """What a field says, by keyboard."""
    tab_to(page, label)
    keys(page, "Control+a", "Delete")
    page.keyboard.type(text)


def ready(page: Page, event: str = "e1") -> None:
    expect(page.get_by_role("region", name="The event under review")).to_contain_text(event)
    expect(page.get_by_role("button", name="Accept")).to_be_enabled()


def said(page: Page, words: str) -> None:
    expect(page.get_by_role("status").first).to_contain_text(words)
    expect(page.locator("dialog[open]")).to_have_count(0)


def field(page: Page, name: str) -> Locator:
    return page.locator(f"[data-field={name}]")


def choose_type_and_modes(page: Page) -> None:
    """From lists, found by typing."""
    keys(page, "t")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("sanc")
    keys(page, "Enter")
    said(page, "Changed type")
    keys(page, "m")
    expect(page.get_by_role("combobox")).to_be_focused()
    keys(page, "ArrowDown", "Space", "Enter")
    said(page, "Changed modes")


def mark_the_place(page: Page) -> None:
    """Word by word: "Upper Falls" stands some words after the trigger."""
    keys(page, "4")
    expect(page.locator(".block .band.role-caret")).to_have_text("arrested")
    keys(page, "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "Shift+ArrowRight")
    expect(page.locator(".marking")).to_contain_text("“Upper Falls”")
    keys(page, "Enter")
    said(page, "Changed place")


def give_values(page: Page) -> None:
    """Which place, and how many: in forms."""
    keys(page, "p")
    expect(page.get_by_label("Name", exact=True)).to_be_focused()
    write(page, "Name", "Upper Falls")
    write(page, "Country", "Kenya")
    keys(page, "Enter")
    said(page, "the place of the act")
    keys(page, "b")
    expect(page.get_by_label("At least")).to_be_focused()
    write(page, "At most", "20")
    write(page, "Best", "")
    keys(page, "Enter")
    said(page, "Changed count")


def decide(page: Page) -> None:
    """Doubt, a reason, and the event as a whole."""
    keys(page, "h")
    said(page, "Changed doubt")
    keys(page, "w")
    expect(page.get_by_label(re.compile("Your reason"))).to_be_focused()
    page.keyboard.type("the court did it")
    keys(page, "Enter")
    expect(page.get_by_text("Goes with the next change")).to_be_visible()
    keys(page, "a")
    said(page, "Accepted e1")


def add_what_was_missed(page: Page) -> None:
    """Its words, then its type; then nothing is missing any more."""
    keys(page, "n", "ArrowRight", "ArrowRight", "Enter")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("protest")
    keys(page, "Enter")
    said(page, "Added an event, PROTEST")
    ready(page, "p1")
    keys(page, "y")
    said(page, "nothing is missing")


def test_a_whole_review_by_keyboard_alone(room: Room) -> None:
    page = room.open(ARRESTS)
    ready(page)
    choose_type_and_modes(page)
    mark_the_place(page)
    give_values(page)
    decide(page)
    add_what_was_missed(page)

    reading = room.store.effective("falls/arrests.txt")
    first, added = sorted(reading.mentions, key=lambda mention: mention.id)
    assert (first.type, first.hedged, added.type, added.trigger.text) == ("SANCTION", True, "PROTEST", "teachers")
    assert len(first.modes) == 1
    assert [place.text for place in first.places] == ["Upper Falls"]
    where = next(claim.value for claim in reading.claims if claim.field == "where")
    assert isinstance(where, PlaceValue)
    assert (where.name, where.country, where.latitude) == ("Upper Falls", "KEN", None)
    count = next(claim.value for claim in reading.claims if claim.field == "count")
    assert count == CountValue("arrested", 14, 20, None)
    review = room.store.review("falls/arrests.txt")
    assert review.reviewed
    assert [each.why for each in review.corrections if each.why] == ["the court did it"]
    assert review.machine.mentions[0].type == "COERCE", "the machine's reading is kept beside it"


def test_the_machines_value_stands_beside_the_persons(room: Room) -> None:
    page = room.open(ARRESTS)
    ready(page)
    keys(page, "x")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("future")
    keys(page, "Enter")
    said(page, "Changed how it stands")
    expect(field(page, "aux")).to_contain_text("machine: nothing")
    keys(page, "ArrowDown", "ArrowDown", "R")
    said(page, "Emptied how it stands")
    keys(page, "A")
    said(page, "Accepted how it stands")
    expect(field(page, "aux")).to_contain_text("✓")


def test_everything_can_be_undone_and_redone(room: Room) -> None:
    page = room.open(ARRESTS)
    ready(page)
    keys(page, "h")
    said(page, "Changed doubt")
    keys(page, "r")
    said(page, "Rejected e1")
    expect(page.get_by_text("rejected", exact=True)).to_be_visible()
    keys(page, "u")
    said(page, "Undone: rejected e1")
    keys(page, "u")
    said(page, "Undone: changed doubt")
    assert room.store.effective("falls/arrests.txt") == room.store.review("falls/arrests.txt").machine
    keys(page, "u")
    said(page, "nothing to undo")
    keys(page, "U")
    said(page, "Redone: changed doubt")
    assert room.store.effective("falls/arrests.txt").mentions[0].hedged
    # The page loaded anew still can undo.
    page.reload()
    ready(page)
    keys(page, "u")
    said(page, "Undone")
    assert not room.store.effective("falls/arrests.txt").mentions[0].hedged


def test_the_queue_is_walked_and_tells_why(room: Room) -> None:
    page = room.open("/review")
    event = page.get_by_role("region", name="The event under review")
    expect(event).to_contain_text("1 of 4")
    expect(event).to_contain_text("In the queue because")
    keys(page, "a")
    expect(event).to_contain_text("2 of 4")
    keys(page, "j")
    expect(event).to_contain_text("3 of 4")
    keys(page, "k")
    expect(event).to_contain_text("2 of 4")
    keys(page, "q")
    expect(page.get_by_role("dialog")).to_contain_text("✓ decided")
    keys(page, "Escape", "?")
    expect(page.get_by_role("dialog")).to_contain_text("add a missed event")
    assert violations(page) == []
    keys(page, "Escape", "u")
    expect(event).to_contain_text("1 of 4")


def test_the_key_after_escape_meets_the_page(room: Room) -> None:
    page = room.open(ARRESTS)
    ready(page)
    dialog = page.get_by_role("dialog")
    keys(page, "?", "Escape", "q", "Escape", "t", "Escape", "m", "Escape", "w", "Escape", "e", "Escape", "?")
    expect(dialog).to_have_count(1)
    expect(dialog).to_contain_text("add a missed event")
    keys(page, "Escape", "h")
    expect(dialog).to_have_count(0)
    said(page, "Changed doubt")


def test_who_was_second_is_told_and_loses_nothing(room: Room) -> None:
    page = room.open(ARRESTS)
    ready(page)
    revision = room.store.review("falls/arrests.txt").revision
    room.store.correct("falls/arrests.txt", revision, Edit("change", "e1", "type", "ASSAULT"), "ada")
    keys(page, "t")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("sanction")
    keys(page, "Enter")
    clash = page.get_by_role("alertdialog")
    expect(clash).to_contain_text("ada was first")
    expect(clash).to_contain_text("ASSAULT")
    expect(clash).to_contain_text("SANCTION")
    assert room.store.effective("falls/arrests.txt").mentions[0].type == "ASSAULT"
    assert violations(page) == []
    keys(page, "Enter")
    expect(clash).to_have_count(0)
    said(page, "Changed type")
    assert room.store.effective("falls/arrests.txt").mentions[0].type == "SANCTION"
    assert [each.who for each in room.store.review("falls/arrests.txt").corrections] == ["ada", "local"]


def test_words_are_marked_with_the_mouse(room: Room) -> None:
    page = room.open(ARRESTS)
    ready(page)
    page.evaluate(
        """() => { const walker = document.createTreeWalker(document.querySelector('.block'), NodeFilter.SHOW_TEXT);
           for (let node = walker.nextNode(); node; node = walker.nextNode()) {
             const at = node.data.indexOf('Upper Fal');
             if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + 9);
           } }"""
    )
    page.get_by_role("button", name="4 where", exact=True).click()
    said(page, "Changed place")
    assert [place.text for place in room.store.effective("falls/arrests.txt").mentions[0].places] == ["Upper Falls"]


def test_days_are_set_in_a_form_and_unknown_ones_stay_unknown(room: Room) -> None:
    page = room.open("/review?document=harm")
    ready(page)
    keys(page, "d")
    page.get_by_label("First day").fill("2024-05-07")
    page.get_by_label("Last day").fill("2024-05-09")
    page.keyboard.press("Enter")
    said(page, "the days of the act")
    when = next(claim.value for claim in room.store.effective("harm").claims if claim.field == "when")
    assert isinstance(when, TimeValue)
    assert (str(when.first), str(when.last), when.precision) == ("2024-05-07", "2024-05-09", "week")


def test_the_desk_is_whole_on_a_phone_in_the_dark(room: Room) -> None:
    page = room.open("/review", width=360, theme="dark")
    expect(page.get_by_role("button", name="Accept")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(page) == []
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("region", name="The event under review")).to_contain_text("2 of 4")


def test_marking_begins_with_the_words_that_a_role_has(room: Room) -> None:
    page = room.open(ARRESTS)
    ready(page)
    keys(page, "6")
    expect(page.locator(".marking")).to_contain_text("“14”")
    keys(page, "Escape", "5")
    expect(page.locator(".marking")).to_contain_text("“Friday”")
    keys(page, "Escape", "4")
    expect(page.locator(".marking")).to_contain_text("“arrested”")
