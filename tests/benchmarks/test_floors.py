"""Floors rise freely and fall only by name and with a reason."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.floors import PINNED, Floors, FloorsError, failures, floor_for, load, lower, pin, save

EXAMS = {"events": "a" * 64}
SCORES = {"events.event.f": 66.04, "events.trigger.f": 61.9, "speed.text.ratio": 50.0, "events.event.p": 70.0}


def test_pinning_leaves_room_below_and_takes_headline_scores_alone() -> None:
    pinned = pin(Floors({}, {}), SCORES, EXAMS)
    assert pinned.floors == {"events.event.f": 65.5, "events.trigger.f": 61.4, "speed.text.ratio": 40.0}
    assert pinned.exams == EXAMS
    assert not list(failures(pinned, SCORES, EXAMS))


def test_pinning_never_lowers() -> None:
    pinned = pin(Floors(EXAMS, {"events.event.f": 70.0}), SCORES, EXAMS)
    assert pinned.floors["events.event.f"] == 70.0


def test_a_score_below_its_floor_and_another_exam_fail() -> None:
    pinned = pin(Floors({}, {}), SCORES, EXAMS)
    assert list(failures(pinned, {"events.event.f": 65.4}, EXAMS)) == ["events.event.f: 65.4 is below its floor 65.5"]
    (line,) = failures(pinned, SCORES, {"events": "b" * 64})
    assert "--lower events --because" in line
    with pytest.raises(FloorsError, match="another exam"):
        pin(pinned, SCORES, {"events": "b" * 64})


def test_what_was_not_measured_does_not_fail() -> None:
    assert not list(failures(pin(Floors({}, {}), SCORES, EXAMS), {}, {}))


def test_a_floor_falls_by_name_and_keeps_its_reason() -> None:
    pinned = pin(Floors({}, {}), SCORES, EXAMS)
    less = SCORES | {"events.event.f": 60.0}
    with pytest.raises(FloorsError, match="only with a reason"):
        lower(pinned, "events.event.f", less, EXAMS, " ")
    with pytest.raises(FloorsError, match="no floor of that name"):
        lower(pinned, "events.event", less, EXAMS, "a typing error")
    fallen = lower(pinned, "events.event.f", less, EXAMS, "the dev set was corrected")
    assert (fallen.floors["events.event.f"], fallen.floors["events.trigger.f"]) == (59.5, 61.4)
    assert [(entry.before, entry.after, entry.because) for entry in fallen.lowered] == [(65.5, 59.5, "the dev set was corrected")]


def test_a_replaced_exam_is_pinned_anew_with_its_reason() -> None:
    pinned = pin(Floors({}, {}), SCORES, EXAMS)
    other = {"events": "b" * 64}
    renewed = lower(pinned, "events", {"events.event.f": 50.0}, other, "twice as many texts")
    assert renewed.exams == other
    assert renewed.floors == {"speed.text.ratio": 40.0, "events.event.f": 49.5}
    assert renewed.lowered[0].score == "events"


def test_a_broken_file_says_how_to_mend_it(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(FloorsError, match="from git"):
        load(path)


@settings(deadline=None, max_examples=50)
@given(st.dictionaries(st.sampled_from(PINNED), st.floats(0, 100)), st.text(max_size=20))
def test_floors_go_out_and_come_back(scores: dict[str, float], reason: str) -> None:
    pinned = pin(Floors({}, {}), scores, EXAMS)
    if scores:
        pinned = lower(pinned, next(iter(scores)), scores, EXAMS, f"because {reason}")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "floors.json"
        save(pinned, path)
        again = load(path)
    assert (again.exams, again.floors, again.lowered) == (pinned.exams, pinned.floors, pinned.lowered)


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(PINNED), st.floats(0, 100))
def test_a_score_passes_the_floor_that_it_was_pinned_at(name: str, score: float) -> None:
    assert floor_for(name, score) <= score
