"""``tocsin remove``: what goes, what it asks for, and what it keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tocsin.review import Edit
from tocsin.store import Store

ROWS = "key,text\nk1,Police arrested 5 people in Almaty.\nk2,Gunmen killed 3 people in Shymkent.\n"


@pytest.fixture
def doubled(tocsin: Command, tmp_path: Path) -> Path:
    """A table that was read with its rows' numbers, and then with its column of ids."""
    (tmp_path / "rows.csv").write_text(ROWS, encoding="utf-8")
    for options in ((), ("--id-column", "key")):
        assert tocsin("code", tmp_path / "rows.csv", "--db", tmp_path / "events.db", *options).exit_code == 0
    return tmp_path / "events.db"


def held(database: Path) -> list[str]:
    with Store.open(database) as store:
        assert store.audit().problems == ()
        return [row.id for row in store.documents()]


def test_a_table_that_was_read_twice_is_taken_out_by_a_pattern(tocsin: Command, doubled: Path) -> None:
    done = tocsin("remove", "rows.csv#*", "--db", doubled, "--yes", "--who", "rosa")
    assert (done.exit_code, done.stderr) == (0, "removed 2 documents; 2 incidents changed or ended\n")
    assert held(doubled) == ["k1", "k2"]
    with Store.open(doubled) as store:
        assert [(each.what, each.who) for each in store.history("rows.csv#2")] == [("removed", "rosa")]
    assert tocsin("remove", "-", "--db", doubled, "--yes", stdin=b"k1\n\nk2\n").exit_code == 0
    assert held(doubled) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("k1",), "there is no terminal to ask on whether to remove 1 document; add --yes"),
        (("k9", "--yes"), "holds no document 'k9'; near it: k"),
        (("other*", "--yes"), "fits 'other*'; list them with: tocsin show documents --db"),
    ],
)
def test_nothing_is_removed_by_mistake(tocsin: Command, doubled: Path, arguments: tuple[str, ...], told: str) -> None:
    done = tocsin("remove", *arguments, "--db", doubled)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert told in done.stderr
    assert len(held(doubled)) == 4


def test_people_s_work_is_kept_unless_it_may_go(tocsin: Command, doubled: Path) -> None:
    with Store.open(doubled) as store:
        store.correct("k1", 0, Edit("change", "e1", "type", "PROTEST"), "vera")
        store.assign(["k2"], ["vera", "ola"], "ann")
    done = tocsin("remove", "k1", "k2", "--db", doubled, "--yes")
    assert done.exit_code == 2
    assert "people have corrected, accepted or been given to code k1, k2; add --reviewed" in done.stderr
    assert tocsin("remove", "k1", "k2", "--db", doubled, "--yes", "--reviewed").exit_code == 0
    assert held(doubled) == ["rows.csv#2", "rows.csv#3"]
    with Store.open(doubled) as store:
        assert [each.what for each in store.history("k1")] == ["correction", "removed"]
