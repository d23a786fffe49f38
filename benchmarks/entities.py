"""How well quotes are resolved when they are right: actors, recipients, places and dates of annotated texts from their own quotes.

``python -m benchmarks.entities [SET …] [--shared FOLDER] [--cache FOLDER]`` prints each figure with its count. The sets are ``train``,
``written`` and ``dev``; rules and weights are made on the first two, ``dev`` is only measured. The reader has no part in it: the gold
quotes go in without its hints.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from tocsin.export.annotated import from_codebook
from tocsin.export.codebook import to_codebook
from tocsin.pipeline import Resolves, open_gazetteer
from tocsin.records import Reading
from tocsin.resolve.claims import Resolver
from tocsin.settings import Settings

Json: TypeAlias = dict[str, Any]

SETS: Mapping[str, str] = {"train": "events/train*.jsonl", "written": "written/w*.jsonl", "dev": "events/dev*.jsonl"}
_NOT_RECORDED = frozenset({"negation", "hypothetical"})


@dataclass(frozen=True, slots=True)
class Scores:
    """``hits`` holds for each figure ``(right, asked)``; ``record`` is ``(right, predicted, gold)`` over the documents' sets of records."""

    documents: int
    hits: Mapping[str, tuple[int, int]]
    record: tuple[int, int, int]

    @property
    def record_f1(self) -> float:
        """In percent; 0 where nothing is right."""
        right, predicted, gold = self.record
        return 200 * right / (predicted + gold) if predicted + gold else 0.0

    def accuracy(self, name: str) -> float:
        """The figure ``name`` in percent; 0 where nothing was asked."""
        right, asked = self.hits.get(name, (0, 0))
        return 100 * right / asked if asked else 0.0


def measure(documents: Iterable[Json], resolver: Resolves) -> Scores:
    """Resolve the gold quotes of annotated ``documents`` (codebook, section 7) and compare with their ``resolved``."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    record = [0, 0, 0]
    number = 0
    for gold in documents:
        number += 1
        answer = _answer(gold, resolver)
        for event in gold["events"]:
            given = answer.get(event["id"])
            if given is None:
                continue
            for name, ok in _compare(event.get("resolved") or {}, given.get("resolved") or {}):
                right[name] += ok
                asked[name] += 1
        a, b = _records(gold["events"]), _records(answer.values())
        record = [record[0] + len(a & b), record[1] + len(b), record[2] + len(a)]
    return Scores(number, {name: (right[name], asked[name]) for name in asked}, (record[0], record[1], record[2]))


def _answer(gold: Json, resolver: Resolves) -> dict[str, Json]:
    reading = from_codebook(gold)
    claims = resolver.resolve(reading.document, reading.mentions)
    return {event["id"]: event for event in to_codebook(_with_claims(reading, claims))["events"]}


def _with_claims(reading: Reading, claims: tuple[Any, ...]) -> Reading:
    return replace(reading, claims=claims)


def _compare(want: Json, got: Json) -> Iterator[tuple[str, bool]]:
    """Every figure that the gold answer asks for, as ``../shared/score_events.py`` counts them."""
    for key, name in (("actors", "actor"), ("recipients", "recipient")):
        first, given = ((list(side.get(key) or ()) or [{}])[0] or {} for side in (want, got))
        if first.get("country"):
            yield f"{name} country", first["country"] == given.get("country")
        if first.get("sector"):
            yield f"{name} sector", bool(set(first["sector"]) & set(given.get("sector") or []))
        if first.get("country") and first.get("sector"):
            yield f"{name} both", _entity([first]) == _entity([given])
    if want.get("place"):
        place = got.get("place") or {}
        yield "place country", want["place"].get("country") == place.get("country")
        yield "place name", str(want["place"].get("name")).lower() == str(place.get("name")).lower()
    else:
        yield "no place", not got.get("place")
    if want.get("date"):
        yield "date", bool(got.get("date")) and _overlap(want["date"], got["date"])
    else:
        yield "no date", not got.get("date")


def _overlap(one: list[str], other: list[str]) -> bool:
    """Whether two closed intervals of ISO dates share a day."""
    return one[0] <= other[1] and other[0] <= one[1]


def _records(events: Iterable[Json]) -> set[tuple[str, str, str]]:
    kept = (e for e in events if not _NOT_RECORDED & set(e.get("aux") or ()))
    return {(e["type"], *(_entity((e.get("resolved") or {}).get(key)) for key in ("actors", "recipients"))) for e in kept}


def _entity(values: list[Json | None] | None) -> str:
    first = values[0] if values else None
    if not first:
        return "-"
    return f"{first.get('country') or '---'}/{'+'.join(sorted(first.get('sector') or [])[:1]) or '---'}"


def read_set(shared: Path, name: str) -> list[Json]:
    """The documents of one of :data:`SETS` under ``shared``."""
    files = sorted(shared.glob(SETS[name]))
    return [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", default=["train", "written"], help=f"one or more of {', '.join(SETS)}")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--cache", type=Path, default=Settings.from_environment().cache_dir)
    options = parser.parse_args()
    resolver = Resolver(open_gazetteer(options.cache))
    for name in options.sets:
        documents = read_set(options.shared, name)
        if not documents:
            print(f"{name}: no such texts under {options.shared}")
            continue
        scores = measure(documents, resolver)
        print(f"{name}: {scores.documents} documents; record F1 {scores.record_f1:.1f} ({scores.record[2]} gold, {scores.record[1]} given)")
        for figure, (right, asked) in sorted(scores.hits.items()):
            print(f"  {figure:18} {100 * right / asked:5.1f} % of {asked}")


if __name__ == "__main__":
    main()
