"""The code on ``docs/python.md`` runs, top to bottom, with the stand-in reader."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.stand_in import WordReader, WordResolver
from tocsin import report
from tocsin.pipeline import Recipe
from tocsin.reader import Reader

PAGE = Path(__file__).parents[1] / "docs" / "python.md"


def test_the_code_on_the_page_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "articles.csv").write_text("id,body\nfirst,Police arrested 5 people in Almaty.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(report, "_recipe", lambda: Recipe(WordReader(), WordResolver()))
    monkeypatch.setattr(Reader, "load", lambda **_: WordReader())
    monkeypatch.setattr("tocsin.pipeline.open_gazetteer", lambda _: None)
    monkeypatch.setattr("tocsin.resolve.claims.Resolver", lambda _: WordResolver())
    code = "\n".join(re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL))
    exec(compile(code, str(PAGE), "exec"), {})
    printed = capsys.readouterr().out
    assert "e1 COERCE ('arrest',) arrested" in printed
    assert "first 1" in printed
    assert "the text is empty" in printed
