"""The gate: passes over windows that surely name no event, before the encoder sees them.

Most of what a newsroom prints is sport, business, weather and lifestyle. A sum over the word pieces of a window and their pairs tells most
of that apart for a hundredth of what the encoder costs; what is in doubt is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from tocsin.errors import ModelError
from tocsin.reader.segment import Window, Words

FILE = "gate.npz"

PIECES, PAIRS = 30522, 1 << 16
"""Pieces of the vocabulary, and buckets that pairs of neighbouring pieces are hashed into."""

_NO_EVENT = -1e9
"""The logit of a window without pieces."""


def features(pieces: NDArray[np.int64]) -> NDArray[np.int64]:
    """The features that a window has: each piece once, each pair of neighbours once. Indices below ``PIECES + PAIRS``."""
    pairs = (pieces[:-1] * 1_000_003 + pieces[1:] * 8_191) % PAIRS + PIECES
    return np.unique(np.concatenate([pieces, pairs]))


@dataclass(frozen=True, slots=True)
class Gate:
    """A linear judge of windows.

    ``weights`` [PIECES + PAIRS] and ``bias`` give a window's logit: the mean of its features' weights, times the square root of their
    number, plus the bias. Windows below ``lowest`` are passed over.
    """

    weights: NDArray[np.float32]
    bias: float
    lowest: float

    @classmethod
    def load(cls, folder: Path) -> Gate | None:
        """The gate of a model folder; ``None`` where the folder has none, and every window is read.

        Raises:
            ModelError: the file is broken.
        """
        path = folder / FILE
        if not path.exists():
            return None
        try:
            with path.open("rb") as file, np.load(file) as kept:
                weights = kept["weights"].astype(np.float32)
                if weights.shape != (PIECES + PAIRS,):
                    raise ValueError(f"it has weights of shape {weights.shape} and not {PIECES + PAIRS}")  # noqa: TRY301  # told as the others are
                return cls(weights, float(kept["bias"]), float(kept["lowest"]))
        except (OSError, ValueError, KeyError, BadZipFile) as error:
            raise ModelError(f"{path}: the gate cannot be read ({error}); install tocsin again or train the model again") from error

    def save(self, folder: Path) -> None:
        """Write the gate beside the graphs, its weights as 16-bit numbers."""
        np.savez_compressed(folder / FILE, weights=self.weights.astype(np.float16), bias=self.bias, lowest=self.lowest)

    def logit(self, pieces: NDArray[np.int64]) -> float:
        """How much speaks for an event among some pieces."""
        if not len(pieces):
            return _NO_EVENT
        found = features(pieces)
        return float(self.weights[found].sum() / np.sqrt(len(found)) + self.bias)

    def keep(self, words: Words, windows: Sequence[Window]) -> list[Window]:
        """The windows that may name an event."""
        pieces = np.asarray(words.pieces, np.int64)
        cut = [(window, pieces[words.first_piece[window.first] : words.first_piece[window.last]]) for window in windows]
        return [window for window, shown in cut if self.logit(shown) >= self.lowest]
