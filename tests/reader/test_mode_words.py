from __future__ import annotations

from pathlib import Path

import pytest

from tocsin.errors import ModelError
from tocsin.reader.mode_words import FILE, ModeWords
from training.mode_words import counted, write_mode_words


def document(trigger: str, kind: str, *modes: str) -> dict[str, object]:
    return {"events": [{"type": kind, "trigger": trigger, "modes": list(modes)}]}


TAUGHT = [
    *[document("Torched", "ASSAULT", "destroy")] * 3,
    *[document("tear\ngas##2", "ASSAULT", "beat")] * 2,
    *[document("marched", "PROTEST", "demo"), document("marched", "PROTEST"), document("marched", "PROTEST", "strike")],
    *[document("said", "ACCUSE")] * 5,
]


def test_triggers_that_nearly_always_have_one_mode_name_it(tmp_path: Path) -> None:
    assert counted(TAUGHT) == {"ASSAULT": {"torched": ["destroy"]}}
    assert counted([*TAUGHT, document("TEAR gas", "ASSAULT", "beat")])["ASSAULT"]["tear gas"] == ["beat"]
    assert write_mode_words(TAUGHT, tmp_path) == 1
    words = ModeWords.load(tmp_path)
    assert words.modes("ASSAULT", "torched\n") == ("destroy",)
    assert words.modes("PROTEST", "torched") == ()


def test_a_folder_without_such_words_names_none_and_a_broken_one_is_told(tmp_path: Path) -> None:
    assert ModeWords.load(tmp_path) == ModeWords()
    for broken in ("[", "[]", '{"ASSAULT": 3}'):
        (tmp_path / FILE).write_text(broken, encoding="utf-8")
        with pytest.raises(ModelError, match=FILE):
            ModeWords.load(tmp_path)
