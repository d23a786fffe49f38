"""Pinned floors: a score that was reached once is not lost unnoticed.

``benchmarks/floors.json`` holds a floor for each score that has one, the hash of the exam that it was pinned on, and a record of every
floor that was lowered, with the reason. Floors rise by ``--pin``; one falls only by name and with a reason.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "floors.json"

PINNED: tuple[str, ...] = (
    *("events.event.f", "events.trigger.f", "events.mode.f", "events.record.f"),
    *("events.actor.f", "events.recipient.f", "events.place.f", "events.time.f", "events.count.f", "events.said_by.f"),
    *("events.aux", "events.hedged", "events.place_country", "events.place_name", "events.date"),
    *("events.actor_country", "events.actor_sector", "events.recipient_country", "events.recipient_sector"),
    *("values.actor_country", "values.actor_sector", "values.recipient_country", "values.recipient_sector"),
    *("values.place_country", "values.place_name", "values.date"),
    *("rough.lower_case.event.f", "rough.broken.event.f", "other_news.clean"),
    *("relations.macro_f1", "police.ARREST.f", "police.KILL.f", "police.FORCE.f"),
    *("places_trnews.recognition.f", "places_trnews.acc161_end_to_end", "places_lgl.recognition.f", "places_lgl.acc161_end_to_end"),
    *("clusters.bcubed.f", "bundles.copies.f", "bundles.stories.f", "bundles.incidents.f"),
    *("bundles.numbers.f", "bundles.said.f", "bundles.claims.f"),
    "spellings.all.f",
    *("html.text.f", "html.date", "speed.text.ratio", "speed.html.ratio"),
)
"""Scores that get a floor, in the order in which they are shown."""

SLACK = 0.5
"""Points below the score at which ``--pin`` sets a floor: int8 arithmetic differs between processor families."""

SPEED_SLACK = 0.2
"""Share below a speed ratio at which its floor is set: other work on the machine moves it."""


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was taken down, or with ``score`` an exam's name, an exam that was replaced."""

    score: str
    before: float | str | None
    after: float | str | None
    because: str


@dataclass(frozen=True, slots=True)
class Floors:
    """All of the file."""

    exams: Mapping[str, str]
    floors: Mapping[str, float]
    lowered: tuple[Lowered, ...] = ()


class FloorsError(Exception):
    """The floors cannot be read, or are not to be changed in this way. The message is one line with the way out."""


def load(path: Path = FILE) -> Floors:
    """Read the floors; none where there is no file yet.

    Raises:
        FloorsError: the file is not of this form.
    """
    if not path.exists():
        return Floors({}, {})
    try:
        raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return Floors(raw["exams"], raw["floors"], tuple(Lowered(**entry) for entry in raw["lowered"]))
    except (ValueError, KeyError, TypeError) as error:
        raise FloorsError(f"{path}: no floors can be read there ({error}); take the last good version from git") from error


def save(floors: Floors, path: Path = FILE) -> None:
    """Write the floors, in the order in which they are shown."""
    order = {name: floors.floors[name] for name in PINNED if name in floors.floors}
    lowered = [{"score": entry.score, "before": entry.before, "after": entry.after, "because": entry.because} for entry in floors.lowered]
    raw = {"exams": dict(sorted(floors.exams.items())), "floors": order, "lowered": lowered}
    path.write_text(json.dumps(raw, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def failures(floors: Floors, scores: Mapping[str, float], exams: Mapping[str, str]) -> Iterator[str]:
    """One line for each exam that is another and each score below its floor. What was not measured does not fail."""
    for name, digest in exams.items():
        if floors.exams.get(name, digest) != digest:
            yield f'{name}: not the exam that the floors were pinned on; if that is meant: --lower {name} --because "…"'
    for name, floor in floors.floors.items():
        if name in scores and scores[name] < floor:
            yield f"{name}: {scores[name]:.1f} is below its floor {floor:.1f}"


def pin(floors: Floors, scores: Mapping[str, float], exams: Mapping[str, str]) -> Floors:
    """The floors raised to what was measured, less the slack; none falls.

    Raises:
        FloorsError: an exam is another than the one its floors were pinned on.
    """
    for name, digest in exams.items():
        if floors.exams.get(name, digest) != digest:
            raise FloorsError(f'{name} is another exam than the one pinned; give the reason first: --lower {name} --because "…"')
    raised = {name: max(floor_for(name, scores[name]), floors.floors.get(name, 0.0)) for name in PINNED if name in scores}
    return replace(floors, exams={**floors.exams, **exams}, floors={**floors.floors, **raised})


def lower(floors: Floors, name: str, scores: Mapping[str, float], exams: Mapping[str, str], because: str) -> Floors:
    """One floor set to what was measured, or all floors of a replaced exam, with the reason kept.

    Raises:
        FloorsError: there is no reason, or nothing of that name was pinned and measured.
    """
    if not because.strip():
        raise FloorsError(f'a floor falls only with a reason: --lower {name} --because "…"')
    if name in exams:
        rest = {score: floor for score, floor in floors.floors.items() if score.partition(".")[0] != name}
        entry = Lowered(name, floors.exams.get(name), exams[name], because)
        return pin(Floors({**floors.exams, name: exams[name]}, rest, (*floors.lowered, entry)), _of(name, scores), {name: exams[name]})
    if name not in floors.floors or name not in scores:
        raise FloorsError(f"{name}: no floor of that name was pinned and measured now; those are {', '.join(floors.floors) or 'none'}")
    after = floor_for(name, scores[name])
    return replace(
        floors, floors={**floors.floors, name: after}, lowered=(*floors.lowered, Lowered(name, floors.floors[name], after, because))
    )


def _of(exam: str, scores: Mapping[str, float]) -> dict[str, float]:
    return {name: value for name, value in scores.items() if name.partition(".")[0] == exam}


def floor_for(name: str, score: float) -> float:
    """Where ``--pin`` sets the floor of a score: below it by the slack, to one decimal, never below nothing."""
    below = score * (1 - SPEED_SLACK) if name.startswith("speed.") else score - SLACK
    return max(0.0, math.floor(below * 10) / 10)
