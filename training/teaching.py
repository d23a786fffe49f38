"""What readers that were taught before say to the one that learns: their mean answer, mixed with the annotator's (Hinton et al. 2015)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from training.network import SMALL, ReaderNetwork


@dataclass(frozen=True, slots=True)
class Answer:
    """Probabilities for B windows of W words and K triggers."""

    triggers: Tensor  # [B, W, 1 + types]
    modes: Tensor  # [K, modes]
    aux: Tensor  # [K, aux + 1]
    contexts: Tensor  # [K, contexts]
    roles: Tensor  # [K, W, roles, 3]


LARGE_SHARE = {"triggers": 0.75, "modes": 0.0, "aux": 0.5, "contexts": 0.0, "roles": 0.75}
"""What a large teacher's word counts beside the small ones'. On held-out texts the two stand at F1 68.9 and 66.5 for triggers, 56.9 and 52.3 for
actors, 51.0 and 43.2 for recipients, 46.5 and 44.3 for aux, but at 29.4 and 43.8 for modes and 17.2 and 35.7 for contexts: eight passes are
few for what is rare."""


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
    large = [teacher.sizes.layers > SMALL.layers for teacher in teachers]
    parts = zip(LARGE_SHARE.values(), zip(*answers, strict=True), strict=True)
    return Answer(*(_weighed(says, large, share) for share, says in parts))


def _weighed(says: Sequence[Tensor], large: Sequence[bool], share: float) -> Tensor:
    """The teachers' mean, the large ones' together counting ``share``; where all are of one kind, all count the same."""
    several = any(large) and not all(large)
    of = {True: share, False: 1 - share} if several else {True: 1.0, False: 1.0}
    parts = [one * (of[is_large] / large.count(is_large)) for one, is_large in zip(says, large, strict=True)]
    return torch.stack(parts).sum(0)


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
