"""``tocsin times``, ``tocsin counts`` and ``tocsin entities``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Command

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


def test_entities(tocsin: Command, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    done = tocsin("entities", tmp_path / "report.txt", "--published", "2021-03-10", "--out", tmp_path / "entities.jsonl")
    told = json.loads((tmp_path / "entities.jsonl").read_text(encoding="utf-8"))
    assert (done.exit_code, done.stdout, told["published"]) == (0, "", "2021-03-10")
    assert all(REPORT[one["start"] : one["end"]] == one["text"] for one in told["entities"])
    assert {(one["role"], one["text"]) for one in told["entities"]} >= {("actor", "Police"), ("recipient", "3 villagers")}
    keys = ["start", "end", "text", "role", "mention", "name", "country", "sectors", "identity", "private"]
    assert all(list(one) == keys for one in told["entities"])
    assert done.stderr.splitlines()[-1] == f"read 1: {len(told['entities'])} entities"


def test_one_of_a_kind_is_told_without_an_s(tocsin: Command) -> None:
    text = b"Police arrested 50 people on Sunday."
    assert tocsin("counts", "-", stdin=text).stderr.splitlines()[-1] == "read 1: 1 count"
    assert tocsin("times", "-", stdin=text).stderr.splitlines()[-1] == "read 1: 1 time"
    assert tocsin("entities", "-", stdin=b"Police arrested nobody.").stderr.splitlines()[-1].endswith((": 1 entity", ": 2 entities"))
    assert tocsin("group", "-", "--texts-only", stdin=text).stderr.splitlines()[-1] == "read 1: 1 text, 1 happening"


@pytest.mark.parametrize(
    ("option", "given", "said"),
    [
        ("--threshold", "2", "a number from 0 to 1"),
        ("--threshold", "high", "a number from 0 to 1"),
        ("--threads", "-1", "a number of 0 or more"),
    ],
)
def test_a_number_out_of_range_is_told_with_the_range(tocsin: Command, option: str, given: str, said: str) -> None:
    wrong = tocsin("code", "-", option, given, stdin=b"Police arrested 5 people.")
    assert wrong.exit_code == 2
    assert f"Invalid value for '{option}': it takes {said}" in " ".join(wrong.stderr.replace("│", " ").split())
