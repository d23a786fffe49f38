"""``tocsin serve``: the desk in the browser."""
# ruff: noqa: PLC0415  # see tocsin.cli

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tocsin.cli import choices
from tocsin.errors import SettingsError
from tocsin.settings import Settings

EXAMPLES = (
    "tocsin serve --db events.db --open",
    "tocsin serve --db events.db --port 0",
    "tocsin serve --db events.db --host 0.0.0.0 --name desk.example.org",
)


def serve(
    db: choices.Database,
    *,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Address to listen on; others than this machine's need users.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="Port to listen on; 0 for any free one.")] = 8321,
    name: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Name under which browsers may ask for the server, beside this machine's own.")
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the desk in the browser.")] = False,
    threshold: Annotated[
        float | None, typer.Option(min=0, max=1, metavar="P", help="Lowest score of an event in a pasted report (TOCSIN_THRESHOLD).")
    ] = None,
    actors: Annotated[Path | None, typer.Option(metavar="FILE", help="Your own actors for pasted reports, as of tocsin code.")] = None,
    count_rules: Annotated[
        Path | None, typer.Option("--count-rules", metavar="FILE", help="Your own count rules for pasted reports, as of tocsin code.")
    ] = None,
    threads: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Processor threads for reading, 0 for all (TOCSIN_THREADS).")
    ] = None,
) -> None:
    """See, check and correct the events of a database in the browser.

    Map, timeline, incidents, documents with marked words, charts, and the review desk. It listens on this machine alone and needs no log-in
    until there are users (see tocsin users). Stop it with Ctrl-C. Nothing that it shows is loaded from elsewhere.
    """
    from tocsin.cli.hints import on
    from tocsin.cli.own_rules import read_own_rules
    from tocsin.cli.serving import PastedReader, PlaceFinder
    from tocsin.pipeline import Recipe
    from tocsin.pipeline.incidents import bring_up_to_date
    from tocsin.resolve.entities.across import Spellings
    from tocsin.store import Store
    from tocsin.web.app import create_app
    from tocsin.web.gate import is_loopback
    from tocsin.web.pages import BUILT, check_built
    from tocsin.web.server import address_of, listen, run

    settings = Settings.from_environment()
    own = read_own_rules(actors, count_rules)
    check_built(BUILT)
    with Store.open(db, create=False) as store:
        if not is_loopback(host) and not store.users_exist():
            raise SettingsError(
                f"{host} can be reached from other machines and {store.name} has no users, so that anybody could change it; add one first: "
                f"{on(store, 'users', 'add', 'NAME', '--role', 'admin')}"
            )

        def recipe() -> Recipe:
            from tocsin.cli import loading

            reader = loading.load_reader(settings.threads if threads is None else threads)
            resolver = loading.load_resolver(settings.cache_dir, own)
            return Recipe(reader, resolver, settings.threshold if threshold is None else threshold, rules=own.mark)

        def update(changed: Store) -> None:
            bring_up_to_date(changed)

        read = PastedReader(recipe)
        app = create_app(
            store, read=read, update=update, places=PlaceFinder(settings.cache_dir), spellings=Spellings(), hosts=[*(name or ()), host]
        )
        listener = listen(host, port)
        address = address_of(listener)

        def started() -> None:
            typer.echo(f"tocsin: the desk of {store.name} is at {address} (stop it with Ctrl-C)", err=True)
            read.warm_up()
            if open_:
                typer.launch(address)

        run(app, listener, started)
