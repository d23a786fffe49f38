"""Does a run that is killed again and again end like one that is left alone?

    python -m benchmarks.kill                                 10,000 documents, 20 kills, the shipped reader
    python -m benchmarks.kill --documents 60 --kills 3 --reader words

Generated documents go into one database twice: once undisturbed, once by a command that is ended with ``kill -9`` at random moments (the
first while the database is being made) and started again until it is through. Both databases must say the same, every stored quote must
stand in its text, and running once more must change nothing.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import reports
from tocsin.store import Store

READERS = {"model": "tocsin", "words": "benchmarks.stand_in"}
"""The module to run: tocsin itself, or tocsin with the stand-in reader of :mod:`benchmarks.stand_in`."""

PATIENCE_S = 3600.0
"""How long one run may take before the trial gives up."""


class TrialError(Exception):
    """The trial could not be made: a run that nobody killed failed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a trial came to. ``killed_at`` is how many documents the database held at each kill."""

    documents: int
    killed_at: tuple[int, ...]
    quotes: int
    same: bool
    unchanged: bool
    problems: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing was lost, doubled or changed."""
        return self.same and self.unchanged and not self.problems


def trial(documents: int, kills: int, reader: str, folder: Path, seed: int = 0) -> Outcome:
    """Make the trial in ``folder``.

    Raises:
        TrialError: a run that was left alone failed.
    """
    inputs = folder / "reports.jsonl"
    with inputs.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(report) + "\n" for report in reports(documents, seed))
    calm, killed = folder / "calm.db", folder / "killed.db"
    _finish(_command(reader, inputs, calm))
    held = tuple(_kill_often(_command(reader, inputs, killed), killed, documents, kills, random.Random(seed)))  # noqa: S311
    _finish(_command(reader, inputs, killed))
    before = _digest(killed)
    _finish(_command(reader, inputs, killed))
    with Store.open(killed, create=False) as store:
        audit = store.audit()
    return Outcome(documents, held, audit.checked, before == _digest(calm), before == _digest(killed), audit.problems)


def _command(reader: str, inputs: Path, database: Path) -> list[str]:
    return [sys.executable, "-m", READERS[reader], "code", str(inputs), "--db", str(database)]


def _finish(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=False)  # noqa: S603  # our own command
    if done.returncode:
        raise TrialError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.strip()[-2000:]}")


def _kill_often(command: Sequence[str], database: Path, documents: int, kills: int, chance: random.Random) -> list[int]:
    """Start the command and kill it, ``kills`` times. The first goes by the clock, the others by how far the run has come."""
    held = []
    for goal in [0, *sorted(chance.sample(range(1, documents), kills - 1))]:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603  # our own command
        if goal:
            _wait_for(child, database, goal)
        time.sleep(chance.random() * (0.02 if goal else 1.0))  # to the midst of a document, or of starting up
        child.kill()
        child.wait()
        held.append(_count(database))
    return held


def _wait_for(child: subprocess.Popen[bytes], database: Path, goal: int) -> None:
    until = time.monotonic() + PATIENCE_S
    while child.poll() is None and _count(database) < goal:
        if time.monotonic() > until:
            child.kill()
            raise TrialError(f"the run did not reach {goal} documents in {PATIENCE_S:.0f} s")
        time.sleep(0.01)


def _count(database: Path) -> int:
    """How many documents the database holds; none while it is being made."""
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def _digest(database: Path) -> str:
    with Store.open(database, create=False) as store:
        return store.digest()


def told(outcome: Outcome) -> str:
    """The outcome in a few lines."""
    lines = (
        f"{outcome.documents:,} documents, killed {len(outcome.killed_at)} times, after {', '.join(f'{at:,}' for at in outcome.killed_at)}",
        f"the same as undisturbed: {_yes(outcome.same)}",
        f"running once more changes nothing: {_yes(outcome.unchanged)}",
        f"audit of {outcome.quotes:,} quotes: {len(outcome.problems)} problems",
    )
    return "\n".join((*lines, *outcome.problems[:20]))


def _yes(answer: bool) -> str:
    return "yes" if answer else "NO"


def main() -> int:
    """Make the trial, print what it came to; 0 if it passed."""
    parser = argparse.ArgumentParser(description="Kill a run at random moments and compare its result with an undisturbed one's.")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--reader", choices=READERS, default="model")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    if not 1 <= given.kills <= given.documents:
        parser.error("--kills is at least 1 and at most --documents")
    with tempfile.TemporaryDirectory() as folder:
        outcome = trial(given.documents, given.kills, given.reader, Path(folder), given.seed)
    print(told(outcome))
    return 0 if outcome.passed else 1


if __name__ == "__main__":
    sys.exit(main())
