"""Take the pictures of the desk anew: ``python tools/pictures.py``.

::

    python tools/pictures.py                            those that docs/desk.md and README.md show, into docs/pictures
    python tools/pictures.py --all --to .bench/pictures each view in each look, to be looked at
    python tools/pictures.py --view review --look dark  some of them

The desk that is shown is the real one: reports of examples/ as tocsin's own reader reads them, and people who code two of them. It needs what
``make test`` installs, the built pages and Chromium (that of the machine, else Playwright's).
"""
# ruff: noqa: INP001, T201  # a script that prints; tools/ is no package

from __future__ import annotations

import argparse
import base64
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tocsin.review import Edit
from tocsin.store import Store

ROOT = Path(__file__).parent.parent
PASSWORD = "a bell on the hill"  # noqa: S105  # of accounts that live as long as this script runs
LARGEST = 150_000
"""Bytes of a picture that is shown in the documentation."""


@dataclass(frozen=True, slots=True)
class Look:
    """A screen: its size in CSS pixels, its colours, and how many device pixels a CSS pixel has."""

    width: int
    height: int
    colors: str
    scale: float


LOOKS = {
    "light": Look(1280, 800, "light", 1.25),
    "dark": Look(1280, 800, "dark", 1.25),
    "phone": Look(360, 740, "light", 2),
    "phone-dark": Look(360, 740, "dark", 2),
}


@dataclass(frozen=True, slots=True)
class View:
    """A page of the desk, what is done on it before it is taken, and the looks in which the documentation shows it."""

    path: str
    act: Callable[[Page], None] | None = None
    shown: tuple[str, ...] = ()
    user: str | None = None


def main(arguments: Sequence[str] | None = None) -> int:
    """Take what was asked for; 1 where a picture for the documentation is too large."""
    asked = _parser().parse_args(arguments)
    wanted = [
        (name, look)
        for name, view in VIEWS.items()
        for look in LOOKS
        if (asked.all or look in view.shown or asked.view or asked.look)
        and (not asked.view or name in asked.view)
        and (not asked.look or look in asked.look)
    ]
    asked.to.mkdir(parents=True, exist_ok=True)
    too_large = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        alone, shared = Path(folder) / "events.db", Path(folder) / "newsroom.db"
        _read_examples(alone)
        shared.write_bytes(alone.read_bytes())
        _let_people_code(shared)
        expect.set_options(timeout=120_000)  # a busy machine is slow, not wrong
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        with _serving(alone) as open_desk, _serving(shared) as closed_desk:
            for name, look in wanted:
                view = VIEWS[name]
                address = open_desk if view.user is None else closed_desk
                file = asked.to / f"{name}{'' if look == 'light' else f'-{look}'}.webp"
                file.write_bytes(_taken(browser, address, view, LOOKS[look]))
                size = file.stat().st_size
                too_large += size > LARGEST and look in view.shown
                print(f"{file} {size:,} bytes{' (too large)' if size > LARGEST else ''}", flush=True)
        browser.close()
    return int(too_large > 0)


def _read_examples(database: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "tocsin",
        "code",
        str(ROOT / "examples/incidents"),
        str(ROOT / "examples/reports"),
        "--db",
        str(database),
    ]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # our own command


def _let_people_code(database: Path) -> None:
    """Three accounts; two code two reports, differ on one, and hand in; a third report waits."""
    with Store.open(database, create=False) as store:
        for name, role in (("vera", "adjudicator"), ("lena", "coder"), ("omar", "coder")):
            store.add_user(name, PASSWORD, role)  # type: ignore[arg-type]  # roles by their names
        names = [row.id for row in store.documents() if not row.skipped]
        given = store.assign([names[0], names[-1], names[1]], ["lena", "omar"], "vera")
        for assignment in given:
            if assignment.document_id == names[1]:
                continue
            seen = store.review(assignment.document_id, viewer=assignment.coder)
            first = seen.machine.mentions[0]
            kind = {"lena": "SANCTION", "omar": "COERCE"}[assignment.coder]
            if first.type != kind:
                store.correct(assignment.document_id, seen.revision, Edit("change", first.id, "type", kind), assignment.coder)
            store.hand_in(assignment.key, assignment.coder)


@contextmanager
def _serving(database: Path) -> Iterator[str]:
    command = [sys.executable, "-u", "-m", "tocsin", "serve", "--db", str(database), "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)  # noqa: S603  # our own command
    try:
        line = next((line for line in server.stdout or () if "http://" in line), None)
        if line is None:
            raise SystemExit("the server did not start: run `tocsin serve` by hand to see why")
        yield "http://" + line.split("http://")[1].split()[0].rstrip("/")
    finally:
        server.terminate()
        server.wait(20)


def _taken(browser: Browser, address: str, view: View, look: Look) -> bytes:
    size = {"width": look.width, "height": look.height}
    dark = look.colors == "dark"
    context = browser.new_context(viewport=size, color_scheme="dark" if dark else "light", device_scale_factor=look.scale, locale="en-GB")  # type: ignore[arg-type]  # a size is a size
    context.set_default_timeout(120_000)
    page = context.new_page()
    if view.user:
        page.goto(f"{address}/login?back=/about")
        page.get_by_label("Name", exact=True).fill(view.user)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.wait_for_url(f"{address}/about")
    page.goto(address + view.path)
    page.wait_for_load_state("networkidle")
    if view.act:
        view.act(page)
        page.wait_for_load_state("networkidle")
    page.wait_for_timeout(600)  # the finer outlines of the map, and what moves gently
    taken = context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": 80})
    context.close()
    return base64.b64decode(taken["data"])


# ---- what is done on a page before it is taken


def _arrests_in_mombasa(page: Page) -> None:
    page.get_by_role("region", name="List of incidents").get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="Numbers, by who gives them")).to_be_visible()


def _an_event_in_hand(page: Page) -> None:
    page.keyboard.press("j")
    expect(page.locator(".block .band.lit").first).to_be_visible()


def _a_place_is_looked_for(page: Page) -> None:
    expect(page.get_by_role("button", name="Accept")).to_be_enabled()
    page.keyboard.press("p")
    field = page.get_by_label("Name", exact=True)
    field.fill("Mombas")
    expect(page.get_by_role("listbox", name="Name: places").get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")


def _ready(page: Page) -> None:
    expect(page.get_by_role("button", name="Accept")).to_be_enabled()


def _keys(page: Page) -> None:
    _ready(page)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()


def _queue(page: Page) -> None:
    _ready(page)
    page.keyboard.press("q")
    expect(page.get_by_role("dialog")).to_be_visible()


def _a_report_is_pasted(page: Page) -> None:
    page.get_by_label("Report, as plain text").fill((ROOT / "examples/reports/wire.txt").read_text(encoding="utf-8"))
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".block .band").first).to_be_visible()


def _the_first_that_differs(page: Page) -> None:
    page.get_by_role("link", name="Adjudicate").first.click()
    expect(page.get_by_role("region", name="Differences")).to_be_visible()


def _filters(page: Page) -> None:
    button = page.get_by_role("button", name="Filters")
    if button.is_visible():
        button.click()


BOTH = ("light", "dark")
WIRE = "/review?document=" + "agency"
VIEWS: dict[str, View] = {
    "incidents": View("/", shown=(*BOTH, "phone")),
    "filters": View("/?type=PROTEST&type=COERCE&from=2021-01-01", _filters),
    "none-found": View("/?q=zeppelin"),
    "incident": View("/?country=KEN&type=COERCE&place=Mombasa&sort=-articles", _arrests_in_mombasa, shown=BOTH),
    "document": View("/documents/agency", _an_event_in_hand, shown=(*BOTH, "phone")),
    "documents": View("/documents"),
    "charts": View("/charts", shown=BOTH),
    "review": View(WIRE, _ready, shown=(*BOTH, "phone")),
    "review-place": View(WIRE, _a_place_is_looked_for, shown=("light",)),
    "review-queue": View("/review", _queue),
    "review-keys": View("/review", _keys),
    "read": View("/read", _a_report_is_pasted, shown=("light",)),
    "read-empty": View("/read"),
    "about": View("/about"),
    "missing": View("/nowhere"),
    "no-accounts": View("/review/coding"),
    "login": View("/login"),
    "coding": View("/review/coding", user="vera"),
    "agreement": View("/review/agreement", user="vera", shown=("light",)),
    "adjudication": View("/review/coding", _the_first_that_differs, user="vera", shown=("light",)),
}
"""By the file's name. What has no looks of its own is taken with ``--all``."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python tools/pictures.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "pictures", metavar="FOLDER")
    parser.add_argument("--all", action="store_true", help="each view in each look, not those of the documentation alone")
    parser.add_argument("--view", action="append", choices=VIEWS, metavar="NAME", help=f"one of {', '.join(VIEWS)}")
    parser.add_argument("--look", action="append", choices=LOOKS, metavar="NAME", help=f"one of {', '.join(LOOKS)}")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
