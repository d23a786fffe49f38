"""Who may log in: names, roles and passwords."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast, get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, RowMapping, insert, select, update

from tocsin.errors import InputError
from tocsin.store import clock
from tocsin.store.current import MACHINE
from tocsin.store.users.tables import users

Role: TypeAlias = Literal["reader", "coder", "adjudicator", "admin"]
"""Each may what the ones before it may: a reader looks, a coder corrects, an adjudicator assigns and decides, an admin keeps the users."""

LOCAL = "local"
"""Who everybody is while there are no users."""

SHORTEST, LONGEST = 10, 1_000
"""Characters that a password has. Length is what counts; no mixture of characters is asked for."""


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


def user_rows(connection: Connection) -> tuple[User, ...]:
    """All users by name, removed ones too."""
    return tuple(user_of(row) for row in connection.execute(select(users).order_by(users.c.name)).mappings())


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
    return active_user(connection, name)


def set_password(connection: Connection, name: str, password: str) -> None:
    """Give a user another password."""
    active_user(connection, name)
    _check_password(name, password)
    connection.execute(update(users).where(users.c.name == name).values(password=hasher().hash(password)))


def set_role(connection: Connection, name: str, role: str) -> None:
    """Give a user another role, which holds from their next request on."""
    _check_role(role)
    if role != "admin":
        _check_not_last_admin(connection, name)
    active_user(connection, name)
    connection.execute(update(users).where(users.c.name == name).values(role=role))


def remove(connection: Connection, name: str) -> None:
    """Let a user in no more. The name stays in the list, since the history holds it."""
    active_user(connection, name)
    _check_not_last_admin(connection, name)
    connection.execute(update(users).where(users.c.name == name).values(active=False))


def exist(connection: Connection) -> bool:
    """Whether anybody may log in; nobody has to while there is no one."""
    return connection.execute(select(users.c.name).where(users.c.active).limit(1)).first() is not None


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


def active_user(connection: Connection, name: str) -> User:
    """A user who may log in.

    Raises:
        InputError: there is none of this name.
    """
    row = connection.execute(select(users).where(users.c.name == name, users.c.active)).mappings().one_or_none()
    if row is None:
        raise InputError(f"there is no user {name!r}; list them with: tocsin users list")
    return user_of(row)


def user_of(row: RowMapping) -> User:
    """The user in a row of ``users``."""
    return User(row["name"], row["role"], row["active"], clock.utc(row["made_at"]))


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
