"""Incidents as a table for a terminal: calm, and legible at 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import typer
from rich.table import Table
from rich.text import Text

from tocsin.cli.hints import on
from tocsin.cli.terminal import ACCENT, results
from tocsin.display import words
from tocsin.display.plain import line
from tocsin.records import EntityValue, Figure, PlaceValue, TimeValue
from tocsin.store import IncidentFilter, IncidentRow, Store
from tocsin.store.incidents.records import Sort

ORDERS: Mapping[str, Sort] = {
    "day": "-first_day",
    "published": "-published",
    "articles": "-articles",
    "sources": "-sources",
    "changed": "changed",
}
"""The store's orders by the command line's names."""


def write_list(store: Store, wanted: IncidentFilter, by: str, limit: int) -> None:
    """The incidents that are wanted, and how many more there are."""
    found = store.incidents(wanted, ORDERS[by], limit=limit)
    if not found.total:
        there = store.number_of_incidents()
        way = f" of this kind among {there:,}" if there else f"; bring them up to date with: {on(store, 'incidents', 'update')}"
        typer.echo(f"no incidents{way}", err=True)
        return
    results().print(table_of(found.rows, store.figures([row.id for row in found.rows])))
    more = found.total - len(found.rows)
    if more:
        typer.echo(
            f"… {words.number(more, 'more incident')} {'is' if more == 1 else 'are'} there; --limit shows more than {limit:,}", err=True
        )


def table_of(rows: Iterable[IncidentRow], figures: Mapping[str, Sequence[Figure]]) -> Table:
    """A block of lines an incident."""
    table = Table(box=None, show_header=True, header_style="dim", padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("when", width=11)
    table.add_column("where", max_width=14, overflow="fold")
    table.add_column("what", width=14, overflow="fold")  # the longest mode: misinformation
    table.add_column("who → whom, how many, who tells it", overflow="fold")
    for row in rows:
        if table.row_count:
            table.add_row()
        details = parties(row)
        details.append("\n" if details else "").append(line(row.title), style="bold")
        numbers = [told(figure) for figure in figures.get(row.id, ())]
        details.append(f"\n{' · '.join([*numbers, told_by(row)])}").append(f"\n{row.id}", style="dim")
        table.add_row(Text(when(row).replace(" to ", "\n–")), Text(where(row)), what(row), details)
    return table


def parties(row: IncidentRow) -> Text:
    """``police (KAZ COP) → demonstrators``."""
    actor, recipient = (
        _party(row.actor, row.actor_country, row.actor_sectors),
        _party(row.recipient, row.recipient_country, row.recipient_sectors),
    )
    return Text(f"{actor} → {recipient}".strip() if recipient else actor)


def _party(name: str | None, country: str | None, sectors: tuple[str, ...]) -> str:
    return words.party(EntityValue(name, "", country, sectors)) if name else ""


def what(row: IncidentRow) -> Text:
    """The type, then under it each mode and how the act stands to the facts."""
    text = Text(row.type, style=f"bold {ACCENT}")
    for mode in row.modes[:2]:
        text.append(f"\n{mode}", style=f"not bold {ACCENT}")
    for shade in shades(row):
        text.append(f"\n{shade}", style="not bold italic yellow")
    return text


def shades(row: IncidentRow) -> list[str]:
    """What is to be said of an incident that is not simply asserted."""
    return [*([] if row.standing == "asserted" else [row.standing]), *(["background"] if "historical" in row.aux else [])]


def when(row: IncidentRow) -> str:
    """``2021-02-28``, ``2021-02-22 to 2021-02-28`` or a dash."""
    told_day = words.day(TimeValue(row.first_day, row.last_day, row.date_precision, "none"))
    return "–" if told_day == "unknown" else told_day


def where(row: IncidentRow) -> str:
    """``Almaty, KAZ`` or a dash."""
    if row.place is None:
        return "–"
    return line(words.place(PlaceValue(row.place, row.place_kind or "region", row.country)))


def told_by(row: IncidentRow) -> str:
    """``5 articles, 3 sources``."""
    articles = words.number(row.articles, "article")
    return articles if row.articles == 1 else f"{articles}, {words.number(row.sources, 'source')}"


def told(figure: Figure) -> str:
    """``50 arrested``; where the claims leave a range ``40–200 arrested, best 53``; a least where one is open above."""
    noun = words.counted(figure)
    best = "" if figure.best is None else f"{figure.best:,}"
    if figure.low == figure.high:
        return f"{figure.low:,} {noun}".strip()
    reach = f"{figure.low:,} or more" if figure.high is None else f"{figure.low:,}–{figure.high:,}"
    return f"{reach} {noun}".strip() + (f", best {best}" if best else "")
