"""What every request and answer is made of."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

NAME_LENGTH = 200
"""Characters of an id or a name that a request may give: longer ones are nobody's."""

WHY_LENGTH = 2_000
"""Characters of a reason that a person gives."""


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

Name = Annotated[str, StringConstraints(min_length=1, max_length=NAME_LENGTH)]
Why = Annotated[str, StringConstraints(max_length=WHY_LENGTH)]


class Problem(Answer):
    """Why something was not done, and what to do about it: the body of every answer of 400 and above."""

    error: str
    way_out: str


class Done(Answer):
    """Something was done that has nothing else to tell."""

    done: bool = True
