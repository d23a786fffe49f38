"""Thresholds for each head's answers, found on texts that were held out of training, and never on an exam."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tokenizers import Tokenizer

from tocsin.reader import Reader
from tocsin.reader.decode import Thresholds
from tocsin.reader.labels import Labels
from tocsin.reader.network import Network
from tocsin.records import Document
from training.measure import agreement

STEPS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)

NOISE = 1.0
"""Points of F1 that a few held-out texts more or less would move: no reason to leave one half."""

ROLE_KEYS = ("actor", "recipient", "place", "time", "count", "said_by", "issue")

TUNED = (("mention", ("trigger",)), ("role", ROLE_KEYS), ("mode", ("mode",)), ("aux", ("aux",)), ("context", ("context",)))
"""Each threshold in the order of tuning, with the heads whose mean F1 it is judged by."""


def measure(
    network: Network, tokenizer: Tokenizer, labels: Labels, thresholds: Thresholds, longest: int, groups: Sequence[Sequence[dict[str, Any]]]
) -> dict[str, float]:
    """F1 of each head (see :func:`training.measure.agreement`), the mean over groups of annotated documents."""
    reader = Reader(network, tokenizer, labels, thresholds, version="in training", longest=longest)
    scores = [
        agreement([(document, reader.read(Document(id=document["id"], text=document["text"], source="-"))) for document in group])
        for group in groups
    ]
    return {head: sum(score.get(head, 0.0) for score in scores) / len(scores) for head in scores[0]}


def tune(
    network: Network, tokenizer: Tokenizer, labels: Labels, longest: int, groups: Sequence[Sequence[dict[str, Any]]]
) -> tuple[Thresholds, dict[str, float]]:
    """The thresholds of highest F1, one after the other, and each head's F1 with them."""
    best = Thresholds()
    for name, heads in TUNED:
        scored = []
        for step in STEPS:
            found = measure(network, tokenizer, labels, replace(best, **{name: step}), longest, groups)
            scored.append(sum(found.get(head, 0.0) for head in heads) / len(heads))
        best = replace(best, **{name: STEPS[_top(scored)]})
    return best, measure(network, tokenizer, labels, best, longest, groups)


def _top(scored: Sequence[float]) -> int:
    """The step to take: of those within :data:`NOISE` of the best, the nearest to one half.

    A held-out set this small tells little between steps (the rule of one standard error, Breiman et al. 1984): from 0.4 to 0.7 the F1 of triggers
    moved by 1.1 points up and down.
    """
    return min((place for place, score in enumerate(scored) if score >= max(scored) - NOISE), key=lambda place: abs(STEPS[place] - 0.5))
