"""Ids as people read them: paths and addresses, which may be longer than a line."""

from __future__ import annotations

import re

from tocsin.display.plain import line

SHORT = 34
"""Characters of a shortened id: with the event's number behind it, it fits beside the other columns of a table at 80."""

_PART = re.compile(r"[^/\-_.?&=#:]*[/\-_.?&=#:]*")
"""What an id may be broken behind: a part with the signs that end it."""


def short(name: str, room: int = SHORT) -> str:
    """The id in at most ``room`` characters, cut in its middle: its end tells most, its beginning says whose it is."""
    shown = line(name)
    if len(shown) <= room:
        return shown
    head = (room - 1) * 2 // 5
    return f"{shown[:head]}…{shown[len(shown) - (room - 1 - head) :]}"


def lines(name: str, width: int) -> list[str]:
    """The id in lines of at most ``width`` characters, broken behind its slashes, hyphens and stops where there are any."""
    found = [""]
    for part in _PART.findall(line(name)):
        if found[-1] and len(found[-1]) + len(part) > width:
            found.append("")
        rest = found[-1] + part
        found[-1:] = [rest[at : at + width] for at in range(0, len(rest), width)] or [""]
    return found
