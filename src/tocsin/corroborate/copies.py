"""Texts that several papers print: whole, cut, retitled, with an introduction of their own."""

from __future__ import annotations

from tocsin.corroborate.compare import Compared
from tocsin.corroborate.prints import containment, proportion
from tocsin.corroborate.profile import ReportProfile
from tocsin.corroborate.weights import CopyWeights
from tocsin.records import Reason


def compare_texts(one: ReportProfile, other: ReportProfile, weights: CopyWeights) -> Compared | None:
    """Score two texts: above 0 they are one text; ``None`` where they have nothing in common, or one is but a small part of the other.

    The score is the share of the shorter text's runs of words that stand in the longer one, less the share that is asked.
    """
    share = containment(one.print, other.print)
    if share == 0 or proportion(one.print, other.print) < weights.shortest:
        return None
    reasons = [Reason("runs", f"{share:.0%} of the shorter text stands in the longer", round(share, 3))]
    if one.credit and other.credit and one.credit.agency == other.credit.agency:
        reasons.append(Reason("credit", f"both credited to {one.credit.agency}", -weights.asked_credited))
    else:
        reasons.append(Reason("asked", f"{weights.asked:.0%} is asked", -weights.asked))
    return Compared(round(sum(reason.weight for reason in reasons), 3), tuple(reasons))
