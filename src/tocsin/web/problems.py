"""What becomes of a request that is not answered as asked: one sentence and the way out, always in the same shape."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from tocsin.errors import ConflictError, InputError, TocsinError
from tocsin.web.headers import HEADERS
from tocsin.web.models.base import shown
from tocsin.web.models.documents import Conflict

_LOG = logging.getLogger("tocsin.web")

_KNOWN: dict[int, tuple[str, str]] = {
    404: ("There is nothing at this address.", "Go back, or start at the first page."),
    405: ("This address does not take such a request.", "See /api/v1/openapi.json for what each address takes."),
    400: ("The request could not be understood.", "See /api/v1/openapi.json for the form that is expected."),
}
"""What the framework itself refuses, by status."""

_SHOWN = 3
"""Mistakes of a request that are named; the rest are mended the same way."""


class Refused(Exception):  # noqa: N818  # a refusal is an answer, not an error of the program
    """A request that is not answered as asked; becomes an answer of ``status``."""

    def __init__(self, status: int, error: str, way_out: str, *, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(error)
        self.status = status
        self.error = error
        self.way_out = way_out
        self.headers = dict(headers or {})


def nothing(what: str, name: object) -> Refused:
    """The answer where ``what`` of this name is not there."""
    return Refused(404, f"There is no {what} {name!s}.", "Go back to the list; it may have been removed meanwhile.")


def answer(status: int, error: str, way_out: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer itself."""
    body = {"error": shown(error), "way_out": shown(way_out)}
    return JSONResponse(body, status_code=status, headers={**(headers or {}), "Cache-Control": "no-store"})


def take_over(app: FastAPI) -> None:
    """Have every error of ``app`` answered in this shape."""
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _misformed)
    app.add_exception_handler(HTTPException, _framework)
    app.add_exception_handler(ConflictError, _conflict)
    app.add_exception_handler(InputError, _impossible)
    app.add_exception_handler(TocsinError, _ours)
    app.add_exception_handler(Exception, _unforeseen)


def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)  # noqa: S101  # registered for this type alone
    return answer(error.status, error.error, error.way_out, error.headers)


def _misformed(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101  # registered for this type alone
    mistakes = error.errors()
    named = "; ".join(_mistake(mistake) for mistake in mistakes[:_SHOWN])
    more = f"; and {len(mistakes) - _SHOWN} more" if len(mistakes) > _SHOWN else ""
    return answer(422, f"The request is not in the expected form: {named}{more}.", "Mend what is named, then send it again.")


def _mistake(mistake: Mapping[str, Any]) -> str:
    where: Sequence[object] = mistake.get("loc", ())
    place = ".".join(str(part)[:60] for part in where[1:]) or str(where[0] if where else "body")
    return f"{place}: {mistake.get('msg', 'is wrong')}"


def _framework(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101  # registered for this type alone
    said, way_out = _KNOWN.get(error.status_code, (str(error.detail), "Change the request, then send it again."))
    return answer(error.status_code, said, way_out, headers=error.headers)


def _conflict(_: Request, error: Exception) -> Response:
    assert isinstance(error, ConflictError)  # noqa: S101  # registered for this type alone
    names = ("by", "at", "event", "field", "theirs", "revision")
    said, way_out = _in_two(error, "Look at it, then decide again.")
    conflict = Conflict.model_validate({"error": said, "way_out": way_out} | {name: getattr(error, name) for name in names})
    return JSONResponse(conflict.model_dump(mode="json"), status_code=409, headers={"Cache-Control": "no-store"})


def _impossible(_: Request, error: Exception) -> Response:
    return answer(422, *_in_two(error, "Change it, then send it again."))


def _in_two(error: Exception, way_out: str) -> tuple[str, str]:
    """A message of ours in its two parts: what is wrong, and after a semicolon what to do about it."""
    said, _, told = str(error).partition("; ")
    return f"{said}.", f"{told[:1].upper()}{told[1:]}." if told else way_out


def _ours(request: Request, error: Exception) -> Response:
    """An error of the database or the reader: its message names the way out itself, after a semicolon."""
    _LOG.error("%s %r: %s", request.method, request.url.path, error)  # repr: a path can hold what steers a terminal
    return answer(503, *_in_two(error, "Try again in a moment."))


def _unforeseen(_request: Request, _error: Exception) -> Response:
    """The server logs the error itself. This answer is made outside of all layers: it brings its headers along."""
    told = "The server failed at this: a mistake of tocsin's."
    return answer(500, told, "Look whether it was done all the same; the server's log has the reason, please report it.", headers=HEADERS)
