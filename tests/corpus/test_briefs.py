"""Briefs: drawn by what is lacking, the same for the same seed."""

from __future__ import annotations

import json

import pytest

from corpus.briefs import AUX, WANTED_MODE, WITHOUT_EVENT, Briefs, lacks, main
from tocsin.codebook import MODES, TYPE_NAMES


def test_what_the_corpus_holds_plenty_of_is_wanted_little() -> None:
    arrests = [{"events": [{"type": "COERCE", "modes": ["arrest"], "aux": ["negation"]}] * (WANTED_MODE + 50)}]
    acts, aux = lacks(arrests)
    assert acts["COERCE", "arrest"] == 8
    assert acts["COERCE", "ban"] == WANTED_MODE
    assert aux["negation"] < aux["future"]


def test_every_act_of_the_codebook_can_be_drawn() -> None:
    acts, aux = lacks([])
    assert set(acts) == {(kind, mode) for kind in TYPE_NAMES for mode in MODES[kind] or ("",)}
    assert set(aux) == set(AUX)


def test_a_third_of_the_briefs_ask_for_no_event_and_the_rest_for_some() -> None:
    briefs = Briefs(3, [])
    drawn = [briefs.draw(f"x-{number}") for number in range(400)]
    without = [brief for brief in drawn if not brief["acts"]]
    assert abs(len(without) / len(drawn) - WITHOUT_EVENT) < 0.08
    assert all(brief["genre"].startswith("decoy: ") for brief in without)
    assert all(brief["traits"] and brief["aux_on_some_acts"] for brief in drawn if brief["acts"])
    assert len({brief["country"] for brief in drawn}) > 150


def test_the_same_seed_draws_the_same_briefs(capsys: pytest.CaptureFixture[str]) -> None:
    runs = []
    for seed in ("4", "4", "5"):
        assert main(["3", "--prefix", "x", "--seed", seed]) == 0
        runs.append(capsys.readouterr().out)
    assert runs[0] == runs[1] != runs[2]
    assert [json.loads(line)["id"] for line in runs[0].splitlines()] == ["x-001", "x-002", "x-003"]
