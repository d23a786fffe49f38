"""Clock times as the database keeps them: in UTC without their zone, which SQLite does not keep."""

from __future__ import annotations

import datetime as dt


def now() -> dt.datetime:
    """The time, as it is stored."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


def utc(stored: dt.datetime) -> dt.datetime:
    """A stored time with its zone, as it is given out."""
    return stored.replace(tzinfo=dt.UTC)
