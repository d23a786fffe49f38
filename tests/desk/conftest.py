"""One Chromium for all tests of the desk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.desk.busy import busy, half_year
from tests.desk.rooms import room
from tocsin.web.pages import BUILT

__all__ = ["busy", "chromium", "half_year", "room"]

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium where it has one, else Playwright's. In CI a missing one is a failure, elsewhere these tests are left out."""
    assert (BUILT / "index.html").is_file(), "the desk's pages are not built: pip install -e . builds them, or npm run build in desk/"
    expect.set_options(timeout=90_000)  # a busy machine is slow, not wrong
    with sync_playwright() as playwright:
        own = shutil.which("chromium")
        if own is None and not Path(playwright.chromium.executable_path).is_file() and os.environ.get("CI") != "true":
            pytest.skip("needs Chromium: apt-get install chromium, or playwright install chromium")
        browser = playwright.chromium.launch(executable_path=own, args=QUIET)
        yield browser
        browser.close()
