"""Byte streams as the readers need them: looked at ahead, unpacked, and with every failure in its place."""

from __future__ import annotations

import gzip
import io
import zlib
from dataclasses import dataclass
from typing import BinaryIO, cast

GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Opened:
    """A stream from its start and the first bytes of it, read ahead. ``stream`` fails where the source does, after what came before."""

    stream: BinaryIO
    head: bytes


def open_ahead(stream: BinaryIO, size: int) -> Opened:
    """Look ``size`` bytes ahead, unpacking gzip, which is known by its first two bytes and not by its name.

    Raises:
        OSError: nothing at all could be read, or the gzip data are damaged from the start.
        EOFError: the gzip data break off before their first byte.
    """
    opened = _ahead(stream, len(GZIP))
    if opened.head == GZIP:
        opened = Opened(cast(BinaryIO, _Unpacked(opened.stream)), b"")
    return _ahead(opened.stream, size)


def _ahead(stream: BinaryIO, size: int) -> Opened:
    head = b""
    try:
        while len(head) < size and (data := stream.read(size - len(head))):
            head += data
    except (OSError, EOFError):
        if not head:
            raise
        # reading on fails again, after the head was delivered
    return Opened(cast(BinaryIO, io.BufferedReader(_Rejoined(head, stream))), head)


class _Rejoined(io.RawIOBase):
    """A stream with the bytes that were read ahead put back. Closing it leaves the stream open: it is its opener's."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = memoryview(head)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # the stub names a private type
        data: bytes | memoryview
        if self._head:
            data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Unpacked(io.RawIOBase):
    """Gzip data unpacked: ``EOFError`` where they break off, ``OSError`` where they are damaged."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = gzip.GzipFile(fileobj=stream)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # see above
        try:
            data = self._stream.read1(len(buffer))
        except zlib.error as error:
            raise OSError(f"damaged gzip data: {error}") from error
        buffer[: len(data)] = data
        return len(data)
