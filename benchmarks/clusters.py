"""How well reports are grouped: ``python -m benchmarks.clusters`` reads the bundles of ``corpus/bundles`` and groups them.

Copies (pairs of reports that print one text), stories (B-cubed over reports), incidents (B-cubed over the events that bear a number of the
bundles' own claims) and claims, in three ways, each over the same claims: ``numbers`` (the words, what is counted, the range), ``said`` (that,
and the words that name who says so), ``claims`` (that, and the kind of claimant: the strictest, since the words of a claimant leave its kind
open). ``tocsin group`` on the development set is scored by ``bench/score.py clusters``.

Bundles of an even number are the development half, those of an odd number the test half (``--half``); the exam with floors is the whole set.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.inputs import documents
from tocsin.corroborate.claims import number_claims
from tocsin.corroborate.grouping import Grouping
from tocsin.corroborate.profile import profile_of
from tocsin.pipeline import Recipe, open_gazetteer
from tocsin.reader import Reader
from tocsin.records import Document, Event, EventRef, NumberClaim, Reading
from tocsin.resolve.claims import Resolver
from tocsin.settings import Settings

BUNDLES = Path(__file__).parent.parent / "corpus" / "bundles"
KeyT = TypeVar("KeyT", str, EventRef)
HALVES = ("development", "test")
Found = tuple[int, int, int]
"""How many were right, found and wanted."""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 in per cent."""

    precision: float
    recall: float

    @property
    def f(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def sides(self) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        return self.precision, self.recall, self.f


def lines(paths: Sequence[Path]) -> list[Mapping[str, Any]]:
    """The bundles' lines."""
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def half_of(bundle: str) -> str:
    """The half that a bundle is in: rules are made on the ``development`` half, and the ``test`` half is only measured."""
    return HALVES[int(bundle.split("-")[1]) % 2]


def read(paths: Sequence[Path], recipe: Recipe) -> tuple[list[Reading], int]:
    """Every report read, and how many were refused or kept unread."""
    found = [recipe.read(item) for item in documents(paths) if isinstance(item, Document)]
    return found, len(lines(paths)) - sum(reading.skipped is None for reading in found)


def bcubed(found: Mapping[KeyT, str], wanted: Mapping[KeyT, str]) -> Score:
    """B-cubed over the members of ``wanted``; 0 where there are none."""
    if not wanted:
        return Score(0.0, 0.0)
    groups, true = _groups(found, wanted), _groups(wanted, wanted)
    common = {member: len(groups[found[member]] & true[wanted[member]]) for member in wanted}
    return Score(
        100 * sum(common[member] / len(groups[found[member]]) for member in wanted) / len(wanted),
        100 * sum(common[member] / len(true[wanted[member]]) for member in wanted) / len(wanted),
    )


def pairs(found: Mapping[str, str], wanted: Mapping[str, str]) -> Score:
    """Pairs that stand in one group."""
    mine, true = ({pair for group in _groups(each, wanted).values() for pair in combinations(sorted(group), 2)} for each in (found, wanted))
    return score_of((len(mine & true), len(mine), len(true)))


def score_of(counted: Found) -> Score:
    """Precision and recall of counts."""
    right, found, wanted = counted
    return Score(100 * right / found if found else 0.0, 100 * right / wanted if wanted else 0.0)


def measure(gold: Sequence[Mapping[str, Any]], readings: Sequence[Reading]) -> dict[str, Score]:
    """All figures of some bundles, whose lines are ``gold``."""
    grouping = Grouping()
    events = {reading.document.id: reading.events for reading in readings}
    for reading in readings:
        grouping.add(profile_of(reading, events[reading.document.id]))
    copies = {name: group.id for group in grouping.copy_groups() for name in group.documents}
    stories = {name: story.id for story in grouping.stories() for name in story.documents}
    incidents = {ref: incident.id for incident in grouping.incidents() for ref in incident.events}
    told = {ref: incident for line in gold for ref, incident in _told(line, events[line["id"]])}
    texts = {reading.document.id: reading.document for reading in readings}
    return {
        "copies": pairs(copies, {line["id"]: line["copy_group"] for line in gold}),
        "stories": bcubed(stories, {line["id"]: line["cluster"] for line in gold}),
        "incidents": bcubed(incidents, told),
        **{name: score_of(_claims(gold, events, texts, fits)) for name, fits in FITS.items()},
    }


def _groups(labels: Mapping[KeyT, str], members: Iterable[KeyT]) -> dict[str, set[KeyT]]:
    found: dict[str, set[KeyT]] = defaultdict(set)
    for member in members:
        found[labels[member]].add(member)
    return found


def _told(line: Mapping[str, Any], events: Sequence[Event]) -> Iterator[tuple[EventRef, str]]:
    """The events that bear a number of the line's claims, with the happening that it counts."""
    for claim in line["claims"]:
        start = line["text"].find(claim["quote"])
        for event in events:
            alike = event.mentions[0].type == claim["act"].split("/")[0]
            if alike and any(_touch(each.quote.start, each.quote.end, start, claim) for each in event.claims if each.field == "count"):
                yield EventRef(line["id"], event.id), claim["incident"]
                break


def _touch(first: int, last: int, start: int, claim: Mapping[str, Any]) -> bool:
    return first < start + len(claim["quote"]) and start < last


def _same_kind(claim: NumberClaim, wanted: Mapping[str, Any]) -> bool:
    return bool(claim.claimant_kind == wanted["claimant_kind"])


def _same_words(claim: NumberClaim, wanted: Mapping[str, Any]) -> bool:
    """Both in the report's own voice, or names of the source that share a word other than an article or a preposition."""
    if claim.claimant is None or wanted["claimant"] is None:
        return claim.claimant is wanted["claimant"]
    return bool(_words(claim.claimant) & _words(wanted["claimant"]))


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.lower())) - {"the", "a", "an", "of", "in", "for", "at", "and", "s"}


FITS: Mapping[str, Callable[[NumberClaim, Mapping[str, Any]], bool]] = {
    "numbers": lambda _claim, _wanted: True,
    "said": _same_words,
    "claims": _same_kind,
}
"""What is asked of a claim's claimant."""


def _claims(
    gold: Sequence[Mapping[str, Any]],
    events: Mapping[str, Sequence[Event]],
    texts: Mapping[str, Document],
    fits: Callable[[NumberClaim, Mapping[str, Any]], bool],
) -> Found:
    """Claims with the right number at the right words whose claimant ``fits``."""
    right = found = wanted = 0
    kinds = {claim["what"] for line in gold for claim in line["claims"]}
    for line in gold:
        own = number_claims((texts[line["id"]], event) for event in events[line["id"]])
        open_claims = [claim for claim in own if claim.value.kind in kinds]
        found += len(open_claims)
        wanted += len(line["claims"])
        for claim in line["claims"]:
            start = line["text"].find(claim["quote"])
            near = [c for c in open_claims if _touch(c.quote.start, c.quote.end, start, claim) and _number(c) == _wanted(claim)]
            match = next((c for c in near if fits(c, claim)), None)
            if match:
                right += 1
                open_claims.remove(match)
    return right, found, wanted


def _number(claim: NumberClaim) -> tuple[str, int, int | None]:
    return claim.value.kind, claim.value.low, claim.value.high


def _wanted(claim: Mapping[str, Any]) -> tuple[str, int, int | None]:
    return claim["what"], claim["low"], claim["high"]


def main() -> None:
    """Read, group and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.clusters", description=__doc__)
    parser.add_argument("bundles", nargs="*", type=Path, default=sorted(BUNDLES.glob("*.jsonl")), metavar="FILE")
    parser.add_argument("--half", choices=HALVES, help="measure one half alone; without it both and the whole")
    arguments = parser.parse_args()
    recipe = Recipe(Reader.load(), Resolver(open_gazetteer(Settings.from_environment().cache_dir)))
    readings, _left = read(arguments.bundles, recipe)
    gold = lines(arguments.bundles)
    for part in [arguments.half] if arguments.half else [*HALVES, "whole"]:
        chosen = [line for line in gold if part == "whole" or half_of(line["bundle"]) == part]
        ids = {line["id"] for line in chosen}
        print(f"{part}, {len(chosen)} reports")
        for name, score in measure(chosen, [reading for reading in readings if reading.document.id in ids]).items():
            print(f"{name:10} P {score.precision:5.1f}  R {score.recall:5.1f}  F1 {score.f:5.1f}")


if __name__ == "__main__":
    main()
