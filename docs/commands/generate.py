"""The options in the pages of this folder, written from the commands themselves: ``python -m docs.commands.generate``."""
# ruff: noqa: INP001  # a page's generator lies beside the page; docs/ is no package

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from tocsin.cli import app

FOLDER = Path(__file__).parent
START, END = "<!-- {name}: written by python -m docs.commands.generate -->", "<!-- end of {name} -->"


def commands() -> dict[str, Any]:
    """Every command that does something, by its name: ``code``, ``show events`` …."""
    return dict(_commands(typer.main.get_command(app), ""))


def page_of(name: str) -> Path:
    """The page on which a command is described: that of its group."""
    return FOLDER / f"{name.split(' ', maxsplit=1)[0]}.md"


def groups() -> dict[str, Any]:
    """What has commands under it, by its name: ``show``, ``incidents`` …; ``""`` is tocsin itself."""
    top: Any = typer.main.get_command(app)
    return {"": top, **{name: command for name, command in top.commands.items() if hasattr(command, "commands")}}


def examples_of(command: Any) -> list[str]:
    """The commands with which a help ends."""
    return str(command.epilog).splitlines()[1:]


def described(command: Any) -> str:
    """A command's own help as Markdown: what it does, examples, arguments and options."""
    summary, *rest = command.help.split("\n\n")
    examples = "\n".join(examples_of(command))
    parts = [summary, f"```\n{examples}\n```", *rest, _table(command)]
    return "\n\n".join(_plain(part) for part in parts)


def renewed(page: str, name: str, command: Any) -> str:
    """The page with the part of one command replaced.

    Raises:
        ValueError: a mark is missing.
    """
    start, end = START.format(name=name), END.format(name=name)
    before, after = page.index(start) + len(start), page.index(end)
    return f"{page[:before]}\n\n{described(command)}\n\n{page[after:]}"


def _commands(group: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{name} ")
        else:
            yield f"{prefix}{name}", command


def _table(command: Any) -> str:
    rows = [(_name(parameter), _help(parameter)) for parameter in command.params if parameter.name != "help"]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (("argument or option", "what it does"), ("---", "---"), *rows))


def _name(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{parameter.metavar}`"
    value = f" {parameter.metavar}" if parameter.metavar else ""
    return f"`{parameter.opts[0]}{value}`".replace("|", "\\|")


def _help(parameter: Any) -> str:
    default = parameter.default
    shown = f" Default: `{default}`." if default is not None and not parameter.is_flag and not parameter.required else ""
    return f"{parameter.help}{' Needed.' if parameter.required else ''}{shown}"


def _plain(text: str) -> str:
    """Rich's ``[bold]…[/]`` as Markdown."""
    return re.sub(r"\[bold\](.*?)\[/\]", r"`\1`", text)


if __name__ == "__main__":
    for command_name, found in commands().items():
        where = page_of(command_name)
        where.write_text(renewed(where.read_text(encoding="utf-8"), command_name, found), encoding="utf-8")
