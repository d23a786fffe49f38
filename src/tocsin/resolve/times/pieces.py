"""The pieces that times are made of, found anywhere in a text: each a date, a month, a weekday, a clock time …"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tocsin.resolve.times.scene import Scene, Yearly
from tocsin.resolve.times.stretch import Stretch

Kind = Literal["day", "weekday", "month", "year", "stretch", "range", "clock", "nothing"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece at ``text[start:end]``. ``value`` is ``None`` where the words are understood but nothing known places them.

    ``yearly``, ``weekday`` and ``monthday`` hold what recurs, so that a year or a week beside it can place it (*September last year*,
    *Tuesday last week*). A ``clock`` piece only tells the hour.
    """

    start: int
    end: int
    kind: Kind
    value: Stretch | None
    yearly: Yearly | None = None
    weekday: int | None = None
    monthday: int | None = None
    night: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What one pattern makes of its match; the fields of :class:`Piece` without the place."""

    kind: Kind
    value: Stretch | None = None
    yearly: Yearly | None = None
    weekday: int | None = None
    monthday: int | None = None
    night: bool = False
    """*overnight*: beside a day (*overnight Saturday*) it is that day and the next."""


Reader: TypeAlias = Callable[["re.Match[str]", Scene], Reading | None]
"""Reads one match; ``None`` when the words are no time after all, so that a later pattern may take them."""

NOTHING = Reading("nothing")
"""Understood, and placed by nothing: *every Tuesday*, *recently*."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that name a time, and what is made of them."""

    words: re.Pattern[str]
    read: Reader
    gate: re.Pattern[str] | None = None
    """What a text must hold for these words to be looked for at all: one search in the stead of many."""


def find_pieces(text: str, scene: Scene, patterns: Iterable[Pattern]) -> list[Piece]:
    """All pieces, left to right. An earlier pattern takes its words before a later one sees them."""
    taken: list[Piece] = []
    open_gates: dict[re.Pattern[str], bool] = {}
    for pattern in patterns:
        gate = pattern.gate
        if gate is not None:
            if gate not in open_gates:
                open_gates[gate] = gate.search(text) is not None
            if not open_gates[gate]:
                continue
        for match in pattern.words.finditer(text):
            if not match.group() or any(match.start() < piece.end and piece.start < match.end() for piece in taken):
                continue
            reading = pattern.read(match, scene)
            if reading is not None:
                taken.append(_piece(match, reading))
    return sorted(taken, key=lambda piece: piece.start)


def _piece(match: re.Match[str], reading: Reading) -> Piece:
    found = reading
    return Piece(match.start(), match.end(), found.kind, found.value, found.yearly, found.weekday, found.monthday, found.night)
