"""What can be wrong with the names that a user gave: told before anything that takes long is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tocsin.errors import InputError
from tocsin.ingest import IngestOptions
from tocsin.ingest.read import check_tables
from tocsin.ingest.sources import check_inputs


def check_names(inputs: Sequence[str], options: IngestOptions, out: Path | None) -> None:
    """See that the inputs are there, that the tables among them have the columns that are needed, and that ``out`` can be made.

    Loading the model and the lists of places takes seconds; a slip of the pen should not cost them.

    Raises:
        InputError: one is not; it says which, and the mend.
    """
    check_inputs(inputs)
    if out is not None:
        _check_out(out.expanduser())
    check_tables(inputs, options)


def _check_out(out: Path) -> None:
    if out.is_dir():
        raise InputError(f"{out} is a folder; name a file in it")
    if not out.parent.is_dir():
        raise InputError(f"{out} cannot be made: the folder {out.parent} is not there; make it first")
