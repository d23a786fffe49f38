"""The charts: what they show can be taken away as SVG, PNG and CSV."""

from __future__ import annotations

import csv
import datetime as dt
import struct
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

from tests.desk import many
from tests.desk.running import Room
from tocsin.pipeline.incidents import bring_up_to_date
from tocsin.records import TimeValue

TITLES = {"events": "Incidents over time, by type", "persons": "People arrested, as ranges"}
TITLES |= {"actors": "Most frequent actors", "sources": "Sources: what each one tells"}


def saved(page: Page, title: str, kind: str) -> Path:
    with page.expect_download() as download:
        page.get_by_label(f"{title}: save as {kind}").click()
    return Path(download.value.path())


@pytest.mark.parametrize("name", TITLES)
def test_each_chart_is_saved_as_svg_png_and_csv(busy: Room, name: str) -> None:
    page = busy.open("/charts?type=COERCE&type=PROTEST")
    title = TITLES[name]
    chart = page.get_by_role("region", name=title, exact=True)
    expect(chart.locator("svg")).to_be_visible()
    svg = saved(page, title, "SVG").read_text(encoding="utf-8")
    ET.fromstring(svg)  # it is well-formed
    assert title in svg
    assert "coerce, protest" in svg, "the picture says what was asked for"
    assert "var(" not in svg
    assert "class=" not in svg
    png = saved(page, title, "PNG").read_bytes()
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    assert width > 800
    assert height > 200
    with saved(page, title, "CSV").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    chart.get_by_text("The numbers").click()
    listed = [row for row in rows if row.get("kind", "arrested") == "arrested"]  # what is chosen; the file has all
    expect(chart.locator("tbody tr")).to_have_count(len(listed))


def test_what_is_counted_is_in_the_address(busy: Room) -> None:
    page = busy.open("/charts")
    page.get_by_role("combobox", name="What is counted").select_option("injured")
    expect(page).to_have_url(f"{busy.address}/charts?counted=injured")
    page.reload()
    expect(page.get_by_role("heading", name="People injured, as ranges")).to_be_visible()


def test_nothing_to_draw_is_said(busy: Room) -> None:
    page = busy.open("/charts?q=zeppelin")
    expect(page.get_by_text("No incident here has a known day.")).to_be_visible()
    expect(page.get_by_role("button", name="Most frequent actors: save as SVG")).to_be_disabled()


def test_what_is_not_dated_to_the_week_stands_in_no_bar(busy: Room) -> None:
    year = TimeValue(dt.date(2017, 1, 1), dt.date(2017, 12, 31), "year", "stated")
    reading = many.act(43)
    claims = tuple(replace(claim, value=year) if claim.field in {"time", "when"} else claim for claim in reading.claims)
    mentions = (replace(reading.mentions[0], type="AGREE", modes=()),)  # like none of the others
    busy.store.save(replace(reading, document=replace(reading.document, id="old"), mentions=mentions, claims=claims))
    bring_up_to_date(busy.store)
    page = busy.open("/charts?document=old")
    chart = page.get_by_role("region", name=TITLES["events"], exact=True)
    expect(chart).to_contain_text("No incident here has a known day.")
    expect(chart).to_contain_text("1 incident is not dated to the week, and in no bar.")
    chart.get_by_text("The numbers").click()
    expect(chart.locator("tbody tr")).to_have_text(["no weekAGREE1"])


def test_a_phone_shows_the_last_column_of_the_numbers(busy: Room) -> None:
    page = busy.open("/charts", busy.context(width=390))
    chart = page.get_by_role("region", name=TITLES["persons"], exact=True)
    chart.get_by_text("The numbers").click()
    numbers = chart.get_by_role("region", name="the numbers")
    expect(numbers.get_by_role("columnheader", name="Incidents")).to_be_visible()
    assert numbers.evaluate("table => table.scrollWidth <= table.clientWidth")


def test_actors_of_one_name_are_told_apart_by_their_country(busy: Room) -> None:
    page = busy.open("/charts")
    expect(page.get_by_role("region", name=TITLES["actors"], exact=True).locator("svg").first).to_contain_text("(KEN)")
