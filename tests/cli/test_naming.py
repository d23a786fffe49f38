"""By which names a document and an event are known, and what an error offers instead."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Command
from tocsin.cli.hints import completed


@pytest.fixture
def news(tocsin: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with a blank in its name beside two folders, which share one name of a file."""
    for name in ("may/a.txt", "june/a.txt", "june/rally.txt"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{REPORT}\nSaid {name}.\n", encoding="utf-8")
    database = tmp_path / "my events.db"
    assert tocsin("code", tmp_path / "news", "--db", database).exit_code == 0
    monkeypatch.chdir(tmp_path / "news" / "may")
    return database


@pytest.mark.parametrize(
    "name", ["news/june/rally.txt/e1", "rally.txt/e1", "june/rally.txt:e1", "../june/rally.txt/e1", "news/june/rally.txt:e1", "a.txt/e1"]
)
def test_an_event_is_known_by_its_document_s_id_its_end_and_its_file(tocsin: Command, news: Path, name: str) -> None:
    shown = tocsin("show", "event", name, "--db", news)
    assert shown.exit_code == 0, shown.stderr
    assert "COERCE: arrest" in shown.stdout
    assert ("may/a.txt" in shown.stdout.replace("\n", "")) is (name == "a.txt/e1")  # the file that lies here


def test_an_end_that_several_share_is_told(tocsin: Command, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(news.parent)
    shown = tocsin("show", "events", "--document", "a.txt", "--db", news)
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert shown.stderr == "tocsin: 'a.txt' may be any of 2 documents: news/june/a.txt, news/may/a.txt; name one by more of its id\n"


def test_an_error_names_what_is_near_and_a_command_that_runs(tocsin: Command, news: Path) -> None:
    shown = tocsin("show", "event", "raly.txt/e1", "--db", news)
    assert "holds no document 'raly.txt'; near it: news/june/rally.txt, " in shown.stderr
    hint = shown.stderr.rpartition("with: tocsin ")[2]
    assert "news/june/rally.txt" in tocsin(*shlex.split(hint)).stdout
    gone = tocsin("show", "event", "rally.txt/e9", "--db", news).stderr
    assert "COERCE" in tocsin(*shlex.split(gone.rpartition("with: tocsin ")[2])).stdout


@pytest.mark.parametrize(
    ("message", "whole"),
    [
        ("no user; list them with: tocsin users list", "no user; list them with: tocsin users list --db 'a b.db'"),
        ("x; see tocsin incidents show i1 --reasons, or not", "x; see tocsin incidents show i1 --reasons --db 'a b.db', or not"),
        ("x; see tocsin show documents --db c.db", "x; see tocsin show documents --db c.db"),
        ("build it with: tocsin gazetteer build", "build it with: tocsin gazetteer build"),
    ],
)
def test_a_hint_is_completed_with_the_database(message: str, whole: str) -> None:
    assert completed(message, "a b.db") == whole
    assert completed(message, None) == message


def test_a_hint_shows_no_password() -> None:
    assert completed("tocsin users list", "postgresql://me:secret@host/events") == "tocsin users list --db postgresql://me@host/events"
