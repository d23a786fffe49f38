"""The work of ``tocsin incidents join``, ``split``, ``undo``, ``decisions`` and ``update``: decide, and tell what changed by it."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Sequence

import typer
from rich.table import Table
from rich.text import Text

from tocsin.cli.asides import Asides
from tocsin.cli.incident_table import table_of
from tocsin.cli.terminal import results
from tocsin.display.plain import line
from tocsin.display.words import number
from tocsin.errors import InputError
from tocsin.pipeline.incidents import Updated, bring_up_to_date
from tocsin.records import Decision, EventRef
from tocsin.store import Store


def update(store: Store) -> None:
    """Bring the incidents up to date, and say what it came to."""
    with Asides(bar=True) as asides:
        updated = bring_up_to_date(store, lambda done, of: asides.show(progress(done, of), done, of))
    typer.echo(
        f"{number(updated.documents, 'document')} taken in: {number(updated.incidents, 'incident')}, {updated.changed:,} changed",
        err=True,
    )


def progress(done: int, of: int) -> str:
    """What the bar says."""
    return f"bringing incidents up to date: {done:,} of {of:,} documents"


def join(store: Store, refs: Sequence[str], who: str | None, why: str | None) -> None:
    """Make one incident of all that ``refs`` name."""
    events = [event for ref in refs for event in _events(store, ref)]
    _decide(store, [Decision("join", tuple(dict.fromkeys(events)))], who, why)


def split(store: Store, refs: Sequence[str], who: str | None, why: str | None) -> None:
    """Take events out of an incident whose id comes first, or part the events that ``refs`` name from each other."""
    first, *rest = refs
    if _is_event(first):
        _decide(store, [Decision("split", tuple(_event(ref) for ref in refs))], who, why)
        return
    events = _events(store, first)
    if not rest:
        raise InputError(
            f"name after {first} the events that are to leave it, as DOCUMENT:EVENT; see tocsin incidents show {first} --reasons"
        )
    leaving = [_event(ref) for ref in rest]
    for event in leaving:
        if event not in events:
            raise InputError(f"{event.document}:{event.event} does not stand in {first}; see tocsin incidents show {first} --reasons")
    staying = [event for event in events if event not in leaving]
    if not staying:
        raise InputError(f"nothing would stay in {first}; to part all of its events from each other name them without it")
    _decide(store, [Decision("split", (event, other)) for event in leaving for other in staying], who, why)


def undo(store: Store, keys: Sequence[int], who: str | None) -> None:
    """Take decisions back."""
    about = {each.key: each.decision.events for each in store.decisions()}
    events = [event for key in keys for event in about.get(key, ())]
    before = _incidents(store, events)
    for key in keys:
        store.undo_decision(key, who or getpass.getuser())
    _tell(store, events, before, _brought(store), "another decision or the scores say the same; see tocsin incidents decisions")


def write_decisions(store: Store) -> None:
    """All decisions, the latest last."""
    table = Table(box=None, header_style="dim", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("key", justify="right", no_wrap=True)
    table.add_column("day", no_wrap=True)
    table.add_column("decision", overflow="fold")
    for each in store.decisions():
        events = ", ".join(f"{line(event.document)}:{event.event}" for event in each.decision.events[:4])
        more = f" and {len(each.decision.events) - 4} more" if len(each.decision.events) > 4 else ""
        text = Text(f"{each.decision.kind} {events}{more}")
        text.append(f"\n{line(each.who)}{f': {line(each.why)}' if each.why else ''}", style="dim")
        if each.undone_at:
            text.append(f"\ntaken back by {line(each.undone_by or '')} on {each.undone_at:%Y-%m-%d}", style="yellow")
        table.add_row(Text(str(each.key)), Text(f"{each.decided_at:%Y-%m-%d}"), text)
    if table.row_count:
        results().print(table)
    else:
        typer.echo("no decisions", err=True)


def _decide(store: Store, decisions: Sequence[Decision], who: str | None, why: str | None) -> None:
    bring_up_to_date(store)
    events = list(dict.fromkeys(event for decision in decisions for event in decision.events))
    before = _incidents(store, events)
    keys = [store.decide(decision, who or getpass.getuser(), why) for decision in decisions]
    _tell(store, events, before, _brought(store))
    typer.echo(f"take it back with: tocsin incidents undo {' '.join(map(str, keys))} --db {store.name}", err=True)


def _brought(store: Store) -> Updated:
    with Asides(bar=True) as asides:
        return bring_up_to_date(store, lambda done, of: asides.show(progress(done, of), done, of))


def _tell(
    store: Store, events: Iterable[EventRef], before: dict[EventRef, str], updated: Updated, because: str = "it was so already"
) -> None:
    """The incidents in which the events stand now, and those in which they stood. ``because`` is why nothing changed, if nothing did."""
    after = _incidents(store, events)
    if not updated.changed:
        typer.echo(f"nothing changed: {because}", err=True)
    rows = [store.incident(name).row for name in sorted(set(after.values()))]
    results().print(table_of(rows, store.figures([row.id for row in rows])))
    gone = sorted(set(before.values()) - set(after.values()))
    if gone:
        typer.echo(
            f"{', '.join(gone)} {'is' if len(gone) == 1 else 'are'} no more; the id leads on to where its earliest event stands", err=True
        )


def _incidents(store: Store, events: Iterable[EventRef]) -> dict[EventRef, str]:
    wanted = set(events)
    found = store.memberships(sorted({event.document for event in wanted}))
    return {event: member.incident for event, member in found.items() if event in wanted}


def _events(store: Store, ref: str) -> list[EventRef]:
    return [_event(ref)] if _is_event(ref) else [event.ref for event in store.incident(ref).events]


def _is_event(ref: str) -> bool:
    return ":" in ref


def _event(ref: str) -> EventRef:
    document, _, event = ref.rpartition(":")
    if not document or not event:
        raise InputError(f"{ref!r} is no event; write DOCUMENT:EVENT, as tocsin incidents show --reasons gives it")
    return EventRef(document, event)
