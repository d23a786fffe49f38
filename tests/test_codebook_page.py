"""docs/codebook.md says what the program does."""

from __future__ import annotations

import json
import re

from corpus.events import event_faults
from docs.generate import PAGE, renewed
from tocsin.codebook import AUX, AUX_MEANING, COUNT_KINDS, COUNT_MEANING, MODE_MEANING, MODES

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_tables_are_the_programs_own() -> None:
    assert renewed(TEXT) == TEXT, "run: python -m docs.generate"


def test_every_code_has_a_meaning_and_no_other_has() -> None:
    assert {kind: tuple(meaning) for kind, meaning in MODE_MEANING.items()} == {kind: modes for kind, modes in MODES.items() if modes}
    assert (tuple(AUX_MEANING), tuple(COUNT_MEANING)) == (AUX, COUNT_KINDS)


def test_the_worked_example_is_valid() -> None:
    example = TEXT.partition("## A worked example")[2]
    text = " ".join(line.removeprefix("> ") for line in example.splitlines() if line.startswith("> "))
    block = re.search(r"```json\n(.*?)```", example, re.DOTALL)
    assert block
    events = [json.loads(line) for line in block[1].splitlines()]
    assert list(event_faults(text, events)) == []
    assert [event["id"] for event in events] == ["e1", "e2", "e3", "e4"]
