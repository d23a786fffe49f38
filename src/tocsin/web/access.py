"""Who asks, what they may, and that a change was really asked for by the desk's own page."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Annotated, get_args

from fastapi import Depends, Request

from tocsin.store.users.accounts import LOCAL, Role
from tocsin.web.gate import host_of, is_loopback
from tocsin.web.problems import Refused
from tocsin.web.state import Desk, DeskHere

COOKIE = "tocsin_session"
"""Holds the session's token; no script can read it, and no other site's page sends it."""

CSRF_HEADER = "X-CSRF-Token"
"""Has to come back with every change: another site's page can neither read the token nor send the header."""

_RANKS: tuple[Role, ...] = get_args(Role)
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")
"""What a proxy adds to a request that it passes on."""

_SAFE = {"GET", "HEAD", "OPTIONS"}


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks. ``is_user`` is false of ``local``, whom everybody on this machine is while there are no users."""

    name: str
    role: Role
    is_user: bool
    csrf: str = field(repr=False)

    def may(self, role: Role) -> bool:
        """Whether the person may do what ``role`` may."""
        return _RANKS.index(self.role) >= _RANKS.index(role)


def who_asks(request: Request, desk: Desk) -> Person | None:
    """Who asks; ``None`` for one who has to log in."""
    token = request.cookies.get(COOKIE)
    session = desk.store.session(token) if token else None
    if token and session is not None:
        return Person(session.user.name, session.user.role, is_user=True, csrf=hashlib.sha256(f"csrf {token}".encode()).hexdigest())
    if desk.store.users_exist() or not _is_here(request):
        return None
    return Person(LOCAL, "admin", is_user=False, csrf=hmac.new(desk.secret, b"local", "sha256").hexdigest())


def _is_here(request: Request) -> bool:
    """Whether a request comes from this machine itself, and not through a proxy on it from somewhere else."""
    return is_loopback(client_of(request)) and not any(name in request.headers for name in _FORWARDED)


def client_of(request: Request) -> str:
    """The address that a request comes from."""
    return request.client.host if request.client else ""


def check_origin(request: Request) -> None:
    """Refuse a change that a page of another site asks for.

    Raises:
        Refused: it is one.
    """
    origin = request.headers.get("origin")
    if origin is not None and host_of(origin.partition("://")[2]) != host_of(request.headers.get("host", "")):
        raise Refused(403, "This was asked for by a page of another site.", "Open the desk itself and do it there.")
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise Refused(403, "This was asked for by a page of another site.", "Open the desk itself and do it there.")


def note_reading(desk: Desk, person: Person, what: str, documents: Sequence[str]) -> None:
    """Write down that somebody read those of some documents in which private people are named. Of ``local``, who is anybody, nothing is."""
    if person.is_user:
        desk.store.note_access(person.name, documents, what)


def _needs(role: Role) -> Callable[..., Person]:
    def person(request: Request, desk: DeskHere) -> Person:
        found = who_asks(request, desk)
        if found is None:
            raise Refused(401, "You have to log in first.", "Log in, then do it again.")
        if request.method not in _SAFE:
            check_origin(request)
            if not hmac.compare_digest(request.headers.get(CSRF_HEADER, "").encode(), found.csrf.encode()):
                raise Refused(403, "The page is older than your session.", "Reload the page, then do it again.")
        if not found.may(role):
            raise Refused(403, f"This takes the role {role}; yours is {found.role}.", "Ask an admin of this desk for the role.")
        return found

    return person


Reader = Annotated[Person, Depends(_needs("reader"))]
Coder = Annotated[Person, Depends(_needs("coder"))]
Adjudicator = Annotated[Person, Depends(_needs("adjudicator"))]
