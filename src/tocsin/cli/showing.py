"""The work of ``tocsin show``."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

import typer
from rich.console import Group
from rich.table import Table
from rich.text import Text

from tocsin.cli.by_people import said_by_people
from tocsin.cli.hints import on
from tocsin.cli.marked import event_page
from tocsin.cli.naming import event_ref
from tocsin.cli.table import Id, events_table, heading
from tocsin.cli.terminal import results
from tocsin.display.plain import line
from tocsin.errors import InputError
from tocsin.records import EntityValue, Event, Reading
from tocsin.resolve.entities.across import Sought
from tocsin.store import DocumentRow, EventFilter, Store

ID_INDENT = 20
"""Columns before a document's title and its id: day and number of events, with two behind each."""


def documents(store: Store, limit: int) -> None:
    """The documents in the order in which they came."""
    rows = store.documents()
    console, shown = results(), 0
    for shown, row in enumerate(islice(rows, limit), start=1):
        if shown == 1:
            console.print(Text("published   events  document", style="dim"))
        console.print(_document_lines(row), crop=False)
    _tell_more(rows, limit, "documents", shown=shown)


def events(store: Store, wanted: EventFilter, mode: str | None, limit: int, actor: str | None = None) -> None:
    """The events, under the head of their document; with ``actor`` those by or to whom that names, in any spelling."""
    found = _found(store, wanted, mode, Sought(actor) if actor else None)
    shown = 0
    console = results()
    for reading, some in found:
        part = some[: limit - shown]
        shown += len(part)
        console.print(
            Group(heading(reading, len(some)), Text(""), events_table(reading.document, part, ids=True), Text("")),
            crop=False,
        )
        if shown >= limit:
            if len(part) < len(some) or next(found, None):
                typer.echo(f"… more events are there; --limit shows more than {limit:,}", err=True)
            return
    if not shown:
        typer.echo("no events", err=True)


def event(store: Store, name: str) -> None:
    """One event by its id; any of its mentions will do for the part behind the document's.

    Raises:
        InputError: there is no such event, or no such document.
    """
    ref = event_ref(store, name)
    review = store.review(ref.document)
    reading = review.effective
    events = reading.events
    for found in events:
        mentions = {one.id for one in found.mentions}
        if ref.event in mentions:
            people = said_by_people([each for each in review.holding if each.event is None or each.event in mentions])
            results().print(Group(heading(reading, len(events)), Text(""), event_page(reading.document, found, people)))
            return
    hint = on(store, "show", "events", "--document", ref.document)
    raise InputError(f"{line(ref.document)} has no event {line(ref.event)!r}; list those that it has with: {hint}")


def _document_lines(row: DocumentRow) -> Group:
    """Day, number of events and title, and under them the id, which stands in the title's place where there is none."""
    dated = row.published.isoformat() if row.published else "–"
    start = Text(f"{dated:<10}  ").append(f"{'unread' if row.skipped else f'{row.events:,}':>6}", style="dim" if row.skipped else "")
    if not row.title:
        return Group(Text(start.plain + "  ", no_wrap=True, overflow="ignore").append(line(row.id), style="dim"))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, min_width=ID_INDENT - 2)
    grid.add_column(overflow="fold")
    grid.add_row(start, Text(line(row.title)))
    return Group(grid, Id(row.id, ID_INDENT))


def refusals(store: Store, limit: int) -> None:
    """The inputs that could not be read."""
    table = Table(box=None, header_style="dim", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("reason", overflow="fold")
    table.add_column("what to do about it", overflow="fold")
    rows = store.refusals()
    for row in islice(rows, limit):
        table.add_row(Text(row.reason), Text(line(row.detail)))
    if table.row_count:
        results().print(table)
    _tell_more(rows, limit, "refusals", shown=table.row_count)


def _found(store: Store, wanted: EventFilter, mode: str | None, sought: Sought | None) -> Iterator[tuple[Reading, list[Event]]]:
    for found in store.find(wanted):
        reading = found.reading
        events = [event for event in reading.events if _is_wanted(event, found.mentions, mode)]
        events = [event for event in events if sought is None or _is_party(event, sought)]
        if events:
            yield reading, events


def _is_wanted(event: Event, mentions: Collection[str], mode: str | None) -> bool:
    return any(mention.id in mentions and (mode is None or mode in mention.modes) for mention in event.mentions)


def _is_party(event: Event, sought: Sought) -> bool:
    parties = (claim.value for claim in event.claims if claim.field in {"actor", "recipient"})
    return any(isinstance(value, EntityValue) and sought.bears(value) for value in parties)


def _tell_more(rest: Iterator[object], limit: int, what: str, *, shown: int) -> None:
    if not shown:
        typer.echo(f"no {what}", err=True)
    elif next(rest, None) is not None:
        typer.echo(f"… more {what} are there; --limit shows more than {limit:,}", err=True)
