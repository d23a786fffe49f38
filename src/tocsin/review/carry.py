"""Corrections carried over to a new reading of their document, or to a new text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tocsin.records import Reading
from tocsin.review.corrections import Anchor, Correction
from tocsin.review.fields import LINKS
from tocsin.review.values import Json

CONTEXT = 40
"""Characters before and after words by which they are found again in a changed text."""


class _Lost(Exception):  # noqa: N818  # never leaves this file
    """Words that do not stand in the new text."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def carry(corrections: Sequence[Correction], former: Reading, now: Reading, version: int, new_version: int) -> list[Correction]:
    """The corrections of one document as they stand after it was read anew.

    A correction points at words. In the same text they stand where they stood; in a changed text they are looked for with
    :data:`CONTEXT` characters around them, and else where they stood. Where they are gone, the correction is set aside with the reason,
    and so is the acceptance of a whole document whose events are others now. Its event is the one whose trigger shares words with it;
    where the new reading has none, the event stays as the person saw it, under a new id.

    Args:
        corrections: all of the document's, undone ones and those set aside too.
        former: the reading that they were laid over.
        now: the new one.
        version: the version of the former text.
        new_version: the version of the new text; the same where only the reading is new.

    Returns:
        all of them, in the same order. Those of an older text stay as they are.
    """
    shift = _Shift(former.document.text, now.document.text)
    ids = _matched(corrections, former, now, shift, version)
    return [
        _carried(correction, shift, ids, former, now, new_version) if correction.version == version else correction
        for correction in corrections
    ]


class _Shift:
    """Where words of the former text stand in the new one."""

    def __init__(self, former: str, now: str) -> None:
        self.former, self.now = former, now
        self.same = former == now

    def start(self, start: int, end: int) -> int | None:
        """Where they begin now; ``None`` where they are gone."""
        if self.same:
            return start
        first = max(0, start - CONTEXT)
        around = self.former[first : end + CONTEXT]
        at = self.now.find(around)
        if at >= 0 and self.now.find(around, at + 1) < 0:
            return at + start - first
        return start if self.now[start:end] == self.former[start:end] else None

    def json(self, given: Json) -> Json:
        """JSON with all its words moved.

        Raises:
            _Lost: some are gone.
        """
        if isinstance(given, Mapping):
            moved = {name: self.json(value) for name, value in given.items()}
            if isinstance(given.get("start"), int) and isinstance(given.get("end"), int):
                start = self.start(given["start"], given["end"])
                if start is None:
                    raise _Lost(self.former[given["start"] : given["end"]])
                moved |= {"start": start, "end": start + given["end"] - given["start"]}
            return moved
        return [self.json(value) for value in given] if isinstance(given, list) else given

    def kept(self, given: Json) -> Json:
        """JSON with its words moved and without those that are gone."""
        if isinstance(given, Mapping) and "start" not in given:
            return {name: self.kept(value) for name, value in given.items()}
        if isinstance(given, list):
            return [moved for value in given if (moved := self.kept(value)) is not None]
        try:
            return self.json(given)
        except _Lost:
            return None


def _matched(corrections: Sequence[Correction], former: Reading, now: Reading, shift: _Shift, version: int) -> dict[str, str]:
    """For each event of the former reading, and each that a person named, its id now."""
    anchors = {mention.id: Anchor.of(mention) for mention in former.mentions}
    for correction in corrections:
        if correction.event and correction.anchor and correction.version == version:
            anchors.setdefault(correction.event, correction.anchor)
    moved = {name: new for name, anchor in anchors.items() if (new := _moved(anchor, shift))}
    ids: dict[str, str] = {}
    free = list(now.mentions)
    for fits in (_same_place_and_type, _meeting_and_type, _same_place):
        for name, anchor in moved.items():
            found = next((mention for mention in free if fits(anchor, Anchor.of(mention))), None) if name not in ids else None
            if found is not None:
                ids[name] = found.id
                free.remove(found)
    names = _new_ids([*corrections_events(corrections), *(mention.id for mention in now.mentions)])
    named = dict.fromkeys(event for event in corrections_events(corrections) if event in moved and event not in ids)
    return ids | {name: name if name.startswith("p") else next(names) for name in named}


def corrections_events(corrections: Iterable[Correction]) -> list[str]:
    """The ids of the events that corrections name."""
    return [correction.event for correction in corrections if correction.event is not None]


def _new_ids(taken: Iterable[str]) -> Iterator[str]:
    number = max((int(name[1:]) for name in taken if name[:1] == "p" and name[1:].isdecimal()), default=0)
    while True:
        number += 1
        yield f"p{number}"


def new_id(taken: Iterable[str], lane: int | None = None) -> str:
    """The id of one more event that a person adds: ``p1``, ``p2`` ….

    Of two who code blind one has the ``lane`` 0 and the odd numbers, the other 1 and the even ones: no id tells what the other added.
    """
    return next(name for name in _new_ids(taken) if lane is None or int(name[1:]) % 2 != lane)


def _moved(anchor: Anchor, shift: _Shift) -> Anchor | None:
    start = shift.start(anchor.start, anchor.end)
    return None if start is None else replace(anchor, start=start, end=start + anchor.end - anchor.start)


def _same_place_and_type(one: Anchor, other: Anchor) -> bool:
    return _same_place(one, other) and one.type == other.type


def _meeting_and_type(one: Anchor, other: Anchor) -> bool:
    return one.start < other.end and other.start < one.end and one.type == other.type


def _same_place(one: Anchor, other: Anchor) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _carried(correction: Correction, shift: _Shift, ids: Mapping[str, str], former: Reading, now: Reading, new_version: int) -> Correction:
    if correction.event is None:
        return _carried_acceptance(correction, ids, former, now, new_version)
    try:
        value = _relinked(shift.json(correction.value), correction.field, ids)
        anchor = correction.anchor and _moved(correction.anchor, shift)
        if anchor is None or correction.event not in ids:
            raise _Lost(correction.anchor.text if correction.anchor else "")  # noqa: TRY301  # one way out for all words
    except _Lost as lost:
        return replace(correction, aside=f"the words “{lost.words}” do not stand in the text any more")
    snapshot = _relinked(shift.kept(correction.snapshot), None, ids)
    machine = _relinked(shift.kept(correction.machine), correction.field, ids)
    return replace(
        correction,
        event=ids[correction.event],
        version=new_version,
        value=value,
        anchor=anchor,
        snapshot=snapshot if snapshot and snapshot.get("trigger") else None,
        machine=machine,
        aside=None,
    )


def _carried_acceptance(correction: Correction, ids: Mapping[str, str], former: Reading, now: Reading, new_version: int) -> Correction:
    """That no event is missing holds as long as the events are the same ones."""
    if correction.aside is None and {mention.id for mention in now.mentions} == {ids.get(mention.id) for mention in former.mentions}:
        return replace(correction, version=new_version)
    return replace(correction, aside="the document was read again and has other events now; look it over once more")


def _relinked(given: Json, field: str | None, ids: Mapping[str, str]) -> Json:
    """The value with the ids of other events as they are now."""
    if field in LINKS:
        return ids.get(given) if given is not None else None
    if field is None and isinstance(given, Mapping):
        return {name: _relinked(value, name, ids) if name in LINKS else value for name, value in given.items()}
    return given
