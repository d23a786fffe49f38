"""How soon the desk shows something in a browser: ``python -m benchmarks.desk_paint``.

::

    python -m benchmarks.desk_paint                       with 1,000 and with 100,000 incidents, made once and kept under .bench
    python -m benchmarks.desk_paint --incidents 5000
    python -m benchmarks.desk_paint --check               exit code 1 where one of the medians is over a second

The server is ``tocsin serve`` in a process of its own, the browser headless Chromium on the same machine with an empty cache for each look.
*Paint* is the browser's own first contentful paint; *content* is the frame in which what was come for is there: the first incident of
the list, the points of the map, the marked words of a document. A pasted report is timed from the click on "Read it" to the frame with its
events. Medians of five, after one look that is not counted: the server has its incidents in memory and its model loaded by then.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.desk_data import make
from benchmarks.machine import ROOT, commit, cores, processor

PROMISED = 1_000.0
"""Milliseconds within which there is something to see, and a pasted report's events."""

LOOKS = 5
WORDS = 300
"""Of the report that is pasted."""

_WATCH = """(selector) => {
  const seen = new MutationObserver(look);
  function look() {
    if (!document.querySelector(selector)) return;
    seen.disconnect();
    requestAnimationFrame(() => { window.contentSeen = performance.now(); });
  }
  seen.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-label'] });
}"""
_PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
_CLICKED = """() => addEventListener('click', () => { window.clickedAt = performance.now(); }, { capture: true, once: true })"""


@dataclass(frozen=True, slots=True)
class Look:
    """How long a page took until there was something to see and until what it is about was there: milliseconds, medians."""

    page: str
    incidents: int
    paint: float
    content: float


@dataclass(frozen=True, slots=True)
class Paints:
    """What was measured, and on what."""

    machine: str
    cores: int
    commit: str
    browser: str
    looks: tuple[Look, ...]
    pasted: float
    """Milliseconds from the click to the events of a pasted report of 300 words, median."""

    @property
    def slowest(self) -> float:
        """The greatest of the medians that are promised to be below a second."""
        return max(self.pasted, *(look.paint for look in self.looks))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write down; 1 where a check failed."""
    asked = _parser().parse_args(arguments)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        databases = {count: _database(count, asked.folder) for count in asked.incidents}
        looks: list[Look] = []
        pasted = 0.0
        for count, database in databases.items():
            with _serving(database) as address:
                pasted = _pasted(browser, address)  # first: it waits until the model is loaded
                looks += [_look(browser, address, name, count, path, selector) for name, path, selector in _pages()]
        paints = Paints(processor(), cores(), commit(), browser.version, tuple(looks), pasted)
        browser.close()
    print(f"{paints.machine}, {paints.cores} cores, Chromium {paints.browser}, commit {paints.commit}")
    for look in paints.looks:
        print(f"  {look.page:10} {look.incidents:>8,} incidents   paint {look.paint:6.0f} ms   content {look.content:6.0f} ms")
    print(f"  a pasted report of {WORDS} words: events after {paints.pasted:.0f} ms")
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(json.dumps(asdict(paints), indent=1) + "\n", encoding="utf-8")
    return int(asked.check and paints.slowest > PROMISED)


def _pages() -> tuple[tuple[str, str, str], ...]:
    """Each page's name, its path, and what is there once it shows what it is about."""
    document = quote("made/1", safe="")  # a report of the first incident
    map_drawn = 'canvas[aria-label^="Map of "]:not([aria-label="Map of incidents"])'
    return (
        ("list", "/", ".list li"),
        ("map", "/", map_drawn),
        ("document", f"/documents/{document}", ".block .band"),
    )


def _look(browser: Browser, address: str, name: str, count: int, path: str, selector: str) -> Look:
    paints: list[float] = []
    contents: list[float] = []
    for number in range(LOOKS + 1):
        with _page(browser) as page:
            page.add_init_script(f"({_WATCH})({json.dumps(selector)})")
            page.goto(address + path)
            page.wait_for_function("() => window.contentSeen")
            if number:  # the first look is not counted
                paints.append(float(page.evaluate(_PAINTED)))
                contents.append(float(page.evaluate("() => window.contentSeen")))
    return Look(name, count, round(median(paints), 1), round(median(contents), 1))


def _pasted(browser: Browser, address: str) -> float:
    """Another stretch of a report each time, so that nothing is remembered."""
    reports = [(ROOT / "examples" / "reports" / f"{name}.txt").read_text(encoding="utf-8") for name in ("rights-group", "pasted", "wire")]
    words = "\n\n".join(reports).split(" ")
    took: list[float] = []
    for number in range(LOOKS + 1):
        with _page(browser) as page:
            page.goto(f"{address}/read")
            page.get_by_label("Report, as plain text").fill(" ".join(words[10 * number : 10 * number + WORDS]))
            page.evaluate(_CLICKED)
            page.evaluate(_WATCH, "aside [data-card]")
            page.get_by_role("button", name="Read it").click()
            page.wait_for_function("() => window.contentSeen")
            if number:
                took.append(float(page.evaluate("() => window.contentSeen - window.clickedAt")))
    return round(median(took), 1)


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(120_000)
    try:
        yield context.new_page()
    finally:
        context.close()


@contextmanager
def _serving(database: Path) -> Iterator[str]:
    command = [sys.executable, "-u", "-m", "tocsin", "serve", "--db", str(database), "--port", "0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ | {"NO_COLOR": "1"})  # noqa: S603  # our own command
    try:
        assert server.stderr is not None
        line = next((line for line in server.stderr if "http://" in line), "")
        assert line, "the server did not start"
        yield "http://" + line.split("http://")[1].split()[0].rstrip("/")
    finally:
        server.terminate()
        server.wait(20)


def _database(count: int, folder: Path) -> Path:
    """The made-up database, made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / f"desk-{count}.db"
    if not made.exists():
        unfinished = made.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        make(unfinished, count)
        unfinished.replace(made)
    return made


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.desk_paint", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--incidents", type=int, nargs="+", default=[1_000, 100_000], metavar="N")
    parser.add_argument("--folder", type=Path, default=Path(".bench"), help="where the databases are made")
    parser.add_argument("--out", type=Path, default=Path(".bench/desk_paint.json"), metavar="FILE")
    parser.add_argument("--check", action="store_true", help=f"end with 1 if a median is over {PROMISED:g} ms")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
