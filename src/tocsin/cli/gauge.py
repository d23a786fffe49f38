"""How far a run is, in bytes of its inputs."""

from __future__ import annotations

import os
from collections.abc import Iterable

from tocsin.ingest.sources import STDIN, spread
from tocsin.pipeline import Outcome
from tocsin.records import Refusal

_AFTER_FILE = ("", "#", "@")
"""What follows the file's name in a source: nothing, a row, or the part of it that could not be read."""


class Gauge:
    """Measures by the files that outcomes come from, and within a file by the text that has come out of it.

    A table's rows move it on as they come; a page, most of which is markup, counts when the next file begins.
    """

    def __init__(self, inputs: Iterable[str]) -> None:
        self.total = _size(inputs)
        """Bytes of all files; ``None`` where standard input is among the inputs."""
        self._before = 0
        self._file, self._size, self._within = "", 0, 0

    def take(self, outcome: Outcome) -> int:
        """Bytes up to and with this outcome."""
        source, length = _told(outcome)
        if not (self._file and source.startswith(self._file) and source[len(self._file) : len(self._file) + 1] in _AFTER_FILE):
            self._before += self._size
            self._file = source if os.path.exists(source) else source.rpartition("#")[0]  # noqa: PTH110  # sources are strings
            self._size, self._within = _bytes(self._file), 0
        self._within = min(self._size, self._within + length)
        return self._before + self._within


def _told(outcome: Outcome) -> tuple[str, int]:
    if isinstance(outcome, Refusal):
        return outcome.source, 0
    return outcome.document.source, len(outcome.document.text)


def _size(inputs: Iterable[str]) -> int | None:
    total = 0
    for name in inputs:
        for source in spread(name):
            if isinstance(source, Refusal):
                continue
            if source.path == STDIN:
                return None
            total += source.size
    return total


def _bytes(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116  # sources are strings
    except OSError:
        return 0
