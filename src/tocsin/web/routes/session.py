"""Logging in and out, and who there is."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, Request, Response

from tocsin.store.users.accounts import LogIn as Verified
from tocsin.web.access import COOKIE, Adjudicator, Person, Reader, check_origin, client_of, who_asks
from tocsin.web.models.base import Done, Problem
from tocsin.web.models.session import LogIn, Me, User
from tocsin.web.problems import Refused
from tocsin.web.state import Desk, DeskHere

router = APIRouter(tags=["session"])


@router.get("/me")
def me(request: Request, response: Response, desk: DeskHere) -> Me:
    """Who asks."""
    response.headers["Cache-Control"] = "no-store"
    return _me(desk, who_asks(request, desk))


@router.post("/session", status_code=201, responses={429: {"model": Problem, "description": "Too many wrong passwords"}})
def log_in(asked: LogIn, request: Request, response: Response, desk: DeskHere) -> Me:
    """Log in: the answer sets the session's cookie."""
    check_origin(request)
    found = _verified(desk, asked, client_of(request))
    if found.user is None and found.wait:
        raise Refused(
            429,
            "There were too many wrong passwords.",
            f"Wait {found.wait} seconds, then try again; an admin can set another one with: tocsin users password",
            headers={"Retry-After": str(found.wait)},
        )
    if found.user is None:
        raise Refused(401, "The name or the password is wrong.", "Try again; an admin can set another one with: tocsin users password")
    token = desk.store.open_session(found.user.name)
    former = request.cookies.get(COOKIE)
    if former:
        desk.store.close_session(former)
    is_https = request.headers.get("origin", "").startswith("https://")  # behind a proxy that speaks HTTPS for the desk
    response.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=is_https, path="/")
    response.headers["Cache-Control"] = "no-store"
    request.cookies[COOKIE] = token  # so that this answer is already for who logged in
    return _me(desk, who_asks(request, desk))


@router.delete("/session")
def log_out(request: Request, response: Response, desk: DeskHere, _: Reader) -> Done:
    """Log out."""
    token = request.cookies.get(COOKIE)
    if token:
        desk.store.close_session(token)
    response.delete_cookie(COOKIE, httponly=True, samesite="strict", path="/")
    return Done()


@router.get("/users")
def users(desk: DeskHere, _: Adjudicator) -> list[User]:
    """Everybody who may log in, for giving out assignments."""
    return [User.model_validate(user) for user in desk.store.users()]


def _verified(desk: Desk, asked: LogIn, address: str) -> Verified:
    if not desk.logging_in.acquire(blocking=False):
        raise Refused(503, "Several people are logging in just now.", "Try again in a moment.", headers={"Retry-After": "2"})
    try:
        with desk.comparing:
            return desk.store.verify(asked.name, asked.password, address)
    finally:
        desk.logging_in.release()


def _me(desk: Desk, person: Person | None) -> Me:
    return Me(
        user=person.name if person else None,
        role=person.role if person else None,
        users_exist=desk.store.users_exist(),
        csrf=person.csrf if person else None,
        can_read_reports=desk.read is not None,
        can_find_places=desk.places is not None,
        version=desk.version,
        database=Path(desk.store.name).name,
    )
