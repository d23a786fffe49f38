"""``tocsin remove``: documents out of a database."""
# ruff: noqa: PLC0415  # see tocsin.cli

from __future__ import annotations

from typing import Annotated

import typer

from tocsin.cli import choices

EXAMPLES = (
    "tocsin remove news/a.txt --db events.db",
    "tocsin remove 'rows.csv#*' --db events.db --yes",
    "tocsin remove - --db events.db --yes < ids.txt",
)


def remove(
    documents: Annotated[
        list[str],
        typer.Argument(
            metavar="DOCUMENT",
            help="Documents by their ids or file names; * stands for any letters, - reads ids from standard input, one a line.",
            show_default=False,
        ),
    ],
    *,
    db: choices.Database,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether to.")] = False,
    reviewed: Annotated[
        bool, typer.Option("--reviewed", help="Remove also what people have corrected, accepted or been given to code.")
    ] = False,
    who: Annotated[str | None, typer.Option("--who", metavar="NAME", help="Who removes them; without it the user of this machine.")] = None,
) -> None:
    """Take documents out of a database, with all their events.

    Their text, events and claims are deleted, and the incidents are those of the other documents. The history keeps that they were there, who
    removed them and when. It ends with 1 where you are asked and say no.
    """
    from tocsin.cli import removing
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        if not removing.remove(store, documents, removing.Said(yes, reviewed, who)):
            raise typer.Exit(1)
