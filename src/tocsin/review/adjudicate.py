"""Two codings of one document side by side, and what holds once somebody has decided where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from tocsin.codebook import MODES
from tocsin.errors import InputError
from tocsin.records import Mention, Reading
from tocsin.review.fields import FIELDS, LINKS, Coded, coded, sheet
from tocsin.review.pairing import Pairs, pair
from tocsin.review.values import Json

_PASSED_OVER = {"score", "identity", "text"}
"""Parts of values in which two people do not differ."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two codings differ.

    ``event`` is the id in the first coding, or in the other where only that one has it. ``field`` is ``None`` for the event as a whole:
    one of ``one`` and ``other`` is then ``None``, the other the event's sheet. Ties to other events are told by the first coding's ids.
    """

    event: str
    field: str | None
    one: Json
    other: Json


@dataclass(frozen=True, slots=True)
class Final:
    """An event that holds: its sheet and its id in each of the two codings."""

    sheet: Mapping[str, Json]
    one: str | None
    other: str | None


Choices: TypeAlias = Mapping[tuple[str, str | None], Json]
"""The chosen value for each difference, by its event and field. For a whole event: whether it is one."""


def differences(one: Reading, other: Reading) -> tuple[Difference, ...]:
    """Everything in which two codings of one text differ, in the order of the text."""
    pairs = pair(one.document.text, one.mentions, other.mentions)
    mine, theirs = coded(one), coded(other)
    names = _names(pairs)
    found: list[tuple[int, Difference]] = []
    for left, right in pairs.both:
        found += [(left.trigger.start, each) for each in _fields_apart(mine[left.id], theirs[right.id], names)]
    for mention in pairs.only_one:
        found.append((mention.trigger.start, Difference(mention.id, None, sheet(mine[mention.id]), None)))
    for mention in pairs.only_other:
        found.append((mention.trigger.start, Difference(names[mention.id], None, None, _sheet(theirs[mention.id], names))))
    return tuple(each for _, each in sorted(found, key=lambda entry: entry[0]))


def settled(one: Reading, other: Reading, choices: Choices) -> tuple[Final, ...]:
    """The events that hold: what the two agree on, and what was chosen where they differ.

    Raises:
        InputError: a difference is not decided yet.
    """
    open_ = [each for each in differences(one, other) if (each.event, each.field) not in choices]
    if open_:
        raise InputError(
            f"{'1 difference is' if len(open_) == 1 else f'{len(open_)} differences are'} not decided yet, the first one: {open_[0].field or 'the event'} of {open_[0].event}"
        )
    pairs = pair(one.document.text, one.mentions, other.mentions)
    mine, theirs = coded(one), coded(other)
    names = _names(pairs)
    finals = [*_of_pairs(pairs, mine, choices), *_of_single(pairs, mine, theirs, names, choices)]
    return tuple(sorted(finals, key=lambda final: (final.sheet["trigger"]["start"], final.one or "", final.other or "")))


def _of_pairs(pairs: Pairs, mine: Mapping[str, Coded], choices: Choices) -> Iterator[Final]:
    for left, right in pairs.both:
        agreed = sheet(mine[left.id])
        chosen = {field: choices[left.id, field] for field in FIELDS if (left.id, field) in choices}
        whole = {**agreed, **chosen}
        # The two may have given it different types: of the chosen modes those stay that the chosen type has.
        yield Final({**whole, "modes": [mode for mode in whole["modes"] if mode in MODES[whole["type"]]]}, left.id, right.id)


def _of_single(
    pairs: Pairs, mine: Mapping[str, Coded], theirs: Mapping[str, Coded], names: Mapping[str, str], choices: Choices
) -> Iterator[Final]:
    for mention in pairs.only_one:
        if choices[mention.id, None]:
            yield Final(sheet(mine[mention.id]), mention.id, None)
    for mention in pairs.only_other:
        if choices[names[mention.id], None]:
            yield Final(_sheet(theirs[mention.id], names), None, mention.id)


def _fields_apart(mine: Coded, theirs: Coded, names: Mapping[str, str]) -> Iterator[Difference]:
    left, right = sheet(mine), _sheet(theirs, names)
    for field in FIELDS:
        if _compared(field, left[field]) != _compared(field, right[field]):
            yield Difference(mine.mention.id, field, left[field], right[field])


def _names(pairs: Pairs) -> dict[str, str]:
    """For each event of the other coding its name: the first coding's id, or its own where that means no event of the first."""
    names = {right.id: left.id for left, right in pairs.both}
    taken = {mention.id for mention in (*pairs.only_one, *(left for left, _ in pairs.both))}
    return names | {mention.id: _free(mention, taken) for mention in pairs.only_other}


def _free(mention: Mention, taken: set[str]) -> str:
    return mention.id if mention.id not in taken else f"{mention.id}/other"


def _sheet(event: Coded, names: Mapping[str, str]) -> dict[str, Json]:
    written = sheet(event)
    return written | {link: names.get(written[link], written[link]) for link in LINKS if written[link]}


def _compared(field: str, value: Json) -> Json:
    """The place and the days of the whole act are compared by their value: on which words they rest does not matter."""
    return _plain(value and value["value"]) if field in {"where", "when"} else _plain(value)


def _plain(value: Json) -> Json:
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items() if name not in _PASSED_OVER}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value
