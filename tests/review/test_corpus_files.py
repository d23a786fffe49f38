"""Whatever people correct, what comes out is a corpus file."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.strategies import corrections, readings
from tocsin.export import to_codebook
from tocsin.review import effective

CHECKER = Path(__file__).parents[3] / "shared" / "check_annotations.py"


@pytest.fixture(scope="module")
def checker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_annotations", CHECKER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # nothing is left beside the script
    spec.loader.exec_module(module)
    sys.dont_write_bytecode = before
    return module


@pytest.mark.shared
@pytest.mark.skipif(not CHECKER.exists(), reason="the development data are not here")
@settings(deadline=None, max_examples=50)
@given(st.data())
def test_every_effective_reading_is_a_valid_document(checker: ModuleType, data: st.DataObject) -> None:
    reading = data.draw(readings())
    written = json.loads(json.dumps(to_codebook(effective(reading, data.draw(corrections(reading, most=8))))))
    assert list(checker.faults(written, written["text"])) == []
