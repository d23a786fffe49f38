"""The work of ``tocsin show``."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import islice

import typer
from rich.console import Group
from rich.table import Table
from rich.text import Text

from tocsin.cli.marked import event_page
from tocsin.cli.table import Id, events_table, heading
from tocsin.cli.terminal import results
from tocsin.display.ids import short
from tocsin.display.plain import line
from tocsin.errors import InputError
from tocsin.records import EntityValue, Event, Reading
from tocsin.resolve.entities.across import Sought
from tocsin.store import EventFilter, Store


def documents(store: Store, limit: int) -> None:
    """The documents in the order in which they came."""
    table = _plain_table("published", "events", "document")
    table.columns[0].no_wrap = table.columns[1].no_wrap = True
    table.columns[1].justify = "right"
    rows = store.documents()
    for row in islice(rows, limit):
        dated = row.published.isoformat() if row.published else "–"
        count = Text("unread", style="dim") if row.skipped else Text(f"{row.events:,}")
        title = [Text(line(row.title))] if row.title else []
        table.add_row(Text(dated), count, Group(*title, Id(row.id)))
    _print_list(table, rows, limit, "documents")


def events(store: Store, wanted: EventFilter, mode: str | None, limit: int, actor: str | None = None) -> None:
    """The events, under the head of their document; with ``actor`` those by or to whom that names, in any spelling."""
    if wanted.document is not None:
        wanted = replace(wanted, document=_whole_id(store, wanted.document))
    found = _found(store, wanted, mode, Sought(actor) if actor else None)
    shown = 0
    console = results()
    for reading, some in found:
        part = some[: limit - shown]
        shown += len(part)
        console.print(Group(heading(reading, len(some), whole_id=True), Text(""), events_table(reading.document, part, ids=True), Text("")))
        if shown >= limit:
            if len(part) < len(some) or next(found, None):
                typer.echo(f"… more events are there; --limit shows more than {limit:,}", err=True)
            return
    if not shown:
        if wanted.document is not None:
            store.reading(wanted.document)  # an id that the database does not know is an error, and not the same as no events
        typer.echo("no events", err=True)


def event(store: Store, name: str) -> None:
    """One event by its id, ``DOCUMENT/EVENT``; any of its mentions will do for ``EVENT``."""
    document, _, mention = name.rpartition("/")
    if not document:
        raise InputError(f"{name!r} is no event's id; it is DOCUMENT/EVENT, as `tocsin show events` gives it")
    document = _whole_id(store, document)
    reading = store.effective(document)
    events = reading.events
    for found in events:
        if mention in {one.id for one in found.mentions}:
            results().print(Group(heading(reading, len(events)), Text(""), event_page(reading.document, found)))
            return
    raise InputError(f"{document} has no event {mention!r}; see `tocsin show events --document`")


def _whole_id(store: Store, name: str) -> str:
    """The id that a table shows cut in its middle, copied from there; any other name as it is."""
    if "…" not in name:
        return name
    ids = [row.id for row in store.documents() if short(row.id) == name]
    if len(ids) > 1:
        raise InputError(f"{name} may be any of {len(ids):,} documents; take the whole id, as `tocsin show documents` gives it")
    return ids[0] if ids else name


def refusals(store: Store, limit: int) -> None:
    """The inputs that could not be read."""
    table = _plain_table("reason", "what to do about it")
    rows = store.refusals()
    for row in islice(rows, limit):
        table.add_row(Text(row.reason), Text(line(row.detail)))
    _print_list(table, rows, limit, "refusals")


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


def _plain_table(*columns: str) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False, padding=(0, 2, 0, 0))
    for name in columns:
        table.add_column(name, overflow="fold")
    return table


def _print_list(table: Table, rest: Iterator[object], limit: int, what: str) -> None:
    if not table.row_count:
        typer.echo(f"no {what}", err=True)
        return
    results().print(table)
    if next(rest, None) is not None:
        typer.echo(f"… more {what} are there; --limit shows more than {limit:,}", err=True)
