"""Which mentions may lend each other their place or their time: those of one act, and a piece of an act and its whole.

On the training texts a mention without a place of its own whose mate (``same_as``, ``part_of``) has one takes it in 406 of 416 cases; one
without a mate has the place of the event told before it in 219 of 1,080, so nothing is taken from there.
"""

from __future__ import annotations

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
    acts = {m.id: _first_of_act(m, {k.id: k for k in mentions}) for m in mentions}
    found: dict[str, Known[T]] = {}
    for mention in mentions:
        value = own[mention.id] or _of_same_act(mention, mentions, acts, own)
        if value is None and mention.part_of is not None:
            value = own.get(mention.part_of) or _of_act(acts.get(mention.part_of), mentions, acts, own)
        if value is not None:
            found[mention.id] = value
    return found


def _of_same_act(
    mention: Mention, mentions: Sequence[Mention], acts: Mapping[str, str], own: Mapping[str, Known[T] | None]
) -> Known[T] | None:
    """The value of the mention of the same act whose trigger is nearest."""
    near = sorted(mentions, key=lambda m: abs(m.trigger.start - mention.trigger.start))
    return next((value for m in near if acts[m.id] == acts[mention.id] and (value := own[m.id]) is not None), None)


def _of_act(act: str | None, mentions: Sequence[Mention], acts: Mapping[str, str], own: Mapping[str, Known[T] | None]) -> Known[T] | None:
    return next((value for m in mentions if acts[m.id] == act and (value := own[m.id]) is not None), None)


def _first_of_act(mention: Mention, by_id: Mapping[str, Mention]) -> str:
    """The id of the first mention of the act: ``same_as`` followed to its end; a circle counts as its smallest id."""
    seen = [mention.id]
    while mention.same_as is not None and mention.same_as in by_id:
        if mention.same_as in seen:
            return min(seen[seen.index(mention.same_as) :])
        seen.append(mention.same_as)
        mention = by_id[mention.same_as]
    return mention.id
