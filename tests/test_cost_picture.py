"""The picture of what a report costs shows what the table beside it says."""

from __future__ import annotations

import runpy
from pathlib import Path
from xml.etree import ElementTree as ET

TOOL = Path(__file__).parent.parent / "tools" / "cost_picture.py"


def test_the_picture_is_drawn_from_the_table() -> None:
    tool = runpy.run_path(str(TOOL))
    found = tool["costs"](tool["PAGE"].read_text(encoding="utf-8"))
    assert [each.events for each in found] == [1_000, 5_000, 25_000, 100_000, 200_000]
    drawn = tool["drawn"](found)
    assert drawn == tool["PICTURE"].read_text(encoding="utf-8"), "run python tools/cost_picture.py"
    said = " ".join(text for element in ET.fromstring(drawn) if (text := element.text))
    assert all(f"{each.events:,} events: {each.among} among 50, {each.alone} alone" in said for each in found)
