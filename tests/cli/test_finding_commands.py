"""``tocsin times`` and ``tocsin counts``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

TEXT = "Around 50 people were arrested in Orvel on Sunday. 😀 Another 12 were held on 5 March."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_times(tocsin: Command, report: Path) -> None:
    done = tocsin("times", report, "--published", "2021-03-10")
    told = json.loads(done.stdout)
    assert (done.exit_code, told["published"]) == (0, "2021-03-10")
    assert [(t["text"], t["first"], t["precision"], t["method"]) for t in told["times"]] == [
        ("Sunday", "2021-03-07", "day", "relative"),
        ("5 March", "2021-03-05", "day", "relative"),
    ]
    assert all(TEXT[t["start"] : t["end"]] == t["text"] for t in told["times"])
    assert done.stderr.splitlines()[-1] == "read 1: 2 times"


def test_times_without_a_date_stay_unknown(tocsin: Command, report: Path) -> None:
    times = json.loads(tocsin("times", report).stdout)["times"]
    assert {(t["first"], t["precision"]) for t in times} == {(None, "unknown")}


def test_counts(tocsin: Command, report: Path, tmp_path: Path) -> None:
    done = tocsin("counts", report, "--out", tmp_path / "counts.jsonl")
    told = json.loads((tmp_path / "counts.jsonl").read_text(encoding="utf-8"))
    assert (done.exit_code, done.stdout) == (0, "")
    assert [(c["text"], c["of"], c["low"], c["high"], c["best"], c["role"]) for c in told["counts"]] == [
        ("Around 50", "arrested", 45, 55, 50, "plain"),
        ("Another 12", "arrested", 12, 12, 12, "increment"),
    ]
    assert all(TEXT[c["start"] : c["end"]] == c["text"] for c in told["counts"])


def test_rules_of_one_s_own(tocsin: Command, report: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(tocsin("counts", "--print-rules").stdout.replace("around = [0.9, 1.1]", "around = [0.5, 1.5]"), encoding="utf-8")
    told = json.loads(tocsin("counts", report, "--rules", rules).stdout)
    assert (told["counts"][0]["low"], told["counts"][0]["high"]) == (25, 75)


@pytest.mark.parametrize(("text", "told"), [("aruond = [1, 1]", "did you mean around?"), ("odd = 'x'", "whole number")])
def test_rules_that_cannot_be(tocsin: Command, report: Path, tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "rules.toml").write_text(text, encoding="utf-8")
    done = tocsin("counts", report, "--rules", tmp_path / "rules.toml")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert told in done.stderr


def test_counts_needs_an_input(tocsin: Command) -> None:
    done = tocsin("counts")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
