"""What the pages show is what the commands print: those of the session are run with the shipped reader and all the world's places."""

from __future__ import annotations

import shutil
from difflib import SequenceMatcher
from pathlib import Path

from tools.renew_pages import ROOT, SESSIONS, sessions

ALIKE = 0.9
"""Lines that must stand there as they are printed. Not all: by another processor's arithmetic a mention more is found in 97, and a score is another."""


def test_the_pages_show_what_the_commands_print(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    renewed = sessions(tmp_path, accepted=(0, 1))  # 1: refused, as where an id is another one by another processor's arithmetic
    for name in SESSIONS:
        shown, printed = ((ROOT / name).read_text(encoding="utf-8").splitlines(), renewed[name].splitlines())
        alike = SequenceMatcher(None, shown, printed, autojunk=False).ratio()
        assert alike >= ALIKE, f"{name} shows something else; run: python tools/renew_pages.py"
