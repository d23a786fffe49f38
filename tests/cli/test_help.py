"""The help of each command, and its page in the manual."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from docs.commands.generate import FOLDER, commands, page_of, renewed
from tests.cli.conftest import Command
from tocsin import __version__
from tocsin.cli import app

COMMANDS = commands()


@pytest.mark.parametrize("name", COMMANDS)
def test_each_help_has_a_summary_and_examples_of_itself(name: str) -> None:
    shown = CliRunner().invoke(app, [*name.split(), "--help"], env={"COLUMNS": "140", "NO_COLOR": "1"})
    assert shown.exit_code == 0
    _, examples, *_ = COMMANDS[name].help.split("\n\n")
    assert all(f"tocsin {name}" in example for example in examples.splitlines())
    assert all(example in shown.stdout for example in examples.splitlines())


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_name_only_options_that_are_there(name: str) -> None:
    command = COMMANDS[name]
    options = {option for parameter in command.params for option in parameter.opts}
    for example in command.help.split("\n\n")[1].splitlines():
        own = re.split(r" \| ", example[example.index("tocsin") :])[0]
        assert {word for word in shlex.split(own) if word.startswith("--")} <= options


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_and_option_is_explained(name: str) -> None:
    assert all(parameter.help for parameter in COMMANDS[name].params)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_says_what_the_command_says(name: str) -> None:
    page = page_of(name).read_text(encoding="utf-8")
    assert renewed(page, name, COMMANDS[name]) == page, "run: python -m docs.commands.generate"


def test_every_page_is_of_a_command() -> None:
    assert {page.stem for page in FOLDER.glob("*.md")} == {name.split()[0] for name in COMMANDS}


def test_the_first_lines_of_all_commands_fit_a_terminal() -> None:
    group: Any = typer.main.get_command(app)
    assert all(len(command.help.split("\n\n")[0]) <= 66 for command in group.commands.values())


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_fit_a_terminal(name: str) -> None:
    assert max(map(len, COMMANDS[name].help.split("\n\n")[1].splitlines())) <= 78


def test_the_version(tocsin: Command) -> None:
    assert tocsin("--version").stdout == f"tocsin {__version__}\n"


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "tocsin", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"tocsin {__version__}\n"


def test_without_a_command_the_help_is_shown(tocsin: Command) -> None:
    assert "tocsin code report.html" in tocsin().stdout
