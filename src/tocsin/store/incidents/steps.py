"""Days to the days, weeks and months in which they lie."""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tocsin.store.incidents.columns import Positions

Step: TypeAlias = Literal["day", "week", "month"]

DENSE = 2_000_000
"""Cells of a table that is counted as a whole: 300 years of days with 16 types."""


def starts_of(days: Positions, step: Step) -> Positions:
    """The first day (as an ordinal) of the step in which each day lies."""
    if step == "day":
        return days
    if step == "week":
        return days - (days - 1) % 7  # day 1, of the year 1, is a Monday
    months = (days - _EPOCH).astype("datetime64[D]").astype("datetime64[M]")
    return months.astype("datetime64[D]").astype(np.int64) + _EPOCH


_EPOCH = dt.date(1970, 1, 1).toordinal()


def counted(starts: Positions, codes: NDArray[np.int32], kinds: int) -> list[tuple[int, int, int]]:
    """``(start, code, how many)`` of every pair that there is, in order; ``codes`` are below ``kinds``.

    Counted into a table where the steps lie close together, which takes a fifth of the time of sorting; else sorted.
    """
    if not len(starts):
        return []
    first = int(starts.min())
    pairs = (starts - first) * kinds + codes
    if (int(starts.max()) - first + 1) * kinds <= DENSE:
        table = np.bincount(pairs)
        found = np.flatnonzero(table)
        counts = table[found]
    else:
        found, counts = np.unique(pairs, return_counts=True)
    split = zip(found.tolist(), counts.tolist(), strict=True)
    return [(first + pair // kinds, pair % kinds, count) for pair, count in split]
