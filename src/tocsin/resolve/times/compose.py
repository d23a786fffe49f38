"""Pieces put together: a weekday with its date, a month with its year, the two ends of a range, and the words before them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tocsin.resolve.times import feasts, lengths, related, stated
from tocsin.resolve.times.lead import named_part, part_of, with_lead, without_part
from tocsin.resolve.times.pieces import Piece, find_pieces
from tocsin.resolve.times.scene import Scene, in_some_year, on_day_of_month, on_weekday, relative
from tocsin.resolve.times.stretch import Stretch, date, day, hull, part, plus_days, stretch
from tocsin.resolve.times.words import QUANTITY, UNITS_OF_TIME
from tocsin.resolve.times.zones import one_zone

PATTERNS = (*feasts.PATTERNS, *related.PATTERNS, *stated.PATTERNS)

_FILL = re.compile(
    r"(?:[\s,;(/]|\b(?:on|of|in|at|the|around|about|approximately|early|late|later|earlier|during|for|by|local|time|same|hours|hrs|gmt|night|"
    r"morning|afternoon|evening|dawn|day|year|date|part|end|month)\b)*[)]?[\s,]*"
)
_JOINT = re.compile(
    r"[\s,]*(?:\b(?:night|evening|morning|afternoon|to|and|until|till|through|thru|into|or|up to|the|of|on|from|dawn)\b|-|/|&|[\s,])+"
)
_OFFSET = re.compile(rf"\b(?:{QUANTITY} )?{UNITS_OF_TIME} (?P<way>after|before|following|prior to|ahead of|from)(?: (?:on|the))* ?$")
_LASTED = re.compile(
    rf"(?P<for>\bfor )?\b(?P<the>the )?(?:{QUANTITY} (?:full |whole |straight |consecutive )?)?{UNITS_OF_TIME} (?P<way>up to|to|until|till|ending|from|starting|beginning)(?: (?:on|from|the))* ?$"
)
"""A length that a date begins or ends: *the three days to 5 May*, *five days starting on Monday*; *three days from Monday* is a day to come."""
_EVE = re.compile(r"\beve of(?: the)? $")
_FROM_WEEKDAY = re.compile(rf"\b{QUANTITY} (?P<unit>day|week)s? from $")
_HALF_A_YEAR = 183
"""Days."""


@dataclass(frozen=True, slots=True)
class _Group:
    """A piece, or pieces that are one time, with the words before it since the group before."""

    piece: Piece
    before: str


def stretch_of(text: str, scene: Scene) -> Stretch | None:
    """The stretch of time that a text in the plain spelling (:func:`tocsin.resolve.times.words.plain`) names; ``None`` for unknown."""
    text = _ranges_spelled_out(one_zone(text))
    pieces = _with_nights(find_pieces(text, scene, PATTERNS), scene)
    shifted = _shifted(text, pieces, scene)
    if shifted is not None:
        return shifted
    groups = _groups(text, pieces, scene)
    found = [value for group in groups if (value := _led(group, scene)) is not None]
    clocks = [p.value for p in pieces if p.kind == "clock" and p.value is not None]
    if not found:
        return clocks[0] if clocks and all(p.kind == "clock" for p in pieces) else None
    smallest = found[0]
    for other in found[1:]:
        smallest = other if smallest.holds(other) else smallest
    return smallest


def _with_nights(pieces: list[Piece], scene: Scene) -> list[Piece]:
    """*overnight Saturday*, *overnight on 3 May*: the day and the next one, as far as they are past."""
    others = [piece for piece in pieces if not piece.night]
    days = [piece for piece in others if piece.value and piece.value.first == piece.value.last and piece.kind in {"day", "weekday"}]
    if len(others) == len(pieces) or not others:
        return pieces
    if len(days) != 1:
        return others
    at, value = others.index(days[0]), days[0].value
    if value is None:
        return others
    after = plus_days(value.first, 1)
    last = after if scene.future or scene.published is None or after <= scene.published else value.last
    return [*others[:at], replace(days[0], kind="range", value=stretch(value.first, last, relative=value.relative)), *others[at + 1 :]]


def _ranges_spelled_out(text: str) -> str:
    """``3 to 5 may`` as ``3 may to 5 may``, ``may 3-5`` as ``may 3 to may 5``: each end a date of its own."""
    joint = r" ?(-|to|and|until|till|through|or|/) ?(?:the )?"
    # "3, 4 and 5 may", "may 3, 4 and 5": what stands between the first and the last is held by them
    text = re.sub(rf"\b({stated.D})(?:, {stated.D})+,? (and|or|to) ({stated.D})(?=(?: of)? {stated.M}(?![a-z]))", r"\1 \2 \3", text)
    text = re.sub(
        rf"\b({stated.M} {stated.D})(?:, {stated.D})+,? (and|or|to) (?={stated.D}(?! ?(?:{stated.M}|[ap]\.?m\b|years|people)))",
        r"\1 \2 ",
        text,
    )
    text = re.sub(rf"\b({stated.D} {stated.M})-(?={stated.D})", r"\1 - ", text)
    text = re.sub(rf"\b({stated.D}){joint}({stated.D})((?: of)? {stated.M})(?![a-z])", r"\1 \4 \2 \3 \4", text)
    text = re.sub(rf"\b({stated.M} {stated.D})-(?={stated.M})", r"\1 - ", text)
    text = re.sub(rf"\b({stated.M}) ({stated.D}){joint}({stated.D})(?! ?(?:{stated.M}|[ap]\.?m\b|:|years|people))", r"\1 \2 \3 \1 \4", text)
    return text.replace("  ", " ")


def _shifted(text: str, pieces: list[Piece], scene: Scene) -> Stretch | None:
    """*two days after 3 May*: the words that move a date stand directly before it."""
    for piece in pieces:
        if piece.value is not None and piece.kind in {"day", "weekday", "range"} and _EVE.search(text[: piece.start]):
            return Stretch(plus_days(piece.value.first, -1), plus_days(piece.value.first, -1), "day", piece.value.relative)
        lasted = _LASTED.search(text[: piece.start])
        if (
            lasted
            and piece.value is not None
            and piece.kind in {"day", "weekday"}
            and (lasted["way"] != "from" or lasted["for"])
            and (lasted["n"] or lasted["the"])
        ):
            return _lasting(piece.value, lasted)
        if piece.weekday is not None and (ahead := _FROM_WEEKDAY.search(text[: piece.start])):
            start = on_weekday(piece.weekday, replace(scene, future=True))
            return lengths.exactly(start, ahead["n"], ahead["unit"]) if start else None
        match = _OFFSET.search(text[: piece.start])
        if match and piece.value is not None and piece.kind not in {"clock", "nothing"} and not (match["way"] == "from" and not match["n"]):
            moved = lengths.moved_by(piece.value, match)
            if moved and scene.published and moved.first > scene.published and not scene.future:
                # "five days after Monday" of an act that is past: the Monday before the last one
                earlier = _placed(piece, Scene(plus_days(piece.value.first, -1)))
                moved = lengths.moved_by(earlier, match) if earlier else moved
            return replace(moved, relative=piece.value.relative) if moved else piece.value
    return None


def _lasting(value: Stretch, match: re.Match[str]) -> Stretch:
    sign = -1 if match["way"] in {"up to", "to", "until", "till", "ending"} else 1
    found = lengths.span(value.first if sign > 0 else value.last, lengths.counted(match), match["unit"], sign)
    return replace(found, relative=value.relative)


def _groups(text: str, pieces: list[Piece], scene: Scene) -> list[_Group]:
    groups: list[_Group] = []
    at = 0
    for piece in pieces:
        if piece.kind == "nothing":
            at = piece.end if not groups else at
            continue
        between = text[at : piece.start]
        last = groups[-1] if groups else None
        if last and _JOINT.fullmatch(without_part(between)) and last.piece.value and "clock" not in {last.piece.kind, piece.kind}:
            # "late 2019 and early 2020": the part belongs to its own end
            last = _Group(replace(last.piece, value=part_of(last.piece.value, last.before)), without_part(last.before))
        merged = _merged(last.piece, piece, between, scene) if last and at == last.piece.end else None
        if last and merged is not None:
            # "before dawn on Tuesday": what stands before the hour says nothing of the day
            groups[-1] = _Group(merged, "" if last.piece.kind == "clock" else last.before)
        else:
            groups.append(_Group(piece, between))
        at = piece.end
    return [group for group in groups if group.piece.kind != "clock"]


def _merged(a: Piece, b: Piece, between: str, scene: Scene) -> Piece | None:
    if "clock" in {a.kind, b.kind}:
        keep = b if a.kind == "clock" else a
        return replace(keep, start=a.start, end=b.end)
    if _FILL.fullmatch(between) and not re.search(r"\d-$|^-\d", between):
        name = named_part(between)
        if name and b.value is not None:
            b = replace(b, value=part(b.value, name))
        value = _nested(a, b, scene)
        if value is not None:
            return Piece(a.start, b.end, "day", value)
    if _JOINT.fullmatch(without_part(between)):
        value = _range(a, replace(b, value=part_of(b.value, between) if b.value else None), scene)
        return Piece(a.start, b.end, "range", value) if value else None
    return None


def _nested(a: Piece, b: Piece, scene: Scene) -> Stretch | None:
    """One time told by two pieces: what recurs is looked for inside the other; else what both share."""
    for inner, outer in ((a, b), (b, a)):
        if outer.value is not None and (found := _inside(inner, outer, outer.value, scene)):
            return found
    if a.value is None or b.value is None:
        return a.value or b.value
    first, last = max(a.value.first, b.value.first), min(a.value.last, b.value.last)
    if first > last:
        return None
    if a.value.holds(b.value):
        return b.value
    return a.value if b.value.holds(a.value) else stretch(first, last, relative=a.value.relative or b.value.relative)


def _inside(inner: Piece, outer: Piece, value: Stretch, scene: Scene) -> Stretch | None:
    """The occurrence of ``inner`` in the year, month, week or day that ``outer`` names."""
    if inner.yearly and outer.kind == "year" and value.first.year == value.last.year:
        found = inner.yearly(value.first.year)
        return replace(found, relative=value.relative) if found else None
    if inner.monthday and outer.kind == "month":
        at = date(value.first.year, value.first.month, inner.monthday)
        return day(at, relative=value.relative) if at else None
    if inner.weekday is not None and (value.last - value.first).days == 6:
        return day(plus_days(value.first, (inner.weekday - value.first.weekday()) % 7), relative=value.relative)
    return _agreed(inner.weekday, outer, scene) if inner.weekday is not None and outer.kind == "day" else None


def _agreed(weekday: int, dated: Piece, scene: Scene) -> Stretch | None:
    """*Sunday, Feb 28*: the weekday checks the date. One that lacks its year is moved to a year that agrees within half a year of
    publication; where none does, the stretch holds the date and the nearest such weekday, for either may be the slip.
    """
    value = dated.value
    if value is None or value.first != value.last or value.first.weekday() == weekday:
        return value
    if dated.yearly and scene.published:
        for at in range(scene.published.year - 1, scene.published.year + 2):
            other = dated.yearly(at) if 1 <= at <= 9999 else None
            if other and other.first.weekday() == weekday and abs((other.first - scene.published).days) < _HALF_A_YEAR:
                return relative(other)
    back = (value.first.weekday() - weekday) % 7
    return stretch(value.first, plus_days(value.first, -back if back <= 3 else 7 - back), relative=value.relative)


def _range(a: Piece, b: Piece, scene: Scene) -> Stretch | None:
    """The hull of two ends. An end that recurs is placed by the other, so that the range runs forward."""
    first, last = a.value, b.value
    if a.yearly and last and not last.relative:
        first = a.yearly(last.first.year)
        if first and first.first > last.last:
            first = a.yearly(last.first.year - 1) if last.first.year > 1 else None
    elif b.yearly and first and not first.relative:
        last = b.yearly(first.first.year)
        if last and last.last < first.first:
            last = b.yearly(min(first.first.year + 1, 9999))
    if first is None or last is None:
        return first or last
    if last.first < first.first:
        if not scene.future and not a.yearly:
            first = _placed(a, Scene(last.last, future=False)) or first
        else:
            last = _placed(b, Scene(first.first, future=True)) or last
    return hull((first, last))


def _placed(piece: Piece, scene: Scene) -> Stretch | None:
    if piece.yearly:
        return in_some_year(piece.yearly, scene)
    if piece.weekday is not None:
        return on_weekday(piece.weekday, scene)
    return on_day_of_month(piece.monthday, scene) if piece.monthday else None


def _led(group: _Group, scene: Scene) -> Stretch | None:
    return with_lead(group.piece.value, group.before, scene, is_range=group.piece.kind == "range") if group.piece.value else None
