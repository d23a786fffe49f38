"""The network's four parts with their probabilities, as they are exported and as the reader asks them while training is still going on."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from tocsin.reader.network import Encoded, Floats, Integers, MentionScores, SpanScores, Triggers, WindowBatch
from training.network import ReaderNetwork


class AnsweringEncoder(nn.Module):
    """Words and trigger probabilities."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, pieces: Tensor, shapes: Tensor, word_index: Tensor) -> tuple[Tensor, Tensor]:
        """As :class:`training.network.Encoder`."""
        words, triggers = self.encoder(pieces, shapes, word_index)
        return words, triggers.softmax(-1)


class AnsweringMentions(nn.Module):
    """Answers for triggers, as probabilities."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.mentions = network.mentions

    def forward(self, words: Tensor, sentence: Tensor, row: Tensor, first: Tensor, last: Tensor, kind: Tensor) -> tuple[Tensor, ...]:
        """As :class:`training.network.Mentions`."""
        vector, modes, aux, contexts, roles = self.mentions(words, sentence, row, first, last, kind)
        return vector, modes.sigmoid(), aux.sigmoid(), contexts.sigmoid(), roles.softmax(-1)


class AnsweringSpans(nn.Module):
    """Answers for spans, as probabilities."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.spans = network.spans

    def forward(self, words: Tensor, row: Tensor, first: Tensor, last: Tensor, vectors: Tensor) -> tuple[Tensor, ...]:
        """As :class:`training.network.Spans`."""
        sectors, countries, kinds = self.spans(words, row, first, last, vectors)
        return sectors.sigmoid(), countries.softmax(-1), kinds.softmax(-1)


class AnsweringLinks(nn.Module):
    """Answers for pairs of mentions, as probabilities."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.links = network.links

    def forward(self, later: Tensor, earlier: Tensor, apart: Tensor) -> Tensor:
        """As :class:`training.network.Links`."""
        return torch.as_tensor(self.links(later, earlier, apart).softmax(-1))


class TorchNetwork:
    """A network in training as a :class:`tocsin.reader.network.Network`."""

    def __init__(self, network: ReaderNetwork) -> None:
        network.eval()
        self._device = network.links.link.weight.device
        self._encoder, self._mentions = AnsweringEncoder(network), AnsweringMentions(network)
        self._spans, self._links = AnsweringSpans(network), AnsweringLinks(network)

    def _ask(self, part: nn.Module, *given: Integers | Floats) -> list[Any]:
        with torch.inference_mode():
            answers = part(*(torch.from_numpy(np.ascontiguousarray(array)).to(self._device) for array in given))
        return [answer.float().cpu().numpy() for answer in (answers if isinstance(answers, tuple) else (answers,))]

    def encode(self, windows: WindowBatch) -> Encoded:
        """Read the windows."""
        return Encoded(*self._ask(self._encoder, windows.pieces, windows.shapes, windows.word_index))

    def mentions(self, words: Floats, sentence: Integers, triggers: Triggers) -> MentionScores:
        """Answer for each trigger."""
        return MentionScores(*self._ask(self._mentions, words, sentence, triggers.row, triggers.first, triggers.last, triggers.kind))

    def spans(self, words: Floats, row: Integers, first: Integers, last: Integers, vectors: Floats) -> SpanScores:
        """Answer for spans."""
        return SpanScores(*self._ask(self._spans, words, row, first, last, vectors))

    def links(self, later: Floats, earlier: Floats, apart: Integers) -> Floats:
        """How later mentions stand to earlier ones."""
        return np.asarray(self._ask(self._links, later, earlier, apart)[0])
