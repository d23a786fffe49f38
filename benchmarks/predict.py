"""tocsin's answers to an exam, written the way ``tocsin code --format codebook`` and ``tocsin places`` write them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks.inputs import documents
from tocsin.corroborate.grouping import Grouping
from tocsin.corroborate.profile import profile_of
from tocsin.export import to_codebook
from tocsin.pipeline import Reads, Recipe, Resolves
from tocsin.records import Document, Refusal

Locate: TypeAlias = Callable[[Document], list[dict[str, Any]]]
"""The places of a document as ``tocsin places`` writes them."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What answers the exams: the package's own, or a test's."""

    reader: Reads
    resolver: Resolves
    places: Locate


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


def answer_clusters(paths: Sequence[Path], tools: Tools, out: Path) -> int:
    """Write every text's happening, as ``tocsin group`` does; returns how many texts were refused or kept unread."""
    recipe, grouping, left = Recipe(tools.reader, tools.resolver), Grouping(), 0
    for item in documents(paths):
        if isinstance(item, Refusal):
            left += 1
            continue
        reading = recipe.read(item)
        left += reading.skipped is not None
        grouping.add(profile_of(reading, reading.events))
    told = ({"id": name, "cluster": story.id} for story in grouping.stories() for name in story.documents)
    out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in told), encoding="utf-8")
    return left


def answer_places(paths: Sequence[Path], tools: Tools, out: Path) -> int:
    """Write the places of every text; returns how many texts were refused."""
    left = 0
    with out.open("w", encoding="utf-8") as lines:
        for item in documents(paths):
            if isinstance(item, Refusal):
                left += 1
                continue
            lines.write(json.dumps({"id": item.id, "places": tools.places(item)}, ensure_ascii=False) + "\n")
    return left
