"""Who asks."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from tocsin.store.users.accounts import LONGEST, Role
from tocsin.web.models.base import Answer, Moment, Name, Request


class Me(Answer):
    """Who asks, as the server knows them.

    ``user`` and ``role`` are null for one who has to log in. ``csrf`` goes back in the header ``X-CSRF-Token`` with every request that
    changes something; it is null for one who may change nothing yet (logging in needs none).
    """

    user: str | None
    role: Role | None
    users_exist: bool
    csrf: str | None
    can_read_reports: bool
    """Whether a pasted report can be read: the server was started with the reader's model."""
    can_find_places: bool
    """Whether places can be looked up by name."""
    version: str
    """Of tocsin."""
    database: str
    """The database's name, for people."""


class LogIn(Request):
    """A name and a password."""

    name: Name
    password: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST)]


class User(Answer):
    """A person who may log in."""

    name: str
    role: Role
    active: bool
    made_at: Moment
