"""Users, agreement, and exports of what people corrected."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from tests.cli.conftest import REPORT, Command
from tocsin.review import Edit
from tocsin.store import Store
from tocsin.store.users import accounts as users

SHARED = Path(__file__).parents[3] / "shared"
PASSWORD = b"three words in a row\n"


@pytest.fixture(autouse=True)
def light(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hashes that take a thousandth of the time."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(users, "hasher", lambda: hasher)
    users._nobodys.cache_clear()
    yield
    users._nobodys.cache_clear()


def test_users_from_first_to_last(tocsin: Command, database: Path) -> None:
    assert "there are no users" in tocsin("users", "list", "--db", database).stderr
    added = tocsin("users", "add", "vera", "--role", "admin", "--db", database, "--password-stdin", stdin=PASSWORD)
    assert (added.exit_code, added.stderr) == (0, "vera may log in as admin\n")
    assert tocsin("users", "add", "ola", "--db", database, "--password-stdin", stdin=PASSWORD).exit_code == 0
    assert tocsin("users", "role", "ola", "--role", "coder", "--db", database).exit_code == 0
    listed = [line.split("\t")[:2] for line in tocsin("users", "list", "--db", database).stdout.splitlines()]
    assert listed == [["ola", "coder"], ["vera", "admin"]]
    assert tocsin("users", "password", "ola", "--db", database, "--password-stdin", stdin=b"four other words here\n").exit_code == 0
    with Store.open(database) as store:
        assert store.verify("ola", "four other words here").user is not None
    assert tocsin("users", "remove", "ola", "--db", database).exit_code == 0
    assert "ola\tremoved\t" in tocsin("users", "list", "--db", database).stdout


def test_a_password_is_asked_for_only_on_a_terminal(tocsin: Command, database: Path) -> None:
    done = tocsin("users", "add", "vera", "--db", database)
    assert done.exit_code == 2
    assert "--password-stdin < FILE" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("role", "nobody", "--role", "coder"), "there is no user 'nobody'; list them with: tocsin users list --db {database}"),
        (("remove", "nobody"), "there is no user 'nobody'"),
        (("add", "ola", "--password-stdin"), "a password has 10 to 1,000 characters, this one 0"),
    ],
)
def test_a_mistake_is_one_line(tocsin: Command, database: Path, arguments: tuple[str, ...], told: str) -> None:
    done = tocsin("users", *arguments, "--db", database, stdin=b"")
    assert done.exit_code == 2
    assert done.stderr.startswith("tocsin: ")
    assert told.format(database=database) in done.stderr
    assert done.stderr.count("\n") == 1


def _coded_twice(database: Path) -> None:
    with Store.open(database) as store:
        [document] = store.documents()
        one, other = store.assign([document.id], ["vera", "ola"], "ann")
        store.correct(document.id, 0, Edit("change", "e1", "type", "PROTEST"), "vera")
        store.hand_in(one.key, "vera")
        store.hand_in(other.key, "ola")


def test_agreement_as_a_table(tocsin: Command, database: Path) -> None:
    _coded_twice(database)
    done = tocsin("agreement", "--db", database)
    assert done.exit_code == 0
    assert done.stdout.startswith("1 document coded by two people\n")
    assert "0.80 and more may be relied on" in done.stdout
    [kind] = [line.split() for line in done.stdout.splitlines() if line.startswith("type ")]
    assert kind[2:5] == ["2", "50", "%"]


def test_agreement_for_programs(tocsin: Command, database: Path) -> None:
    _coded_twice(database)
    rows = list(csv.DictReader(io.StringIO(tocsin("agreement", "--db", database, "--format", "csv").stdout)))
    fields = json.loads(tocsin("agreement", "--db", database, "--format", "json").stdout)
    assert fields["documents"] == 1
    assert [row["field"] for row in rows] == [field["field"] for field in fields["fields"]]
    assert [row["units"] for row in rows if row["field"] == "type"] == ["2"]
    assert fields["fields"][1]["same"] == 0.5


def test_agreement_without_two_codings(tocsin: Command, database: Path) -> None:
    done = tocsin("agreement", "--db", database)
    assert done.exit_code == 2
    assert "no document has been coded by two people yet" in done.stderr
    assert "holds no document 'elsewhere'" in tocsin("agreement", "--db", database, "--documents", "elsewhere").stderr


def _reviewed(database: Path) -> None:
    at = REPORT.index("demonstrators")
    march = {"type": "PROTEST", "trigger": {"start": at, "end": at + 13}, "modes": ["demo"], "count": []}
    with Store.open(database) as store:
        [document] = store.documents()
        store.correct(document.id, 0, Edit("change", "e2", "type", "COERCE"), "vera")
        store.correct(document.id, 1, Edit("add", None, None, march), "vera")
        store.correct(document.id, 2, Edit("change", "e1", "part_of", "p1"), "vera")
        store.correct(document.id, 3, Edit("accept"), "vera")


def _types(path: Path) -> list[str]:
    return [event["type"] for line in path.read_text(encoding="utf-8").splitlines() for event in json.loads(line)["events"]]


def test_exports_hold_what_people_corrected_unless_asked_for_the_machines(tocsin: Command, database: Path, tmp_path: Path) -> None:
    _reviewed(database)
    tocsin("export", "--db", database, "--to", "codebook", tmp_path / "out.jsonl")
    assert _types(tmp_path / "out.jsonl") == ["COERCE", "PROTEST", "COERCE"]
    tocsin("export", "--db", database, "--to", "codebook", tmp_path / "machine.jsonl", "--machine")
    assert _types(tmp_path / "machine.jsonl") == ["COERCE", "ASSAULT"]
    tocsin("export", "--db", database, "--to", "codebook", tmp_path / "both.jsonl", "--machine", "--reviewed")
    assert (tmp_path / "both.jsonl").read_bytes() == (tmp_path / "machine.jsonl").read_bytes()


def test_reviewed_documents_alone(tocsin: Command, database: Path, tmp_path: Path) -> None:
    out = tmp_path / "corpus.jsonl"
    assert tocsin("export", "--db", database, "--to", "codebook", out, "--reviewed").stderr == f"wrote {out}: 0 documents, one a line\n"
    _reviewed(database)
    assert tocsin("export", "--db", database, "--to", "codebook", out, "--reviewed").stderr == f"wrote {out}: 1 document, one a line\n"
    assert len(_types(out)) == 3


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the development data are not here")
def test_reviewed_documents_are_corpus_files(tocsin: Command, database: Path, tmp_path: Path) -> None:
    _reviewed(database)
    tocsin("export", "--db", database, "--to", "codebook", tmp_path / "corpus.jsonl", "--reviewed")
    checked = subprocess.run(
        [sys.executable, SHARED / "check_annotations.py", tmp_path / "corpus.jsonl"], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
    assert "1 documents, 3 events, 0 faults" in checked.stdout


def test_an_event_tells_who_corrected_it_and_when(tocsin: Command, database: Path) -> None:
    _reviewed(database)
    with Store.open(database) as store:
        [document] = store.documents()
        day = f"{store.corrections(document.id)[0].at:%Y-%m-%d}"
    changed, added = (tocsin("show", "event", f"{document.id}/{name}", "--db", database).stdout.splitlines() for name in ("e2", "p1"))
    assert f"corrected by vera on {day}: type" in changed
    assert f"accepted by vera on {day}: the whole report" in changed
    assert f"added by vera on {day}" in added
