"""``tocsin show``: what a database holds."""
# ruff: noqa: PLC0415  # see tocsin.cli

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Annotated, TypeVar

import typer

from tocsin.cli import choices
from tocsin.codebook import MODES, TYPE_NAMES
from tocsin.errors import SettingsError

EXAMPLES = (
    "tocsin show documents --db events.db",
    "tocsin show events --db events.db --type PROTEST --country Kenya",
    "tocsin show actors --db events.db",
)

show = typer.Typer(
    name="show",
    no_args_is_help=True,
    help="Show what a database holds: documents, events, actors, refusals.",
    epilog=choices.ending(EXAMPLES),
)

NameT = TypeVar("NameT", bound=str)

MODES_BY_NAME = dict.fromkeys(mode for modes in MODES.values() for mode in modes)

Limit = Annotated[int, typer.Option(min=1, metavar="N", help="Most that are shown.")]


def documents(*, db: choices.Database, limit: Limit = 50) -> None:
    """List the documents: their dates, titles and ids.

    The number is that of the events: acts, each once, however many sentences of a document tell it.
    """
    from tocsin.cli import showing
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        showing.documents(store, limit)


def events(
    *,
    db: choices.Database,
    document: Annotated[
        str | None, typer.Option(metavar="DOCUMENT", help="Only those of one document: its id, the end of it, or its file.")
    ] = None,
    kind: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="Only those of one type, such as COERCE.")] = None,
    mode: Annotated[str | None, typer.Option(metavar="MODE", help="Only those done in one way, such as arrest.")] = None,
    country: Annotated[
        str | None, typer.Option(metavar="NAME|CODE", help="Only those in one country, or by or to it, such as Kenya, KE or KEN.")
    ] = None,
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Only those by or to one actor, however spelled.")] = None,
    since: choices.Since = None,
    until: choices.Until = None,
    limit: Limit = 50,
) -> None:
    """List the events, each with the sentence that says so.

    A line tells when, where, who did what to whom, how many, and according to whom where the report does not speak in its own voice.
    """
    from tocsin.cli import showing
    from tocsin.cli.countries import country_code
    from tocsin.cli.naming import document_id
    from tocsin.store import EventFilter, Store

    wanted = EventFilter(
        type=one_of(kind, TYPE_NAMES, "type") if kind else None,
        first=since,
        last=until,
    )
    with Store.open(db, create=False) as store:
        wanted = replace(
            wanted,
            country=country_code(store, country) if country else None,
            document=document_id(store, document) if document else None,
        )
        showing.events(store, wanted, one_of(mode, MODES_BY_NAME, "mode") if mode else None, limit, actor)


def event(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The event's id, DOCUMENT/EVENT, as show events gives it; of DOCUMENT the end, such as its file name, will do.",
            show_default=False,
        ),
    ],
    *,
    db: choices.Database,
) -> None:
    """Show one event: its words where they stand, and all its claims.

    Each claim comes with its words, its value, how firmly the text puts it, and who claims it.
    """
    from tocsin.cli import showing
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        showing.event(store, name)


def actors(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Only those of this name, in any spelling.", show_default=False)
    ] = None,
    *,
    db: choices.Database,
    limit: Limit = 50,
) -> None:
    """List the actors and recipients, each once under all its spellings, and in how many documents it stands.

    Public figures and organisations are one across documents. Who is described and not named (police, 50 farmers) is one line for each
    country and sector. Private people are left out.
    """
    from tocsin.cli import actor_table
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        actor_table.actors(store, name, limit)


def refusals(*, db: choices.Database, limit: Limit = 50) -> None:
    """List what could not be read, each with its reason.

    Whole inputs, and of documents that are read a date or characters that were not understood.
    """
    from tocsin.cli import showing
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        showing.refusals(store, limit)


for command, examples in (
    (documents, ("tocsin show documents --db events.db",)),
    (events, ("tocsin show events --db events.db", "tocsin show events --db events.db --mode arrest --country Kenya")),
    (event, ("tocsin show event report.txt/e3 --db events.db",)),
    (actors, ("tocsin show actors --db events.db", "tocsin show actors Ablyazov --db events.db")),
    (refusals, ("tocsin show refusals --db events.db",)),
):
    show.command(help=choices.shown(command), epilog=choices.ending(examples))(command)


def one_of(given: str, known: Collection[NameT], what: str) -> NameT:
    """The codebook's own spelling of a type, a mode or another name that a user gave.

    Raises:
        SettingsError: it knows no such name.
    """
    for name in known:
        if name.casefold() == given.casefold():
            return name
    raise SettingsError(f"{given!r} is no {what} of the codebook; it is one of {', '.join(known)}")
