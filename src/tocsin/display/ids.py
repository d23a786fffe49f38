"""Ids as people read them: paths and addresses, which may be longer than a line."""

from __future__ import annotations

from tocsin.display.plain import line

SHORT = 34
"""Characters of a shortened id: with the event's number behind it, it fits beside the other columns of a table at 80."""


def short(name: str, room: int = SHORT) -> str:
    """The id in at most ``room`` characters, cut in its middle: its end tells most, its beginning says whose it is."""
    shown = line(name)
    if len(shown) <= room:
        return shown
    head = (room - 1) * 2 // 5
    return f"{shown[:head]}…{shown[len(shown) - (room - 1 - head) :]}"
