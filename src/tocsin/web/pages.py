"""The files of the page that people see: built from ``desk/`` when the package is built, never at run time."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse
from starlette.responses import Response

from tocsin.errors import SettingsError
from tocsin.web.problems import Refused, nothing

BUILT = Path(__file__).parent / "assets"
"""Where the package has them."""

HASHED = "static"
"""The folder of files whose name holds a hash of what is in them: ``assetsDir`` in ``desk/vite.config.ts``."""

FOREVER = "public, max-age=31536000, immutable"
"""For those files."""


def check_built(assets: Path) -> None:
    """See that the page was built.

    Raises:
        SettingsError: it was not.
    """
    if not (assets / "index.html").is_file():
        raise SettingsError(
            f"the desk's page is not built ({assets / 'index.html'} is not there); in a checkout build it with: make desk (needs Node 20), "
            "or install a wheel: pip install tocsin"
        )


def add_pages(app: FastAPI, assets: Path) -> None:
    """Serve the files under ``assets`` at their own paths, and the page at every other path outside of ``/api``: it has its own routes."""
    root = assets.resolve()

    @app.api_route("/{path:path}", methods=["GET", "HEAD"], include_in_schema=False, response_model=None)
    def page(path: str, request: Request) -> Response:
        if path == "api" or path.startswith("api/"):
            raise nothing("address", request.url.path)
        found = _file(root, path)
        if found is not None:
            hashed = found.is_relative_to(root / HASHED)
            return FileResponse(found, headers={"Cache-Control": FOREVER if hashed else "no-cache"})
        if path.startswith(f"{HASHED}/"):
            raise nothing("file", request.url.path)
        if not (root / "index.html").is_file():
            raise Refused(503, "The desk's page is not built; the API works.", "Build it with: make desk (needs Node 20).")
        return FileResponse(root / "index.html", headers={"Cache-Control": "no-cache"})


def _file(root: Path, path: str) -> Path | None:
    """The file at ``path``, if it lies under ``root``."""
    try:
        found = (root / path).resolve()
        return found if found.is_file() and found.is_relative_to(root) else None
    except (OSError, ValueError):  # too long, or with a NUL
        return None
