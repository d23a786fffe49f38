"""The events of two codings of one text, paired."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.records import Mention, meet

_BREAK = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which event of one coding is which of the other, and those that only one of them has; all in the order of the text."""

    both: tuple[tuple[Mention, Mention], ...]
    only_one: tuple[Mention, ...]
    only_other: tuple[Mention, ...]


class Sentences:
    """Where sentences begin: good enough to say whether two words share one, and to be read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def of(self, at: int) -> int:
        """The number of the sentence in which a character stands, from 0."""
        return bisect_right(self.starts, at) - 1

    def words(self, at: int) -> str:
        """The sentence in which a character stands, on one line."""
        number = self.of(at)
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return " ".join(self.text[self.starts[number] : end].split())


def pair(text: str, one: Sequence[Mention], other: Sequence[Mention]) -> Pairs:
    """Pair the events one to one within their sentences.

    First those of the same type whose triggers share words, then those whose triggers share words, then those of the same type, the
    nearest triggers first.
    """
    sentences = Sentences(text)
    free_one, free_other = dict(enumerate(one)), dict(enumerate(other))
    both: list[tuple[Mention, Mention]] = []
    for _, i, j in sorted(_options(sentences, one, other)):
        if i in free_one and j in free_other:
            both.append((free_one.pop(i), free_other.pop(j)))
    both.sort(key=lambda pair: (pair[0].trigger.start, pair[0].id))
    return Pairs(tuple(both), tuple(free_one.values()), tuple(free_other.values()))


def _options(sentences: Sentences, one: Sequence[Mention], other: Sequence[Mention]) -> Iterator[tuple[tuple[int, int], int, int]]:
    for i, mine in enumerate(one):
        for j, theirs in enumerate(other):
            if sentences.of(mine.trigger.start) == sentences.of(theirs.trigger.start):
                shared, same = meet(mine.trigger, theirs.trigger), mine.type == theirs.type
                if shared or same:
                    gap = abs(mine.trigger.start - theirs.trigger.start)
                    yield (0 if shared and same else 1 if shared else 2, gap), i, j
