"""The date that *the next day* or *that night* refer to, looked for in the text around the words."""

from __future__ import annotations

import re

from tocsin.resolve.times.compose import PATTERNS
from tocsin.resolve.times.pieces import Piece, find_pieces
from tocsin.resolve.times.scene import Scene
from tocsin.resolve.times.stretch import Stretch
from tocsin.resolve.times.words import plain

REACH = 4_000
"""Characters of context that are read, the nearest to its end: an anchor further back than a page is another story's."""

# Words that are a month, a weekday or a season only with a capital or a figure beside them.
_OTHER_WORDS = re.compile(r"(?<!\d )(?<!\d of )\b(?:may|march|mar|sat|sun|wed|mon|fri|dec|jan|fall|spring|summer)\b(?!\.? \d)")


def find_anchor(context: str, words: str, scene: Scene) -> Stretch | None:
    """The last date that the context names before the words; where they open it, the first after them; ``None`` where it names none."""
    text = plain(_OTHER_WORDS.sub("_", context[-REACH:]))
    own = plain(words)
    pieces = [piece for piece in find_pieces(text, scene, PATTERNS) if piece.kind not in {"clock", "nothing"} and piece.value is not None]
    at = text.rfind(own) if own else -1
    if at < 0:
        return pieces[-1].value if pieces else None
    outside: list[Piece] = [piece for piece in pieces if piece.end <= at]
    return outside[-1].value if outside else None
