"""What the user named, spread out: folders to their files, globs to what they match, in a fixed order.

A pipe, a socket or a device is never opened (it might hang), a link that leads in a circle is told, and in folders the parts of saved web
pages (styles, scripts, pictures, fonts) and hidden files are passed over.
"""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from tocsin.errors import InputError
from tocsin.ingest.encoding import without_surrogates
from tocsin.ingest.refusals import circular, no_regular_file, unreadable
from tocsin.records import Refusal

STDIN = "-"

PROSE = 4
"""Words from which on a name that is not there is taken for a report's own words: file names of three words are common, of four less so."""
SHOWN = 50
"""Characters of such words that an error quotes."""

PAGE_PARTS = frozenset(
    ".css .js .mjs .map .png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .woff .woff2 .ttf .otf .eot .mp3 .mp4 .webm .m4a .ogg".split()  # noqa: SIM905
)
"""Endings that are passed over in folders. Named by themselves such files are tried like any other."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, or standard input. ``size`` is in bytes as the file system tells; ``named`` is false for a file of a folder."""

    path: str
    size: int = 0
    named: bool = True

    @property
    def name(self) -> str:
        """The path as it can be stored and shown: a file name that is not UTF-8 holds what no database takes."""
        return without_surrogates(self.path)[0]


def check_inputs(inputs: Iterable[str]) -> list[str]:
    """The inputs, each of which is there and holds something: told before any is read.

    Raises:
        InputError: a path that is not there, a pattern that matches nothing, or a folder without a file to read.
    """
    names = [os.fspath(name) for name in inputs]
    for name in names:
        if name == STDIN:
            continue
        if os.path.lexists(name):
            _check_folder(name)
        elif not glob.has_magic(name) or next(glob.iglob(name, recursive=True), None) is None:  # noqa: PTH207 the ids of documents are strings
            raise InputError(_not_there(name))
    return names


def _check_folder(name: str) -> None:
    if os.path.isdir(name) and next(spread(name), None) is None:  # noqa: PTH112 see above
        raise InputError(
            f"{name}: there is nothing to read in this folder (hidden files and the parts of saved pages do not count); "
            "name a file, a folder that holds reports, or a pattern such as 'news/*.html'"
        )


def _not_there(name: str) -> str:
    if len(name.split()) >= PROSE:
        return _looks_like_prose(name)
    return f"{name}: {'no file matches this pattern' if glob.has_magic(name) else 'there is no such file or folder'}"


def _looks_like_prose(words: str) -> str:
    shown = " ".join(words.split())
    shown = shown if len(shown) <= SHOWN else shown[:SHOWN].rsplit(" ", 1)[0] + " …"
    return (
        f"{shown!r}: there is no such file; to have words read, send them to standard input, which is named - : "
        "echo 'Police arrested 50 people in Almaty.' | tocsin code -"
    )


def spread(name: str) -> Iterator[Source | Refusal]:
    """The files that one input stands for, sorted by name within each folder."""
    if name == STDIN:
        yield Source(STDIN)
    elif os.path.lexists(name) or not glob.has_magic(name):
        yield from _entry(name, (), named=True)
    else:
        yield from _matches(name)


def _matches(pattern: str) -> Iterator[Source | Refusal]:
    """What a pattern matches, each file once: ``**`` follows links, and one that leads in a circle would bring a file forty times."""
    seen: set[tuple[int, int]] = set()
    for match in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207 see above
        if "**" in pattern and os.path.isdir(match):  # noqa: PTH112 ** matches the files of the folder by itself
            continue
        try:
            found = os.stat(match)  # noqa: PTH116
        except OSError as error:
            yield unreadable(Source(match).name, error)
            continue
        if (found.st_dev, found.st_ino) not in seen:
            seen.add((found.st_dev, found.st_ino))
            yield from _entry(match, (), named=False)


def _entry(path: str, above: tuple[tuple[int, int], ...], *, named: bool) -> Iterator[Source | Refusal]:
    """A file, or all files below a folder. ``above`` holds the device and inode numbers of the folders on the way here."""
    shown = Source(path).name
    try:
        found = os.stat(path)  # noqa: PTH116 follows links; one in a circle is an OSError
        folder = stat.S_ISDIR(found.st_mode)
        names = sorted(os.listdir(path)) if folder else []  # noqa: PTH208
    except OSError as error:
        yield unreadable(shown, error)
        return
    if not folder:
        yield Source(path, found.st_size, named) if stat.S_ISREG(found.st_mode) else no_regular_file(shown)
        return
    here = (found.st_dev, found.st_ino)
    if here in above:
        yield circular(shown)
        return
    for name in names:
        if not name.startswith(".") and PurePath(name).suffix.lower() not in PAGE_PARTS:
            yield from _entry(os.path.join(path, name), (*above, here), named=False)  # noqa: PTH118 keeps the path as it was given
