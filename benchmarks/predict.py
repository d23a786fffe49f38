"""tocsin's answers to an exam, written the way ``tocsin code --format codebook`` and ``tocsin places`` write them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from benchmarks.inputs import documents
from tocsin.export import to_codebook
from tocsin.pipeline import Reads, Recipe, Resolves
from tocsin.records import Document, Furniture, PlaceValue, Quote, Refusal


class Locates(Protocol):
    """What the places exams ask of a place resolver."""

    def find(self, text: str, furniture: Sequence[Furniture] = ()) -> list[Quote]:
        """Place names in running text."""
        ...

    def resolve(self, document: Document, quotes: Sequence[Quote]) -> list[PlaceValue | None]:
        """Where each of them is."""
        ...


@dataclass(frozen=True, slots=True)
class Tools:
    """What answers the exams: the package's own, or a test's."""

    reader: Reads
    resolver: Resolves
    places: Locates


def answer_events(paths: Sequence[Path], tools: Tools, out: Path) -> int:
    """Write the events of every text; returns how many texts were refused or kept unread, which then count as without an event."""
    recipe = Recipe(tools.reader, tools.resolver)
    left = 0
    with out.open("w", encoding="utf-8") as lines:
        for item in documents(paths):
            if isinstance(item, Refusal):
                left += 1
                continue
            reading = recipe.read(item)
            left += reading.skipped is not None
            lines.write(json.dumps(to_codebook(reading), ensure_ascii=False) + "\n")
    return left


def answer_places(paths: Sequence[Path], tools: Tools, out: Path) -> int:
    """Write the places of every text; returns how many texts were refused."""
    left = 0
    with out.open("w", encoding="utf-8") as lines:
        for item in documents(paths):
            if isinstance(item, Refusal):
                left += 1
                continue
            quotes = tools.places.find(item.text, item.furniture)
            values = tools.places.resolve(item, quotes)
            found = [_place(quote, value) for quote, value in zip(quotes, values, strict=True)]
            lines.write(json.dumps({"id": item.id, "places": found}, ensure_ascii=False) + "\n")
    return left


def _place(quote: Quote, value: PlaceValue | None) -> dict[str, Any]:
    at = (value.latitude, value.longitude) if value else (None, None)
    return {"start": quote.start, "end": quote.end, "name": quote.text, "lat": at[0], "lon": at[1]}
