"""What a person decided about incidents, one act at a time: which events, who, why, and whether it was taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from tocsin.cli.naming import event_id
from tocsin.cli.table import Id
from tocsin.display.plain import line
from tocsin.records import EventRef
from tocsin.store.incidents.acts import Act

LISTED = 4
"""Events of a side of a decision that are listed."""


def decided(act: Act, indent: int) -> Iterator[RenderableType]:
    """The lines below an act's first, ``indent`` columns in."""
    events, others = act.sides
    yield from _events(events, indent)
    if others:
        yield Padding(Text("apart from", style="dim"), (0, 0, 0, indent))
        yield from _events(others, indent)
    about = f"{line(act.who)}{f': {line(act.why)}' if act.why else ''}"
    yield Padding(Text(about, style="dim"), (0, 0, 0, indent))
    if act.undone_at:
        undone = Text(f"taken back by {line(act.undone_by or '')} on {act.undone_at:%Y-%m-%d}", style="yellow")
        yield Padding(undone, (0, 0, 0, indent))


def _events(refs: Sequence[EventRef], indent: int) -> Iterator[RenderableType]:
    for ref in refs[:LISTED]:
        yield Id(event_id(ref), indent)
    more = len(refs) - LISTED
    if more > 0:
        yield Padding(Text(f"and {more} more", style="dim"), (0, 0, 0, indent))
