"""Whether two given names are one name: its transliterations, its short forms, its initial. Stricter than a comparison within one text, for by it
a private person is told from a public one.
"""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.resolve.countries import plain
from tocsin.resolve.entities.sounds import distance
from tocsin.resolve.entities.spellings import name_forms

_SURE = 0.75
"""Share of the limit of two spellings within which two given names are one: *Mohamed*, *Muhammad* stand at 0.69, *Robert*, *Rupert* at 0.94."""


def same_given(written: str, known: str) -> bool:
    """Whether ``written`` is a spelling of the given name ``known``. An initial stands for any name with that letter, but no name for an
    initial; a name that ends in *a* where the other does not is a woman's (*Aleksandra*, *Aleksandr*), unless the table of forms has both.
    """
    a, b = plain(written), plain(known)
    if not a or not b:
        return False
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return len(a) == 1 and a == b[0]
    if name_forms(a) & name_forms(b):
        return True
    return a.endswith("a") == b.endswith("a") and distance(a, b) <= _SURE


def same_full_name(name: Sequence[str], known: Sequence[str], at: int, known_at: int, size: int) -> bool:
    """Whether ``name`` is ``known``, which share ``size`` words at ``at`` and ``known_at``: what stands first before these words is one given name,
    and so is what stands right behind them. Middle names come and go; a name that goes on behind the shared words is another's.
    """
    before, known_before = name[:at], known[:known_at]
    after, known_after = name[at + size :], known[known_at + size :]
    if before and not (known_before and same_given(before[0], known_before[0])):
        return False
    if not after:
        return bool(before) or not known_before or not known_after
    return bool(known_after) and same_given(after[0], known_after[0])
