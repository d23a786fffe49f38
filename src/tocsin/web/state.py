"""What the server works with, put together once by ``create_app``."""

from __future__ import annotations

import datetime as dt
import logging
import secrets
import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Annotated, Protocol

from fastapi import Depends, Request

from tocsin.errors import TocsinError
from tocsin.records import PlaceValue, Reading
from tocsin.store import Store
from tocsin.store.incidents.records import Party
from tocsin.store.incidents.views import IncidentViews

COMPARED_AT_ONCE = 2
"""Passwords: each takes a tenth of a second and 64 MB, and the others who use the desk go on."""

LOG_INS_AT_ONCE = 8
"""Log-ins that are compared or wait for it. Each holds one of the server's forty threads too."""

READ_AT_ONCE = 8
"""Reports that are read or wait for it. Each holds one of the server's forty threads, and the others who use the desk go on."""

_LOG = logging.getLogger("tocsin.web")


@dataclass(frozen=True, slots=True)
class Pasted:
    """A report as it was pasted or opened. ``source`` tells where it came from and makes its id."""

    text: str
    is_html: bool
    source: str
    published: dt.date | None = None
    title: str | None = None
    publisher: str | None = None


class ReadsReports(Protocol):
    """What reads a pasted report: the reader and the resolver behind one call. It must be safe to call from several threads."""

    def __call__(self, pasted: Pasted) -> Reading:
        """The report with its events.

        Raises:
            InputError: nothing can be read out of it.
        """
        ...


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """An entry of the gazetteer: its value as it goes into a correction, the first-level division that it lies in, and its population."""

    value: PlaceValue
    division: str | None
    population: int | None


class FindsPlaces(Protocol):
    """What looks places up by name: the gazetteer behind one call. It must be safe to call from several threads."""

    def __call__(self, name: str, country: str | None, limit: int) -> Sequence[FoundPlace]:
        """The places that bear the name or one that begins so, the likeliest first; those of a country alone where one is given.

        Raises:
            GazetteerError: there is no gazetteer, or it is broken.
        """
        ...


class FindsSpellings(Protocol):
    """What tells all spellings of a name: the comparison of names behind one call. It must be safe to call from several threads."""

    def __call__(self, words: str, parties: frozenset[Party]) -> Collection[Party]:
        """Those of the actors and recipients who bear the name that somebody wrote, however it is spelled."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """The database and what else the server works with: what reads a pasted report, what brings incidents up to date with new documents,
    what finds places, and what tells the spellings of a name. Of these each may be ``None``: nothing does then.
    """

    store: Store
    views: IncidentViews
    read: ReadsReports | None = None
    update: Callable[[Store], None] | None = None
    places: FindsPlaces | None = None
    spellings: FindsSpellings | None = None
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    """Signs the tokens against forged requests; a new one each start."""
    boot: str = field(default_factory=lambda: secrets.token_hex(4))
    """Tells this start of the server from others."""
    version: str = field(default_factory=lambda: version("tocsin"))
    """Of tocsin."""
    changing: threading.Lock = field(default_factory=threading.Lock, repr=False)
    """Held while incidents are brought up to date: one after the other is faster than two that wait for each other in the database."""

    waiting: threading.Lock = field(default_factory=threading.Lock, repr=False)
    """Held by who is the next to bring them up to date."""

    logging_in: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(LOG_INS_AT_ONCE), repr=False)
    """Held while somebody logs in or waits for it."""

    comparing: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(COMPARED_AT_ONCE), repr=False)
    """Held while a password is compared."""

    reading: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(READ_AT_ONCE), repr=False)
    """Held while a report is read or waits for it."""

    def bring_up_to_date(self) -> None:
        """Have the incidents follow what was just stored or decided. What fails is logged, and done with the next change: that is stored."""
        with self.changing:
            self._update()

    def follow(self) -> None:
        """The same after an answer was sent, unless somebody is to begin with it anyway, who then sees this change too."""
        if not self.waiting.acquire(blocking=False):
            return
        with self.changing:
            self.waiting.release()
            self._update()

    def _update(self) -> None:
        try:
            if self.update is not None:
                self.update(self.store)
        except TocsinError as error:
            _LOG.error("incidents do not follow yet: %s", error)


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


DeskHere = Annotated[Desk, Depends(_desk)]
