from __future__ import annotations

import subprocess
import sys

import pytest

import tocsin.export

HEAVY = ("alembic", "lxml", "numpy", "onnxruntime", "arro3", "pandas", "polars", "pg8000", "sqlalchemy")


@pytest.mark.parametrize(("room", "may"), [("export", ()), ("store", ("sqlalchemy",))])
def test_what_a_room_loads(room: str, may: tuple[str, ...]) -> None:
    code = f"import sys, tocsin.{room}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {module for module in HEAVY if module in loaded} - set(may)


def test_the_public_face() -> None:
    assert sorted(tocsin.export.__all__) == [
        *("COLUMNS", "Export", "FORMATS", "Placed", "event_rows", "from_codebook", "mask", "to_codebook", "whole_file"),
        *("with_incidents", "with_keys", "write"),
    ]
