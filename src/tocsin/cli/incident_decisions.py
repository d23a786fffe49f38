"""The work of ``tocsin incidents join``, ``split``, ``undo``, ``decisions`` and ``update``: decide, and tell what changed by it."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import typer
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from tocsin.cli.asides import Asides
from tocsin.cli.hints import on
from tocsin.cli.incident_table import table_of
from tocsin.cli.naming import event_id, event_ref
from tocsin.cli.table import Id
from tocsin.cli.terminal import results
from tocsin.display.plain import line
from tocsin.display.words import number
from tocsin.errors import InputError
from tocsin.pipeline.incidents import Updated, bring_up_to_date
from tocsin.records import Decision, EventRef
from tocsin.store import Store

KEY = 3
"""Columns of a decision's number; one of more digits moves its line to the right."""

INDENT = 17
"""Columns before what a decision is about: its number, its day, and two behind each."""

LISTED = 4
"""Events of a decision that are listed."""


@dataclass(frozen=True, slots=True)
class _Named:
    """The events that a name stands for, and their type: the incident's where it names one."""

    events: tuple[EventRef, ...]
    type: str | None


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
    """Make one incident of all that ``refs`` name; acts of different types are joined too, with a word of warning."""
    named = [_named(store, ref) for ref in refs]
    types = list(dict.fromkeys(each.type for each in named if each.type))
    events = tuple(dict.fromkeys(event for each in named for event in each.events))
    warning = f"these are acts of different types, {' and '.join(types)}: look whether they are one" if len(types) > 1 else None
    _decide(store, [Decision("join", events)], who, why, warning)


def split(store: Store, refs: Sequence[str], who: str | None, why: str | None) -> None:
    """Take events out of an incident whose id comes first, or part the events that ``refs`` name from each other."""
    first, *rest = refs
    if _is_event(first):
        _decide(store, [Decision("split", tuple(_event(store, ref) for ref in refs))], who, why)
        return
    events = _named(store, first).events
    see = on(store, "incidents", "show", first, "--reasons")
    if not rest:
        raise InputError(f"name after {first} the events that are to leave it, as DOCUMENT/EVENT; see {see}")
    leaving = [_event(store, ref) for ref in rest]
    for event in leaving:
        if event not in events:
            raise InputError(f"{event_id(event)} does not stand in {first}; see {see}")
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
    _tell(store, events, before, _brought(store), f"another decision or the scores say the same; see {on(store, 'incidents', 'decisions')}")


def write_decisions(store: Store) -> None:
    """All decisions, the latest last."""
    console = results()
    decisions = store.decisions()
    if not decisions:
        typer.echo("no decisions", err=True)
        return
    console.print(Text(f"{'key':>{KEY}}  day         decision", style="dim"))
    for each in decisions:
        about = f"{line(each.who)}{f': {line(each.why)}' if each.why else ''}"
        lines: list[RenderableType] = [Text(f"{each.key:>{KEY}}  {each.decided_at:%Y-%m-%d}  {each.decision.kind}")]
        lines += [Id(event_id(event), INDENT) for event in each.decision.events[:LISTED]]
        more = len(each.decision.events) - LISTED
        lines += [Padding(Text(f"and {more} more", style="dim"), (0, 0, 0, INDENT))] if more > 0 else []
        lines.append(Padding(Text(about, style="dim"), (0, 0, 0, INDENT)))
        if each.undone_at:
            undone = Text(f"taken back by {line(each.undone_by or '')} on {each.undone_at:%Y-%m-%d}", style="yellow")
            lines.append(Padding(undone, (0, 0, 0, INDENT)))
        console.print(Group(*lines), crop=False)


def _decide(store: Store, decisions: Sequence[Decision], who: str | None, why: str | None, warning: str | None = None) -> None:
    bring_up_to_date(store)
    events = list(dict.fromkeys(event for decision in decisions for event in decision.events))
    before = _incidents(store, events)
    keys = [store.decide(decision, who or getpass.getuser(), why) for decision in decisions]
    _tell(store, events, before, _brought(store))
    if warning:
        typer.echo(warning, err=True)
    typer.echo(f"take it back with: {on(store, 'incidents', 'undo', *map(str, keys))}", err=True)


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


def _named(store: Store, ref: str) -> _Named:
    """What an incident's id, or an event's, stands for.

    Raises:
        InputError: there is no such document.
        StoreError: there is no such incident.
    """
    if not _is_event(ref):
        found = store.incident(ref)
        return _Named(tuple(event.ref for event in found.events), found.row.type)
    event = _event(store, ref)
    member = _incidents(store, [event]).get(event)
    types = {each.ref: each.type for each in store.incident(member).events} if member else {}
    return _Named((event,), types.get(event))


def _is_event(ref: str) -> bool:
    return "/" in ref or ":" in ref


def _event(store: Store, ref: str) -> EventRef:
    """The event of a name; any mention of an act stands for it."""
    event = event_ref(store, ref)
    acts = (act for act in store.effective(event.document).events if event.event in {mention.id for mention in act.mentions})
    return next((EventRef(event.document, act.id) for act in acts), event)
