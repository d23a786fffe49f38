"""Which document a file is, run after run."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.stand_in import WordReader, WordResolver
from tests.cli.conftest import REPORT, Command
from tocsin.pipeline import RunOptions, run
from tocsin.store import Store


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A report in a folder beside the database; each test stands above both."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "news"


def held(database: str | Path) -> list[str]:
    with Store.open(database) as store:
        return [row.id for row in store.documents()]


def test_a_file_named_from_two_folders_is_one_document(tocsin: Command, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tocsin("code", "news", "--db", "events.db")
    monkeypatch.chdir(news)
    for name in ("a.txt", ".", news / "a.txt", "../news/*.txt"):
        assert tocsin("code", name, "--db", "../events.db").stderr == "read 0, already there 1: no new events\n"
    assert held("../events.db") == ["news/a.txt"]


def test_files_of_one_name_in_two_folders_are_two_documents(tocsin: Command, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (news.parent / "june").mkdir()
    (news.parent / "june" / "a.txt").write_text("Gunmen killed 3 villagers in Shymkent.", encoding="utf-8")
    for folder in ("news", "june"):
        monkeypatch.chdir(news.parent / folder)
        assert tocsin("code", "a.txt", "--db", "../events.db").stderr.startswith("read 1: ")
    assert held("../events.db") == ["news/a.txt", "june/a.txt"]


@pytest.mark.parametrize("typed", ["news/a.txt", "a.txt", "{news}/a.txt", "./a.txt", "../news/a.txt"])
def test_a_document_under_the_path_as_it_was_once_typed_is_not_doubled(
    tocsin: Command, news: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    typed = typed.format(news=news)
    monkeypatch.chdir(news.parent if typed.startswith("news") else news)
    with Store.open(news.parent / "events.db") as store:  # as versions before this one did it
        list(run([typed], RunOptions(), WordReader(), WordResolver(), store=store))
    assert tocsin("code", typed, "--db", news.parent / "events.db").stderr == "read 0, already there 1: no new events\n"
    assert held(news.parent / "events.db") == [typed]


def test_a_database_may_be_moved(tocsin: Command, news: Path) -> None:
    tocsin("code", "news", "--db", "events.db")
    (news.parent / "deep" / "er").mkdir(parents=True)
    Path("events.db").rename("deep/er/events.db")
    assert tocsin("code", "news", "--db", "deep/er/events.db").stderr == "read 0, already there 1: no new events\n"


def test_a_changed_text_is_a_new_version_from_another_folder_too(tocsin: Command, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tocsin("code", "news", "--db", "events.db")
    (news / "a.txt").write_text(REPORT + "\nPolice arrested 5 more on Monday.\n", encoding="utf-8")
    monkeypatch.chdir(news)
    assert "1 changed, kept as a new version" in tocsin("code", "a.txt", "--db", "../events.db").stderr
    assert held("../events.db") == ["news/a.txt"]


@pytest.mark.usefixtures("news")
def test_two_reports_through_standard_input_are_two_documents(tocsin: Command) -> None:
    for words in (REPORT, "Gunmen killed 3 villagers in Shymkent."):
        assert tocsin("code", "-", "--db", "events.db", stdin=words.encode()).stderr.startswith("read 1: ")
    assert tocsin("code", "-", "--db", "events.db", stdin=REPORT.encode()).stderr.startswith("read 0, already there 1")
    assert [name[:6] for name in held("events.db")] == ["stdin-", "stdin-"]
