"""The errors that tocsin raises, as one tree.

::

    TocsinError
    ├── InputError            an input as a whole cannot be used (a missing path, a column that is not there)
    ├── SettingsError         a setting has a value that it cannot take
    ├── ModelError            the reader's model files are missing or do not fit this version
    ├── GazetteerError        the gazetteer is missing, broken or cannot be built
    ├── StoreError            the database cannot be opened, read or written
    │   └── MigrationError    its tables are of a version that this tocsin does not know
    └── ExportError           an export cannot be written

One document that cannot be read is no error but a :class:`tocsin.records.Refusal`: the run goes on. Each message names the input and
the way out, in one line.
"""


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


class ExportError(TocsinError):
    """An export cannot be written."""
