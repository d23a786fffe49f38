"""What a run shows and writes, and what it reads where no exams are."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from benchmarks import show
from benchmarks.accuracy import Result
from benchmarks.exams import EVENTS
from benchmarks.floors import Floors
from benchmarks.inputs import documents
from benchmarks.machine import describe
from benchmarks.speed import ARTICLES, Rate, materials
from tocsin.records import Document

RESULT = Result(EVENTS, "a" * 64, {"events.event.p": 70.0, "events.event.r": 60.0, "events.event.f": 64.6, "events.aux": 91.2}, 1)
RATE = Rate("text", 96, 21.5, 12_300.0, 24_600.0, 50.0, 82.0)


def shown(floors: Floors) -> str:
    out = io.StringIO()
    console = Console(file=out, width=120)
    show.machine(console, describe("m1"))
    show.accuracy(console, RESULT, floors)
    show.speed(console, [RATE], {"text": "real articles"}, 512.3, floors)
    return out.getvalue()


def test_precision_recall_and_f1_share_a_row_with_their_floor() -> None:
    text = shown(Floors({}, {"events.event.f": 64.0, "speed.text.ratio": 40.0}))
    row = next(line for line in text.splitlines() if " event " in line)
    assert [cell.strip() for cell in row.strip("│").split("│")] == ["event", "70.0", "60.0", "64.6", "64.0"]
    assert "(1 not read)" in text
    assert "12,300" in text
    assert "512 MB" in text
    assert "model m1" in text


def test_everything_is_written_as_json(tmp_path: Path) -> None:
    path = tmp_path / "new/latest.json"
    show.write(path, replace(describe("m1"), commit="abc"), [RESULT], [RATE], None)
    raw = json.loads(path.read_text(encoding="utf-8"))
    assert raw["machine"]["commit"] == "abc"
    assert raw["scores"] == RESULT.scores | {"speed.text.ratio": 50.0, "speed.text.encoder_share": 82.0}
    assert raw["exams"] == {"events": {"sha256": "a" * 64, "not_read": 1}}


def test_without_exams_speed_is_measured_on_the_corpus(tmp_path: Path) -> None:
    text, html = materials(tmp_path / "nowhere", tmp_path)
    assert (text.source, html.source) == ("invented articles", "invented pages")
    articles = [item for item in documents(text.files) if isinstance(item, Document)]
    assert 100 < len(articles) <= ARTICLES
    assert len(html.files) == len(articles)
    (page,) = documents(html.files[:1])
    assert isinstance(page, Document)
    assert "Weather" not in page.text.split("\n")[0]
