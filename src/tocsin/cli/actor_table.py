"""The work of ``tocsin show actors``: who acts in a database, each once under all spellings."""

from __future__ import annotations

from collections.abc import Iterator

import typer
from rich.table import Table
from rich.text import Text

from tocsin.cli.terminal import results
from tocsin.display.plain import line
from tocsin.records import EntityValue
from tocsin.resolve.entities.across import Actor, Seen, Sought, across
from tocsin.store import Store

_SPELLINGS = 6
"""Other spellings that are shown of one actor."""


def actors(store: Store, words: str | None, limit: int) -> None:
    """Those in the most documents first; with ``words`` only those who bear that name in some spelling. Private people are left out."""
    sought = Sought(words) if words else None
    found = [actor for actor in across(_seen(store)) if sought is None or _bears(actor, sought)]
    if not found:
        typer.echo(f"no actor is called {words}" if words else "no actors", err=True)
        return
    results().print(_table(found[:limit]))
    if len(found) > limit:
        typer.echo(f"… {len(found) - limit:,} more actors are there; --limit shows more than {limit:,}", err=True)


def _seen(store: Store) -> Iterator[Seen]:
    """The actors and recipients of each document, as people left them, without private people."""
    return (Seen(document, value) for document, value in store.parties() if not value.private)


def _bears(actor: Actor, sought: Sought) -> bool:
    return any(sought.bears(EntityValue(name, "", actor.country)) for name in actor.spellings)


def _table(found: list[Actor]) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("documents", justify="right", no_wrap=True)
    table.add_column("country", no_wrap=True)
    table.add_column("sector", no_wrap=True)
    table.add_column("actor", overflow="fold")
    for actor in found:
        name = Text(line(actor.name))
        others = [line(each) for each in actor.spellings if each != actor.name]
        if others:
            more = f" … {len(others) - _SPELLINGS} more" if len(others) > _SPELLINGS else ""
            name.append(f"  {', '.join(others[:_SPELLINGS])}{more}", style="dim")
        table.add_row(f"{len(actor.documents):,}", actor.country or "–", "+".join(actor.sectors) or "–", name)
    return table
