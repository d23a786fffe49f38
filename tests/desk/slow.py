"""A slow network and a clock that stands, as a test decides: requests wait until they are let go, and nothing leaves by itself."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import datetime, timedelta

from playwright.sync_api import BrowserContext, Error, Page, Request, Route


def stop_clock(page: Page) -> None:
    """The page's time stands from now on: its notes stay however slow the test is, until ``page.clock.run_for`` lets time pass."""
    page.clock.pause_at(datetime.now().astimezone() + timedelta(days=1))  # ahead of the page's own time, which a pause cannot put back


class Slow:
    """Holds the requests of one method whose address fits a pattern, from the moment it is made."""

    def __init__(self, of: Page | BrowserContext, pattern: str, method: str = "GET") -> None:
        self.pattern, self.method = re.compile(pattern), method
        self._waiting: list[Route] = []
        self._open = False
        of.route(self.pattern, self._meet)

    def fits(self, request: Request) -> bool:
        """Whether a request is one of those, for ``page.expect_request``."""
        return request.method == self.method and self.pattern.search(request.url) is not None

    def let_go(self) -> None:
        """Those that wait and all that come go on, the oldest first."""
        self._open = True
        for route in self._taken():
            with suppress(Error):  # the page has given it up
                route.continue_()

    def refuse(self, error: str) -> None:
        """Those that wait are refused as the server would refuse them; all that come go on."""
        self._open = True
        for route in self._taken():
            route.fulfill(status=503, content_type="application/json", body=json.dumps({"error": error, "way_out": "Try again."}))

    def _taken(self) -> list[Route]:
        taken, self._waiting = self._waiting, []
        return taken

    def _meet(self, route: Route) -> None:
        if self._open or not self.fits(route.request):
            route.fallback()
        else:
            self._waiting.append(route)
