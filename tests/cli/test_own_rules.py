"""``tocsin code`` with a user's own actors and count rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import stand_in
from tests.cli.conftest import Command
from tocsin.cli import loading
from tocsin.cli.own_rules import OwnRules, read_own_rules
from tocsin.pipeline import Resolves
from tocsin.store import Store

ACTORS = "name,aliases,country,sector,identity,private\nTigers of the Bend,TotB,KEN,REB,org-7,no\n"
RULES = "around = [0.8, 1.2]\n"


@pytest.fixture
def actors(tmp_path: Path) -> Path:
    path = tmp_path / "actors.csv"
    path.write_text(ACTORS, encoding="utf-8")
    return path


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "rules.toml"
    path.write_text(RULES, encoding="utf-8")
    return path


def test_both_reach_the_resolver(tocsin: Command, report: Path, actors: Path, rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[OwnRules | None] = []

    def load(cache_dir: Path, own: OwnRules | None = None) -> Resolves:
        given.append(own)
        return stand_in.load_resolver(cache_dir, own)

    monkeypatch.setattr(loading, "load_resolver", load)
    assert tocsin("code", report, "--actors", actors, "--count-rules", rules).exit_code == 0
    (own,) = given
    assert own is not None
    assert own.known is not None
    assert own.known.entities[0].identity == "org-7"
    assert [float(share) for share in own.counts.around] == [0.8, 1.2]


def test_a_database_tells_readings_by_other_rules_apart(tocsin: Command, report: Path, database: Path, actors: Path, rules: Path) -> None:
    def again(*options: str | Path) -> str:
        return tocsin("code", report, "--db", database, "--published", "2021-02-28", *options).stderr

    assert again() == "read 0, already there 1: no new events\n"
    assert again("--actors", actors) == "read 1: 2 events\n"
    assert again("--actors", actors) == "read 0, already there 1: no new events\n"
    assert again("--actors", actors, "--count-rules", rules) == "read 1: 2 events\n"
    with Store.open(database) as store:
        (row,) = store.documents()
    assert " with actors " in row.model
    assert ", count rules " in row.model


def test_the_mark_tells_what_a_file_says_and_not_how_it_is_written(actors: Path, rules: Path) -> None:
    before = read_own_rules(actors, rules).mark
    rules.write_text("# the same\naround = [0.80, 1.20]\n", encoding="utf-8")
    assert read_own_rules(actors, rules).mark == before
    rules.write_text("around = [0.7, 1.2]\n", encoding="utf-8")
    assert read_own_rules(actors, rules).mark != before


def test_files_that_change_nothing_leave_no_mark(tmp_path: Path) -> None:
    empty, header = tmp_path / "rules.toml", tmp_path / "actors.csv"
    empty.write_text("", encoding="utf-8")
    header.write_text("name\n", encoding="utf-8")
    assert read_own_rules(header, empty).mark == ""
    assert read_own_rules(None, None) == OwnRules()


@pytest.mark.parametrize(
    ("option", "name", "text", "told"),
    [
        ("--actors", "a.csv", "name,country\nTigers,KEN\nLions,KENYA\n", "a.csv, line 3: 'KENYA' is no ISO 3166-1 alpha-3 code"),
        ("--actors", "a.csv", "who\nTigers\n", "a.csv: the list of known actors needs a first line"),
        ("--count-rules", "r.toml", "[vague]\ndozens = 1.5\n", "r.toml, line 2: vague.dozens must be a whole number"),
        ("--count-rules", "r.toml", "[vague\n", "r.toml: no TOML"),
        ("--count-rules", "none.toml", None, "none.toml: cannot be read"),
        ("--actors", "none.csv", None, "none.csv: the list of known actors cannot be read"),
    ],
)
def test_a_wrong_file_is_told_in_one_line_before_anything_is_read(
    tocsin: Command, report: Path, tmp_path: Path, option: str, name: str, text: str | None, told: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    database = tmp_path / "events.db"
    done = tocsin("code", report, option, tmp_path / name, "--db", database)
    assert done.exit_code == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert not database.exists()
