"""Words that name a mode by themselves: *torched*, *walkout*, *tear gas*.

The network learns rare modes slowly: on held-out texts it leaves half of them out. Where it gives none, the words of the trigger decide, if the
annotators of the training texts gave them one answer nearly always.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tocsin.errors import ModelError

FILE = "modes.json"


def plain(trigger: str) -> str:
    """The words of a trigger without their capitals and line ends."""
    return " ".join(trigger.casefold().split())


@dataclass(frozen=True, slots=True)
class ModeWords:
    """For each type of event the modes of triggers, by their :func:`plain` words."""

    of_types: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def modes(self, kind: str, trigger: str) -> tuple[str, ...]:
        """The modes that the words of a trigger name; none where they are not known."""
        return self.of_types.get(kind, {}).get(plain(trigger), ())

    @classmethod
    def load(cls, folder: Path) -> ModeWords:
        """Those of a model folder; none where the folder has none.

        Raises:
            ModelError: the file is broken.
        """
        path = folder / FILE
        if not path.exists():
            return cls()
        try:
            raw = json.loads(path.read_text(encoding="utf-8"))
            return cls({kind: {words: tuple(modes) for words, modes in known.items()} for kind, known in raw.items()})
        except (OSError, ValueError, AttributeError, TypeError) as error:
            raise ModelError(
                f"{path}: the words of modes cannot be read ({error}); install tocsin again or train the model again"
            ) from error
