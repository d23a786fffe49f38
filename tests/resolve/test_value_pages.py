"""The examples of the pages on times, counts, places and who are run as they stand, over a gazetteer of a few towns."""

import doctest
from pathlib import Path

import pytest

from tests.resolve.places.small_dump import write_dump
from tocsin.resolve.places.gazetteer import Gazetteer, default_path

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("page", ["times.md", "counts.md", "places.md", "entities.md"])
def test_examples(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if page == "places.md":
        Gazetteer.build(default_path(tmp_path), dump=write_dump(tmp_path / "dump.txt")).close()
        monkeypatch.setenv("TOCSIN_CACHE_DIR", str(tmp_path))
    text = (DOCS / page).read_text(encoding="utf-8").replace("```", "")
    test = doctest.DocTestParser().get_doctest(text, {}, page, page, 0)
    assert test.examples
    assert doctest.DocTestRunner(verbose=False).run(test).failed == 0
