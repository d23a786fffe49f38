from __future__ import annotations

import json
import signal
import time
from pathlib import Path

import pytest

from benchmarks.generate import reports
from tests.cli.conftest import REPORT, Command, Process
from tocsin.store import Store


def test_a_report_is_shown_as_a_table_that_tells_everything(tocsin: Command, report: Path) -> None:
    shown = tocsin("code", report, "--published", "2021-02-28")
    assert shown.exit_code == 0
    for words in ("published 2021-02-28 (given)", "Police → 50 demonstrators", "50 arrested", "according to the interior ministry"):
        assert words in " ".join(shown.stdout.split())
    header, *rows = shown.stdout[shown.stdout.index("when ") :].splitlines()
    kinds = [row[header.index("what") :][:12].strip() for row in rows]
    assert [kind for kind in kinds if kind] == ["COERCE", "arrest", "ASSAULT", "firearms", "hedged"]
    assert "Gunmen reportedly ‹killed› 3 villagers" in shown.stdout
    assert shown.stderr == "read 1: 2 events\n"


def test_a_table_fits_its_terminal(tocsin: Command, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    shown = tocsin("code", report)
    assert max(map(len, shown.stdout.splitlines())) <= 60


def test_standard_input_is_read(tocsin: Command) -> None:
    shown = tocsin("code", "-", stdin=REPORT.encode())
    assert shown.exit_code == 0
    assert "COERCE" in shown.stdout
    assert "standard input · no publication date" in shown.stdout
    rows = tocsin("code", "-", stdin=json.dumps({"text": "Gunmen killed 3 people.", "date": "2021-02-28"}).encode())
    assert "standard input, row 1 · published 2021-02-28 (given)" in rows.stdout


def test_with_a_database_nothing_is_shown_but_the_last_line(tocsin: Command, report: Path, tmp_path: Path) -> None:
    shown = tocsin("code", report, "--db", tmp_path / "events.db")
    assert (shown.stdout, shown.stderr) == ("", "read 1: 2 events\n")


def test_the_same_again_changes_nothing(tocsin: Command, report: Path, database: Path) -> None:
    with Store.open(database) as store:
        before = store.digest()
    again = tocsin("code", report, "--db", database, "--published", "2021-02-28")
    assert again.stderr == "read 0, already there 1: no new events\n"
    with Store.open(database) as store:
        assert store.digest() == before


def test_what_the_database_holds_is_shown_as_if_it_were_new(
    tocsin: Command, report: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(report.parent)
    new = tocsin("code", report.name, "--published", "2021-02-28", "--format", "codebook")
    held = tocsin("code", report.name, "--published", "2021-02-28", "--format", "codebook", "--db", database)
    assert held.stdout == new.stdout
    assert held.stderr.startswith("read 0, already there 1")


def test_codebook_lines_stand_in_input_order(tocsin: Command, tmp_path: Path) -> None:
    given = list(reports(40))
    inputs, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    inputs.write_text("".join(json.dumps(one) + "\n" for one in given), encoding="utf-8")
    assert tocsin("code", inputs, "--format", "codebook", "--out", out).exit_code == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [(line["id"], line["text"]) for line in lines] == [(one["id"], one["text"]) for one in given]
    assert all({"text", "events"} <= line.keys() for line in lines)


def test_out_tells_the_format_by_its_ending(tocsin: Command, report: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    assert tocsin("code", report, "--out", out).exit_code == 0
    assert "COERCE" in out.read_text(encoding="utf-8")
    assert tocsin("code", report, "--out", tmp_path / "events.what").exit_code == 2


def test_a_table_can_go_to_a_file(tocsin: Command, report: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.txt"
    assert tocsin("code", report, "--format", "table", "--out", out).exit_code == 0
    assert "‹arrested›" in out.read_text(encoding="utf-8")


def test_a_text_in_another_language_is_kept_unread_and_the_exit_code_says_so(tocsin: Command, tmp_path: Path) -> None:
    text = "La policía detuvo a los manifestantes en la ciudad y el gobierno dijo que no había presos por sus ideas. " * 5
    (tmp_path / "es.txt").write_text(text, encoding="utf-8")
    kept = tocsin("code", tmp_path / "es.txt", "--db", tmp_path / "events.db")
    assert kept.exit_code == 1
    assert "kept unread 1 (not English (es) 1)" in kept.stderr
    assert tocsin("code", tmp_path / "es.txt", "--all-languages").exit_code == 0


def test_a_higher_threshold_is_another_reading(tocsin: Command, report: Path, database: Path) -> None:
    again = tocsin("code", report, "--db", database, "--published", "2021-02-28", "--threshold", "0.95")
    assert again.stderr == "read 1: no events\n"


def test_the_environment_sets_the_threshold(tocsin: Command, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_THRESHOLD", "0.95")
    assert tocsin("code", report).stderr == "read 1: no events\n"


@pytest.mark.parametrize(
    "arguments",
    [("--threshold", "2"), ("--published", "28 Feb"), ("--format", "acled"), ("--max-bytes", "0"), ("--threads", "-1"), ("--what",)],
)
def test_wrong_usage_is_told_with_exit_code_2(tocsin: Command, report: Path, arguments: tuple[str, ...]) -> None:
    wrong = tocsin("code", report, *arguments)
    assert wrong.exit_code == 2
    assert arguments[0] in wrong.stderr


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("TOCSIN_MAX_BYTES", "many", "is not a whole number; set it to one or unset it"),
        ("TOCSIN_THRESHOLD", "high", "is not a number; set it to one or unset it"),
        ("TOCSIN_MAX_BYTES", "0", "is out of its bounds; set it to 1 or more, or unset it"),
        ("TOCSIN_THREADS", "-1", "is out of its bounds; set it to 0 or more, or unset it"),
        ("TOCSIN_THRESHOLD", "2", "is out of its bounds; set it to a number from 0 to 1, or unset it"),
        ("TOCSIN_THRESHOLD", "nan", "is out of its bounds; set it to a number from 0 to 1, or unset it"),
    ],
)
def test_a_setting_that_cannot_be_is_one_line(
    tocsin: Command, report: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    monkeypatch.setenv(name, value)
    wrong = tocsin("code", report)
    assert (wrong.exit_code, wrong.stderr) == (2, f"tocsin: {name}='{value}' {told}\n")


def test_text_from_outside_is_shown_as_text(tocsin: Command, tmp_path: Path) -> None:
    hostile = "Police arrested 50 \x1b]0;owned\x07[bold red]people[/] \u202e:smile: in Almaty on Sunday.\n"
    (tmp_path / "report.txt").write_text(hostile, encoding="utf-8")
    shown = tocsin("code", tmp_path / "report.txt")
    assert "\x1b" not in shown.stdout
    assert "\u202e" not in shown.stdout
    assert "]0;owned" in shown.stdout
    assert "[bold red]people[/]" in shown.stdout
    assert ":smile:" in shown.stdout


def test_ctrl_c_keeps_what_is_stored(process: Process, tmp_path: Path) -> None:
    inputs, database = tmp_path / "in.jsonl", tmp_path / "events.db"
    inputs.write_text("".join(json.dumps(one) + "\n" for one in reports(3000)), encoding="utf-8")
    running = process("code", str(inputs), "--db", str(database))
    while not database.exists() or not _held(database):
        assert running.poll() is None
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=60)
    assert running.returncode == 130
    assert errors.splitlines()[-1] == "tocsin: stopped; what was stored stays"
    with Store.open(database) as store:
        assert not store.audit().problems


def test_a_reader_that_goes_away_is_no_error(process: Process, tmp_path: Path) -> None:
    inputs = tmp_path / "in.jsonl"
    inputs.write_text("".join(json.dumps(one) + "\n" for one in reports(2000)), encoding="utf-8")
    with process("code", str(inputs)) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.wait(60) == 141
        assert "Traceback" not in running.stderr.read()


def _held(database: Path) -> int:
    try:
        with Store.open(database, create=False) as store:
            return store.totals().documents
    except Exception:  # noqa: BLE001  # it is being made
        return 0


def test_a_date_that_is_none_is_told_with_the_form_it_takes(tocsin: Command, report: Path) -> None:
    done = tocsin("code", report, "--published", "28 Feb 2021")
    assert done.exit_code == 2
    assert "'28 Feb 2021' is no date; write YYYY-MM-DD" in " ".join(done.stderr.split())
