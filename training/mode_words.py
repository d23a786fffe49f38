"""Which triggers name a mode by themselves, counted in the annotated texts (see :mod:`tocsin.reader.mode_words`)."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tocsin.reader.mode_words import FILE, plain

SEEN = 3
"""Events that a trigger must have named. On held-out texts of the corpus modes rose from F1 47.4 to 50.3 with three, as with one, and to 49.6 with
eight; on 53 of real news two mentions changed and F1 went from 51.2 to 50.8."""

AGREED = 0.7
"""Share of them that must have the very same modes: with 0.6 F1 50.1, with 0.9 49.1."""


def counted(documents: Iterable[dict[str, Any]]) -> dict[str, dict[str, list[str]]]:
    """For each type the triggers that name a mode, with their modes, in the order of the alphabet."""
    seen: defaultdict[tuple[str, str], Counter[tuple[str, ...]]] = defaultdict(Counter)
    for document in documents:
        for event in document["events"]:
            words = event["trigger"].partition("##")[0]  # after it stands which of several like words is meant
            seen[event["type"], plain(words)][tuple(sorted(event.get("modes", ())))] += 1
    found: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for (kind, words), modes in sorted(seen.items()):
        (most, times), total = modes.most_common(1)[0], modes.total()
        if most and total >= SEEN and times >= AGREED * total:
            found[kind][words] = list(most)
    return dict(found)


def write_mode_words(documents: Iterable[dict[str, Any]], folder: Path) -> int:
    """Write them into a model folder; how many they are."""
    found = counted(documents)
    (folder / FILE).write_text(json.dumps(found, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    return sum(map(len, found.values()))
