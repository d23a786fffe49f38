"""The command line with the stand-in reader, in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from typer.testing import CliRunner, Result

from benchmarks import stand_in
from tocsin.cli import app, loading

ROOT = Path(__file__).parents[2]

REPORT = """Police arrest dozens in Almaty

Police arrested 50 demonstrators in Almaty on Sunday, the interior ministry said.

Gunmen reportedly killed 3 villagers in Shymkent on Friday.
"""

Command = Callable[..., Result]


class Process(Protocol):
    """Starts ``tocsin`` with the stand-in reader in a process of its own."""

    def __call__(self, *arguments: str, **options: object) -> subprocess.Popen[str]: ...


@pytest.fixture
def tocsin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Runs a command in this process, at 100 columns and without colours."""
    monkeypatch.setattr(loading, "load_reader", stand_in.load_reader)
    monkeypatch.setattr(loading, "load_resolver", stand_in.load_resolver)
    for name, value in {"TOCSIN_CACHE_DIR": str(tmp_path / "cache"), "COLUMNS": "100", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)

    def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)

    return run


@pytest.fixture
def process() -> Process:
    """Starts a command in a process of its own, as a shell would."""

    def start(*arguments: str, **options: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "benchmarks.stand_in", *arguments]
        given: dict[str, object] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "cwd": ROOT} | options
        environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100"}
        return subprocess.Popen(command, env=environment, **given)  # type: ignore[call-overload, no-any-return]

    return start


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report of two events in a file."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def database(tocsin: Command, report: Path, tmp_path: Path) -> Path:
    """A database that holds the report."""
    path = tmp_path / "events.db"
    assert tocsin("code", report, "--db", path, "--published", "2021-02-28").exit_code == 0
    return path
