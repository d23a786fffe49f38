"""The real server over a real database, for a real browser."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tocsin.pipeline.incidents import bring_up_to_date
from tocsin.store import Store
from tocsin.web.app import create_app
from tocsin.web.server import listen
from tocsin.web.state import FindsPlaces, ReadsReports

NO_ADDRESS = re.compile(r"^nowhere:")
PASSWORDS = {"ada": ("adjudicator", "harbour and tower"), "ben": ("coder", "a field of barley"), "cyd": ("coder", "seven grey pigeons")}


@contextmanager
def serving(store: Store, read: ReadsReports | None = None, places: FindsPlaces | None = None) -> Iterator[str]:
    """The address of a server over ``store``, for as long as the block runs."""

    def update(changed: Store) -> None:
        bring_up_to_date(changed)

    app = create_app(store, read=read, update=update, places=places)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off", ws="none", access_log=False))

    def run() -> None:
        server.run(sockets=[listener])

    with closing(listen("127.0.0.1", 0)) as listener:
        host, port = listener.getsockname()[:2]
        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        try:
            yield f"http://{host}:{port}"
        finally:
            server.should_exit = True
            thread.join(timeout=20)


@dataclass(frozen=True, slots=True)
class Room:
    """A running desk and a browser to open it in. Every page is watched: a script error or a forbidden script fails the test."""

    address: str
    store: Store
    chromium: Browser
    troubles: list[str]

    def context(self, width: int = 1280, theme: str = "light") -> BrowserContext:
        """A browser of its own, as another person would have it."""
        dark = theme == "dark"
        context = self.chromium.new_context(viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light")
        context.set_default_timeout(120_000)  # a busy machine is slow, not wrong
        # A page that is open already learns late that its requests are to be held: under load, 3 of 160 next ones went through unseen, and none
        # of 120 on pages that had been born so.
        context.route(NO_ADDRESS, lambda route: route.fallback())
        return context

    def open(self, path: str, context: BrowserContext | None = None, width: int = 1280, theme: str = "light") -> Page:
        """A page of the desk."""
        page = (context or self.context(width, theme)).new_page()
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("console", lambda said: self.troubles.append(said.text) if "Content Security Policy" in said.text else None)
        page.goto(self.address + path)
        return page

    def people(self) -> None:
        """Three accounts: an adjudicator and two coders."""
        for name, (role, password) in PASSWORDS.items():
            self.store.add_user(name, password, role)  # type: ignore[arg-type]  # roles by their names

    def log_in(self, name: str, path: str = "/") -> Page:
        """A person's own browser, logged in, at a page."""
        page = self.open(f"/login?back={path}")
        page.get_by_label("Name", exact=True).fill(name)
        page.get_by_label("Password").fill(PASSWORDS[name][1])
        page.get_by_role("button", name="Log in").click()
        expect(page.get_by_role("heading", level=1, name="Log in")).to_have_count(0)  # the address changes before the page does
        expect(page).to_have_url(self.at(path))
        return page

    def at(self, path: str) -> re.Pattern[str]:
        """The address of a page; the incidents' page writes behind it where its map is."""
        return re.compile(re.escape(self.address + path) + r"(\?at=[^&]*)?$")


MakeRoom = Callable[..., Room]
