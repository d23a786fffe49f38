"""The commands put together, and what becomes of an error: one line and an exit code, never a traceback."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from tocsin import __version__
from tocsin.cli import (
    agreement,
    audit,
    choices,
    code,
    counts,
    entities,
    export,
    gazetteer,
    group,
    incidents,
    places,
    remove,
    serve,
    show,
    times,
    users,
)
from tocsin.cli.hints import completed
from tocsin.display.plain import line
from tocsin.errors import TocsinError

FAILED = 2
"""The exit code of a command that could not do its work: wrong usage, a setting, an input or a database that cannot be used."""

VALUE_ERROR = "Value error, "
"""With which typer begins what is wrong with an option's value; it tells a user nothing."""

INTERRUPTED = 130
"""As shells have it for a program that Ctrl-C ended."""

PIPE_CLOSED = 141
"""As shells have it for a program whose reader went away (``tocsin show … | head``)."""


class Commands(TyperGroup):
    """Runs a command and turns what tocsin raises into one line."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command of ``ctx``."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except typer.BadParameter as error:
            error.message = _bounds(error.param) or error.message.removeprefix(VALUE_ERROR)
            raise
        except TocsinError as error:
            raise _failed(completed(str(error), ctx.meta.get(choices.DATABASE))) from None
        except KeyboardInterrupt:
            _say("stopped; what was stored stays")
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            _drop_unwritten()
            raise typer.Exit(PIPE_CLOSED) from None
        except OSError as error:
            _drop_unwritten()
            raise _failed(f"{error.filename or 'standard output'}: {error.strerror or error}") from None
        return result


def _bounds(option: Any) -> str | None:
    """What an option that takes a number takes; ``None`` of one that has no bounds. Typer names the one that was passed, and not the other."""
    least, most = getattr(option, "min", None), getattr(option, "max", None)
    if least is None and most is None:
        return None
    return f"it takes a number from {least:g} to {most:g}" if most is not None else f"it takes a number of {least:g} or more"


def _drop_unwritten() -> None:
    """Let what standard output does not take go nowhere: the interpreter flushes it once more as it ends, and would complain."""
    try:
        sys.stdout.flush()
    except OSError:
        with suppress(OSError):  # of what is no file, as in tests
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _failed(message: str) -> typer.Exit:
    _say(message)
    return typer.Exit(FAILED)


def _say(message: str) -> None:
    typer.echo(f"tocsin: {line(message)}", err=True)


app = typer.Typer(
    cls=Commands,
    name="tocsin",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"tocsin {__version__}")
        raise typer.Exit


def tocsin(
    *,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")] = False,
) -> None:
    """Read news reports into a database of political events: who did what to whom, where, when, how many, according to whom.

    Every value is tied to the words that say so. Nothing leaves this machine.
    """


EXAMPLES = (
    "tocsin code report.html",
    "tocsin code news/ --db events.db",
    "tocsin serve --db events.db --open",
)

app.callback(help=choices.shown(tocsin), epilog=choices.ending(EXAMPLES))(tocsin)
for module, command in (
    (code, code.code),
    (places, places.places),
    (times, times.times),
    (counts, counts.counts),
    (entities, entities.entities),
    (group, group.group),
    (export, export.export),
    (audit, audit.audit),
    (remove, remove.remove),
    (agreement, agreement.agreement),
    (serve, serve.serve),
):
    app.command(help=choices.shown(command), epilog=choices.ending(module.EXAMPLES))(command)
app.add_typer(show.show)
app.add_typer(incidents.incidents)
app.add_typer(gazetteer.gazetteer)
app.add_typer(users.users)


def main() -> None:
    """The command line, as installed."""
    _open_closed_streams()
    app()


def _open_closed_streams() -> None:
    """Open the standard streams that were closed when the program began (``tocsin … <&-``): Python has ``None`` for them then, and the next
    file that is opened, perhaps the database, gets the stream's number.

    Standard input is empty then. What is written to standard output fails as it would have; what goes to standard error is lost.
    """
    for name, mode, flags in (("stdin", "r", os.O_RDONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY)):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8"))
