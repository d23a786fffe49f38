"""What a command tells on standard error while it works: how far it is, and what it could not read."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from tocsin.cli.terminal import ACCENT, asides
from tocsin.display.plain import line
from tocsin.ingest.refusals import IN_PART
from tocsin.records import Refusal

REFUSALS_SHOWN = 20
"""Refusals that are told one by one; a run over a broken archive would bury its last line under thousands."""


class Asides:
    """What a run tells on standard error while it goes: one bar with counts where that is a terminal, and the first refusals."""

    def __init__(self, *, bar: bool) -> None:
        self._console = asides()
        columns = (
            SpinnerColumn(style=ACCENT),
            BarColumn(24, complete_style=ACCENT, pulse_style=ACCENT),
            TextColumn("{task.description}"),
            TimeRemainingColumn(),
        )
        self.has_bar = bar and self._console.is_terminal
        """Whether anybody sees how far the run is."""
        self._bar = Progress(*columns, console=self._console, transient=True, disable=not self.has_bar)
        self._task = self._bar.add_task("starting", total=None)
        self._told = 0

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()

    def show(self, counts: str, done: int = 0, total: int | None = None) -> None:
        """Bring the counts up to date, and the bar to ``done`` of ``total``; with no total it only shows that the run goes on."""
        self._bar.update(self._task, description=counts, completed=done, total=total)

    def refused(self, refusal: Refusal) -> None:
        """Tell a refusal, if it is among the first; that of a part of a document says that the document itself is read."""
        self._told += 1
        if self._told <= REFUSALS_SHOWN:
            label = f"read {IN_PART[refusal.reason][0]}" if refusal.reason in IN_PART else "refused"
            self._console.print(Text(f"{label} ({refusal.reason}) ", style="yellow") + Text(line(refusal.detail)), soft_wrap=True)
        elif self._told == REFUSALS_SHOWN + 1:
            self._console.print(Text("refused … more of them are counted below", style="yellow"), soft_wrap=True)


class BuildBar:
    """The bar of a long step whose length is known: building the gazetteer."""

    def __init__(self) -> None:
        console = asides()
        columns = (TextColumn("{task.description}"), BarColumn(complete_style=ACCENT), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Callable[[str, int, int], None]:
        self._bar.start()
        return self._show

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()

    def _show(self, step: str, done: int, total: int) -> None:
        if step not in self._tasks:
            self._tasks[step] = self._bar.add_task(step, total=total)
        self._bar.update(self._tasks[step], completed=done, total=total)
