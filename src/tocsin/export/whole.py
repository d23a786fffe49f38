"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tocsin.errors import ExportError


@contextmanager
def whole_file(path: Path) -> Iterator[Callable[[bytes], object]]:
    """What writes bytes to a file that takes its name when all of it is written; until then, and after a failure, it is as it was.

    A pipe or a device is written where it is. Only the writing is translated: what the caller raises meanwhile stays the caller's.

    Raises:
        ExportError: it cannot be written.
    """
    with _translated(path):
        path = path.expanduser().resolve()  # a link stays a link: its target is replaced
        folder, special = path.is_dir(), path.exists() and not path.is_file()
    if folder:
        raise ExportError(f"{path} is a folder; name a file in it")
    if special:
        with _written(path, path) as write:
            yield write
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")  # in the same folder, so that it can take the old file's place
    try:
        with _written(part, path) as write:
            yield write
        with _translated(path):
            if path.exists():
                shutil.copymode(path, part)
            part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def _written(file: Path, name: Path) -> Iterator[Callable[[bytes], object]]:
    """Write what the caller gives, and see that it reached the disk."""
    with _translated(name):
        stream = file.open("wb")

    def write(data: bytes) -> None:
        with _translated(name):
            stream.write(data)

    try:
        yield write
        with _translated(name):
            stream.flush()
            if file.is_file():
                os.fsync(stream.fileno())
    finally:
        with suppress(OSError):  # on a full disk closing fails like the write before it
            stream.close()


@contextmanager
def _translated(name: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        way_out = "see that there is room and that you may write there"
        raise ExportError(f"{name} cannot be written ({error.strerror}); {way_out}; a former file was left as it was") from error
