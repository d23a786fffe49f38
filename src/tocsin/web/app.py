"""The desk's application: the API under ``/api/v1`` and the page at every other path."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.gzip import GZipMiddleware

from tocsin.store import Store
from tocsin.store.incidents.views import IncidentViews
from tocsin.web.gate import BodyLimit, KnownHosts, SafeHeaders
from tocsin.web.kept import LEVEL, WORTH_PACKING
from tocsin.web.models.base import Problem
from tocsin.web.pages import BUILT, add_pages
from tocsin.web.problems import take_over
from tocsin.web.routes import charts, codebook, coding, documents, incidents, places, review, session
from tocsin.web.state import Desk, FindsPlaces, FindsSpellings, ReadsReports

PREFIX = "/api/v1"

_PROBLEMS: dict[int | str, str] = {
    400: "What was sent cannot be done",
    401: "Log in first",
    403: "Your role may not do this, or the token against forged requests is missing",
    404: "It is not there",
    413: "It is too large",
    422: "The request is not in the expected form",
    503: "The database or the reader cannot be used just now",
}


def create_app(
    store: Store,
    *,
    read: ReadsReports | None = None,
    update: Callable[[Store], None] | None = None,
    places: FindsPlaces | None = None,
    spellings: FindsSpellings | None = None,
    assets: Path = BUILT,
    hosts: Iterable[str] = (),
) -> FastAPI:
    """The application over a database.

    Args:
        store: the database; several threads use it at once.
        read: reads a pasted report; without it reports cannot be read.
        update: brings the incidents up to date after a decision or a new document; without it they follow when ``tocsin incidents update``
            is run.
        places: looks places up by name; without it they cannot be searched.
        spellings: tells the spellings of an actor's name; without it a filter finds the words alone as they are written.
        assets: the folder of the built page.
        hosts: names beside ``localhost`` and this machine's own under which the server may be asked.
    """
    app = described()
    app.state.desk = Desk(store, IncidentViews(store), read, update, places, spellings)
    add_pages(app, assets)
    take_over(app)
    app.add_middleware(GZipMiddleware, minimum_size=WORTH_PACKING, compresslevel=LEVEL)
    app.add_middleware(BodyLimit)
    app.add_middleware(KnownHosts, hosts=tuple(hosts))
    app.add_middleware(SafeHeaders)  # outermost: its headers are on refusals too
    return app


def described() -> FastAPI:
    """The API alone, with its description: what it works with comes later."""
    app = FastAPI(
        title="tocsin desk",
        version="1",
        description="Incidents, documents, review and charts over one database of tocsin. Changes need the header `X-CSRF-Token` of `/me`.",
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,  # their pages load scripts from elsewhere
        redoc_url=None,
        generate_unique_id_function=_name,
        redirect_slashes=False,
    )
    api = APIRouter(prefix=PREFIX, responses={status: {"model": Problem, "description": said} for status, said in _PROBLEMS.items()})
    for room in (session, incidents, documents, review, coding, charts, codebook, places):
        api.include_router(room.router)
    app.include_router(api)
    return app


def _name(route: APIRoute) -> str:
    """An operation's id: the function's name, which is its one."""
    return route.name
