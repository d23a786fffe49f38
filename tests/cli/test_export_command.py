from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import polars as pl
import pytest

from tests.cli.conftest import REPORT, Command


def test_codebook(tocsin: Command, database: Path, tmp_path: Path) -> None:
    assert tocsin("export", "--db", database, "--to", "codebook", tmp_path / "out.jsonl").exit_code == 0
    [line] = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["text"] == REPORT
    assert [event["type"] for event in json.loads(line)["events"]] == ["COERCE", "ASSAULT"]


def test_csv(tocsin: Command, database: Path, tmp_path: Path) -> None:
    done = tocsin("export", "--db", database, "--to", "csv", tmp_path / "out.csv")
    assert (done.exit_code, done.stderr) == (0, f"wrote {tmp_path / 'out.csv'}: 2 events, one a row, of 1 document\n")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["type"] for row in csv.DictReader(file)] == ["COERCE", "ASSAULT"]


def test_parquet(tocsin: Command, database: Path, tmp_path: Path) -> None:
    assert tocsin("export", "--db", database, "--to", "parquet", tmp_path / "out.parquet").exit_code == 0
    assert pl.read_parquet(tmp_path / "out.parquet")["type"].to_list() == ["COERCE", "ASSAULT"]


@pytest.mark.parametrize("form", ["codebook", "jsonl", "csv"])
def test_standard_output(tocsin: Command, database: Path, tmp_path: Path, form: str) -> None:
    tocsin("export", "--db", database, "--to", form, tmp_path / "out")
    printed = tocsin("export", "--db", database, "--to", form, "-")
    assert printed.exit_code == 0
    assert printed.stdout_bytes == (tmp_path / "out").read_bytes()


def test_parquet_does_not_go_to_standard_output(tocsin: Command, database: Path) -> None:
    assert tocsin("export", "--db", database, "--to", "parquet", "-").exit_code == 2


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("codebook", "1 document, one a line"),
        ("jsonl", "2 events, one a line, of 1 document"),
        ("parquet", "2 events, one a row, of 1 document"),
    ],
)
def test_what_was_written_is_told(tocsin: Command, database: Path, tmp_path: Path, form: str, told: str) -> None:
    assert tocsin("export", "--db", database, "--to", form, tmp_path / "out").stderr == f"wrote {tmp_path / 'out'}: {told}\n"
    if form != "parquet":
        assert not tocsin("export", "--db", database, "--to", form, "-").stderr


def test_a_format_that_does_not_exist(tocsin: Command, database: Path, tmp_path: Path) -> None:
    wrong = tocsin("export", "--db", database, "--to", "xlsx", tmp_path / "out.xlsx")
    told = " ".join(wrong.stderr.replace("│", " ").split())
    assert wrong.exit_code == 2
    assert "'--to': 'xlsx' is not one of 'codebook', 'jsonl', 'csv', 'parquet'." in told
    assert "Value error" not in told


def test_a_place_that_cannot_be_written(tocsin: Command, database: Path, tmp_path: Path) -> None:
    done = tocsin("export", "--db", database, "--to", "csv", tmp_path / "none" / "out.csv")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("tocsin: ")


def test_audit_finds_nothing_wrong(tocsin: Command, database: Path) -> None:
    done = tocsin("audit", "--db", database)
    assert done.exit_code == 0
    assert done.stdout.endswith("in 1 document: all is well\n")


def test_audit_tells_each_problem_and_ends_with_1(tocsin: Command, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE mentions SET trigger_text = 'hugged' WHERE id = 'e1'")
    done = tocsin("audit", "--db", database)
    assert done.exit_code == 1
    assert "hugged" in done.stdout
    assert done.stderr.endswith("in 1 document: 1 problem\n")


def test_a_public_export_says_what_it_does_not_withhold(tocsin: Command, database: Path, tmp_path: Path) -> None:
    done = tocsin("export", "--db", database, "--to", "codebook", "--public", tmp_path / "out.jsonl")
    assert "private names are withheld, other private details are not" in done.stderr.splitlines()[-1]
