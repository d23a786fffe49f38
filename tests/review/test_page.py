from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.store.samples import READING
from tocsin.review.agreement import EXPLAINED
from tocsin.review.fields import FIELDS
from tocsin.review.worth import BLAMED, KILLED, MANY, PRIVATE, TYPE_HARM
from tocsin.store import Store

PAGE = (Path(__file__).parents[2] / "docs" / "review.md").read_text(encoding="utf-8")


def test_the_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Store.open("events.db") as store:
        store.save(READING)
    [example] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(compile(example, "review.md", "exec"), {})
    with Store.open("events.db") as store:
        assert store.review("tarsk").revision == 2
        assert store.effective("tarsk") == READING


def test_the_page_names_every_field_and_weight() -> None:
    assert all(f"`{field}`" in PAGE for field in FIELDS)
    assert all(f"`{kind}`" in PAGE for kind in TYPE_HARM)
    weights = {*TYPE_HARM.values(), KILLED, PRIVATE, BLAMED, MANY}
    assert all(f"{weight:g} " in PAGE for weight in weights)
    compared = [field for field in EXPLAINED if " " not in field]
    assert all(f"`{field}`" in PAGE for field in compared)
