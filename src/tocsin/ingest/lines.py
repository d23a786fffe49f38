"""The lines of a table, bounded: a line that is too long is told and skipped without being held in memory."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from tocsin.ingest.encoding import SAMPLE, NotText, decode


@dataclass(frozen=True, slots=True)
class TooLong:
    """A line of more than the allowed bytes, in its place."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The stream broke off here: what was read before stands. ``why`` is the foreign error's word."""

    why: OSError | EOFError


def open_lines(stream: BinaryIO, head: bytes, newline: str) -> io.TextIOWrapper | NotText:
    """A table's bytes as text. ``head`` is how it begins, already read ahead without moving ``stream``; its encoding counts for all.

    Bytes that do not fit become lone surrogates, so that a row can say how many it has. ``newline`` as for :func:`open`.
    """
    # a character cut at the sample's end is no broken one
    sample = head if len(head) < SAMPLE else head[: head.rfind(b"\n") + 1] or head[:-4]
    decoded = decode(sample)
    if isinstance(decoded, NotText):
        return decoded
    encoding = {"utf-8": "utf-8-sig"}.get(decoded.encoding, decoded.encoding)
    return io.TextIOWrapper(stream, encoding, errors="surrogateescape" if encoding == "utf-8-sig" else "replace", newline=newline)


def bounded_lines(stream: io.TextIOWrapper, limit: int) -> Iterator[str | TooLong | Stopped]:
    """Each line with its end, or :class:`TooLong` in the place of one over ``limit`` bytes; :class:`Stopped` last where reading fails."""
    first = True
    try:
        while line := stream.readline(limit + 1):
            if len(line) <= limit and (4 * len(line) <= limit or len(line.encode("utf-8", "surrogatepass")) <= limit):
                yield line.removeprefix("\ufeff") if first else line  # UTF-16's mark; that of UTF-8 is gone already
                first = False
                continue
            while line and not line.endswith(("\n", "\r")):
                line = stream.readline(limit + 1)
            yield TooLong()
    except (OSError, EOFError) as error:
        yield Stopped(error)
