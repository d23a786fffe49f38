"""Thresholds for each head's answers, and the calibration of scores, found on texts that were held out of training, and never on an exam."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from tocsin.reader import Reader
from tocsin.reader.decode import Calibration, Thresholds
from tocsin.reader.labels import Labels
from tocsin.reader.network import Encoded, Floats, Integers, MentionScores, Network, SpanScores, Triggers, WindowBatch
from tocsin.records import Document, Mention
from training.measure import Counts, Pairs, agreement, f1, judged, rightly, tallies

STEPS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)

DRAWS = 400
"""Times that the held-out texts are drawn anew, to tell what of a difference is chance."""

LOWEST_ASKED, PULL = 0.05, 2.5
"""Mentions from this probability on are asked whether they are right; a pull of 2.5 weighs like ten mentions at one half."""

STRIDE = 0.3

TUNED = {"mention": "trigger", "mode": "mode", "context": "context"}
"""The thresholds that are tuned by the F1 of a head, in their order. A mention's is a score as it is given to people (calibrated), so that one half means:
as likely right as wrong."""

ROLES = {"actor": 0.45, "recipient": 0.35, "place": 0.3}
"""Thresholds of roles; one half for the others. Found on held-out texts by what comes of them in the end, behind the rules of ``resolve/``: the mean of
the quotes' F1, the right countries and sectors (of places, names) and the records. The F1 of the quotes alone, before those rules, asks for 0.65 of
recipients and 0.7 of places: half a point of quotes, at four to seven points fewer right countries of recipients (the table is in docs/reader.md)."""

FLAGS = ("aux", "hedge")
"""Judged by how many mentions bear just the right ones, as the codebook's scorer does; the best step is taken, since a mention is right or wrong."""


Documents: TypeAlias = Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A network with all that a reader needs but its thresholds and calibration."""

    network: Network
    tokenizer: Tokenizer
    labels: Labels
    longest: int

    def read(
        self, documents: Documents, thresholds: Thresholds, calibration: Calibration
    ) -> list[tuple[dict[str, Any], tuple[Mention, ...]]]:
        """The documents, each with its mentions."""
        reader = Reader(self.network, self.tokenizer, self.labels, thresholds, "in training", self.longest, calibration)
        return [(document, reader.read(Document(id=document["id"], text=document["text"], source="-"))) for document in documents]


class Remembering:
    """A network that answers what it was asked before from memory: tuning asks the same texts of it fifty times."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._encoded: dict[bytes, Encoded] = {}
        self._mentions: dict[tuple[int, bytes], MentionScores] = {}

    def encode(self, windows: WindowBatch) -> Encoded:
        """As the network's own."""
        key = windows.pieces.tobytes() + windows.word_index.tobytes() + windows.shapes.tobytes()
        if key not in self._encoded:
            self._encoded[key] = self._network.encode(windows)
        return self._encoded[key]

    def mentions(self, words: Floats, sentence: Integers, triggers: Triggers) -> MentionScores:
        """As the network's own; ``words`` is what :meth:`encode` gave, and lives as long as this memory."""
        key = (id(words), np.stack([triggers.row, triggers.first, triggers.last, triggers.kind]).tobytes())
        if key not in self._mentions:
            self._mentions[key] = self._network.mentions(words, sentence, triggers)
        return self._mentions[key]

    def spans(self, words: Floats, row: Integers, first: Integers, last: Integers, vectors: Floats) -> SpanScores:
        """As the network's own."""
        return self._network.spans(words, row, first, last, vectors)

    def links(self, later: Floats, earlier: Floats, apart: Integers) -> Floats:
        """As the network's own."""
        return self._network.links(later, earlier, apart)


def measure(
    candidate: Candidate, groups: Sequence[Documents], thresholds: Thresholds | None = None, calibration: Calibration | None = None
) -> dict[str, float]:
    """F1 of each head (see :func:`training.measure.agreement`), the mean over groups of annotated documents."""
    scores = [agreement(candidate.read(group, thresholds or Thresholds(), calibration or Calibration())) for group in groups]
    return {head: sum(score.get(head, 0.0) for score in scores) / len(scores) for head in scores[0]}


def tune(candidate: Candidate, groups: Sequence[Documents], calibration: Calibration) -> Thresholds:
    """The thresholds of highest F1, one after the other (:func:`nearest_to_half`); those of roles as in :data:`ROLES`."""
    candidate = replace(candidate, network=Remembering(candidate.network))
    best = Thresholds(role=ROLES)
    for name, head in TUNED.items():
        counted = [[_counted(candidate.read(group, _with(best, name, step), calibration), head) for group in groups] for step in STEPS]
        best = _with(best, name, STEPS[nearest_to_half(counted)])
    for name in FLAGS:
        read = [[candidate.read(group, _with(best, name, step), calibration) for group in groups] for step in STEPS]
        right = [sum(rightly(pairs, name) for pairs in each) for each in read]
        best = _with(best, name, min(zip(STEPS, right, strict=True), key=lambda step: (-step[1], abs(step[0] - 0.5)))[0])
    return best


def _counted(pairs: Pairs, head: str) -> Counts:
    return tallies(pairs).get(head, np.zeros((len(pairs), 3)))


def _with(thresholds: Thresholds, name: str, step: float) -> Thresholds:
    changed: dict[str, Any] = {name: step}
    return replace(thresholds, **changed)


def calibrate(candidate: Candidate, documents: Documents) -> Calibration:
    """How the network's probabilities are to be read, by logistic regression of *right* on their logits.

    A mention is right if a gold event of its type has a trigger that overlaps its own. Real news alone is asked, since its scores are
    what people see; a mild pull toward leaving the probabilities as they are (as if ten more mentions had been as sure as they looked) keeps two numbers from
    following a few dozen mentions too far.
    """
    pairs = candidate.read(documents, Thresholds(mention=LOWEST_ASKED), Calibration())
    found = [(mention.score, right) for document, mentions in pairs for mention, right in judged(document, mentions)]
    scores = np.clip(np.array([score for score, _ in found]), 1e-6, 1 - 1e-6)
    logits, right = np.log(scores / (1 - scores)), np.array([float(yes) for _, yes in found])
    return Calibration(*_logistic(logits, right))


def _logistic(logits: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[float, float]:
    """Slope and offset by Newton's method, in steps of at most :data:`STRIDE`: whole ones overshoot where most mentions are sure."""
    table, found, start = np.stack([logits, np.ones_like(logits)], 1), np.array([1.0, 0.0]), np.array([1.0, 0.0])
    for _ in range(50):
        sure = 1 / (1 + np.exp(-np.clip(table @ found, -30, 30)))
        slope = table.T @ (right - sure) - PULL * (found - start)
        bend = (table * (sure * (1 - sure))[:, None]).T @ table + PULL * np.eye(2)
        step = np.linalg.solve(bend, slope)
        found = found + step * min(1.0, STRIDE / max(1e-9, float(np.abs(step).max())))
    return round(float(found[0]), 3), round(float(found[1]), 3)


def nearest_to_half(counted: Sequence[Sequence[Counts]]) -> int:
    """The step to take: of those that are not worse than the best by more than chance, the nearest to one half.

    Chance is one standard error (the rule of Breiman et al. 1984) of the difference to the best step, over held-out texts drawn with replacement
    (the bootstrap of Efron 1979). Such a set tells little between steps: from 0.4 to 0.7 the F1 of triggers moves by 1.1 points up and down.

    Args:
        counted: for each step and each group of texts what :func:`training.measure.tallies` gives for the head [documents, 3].
    """
    chance = np.random.default_rng(7)
    drawn = [chance.multinomial(len(group), np.full(len(group), 1 / len(group)), DRAWS) for group in counted[0]]
    scored = np.array([np.mean([f1(group.sum(0)) for group in step]) for step in counted])
    again = np.array([np.mean([f1(rows @ group) for rows, group in zip(drawn, step, strict=True)], axis=0) for step in counted])
    best = int(scored.argmax())
    error = (again[best] - again).std(1)
    near = [place for place, score in enumerate(scored) if scored[best] - score <= error[place]]
    return min(near, key=lambda place: abs(STEPS[place] - 0.5))
