"""Write readings to a file or a stream, in any of the formats."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeAlias

from tocsin.errors import ExportError
from tocsin.export import codebook, csv_table, jsonl
from tocsin.export.mask import mask
from tocsin.export.placed import Exported, KeyOf, Placed, placed, with_keys
from tocsin.export.whole import whole_file
from tocsin.records import EntityValue

Encode: TypeAlias = Callable[[Iterable[Exported]], Iterator[bytes]]
"""What a format is: readings in, the bytes of its file out, piece by piece."""


@dataclass(frozen=True, slots=True)
class Export:
    """A format. ``binary`` ones cannot be shown on a terminal."""

    name: str
    suffix: str
    meaning: str
    encode: Encode
    binary: bool = False


def _parquet(readings: Iterable[Exported]) -> Iterator[bytes]:
    from tocsin.export import parquet_table  # noqa: PLC0415  # Arrow takes 0.1 s to load, and only this format needs it

    return parquet_table.encode(readings)


FORMATS: dict[str, Export] = {
    export.name: export
    for export in (
        Export("codebook", ".jsonl", "one document a line with its mentions, in the codebook's own format", codebook.encode),
        Export("jsonl", ".jsonl", "one event a line with every claim", jsonl.encode),
        Export("csv", ".csv", "one event a row, for spreadsheets, R and pandas", csv_table.encode),
        Export("parquet", ".parquet", "the same rows with typed columns", _parquet, binary=True),
    )
}
"""Every format by its name."""


def write(
    readings: Iterable[Exported],
    target: str | Path | IO[str] | IO[bytes],
    format: str,  # noqa: A002
    public: bool = False,
    key_of: KeyOf | None = None,
) -> None:
    """Write readings in one of :data:`FORMATS`.

    A file appears whole or not at all: what stood there before stays until the new one is complete. All formats but Parquet are written
    as they are read, in constant memory.

    Args:
        readings: taken one by one; with their incidents as :func:`tocsin.export.with_incidents` gives them.
        target: a path, or an open stream of text or of bytes, which stays open.
        format: its name in :data:`FORMATS`.
        public: withhold the names of private people, and what describes them as closely.
        key_of: gives public figures and bodies one key in all documents (``tocsin.resolve.entities.across.key_of``); without it they have none.

    Raises:
        ExportError: there is no such format, or the target cannot be written.
    """
    if format not in FORMATS:
        raise ExportError(f"there is no format {format!r}; choose one of {', '.join(FORMATS)}")
    export = FORMATS[format]
    keyed = with_keys(readings, key_of) if key_of else readings
    pieces = export.encode(_masked(keyed) if public else keyed)
    if isinstance(target, str | Path):
        with whole_file(Path(target)) as write_piece:
            for piece in pieces:
                write_piece(piece)
    else:
        _to_stream(pieces, target, export)


def _masked(readings: Iterable[Exported]) -> Iterator[Exported]:
    """An incident's id and counts name nobody: they stay as they are. A key goes with the name that it is made of."""
    for each in map(placed, readings):
        for masked in mask([each.reading]):
            values = zip((c.value for c in masked.claims), (c.value for c in each.reading.claims), strict=True)
            keys = {now: each.keys[was] for now, was in values if isinstance(now, EntityValue) and was in each.keys and now == was}
            yield Placed(masked, each.incidents, keys)


def _to_stream(pieces: Iterator[bytes], stream: IO[str] | IO[bytes], export: Export) -> None:
    """A reader that goes away (``| head``) raises BrokenPipeError: the command line's own business."""
    if not isinstance(stream, io.TextIOBase):
        for piece in pieces:
            stream.write(piece)  # type: ignore[arg-type]  # what is no text stream takes bytes
        return
    if export.binary:
        raise ExportError(f"{export.name} is no text; write it to a file, such as events{export.suffix}")
    for piece in pieces:
        stream.write(piece.decode("utf-8"))
