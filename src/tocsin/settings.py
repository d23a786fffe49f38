"""The one table of settings: what a user can change, its default and what it does.

A setting is read from the environment (``TOCSIN_MAX_BYTES=…``) once, when a command starts; functions below the command line take
values, never the environment.
"""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

import platformdirs

from tocsin.errors import SettingsError

_KINDS: dict[str, type[int | float | Path]] = {"int": int, "float": float, "Path": Path}
_WORDS = {int: "a whole number", float: "a number", Path: "a path"}

_BOUNDS: dict[str, tuple[float, float]] = {"max_bytes": (1, math.inf), "threshold": (0, 1), "threads": (0, math.inf)}
"""The least and the greatest value of each number; the command line's options of the same names have the same bounds."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default."""

    max_bytes: int = 20_000_000
    """Largest single input file or table cell that is read, in bytes; larger ones are refused with their reason."""

    threshold: float | None = None
    """Lowest score at which a mention is kept, ``None`` for the model's own: higher gives fewer and surer events, lower gives more."""

    threads: int = 0
    """Processor threads for the reader; 0 takes all that the process may use."""

    cache_dir: Path = Path(platformdirs.user_cache_dir("tocsin"))
    """Where the gazetteer is built."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Take each ``TOCSIN_NAME`` of ``environment`` over its default.

        Raises:
            SettingsError: a value is not of its setting's type, or out of its bounds.
        """
        given: dict[str, object] = {}
        for setting in fields(cls):
            name = f"TOCSIN_{setting.name.upper()}"
            if name not in environment:
                continue
            given[setting.name] = _value(name, environment[name], _KINDS[str(setting.type).removesuffix(" | None")])
            _check_bounds(name, environment[name], given[setting.name], _BOUNDS.get(setting.name))
        return cls(**given)  # type: ignore[arg-type]  # each value was made by its own setting's type


def _value(name: str, written: str, kind: type[int | float | Path]) -> int | float | Path:
    try:
        return kind(written)
    except ValueError as error:
        raise SettingsError(f"{name}={written!r} is not {_WORDS[kind]}; set it to one or unset it") from error


def _check_bounds(name: str, written: str, value: object, bounds: tuple[float, float] | None) -> None:
    if bounds is None or (isinstance(value, int | float) and bounds[0] <= value <= bounds[1]):  # no comparison with "nan" holds
        return
    least, most = bounds
    allowed = f"{least:g} or more" if math.isinf(most) else f"a number from {least:g} to {most:g}"
    raise SettingsError(f"{name}={written!r} is out of its bounds; set it to {allowed}, or unset it")
