"""``tocsin users``: who may log in to the desk."""
# ruff: noqa: PLC0415  # see tocsin.cli

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from tocsin.cli import choices
from tocsin.errors import InputError


class RoleName(StrEnum):
    """What a user may."""

    reader = "reader"
    coder = "coder"
    adjudicator = "adjudicator"
    admin = "admin"


EXAMPLES = (
    "tocsin users add vera --role admin --db events.db",
    "tocsin users list --db events.db",
    "tocsin users remove vera --db events.db",
)

users = typer.Typer(
    name="users",
    no_args_is_help=True,
    rich_markup_mode="rich",
    help="Add, list and remove the people who may log in to the desk.",
    epilog=choices.ending(EXAMPLES),
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="By which they log in.", show_default=False)]
RoleOption = Annotated[
    RoleName,
    typer.Option("--role", metavar="ROLE", help="What they may: reader, coder, adjudicator or admin; each may what those before may."),
]
FromStdin = Annotated[bool, typer.Option("--password-stdin", help="Take the password from the first line of standard input.")]

ADD_EXAMPLES = (
    "tocsin users add vera --role admin --db events.db",
    "tocsin users add ola --role coder --db events.db --password-stdin < secret",
)


def add(name: Name, *, db: choices.Database, role: RoleOption = RoleName.reader, password_stdin: FromStdin = False) -> None:
    """Add a user. From the first one on, the desk asks everybody to log in.

    [bold]reader[/]: look. [bold]coder[/]: correct and code. [bold]adjudicator[/]: assign documents, decide where coders differ.
    [bold]admin[/]: keep the users. The password is asked for twice and not shown.
    """
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        user = store.add_user(name, _password(password_stdin), role.value)
    typer.echo(f"{user.name} may log in as {user.role}", err=True)


LIST_EXAMPLES = ("tocsin users list --db events.db",)


def list_(*, db: choices.Database) -> None:
    """List the users: name, role, since when, and who was removed.

    Tab-separated, one user a line.
    """
    from tocsin.cli.hints import on
    from tocsin.display.plain import line
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        found = store.users()
    for user in found:
        typer.echo("\t".join((line(user.name), user.role if user.active else "removed", f"{user.made_at:%Y-%m-%d}")))
    if not found:
        typer.echo(
            f"there are no users: whoever is on this machine may do everything; add one with: {on(store, 'users', 'add', 'NAME', '--role', 'admin')}",
            err=True,
        )


ROLE_EXAMPLES = ("tocsin users role ola --role adjudicator --db events.db",)


def role(name: Name, *, db: choices.Database, role: RoleOption) -> None:
    """Give a user another role.

    It holds from their next click on.
    """
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        store.set_role(name, role.value)
    typer.echo(f"{name} is {role.value} now", err=True)


PASSWORD_EXAMPLES = ("tocsin users password ola --db events.db",)


def password(name: Name, *, db: choices.Database, password_stdin: FromStdin = False) -> None:
    """Give a user another password.

    They are logged out everywhere.
    """
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        store.set_password(name, _password(password_stdin))
    typer.echo(f"{name} has another password and is logged out everywhere", err=True)


REMOVE_EXAMPLES = ("tocsin users remove ola --db events.db",)


def remove(name: Name, *, db: choices.Database) -> None:
    """Let a user in no more.

    What they did stays in the history under their name.
    """
    from tocsin.store import Store

    with Store.open(db, create=False) as store:
        store.remove_user(name)
    typer.echo(f"{name} may log in no more", err=True)


for name_, command, examples in (
    ("add", add, ADD_EXAMPLES),
    ("list", list_, LIST_EXAMPLES),
    ("role", role, ROLE_EXAMPLES),
    ("password", password, PASSWORD_EXAMPLES),
    ("remove", remove, REMOVE_EXAMPLES),
):
    users.command(name_, help=choices.shown(command), epilog=choices.ending(examples))(command)


def _password(from_stdin: bool) -> str:
    """The new password, asked for twice without showing it, or the first line of standard input.

    Raises:
        InputError: the two differ, or there is no terminal to ask on.
    """
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise InputError("there is no terminal to ask for the password on; give it with: --password-stdin < FILE")
    first = typer.prompt("Password", hide_input=True, err=True)
    if typer.prompt("The same again", hide_input=True, err=True) != first:
        raise InputError("the two are not the same; try again")
    return str(first)
