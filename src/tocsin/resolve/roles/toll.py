"""A number of people in a text, and what triggers and other words say of the numbers beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tocsin.records import CountValue, Quote, Span

BY_MODE: Mapping[str, str] = {
    "arrest": "arrested",
    "abduct": "abducted",
    "release": "released",
    "deport": "displaced",
    "convict": "sentenced",
}
"""What a number beside an act of each of these modes counts."""


@dataclass(frozen=True, slots=True)
class Act:
    """A trigger that a reader found, and the kind of people that a number beside it counts."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: ``kind`` is one of :data:`tocsin.resolve.counts.signs.PERSONS`; ``word`` the words that tell it, ``None`` where the figure
    stands alone and takes the kind of the one told before it; ``sure`` where a verb right beside it decides.
    """

    kind: str
    word: Span | None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people in a text; ``kind``, ``word`` and ``sure`` as in :class:`Counted`."""

    quote: Quote
    kind: str
    value: CountValue
    word: Span | None
    sure: bool
