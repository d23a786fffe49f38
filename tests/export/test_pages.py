from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.store.samples import READING
from tocsin.export import FORMATS
from tocsin.store import Store

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["database.md", "export.md"])
def test_the_examples_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Store.open("events.db") as store:
        store.save(READING)
    examples = re.findall(r"```python\n(.*?)```", (DOCS / name).read_text(encoding="utf-8"), re.DOTALL)
    assert examples
    for example in examples:
        exec(compile(example, name, "exec"), {})


def test_every_format_is_on_the_page() -> None:
    page = (DOCS / "export.md").read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in page for name in FORMATS)
