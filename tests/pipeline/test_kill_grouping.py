"""Bringing incidents up to date in real processes, really killed in the midst of it: the next run finishes what they began."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.happenings import reading
from tocsin.pipeline.incidents import bring_up_to_date
from tocsin.store import Store

REPORTS, LATER = 48, 6
"""Reports that are grouped while processes are killed, and such as come when all is done."""

RUN = """
import sys
from tocsin.pipeline.incidents import bring_up_to_date
from tocsin.store import Store

left = int(sys.argv[2]) + 1

def told(done, of):
    global left
    print(done, flush=True)
    left -= 1
    if left == 0:
        sys.stdin.read()  # no further, however late the signal comes

with Store.open(sys.argv[1], create=False) as store:
    print("begun", flush=True)
    bring_up_to_date(store, told, size=3)
"""

MOMENTS = ((0, 0.005), (1, 0.03), (3, 0.015), (2, 0.0))
"""Rounds of three reports that a process is let finish, and seconds after that: a round takes some hundredths. It does one more at most."""


def killed(place: Path, rounds: int, seconds: float) -> int:
    """How the process ended."""
    command = [sys.executable, "-c", RUN, str(place), str(rounds)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(rounds + 1):
            assert process.stdout.readline()
        time.sleep(seconds)
        process.kill()
    return process.returncode


def waiting(place: Path) -> int:
    with Store.open(place, create=False) as store, store.incident_book() as book:
        return len(book.waiting(None, REPORTS))


def digest_after(place: Path, more: int = 0) -> str:
    """What the database says once all is grouped, and so many further reports too."""
    with Store.open(place, create=False) as store:
        bring_up_to_date(store)
        for number in range(REPORTS, REPORTS + more):
            store.save(reading(number))
        bring_up_to_date(store)
        assert store.audit().problems == ()
        return store.digest()


def test_grouping_that_is_killed_ends_like_one_that_is_left_alone(tmp_path: Path) -> None:
    calm, disturbed = tmp_path / "calm.db", tmp_path / "disturbed.db"
    with Store.open(calm) as store:
        for number in range(REPORTS):
            store.save(reading(number))
    shutil.copy(calm, disturbed)  # closed, so that all of it lies in the one file
    left = [REPORTS]
    for rounds, seconds in MOMENTS:
        assert killed(disturbed, rounds, seconds) == -signal.SIGKILL
        left.append(waiting(disturbed))
    assert left == sorted(left, reverse=True)
    assert REPORTS > left[-1] > 0
    assert digest_after(disturbed) == digest_after(calm)
    assert digest_after(disturbed, LATER) == digest_after(calm, LATER)
