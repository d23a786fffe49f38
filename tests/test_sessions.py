"""What the pages show is what the commands print: those of the session are run with the shipped reader and all the world's places."""

from __future__ import annotations

import shutil
from pathlib import Path

from tools.renew_pages import ROOT, SESSIONS, sessions


def test_the_pages_show_what_the_commands_print(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    renewed = sessions(tmp_path)
    for name in SESSIONS:
        assert renewed[name] == (ROOT / name).read_text(encoding="utf-8"), f"{name} shows something else; run: python tools/renew_pages.py"
