"""The errors that tocsin raises, as one tree.

::

    TocsinError
    ├── InputError            an input as a whole cannot be used (a missing path, a column that is not there)
    ├── SettingsError         a setting has a value that it cannot take
    ├── ModelError            the reader's model files are missing or do not fit this version
    ├── GazetteerError        the gazetteer is missing, broken or cannot be built
    ├── StoreError            the database cannot be opened, read or written
    │   ├── MigrationError    its tables are of a version that this tocsin does not know
    │   └── ConflictError     what was to be changed has been changed by somebody else meanwhile
    └── ExportError           an export cannot be written

One document that cannot be read is no error but a :class:`tocsin.records.Refusal`: the run goes on. Each message names the input and
the way out, in one line.
"""

from __future__ import annotations

import datetime as dt
from typing import Any


class TocsinError(Exception):
    """Anything that tocsin raises on purpose. The message is one line for people."""


class InputError(TocsinError):
    """An input as a whole cannot be used."""


class SettingsError(TocsinError):
    """A setting has a value that it cannot take."""


class ModelError(TocsinError):
    """The reader's model files are missing or do not fit this version."""


class GazetteerError(TocsinError):
    """The gazetteer is missing, broken or cannot be built."""


class StoreError(TocsinError):
    """The database cannot be opened, read or written."""


class MigrationError(StoreError):
    """The database's tables are of a version that this tocsin does not know."""


class ConflictError(StoreError):
    """What was to be changed has been changed by somebody else since it was looked at. The message says what the other did.

    Of a correction it says so in parts too: ``by`` whom, ``at`` what time (UTC), of which ``event`` and ``field``, ``theirs`` as JSON
    (their correction's action and value), and the document's ``revision`` now.
    """

    def __init__(
        self,
        message: str,
        *,
        by: str | None = None,
        at: dt.datetime | None = None,
        event: str | None = None,
        field: str | None = None,
        theirs: Any = None,
        revision: int | None = None,
    ) -> None:
        super().__init__(message)
        self.by, self.at, self.event, self.field, self.theirs, self.revision = by, at, event, field, theirs, revision


class ExportError(TocsinError):
    """An export cannot be written."""
