"""What every request and answer is made of."""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

from tocsin.review.corrections import LONGEST_WHY

NAME_LENGTH = 200
"""Characters of a name, or of an event's or incident's id, that a request may give: longer ones are nobody's."""

DOCUMENT_LENGTH = 1_000
"""Characters of a document's id: it may be the path of a file or an address on the net."""


class Answer(BaseModel):
    """What the server says. Made from the store's records by the names of their fields."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class Request(BaseModel):
    """What is asked of the server: a field that it does not know is a mistake, not to be passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _utc(moment: dt.datetime) -> dt.datetime:
    return moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment.astimezone(dt.UTC)


Moment = Annotated[dt.datetime, AfterValidator(_utc)]
"""A time in UTC. The database keeps times in UTC without saying so."""

_LONE = re.compile("[\ud800-\udfff]")


def shown(text: object) -> object:
    """Text that JSON's UTF-8 can hold: a lone surrogate, of one code point, becomes the replacement character, so that offsets hold."""
    return _LONE.sub("\ufffd", text) if isinstance(text, str) and not text.isascii() else text


Text = Annotated[str, BeforeValidator(shown)]
"""Words from outside: documents may hold what JSON cannot."""

DEEPEST = 12
"""Levels of a value that a person gives: a list of words with a value with a list in it takes five."""


def _plain_json(value: object) -> object:
    """Check a value whose shape depends on what it is for: what JSON and the database can hold, and no deeper than anything asked for."""
    waiting = [(value, 0)]
    while waiting:
        part, depth = waiting.pop()
        if depth > DEEPEST:
            raise ValueError("it is nested too deep")
        if isinstance(part, str) and _LONE.search(part):
            raise ValueError("it holds half of a character")
        if isinstance(part, float) and not math.isfinite(part):
            raise ValueError("it holds a number that is none")
        if isinstance(part, int) and not -(2**63) <= part < 2**63:
            raise ValueError("it holds a number that is too large")
        inner = [*part.keys(), *part.values()] if isinstance(part, dict) else part if isinstance(part, list) else ()
        waiting.extend((each, depth + 1) for each in inner)
    return value


Free = Annotated[Any, AfterValidator(_plain_json)]
"""A value in JSON that is checked where it is used."""

Name = Annotated[str, StringConstraints(min_length=1, max_length=NAME_LENGTH)]
DocumentName = Annotated[str, StringConstraints(min_length=1, max_length=DOCUMENT_LENGTH)]
Why = Annotated[str, StringConstraints(max_length=LONGEST_WHY)]


class Problem(Answer):
    """Why something was not done, and what to do about it: the body of every answer of 400 and above."""

    error: str
    way_out: str


class Done(Answer):
    """Something was done that has nothing else to tell."""

    done: bool = True
