"""Who may log in: names, roles, passwords, sessions, and how often a password may be tried."""

from __future__ import annotations

import datetime as dt
import hashlib
import math
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast, get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import ColumnElement, Connection, RowMapping, delete, func, insert, select, update

from tocsin.errors import InputError
from tocsin.store.current import MACHINE
from tocsin.store.review.tables import attempts, sessions, users

Role: TypeAlias = Literal["reader", "coder", "adjudicator", "admin"]
"""Each may what the ones before it may: a reader looks, a coder corrects, an adjudicator assigns and decides, an admin keeps the users."""

LOCAL = "local"
"""Who everybody is while there are no users."""

SHORTEST, LONGEST = 10, 1_000
"""Characters that a password has. Length is what counts; no mixture of characters is asked for."""

IDLE = dt.timedelta(hours=12)
"""How long a session lasts without being used."""

WHOLE = dt.timedelta(days=7)
"""How long a session lasts at most."""

_SEEN = dt.timedelta(minutes=1)
"""A session's last use is written down to this, so that reading pages does not write to the database each time."""

FREE_BY_NAME, FREE_BY_ADDRESS = 5, 20
"""Wrong passwords before the first wait: people mistype, and an office shares one address."""

FIRST_WAIT, LONGEST_WAIT = 10.0, 900.0
"""Seconds: the first wait, doubled by each further wrong password, and the longest one: 100 tries a day."""

FORGET = dt.timedelta(hours=1)
"""After this a wrong password no longer counts."""


@dataclass(frozen=True, slots=True)
class User:
    """A person who may log in, or might once (``active`` is false then). ``made_at`` is UTC."""

    name: str
    role: Role
    active: bool
    made_at: dt.datetime


@dataclass(frozen=True, slots=True)
class LogIn:
    """What became of a name and a password: the user where they are right, else how many seconds to wait (0: none).

    With a wait before the first look the password was not even compared.
    """

    user: User | None
    wait: int


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is logged in. ``ends_at`` is when the session ends at the latest, UTC."""

    user: User
    ends_at: dt.datetime


def user_rows(connection: Connection) -> tuple[User, ...]:
    """All users by name, removed ones too."""
    return tuple(_user(row) for row in connection.execute(select(users).order_by(users.c.name)).mappings())


def add(connection: Connection, name: str, password: str, role: str, now: dt.datetime) -> User:
    """Add a user, or let one who was removed in again, with the new password and role."""
    _check_name(name)
    _check_role(role)
    _check_password(name, password)
    alike = [user for user in user_rows(connection) if user.name.casefold() == name.casefold()]
    if any(user.active or user.name != name for user in alike):
        raise InputError(f"there is a user {alike[0].name!r}; choose another name")
    row = {"role": role, "password": hasher().hash(password), "active": True}
    if alike:
        connection.execute(update(users).where(users.c.name == name).values(**row))
    else:
        connection.execute(insert(users).values(name=name, made_at=now, **row))
    return _one(connection, name)


def set_password(connection: Connection, name: str, password: str) -> None:
    """Give a user another password; all their sessions end."""
    _one(connection, name)
    _check_password(name, password)
    connection.execute(update(users).where(users.c.name == name).values(password=hasher().hash(password)))
    end_all(connection, name)


def set_role(connection: Connection, name: str, role: str) -> None:
    """Give a user another role, which holds from their next request on."""
    _check_role(role)
    if role != "admin":
        _check_not_last_admin(connection, name)
    _one(connection, name)
    connection.execute(update(users).where(users.c.name == name).values(role=role))


def remove(connection: Connection, name: str) -> None:
    """Let a user in no more. The name stays in the list, since the history holds it."""
    _one(connection, name)
    _check_not_last_admin(connection, name)
    connection.execute(update(users).where(users.c.name == name).values(active=False))
    end_all(connection, name)


def exist(connection: Connection) -> bool:
    """Whether anybody may log in; nobody has to while there is no one."""
    return connection.execute(select(users.c.name).where(users.c.active).limit(1)).first() is not None


# ---- passwords


@cache
def hasher() -> PasswordHasher:
    """Argon2id with the library's parameters, which are RFC 9106's for small memory: 64 MiB, three passes."""
    return PasswordHasher()


@cache
def _nobodys() -> str:
    """A hash to compare with where there is no such user, so that the time taken does not tell which names there are."""
    return hasher().hash(secrets.token_hex())


def hash_of(connection: Connection, name: str) -> str | None:
    """The stored hash of a user who may log in."""
    stored = connection.execute(select(users.c.password).where(users.c.name == name, users.c.active)).scalar()
    return cast("str | None", stored)


def fits(stored: str | None, password: str) -> bool:
    """Whether a password is the one behind a hash. Takes a tenth of a second: never within a transaction that writes."""
    try:
        return hasher().verify(stored or _nobodys(), password) and stored is not None
    except (VerificationError, InvalidHashError):
        return False


# ---- attempts


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


# ---- sessions


def open_session(connection: Connection, name: str, now: dt.datetime) -> str:
    """Begin a session; the token that the browser holds. Only its hash is stored."""
    _one(connection, name)
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
    return Session(_user(row), row["ends_at"].replace(tzinfo=dt.UTC)), row["seen_at"] <= now - _SEEN


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


# ---- checks


def _one(connection: Connection, name: str) -> User:
    row = connection.execute(select(users).where(users.c.name == name, users.c.active)).mappings().one_or_none()
    if row is None:
        raise InputError(f"there is no user {name!r}; list them with: tocsin users list")
    return _user(row)


def _user(row: RowMapping) -> User:
    return User(row["name"], row["role"], row["active"], row["made_at"].replace(tzinfo=dt.UTC))


def _check_name(name: str) -> None:
    rules: tuple[tuple[Callable[[str], bool], str], ...] = (
        (lambda given: 0 < len(given) <= 64, "is not 1 to 64 characters long"),
        (lambda given: given.isprintable() and given == given.strip(), "has blanks around it, or characters that cannot be seen"),
        (lambda given: given.casefold() not in {MACHINE, LOCAL}, "stands in the history for no one person"),
    )
    for holds, problem in rules:
        if not holds(name):
            raise InputError(f"the name {name!r} {problem}; choose another")


def _check_role(role: str) -> None:
    if role not in get_args(Role):
        raise InputError(f"{role!r} is no role; the roles are {', '.join(get_args(Role))}")


def _check_password(name: str, password: str) -> None:
    if not SHORTEST <= len(password) <= LONGEST:
        raise InputError(f"a password has {SHORTEST} to {LONGEST:,} characters, this one {len(password):,}; three words in a row do well")
    if password.casefold() == name.casefold() or len(set(password)) < 4:
        raise InputError("this password is the first to be guessed; three words in a row do well")


def _check_not_last_admin(connection: Connection, name: str) -> None:
    active = [user for user in user_rows(connection) if user.active]
    others = [user for user in active if user.name != name]
    is_admin = any(user.name == name and user.role == "admin" for user in active)
    if is_admin and others and not any(user.role == "admin" for user in others):
        raise InputError(f"{name!r} is the only admin; make another one first: tocsin users role NAME --role admin")
