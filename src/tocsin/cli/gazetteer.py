"""``tocsin gazetteer``: the list of places that tocsin looks names up in."""
# ruff: noqa: PLC0415  # see tocsin.cli

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tocsin.cli import choices
from tocsin.settings import Settings

gazetteer = typer.Typer(
    name="gazetteer",
    no_args_is_help=True,
    help="Build the list of known places, or look a name up in it.\n\n"
    "It is built on this machine from the packages that come with tocsin, once, when it is first needed.",
    epilog=choices.ending(("tocsin gazetteer find Almaty", "tocsin gazetteer info", "tocsin gazetteer build")),
)


def build(
    dump: Annotated[
        Path | None,
        typer.Argument(
            metavar="DUMP",
            help="A GeoNames dump (allCountries.zip or .txt) to take the places from instead of the 235,000 that come along.",
            show_default=False,
        ),
    ] = None,
    *,
    same: Annotated[Path | None, typer.Option("--dump", metavar="FILE", help="The same as DUMP.", show_default=False)] = None,
) -> None:
    """Build the gazetteer anew."""
    from tocsin.cli.asides import BuildBar
    from tocsin.display.words import number
    from tocsin.resolve.places.gazetteer import Gazetteer, default_path

    where = default_path(Settings.from_environment().cache_dir)
    with BuildBar() as bar, Gazetteer.build(where, bar, dump=dump or same) as built:
        size = built.size()
    typer.echo(f"{where}: {number(size, 'place')}", err=True)


def path() -> None:
    """Print where the gazetteer lies."""
    from tocsin.resolve.places.gazetteer import default_path

    typer.echo(default_path(Settings.from_environment().cache_dir))


def info() -> None:
    """Print where it lies, how much it holds and whose work it is."""
    from tocsin.display.words import number
    from tocsin.resolve.places.gazetteer import Gazetteer, default_path

    where = default_path(Settings.from_environment().cache_dir)
    with Gazetteer.open(where) as opened:
        typer.echo(f"{where}\n{number(opened.size(), 'place')}, {where.stat().st_size / 1e6:,.0f} MB")
    typer.echo("GeoNames, https://www.geonames.org, CC BY 4.0")


def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A place's name in any spelling or script.", show_default=False)],
    *,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Most places that are shown.")] = 20,
) -> None:
    """Show the places that bear a name, the most populous first."""
    from rich.table import Table

    from tocsin.cli import loading
    from tocsin.cli.terminal import results
    from tocsin.display.plain import line

    found = loading.load_gazetteer(Settings.from_environment().cache_dir).lookup(name)
    if not found:
        typer.echo(f"no place is called {line(name)}", err=True)
        raise typer.Exit(1)
    table = Table(box=None, header_style="dim", pad_edge=False, padding=(0, 2, 0, 0))
    for column in ("name", "kind", "country", "division"):
        table.add_column(column)
    for column in ("population", "lat", "lon", "geonameid"):
        table.add_column(column, justify="right")
    for place in found[:limit]:
        division = place.admin2 or place.admin1 or ""
        figures = (f"{place.population:,}", f"{place.latitude:.3f}", f"{place.longitude:.3f}", str(place.geonameid or ""))
        table.add_row(place.name, place.kind, place.country or "", division, *figures)
    results().print(table)
    if len(found) > limit:
        typer.echo(f"… and {len(found) - limit:,} more: --limit {len(found)}", err=True)


for command, examples in (
    (build, ("tocsin gazetteer build", "tocsin gazetteer build allCountries.zip")),
    (path, ("tocsin gazetteer path",)),
    (info, ("tocsin gazetteer info",)),
    (find, ("tocsin gazetteer find Almaty", "tocsin gazetteer find 'San Antonio' --limit 5")),
):
    gazetteer.command(help=choices.shown(command), epilog=choices.ending(examples))(command)
