"""Where the command line speaks: results on standard output, everything else on standard error."""

from __future__ import annotations

from rich.console import Console

ACCENT = "cyan"
"""The one colour: of the words that name an act."""

WIDEST = 120
"""Columns past which lines get hard to follow."""


def results() -> Console:
    """Standard output. Text from outside is shown as text: no markup, no emoji codes, no guessed colours."""
    return _console(stderr=False)


def asides() -> Console:
    """Standard error, for progress, refusals and the last line."""
    return _console(stderr=True)


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the command line to end quietly; rich would end the program here with exit code 1."""
        raise BrokenPipeError


def _console(*, stderr: bool) -> Console:
    console = _Console(stderr=stderr, markup=False, highlight=False, emoji=False)
    console.width = min(console.width, WIDEST)
    return console
