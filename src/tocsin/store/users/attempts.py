"""How often a password may be tried: after some wrong ones the next has to wait, longer each time."""

from __future__ import annotations

import datetime as dt
import math

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from tocsin.store.users.tables import attempts

FREE_BY_NAME, FREE_BY_ADDRESS = 5, 20
"""Wrong passwords before the first wait: people mistype, and an office shares one address."""

FIRST_WAIT, LONGEST_WAIT = 10.0, 900.0
"""Seconds: the first wait, doubled by each further wrong password, and the longest one: 100 tries a day."""

FORGET = dt.timedelta(hours=1)
"""After this a wrong password no longer counts."""


def wait(connection: Connection, name: str, address: str, now: dt.datetime) -> int:
    """Whole seconds until a password may be tried for this name from this address; 0 when now."""
    rules = ((attempts.c.name == name, FREE_BY_NAME), (attempts.c.address == address, FREE_BY_ADDRESS))
    return max(_wait(connection, same, free, now) for same, free in rules)


def _wait(connection: Connection, same: ColumnElement[bool], free: int, now: dt.datetime) -> int:
    counted = select(func.count(), func.max(attempts.c.tried_at)).where(same, attempts.c.tried_at > now - FORGET)
    count, last = connection.execute(counted).one()
    if count < free:
        return 0
    seconds = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(count - free, 20))
    rest: float = seconds - (now - last).total_seconds()
    return max(0, math.ceil(rest))


def failed(connection: Connection, name: str, address: str, now: dt.datetime) -> None:
    """Write down a wrong password, and forget those that no longer count."""
    connection.execute(delete(attempts).where(attempts.c.tried_at <= now - FORGET))
    connection.execute(insert(attempts).values(name=name, address=address, tried_at=now))


def succeeded(connection: Connection, name: str) -> None:
    """The right password: the wrong ones before it no longer count for this name. For its address they still do."""
    connection.execute(delete(attempts).where(attempts.c.name == name))
