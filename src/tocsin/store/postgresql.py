"""What PostgreSQL's driver is told: from a URL as PostgreSQL's own programs take it to the arguments of pg8000.

pg8000 (BSD) rather than psycopg (LGPL), so that all of tocsin may be passed on under permissive licences. It does not know the
conventions of PostgreSQL's own library that users rely on: these are here.
"""

from __future__ import annotations

import getpass
import os
import ssl
from typing import Any

from sqlalchemy import URL

from tocsin.errors import StoreError

DRIVER = "postgresql+pg8000"
"""SQLAlchemy's name of the driver."""

_PORT = 5432
_SSL_MODES = ("disable", "prefer", "require", "verify-full")
_PARAMETERS = ("host", "sslmode")


def driver_url(url: URL) -> URL:
    """The URL without the parameters that :func:`arguments` takes out of it."""
    return url.set(drivername=DRIVER, query={})


def arguments(url: URL, wait: float) -> dict[str, Any]:
    """The driver's arguments beside those that SQLAlchemy takes from the URL. ``wait`` is how many seconds to wait for a lock.

    Without a user in the URL it is the system's user; without a password it is ``PGPASSWORD``. ``?host=/folder`` is a socket's folder;
    ``?sslmode=`` is ``disable``, ``prefer`` (as without it), ``require`` or ``verify-full``.

    Raises:
        StoreError: the URL has another parameter.
    """
    for name in url.query:
        if name not in _PARAMETERS:
            raise StoreError(f"?{name}= is no parameter of a database URL that tocsin knows; it knows {' and '.join(_PARAMETERS)}")
    given = {name: value if isinstance(value, str) else value[-1] for name, value in url.query.items()}
    found: dict[str, Any] = {
        "user": url.username or getpass.getuser(),
        "password": url.password or os.environ.get("PGPASSWORD"),
        "ssl_context": _ssl_context(given.get("sslmode", "prefer")),
        "startup_params": {"lock_timeout": str(round(wait * 1000))},
    }
    host = given.get("host")
    if host and host.startswith("/"):
        found["unix_sock"] = f"{host}/.s.PGSQL.{url.port or _PORT}"
        found["ssl_context"] = False  # nothing leaves this machine
    elif host:
        found["host"] = host
    return found


def state_of(error: BaseException | None) -> str | None:
    """The SQLSTATE of what the driver raised; ``None`` where the server was not reached."""
    return _field(error, "C")


def message_of(error: BaseException) -> str:
    """What the server says, or the driver where the server was not reached."""
    return _field(error, "M") or str(error.__cause__ or error)


def _field(error: BaseException | None, letter: str) -> str | None:
    """A field of the server's answer: pg8000 raises the whole of it as a mapping."""
    answer = error.args[0] if error is not None and error.args else None
    return answer.get(letter) if isinstance(answer, dict) else None


def _ssl_context(mode: str) -> Any:
    if mode not in _SSL_MODES:
        raise StoreError(f"sslmode={mode} is not known; it is one of {', '.join(_SSL_MODES)}")
    return {"disable": False, "prefer": None, "require": True}[mode] if mode != "verify-full" else ssl.create_default_context()
