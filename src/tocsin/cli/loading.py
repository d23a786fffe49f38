"""What a command works with, loaded, and the one place where tests put something smaller in its stead."""

from __future__ import annotations

from pathlib import Path

from tocsin.cli.asides import BuildBar
from tocsin.cli.own_rules import OwnRules
from tocsin.pipeline import Reads, Resolves, open_gazetteer
from tocsin.reader import Reader
from tocsin.resolve.claims import Resolver
from tocsin.resolve.places.gazetteer import Gazetteer


def load_reader(threads: int) -> Reads:
    """The shipped reader.

    Raises:
        ModelError: its files are missing or do not fit.
    """
    return Reader.load(threads=threads)


def load_resolver(cache_dir: Path, own: OwnRules | None = None) -> Resolves:
    """The resolver with the user's gazetteer, and with the user's own actors and count rules.

    Raises:
        GazetteerError: it is broken, or cannot be built.
    """
    own = own or OwnRules()
    return Resolver(load_gazetteer(cache_dir), own.known, own.counts)


def load_gazetteer(cache_dir: Path) -> Gazetteer:
    """The user's gazetteer, built first under a bar where there is none yet.

    Raises:
        GazetteerError: it is broken, or cannot be built.
    """
    with BuildBar() as bar:
        return open_gazetteer(cache_dir, bar)
