"""``tocsin audit``: prove that every stored quote stands at its offsets in the stored text."""
# ruff: noqa: PLC0415  # see tocsin.cli

from __future__ import annotations

import typer

from tocsin.cli import choices

EXAMPLES = ("tocsin audit --db events.db",)

PROBLEMS = 1
"""The exit code of an audit that found something wrong."""


def audit(*, db: choices.Database) -> None:
    """Check that every stored quote stands in its stored text.

    Ends with 0 if all is well, with 1 if something is not; each problem is one line.
    """
    from tocsin.display.plain import line
    from tocsin.display.words import number
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        found = store.audit()
    for problem in found.problems:
        typer.echo(line(problem))
    checked = f"checked {number(found.checked, 'quote')} in {number(found.documents, 'document')}"
    if found.problems:
        typer.echo(f"{checked}: {number(len(found.problems), 'problem')}", err=True)
        raise typer.Exit(PROBLEMS)
    typer.echo(f"{checked}: all is well")
