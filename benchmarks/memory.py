"""The most memory that a command takes: ``python -m benchmarks.memory COMMAND…`` prints it in MB.

A process of its own, and a small one, starts the command: Linux counts what the starting process held until then into the peak of its
child (a benchmark of 1.1 GB would report 1.1 GB for any command).
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence


def peak(command: Sequence[str]) -> float | None:
    """Most memory in MB; ``None`` where the system does not tell or the command could not do its work.

    Exit code 1 counts as done: it says that some inputs were refused.
    """
    if not hasattr(os, "wait4"):
        return None
    asked = [sys.executable, "-m", "benchmarks.memory", *command]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603  # our own command
    return float(done.stdout) if done.returncode == 0 else None


def main(command: Sequence[str]) -> int:
    """Run the command without its output, print its peak; 1 where it failed."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603  # our own command
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)  # it has been waited for; Popen must not wait again
    if process.returncode not in {0, 1}:
        return 1
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux KiB
    sys.stdout.write(f"{usage.ru_maxrss * unit / 1e6:.1f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
