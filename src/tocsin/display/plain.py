"""Text from outside, made safe to show."""

from __future__ import annotations

import unicodedata

_OBEYED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories of what a terminal obeys (control characters) or reorders its line by (bidirectional formats)."""

_HARMLESS = frozenset("\n\t\u200b\u200c\u200d\u00ad\ufeff")
"""Of those categories, and needed: layout, and the joiners that Persian and Indic spelling uses."""


def plain(text: str) -> str:
    """``text`` without anything that a terminal would obey or that would reorder it on the screen; line breaks and tabs stay.

    Text from outside may carry escape sequences (``ESC ] 0 ; title``) and right-to-left overrides. Each such character becomes ``�``.
    """
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join("�" if unicodedata.category(sign) in _OBEYED and sign not in _HARMLESS else sign for sign in unix)


def line(text: str) -> str:
    """:func:`plain` text on one line."""
    return plain(" ".join(text.split()))
