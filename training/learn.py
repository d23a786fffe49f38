"""One optimisation of the network over annotated windows: the losses, their weights, and the loop with its checkpoints."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from tocsin.reader.labels import Labels
from tocsin.reader.segment import Window, windows_of
from training.annotations import GoldText
from training.batches import UNKNOWN, Batch, collate
from training.network import ReaderNetwork

MASK = 103
"""Id of ``[MASK]`` in the BERT vocabulary."""

WEIGHTS = {
    "trigger": 1.5,
    "role": 20.0,
    "mode": 30.0,
    "aux": 3.0,
    "context": 2.0,
    "sector": 2.0,
    "country": 0.2,
    "count_kind": 0.2,
    "link": 0.3,
}
"""What each loss counts for. They bring the means, which differ a hundredfold (most words fill no role), to the same order; the
trigger, on which all the rest hangs, and the roles, of which there are most to learn, count more. With the trigger at 2 and
roles at 8, fourteen epochs raised events on real news by a point and lost one or two on quotes. With modes at 4 and contexts at 4 a reader named
half of the modes of the corpus' texts that it had learnt from; a head of its own on the same words reached 79 where it had 65."""

ROLE_WEIGHTS = {"said_by": 2.0}
"""What a role counts for beside the others. Sources were found least often: 71 % of their words in real texts that a reader had learnt from, where it
found nine words of actors in ten."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the network is trained."""

    epochs: int = 14
    own_share: float = 0.25
    """Share of tocsin's own texts that an epoch draws, beside all real ones. There are four times as many words of them: unweighted, the
    annotators of real news would be heard one time in six."""
    last_own_share: float = 0.15
    last_epochs: int = 4
    """In the last epochs, while the rate falls to nothing, fewer of its own: what is read in the end is real news."""
    windows: int = 16
    """Windows of similar length in a step."""
    longest: int = 254
    shortest: int = 96
    """Each epoch cuts long texts anew, at a length drawn between these, so that no sentence is always seen with the same neighbours."""
    encoder_rate: float = 9e-5
    head_rate: float = 1e-3
    warm_up: float = 0.08
    decay: float = 0.01
    hidden_pieces: float = 0.06
    """Share of pieces that are hidden from the encoder in training, so that it leans on more than one word."""
    average: float = 0.997
    """Weight of the past in the running average of the weights, which is what is kept."""
    seed: int = 7


FURTHER = Recipe(epochs=13, own_share=0.3, encoder_rate=6e-5, head_rate=7e-4, warm_up=0.05, seed=8)
"""How training goes on from a model that was exported. After fourteen epochs a reader is as good on the corpus' texts that it learnt from as on
those that it never saw (losses of triggers 0.087 and 0.082, of roles 0.016 and 0.014): it has not learnt all that they teach."""


def losses(network: ReaderNetwork, batch: Batch, labels: Labels, device: torch.device, recipe: Recipe) -> dict[str, Tensor]:
    """Each head's mean loss over one batch; a head without an answer in the batch is left out."""
    gold = {name: torch.from_numpy(array).to(device) for name, array in batch.arrays().items()}
    pieces, shapes, word_index, sentence = (
        torch.from_numpy(array).to(device)
        for array in (batch.windows.pieces, batch.windows.shapes, batch.windows.word_index, batch.windows.sentence)
    )
    if network.training:
        hide = (torch.rand(pieces.shape, device=device) < recipe.hidden_pieces) & (pieces > MASK)
        pieces = pieces.masked_fill(hide, MASK)
    words, triggers = network.encoder(pieces, shapes, word_index)
    found = {"trigger": functional.cross_entropy(triggers.float().transpose(1, 2), gold["tags"], ignore_index=UNKNOWN)}
    if not len(batch.row):
        return found
    vector, *answers = network.mentions(words, sentence, gold["row"], gold["first"], gold["last"], gold["kind"])
    modes, aux, contexts, roles = (logits.float() for logits in answers)
    asked = _own_modes(labels, device)[gold["kind"]]
    found["mode"] = functional.binary_cross_entropy_with_logits(modes, gold["modes"], asked)
    found["aux"] = functional.binary_cross_entropy_with_logits(aux, gold["aux"])
    found["context"] = functional.binary_cross_entropy_with_logits(contexts, gold["contexts"])
    inside = (sentence[gold["row"]] >= 0)[:, :, None].expand(-1, -1, gold["roles"].shape[-1])
    told = functional.cross_entropy(roles.permute(0, 3, 1, 2), gold["roles"], reduction="none")
    found["role"] = (told * _role_weights(labels, device))[inside].mean()
    if len(batch.span_event):
        found |= _span_losses(network, words, vector, gold)
    if len(batch.pair_later):
        later, earlier = gold["pair_later"], gold["pair_earlier"]
        found["link"] = functional.cross_entropy(network.links(vector[later], vector[earlier], later - earlier).float(), gold["link"])
    return found


def half_precision(device: torch.device) -> torch.autocast:
    """Matrix products of 16-bit factors (bfloat16) where the processor multiplies them by itself; the weights stay whole.

    An epoch takes two fifths of the time on two cores with AVX-512 BF16. Elsewhere such products are made of whole ones, and slower than those.
    """
    able = device.type == "cuda" or torch.cpu._is_avx512_bf16_supported()  # noqa: SLF001  # what torch itself asks; it has no public name
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=able)


def _own_modes(labels: Labels, device: torch.device) -> Tensor:
    """[types, modes]: 1 where the mode is one of the type's, since only those are asked of it."""
    return torch.tensor([[float(mode.startswith(f"{kind}/")) for mode in labels.modes] for kind in labels.types], device=device)


def _role_weights(labels: Labels, device: torch.device) -> Tensor:
    """[roles]: what each role's loss counts for."""
    return torch.tensor([ROLE_WEIGHTS.get(role, 1.0) for role in labels.roles], device=device)


def _span_losses(network: ReaderNetwork, words: Tensor, vector: Tensor, gold: dict[str, Tensor]) -> dict[str, Tensor]:
    of = gold["span_event"]
    answers = network.spans(words, gold["row"][of], gold["span_first"], gold["span_last"], vector[of])
    sectors, countries, kinds = (logits.float() for logits in answers)
    found: dict[str, Tensor] = {}
    given = gold["sectors"][:, 0] >= 0
    if bool(given.any()):
        found["sector"] = functional.binary_cross_entropy_with_logits(sectors[given], gold["sectors"][given])
        found["country"] = functional.cross_entropy(countries, gold["country"], ignore_index=UNKNOWN)
    if bool((gold["count_kind"] != UNKNOWN).any()):
        found["count_kind"] = functional.cross_entropy(kinds, gold["count_kind"], ignore_index=UNKNOWN)
    return found


class Average:
    """A running average of a network's weights, which generalises better than its last step."""

    def __init__(self, network: nn.Module, past: float) -> None:
        self.past, self.steps = past, 0
        self.weights = {name: value.detach().clone() for name, value in network.state_dict().items()}

    def update(self, network: nn.Module) -> None:
        """Move the average toward the network as it stands; faster in the first steps."""
        self.steps += 1
        past = min(self.past, (1 + self.steps) / (10 + self.steps))
        for name, value in network.state_dict().items():
            if value.is_floating_point():
                self.weights[name].lerp_(value.detach(), 1 - past)


@dataclass(frozen=True, slots=True)
class Taught:
    """The texts to learn from: real news and tocsin's own."""

    real: Sequence[GoldText]
    own: Sequence[GoldText]

    def draw(self, epoch: int, recipe: Recipe, chance: random.Random) -> list[GoldText]:
        """The texts of one epoch, counted from 0."""
        share = recipe.last_own_share if epoch >= recipe.epochs - recipe.last_epochs else recipe.own_share
        return [*self.real, *chance.sample(self.own, round(share * len(self.own)))]


def epoch_batches(texts: Sequence[GoldText], recipe: Recipe, chance: random.Random) -> list[list[tuple[GoldText, Window]]]:
    """All texts cut into windows and put together by length, in random order."""
    cut: list[tuple[GoldText, Window]] = []
    for text in texts:
        longest = chance.randint(recipe.shortest, recipe.longest)
        cut.extend((text, window) for window in windows_of(text.words, longest, longest // 8))
    cut.sort(key=lambda item: (item[1].last - item[1].first) * chance.uniform(0.85, 1.15))
    batches = [cut[at : at + recipe.windows] for at in range(0, len(cut), recipe.windows)]
    chance.shuffle(batches)
    return batches


def _rate(done: float, warm_up: float) -> float:
    """Linear up over the first share of the training, linear down to nothing over the rest; ``done`` runs from 0 to 1."""
    return min(done / warm_up, (1 - done) / (1 - warm_up))


def _optimizer(network: ReaderNetwork, recipe: Recipe) -> torch.optim.AdamW:
    encoder = [value for name, value in network.encoder.named_parameters() if not name.startswith("trigger")]
    known = {id(value) for value in encoder}
    heads = [value for value in network.parameters() if id(value) not in known]
    groups = [{"params": encoder, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=recipe.decay, fused=True)


def learn(
    network: ReaderNetwork,
    taught: Taught,
    labels: Labels,
    recipe: Recipe,
    device: torch.device,
    checkpoint: Path,
) -> Iterator[int]:
    """Train, going on from ``checkpoint`` if it is there; what was learnt is read from it by :func:`learnt`.

    Yields:
        The number of each epoch, from 1, when it has ended.
    """
    torch.manual_seed(recipe.seed)
    network.to(device)
    optimizer, average = _optimizer(network, recipe), Average(network, recipe.average)
    begin = _resume(checkpoint, network, optimizer, average, device)
    for epoch in range(begin, recipe.epochs):
        chance = random.Random(recipe.seed * 1000 + epoch)
        torch.manual_seed(recipe.seed * 1000 + epoch)  # so that a run that was killed and goes on ends like one that was not
        batches = epoch_batches(taught.draw(epoch, recipe, chance), recipe, chance)
        network.train()
        started, total = time.monotonic(), 0.0
        for number, part in enumerate(batches):
            rate = _rate((epoch + (number + 1) / len(batches)) / recipe.epochs, recipe.warm_up)
            for group, base in zip(optimizer.param_groups, (recipe.encoder_rate, recipe.head_rate), strict=True):
                group["lr"] = base * rate
            with half_precision(device):
                found = losses(network, collate(part, labels), labels, device, recipe)
            loss = torch.stack([WEIGHTS[name] * value for name, value in found.items()]).sum()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            average.update(network)
            total += loss.item()
        print(f"epoch {epoch + 1}/{recipe.epochs}: loss {total / len(batches):.3f}, {time.monotonic() - started:.0f} s", flush=True)
        _save(checkpoint, epoch + 1, network, optimizer, average)
        yield epoch + 1


def learnt(checkpoint: Path, device: torch.device) -> dict[str, Tensor]:
    """The averaged weights after the last epoch that a run ended."""
    return dict(torch.load(checkpoint, map_location=device, weights_only=True)["average"])


def _save(path: Path, epoch: int, network: ReaderNetwork, optimizer: torch.optim.AdamW, average: Average) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    state = {
        "epoch": epoch,
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "average": average.weights,
        "steps": average.steps,
    }
    torch.save(state, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)  # so that a killed run leaves the last whole checkpoint


def _resume(path: Path, network: ReaderNetwork, optimizer: torch.optim.AdamW, average: Average, device: torch.device) -> int:
    if not path.exists():
        return 0
    state = torch.load(path, map_location=device, weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    average.weights, average.steps = state["average"], state["steps"]
    return int(state["epoch"])
