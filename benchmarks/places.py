"""How well places are found and resolved: ``python -m benchmarks.places [--shared ../shared] [--gazetteer FILE]``.

Three measures, each with the protocol of ``../shared/bench/score.py``:

- end to end: names and adjectives found in running text by :meth:`PlaceResolver.survey`, resolved, as ``tocsin places`` gives them;
  precision, recall, F1 of the spans, accuracy within 161 km over all gold toponyms, median error, and documents a second of processor time;
- gold names given: the same accuracy where only :meth:`PlaceResolver.resolve` is at work;
- events: whether the place of a whole event, resolved from its annotated place quotes, has the gold's country and name.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from tocsin.records import Document, PlaceValue, Quote
from tocsin.resolve.places import PlaceResolver
from tocsin.resolve.places.gazetteer import Gazetteer, default_path
from tocsin.resolve.places.names import key
from tocsin.settings import Settings

SETS = ("places_lgl", "places_trnews")


def scorer(path: Path) -> ModuleType:
    """The development sets' own scoring script as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(pattern: Path) -> Iterator[dict[str, Any]]:
    """The JSON lines of all files that match."""
    for path in sorted(pattern.parent.glob(pattern.name)):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def placed(quotes: list[Quote], values: list[PlaceValue | None]) -> dict[str, Any]:
    """Quotes and values as a predicted line of the scorer."""
    pairs = zip(quotes, values, strict=True)
    return {"places": [{"start": q.start, "end": q.end, "lat": v and v.latitude, "lon": v and v.longitude} for q, v in pairs]}


def toponyms(resolver: PlaceResolver, score: ModuleType, path: Path) -> dict[str, Any]:
    """Recognition, end-to-end and given-names accuracy on one set."""
    gold = score.load(path)
    found, given, spent = {}, {}, 0.0
    for name, row in gold.items():
        document = Document(name, row["text"], "-")
        started = time.process_time()
        survey = resolver.survey(document)
        quotes = [*survey.quotes, *survey.adjectives]
        found[name] = placed(quotes, resolver.resolve(document, quotes, survey=survey))
        spent += time.process_time() - started
        names = [Quote(t["start"], t["end"], t["phrase"]) for t in row["toponyms"]]
        given[name] = placed(names, resolver.resolve(document, names))
    end_to_end, names_given = score.places(gold, found), score.places(gold, given)
    given_names = {"acc161_given": names_given["acc161_end_to_end"], "median_km_given": names_given["median_km"]}
    return {**end_to_end, **given_names, "documents_a_second": round(len(gold) / spent)}


def quoted(text: str, words: str) -> Quote:
    """A quote of the codebook's file format, with its occurrence number where it has one."""
    words, _, number = words.partition("##")
    at = -1
    for _ in range(int(number or 1)):
        at = text.index(words, at + 1)
    return Quote(at, at + len(words), words)


def events(resolver: PlaceResolver, pattern: Path) -> Counter[str]:
    """Over events with place quotes and a gold place: how many are resolved, to the right country, to the right name."""
    tally: Counter[str] = Counter()
    for row in rows(pattern):
        document = Document(row["id"], row["text"], "-")
        told = [e for e in row["events"] if e.get("places")]
        sides = [a for e in row["events"] for s in ("actors", "recipients") for a in (e.get("resolved") or {}).get(s, [])]
        countries = Counter(a["country"] for a in sides if a and a.get("country"))
        values = iter(resolver.resolve(document, [quoted(row["text"], q) for e in told for q in e["places"]], countries))
        for event in told:
            value = resolver.combine([next(values) for _ in event["places"]])
            gold = (event.get("resolved") or {}).get("place")
            if gold is None:
                tally["no place in the gold"] += 1
                tally["no place in the gold, one given"] += value is not None
                continue
            tally["events"] += 1
            if value:
                tally["resolved"] += 1
                tally["country right"] += value.country == gold["country"]
                tally["name right"] += same_name(resolver.gazetteer, value, gold["name"])
    return tally


def same_name(gazetteer: Gazetteer, value: PlaceValue, name: str) -> bool:
    """Whether the gold's name is the value's, in any of its spellings."""
    return key(value.name) == key(name) or any(p.geonameid == value.geonameid for p in gazetteer.lookup(name) if p.geonameid)


def main() -> None:
    """Measure what is there and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder of the development sets")
    parser.add_argument("--gazetteer", type=Path, default=default_path(Settings.from_environment().cache_dir))
    given = parser.parse_args()
    resolver = PlaceResolver(Gazetteer.open(given.gazetteer))
    score = scorer(given.shared / "bench" / "score.py")
    for name in SETS:
        print(name, json.dumps(toponyms(resolver, score, given.shared / "bench" / f"{name}.jsonl")))
    for label, pattern in (("events/train", given.shared / "events" / "train*.jsonl"), ("written", given.shared / "written" / "*.jsonl")):
        print(label, dict(events(resolver, pattern)))


if __name__ == "__main__":
    main()
