"""On the development sets: nothing of a report is taken for furniture, no English text for another language."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tocsin.ingest import document_from_text
from tocsin.ingest.doubt import doubt_of
from tocsin.records import Document, Published

SHARED = Path(__file__).parents[3] / "shared"
FILES = sorted([*SHARED.glob("events/train*.jsonl"), *SHARED.glob("written/w*.jsonl")])

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not FILES, reason="the development sets are not there")]


@pytest.fixture(scope="module")
def annotated() -> list[tuple[dict[str, Any], Document]]:
    lines: Iterator[str] = (line for path in FILES for line in path.read_text(encoding="utf-8").splitlines())
    return [(row, document_from_text(row["text"])) for row in map(json.loads, lines)]


def place_of(text: str, quote: str) -> tuple[int, int]:
    """Where a quote stands; ``riots##2`` is the second "riots" of the text."""
    words, _, number = quote.partition("##")
    start = -1
    for _ in range(int(number or 1)):
        start = text.index(words, start + 1)
    return start, start + len(words)


def test_no_trigger_of_an_event_lies_in_furniture(annotated: list[tuple[dict[str, Any], Document]]) -> None:
    wrong = []
    for row, document in annotated:
        for event in row["events"]:
            start, end = place_of(row["text"], event["trigger"])
            wrong += [(row["id"], event["trigger"]) for part in document.furniture if part.start < end and start < part.end]
    assert wrong == []


def test_every_text_is_english(annotated: list[tuple[dict[str, Any], Document]]) -> None:
    assert [row["id"] for row, document in annotated if document.language != "en"] == []


def test_dates_told_by_the_text_agree_with_those_known(annotated: list[tuple[dict[str, Any], Document]]) -> None:
    both = [(row["published"], document.published) for row, document in annotated if row["published"] and document.published]
    assert len(both) >= 40
    assert all(told.date.isoformat() == known[:10] for known, told in both)


def test_true_dates_are_rarely_doubted(annotated: list[tuple[dict[str, Any], Document]]) -> None:
    dated = [(document, dt.date.fromisoformat(row["published"][:10])) for row, document in annotated if row["published"]]
    outside = [tuple((part.start, part.end) for part in document.furniture) for document, _ in dated]
    doubted = [
        document.id
        for (document, day), parts in zip(dated, outside, strict=True)
        if doubt_of(document.text, Published(day, "page", ""), bare=False, outside=parts)
    ]
    assert len(doubted) <= 0.01 * len(dated)  # 1 of 643 when this was written
