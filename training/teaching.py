"""What readers that were taught before say to the one that learns: their mean answer, mixed with the annotator's (Hinton et al. 2015)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from training.network import ReaderNetwork


@dataclass(frozen=True, slots=True)
class Answer:
    """Probabilities for B windows of W words and K triggers."""

    triggers: Tensor  # [B, W, 1 + types]
    modes: Tensor  # [K, modes]
    aux: Tensor  # [K, aux + 1]
    contexts: Tensor  # [K, contexts]
    roles: Tensor  # [K, W, roles, 3]


def mean_answer(
    teachers: Sequence[ReaderNetwork],
    windows: tuple[Tensor, Tensor, Tensor],
    where: tuple[Tensor, Tensor, Tensor, Tensor, Tensor],
) -> Answer:
    """The mean of what the teachers say of the windows (pieces, shapes, words' places) and of the triggers that stand in them.

    ``where`` is the words' sentences, and the triggers' windows, first words, last words and types, as the network's mentions take them.
    """
    answers = []
    for teacher in teachers:
        with torch.no_grad():
            words, triggers = teacher.encoder(*windows)
            _, *mentions = teacher.mentions(words, *where)
        triggers, modes, aux, contexts, roles = (logits.float() for logits in (triggers, *mentions))
        answers.append((triggers.softmax(-1), modes.sigmoid(), aux.sigmoid(), contexts.sigmoid(), roles.softmax(-1)))
    return Answer(*(torch.stack(parts).mean(0) for parts in zip(*answers, strict=True)))


def choice_loss(logits: Tensor, gold: Tensor, says: Tensor | None, trust: float) -> Tensor:
    """Cross entropy of one answer of several. ``logits`` [N, C], ``gold`` [N], the teachers' probabilities [N, C] if there are any."""
    if says is None:
        return functional.cross_entropy(logits, gold)
    wanted = functional.one_hot(gold, logits.shape[-1]).to(logits.dtype).lerp(says, trust)
    return functional.cross_entropy(logits, wanted)


def flags_loss(logits: Tensor, gold: Tensor, says: Tensor | None, trust: float, weight: Tensor | None = None) -> Tensor:
    """Binary cross entropy of answers that exclude none another. All [N, C]; ``weight`` says which count."""
    wanted = gold if says is None else gold.lerp(says, trust)
    return functional.binary_cross_entropy_with_logits(logits, wanted, weight)
