"""The reader's network: one encoder, and heads for all that the codebook asks.

The encoder is the lower part of MPNet (Song et al. 2020), written out here so that it exports to ONNX as plain matrix products and takes one
input more: the shape of each word (capitals, digits, a line's start), which the uncased vocabulary does not see. Its weights start from
the published all-mpnet-base-v2 (:mod:`training.weights`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from tocsin.reader.labels import LINKS, Labels
from tocsin.reader.network import FARTHEST, SENTENCES_APART
from tocsin.reader.segment import SHAPES


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths of the network. The encoder's are MPNet-base's, but for its depth."""

    vocabulary: int = 30522
    positions: int = 512
    hidden: int = 768
    inner: int = 3072
    layers: int = 8
    """The lowest of MPNet's twelve: who did what to whom is known halfway up such an encoder (Tenney et al. 2019), and the upper ones were
    taught to say in one vector what a sentence is about. Two thirds of the time and of the weights."""
    attention_heads: int = 12
    distances: int = 32
    """Classes of distance that attention sees beside the words' own places."""
    mention: int = 256
    """A mention's vector, and the width in which words and mentions meet."""
    match: int = 64
    """Width of the bilinear match of word and mention, for each role."""
    dropout: float = 0.1


class Drop(nn.Module):
    """Dropout (Srivastava et al. 2014) that draws eight decisions from each random number.

    torch's own draws one, which took a sixth of the training on a processor.
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.dropped = round(256 * share)  # of the 256 values of a byte

    def forward(self, values: Tensor) -> Tensor:
        """``values`` with some of them set to nothing and the others raised by as much; outside training as they are."""
        if not self.training:
            return values
        numbers = torch.empty(values.numel() // 8 + 1, dtype=torch.int64, device=values.device).random_(-(2**63), None)
        kept = numbers.view(torch.uint8)[: values.numel()].view(values.shape) >= self.dropped
        return values * (kept.to(values.dtype) * (256 / (256 - self.dropped)))


class Layer(nn.Module):
    """One transformer layer, normalised after each residual sum as in BERT."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.heads = sizes.attention_heads
        self.query, self.key, self.value, self.mix = (nn.Linear(sizes.hidden, sizes.hidden) for _ in range(4))
        self.mix_norm = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.widen, self.narrow = nn.Linear(sizes.hidden, sizes.inner), nn.Linear(sizes.inner, sizes.hidden)
        self.narrow_norm = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.drop = Drop(sizes.dropout)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """``hidden`` [B, T, H]; ``mask`` [B, heads, T, T]: a preference for pieces, a large negative number for padding.

        No attention is dropped in training, which would cost a sixth of its time.
        """
        query, key, value = (part(hidden).unflatten(-1, (self.heads, -1)).transpose(1, 2) for part in (self.query, self.key, self.value))
        likeness = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2)
        weights = (likeness + mask.to(likeness.dtype)).softmax(-1)
        mixed = (weights @ value).transpose(1, 2).flatten(2)
        hidden = self.mix_norm(hidden + self.drop(self.mix(mixed)))
        return torch.as_tensor(self.narrow_norm(hidden + self.drop(self.narrow(functional.gelu(self.widen(hidden))))))


def distance_classes(distance: Tensor, classes: int, farthest: int = 128) -> Tensor:
    """Classes of how far another piece stands ahead of one (Raffel et al. 2020, section 2.1): half for those before it and half for those
    behind; in each half the first classes are single distances, the others grow by a constant factor up to ``farthest``.
    """
    half, single = classes // 2, classes // 4
    far = distance.abs().clamp(min=1).float()
    grown = single + (torch.log(far / single) / math.log(farthest / single) * (half - single)).long()
    away = torch.where(distance.abs() < single, distance.abs(), grown.clamp(max=half - 1))
    return away + half * (distance > 0)


class Encoder(nn.Module):
    """Word pieces to one vector a word, and each word's trigger scores."""

    def __init__(self, sizes: Sizes, labels: Labels) -> None:
        super().__init__()
        self.pieces = nn.Embedding(sizes.vocabulary, sizes.hidden).requires_grad_(False)  # a quarter of the weights stays as published
        self.positions = nn.Embedding(sizes.positions, sizes.hidden)
        self.shapes = nn.Embedding(SHAPES, sizes.hidden)
        nn.init.zeros_(self.shapes.weight)  # so that training starts from the published encoder
        self.every = nn.Parameter(torch.zeros(sizes.hidden))  # added to every piece
        self.norm = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.drop = Drop(sizes.dropout)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        self.distances = nn.Embedding(sizes.distances, sizes.attention_heads).requires_grad_(False)
        self.trigger = nn.Linear(sizes.hidden, 1 + len(labels.types))

    def forward(self, pieces: Tensor, shapes: Tensor, word_index: Tensor) -> tuple[Tensor, Tensor]:
        """``pieces``, ``shapes`` [B, T], ``word_index`` [B, W] → words [B, W, H], trigger logits [B, W, 1 + types]."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        hidden = self.pieces(pieces) + self.positions(places) + self.shapes(shapes) + self.every
        hidden = self.drop(self.norm(hidden))
        apart = distance_classes(places[None] - places[:, None], self.distances.num_embeddings)
        mask = (pieces == 0).to(hidden.dtype)[:, None, None, :] * -10000.0 + self.distances(apart).permute(2, 0, 1)
        for layer in self.layers:
            hidden = layer(hidden, mask)
        words = hidden.gather(1, word_index.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
        return words, self.trigger(self.drop(words))


class Mentions(nn.Module):
    """A trigger in its window to a mention's vector, modes, aux, contexts and the roles of every word."""

    def __init__(self, sizes: Sizes, labels: Labels) -> None:
        super().__init__()
        self.roles = len(labels.roles)
        self.kind = nn.Embedding(len(labels.types), 64)
        self.vector = nn.Linear(2 * sizes.hidden + 64, sizes.mention)
        self.flags = nn.Sequential(Drop(sizes.dropout), nn.Linear(sizes.mention, sizes.mention), nn.GELU(), Drop(sizes.dropout))
        self.modes = nn.Linear(sizes.mention, len(labels.modes))
        self.aux = nn.Linear(sizes.mention, len(labels.aux) + 1)
        self.contexts = nn.Linear(sizes.mention, len(labels.contexts))
        self.word = nn.Linear(sizes.hidden, sizes.mention)
        self.distance = nn.Embedding(2 * FARTHEST + 1, sizes.mention)
        self.apart = nn.Embedding(2 * SENTENCES_APART + 1, sizes.mention)
        self.role = nn.Linear(sizes.mention, 3 * self.roles)
        self.match_word = nn.Linear(sizes.hidden, sizes.match)
        self.match_mention = nn.Linear(sizes.mention, 3 * self.roles * sizes.match)
        nn.init.normal_(self.distance.weight, std=0.02)
        nn.init.normal_(self.apart.weight, std=0.02)
        nn.init.normal_(self.match_mention.weight, std=0.02)
        self.drop = Drop(sizes.dropout)

    def forward(
        self, words: Tensor, sentence: Tensor, row: Tensor, first: Tensor, last: Tensor, kind: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Logits for K triggers; the shapes are those of :class:`tocsin.reader.network.MentionScores`."""
        opening, closing = words[row, first], words[row, last - 1]
        vector = functional.gelu(self.vector(torch.cat([opening, closing, self.kind(kind)], -1)))
        flags = self.flags(vector)
        place = torch.arange(words.shape[1], device=words.device)
        distance = (place[None] - first[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        apart = (sentence[row] - sentence[row, first][:, None]).clamp(-SENTENCES_APART, SENTENCES_APART) + SENTENCES_APART
        met = self.word(words)[row] + vector[:, None] + self.distance(distance) + self.apart(apart)
        match = self.match_mention(vector).unflatten(-1, (3 * self.roles, -1))
        roles = self.role(self.drop(functional.gelu(met))) + self.match_word(words)[row] @ match.transpose(1, 2)
        return vector, self.modes(flags), self.aux(flags), self.contexts(flags), roles.unflatten(-1, (self.roles, 3))


class Spans(nn.Module):
    """A span in its mention to its sector, country and what it counts."""

    def __init__(self, sizes: Sizes, labels: Labels) -> None:
        super().__init__()
        self.meet = nn.Linear(3 * sizes.hidden + sizes.mention, sizes.mention)
        self.sectors = nn.Linear(sizes.mention, len(labels.sectors))
        self.countries = nn.Linear(sizes.mention, 1 + len(labels.countries))
        self.count_kinds = nn.Linear(sizes.mention, len(labels.count_kinds))
        self.drop = Drop(sizes.dropout)

    def forward(self, words: Tensor, row: Tensor, first: Tensor, last: Tensor, vectors: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits for S spans; the shapes are those of :class:`tocsin.reader.network.SpanScores`."""
        place = torch.arange(words.shape[1], device=words.device)
        inside = ((place[None] >= first[:, None]) & (place[None] < last[:, None])).to(words.dtype)
        mean = (inside.unsqueeze(1) @ words[row]).squeeze(1) / inside.sum(-1, keepdim=True).clamp(min=1)
        met = self.drop(functional.gelu(self.meet(torch.cat([mean, words[row, first], words[row, last - 1], vectors], -1))))
        return self.sectors(met), self.countries(met), self.count_kinds(met)


class Links(nn.Module):
    """Two mentions to how the later stands to the earlier."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.apart = nn.Embedding(16, 32)
        self.meet = nn.Linear(3 * sizes.mention + 32, sizes.mention)
        self.link = nn.Linear(sizes.mention, len(LINKS))
        self.drop = Drop(sizes.dropout)

    def forward(self, later: Tensor, earlier: Tensor, apart: Tensor) -> Tensor:
        """Vectors [P, D] twice and ``apart`` [P] → logits [P, LINKS]."""
        met = torch.cat([later, earlier, later * earlier, self.apart(apart.clamp(0, 15))], -1)
        return torch.as_tensor(self.link(self.drop(functional.gelu(self.meet(met)))))


class ReaderNetwork(nn.Module):
    """The encoder and its heads."""

    def __init__(self, labels: Labels, sizes: Sizes | None = None) -> None:
        super().__init__()
        self.sizes = sizes or Sizes()
        self.encoder = Encoder(self.sizes, labels)
        self.mentions = Mentions(self.sizes, labels)
        self.spans = Spans(self.sizes, labels)
        self.links = Links(self.sizes)

    def start_from(self, weights: Mapping[str, Tensor]) -> None:
        """Take the encoder's weights from a published MPNet, named as in its ``safetensors`` file."""
        state = _of_mpnet(weights, self.sizes)
        missing, unexpected = self.encoder.load_state_dict({name: value.float() for name, value in state.items()}, strict=False)
        assert not unexpected
        assert all(name.startswith(("shapes", "trigger")) for name in missing), missing

    def describe(self) -> dict[str, int | float]:
        """The widths, for the model card."""
        return asdict(self.sizes)


MPNET = {
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "mix": "attention.attn.o",
    "mix_norm": "attention.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "narrow_norm": "output.LayerNorm",
}
"""What the parts of a layer are called in a published MPNet."""

MPNET_MARKS = {0: 1, 101: 0, 102: 2, 103: 30526}
"""MPNet's rows for padding, beginning, end and hidden pieces, by BERT's ids. The rest of its vocabulary is BERT's behind four marks of its own."""


def _of_mpnet(weights: Mapping[str, Tensor], sizes: Sizes) -> dict[str, Tensor]:
    """MPNet's weights under our names. Its places begin behind two that stand for padding."""
    published = weights["embeddings.word_embeddings.weight"]
    pieces = published[4 : 4 + sizes.vocabulary].clone()
    pieces[list(MPNET_MARKS)] = published[list(MPNET_MARKS.values())]
    return {
        "pieces.weight": pieces,
        "positions.weight": weights["embeddings.position_embeddings.weight"][2 : 2 + sizes.positions],
        "every": torch.zeros(sizes.hidden),
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
        "distances.weight": weights["encoder.relative_attention_bias.weight"],
        **{
            f"layers.{number}.{ours}.{part}": weights[f"encoder.layer.{number}.{theirs}.{part}"]
            for number in range(sizes.layers)
            for ours, theirs in MPNET.items()
            for part in ("weight", "bias")
        },
    }
