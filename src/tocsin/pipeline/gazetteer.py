"""What the recipe works with, loaded: the gazetteer is built once into the cache."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from tocsin.resolve.places.gazetteer import Gazetteer, default_path

log = logging.getLogger(__name__)


def open_gazetteer(cache_dir: Path, progress: Callable[[str, int, int], None] | None = None) -> Gazetteer:
    """The gazetteer of ``cache_dir``, built first where there is none yet.

    ``progress`` is told the step, how much of it is done and of how much, while it is built.

    Raises:
        GazetteerError: it is broken, or cannot be built.
    """
    path = default_path(cache_dir)
    if path.exists():
        return Gazetteer.open(path)
    log.info("building the gazetteer in %s, once", path)
    return Gazetteer.build(path, progress)
