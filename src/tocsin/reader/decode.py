"""Probabilities to mentions: which words are triggers, which spans fill their roles, which mentions are one act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tocsin.reader.labels import LINKS
from tocsin.reader.network import Floats, Integers, MentionScores, Triggers
from tocsin.reader.segment import Window

SINGLE = frozenset({"said_by", "issue"})
"""Roles that a mention fills at most once."""


REACH = 0.35
"""A span goes on from its sure words over neighbours that reach this share of the threshold: the edges of a noun phrase (*several* dozen,
the *former* minister) score lower than its head. On held-out texts, with 1 (no reach) against 0.35, recipients quoted to the letter rose
from F1 29 to 42, actors from 52 to 60, and no role fell.
"""


BEST_OF_NONE = {"time": 0.3}
"""A role that would stay empty is filled by its surest span, if that reaches this. Of 114 such times on held-out texts 45 were right, and dates rose
from 69.4 to 70.4 % (validation) and from 71.3 to 74.1 (test); from 0.25 on, quotes of real news lose what dates win. For actors it brings countries,
but takes bystanders for those who struck; for recipients and sources it helps nothing.
"""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Lowest probabilities at which an answer is given. Found on held-out training texts, never on an exam."""

    mention: float = 0.5
    alone: float = 0.0
    """What the only mention of a text of some length must reach."""
    mode: float = 0.5
    aux: float = 0.5
    hedge: float = 0.5
    context: float = 0.5
    link: float = 0.5
    sector: float = 0.05
    """Sectors and countries are hints for the resolver, so that low ones are kept too."""
    role: Mapping[str, float] = field(default_factory=dict)
    """For each role by name; one half where none is given."""

    def of_roles(self, roles: Sequence[str]) -> Floats:
        """The threshold of each of ``roles``, in their order."""
        return np.array([self.role.get(role, 0.5) for role in roles], np.float32)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Turns the network's probability that a word names an event into how often it is right (Platt 1999): the logistic of ``slope`` times
    the logit, plus ``offset``. Found on held-out training texts.
    """

    slope: float = 1.0
    offset: float = 0.0

    def __call__(self, probabilities: Floats) -> Floats:
        """The same shape, the same order, other values."""
        sure = np.clip(probabilities, 1e-6, 1 - 1e-6)
        logits = self.slope * np.log(sure / (1 - sure)) + self.offset
        return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))), np.float32)


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """Words ``[first, last)`` of its window that fill ``role`` for ``mention``; indices into the batch and the labels."""

    mention: int
    role: int
    first: int
    last: int
    score: float


def decode_triggers(
    triggers: Floats, windows: Sequence[Window], threshold: float, calibration: Calibration | None = None
) -> tuple[Triggers, Floats]:
    """Runs of words of one type that their window owns.

    Args:
        triggers: probabilities [B, W, 1 + types].
        windows: the B windows.
        threshold: lowest probability of being in a trigger of any type.
        calibration: what makes probabilities of the network's; they are taken as they are where it is ``None``.

    Returns:
        The triggers in reading order within each window, and each one's score: its surest word's probability.
    """
    event = (calibration or Calibration())(1 - triggers[:, :, 0])
    kinds = triggers[:, :, 1:].argmax(-1)
    found: list[tuple[int, int, int, int]] = []
    for row, window in enumerate(windows):
        kept = np.flatnonzero(event[row, window.own_first - window.first : window.own_last - window.first] >= threshold)
        for word in (kept + window.own_first - window.first).tolist():
            kind = int(kinds[row, word])
            if found and found[-1][0] == row and found[-1][2] == word and found[-1][3] == kind:
                found[-1] = (row, found[-1][1], word + 1, kind)
            else:
                found.append((row, word, word + 1, kind))
    table = np.array(found, np.int64).reshape(-1, 4)
    scores = np.array([event[row, first:last].max() for row, first, last, _ in found], np.float32)
    return Triggers(table[:, 0], table[:, 1], table[:, 2], table[:, 3]), scores


def decode_roles(
    scores: MentionScores, triggers: Triggers, sentence: Integers, roles: Sequence[str], thresholds: Floats
) -> Iterator[RoleSpan]:
    """The spans of every mention, by mention and role in the order of the words; the best one alone for a role that is filled once.

    ``thresholds`` are the lowest probabilities [R] of each of ``roles``.
    """
    inside = 1 - scores.roles[..., 0]  # [K, W, R]
    inside *= (sentence[triggers.row] >= 0)[:, :, None]
    opens = scores.roles[..., 1] > scores.roles[..., 2]
    lowest = _lowest(inside.max(1), roles, thresholds)
    for mention, role in sorted(set(zip(*(axis.tolist() for axis in np.nonzero(inside.max(1) >= lowest)), strict=True))):
        spans = list(_runs(mention, role, inside[mention, :, role], opens[mention, :, role], float(lowest[mention, role])))
        yield from [max(spans, key=lambda span: span.score)] if roles[role] in SINGLE else spans


def _lowest(surest: Floats, roles: Sequence[str], thresholds: Floats) -> Floats:
    """The threshold of each mention's roles [K, R]; ``surest`` [K, R] is what their surest words reach."""
    none = np.array([BEST_OF_NONE.get(role, 1.0) for role in roles], np.float32)
    return np.where((surest < thresholds) & (surest >= none), surest, thresholds)


def _runs(mention: int, role: int, inside: Floats, opens: NDArray[np.bool_], threshold: float) -> Iterator[RoleSpan]:
    """Runs of words that may be inside, each with one that surely is; its score is that word's."""
    first = last = -1
    for word in (*np.flatnonzero(inside >= threshold * REACH).tolist(), -1):
        if word == last and not opens[word]:
            last = word + 1
            continue
        if first >= 0 and inside[first:last].max() >= threshold:
            yield RoleSpan(mention, role, first, last, float(inside[first:last].max()))
        first, last = word, word + 1


def decode_links(
    links: Floats, later: Sequence[int], earlier: Sequence[int], kinds: Sequence[int], threshold: float
) -> dict[int, tuple[str, int]]:
    """The link of each mention that has one.

    Args:
        links: probabilities [P, LINKS] for pairs of mentions.
        later: the later mention of each pair, as its position in reading order.
        earlier: the earlier one.
        kinds: each mention's type; one act has one type.
        threshold: lowest probability.

    Returns:
        For a mention ``("same_as", first mention of the act)`` or ``("part_of", mention of the larger act)``.
    """
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for scores, late, early in zip(links, later, earlier, strict=True):
        for name, mention, other in (("same_as", late, early), ("part_of", late, early), ("whole_of", early, late)):
            score = float(scores[LINKS.index(name)])
            if score < threshold or (name == "same_as" and kinds[late] != kinds[early]):
                continue
            key = (mention, "same_as" if name == "same_as" else "part_of")
            if key not in best or score > best[key][0]:
                best[key] = (score, other)
    first: dict[int, int] = {}
    for mention in sorted(mention for mention, name in best if name == "same_as"):
        other = best[mention, "same_as"][1]
        first[mention] = first.get(other, other)
    found = {mention: ("same_as", other) for mention, other in first.items()}
    for (mention, name), (_, other) in best.items():
        whole = first.get(other, other)
        if name == "part_of" and mention not in found and whole != mention:
            found[mention] = ("part_of", whole)
    return found
