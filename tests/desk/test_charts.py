"""The charts: what they show can be taken away as SVG, PNG and CSV."""

from __future__ import annotations

import csv
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

from tests.desk.running import Room

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
    expect(chart.locator("tbody tr")).to_have_count(len(rows))


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
