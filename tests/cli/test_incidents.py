"""``tocsin incidents``: what is listed, shown, joined, split and taken back."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.store.happenings import march
from tocsin.records import EntityValue
from tocsin.store import Store


@pytest.fixture
def marches(tmp_path: Path, tocsin: Command) -> Path:
    """Two papers that print one text about a march, and a march nine days later."""
    place = tmp_path / "marches.db"
    with Store.open(place) as store:
        for reading in (march("m1", title="Dockers march"), march("m2"), march("m4", 9)):
            store.save(reading)
    assert (
        tocsin("incidents", "list", "--db", place).stderr
        == f"no incidents; bring them up to date with: tocsin incidents update --db {place}\n"
    )
    done = tocsin("incidents", "update", "--db", place)
    assert re.fullmatch(r"3 documents taken in: \d+ incidents, \d+ changed\n", done.stderr)
    return place


def ids(tocsin: Command, place: Path, *arguments: str) -> list[str]:
    return re.findall(r"\bi[0-9a-f]{16}\b", tocsin("incidents", "list", "--db", place, *arguments).stdout)


def test_code_brings_them_up_to_date(tocsin: Command, database: Path) -> None:
    shown = tocsin("incidents", "list", "--db", database)
    assert "50 arrested" in shown.stdout
    assert len(ids(tocsin, database)) == 2


def test_a_list_has_the_numbers_and_who_tells_it(tocsin: Command, marches: Path) -> None:
    shown = tocsin("incidents", "list", "--db", marches, "--type", "coerce", "--count", "arrested", "--least", "53")
    assert "40–53 arrested, best 53" in " ".join(shown.stdout.split())
    assert "Mombasa" in shown.stdout
    assert ids(tocsin, marches, "--since", "2030-01-01") == []
    wrong = tocsin("incidents", "list", "--db", marches, "--standing", "firm")
    assert (wrong.exit_code, wrong.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("list", "--country", "Kenja"), "'Kenja' is no country; near it: Kenya (KEN)"),
        (("list", "--country", "QQQ"), "'QQQ' is no country; write its name or its code, such as Kazakhstan or KAZ"),
        (("list", "--since", "2022-01-02", "--until", "2022-01-01"), "no day is on or after --since 2022-01-02"),
        (("undo", "last"), "'last' is no decision; they have numbers"),
    ],
)
def test_what_can_find_nothing_is_said(tocsin: Command, marches: Path, arguments: tuple[str, ...], said: str) -> None:
    wrong = tocsin("incidents", *arguments, "--db", marches)
    assert wrong.exit_code == 2
    assert said in " ".join(wrong.stderr.replace("│", " ").split())


def test_a_list_that_leaves_all_out_says_how_many_there_are(tocsin: Command, marches: Path) -> None:
    assert re.fullmatch(r"no incidents of this kind among \d\n", tocsin("incidents", "list", "--db", marches, "--place", "Atlantis").stderr)


def test_an_actor_is_found_however_spelled(tocsin: Command, tmp_path: Path) -> None:
    place = tmp_path / "figures.db"
    with Store.open(place) as store:
        reading = march("m1")
        figure = EntityValue("Muchtar Abljasow", "n1", "KAZ", ("OPP",))
        claims = (replace(reading.claims[0], value=figure), *reading.claims[1:])
        store.save(replace(reading, claims=claims))
    tocsin("incidents", "update", "--db", place)
    assert len(ids(tocsin, place, "--actor", "Ablyazov")) == 1
    assert ids(tocsin, place, "--actor", "Navalny") == []


def test_a_page_sets_the_claims_side_by_side(tocsin: Command, marches: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = ids(tocsin, marches, "--type", "COERCE", "--document", "m1")[0]
    shown = " ".join(tocsin("incidents", "show", name, "--db", marches, "--reasons").stdout.split())
    for told in ("Dockers march", "arrested least 40 · best 53 · most 53 the sources differ", "40 Amina Wako (", "“53”", "printed too by"):
        assert told in shown
    monkeypatch.setenv("COLUMNS", "40")
    narrow = tocsin("incidents", "show", name, "--db", marches, "--reasons").stdout
    assert "Dockers march" in narrow
    assert max(map(len, narrow.splitlines())) <= 40
    assert tocsin("incidents", "show", "i0", "--db", marches).exit_code == 2


def test_join_split_and_undo(tocsin: Command, marches: Path) -> None:
    before = ids(tocsin, marches)
    parted = tocsin("incidents", "split", "m1:e1", "m2:e1", "--db", marches, "--who", "rosa", "--why", "two streets")
    assert parted.exit_code == 0
    assert parted.stderr.splitlines()[-1] == f"take it back with: tocsin incidents undo 1 --db {marches}"
    assert len(ids(tocsin, marches)) > len(before)
    assert "two streets" in tocsin("incidents", "decisions", "--db", marches).stdout
    assert tocsin("incidents", "undo", "1", "--db", marches).exit_code == 0
    assert ids(tocsin, marches) == before
    arrests, marched = (ids(tocsin, marches, "--type", kind)[0] for kind in ("COERCE", "PROTEST"))
    joined = tocsin("incidents", "join", arrests, marched, "--db", marches)
    assert joined.exit_code == 0
    assert "these are acts of different types, COERCE and PROTEST" in joined.stderr
    assert joined.stderr.splitlines()[-1] == f"take it back with: tocsin incidents undo 2 --db {marches}"
    assert len(ids(tocsin, marches)) == len(before) - 1
    taken = tocsin("incidents", "split", ids(tocsin, marches, "--document", "m4")[0], "m4/e2", "--db", marches)
    assert taken.exit_code == 0, taken.stderr
    wrong = tocsin("incidents", "join", "m1:e1", "m9:e1", "--db", marches)
    assert (wrong.exit_code, wrong.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("name", ["Kenya", "kenya", "KE", "KEN", "ken"])
def test_a_country_is_taken_by_name_and_by_its_codes(tocsin: Command, marches: Path, name: str) -> None:
    assert ids(tocsin, marches, "--country", name) == ids(tocsin, marches) != []


def test_a_join_of_one_type_is_no_reason_to_warn(tocsin: Command, marches: Path) -> None:
    done = tocsin("incidents", "join", "m1:e2", "m4/e3", "--db", marches)  # e3 tells the arrests of e2 once more
    assert done.exit_code == 0, done.stderr
    assert "different types" not in done.stderr


def test_what_is_split_off_from_many_is_one_decision(tocsin: Command, marches: Path) -> None:
    assert tocsin("incidents", "join", "m1:e1", "m1:e2", "m2:e1", "m2:e2", "--db", marches).exit_code == 0
    [name] = ids(tocsin, marches, "--document", "m1")
    parted = tocsin("incidents", "split", name, "m2/e1", "--db", marches, "--why", "two streets")
    assert parted.stderr.splitlines()[-1] == f"take it back with: tocsin incidents undo 2 --db {marches}"
    listed = tocsin("incidents", "decisions", "--db", marches).stdout
    assert (listed.count("  split\n"), listed.count("two streets")) == (1, 1)
    assert listed.index("m2/e1", listed.index("split")) < listed.index("apart from") < listed.rindex("m1/e1")
    assert tocsin("incidents", "show", name, "--db", marches).stdout.count("two streets") == 1
    assert tocsin("incidents", "undo", "4", "--db", marches).exit_code == 0  # any number of it will do
    assert ids(tocsin, marches, "--document", "m1") == [name]


def test_what_was_taken_back_is_passed_over_with_a_word(tocsin: Command, marches: Path) -> None:
    for other in ("m2:e1", "m4:e1"):
        assert tocsin("incidents", "split", "m1:e1", other, "--db", marches, "--who", "rosa").exit_code == 0
    assert tocsin("incidents", "undo", "1", "--db", marches, "--who", "rosa").exit_code == 0
    both = tocsin("incidents", "undo", "1", "2", "--db", marches)
    assert both.exit_code == 0
    assert "passed over decision 1: rosa took it back already" in both.stderr
    assert tocsin("incidents", "decisions", "--db", marches).stdout.count("taken back by") == 2
    again, unknown = (tocsin("incidents", "undo", key, "--db", marches) for key in ("1", "7"))
    assert (again.exit_code, unknown.exit_code) == (2, 2)
    assert "was taken back already, by rosa" in again.stderr
    assert "there is no decision 7" in unknown.stderr


def test_one_incident_alone_is_not_joined(tocsin: Command, marches: Path) -> None:
    name = ids(tocsin, marches)[0]
    for refs in ((name,), (name, name), ("m1:e1",)):
        alone = tocsin("incidents", "join", *refs, "--db", marches)
        assert alone.exit_code == 2
        assert f"{refs[0]} alone joins nothing; name another incident or event after it" in " ".join(alone.stderr.split())
    assert tocsin("incidents", "decisions", "--db", marches).stderr == "no decisions\n"
