"""A number of people in a text, and what a trigger of a reader's says of the numbers beside it."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.records import CountValue, Quote, Span


@dataclass(frozen=True, slots=True)
class Act:
    """A trigger that a reader found, and the kind of people that a number beside it counts."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people in a text. ``kind`` is one of :data:`tocsin.resolve.roles.tolls.PERSONS`; ``word`` the words that tell it, ``None`` where
    the figure stands alone and takes the kind of the one told before it; ``sure`` where a verb right beside it decides.
    """

    quote: Quote
    kind: str
    value: CountValue
    word: Span | None
    sure: bool
