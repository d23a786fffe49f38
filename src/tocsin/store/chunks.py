"""Values some at a time: a statement takes a limited number of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

ThingT = TypeVar("ThingT")

MOST = 500
"""Values in one statement: well below the 32,766 that SQLite takes."""


def chunks(things: Sequence[ThingT], size: int = MOST) -> Iterator[Sequence[ThingT]]:
    """At most ``size`` of them at a time, in their order."""
    return (things[start : start + size] for start in range(0, len(things), size))
