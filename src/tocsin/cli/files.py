"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from tocsin.errors import ExportError


@contextmanager
def written_whole(path: Path) -> Iterator[TextIO]:
    """A text file that takes the name ``path`` when all of it is written; until then, and after a failure, ``path`` is as it was.

    A device or a pipe is written to directly.

    Raises:
        ExportError: it cannot be written.
    """
    direct = path.exists() and not path.is_file()
    partial = path if direct else path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            if not direct:
                os.fsync(file.fileno())
        if not direct:
            partial.replace(path)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror or error}); free some space or name another place") from error
    finally:
        if not direct:
            partial.unlink(missing_ok=True)
