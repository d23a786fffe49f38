"""Days to the days, weeks and months in which they lie."""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeAlias

import numpy as np

from tocsin.store.incident_columns import Positions

Step: TypeAlias = Literal["day", "week", "month"]


def starts_of(days: Positions, step: Step) -> Positions:
    """The first day (as an ordinal) of the step in which each day lies."""
    if step == "day":
        return days
    if step == "week":
        return days - (days - 1) % 7  # day 1, of the year 1, is a Monday
    months = (days - _EPOCH).astype("datetime64[D]").astype("datetime64[M]")
    return months.astype("datetime64[D]").astype(np.int64) + _EPOCH


_EPOCH = dt.date(1970, 1, 1).toordinal()
