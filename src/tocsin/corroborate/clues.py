"""Evidence before it is put into words: what it is of, its weight, and what says it.

Scores are made of weights alone, and to put a reason into words takes longer than to weigh it; few are ever shown.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TypeAlias

Clue: TypeAlias = tuple[str, float, Callable[[], str]]
"""What the evidence is of, its weight, and its words."""


def best(clues: Sequence[Clue]) -> Clue | None:
    """The weightiest of some clues; of those that weigh the same, the one whose words come last."""
    if len(clues) < 2:
        return clues[0] if clues else None
    most = max(weight for _, weight, _ in clues)
    first = [clue for clue in clues if clue[1] == most]
    return first[0] if len(first) == 1 else max(first, key=lambda clue: clue[2]())


def rounded(clues: Sequence[Clue]) -> tuple[Clue, ...]:
    """Clues with their weights to three places, without those that weigh nothing then."""
    return tuple((of, weight, says) for of, exact, says in clues if (weight := round(exact, 3)))


def total(clues: Sequence[Clue]) -> float:
    """The sum of some weights to three places."""
    return round(math.fsum([weight for _, weight, _ in clues]), 3)
