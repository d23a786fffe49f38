"""Tells by which columns a table is read: who sees what was guessed can name what was guessed wrong."""

from __future__ import annotations

from collections.abc import Collection

from rich.text import Text

from tocsin.cli.terminal import asides
from tocsin.display.plain import line
from tocsin.ingest.refusals import no_date
from tocsin.ingest.sources import STDIN
from tocsin.ingest.taken import TableRead

TABLES_TOLD = 20
"""Tables whose columns are told; an archive may hold thousands, all of one make."""

NAMES_SHOWN = 12
"""Columns that are listed where none was taken for the date."""

PARTS = (("id", "id"), ("text", "text"), ("title", "title"), ("published", "date"), ("publisher", "source"))
"""What is told, and how it is called."""


class ColumnsTold:
    """Says once for each table which column was taken for what. ``parts`` are those that the command makes use of."""

    def __init__(self, parts: Collection[str] = ("id", "text", "title", "published", "publisher"), *, dated: bool = False) -> None:
        self._parts = parts
        self._dated = dated
        """Whether the user gave a date for all that brings none."""
        self._told = 0

    def __call__(self, table: TableRead) -> None:
        """Say it on standard error, above a bar that may stand there."""
        self._told += 1
        if self._told <= TABLES_TOLD:
            asides().print(Text(self.sentence(table), style="dim"), soft_wrap=True)
        elif self._told == TABLES_TOLD + 1:
            asides().print(Text("columns of … further tables are not told", style="dim"), soft_wrap=True)

    def sentence(self, table: TableRead) -> str:
        """``columns of a.csv: id “key”, text “body”, date “day”``."""
        taken = [(name, getattr(table.taken, part)) for part, name in PARTS if part in self._parts]
        found = [f"{name} “{line(column)}”" for name, column in taken if column is not None]
        if table.taken.id is None:
            found.insert(0, "id none (rows are numbered; --id-column names one)")
        source = "standard input" if table.source == STDIN else line(table.source)
        return f"columns of {source}: {', '.join(found)}{self._no_date(table)}"

    def _no_date(self, table: TableRead) -> str:
        if table.taken.published is not None or "published" not in self._parts:
            return ""
        passed = table.passed_over
        if passed is not None:
            shown = passed.example if len(passed.example) <= 30 else f"{passed.example[:29]}…"
            why, instead = no_date(passed.example)
            told = f"which {why}" if why.startswith("may") else why.removeprefix("is ")
            among = f" (“{line(passed.column)}” holds “{line(shown)}”, {told}; write {instead})"
        else:
            among = f" among {', '.join(map(line, table.names[:NAMES_SHOWN]))}{' …' if len(table.names) > NAMES_SHOWN else ''}"
        if self._dated:
            return f"; no date column was found{among}: the date of --published counts"
        return f"; no date column was found{among}: name it with --published-column, or give one date for all with --published 2021-02-28"
