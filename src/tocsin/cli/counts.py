"""``tocsin counts``: the numbers that texts give, as ranges."""
# ruff: noqa: PLC0415  # see tocsin.cli

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from tocsin.cli import choices
from tocsin.cli.choices import InputFormat
from tocsin.cli.code import INCOMPLETE
from tocsin.settings import Settings

EXAMPLES = (
    "echo 'Around 50 were arrested.' | tocsin counts -",
    "tocsin counts --print-rules > rules.toml",
    "tocsin counts news/ --rules rules.toml --out counts.jsonl",
)


def counts(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="INPUT", help="Files, folders, patterns such as 'news/*.html'; - reads standard input.", show_default=False),
    ] = None,
    *,
    rules: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A table of count rules of your own (TOML); what it leaves out stays.")
    ] = None,
    print_rules: Annotated[bool, typer.Option("--print-rules", help="Print the table in use as TOML, to start a file from.")] = False,
    out: choices.Out = None,
    max_bytes: choices.MaxBytes = None,
    kind: choices.Kind = InputFormat.auto,
    text_column: choices.TextColumn = None,
    id_column: choices.IdColumn = None,
) -> None:
    """Find the numbers that texts give, as one JSON line a document.

    A line is [bold]{"id", "counts": [{"start", "end", "text", "of", "low", "high", "best", "unit", "role"}]}[/]; offsets count code points,
    a high of null is an open range, role is total, increment or plain. Ends with 0, 1 and 2 as tocsin code does.
    """
    from tocsin.cli.checks import check_names
    from tocsin.cli.columns_told import ColumnsTold
    from tocsin.errors import InputError
    from tocsin.ingest import IngestOptions
    from tocsin.resolve.counts.rules import STANDARD
    from tocsin.resolve.counts.rules_file import read_rules, written

    table = read_rules(rules) if rules else STANDARD
    if print_rules:
        typer.echo(written(table), nl=False)
        return
    if not inputs:
        raise InputError("counts needs an input: a file, a folder, or - for standard input")
    options = IngestOptions(
        max_bytes=max_bytes or Settings.from_environment().max_bytes,
        text_column=text_column,
        id_column=id_column,
        format=kind.value,
        tell=ColumnsTold(("id", "text")),
    )
    check_names(inputs, options, out)

    from tocsin.cli import finding

    if not finding.write_found(inputs, options, partial(finding.counts_of, rules=table), "counts", out):
        raise typer.Exit(INCOMPLETE)
