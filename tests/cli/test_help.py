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

from docs.commands.generate import FOLDER, commands, examples_of, groups, page_of, renewed
from tests.cli.conftest import Command
from tocsin import __version__
from tocsin.cli import app

COMMANDS = commands()


HELPS = {**groups(), **COMMANDS}


@pytest.mark.parametrize("name", HELPS)
def test_each_help_ends_with_one_to_three_examples_of_itself(name: str) -> None:
    shown = CliRunner().invoke(app, [*name.split(), "--help"], env={"COLUMNS": "80", "NO_COLOR": "1"})
    assert shown.exit_code == 0
    examples = examples_of(HELPS[name])
    assert 1 <= len(examples) <= 3
    assert all(f"tocsin {name}".strip() in example for example in examples)
    last = [line.strip() for line in shown.stdout.rstrip().splitlines()[-len(examples) :]]
    assert last == examples


@pytest.mark.parametrize("name", HELPS)
def test_examples_name_only_commands_and_options_that_are_there(name: str) -> None:
    for example in examples_of(HELPS[name]):
        words = shlex.split(re.split(r" \| | [<>] ", example[example.index("tocsin") :])[0])[1:]
        command = COMMANDS[" ".join(words[:2])] if " ".join(words[:2]) in COMMANDS else COMMANDS[words[0]]
        assert {word for word in words if word.startswith("--")} <= {option for each in command.params for option in each.opts}


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


def test_the_version(tocsin: Command) -> None:
    assert tocsin("--version").stdout == f"tocsin {__version__}\n"


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "tocsin", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"tocsin {__version__}\n"


def test_without_a_command_the_help_is_shown(tocsin: Command) -> None:
    assert "tocsin code report.html" in tocsin().stdout
