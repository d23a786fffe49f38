"""Train the gate (:mod:`tocsin.reader.gate`): logistic regression over the windows of the annotated texts, event or none.

The threshold comes from scores that each window got from a judge that had not seen its text (five folds): at it, of the events in real news and in
the corpus, at most one in :data:`LOST` stands in a window that is passed over. Of the machine's minutes it takes two.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import nn

from tocsin.reader.gate import PAIRS, PIECES, Gate, features
from tocsin.reader.segment import windows_of, words_of
from training.annotations import locate

FOLDS = 5
LOST = 400
"""One event in so many may be lost: half of what is allowed on news that was never seen (one in 200)."""
EPOCHS, RATE, DECAY = 12, 0.02, 2e-4
SIZES = (254, 160, 96, 48)
"""Windows are cut at each of these lengths (pieces), so that the gate knows short texts too."""


@dataclass(frozen=True, slots=True)
class Example:
    """A window: its features, and how many events have their trigger in it."""

    found: NDArray[np.int64]
    events: int
    fold: int
    real: bool


def examples(documents: Sequence[dict[str, Any]], tokenizer: Tokenizer, *, real: bool) -> list[Example]:
    """Every window of the documents, cut at several lengths."""
    made = []
    for document in documents:
        words = words_of(document["text"], tokenizer)
        triggers = [span[0] for event in document["events"] if (span := locate(document["text"], event["trigger"]))]
        fold = int(hashlib.sha256(document["id"].encode()).hexdigest(), 16) % FOLDS
        pieces = np.asarray(words.pieces, np.int64)
        cuts = {window for size in SIZES for window in windows_of(words, size, size // 4)}
        for window in sorted(cuts, key=lambda window: (window.first, window.last)):
            shown = pieces[words.first_piece[window.first] : words.first_piece[window.last]]
            start, end = words.starts[window.first], words.ends[window.last - 1]
            made.append(Example(features(shown), sum(start <= at < end for at in triggers), fold, real))
    return made


def fit(taught: Sequence[Example]) -> tuple[NDArray[np.float32], float]:
    """Weights and bias of the judge."""
    torch.manual_seed(7)
    table, bias = nn.EmbeddingBag(PIECES + PAIRS, 1, mode="sum"), nn.Parameter(torch.zeros(1))
    nn.init.zeros_(table.weight)
    step = torch.optim.AdamW([*table.parameters(), bias], lr=RATE, weight_decay=DECAY)
    order = np.random.default_rng(7)
    for epoch in range(EPOCHS):
        for group in step.param_groups:
            group["lr"] = RATE * (1 - epoch / EPOCHS)
        for rows in np.array_split(order.permutation(len(taught)), max(1, len(taught) // 64)):
            some = [taught[row] for row in rows.tolist()]
            flat = torch.from_numpy(np.concatenate([one.found for one in some]))
            sizes = torch.tensor([len(one.found) for one in some])
            offsets = torch.cat([torch.zeros(1, dtype=torch.long), sizes.cumsum(0)[:-1]])
            logits = table(flat, offsets).squeeze(1) / sizes.sqrt() + bias
            answer = torch.tensor([float(one.events > 0) for one in some])
            loss = nn.functional.binary_cross_entropy_with_logits(logits, answer)
            step.zero_grad()
            loss.backward()
            step.step()
    return table.weight.detach().numpy()[:, 0].astype(np.float32), float(bias.detach())


def unseen(made: Sequence[Example]) -> NDArray[np.float64]:
    """Each window's logit from a judge that was taught without its text."""
    scores = np.zeros(len(made))
    for fold in range(FOLDS):
        weights, bias = fit([one for one in made if one.fold != fold])
        for number, one in enumerate(made):
            if one.fold == fold:
                scores[number] = weights[one.found].sum() / np.sqrt(len(one.found)) + bias
    return scores


def lowest_for(made: Sequence[Example], scores: NDArray[np.float64]) -> float:
    """The highest threshold at which no more than one event in :data:`LOST` is passed over, in real news as in the corpus."""
    found = []
    for real in (True, False):
        rows = [number for number, one in enumerate(made) if one.real == real and one.events]
        order = sorted(rows, key=lambda number: scores[number])
        lost = np.cumsum([made[number].events for number in order])
        kept = int(np.searchsorted(lost, lost[-1] / LOST, side="right"))
        found.append(float(scores[order[kept]]))
    return min(found)


def teach_gate(real: Sequence[dict[str, Any]], own: Sequence[dict[str, Any]], tokenizer: Tokenizer, folder: Path) -> float:
    """Train on annotated real news and texts of the corpus, find the threshold, write the gate.

    Returns:
        The share of windows without an event that the gate passes over, in percent.
    """
    made = [*examples(real, tokenizer, real=True), *examples(own, tokenizer, real=False)]
    scores = unseen(made)
    lowest = lowest_for(made, scores)
    Gate(*fit(made), lowest).save(folder)
    return 100 * float(np.mean([score < lowest for one, score in zip(made, scores, strict=True) if not one.events]))
