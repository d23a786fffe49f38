"""On what a measurement was made: without it a speed says nothing."""

from __future__ import annotations

import os
import platform
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Machine:
    """Processor, cores that the process may use, Python, the checkout's commit (with ``+`` where files were changed) and the model."""

    processor: str
    cores: int
    python: str
    system: str
    commit: str
    model: str


def describe(model: str) -> Machine:
    """The machine and the checkout that this runs on, with the version of the model that is measured."""
    return Machine(processor(), cores(), platform.python_version(), platform.system(), commit(), model)


def processor() -> str:
    """The processor's name, as far as the system tells it."""
    listing = Path("/proc/cpuinfo")
    if listing.is_file():
        for line in listing.read_text(encoding="utf-8", errors="replace").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def commit() -> str:
    """The checkout's commit, short; ``unknown`` outside a checkout."""
    head = _git("rev-parse", "--short=10", "HEAD")
    return f"{head}{'+' if _git('status', '--porcelain', '--untracked-files=no') else ''}" if head else "unknown"


def _git(*words: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=False)  # noqa: S603, S607  # fixed words
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
