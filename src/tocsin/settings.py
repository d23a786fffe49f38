"""The one table of settings: what a user can change, its default and what it does.

A setting is read from the environment (``TOCSIN_MAX_BYTES=…``) once, when a command starts; functions below the command line take
values, never the environment.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

import platformdirs

from tocsin.errors import SettingsError

_KINDS: dict[str, type[int | float | Path]] = {"int": int, "float": float, "Path": Path}


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
            SettingsError: a value is not of its setting's type.
        """
        given: dict[str, object] = {}
        for setting in fields(cls):
            name = f"TOCSIN_{setting.name.upper()}"
            if name not in environment:
                continue
            kind: type[int | float | Path] = _KINDS[str(setting.type).removesuffix(" | None")]
            try:
                given[setting.name] = kind(environment[name])
            except ValueError as error:
                raise SettingsError(f"{name}={environment[name]!r} is no {kind.__name__}; set it to one or unset it") from error
        return cls(**given)  # type: ignore[arg-type]  # each value was made by its own setting's type
