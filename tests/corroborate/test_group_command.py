"""``tocsin group``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from benchmarks import stand_in
from tests.corroborate.reports import ORIGINAL
from tocsin.cli import app, loading

ROWS = [
    {"id": "b", "text": ORIGINAL, "published": "2021-03-02"},
    {"id": "c", "text": "Nothing happened in Orlo.", "published": "2021-03-01"},
    {"id": "a", "text": f"TAMSA (AFP) - {ORIGINAL}", "published": "2021-03-01"},
]
LINES = [
    {"id": "b", "copy_group": "a", "cluster": "a"},
    {"id": "c", "copy_group": "c", "cluster": "c"},
    {"id": "a", "copy_group": "a", "cluster": "a"},
]


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return path


def group(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["group", *map(str, arguments)], env={"COLUMNS": "100", "NO_COLOR": "1"})


def lines(text: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_line_a_document_in_input_order(inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "groups.jsonl"
    done = group(inputs, "--texts-only", "--out", out)
    assert (done.exit_code, done.stdout) == (0, "")
    assert lines(out.read_text(encoding="utf-8")) == LINES
    assert done.stderr.splitlines()[1:] == ["read 3: 2 texts, 2 happenings"]


def test_with_events_and_to_standard_output(inputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "load_reader", stand_in.load_reader)
    monkeypatch.setattr(loading, "load_resolver", stand_in.load_resolver)
    done = group(inputs)
    assert done.exit_code == 0
    assert lines(done.stdout) == LINES


def test_what_cannot_be_read_is_told_and_the_rest_is_grouped(inputs: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = group(inputs, tmp_path / "empty.txt", "--texts-only")
    assert done.exit_code == 1
    assert len(lines(done.stdout)) == 3
    assert "refused 1 (empty 1): 2 texts" in done.stderr


def test_an_input_that_is_not_there(tmp_path: Path) -> None:
    done = group(tmp_path / "none.jsonl", "--texts-only")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
