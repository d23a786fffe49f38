"""Commands that an output tells people to run next: whole, so that they run as they are printed."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tocsin.store import Store

_ABOUT_A_DATABASE = re.compile(r"\btocsin (?:show|incidents|users|remove|audit|serve)\b(?:(?! --db )[^;,`)])*(?=[;,`)]|$)")
"""A command in the words of an error that takes a database and does not name it: what raises the error does not know its name."""


def on(store: Store, *words: str) -> str:
    """``tocsin incidents undo 7 --db 'my events.db'``: a command about this database."""
    return f"tocsin {shlex.join(words)} --db {shlex.quote(_without_password(store.name))}"


def completed(message: str, database: str | None) -> str:
    """An error with the database behind each command that needs it; ``database`` as the user named it."""
    if database is None:
        return message
    return _ABOUT_A_DATABASE.sub(lambda found: f"{found[0]} --db {shlex.quote(_without_password(database))}", message)


def _without_password(database: str) -> str:
    """A PostgreSQL address as it may be shown; ``PGPASSWORD`` gives the password then."""
    return re.sub(r"(://[^/@:]*):[^/@]*@", r"\1@", database)
