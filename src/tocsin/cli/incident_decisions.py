"""The work of ``tocsin incidents join``, ``split``, ``undo``, ``decisions`` and ``update``: decide, and tell what changed by it."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import typer
from rich.console import Group
from rich.text import Text

from tocsin.cli.asides import Asides
from tocsin.cli.decided import decided
from tocsin.cli.hints import on
from tocsin.cli.incident_table import table_of
from tocsin.cli.naming import event_id, event_ref
from tocsin.cli.terminal import results
from tocsin.display.plain import line
from tocsin.display.words import number
from tocsin.errors import InputError
from tocsin.pipeline.incidents import Updated, bring_up_to_date
from tocsin.records import Decision, EventRef
from tocsin.store import Store
from tocsin.store.incidents.acts import Act, acts

KEY = 3
"""Columns of a decision's number; one of more digits moves its line to the right."""

INDENT = 17
"""Columns before what a decision is about: its number, its day, and two behind each."""


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
    return f"bringing incidents up to date: {done:,} of {number(of, 'document')}"


def join(store: Store, refs: Sequence[str], who: str | None, why: str | None) -> None:
    """Make one incident of all that ``refs`` name; acts of different types are joined too, with a word of warning."""
    named = [_named(store, ref) for ref in refs]
    if len({each.events for each in named}) < 2:
        more = "another incident or event" if len(set(refs)) < 2 else "an event of another incident"
        raise InputError(f"{refs[0]} alone joins nothing; name {more} after it; find them with: {on(store, 'incidents', 'list')}")
    types = list(dict.fromkeys(each.type for each in named if each.type))
    events = tuple(dict.fromkeys(event for each in named for event in each.events))
    warning = f"these are acts of different types, {' and '.join(types)}: look whether they are one" if len(types) > 1 else None
    _decide(store, events, lambda by: store.decide(Decision("join", events), by, why), who, warning)


def split(store: Store, refs: Sequence[str], who: str | None, why: str | None) -> None:
    """Take events out of an incident whose id comes first, or part the events that ``refs`` name from each other."""
    first, *rest = refs
    if _is_event(first):
        parted = tuple(_event(store, ref) for ref in refs)
        _decide(store, parted, lambda by: store.decide(Decision("split", parted), by, why), who)
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
    _decide(store, events, lambda by: store.split_off(leaving, staying, by, why), who)


def undo(store: Store, keys: Sequence[int], who: str | None) -> None:
    """Take decisions back, each with the others of its act; one that was taken back already is passed over, if it is not the only one."""
    made = acts(store.decisions())
    wanted = list(dict.fromkeys(_act(store, made, key) for key in keys))
    standing = [act for act in wanted if act.undone_at is None]
    events = [event for act in wanted for each in act.decisions for event in each.decision.events]
    before = _incidents(store, events)
    for act in standing or wanted[:1]:  # where none stands the store refuses the first, and says who was quicker
        store.undo_decision(act.key, who or getpass.getuser())
    for act in wanted:
        if act not in standing:
            typer.echo(f"passed over decision {act.key}: {line(act.undone_by or '')} took it back already", err=True)
    _tell(store, events, before, _brought(store), f"another decision or the scores say the same; see {on(store, 'incidents', 'decisions')}")


def _act(store: Store, made: Sequence[Act], key: int) -> Act:
    """The act that a decision is of.

    Raises:
        InputError: there is no such decision.
    """
    found = next((act for act in made if key in act.keys), None)
    if found is None:
        raise InputError(f"there is no decision {key}; list them with: {on(store, 'incidents', 'decisions')}")
    return found


def write_decisions(store: Store) -> None:
    """All decisions, one entry an act, the latest last."""
    console = results()
    made = acts(store.decisions())
    if not made:
        typer.echo("no decisions", err=True)
        return
    console.print(Text(f"{'key':>{KEY}}  day         decision", style="dim"))
    for act in made:
        console.print(Group(Text(f"{act.key:>{KEY}}  {act.decided_at:%Y-%m-%d}  {act.kind}"), *decided(act, INDENT)), crop=False)


def _decide(store: Store, events: Sequence[EventRef], keep: Callable[[str], int], who: str | None, warning: str | None = None) -> None:
    """``keep`` stores the decision of somebody about ``events`` and gives its key."""
    bring_up_to_date(store)
    before = _incidents(store, events)
    key = keep(who or getpass.getuser())
    _tell(store, events, before, _brought(store))
    if warning:
        typer.echo(warning, err=True)
    typer.echo(f"take it back with: {on(store, 'incidents', 'undo', str(key))}", err=True)


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
