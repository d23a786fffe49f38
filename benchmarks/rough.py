"""The events exam in rougher type: all lower case, and with curly quotes and broken punctuation. A score should hardly fall for that.

Every change keeps each character's place, so that the annotators' offsets hold.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from training.annotations import locate

LISTS = ("actors", "recipients", "places", "times")


def lower(text: str) -> str:
    """All lower case; the few letters whose small form is longer stay."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def broken(text: str) -> str:
    """Curly quotes and dashes for straight ones, every other comma lost, a space in place of every tenth full stop inside a line."""
    letters, commas, stops, is_open = list(text), 0, 0, False
    for place, letter in enumerate(letters):
        if letter == '"':
            letters[place] = "”" if is_open else "“"
            is_open = not is_open
        elif letter == ",":
            commas += 1
            letters[place] = " " if commas % 2 else ","
        elif letter == "." and text[place + 1 : place + 2] == " ":
            stops += 1
            letters[place] = "." if stops % 10 else " "
        else:
            letters[place] = {"'": "’", "-": "–"}.get(letter, letter)
    return "".join(letters)


CHANGES: Mapping[str, Callable[[str], str]] = {"lower_case": lower, "broken": broken}


def changed(document: Mapping[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    """An annotated document with its text changed and its quotes as offsets."""
    text = document["text"]
    events = [{**event, "spans": _spans(text, event)} for event in document["events"]]
    return {**document, "text": change(text), "events": events}


def _spans(text: str, event: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"trigger": locate(text, event["trigger"])}
    for key in LISTS:
        found[key] = [span for quote in event.get(key) or () if (span := locate(text, quote))]
    found["counts"] = [span for count in event.get("counts") or () if (span := locate(text, count["quote"]))]
    if event.get("said_by"):
        found["said_by"] = locate(text, event["said_by"])
    return found


def write_changed(gold: Path, change: Callable[[str], str], out: Path) -> None:
    """The exam's documents with every text changed."""
    documents = (json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip())
    lines = (json.dumps(changed(document, change), ensure_ascii=False) + "\n" for document in documents)
    out.write_text("".join(lines), encoding="utf-8")
