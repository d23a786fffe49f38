"""Who is logged in: a browser holds a token, of which only the hash is stored."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from tocsin.store import clock
from tocsin.store.users.accounts import User, active_user, user_of
from tocsin.store.users.tables import sessions, users

IDLE = dt.timedelta(hours=12)
"""How long a session lasts without being used."""

WHOLE = dt.timedelta(days=7)
"""How long a session lasts at most."""

_SEEN = dt.timedelta(minutes=1)
"""A session's last use is written down to this, so that reading pages does not write to the database each time."""


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is logged in. ``ends_at`` is when the session ends at the latest, UTC."""

    user: User
    ends_at: dt.datetime


def open_session(connection: Connection, name: str, now: dt.datetime) -> str:
    """Begin a session; the token that the browser holds. Only its hash is stored."""
    active_user(connection, name)
    token = secrets.token_urlsafe(32)
    connection.execute(delete(sessions).where((sessions.c.ends_at <= now) | (sessions.c.seen_at <= now - IDLE)))
    connection.execute(insert(sessions).values(token=_hashed(token), name=name, made_at=now, seen_at=now, ends_at=now + WHOLE))
    return token


def session(connection: Connection, token: str, now: dt.datetime) -> tuple[Session | None, bool]:
    """Whose session a token is, ``None`` where it has ended; and whether its last use is to be written down."""
    chosen = select(sessions, users).join(users, users.c.name == sessions.c.name).where(sessions.c.token == _hashed(token), users.c.active)
    row = connection.execute(chosen.with_only_columns(sessions.c.seen_at, sessions.c.ends_at, users)).mappings().one_or_none()
    if row is None or row["ends_at"] <= now or row["seen_at"] <= now - IDLE:
        return None, False
    return Session(user_of(row), clock.utc(row["ends_at"])), row["seen_at"] <= now - _SEEN


def seen(connection: Connection, token: str, now: dt.datetime) -> None:
    """Write down that a session was used."""
    connection.execute(update(sessions).where(sessions.c.token == _hashed(token)).values(seen_at=now))


def close_session(connection: Connection, token: str) -> None:
    """End a session."""
    connection.execute(delete(sessions).where(sessions.c.token == _hashed(token)))


def end_all(connection: Connection, name: str) -> None:
    """End all sessions of a user."""
    connection.execute(delete(sessions).where(sessions.c.name == name))


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
