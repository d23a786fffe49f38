"""The document page: words by role, events beside them, history; and text that means harm."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.desk.axe import violations
from tests.desk.running import Room
from tests.web import world
from tocsin.records import Document, Reading
from tocsin.review import Edit


def test_words_are_marked_by_role_and_lit_with_their_event(room: Room) -> None:
    page = room.open("/documents/courier%2F1")
    expect(page.get_by_role("heading", level=1)).to_have_text("March at the harbour")
    expect(page.locator(".block .band.role-trigger")).to_have_text("marched")
    expect(page.locator(".block .band.role-actor")).to_have_text("Dock workers")
    expect(page.locator(".block .band.role-said_by")).to_have_text(["The union", "police"])
    expect(page.locator(".block .band.lit")).to_have_count(0)
    page.keyboard.press("j")
    expect(page.locator(".block .band.lit.role-place")).to_have_text("Harbour Town")
    expect(page).to_have_url(re.compile(r"event=e1"))
    card = page.locator("aside .facts")
    expect(card).to_contain_text("Harbour Town, Kenya")
    expect(card).to_contain_text("at this place, within 5 km")
    expect(card).to_contain_text("7 May 2024")
    expect(card).to_contain_text("400 taking part")
    expect(card).to_contain_text("according to The union")
    assert violations(page) == []


def test_an_event_in_the_address_is_in_hand_and_leads_to_its_incident(room: Room) -> None:
    page = room.open("/documents/courier%2F1?event=e1")
    expect(page.locator(".block .band.lit").first).to_be_visible()
    href = page.get_by_role("link", name="Its incident").first.get_attribute("href")
    assert href is not None
    assert room.store.incident(href.rpartition("/")[2]).row.type == "PROTEST"


def test_the_text_stands_as_it_was_whatever_is_marked_in_it(room: Room) -> None:
    page = room.open("/documents/courier%2F1?event=e1")
    expect(page.locator(".block .band.lit").first).to_be_visible()
    assert page.evaluate("[...document.querySelectorAll('.block')].map(block => block.textContent).join('')") == world.MARCH


def test_text_that_means_harm_is_only_text(room: Room) -> None:
    page = room.open("/documents/harm?event=e1")
    page.on("dialog", lambda _: room.troubles.append("a script ran"))
    expect(page.get_by_role("heading", level=1)).to_have_text("<script>alert('title')</script>")
    expect(page.locator(".block .band.lit.role-trigger")).to_have_text("beat")
    shown = page.evaluate("document.querySelector('.block').textContent")
    assert shown == world.HARM
    assert page.locator("main script, main svg, main img").count() == 0
    # Marks of direction stay in their text: what follows it on the page runs from left to right.
    assert page.evaluate("getComputedStyle(document.querySelector('.block')).unicodeBidi") == "isolate"


def test_of_five_megabytes_only_what_is_in_view_is_laid_out(room: Room) -> None:
    line = "Nothing of note happened in the valley that day, the post said; the market was open and the road was dry.\n"
    text = line * (5_000_000 // len(line))
    room.store.save(Reading(Document("long", text, "long"), (), (), "made", "1"))
    page = room.open("/documents/long")
    expect(page.locator(".block").first).to_be_visible()
    assert page.evaluate("[...document.querySelectorAll('.block')].reduce((sum, block) => sum + block.textContent.length, 0)") == len(text)
    page.wait_for_function(FEW_LAID_OUT)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator(".block").last).to_be_in_viewport()
    page.wait_for_function(FEW_LAID_OUT)


FEW_LAID_OUT = """() => { const blocks = [...document.querySelectorAll('.block')];
  const seen = block => { const probe = block.appendChild(document.createElement('i'));
    const visible = probe.checkVisibility({ contentVisibilityAuto: true }); probe.remove(); return visible; };
  return blocks.length > 100 && blocks.filter(seen).length < blocks.length / 10; }"""
"""Whether the browser lays out the words of less than a tenth of a text's blocks."""


def test_the_history_says_who_when_and_why_and_undoes(room: Room) -> None:
    revision = room.store.review("courier/1").revision
    room.store.correct("courier/1", revision, Edit("change", "e1", "modes", ["strike"], "they stopped work"), "local")
    page = room.open("/documents/courier%2F1?history")
    history = page.locator("details.history")
    expect(history).to_contain_text("local")
    expect(history).to_contain_text("demo")
    expect(history).to_contain_text("strike")
    expect(history).to_contain_text("they stopped work")
    history.get_by_role("button", name="Undo").click()
    expect(history).to_contain_text("undone by local")
    assert room.store.effective("courier/1").mentions[0].modes == ("demo",)


def test_a_phone_docks_the_event_below_the_text(room: Room) -> None:
    page = room.open("/documents/courier%2F1", width=360, theme="dark")
    page.locator(".block .band.role-trigger").click()
    dock = page.get_by_role("region", name="The event in hand")
    expect(dock).to_be_in_viewport()
    expect(dock).to_contain_text("Dock workers")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(page) == []


def test_a_document_that_is_not_there_says_so(room: Room) -> None:
    page = room.open("/documents/nowhere")
    expect(page.get_by_role("alert")).to_contain_text("nowhere")


def test_the_list_says_its_order_and_a_heading_changes_it(room: Room) -> None:
    room.store.save(
        Reading(Document("quai", "Des dockers ont défilé.", "quai", language="fr"), (), (), "made", "1", skipped="not English (fr)")
    )
    page = room.open("/documents")
    expect(page.locator("p[role=status]")).to_have_text("5 documents, by date, the newest first")
    rows = page.locator("tbody tr")
    expect(rows.first).to_contain_text("15 Jun 2024")
    expect(rows.filter(has_text="quai")).to_contain_text("unread")
    page.get_by_role("button", name="Title").click()
    expect(page.locator("p[role=status]")).to_have_text("5 documents, by title, from A to Z")
    expect(page.get_by_role("columnheader", name="Title")).to_have_attribute("aria-sort", "ascending")
    expect(rows.first).to_contain_text("Arrests")
    page.get_by_role("button", name="Title").click()
    expect(page).to_have_url(f"{room.address}/documents?sort=-title")
    expect(page.locator("p[role=status]")).to_have_text("5 documents, by title, from Z to A")
    assert violations(page) == []
