"""Where a page of a list ends, as text: the page gives it out, and the next page is asked for with it."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any, TypeVar

from tocsin.errors import InputError

KeyT = TypeVar("KeyT")


def written(sort: str, key: str | float | None, name: str) -> str:
    """The place behind the incident or document ``name``, whose key in the order ``sort`` is ``key``."""
    return base64.urlsafe_b64encode(json.dumps([sort, key, name]).encode()).decode().rstrip("=")


def read(after: str, sort: str, key_of: Callable[[Any], KeyT]) -> tuple[KeyT, str]:
    """The key and the id of what the place ``after`` stands behind. ``key_of`` makes the key of what was written.

    Raises:
        InputError: this is no such place, or one in a list of another order.
    """
    try:
        told, key, name = json.loads(base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)))
        if told != sort or not isinstance(name, str):
            raise InputError("this place is in a list of another order; begin at the first page")
        return key_of(key), name
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:  # anybody may send any text as a place
        raise InputError("this is no place in a list; begin at its first page") from error
