"""The exams' texts as tocsin takes them in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tocsin.ingest import IngestOptions, read_inputs
from tocsin.records import Document, Refusal

LARGEST = 100_000_000
"""Exam files are single inputs of many texts: the everyday limit on one file must not cut them off."""


def documents(paths: Sequence[Path]) -> Iterator[Document | Refusal]:
    """Everything that the files hold, in order."""
    return read_inputs([str(path) for path in paths], IngestOptions(max_bytes=LARGEST))
