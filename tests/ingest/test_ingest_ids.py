from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.ingest import IngestOptions, document_from_text, read_inputs
from tocsin.ingest.ids import former_ids, id_from, id_of_stream
from tocsin.records import Document

NEWS = "Ferry crews struck at Kwale on Monday; the county sent police to the jetty."


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a report and a table of two rows below it; each test stands in it."""
    (tmp_path / "news" / "may").mkdir(parents=True)
    (tmp_path / "news" / "may" / "a.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "news" / "rows.csv").write_text(f'id,text\n,"{NEWS}"\nown,"{NEWS}"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ids(*names: str, home: str | None, stdin: str = "") -> list[str]:
    options = IngestOptions(home=home, format="auto")
    found = read_inputs(names, options, stdin=io.BytesIO(stdin.encode()))
    return [item.id for item in found if isinstance(item, Document)]


@pytest.mark.parametrize(
    ("here", "name"), [(".", "news"), ("news", "."), ("news/may", ".."), ("news/may", "../../news"), ("/", "{project}/news")]
)
def test_a_file_has_one_id_from_wherever_it_is_named(project: Path, monkeypatch: pytest.MonkeyPatch, here: str, name: str) -> None:
    monkeypatch.chdir(project / here)
    assert ids(name.format(project=project), home=str(project)) == ["news/may/a.txt", "news/rows.csv#2", "own"]


def test_a_link_to_a_file_is_that_file(project: Path) -> None:
    (project / "link.txt").symlink_to(project / "news" / "may" / "a.txt")
    assert ids("link.txt", home=str(project)) == ["news/may/a.txt"]


def test_a_file_outside_the_databases_folder(project: Path) -> None:
    assert id_from("news/may/a.txt", str(project / "out")) == "../news/may/a.txt"
    assert id_from("news/may/a.txt", "") == str(project / "news" / "may" / "a.txt")


@pytest.mark.usefixtures("project")
def test_without_a_database_the_id_is_what_was_typed() -> None:
    assert ids("./news/../news", home=None) == ["./news/../news/may/a.txt", "./news/../news/rows.csv#2", "own"]
    assert ids("-", home=None, stdin=NEWS) == ["-"]


@pytest.mark.usefixtures("project")
def test_what_comes_through_standard_input_is_known_by_its_words() -> None:
    one, again, other = (ids("-", home=".", stdin=words) for words in (NEWS, NEWS, NEWS + "\n\nMore of it."))
    assert one == again
    assert one != other
    rows = '{"text": "One was held."}\n{"text": "Two were held."}\n{"id": "c", "text": "Three were held."}\n'
    first, second, third = ids("-", home=".", stdin=rows)
    assert first != second
    assert third == "c"


def test_a_document_may_be_held_under_what_was_once_typed(project: Path) -> None:
    (document, row, own) = read_inputs(["news"], IngestOptions(home=str(project)))
    assert isinstance(document, Document)
    assert isinstance(row, Document)
    assert isinstance(own, Document)
    former = list(former_ids(document, str(project)))
    assert {"news/may/a.txt", "may/a.txt", "a.txt", str(project / "news/may/a.txt")} <= set(former)
    assert {"news/rows.csv#2", "rows.csv#2"} <= set(former_ids(row, str(project)))
    assert not list(former_ids(own, str(project)))


def test_the_path_of_another_file_is_no_former_id(project: Path) -> None:
    (project / "a.txt").write_text("Another report.", encoding="utf-8")
    (document, *_) = read_inputs(["news/may/a.txt"], IngestOptions(home=str(project)))
    assert isinstance(document, Document)
    assert "a.txt" not in former_ids(document, str(project))
    assert "may/a.txt" in former_ids(document, str(project))


@settings(deadline=None, max_examples=50)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_any_text_of_standard_input_gets_an_id(text: str) -> None:
    document = document_from_text(text)
    assert id_of_stream(document).removeprefix("stdin-").isalnum()
