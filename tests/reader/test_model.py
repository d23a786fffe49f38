from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tocsin.codebook import AUX, CONTEXTS, COUNT_KINDS, SECTORS, TYPE_NAMES, VERSION
from tocsin.errors import ModelError
from tocsin.reader import Reader
from tocsin.reader.labels import Labels
from tocsin.reader.read import SHIPPED


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "model"))


def test_the_shipped_model_answers_for_the_whole_codebook() -> None:
    labels = Labels.load(SHIPPED / "labels.json")
    assert (labels.types, labels.aux, labels.contexts, labels.count_kinds) == (TYPE_NAMES, AUX, CONTEXTS, COUNT_KINDS)
    assert labels.sectors == tuple(SECTORS)
    assert labels == Labels.of_codebook(labels.countries)
    assert json.loads((SHIPPED / "model.json").read_text())["codebook"] == VERSION


def test_the_shipped_model_has_its_card() -> None:
    version = json.loads((SHIPPED / "model.json").read_text())["version"]
    assert version in (SHIPPED / "MODEL_CARD.md").read_text()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model can be read there"):
        Reader.load(tmp_path)


@pytest.mark.parametrize("name", ["model.json", "labels.json", "tokenizer.json"])
def test_a_broken_file_is_told(folder: Path, name: str) -> None:
    (folder / name).write_text('{"half": ', encoding="utf-8")
    with pytest.raises(ModelError, match="model"):
        Reader.load(folder)


@pytest.mark.parametrize("part", ["encoder", "mentions", "spans", "links"])
def test_broken_weights_are_told(folder: Path, part: str) -> None:
    whole = (folder / f"{part}.onnx").read_bytes()
    (folder / f"{part}.onnx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelError, match="weights cannot be read"):
        Reader.load(folder)


def test_a_model_of_another_format_is_refused(folder: Path) -> None:
    settings = json.loads((folder / "model.json").read_text())
    (folder / "model.json").write_text(json.dumps(settings | {"format": 99}))
    with pytest.raises(ModelError, match="format 99"):
        Reader.load(folder)
