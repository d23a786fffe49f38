"""Whether scores mean what they say, and what each threshold gives: ``python -m benchmarks.calibration`` prints both for the events exam.

A mention is right here if an annotated event of its type has a trigger that overlaps its own.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.exams import EVENTS
from tocsin.ingest import document_from_text
from tocsin.reader import Reader
from training.measure import judged

BINS = 10
THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Judged:
    """The scores of all mentions, whether each is right, and how many annotated events there are."""

    scores: Sequence[float]
    right: Sequence[bool]
    gold: int


def judge(documents: Sequence[dict[str, Any]], reader: Reader, threshold: float | None = None) -> Judged:
    """Read annotated documents and hold each mention against the annotation."""
    scores, right = [], []
    for document in documents:
        mentions = reader.read(document_from_text(document["text"]), threshold)
        for mention, yes in judged(document, mentions):
            scores.append(mention.score)
            right.append(yes)
    return Judged(scores, right, sum(len(document["events"]) for document in documents))


def expected_error(found: Judged) -> float:
    """Expected calibration error in percent (Naeini et al. 2015): how far the mean score is from the share that is right, over ten equal
    bins of score, each weighed by its mentions.
    """
    scores, right = np.array(found.scores), np.array(found.right, float)
    bins = np.minimum((scores * BINS).astype(int), BINS - 1)
    gaps = [abs(scores[bins == one].mean() - right[bins == one].mean()) * (bins == one).sum() for one in range(BINS) if (bins == one).any()]
    return float(100 * sum(gaps) / max(1, len(scores)))


def curve(found: Judged) -> list[tuple[float, float, float, float]]:
    """Threshold, precision, recall and F1 (percent) for :data:`THRESHOLDS`; ``found`` must have been read at the lowest of them."""
    scores, right = np.array(found.scores), np.array(found.right, float)
    rows = []
    for threshold in THRESHOLDS:
        kept = right[scores >= threshold]
        precision, recall = (100 * kept.mean() if len(kept) else 0.0), 100 * kept.sum() / max(1, found.gold)
        rows.append((threshold, float(precision), float(recall), float(2 * precision * recall / max(1e-9, precision + recall))))
    return rows


def main() -> None:
    """Print the error at the model's own threshold and the curve."""
    parser = argparse.ArgumentParser(description="Are scores what they say? What does each threshold give?")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--model", type=Path)
    asked = parser.parse_args()
    lines = (line for path in EVENTS.files(asked.shared) for line in path.read_text(encoding="utf-8").splitlines())
    documents = [json.loads(line) for line in lines if line.strip()]
    reader = Reader.load(asked.model)
    print(f"expected calibration error {expected_error(judge(documents, reader)):.1f}\n")
    print("| threshold | precision | recall | F1 |\n|---|---|---|---|")
    for threshold, precision, recall, f1 in curve(judge(documents, reader, THRESHOLDS[0])):
        print(f"| {threshold:.1f} | {precision:.1f} | {recall:.1f} | {f1:.1f} |")


if __name__ == "__main__":
    main()
