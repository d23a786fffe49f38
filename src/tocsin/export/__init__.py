"""Readings as files: the codebook's own format, events as JSON lines, and one flat table as CSV or Parquet. See ``docs/export.md``."""

from tocsin.export.annotated import from_codebook
from tocsin.export.codebook import to_codebook
from tocsin.export.mask import mask
from tocsin.export.placed import Placed, with_incidents, with_keys
from tocsin.export.table import COLUMNS, event_rows
from tocsin.export.whole import whole_file
from tocsin.export.write import FORMATS, Export, write

__all__ = [
    "COLUMNS",
    "FORMATS",
    "Export",
    "Placed",
    "event_rows",
    "from_codebook",
    "mask",
    "to_codebook",
    "whole_file",
    "with_incidents",
    "with_keys",
    "write",
]
