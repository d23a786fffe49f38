"""Strings that come back exactly as they went in, on every back end."""

from __future__ import annotations

import hashlib
import re

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

_MARK = "\ue000"
_UNSAFE = re.compile("[\x00\ud800-\udfff\ue000]")
_ESCAPED = re.compile("\ue000([0-9a-f]{4})")


class ExactText(TypeDecorator[str]):
    """Text of any code points.

    PostgreSQL takes no NUL and neither database takes a lone surrogate (which JSON input can hold): these, and the private-use
    character U+E000 that marks them, are stored as U+E000 and four hex digits. All other text is stored as it is.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002  # the signature is SQLAlchemy's
        """What is stored for ``value``."""
        return _UNSAFE.sub(lambda found: f"{_MARK}{ord(found[0]):04x}", value) if value else value

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002  # see above
        """The text that was stored as ``value``."""
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) if value and _MARK in value else value


def sha256(text: str) -> str:
    """The hash that is stored beside a text, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
