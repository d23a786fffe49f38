"""Where the corpus lies, its lines, and which part each text belongs to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

FOLDER = Path(__file__).parent / "texts"

Part: TypeAlias = Literal["train", "validation", "test"]

TESTED, VALIDATED = 0.08, 0.04
"""Shares of the ids that are kept for measuring and for finding thresholds; the shipped reader learns from the rest alone."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a corpus file. ``document`` is ``None`` where the line is no JSON object; ``fault`` then says why."""

    path: Path
    number: int
    document: dict[str, Any] | None
    fault: str = ""


def files(folder: Path = FOLDER) -> tuple[Path, ...]:
    """The corpus files, in the order of their names."""
    return tuple(sorted(folder.glob("*.jsonl")))


def lines(paths: Sequence[Path]) -> Iterator[Line]:
    """Every line that is not blank, numbered from 1 as an editor shows it."""
    for path in paths:
        # Not splitlines(): a text may hold U+2028, which JSON allows inside a string and which ends no line of a file.
        for number, words in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if words.strip():
                yield _line(path, number, words)


def _line(path: Path, number: int, words: str) -> Line:
    try:
        document = json.loads(words)
    except ValueError as error:
        return Line(path, number, None, f"no JSON ({error})")
    return Line(path, number, document) if isinstance(document, dict) else Line(path, number, None, "no JSON object")


def documents(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """The corpus' documents in order; a line that cannot be read is left out (``python -m corpus.check`` finds it)."""
    return [line.document for line in lines(files(folder)) if line.document is not None]


def part(identifier: str) -> Part:
    """The part that a text belongs to: told by its id alone, so that it never changes sides when the corpus grows."""
    share = int.from_bytes(hashlib.sha256(identifier.encode()).digest()[:4], "big") / 2**32
    return "test" if share < TESTED else "validation" if share < TESTED + VALIDATED else "train"
