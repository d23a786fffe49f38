from __future__ import annotations

import pytest
from tokenizers import Tokenizer

from tocsin.reader import Reader
from tocsin.reader.read import SHIPPED


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    found = Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load(threads=1)
