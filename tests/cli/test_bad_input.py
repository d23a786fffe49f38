"""Whatever is wrong with an input: one clear line, the right exit code, and nothing lost of what is right."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.generate import reports
from tests.cli.conftest import REPORT, Command
from tocsin.cli import loading
from tocsin.store import Store, connect


@dataclass(frozen=True, slots=True)
class Bad:
    """A bad input: how to make it, the reason that is told for it, and how many documents come out of it all the same."""

    make: Callable[[Path], Path]
    reason: str
    read: int = 0
    in_part: str = ""
    """How a document is read of which only a part is bad."""


def _large(folder: Path) -> Path:
    path = folder / "large.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)  # a file of holes: it takes no room
    return path


def _written(name: str, data: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def _dangling(folder: Path) -> Path:
    path = folder / "link.txt"
    path.symlink_to(folder / "gone.txt")
    return path


def _pipe(folder: Path) -> Path:
    path = folder / "pipe.txt"
    os.mkfifo(path)
    return path


def _broken_row(folder: Path) -> Path:
    path = folder / "rows.csv"
    path.write_text("id,text,date\na,Police arrested 5 people in Almaty.,2021-02-28\nb,too,many,cells\nc,A calm day.,2021-03-01\n", "utf-8")
    return path


def _bad_date(folder: Path) -> Path:
    path = folder / "rows.jsonl"
    path.write_text('{"id": "a", "text": "Police arrested 5 people in Almaty.", "date": "28th of Whenever"}\n', "utf-8")
    return path


BAD = {
    "larger than the limit": Bad(_large, "too large"),
    "a dangling link": Bad(_dangling, "unreadable"),
    "a pipe": Bad(_pipe, "unreadable"),
    "a truncated gzip": Bad(_written("cut.txt.gz", gzip.compress(os.urandom(3000).hex().encode())[:900]), "unreadable"),
    "invalid UTF-8": Bad(_written("bytes.txt", REPORT.encode() + b"\xff\xfe broken \x80\n"), "bad bytes", 1, "with broken characters"),
    "a bad date": Bad(_bad_date, "bad date", 1, "without its date"),
    "a broken row": Bad(_broken_row, "broken row", 2),
    "an empty file": Bad(_written("empty.txt", b""), "empty"),
    "white space": Bad(_written("blank.txt", b" \n\n\t\n"), "empty"),
    "a binary": Bad(_written("program.bin", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40), "not text"),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_a_bad_input_is_refused_and_the_others_are_read(tocsin: Command, tmp_path: Path, report: Path, bad: Bad) -> None:
    database = tmp_path / "events.db"
    done = tocsin("code", bad.make(tmp_path), report, "--db", database)
    assert done.exit_code == 1
    *columns, told, last = done.stderr.splitlines()
    assert all(line.startswith("columns of ") for line in columns)
    assert told.startswith(f"{f'read {bad.in_part}' if bad.in_part else 'refused'} ({bad.reason}) ")
    counted = f"of these 1 {bad.in_part}" if bad.in_part else f"refused 1 ({bad.reason} 1)"
    assert last.startswith(f"read {bad.read + 1}, {counted}: ")
    with Store.open(database) as store:
        assert [refusal.reason for refusal in store.refusals()] == [bad.reason]
        assert store.totals().documents == bad.read + 1
        assert not store.audit().problems


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_refusing_twice_is_refusing_once(tocsin: Command, tmp_path: Path, bad: Bad) -> None:
    database, path = tmp_path / "events.db", bad.make(tmp_path)
    for _ in range(2):
        assert tocsin("code", path, "--db", database).exit_code == 1
    with Store.open(database) as store:
        assert store.totals().refusals == 1


def test_a_limit_can_be_raised(tocsin: Command, report: Path) -> None:
    assert tocsin("code", report, "--max-bytes", "50").exit_code == 1
    assert tocsin("code", report, "--max-bytes", "5000").exit_code == 0


def test_utf_16_is_read(tocsin: Command, tmp_path: Path) -> None:
    path = _written("wide.txt", REPORT.encode("utf-16"))(tmp_path)
    done = tocsin("code", path)
    assert (done.exit_code, done.stderr) == (0, "read 1: 2 events\n")


def test_a_folder_without_permission(tocsin: Command, tmp_path: Path, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0)
    real = os.listdir

    def closed(path: str) -> list[str]:
        if path == str(folder):  # root may read every folder: what the system would say to anybody else is said here
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "listdir", closed)
    done = tocsin("code", folder, report)
    folder.chmod(0o700)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"refused (unreadable) {folder}: it may not be read by this user")
    assert done.stderr.endswith("read 1, refused 1 (unreadable 1): 2 events\n")


def test_an_input_that_is_not_there_is_told_before_anything_is_done(tocsin: Command, tmp_path: Path, report: Path) -> None:
    done = tocsin("code", report, tmp_path / "gone.txt", "--db", tmp_path / "events.db")
    assert (done.exit_code, done.stderr) == (2, f"tocsin: {tmp_path}/gone.txt: there is no such file or folder\n")
    assert not (tmp_path / "events.db").exists()


def test_a_folder_without_anything_to_read_is_told_before_anything_is_done(tocsin: Command, tmp_path: Path, report: Path) -> None:
    (tmp_path / "news" / "deeper").mkdir(parents=True)
    (tmp_path / "news" / ".hidden").touch()
    (tmp_path / "news" / "style.css").touch()
    done = tocsin("code", report, tmp_path / "news", "--db", tmp_path / "events.db")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith(f"tocsin: {tmp_path}/news: there is nothing to read in this folder")
    assert "name a file, a folder that holds reports, or a pattern such as 'news/*.html'" in done.stderr
    assert not (tmp_path / "events.db").exists()


@pytest.mark.parametrize("command", ["code", "places", "times", "counts", "entities", "group"])
@pytest.mark.parametrize("words", ["Police arrested 50 people in Almaty on Sunday.", "Who [sic] held the *keys*?", "word " * 3000])
def test_words_in_place_of_a_file_are_told_to_come_through_standard_input(tocsin: Command, command: str, words: str) -> None:
    done = tocsin(command, words)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith(f"tocsin: '{words[:20].strip()}")
    assert done.stderr.endswith(
        "send them to standard input, which is named - : echo 'Police arrested 50 people in Almaty.' | tocsin code -\n"
    )


def test_a_column_that_is_not_there(tocsin: Command, tmp_path: Path) -> None:
    done = tocsin("code", _broken_row(tmp_path), "--text-column", "body")
    assert done.exit_code == 2
    assert done.stderr.startswith("tocsin: ")
    assert "no column 'body'" in done.stderr


def test_two_texts_of_one_id_do_not_push_each_other_aside(tocsin: Command, tmp_path: Path) -> None:
    path = tmp_path / "twins.jsonl"
    path.write_text('{"id": "a", "text": "Police arrested 5 people."}\n{"id": "a", "text": "Gunmen killed 3 people."}\n', encoding="utf-8")
    for line in ("read 1, refused 1 (id taken 1): 1 event", "read 0, already there 1, refused 1 (id taken 1): no new events"):
        done = tocsin("code", path, "--db", tmp_path / "events.db")
        assert (done.exit_code, done.stderr.splitlines()[-1]) == (1, line)


@pytest.mark.parametrize("command", [("code", "REPORT"), ("show", "events"), ("audit",), ("export", "--to", "csv", "OUT")])
def test_a_database_that_is_none(tocsin: Command, tmp_path: Path, report: Path, command: tuple[str, ...]) -> None:
    database = tmp_path / "events.db"
    database.write_text("no database, but somebody's notes\n" * 100, encoding="utf-8")
    names = {"REPORT": str(report), "OUT": str(tmp_path / "out.csv")}
    done = tocsin(*(names.get(word, word) for word in command), "--db", database)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith(f"tocsin: {database} is no database")
    assert "somebody's notes" in database.read_text(encoding="utf-8")


def test_a_full_disk_under_the_database(tocsin: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite is told that the file may not grow past its first documents, which it reports as it does a full disk."""
    inputs, database = tmp_path / "in.jsonl", tmp_path / "events.db"
    inputs.write_text("".join(f"{json.dumps(one)}\n" for one in reports(80)), encoding="utf-8")
    real = connect._set_up

    def small(connection: sqlite3.Connection, wait: float) -> None:
        real(connection, wait)
        connection.execute("PRAGMA max_page_count = 120")

    monkeypatch.setattr(connect, "_set_up", small)
    done = tocsin("code", inputs, "--db", database)
    _, counts, error = done.stderr.splitlines()
    assert done.exit_code == 2
    assert error == f"tocsin: {database} cannot grow: the disk is full; free some room and run again, what was stored before is kept"
    monkeypatch.setattr(connect, "_set_up", real)
    with Store.open(database) as store:
        stored = store.totals().documents
        assert stored > 0
        assert counts.startswith(f"read {stored}: ")
        assert not store.audit().problems
    last = tocsin("code", inputs, "--db", database).stderr.splitlines()[-1]
    assert last.startswith(f"read {80 - stored}, already there {stored}: ")


def test_a_full_disk_under_the_file_that_is_written(tocsin: Command, report: Path) -> None:
    done = tocsin("code", report, "--format", "codebook", "--out", "/dev/full")
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1].startswith("tocsin: /dev/full")


def test_a_full_disk_under_standard_output(report: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.stand_in", "code", str(report)]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "tocsin: standard output: No space left on device"


@pytest.mark.parametrize(
    ("closed", "code", "told"),
    [
        ("<&-", 1, "refused (empty) -: there is no text in it; leave it out or fetch it again"),
        ("0<REPORT >&-", 2, "tocsin: standard output: Bad file descriptor"),
        ("0<REPORT --db DB >&-", 0, "read 1: 2 events"),
        ("0<REPORT 2>&-", 0, ""),
    ],
)
def test_a_standard_stream_that_is_closed(report: Path, tmp_path: Path, closed: str, code: int, told: str) -> None:
    shell = f'exec "$0" -m benchmarks.stand_in code - {closed}'.replace("REPORT", str(report)).replace("DB", str(tmp_path / "events.db"))
    done = subprocess.run(["sh", "-c", shell, sys.executable], capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert told in done.stderr.splitlines() or not told
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("form", ["codebook", "jsonl", "csv", "table"])
def test_a_failed_run_leaves_the_old_file_as_it_was(tocsin: Command, tmp_path: Path, form: str) -> None:
    rows, out = tmp_path / "rows.csv", tmp_path / "out.txt"
    rows.write_text("id,text\na,Police arrested 5 people.\n", encoding="utf-8")
    out.write_text("of old", encoding="utf-8")
    done = tocsin("code", rows, "-", "--input-format", "csv", "--format", form, "--out", out, stdin=b"x,y\n1,2\n")
    assert (done.exit_code, "no column is known to hold the text" in done.stderr) == (2, True)
    assert out.read_text(encoding="utf-8") == "of old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.txt", "rows.csv"]


@pytest.mark.parametrize("command", ["code", "places", "times", "counts", "entities", "group"])
@pytest.mark.parametrize(
    "arguments", [("GONE",), ("TABLE", "--text-column", "body"), ("REPORT", "--out", "FOLDER/out.jsonl"), ("REPORT", "--out", ".")]
)
def test_a_wrong_name_is_told_before_anything_is_loaded(
    tocsin: Command, tmp_path: Path, report: Path, monkeypatch: pytest.MonkeyPatch, command: str, arguments: tuple[str, ...]
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    for name in ("load_reader", "load_resolver", "load_gazetteer"):
        monkeypatch.setattr(loading, name, never)
    table = tmp_path / "rows.csv"
    table.write_text("id,text\na,Police arrested 5 people.\n", encoding="utf-8")
    names = {"GONE": "gone.txt", "TABLE": str(table), "REPORT": str(report), "FOLDER/out.jsonl": str(tmp_path / "none" / "out.jsonl")}
    form = ("--format", "csv") if command == "code" else ()
    done = tocsin(command, *(names.get(word, word) for word in arguments), *form)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
