"""Whether annotated texts are valid by the codebook: ``python -m corpus.check [FILE.jsonl …]``.

Without files it checks the whole corpus. Each fault is one line, ``file:line id event: what is wrong; the mend``; the exit code is 1
where there was one. Ids are unique and texts are no near-duplicates over all the files that are given.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.events import event_faults
from corpus.near import near_duplicates
from corpus.texts import Line, files, lines

DOCUMENT_FIELDS = ("id", "text", "published", "genre", "events")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, where it is, and what would mend it."""

    path: Path
    line: int
    where: str
    what: str

    def __str__(self) -> str:
        """As one line that editors can jump to."""
        return f"{self.path}:{self.line} {self.where}: {self.what}"


def check(paths: Sequence[Path]) -> Iterator[Fault]:
    """Everything that is wrong with the files, in their order; near-duplicates last."""
    places: dict[str, Line] = {}
    texts: dict[str, str] = {}
    for line in lines(paths):
        if line.document is None:
            yield Fault(line.path, line.number, "-", f"{line.fault}; write one JSON object on the line")
            continue
        name = str(line.document.get("id"))
        for where, what in _document_faults(line.document):
            yield Fault(line.path, line.number, f"{name} {where}".strip(), what)
        if name in places:
            first = places[name]
            yield Fault(line.path, line.number, name, f"this id is taken by {first.path}:{first.number}; give another")
            continue
        places[name] = line
        if isinstance(line.document.get("text"), str):
            texts[name] = line.document["text"]
    for pair in near_duplicates(texts):
        line = places[pair.later]
        what = f"{pair.share:.0%} of its five-word runs stand in {pair.earlier} too; rewrite one or leave it out"
        yield Fault(line.path, line.number, pair.later, what)


def _document_faults(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """``(event id or nothing, what is wrong)`` for one document."""
    for key in document.keys() - set(DOCUMENT_FIELDS):
        yield "", f"unknown field {key!r}; documents have {', '.join(DOCUMENT_FIELDS)}"
    if not isinstance(document.get("id"), str) or not document["id"]:
        yield "", "no id; give a string that no other text has"
    if not is_date(document.get("published")) and document.get("published") is not None:
        yield "", f"published {document['published']!r} is no date; write YYYY-MM-DD or null"
    text, events = document.get("text"), document.get("events")
    if not isinstance(text, str) or not text.strip():
        yield "", "no text; give the report's text as a string"
    elif not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        yield "", "no list of events; write [] where the text reports none"
    else:
        yield from event_faults(text, events)


def is_date(value: object) -> bool:
    """Whether ``value`` is a calendar date as ``YYYY-MM-DD``."""
    try:
        return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the files that are named, print the faults and a closing line."""
    parser = argparse.ArgumentParser(
        prog="python -m corpus.check", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, help="JSONL files; the whole corpus if none is given")
    paths = parser.parse_args(arguments).files or files()
    missing = [path for path in paths if not path.is_file()]
    if missing:
        sys.stderr.write(f"{missing[0]}: no such file; name JSONL files or none for the whole corpus\n")
        return 2
    faults = list(check(paths))
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    read = [line.document for line in lines(paths) if line.document is not None]
    events = sum(len(document.get("events") or ()) for document in read)
    sys.stdout.write(f"{len(paths)} files, {len(read)} texts, {events} events, {len(faults)} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
