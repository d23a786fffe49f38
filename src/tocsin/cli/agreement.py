"""``tocsin agreement``: how well two coders agree."""
# ruff: noqa: PLC0415  # see tocsin.cli

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tocsin.cli import choices
from tocsin.errors import InputError

if TYPE_CHECKING:
    from tocsin.review.agreement import Agreement

EXAMPLES = (
    "tocsin agreement --db events.db",
    "tocsin agreement --db events.db --format csv > agreement.csv",
)

HOW_TO_READ = (
    "alpha (Krippendorff): 1 always the same, 0 as by chance. 0.80 and more may be relied on, 0.67 to 0.80 with care, less is a reason "
    "to talk about the codebook."
)


class TableFormat(StrEnum):
    """How a small table is written."""

    table = "table"
    csv = "csv"
    json = "json"


def agreement(
    *,
    db: choices.Database,
    documents: Annotated[
        list[str] | None, typer.Option("--documents", metavar="DOCUMENT", help="Only this document; may be given several times.")
    ] = None,
    form: Annotated[
        TableFormat, typer.Option("--format", metavar="FORMAT", help="How it is written: table, csv or json.")
    ] = TableFormat.table,
) -> None:
    """Show how well two people agree who coded the same documents.

    Neither saw the other's work. For each field: Krippendorff's alpha, over how many units, and the share of them in which the two said the
    same. Documents are given to two people on the desk's page of review.
    """
    from tocsin.cli.hints import on
    from tocsin.cli.naming import document_id
    from tocsin.review.agreement import agreement as measured
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        ids = [document_id(store, name) for name in documents or ()]
        found = measured((coded.one, coded.other) for coded in store.coded(ids or None))
        if not found.documents:
            raise InputError(
                f"no document has been coded by two people yet; give some out on the desk, and wait for both to hand in: {on(store, 'serve')}"
            )
    {TableFormat.table: _table, TableFormat.csv: _csv, TableFormat.json: _json}[form](found)


def _table(found: Agreement) -> None:
    from rich.table import Table

    from tocsin.cli.terminal import results
    from tocsin.display.words import number
    from tocsin.review.agreement import EXPLAINED

    table = Table(box=None, show_header=True, header_style="dim", padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("field")
    for name in ("alpha", "units", "same"):
        table.add_column(name, justify="right")
    table.add_column("what is compared", style="dim")
    for field in found.fields:
        same = "–" if field.same is None else f"{100 * field.same:.0f} %"
        alpha = "–" if field.alpha is None else f"{field.alpha:.2f}"
        table.add_row(field.field, alpha, f"{field.units:,}", same, EXPLAINED[field.field])
    shown = results()
    shown.print(f"{number(found.documents, 'document')} coded by two people")
    shown.print(table)
    shown.print(HOW_TO_READ, style="dim")


def _csv(found: Agreement) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("field", "alpha", "units", "same"))
    for field in found.fields:
        writer.writerow(
            (field.field, "" if field.alpha is None else round(field.alpha, 4), field.units, field.same and round(field.same, 4))
        )


def _json(found: Agreement) -> None:
    fields = [{"field": each.field, "alpha": each.alpha, "units": each.units, "same": each.same} for each in found.fields]
    typer.echo(json.dumps({"documents": found.documents, "fields": fields}, indent=2))
