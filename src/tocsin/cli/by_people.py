"""What people said of an event, in a line each: a score of 1.00 is a person's, and who it was stands beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from rich.text import Text

from tocsin.display.plain import line
from tocsin.review import Action, Correction

DONE: Mapping[Action, str] = {"accept": "accepted", "change": "corrected", "reject": "rejected", "add": "added", "remove": "corrected"}
"""What somebody did, in the words of a history."""


def said_by_people(corrections: Sequence[Correction]) -> list[Text]:
    """``corrected by vera on 2026-03-01: type, actor``: what one person did on one day is one line."""
    told: dict[tuple[str, str, dt.date], list[str]] = {}
    for each in corrections:
        about = told.setdefault((DONE[each.action], each.who, each.at.date()), [])
        about += [each.field] if each.field else ["the whole report"] if each.event is None else []
    return [_line(*key, list(dict.fromkeys(about))) for key, about in told.items()]


def _line(done: str, who: str, day: dt.date, about: Sequence[str]) -> Text:
    fields = f": {', '.join(each.replace('_', ' ') for each in about)}" if about else ""
    return Text(f"{done} by {line(who)} on {day.isoformat()}{fields}", style="yellow")
