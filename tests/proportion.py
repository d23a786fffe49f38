"""Whether work takes time in proportion to what is worked on: a ratio of two costs of one run, never seconds."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def growth(work: Callable[[int], object], small: int, times: int = 4) -> float:
    """How much more processor time ``work`` takes on ``times`` as much as on ``small``: about ``times`` where it is in proportion.

    The least of three tries each, without garbage collection: a collection alone took 0.4 s of a worker with many tests behind it, thirty
    times the cost that was to be measured.
    """
    work(small)  # what is made once is made now
    gc.collect()
    gc.disable()
    try:
        return min(_seconds(work, small * times) for _ in range(3)) / max(min(_seconds(work, small) for _ in range(3)), 1e-6)
    finally:
        gc.enable()


def _seconds(work: Callable[[int], object], size: int) -> float:
    began = time.process_time()
    work(size)
    return time.process_time() - began
