"""Texts that several papers print: whole, cut, retitled, with an introduction of their own."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.corroborate.clues import Clue
from tocsin.corroborate.compare import Compared
from tocsin.corroborate.prints import containment, proportion
from tocsin.corroborate.profile import ReportProfile
from tocsin.corroborate.weights import CopyWeights


def compare_texts(one: ReportProfile, other: ReportProfile, weights: CopyWeights) -> Compared | None:
    """Score two texts: above 0 they are one text; ``None`` where they have nothing in common, or one is but a small part of the other.

    The score is the share of the shorter text's runs of words that stand in the longer one, less the share that is asked: more where they
    were printed long after one another, and then no other figure.
    """
    share = containment(one.print, other.print)
    if share == 0 or proportion(one.print, other.print) < weights.shortest:
        return None
    clues: list[Clue] = [
        ("runs", round(share, 3), lambda: f"{share:.0%} of the shorter text stands in the longer"),
        *_asked(one, other, weights),
    ]
    return Compared(round(sum(weight for _, weight, _ in clues), 3), clues)


def _asked(one: ReportProfile, other: ReportProfile, weights: CopyWeights) -> Iterator[Clue]:
    """What is asked of two texts."""
    apart = abs(one.published - other.published) if one.published is not None and other.published is not None else 0
    if apart > weights.late_days:
        yield from _late(one, other, apart, weights)
    elif one.credit and other.credit and one.credit.agency == other.credit.agency:
        agency = one.credit.agency
        yield "credit", -weights.asked_credited, lambda: f"both credited to {agency}"
    else:
        yield "asked", -weights.asked, lambda: f"{weights.asked:.0%} is asked"


def _late(one: ReportProfile, other: ReportProfile, apart: int, weights: CopyWeights) -> Iterator[Clue]:
    """What is asked of texts that are printed long after one another."""
    yield "asked", -weights.asked_late, lambda: f"{weights.asked_late:.0%} is asked of texts printed {apart} days apart"
    shorter, longer = sorted((one, other), key=lambda report: (len(report.print.runs), report.id))
    others = sorted(shorter.figures - longer.figures)
    if others:
        yield "figures", weights.other_figures, lambda: f"only one of them gives {', '.join(map(str, others[:5]))}"
