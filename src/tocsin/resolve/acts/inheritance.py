"""Which mentions may lend each other their place or their time: those of one act, and a piece of an act and its whole.

On the training texts a mention without a place of its own whose mate (``same_as``, ``part_of``) has one takes it in 406 of 416 cases; one
without a mate has the place of the event told before it in 219 of 1,080, so nothing is taken from there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tocsin.records import Mention, Quote

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """A value and the words that it rests on."""

    quote: Quote
    value: T


def inherit(mentions: Sequence[Mention], own: Mapping[str, Known[T] | None]) -> dict[str, Known[T]]:
    """For each mention its own value, else the nearest of the same act, else that of the act it is part of."""
    by_id = {mention.id: mention for mention in mentions}
    acts = {mention.id: _first_of_act(mention, by_id) for mention in mentions}
    told: defaultdict[str, list[tuple[int, Known[T]]]] = defaultdict(list)
    for mention in mentions:
        if (value := own[mention.id]) is not None:
            told[acts[mention.id]].append((mention.trigger.start, value))
    found: dict[str, Known[T]] = {}
    for mention in mentions:
        value = own[mention.id] or _nearest(told[acts[mention.id]], mention.trigger.start)
        if value is None and mention.part_of in by_id:
            value = own.get(mention.part_of) or next((each for _, each in told[acts[mention.part_of]]), None)
        if value is not None:
            found[mention.id] = value
    return found


def _nearest(told: Sequence[tuple[int, Known[T]]], at: int) -> Known[T] | None:
    """The value told nearest to ``at``, the first of two as near."""
    return min(told, key=lambda each: abs(each[0] - at), default=(0, None))[1]


def _first_of_act(mention: Mention, by_id: Mapping[str, Mention]) -> str:
    """The id of the first mention of the act: ``same_as`` followed to its end; a circle counts as its smallest id."""
    seen = [mention.id]
    while mention.same_as is not None and mention.same_as in by_id:
        if mention.same_as in seen:
            return min(seen[seen.index(mention.same_as) :])
        seen.append(mention.same_as)
        mention = by_id[mention.same_as]
    return mention.id
