"""``tocsin incidents``: what happened, once each, with every claim beside who makes it."""
# ruff: noqa: PLC0415  # see tocsin.cli

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from tocsin.cli import choices
from tocsin.cli.show import MODES_BY_NAME, Limit, one_of
from tocsin.codebook import COUNT_KINDS, TYPE_NAMES
from tocsin.errors import InputError
from tocsin.records import Standing

EXAMPLES = (
    "tocsin incidents list --db events.db",
    "tocsin incidents show i53a1c9e0b7d2f416 --db events.db",
    "tocsin incidents join i53a1c9e0b7d2f416 i0c94be77a1d3e802 --db events.db",
)

incidents = typer.Typer(
    name="incidents",
    no_args_is_help=True,
    help="List what happened, once each; join and split incidents.",
    epilog=choices.ending(EXAMPLES),
)


class Order(StrEnum):
    """How a list is ordered."""

    day = "day"
    published = "published"
    articles = "articles"
    sources = "sources"
    changed = "changed"


STANDINGS: tuple[Standing, ...] = ("asserted", "hedged", "planned", "conditional", "denied")

Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="The reason, for those who look at it later.")]
Who = Annotated[str | None, typer.Option("--who", metavar="NAME", help="Who decides; without it the user of this machine.")]
Refs = Annotated[
    list[str],
    typer.Argument(
        metavar="REF",
        help="Incidents by their ids, or events as DOCUMENT/EVENT, as incidents show --reasons names them.",
        show_default=False,
    ),
]


def listed(
    *,
    db: choices.Database,
    kind: Annotated[
        list[str] | None, typer.Option("--type", metavar="TYPE", help="Only those of this type, such as COERCE. Repeatable.")
    ] = None,
    mode: Annotated[list[str] | None, typer.Option(metavar="MODE", help="Only those done in this way, such as arrest. Repeatable.")] = None,
    country: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME|CODE", help="Only those in this country, or by or to it, such as Kenya, KE or KEN. Repeatable."),
    ] = None,
    actor: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only those by or to one actor, however spelled, or with these words in its name. Repeatable."),
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="WORDS", help="Only those whose place has these words in its name.")] = None,
    since: choices.Since = None,
    until: choices.Until = None,
    count: Annotated[str | None, typer.Option(metavar="KIND", help="Only those with a number of this kind, such as killed.")] = None,
    least: Annotated[
        int | None, typer.Option("--least", min=1, metavar="N", help="Least best figure of that kind, or of any persons.")
    ] = None,
    sources: Annotated[int | None, typer.Option(min=1, metavar="N", help="Fewest independent sources.")] = None,
    standing: Annotated[
        list[str] | None, typer.Option(metavar="WORD", help=f"How firmly it is told: {', '.join(STANDINGS)}. Repeatable.")
    ] = None,
    text: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Only those with these words in headline, sentence, place or names.")
    ] = None,
    document: Annotated[str | None, typer.Option(metavar="DOCUMENT", help="Only those that one document tells.")] = None,
    by: Annotated[
        Order, typer.Option("--by", metavar="ORDER", help="What comes first, the greatest: day, published, articles, sources or changed.")
    ] = Order.day,
    limit: Limit = 50,
) -> None:
    """List what happened, each once, with its numbers and how many tell it.

    A number is shown as least, best and most where its sources differ. What its columns mean is in docs/incidents.md.
    """
    from tocsin.cli import incident_table
    from tocsin.cli.countries import country_code
    from tocsin.cli.naming import document_id
    from tocsin.resolve.entities.across import Spellings
    from tocsin.store import IncidentFilter, Store

    if since and until and since > until:
        raise InputError(f"no day is on or after --since {since} and on or before --until {until}")
    wanted = IncidentFilter(
        types=tuple(one_of(each, TYPE_NAMES, "type") for each in kind or ()),
        modes=tuple(one_of(each, MODES_BY_NAME, "mode") for each in mode or ()),
        actors=tuple(actor or ()),
        place=place,
        first_day=since,
        last_day=until,
        count_kind=one_of(count, COUNT_KINDS, "kind of count") if count else None,
        persons_min=least,
        sources_min=sources,
        standings=tuple(one_of(each, STANDINGS, "standing") for each in standing or ()),
        text=text,
    )
    spellings = Spellings()
    with Store.open(db, create=False) as store:
        wanted = replace(
            wanted,
            countries=tuple(country_code(store, each) for each in country or ()),
            document=document_id(store, document) if document else None,
        )
        if wanted.actors:
            everybody = store.incident_parties()
            wanted = replace(wanted, parties=frozenset(party for words in wanted.actors for party in spellings(words, everybody)))
        incident_table.write_list(store, wanted, by.value, limit)


def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="The incident's id, or one that it had.", show_default=False)],
    *,
    db: choices.Database,
    reasons: Annotated[bool, typer.Option("--reasons", help="Say also why its events are taken for one act.")] = False,
) -> None:
    """Show one incident: every number beside who gives it, and its reports.

    Of each number the least, the best and the most, whether the sources agree, and each claim with its source, its words and its document.
    Reports stand by day; copies of one text are one line.
    """
    from tocsin.cli import incident_page
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        incident_page.write_page(store.incident(name), reasons=reasons)


def join(refs: Refs, *, db: choices.Database, why: Why = None, who: Who = None) -> None:
    """Say that incidents or events are one act.

    An incident stands for all its events. The machine never undoes it; tocsin incidents undo does.
    """
    from tocsin.cli import incident_decisions
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        incident_decisions.join(store, refs, who, why)


def split(refs: Refs, *, db: choices.Database, why: Why = None, who: Who = None) -> None:
    """Say that events are not one act.

    No two of the events named stay in one incident. With an incident's id first, the events after it are taken out of that incident
    instead.
    """
    from tocsin.cli import incident_decisions
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        incident_decisions.split(store, refs, who, why)


def _key(written: str) -> int:
    """The number of a decision."""
    if not written.isdecimal():
        raise typer.BadParameter(f"{written!r} is no decision; they have numbers; list them with: tocsin incidents decisions --db PATH")
    return int(written)


def undo(
    keys: Annotated[
        list[int],
        typer.Argument(
            metavar="KEY", parser=_key, help="Decisions, by the numbers that join, split and decisions give.", show_default=False
        ),
    ],
    *,
    db: choices.Database,
    who: Who = None,
) -> None:
    """Take decisions back: the incidents are as if they had never been made."""
    from tocsin.cli import incident_decisions
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        incident_decisions.undo(store, keys, who)


def decisions(*, db: choices.Database) -> None:
    """List what people decided about incidents, with the keys to take it back."""
    from tocsin.cli import incident_decisions
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        incident_decisions.write_decisions(store)


def update(*, db: choices.Database) -> None:
    """Bring the incidents up to date with the documents of a database.

    tocsin code --db does it at its end; this does it alone, and goes on where a run was stopped.
    """
    from tocsin.cli import incident_decisions
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        incident_decisions.update(store)


for title, command, examples in (
    (
        "list",
        listed,
        ("tocsin incidents list --db events.db", "tocsin incidents list --db events.db --count killed --least 10 --by sources"),
    ),
    ("show", show, ("tocsin incidents show i53a1c9e0b7d2f416 --db events.db",)),
    (
        "join",
        join,
        (
            "tocsin incidents join i53a1c9e0b7d2f416 i0c94be77a1d3e802 --db events.db",
            'tocsin incidents join a.txt/e1 b.txt/e2 --why "one march" --db events.db',
        ),
    ),
    ("split", split, ("tocsin incidents split i53a1c9e0b7d2f416 report.txt/e3 --db events.db",)),
    ("undo", undo, ("tocsin incidents undo 4 --db events.db",)),
    ("decisions", decisions, ("tocsin incidents decisions --db events.db",)),
    ("update", update, ("tocsin incidents update --db events.db",)),
):
    incidents.command(title, help=choices.shown(command), epilog=choices.ending(examples))(command)
