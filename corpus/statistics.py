"""The tables of ``corpus/README.md``: ``python -m corpus.statistics`` prints them, ``--write`` puts them into the page."""

from __future__ import annotations

import argparse
import statistics
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus.texts import documents, part
from tocsin.codebook import AUX, MODES, TYPE_NAMES

README = Path(__file__).parent / "README.md"
START, END = "<!-- statistics: written by python -m corpus.statistics --write -->", "<!-- end of statistics -->"

SHOWN = 40
"""Countries that are named with their number; the rest are added up."""

Documents = Sequence[Mapping[str, Any]]


def tables(texts: Documents) -> str:
    """All tables as Markdown."""
    return "\n\n".join((_sizes(texts), _types(texts), _fields(texts), _genres(texts), _countries(texts)))


def _row(*cells: object) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    return "\n".join((_row(*head), _row(*("---" for _ in head)), *(_row(*row) for row in rows)))


def _events(texts: Documents) -> list[Mapping[str, Any]]:
    return [event for text in texts for event in text["events"]]


def _sizes(texts: Documents) -> str:
    parts = {"all": texts} | {name: [text for text in texts if part(text["id"]) == name] for name in ("train", "validation", "test")}
    rows = []
    for name, some in parts.items():
        words = [len(text["text"].split()) for text in some]
        empty = sum(not text["events"] for text in some)
        shape = (sum(words), f"{statistics.median(words):.0f}", max(words)) if words else (0, 0, 0)
        rows.append((name, len(some), empty, len(_events(some)), sum(text["published"] is None for text in some), *shape))
    return _table(("part", "texts", "without an event", "events", "without a date", "words", "median", "longest"), rows)


def _types(texts: Documents) -> str:
    events = _events(texts)
    kinds = Counter(event["type"] for event in events)
    modes = Counter((event["type"], mode) for event in events for mode in event.get("modes") or ())
    named = {kind: ", ".join(f"{mode} {modes[kind, mode]}" for mode in MODES[kind]) or "–" for kind in TYPE_NAMES}
    return _table(("type", "events", "by mode"), [(kind, kinds[kind], named[kind]) for kind in TYPE_NAMES])


def _fields(texts: Documents) -> str:
    events = _events(texts)
    aux = Counter(name for event in events for name in event.get("aux") or ())
    quotes = {key: sum(len(event.get(key) or ()) for event in events) for key in ("actors", "recipients", "places", "times", "counts")}
    single = {key: sum(bool(event.get(key)) for event in events) for key in ("said_by", "issue", "same_as", "part_of", "hedged")}
    found = quotes | single | {f"aux {name}": aux[name] for name in AUX}
    return _table(("field", "in all"), [*found.items()])


def _genres(texts: Documents) -> str:
    found = Counter(_genre(text) for text in texts)
    order = sorted(found, key=lambda genre: (-found[genre], genre))
    return _table(("kind of text", "texts"), [(genre, found[genre]) for genre in order])


def _genre(text: Mapping[str, Any]) -> str:
    """The text's kind without its particulars; all texts that look like event reports and are none are ``decoy``."""
    genre = str(text.get("genre") or "not noted")
    return "decoy" if genre.startswith("decoy") else genre.split(" (", maxsplit=1)[0]


def _countries(texts: Documents) -> str:
    found: Counter[str] = Counter()
    for event in _events(texts):
        country = ((event.get("resolved") or {}).get("place") or {}).get("country")
        if country:
            found[country] += 1
    order = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    rest = f", and {len(order) - SHOWN} more with {sum(count for _, count in order[SHOWN:])}" if len(order) > SHOWN else ""
    return f"Events by the country of their place: {', '.join(f'{code} {count}' for code, count in order[:SHOWN])}{rest}."


def renewed(page: str, texts: Documents) -> str:
    """The page with its tables replaced.

    Raises:
        ValueError: the page lacks one of the two marks.
    """
    start, end = page.index(START) + len(START), page.index(END)
    return f"{page[:start]}\n\n{tables(texts)}\n\n{page[end:]}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables or write them into the page."""
    parser = argparse.ArgumentParser(prog="python -m corpus.statistics", description="The numbers of the corpus.")
    parser.add_argument("--write", action="store_true", help="put the tables into corpus/README.md")
    if parser.parse_args(arguments).write:
        README.write_text(renewed(README.read_text(encoding="utf-8"), documents()), encoding="utf-8")
    else:
        sys.stdout.write(tables(documents()) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
