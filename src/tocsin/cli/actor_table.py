"""The work of ``tocsin show actors``: who acts in a database, each once under all spellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import typer
from rich.table import Table
from rich.text import Text

from tocsin.cli.terminal import results
from tocsin.display.plain import line
from tocsin.display.words import number
from tocsin.records import EntityValue
from tocsin.resolve.countries import find_names, tokens_of
from tocsin.resolve.entities.across import Actor, Seen, Sought, across
from tocsin.resolve.entities.scripts import is_other
from tocsin.resolve.entities.sectors import find_sectors
from tocsin.store import Store

_SPELLINGS = 6
"""Other spellings that are shown of one actor, and words that are shown of those who have no name."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the table: somebody with a name, or all of one country and sector who have none."""

    names: tuple[str, ...]
    country: str | None
    sectors: tuple[str, ...]
    documents: frozenset[str]
    unnamed: bool


def actors(store: Store, words: str | None, limit: int) -> None:
    """Those in the most documents first; with ``words`` only those who bear that name in some spelling. Private people are left out."""
    sought = Sought(words) if words else None
    found = _rows(actor for actor in across(_seen(store)) if sought is None or _bears(actor, sought))
    if not found:
        typer.echo(f"no actor is called {words}" if words else "no actors", err=True)
        return
    results().print(_table(found[:limit]))
    if len(found) > limit:
        typer.echo(
            f"… {number(len(found) - limit, 'more actor')} {'is' if len(found) - limit == 1 else 'are'} there; --limit shows more than {limit:,}",
            err=True,
        )


def is_described(name: str) -> bool:
    """Whether words say what somebody is and not who: *Police*, *14 of the pupils*, *Bolivian miners*; beside *Kenya*, *Hamas*, *High Court*."""
    tokens = tokens_of(name)
    found = find_names(name, cased=True)
    if is_other(name) or any(each.kind in {"body", "group"} for each in found):
        return False
    rest = [token for token in tokens if not any(each.start <= token.start < each.end for each in found)]
    if not rest:
        return not found  # a country's bare name is its government
    if any(token.written[0].isupper() for token in rest if token is not tokens[0]):
        return False
    return not tokens[0].written[0].isupper() or find_sectors(name) is not None


def _seen(store: Store) -> Iterator[Seen]:
    """The actors and recipients of each document, as people left them, without private people."""
    return (Seen(document, value) for document, value in store.parties() if not value.private)


def _bears(actor: Actor, sought: Sought) -> bool:
    return any(sought.bears(EntityValue(name, "", actor.country)) for name in actor.spellings)


def _rows(found: Iterable[Actor]) -> list[_Row]:
    """Who has a name each once, those without one once for each country and sector; the named first among equally many documents."""
    rows: list[_Row] = []
    groups: dict[tuple[str | None, tuple[str, ...]], list[Actor]] = {}
    for actor in found:
        if is_described(actor.name):
            groups.setdefault((actor.country, actor.sectors), []).append(actor)
        else:
            names = (actor.name, *(each for each in actor.spellings if each != actor.name))
            rows.append(_Row(names, actor.country, actor.sectors, frozenset(actor.documents), unnamed=False))
    for (country, sectors), some in groups.items():
        words = dict.fromkeys(actor.name for actor in some)
        rows.append(_Row(tuple(words), country, sectors, frozenset(name for actor in some for name in actor.documents), unnamed=True))
    return sorted(rows, key=lambda row: (-len(row.documents), row.unnamed))


def _table(found: Iterable[_Row]) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("documents", justify="right", no_wrap=True)
    table.add_column("country", no_wrap=True)
    table.add_column("sector", no_wrap=True)
    table.add_column("actor", overflow="fold")
    for row in found:
        table.add_row(f"{len(row.documents):,}", row.country or "–", "+".join(row.sectors) or "–", _shown(row))
    return table


def _shown(row: _Row) -> Text:
    """``Mukhtar Ablyazov  Moukhtar Abliazov``; ``unnamed: police, two officers``."""
    names = [line(each) for each in row.names]
    first, others = ("unnamed: ", names) if row.unnamed else (names[0], names[1:])
    text = Text(first)
    if others:
        more = f" … {len(others) - _SPELLINGS} more" if len(others) > _SPELLINGS else ""
        text.append(f"{'' if row.unnamed else '  '}{', '.join(others[:_SPELLINGS])}{more}", style="dim")
    return text
