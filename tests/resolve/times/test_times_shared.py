"""Agreement with the dates that annotators resolved, on the texts that may be looked at (training and written ones)."""

import datetime as dt
import json
from pathlib import Path

import pytest

from tocsin.resolve.times import combine_times, resolve_time

SHARED = Path(__file__).parents[4] / "shared"
FLOOR = 0.92
"""Share of mentions with a time, a resolved date and a publication date whose interval overlaps the annotator's; 0.927 when it was set."""


def agreement() -> tuple[int, int]:
    """``(agreeing, all)``."""
    right = total = 0
    for path in sorted([*SHARED.glob("events/train*.jsonl"), *SHARED.glob("written/w*.jsonl")]):
        for line in path.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            if not document.get("published"):
                continue
            for event in document["events"]:
                gold = (event.get("resolved") or {}).get("date")
                if gold and event.get("times"):
                    total += 1
                    right += agrees(document, event, [dt.date.fromisoformat(end) for end in gold])
    return right, total


def agrees(document: dict[str, str], event: dict[str, list[str]], gold: list[dt.date]) -> bool:
    published = dt.date.fromisoformat(document["published"])
    future = "future" in event.get("aux", [])
    values = []
    for quote in event["times"]:
        words, _, number = quote.partition("##")
        at = -1
        for _ in range(int(number or 1)):
            at = document["text"].find(words, at + 1)
        context = document["text"][: at + len(words)]
        values.append(resolve_time(words, published=published, future=future, context=context))
    found = combine_times(values)
    return found is not None and found.first is not None and found.last is not None and found.first <= gold[1] and gold[0] <= found.last


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "events").is_dir(), reason="needs the development sets under ../shared")
def test_agreement_with_annotators() -> None:
    right, total = agreement()
    assert total > 1_000
    assert right / total >= FLOOR
