"""What the reader's heads can answer, in the order of their outputs: kept beside the model's weights, since both change together."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from tocsin.codebook import AUX, CONTEXTS, COUNT_KINDS, MODES, SECTORS, TYPE_NAMES
from tocsin.errors import ModelError

Role: TypeAlias = Literal["actor", "recipient", "place", "time", "count", "said_by", "issue"]
ROLES: tuple[Role, ...] = get_args(Role)

LINKS = ("none", "same_as", "part_of", "whole_of")
"""How a later mention stands to an earlier one: the same act, a piece of it, or the larger act that it is a piece of."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The outputs of each head, in order. ``modes`` are ``TYPE/mode``; ``countries`` are those that the training texts hold."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    aux: tuple[str, ...]
    contexts: tuple[str, ...]
    roles: tuple[str, ...]
    count_kinds: tuple[str, ...]
    sectors: tuple[str, ...]
    countries: tuple[str, ...]

    @classmethod
    def of_codebook(cls, countries: tuple[str, ...]) -> Labels:
        """The codebook's labels with the countries that a training set holds."""
        modes = tuple(f"{kind}/{mode}" for kind, names in MODES.items() for mode in names)
        return cls(TYPE_NAMES, modes, AUX, CONTEXTS, ROLES, COUNT_KINDS, tuple(SECTORS), countries)

    def save(self, path: Path) -> None:
        """Write the labels as JSON."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Labels:
        """Read the labels that :meth:`save` wrote.

        Raises:
            ModelError: the file is missing or is not of this version's form.
        """
        try:
            return cls(**{name: tuple(values) for name, values in json.loads(path.read_text(encoding="utf-8")).items()})
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise ModelError(
                f"{path}: the reader's labels cannot be read ({error}); install tocsin again or train the model again"
            ) from error
