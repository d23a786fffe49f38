"""Texts of the corpus that are nearly the same: each pair would count one text twice, and leak it over the split."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

RUN = 5
"""Words that stand in a row: shorter runs are shared by chance (*said in a statement*)."""

CLOSE = 0.25
"""Share of the shorter text's runs that two texts may have in common. Of the first 640 texts no pair shares more than 0.08."""

FEWEST = 4
"""Pairs that share fewer runs than this are never close: a single sentence can hold one stock phrase."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts by id, the later one first, and the share of the shorter one's runs that both hold."""

    later: str
    earlier: str
    share: float


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of :data:`RUN` words, in lower case."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def near_duplicates(texts: Mapping[str, str]) -> Iterator[Pair]:
    """Pairs of close texts, in the order of ``texts``."""
    of = {name: runs(text) for name, text in texts.items()}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for later, found in of.items():
        shared = Counter(earlier for run in found for earlier in holders[run])
        for earlier, count in shared.items():
            share = count / min(len(found), len(of[earlier]))
            if count >= FEWEST and share > CLOSE:
                yield Pair(later, earlier, share)
        for run in found:
            holders[run].append(later)
