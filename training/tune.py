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

STEPS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65)

ROLE_KEYS = ("actor", "recipient", "place", "time", "count", "said_by", "issue")

TUNED = (("mention", ("trigger",)), ("role", ROLE_KEYS), ("mode", ("mode",)), ("aux", ("aux",)), ("context", ("context",)))
"""Each threshold in the order of tuning, with the heads whose mean F1 it is judged by."""


def measure(
    network: Network, tokenizer: Tokenizer, labels: Labels, thresholds: Thresholds, longest: int, documents: Sequence[dict[str, Any]]
) -> dict[str, float]:
    """F1 of each head on annotated documents: see :func:`training.measure.agreement`."""
    reader = Reader(network, tokenizer, labels, thresholds, version="in training", longest=longest)
    read = [reader.read(Document(id=document["id"], text=document["text"], source=document["id"])) for document in documents]
    return agreement(list(zip(documents, read, strict=True)))


def tune(
    network: Network, tokenizer: Tokenizer, labels: Labels, longest: int, documents: Sequence[dict[str, Any]]
) -> tuple[Thresholds, dict[str, float]]:
    """The thresholds of highest F1, one after the other, and each head's F1 with them."""
    best = Thresholds()
    for name, keys in TUNED:
        scored = []
        for step in STEPS:
            found = measure(network, tokenizer, labels, replace(best, **{name: step}), longest, documents)
            # Nearer to one half wins a tie: a held-out set this small tells little between neighbours.
            scored.append((round(sum(found.get(key, 0.0) for key in keys) / len(keys), 1), -abs(step - 0.5), step))
        best = replace(best, **{name: max(scored)[2]})
    return best, measure(network, tokenizer, labels, best, longest, documents)
