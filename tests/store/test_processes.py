from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.store.samples import numbered
from tocsin.store import Store

ROOT = Path(__file__).parents[2]
DOCUMENTS = 20

SAVING = """
import sys
from tests.store.samples import numbered
from tocsin.store import Store

with Store.open(sys.argv[1]) as store:
    for number in range(int(sys.argv[2])):
        reading = numbered(number)
        if not store.holds(reading.document, reading.model, reading.codebook):
            store.save(reading)
        print(number, flush=True)
"""


def start(place: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SAVING, place, str(DOCUMENTS)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def test_two_that_make_and_fill_a_database_at_once(place: str, tmp_path: Path) -> None:
    running = [start(place) for _ in range(2)]
    for process in running:
        process.communicate()
    assert [process.returncode for process in running] == [0, 0]
    check(place, tmp_path)


def test_killed_at_any_moment_and_run_again(place: str, tmp_path: Path) -> None:
    for stop_after in (0, 2, 9):
        process = start(place)
        assert process.stdout is not None
        for _ in range(stop_after):
            process.stdout.readline()
        process.kill()
        process.communicate()
    process = start(place)
    process.communicate()
    assert process.returncode == 0
    check(place, tmp_path)


def check(place: str, folder: Path) -> None:
    with Store.open(place) as store, Store.open(folder / "undisturbed.db") as undisturbed:
        for number in range(DOCUMENTS):
            undisturbed.save(numbered(number))
        assert store.digest() == undisturbed.digest()
        assert store.audit().problems == ()
        assert list(store.history()) == []
