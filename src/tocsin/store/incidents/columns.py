"""All incidents as columns in memory, kept up with the database: what the map, the timeline and the list are counted from.

In SQL the count of 100,000 incidents under a filter takes 40 to 150 ms, and twenty people at once queue for it; over columns in memory it
takes 1 to 3 ms. A hundred thousand incidents take about 80 MB.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, RowMapping, func, select

from tocsin.store import clock
from tocsin.store.chunks import MOST, chunks
from tocsin.store.incidents.tables import incident_figures, incident_history, incidents

Numbers: TypeAlias = NDArray[np.float64]
Positions: TypeAlias = NDArray[np.int64]
ThingT = TypeVar("ThingT")

NUMBERS: tuple[str, ...] = (
    *(
        "first_day",
        "last_day",
        "last_published",
        "latitude",
        "longitude",
        "radius_km",
        "where_prec",
        "sources",
        "articles",
        "score",
        "reviewed",
    ),
    *("actor_private", "recipient_private", "changed_at", "version"),
)
"""Columns of numbers: days as ordinals, times as seconds; NaN where unknown, so that no comparison with it holds."""

WORDS: tuple[str, ...] = (*("type", "modes", "standing", "country", "place", "actor", "actor_country", "recipient", "recipient_country"),)
"""Columns of words, each kept once: -1 where unknown. ``modes`` are joined by spaces."""

_WINDOW = 1_000
"""Rows of the history before the last one seen that are looked at again: PostgreSQL may show one after another that was numbered later."""

_OVERLAP = dt.timedelta(minutes=1)
"""Changes so long before the last one seen are looked at again: what is written first may be committed last."""

_SHARE = 0.2
"""Past this share of changed incidents all are loaded anew: it takes no longer."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A column of words: the place of each row's word in ``words``. ``words`` only grows, and is shared between snapshots.

    ``known`` has the place of each word.
    """

    codes: NDArray[np.int32]
    words: list[str]
    known: dict[str, int]

    @classmethod
    def empty(cls) -> Coded:
        """A column without rows, and without words yet."""
        return cls(np.empty(0, dtype=np.int32), [], {})

    def where(self, wanted: Iterable[bool]) -> NDArray[np.bool_]:
        """The rows whose word is wanted; ``wanted`` says so of each of ``words``. Unknown is never wanted."""
        return np.array([*wanted, False], dtype=np.bool_)[self.codes]


@dataclass(frozen=True, slots=True)
class Mark:
    """The last row of ``incident_history`` (where incidents that end are written down) and the latest change of one that stands."""

    history: int
    changed_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers of people and things: the row of the incident, what is counted, and how many (NaN where open or unknown)."""

    position: Positions
    kind: Coded
    low: Numbers
    best: Numbers
    high: Numbers


KEPT = 200
"""Answers kept of one snapshot: about what twenty people look at."""


class Kept:
    """The last :data:`KEPT` things that were put in, by their keys; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._things: dict[Hashable, Any] = {}

    def get(self, key: Hashable) -> Any:
        """What was put in under the key, or ``None``."""
        return self._things.get(key)

    def put(self, key: Hashable, thing: ThingT) -> ThingT:
        """Keep a thing, and give it back."""
        with self._lock:
            while len(self._things) >= KEPT:
                del self._things[next(iter(self._things))]
            self._things[key] = thing
        return thing


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The incidents at one moment, in rows whose numbers stay. ``version`` goes up with every change that is seen."""

    version: int
    mark: Mark
    """What told, when it was taken, whether anything has changed since."""
    ids: list[str]
    position: dict[str, int]
    alive: NDArray[np.bool_]
    """False in the row of an incident that has ended."""
    numbers: dict[str, Numbers]
    words: dict[str, Coded]
    texts: list[str]
    """Title, sentence, place and parties, case folded, for searching."""
    figures: Figures
    kept: Kept = field(default_factory=Kept)
    """What was computed from this snapshot, by what was asked."""


_COLUMNS = tuple(incidents.c[name] for name in ("id", *NUMBERS, *WORDS, "title", "quote"))


def load(connection: Connection, version: int) -> Snapshot:
    """All incidents."""
    rows = list(connection.execute(select(*_COLUMNS).order_by(incidents.c.id)).mappings())
    ids = [row["id"] for row in rows]
    position = {name: number for number, name in enumerate(ids)}
    return Snapshot(
        version=version,
        mark=_mark(connection),
        ids=ids,
        position=position,
        alive=np.ones(len(rows), dtype=np.bool_),
        numbers={name: _numbers(rows, name) for name in NUMBERS},
        words={name: _coded(rows, name, Coded.empty()) for name in WORDS},
        texts=[_text(row) for row in rows],
        figures=_figures(list(connection.execute(select(incident_figures)).mappings()), position, Coded.empty()),
    )


def refreshed(connection: Connection, before: Snapshot) -> Snapshot:
    """The incidents as they are now: ``before`` itself where nothing changed."""
    mark = _mark(connection)
    if mark == before.mark:
        return before
    changed = _changed(connection, before)
    if len(changed) > max(MOST, _SHARE * len(before.ids)) or before.alive.sum() < (1 - _SHARE) * len(before.ids):
        return load(connection, before.version + 1)
    if not changed:
        return replace(before, mark=mark)
    rows = [row for some in chunks(changed) for row in connection.execute(select(*_COLUMNS).where(incidents.c.id.in_(some))).mappings()]
    counted = [
        row
        for some in chunks(changed)
        for row in connection.execute(select(incident_figures).where(incident_figures.c.incident.in_(some))).mappings()
    ]
    return _renewed(before, mark, changed, rows, counted)


def _mark(connection: Connection) -> Mark:
    last, latest = select(func.max(incident_history.c.key)), select(func.max(incidents.c.changed_at))
    return Mark(connection.execute(last).scalar() or 0, connection.execute(latest).scalar())


def _changed(connection: Connection, before: Snapshot) -> list[str]:
    """The incidents that are there with another version than in the snapshot, or in one of the two only."""
    noted = select(incident_history.c.incident).where(incident_history.c.key > before.mark.history - _WINDOW).distinct()
    named = {row[0]: None for row in connection.execute(noted)}
    for some in chunks(list(named)):
        now = select(incidents.c.id, incidents.c.version).where(incidents.c.id.in_(some))
        named.update((row[0], row[1]) for row in connection.execute(now))
    latest = select(incidents.c.id, incidents.c.version)
    if before.mark.changed_at is not None:
        latest = latest.where(incidents.c.changed_at >= before.mark.changed_at - _OVERLAP)
    named.update((row[0], row[1]) for row in connection.execute(latest))
    return [name for name, version in named.items() if version != _version(before, name)]


def _version(snapshot: Snapshot, name: str) -> int | None:
    position = snapshot.position.get(name)
    if position is None or position >= len(snapshot.ids) or not snapshot.alive[position]:
        return None
    return int(snapshot.numbers["version"][position])


def _renewed(before: Snapshot, mark: Mark, changed: list[str], rows: list[RowMapping], counted: list[RowMapping]) -> Snapshot:
    ids, position, texts = list(before.ids), before.position, list(before.texts)
    for row in rows:
        if row["id"] not in position:
            position[row["id"]] = len(ids)  # shared with former snapshots: they look no further than their own length
            ids.append(row["id"])
            texts.append("")
    places = np.array([position[row["id"]] for row in rows], dtype=np.int64)
    for row, place in zip(rows, places, strict=True):
        texts[place] = _text(row)
    alive = _grown(before.alive, len(ids), fill=False)
    alive[[position[name] for name in changed if name in position]] = False
    alive[places] = True
    numbers = {name: _put(column, len(ids), places, _numbers(rows, name), np.nan) for name, column in before.numbers.items()}
    words = {name: _put_words(column, len(ids), places, rows, name) for name, column in before.words.items()}
    gone = np.isin(before.figures.position, [position[name] for name in changed if name in position])
    new = _figures(counted, position, before.figures.kind)
    return Snapshot(before.version + 1, mark, ids, position, alive, numbers, words, texts, _joined(before.figures, ~gone, new))


def _grown(column: NDArray[Any], length: int, *, fill: object) -> NDArray[Any]:
    grown = np.full(length, fill, dtype=column.dtype)
    grown[: len(column)] = column
    return grown


def _put(column: Numbers, length: int, places: Positions, values: Numbers, fill: float) -> Numbers:
    grown = _grown(column, length, fill=fill)
    grown[places] = values
    return grown


def _put_words(column: Coded, length: int, places: Positions, rows: Sequence[RowMapping], name: str) -> Coded:
    grown = _grown(column.codes, length, fill=-1)
    grown[places] = _coded(rows, name, column).codes
    return replace(column, codes=grown)


def _joined(before: Figures, kept: NDArray[np.bool_], new: Figures) -> Figures:
    kind = replace(before.kind, codes=np.concatenate([before.kind.codes[kept], new.kind.codes]))
    parts = {name: np.concatenate([getattr(before, name)[kept], getattr(new, name)]) for name in ("position", "low", "best", "high")}
    return Figures(kind=kind, **parts)


def _numbers(rows: Sequence[RowMapping], name: str) -> Numbers:
    return np.fromiter((_number(row[name]) for row in rows), dtype=np.float64, count=len(rows))


def _number(value: Any) -> float:
    if value is None:
        return float("nan")
    if isinstance(value, dt.datetime):
        return clock.utc(value).timestamp()
    return float(value.toordinal()) if isinstance(value, dt.date) else float(value)


def _coded(rows: Sequence[RowMapping], name: str, like: Coded) -> Coded:
    """A column of some rows, whose words are put to those that ``like`` has."""
    codes = np.empty(len(rows), dtype=np.int32)
    for row, each in enumerate(rows):
        value = each[name]
        if value is None:
            codes[row] = -1
            continue
        word = " ".join(value) if isinstance(value, list) else value
        number = like.known.get(word)
        if number is None:
            like.words.append(word)
            number = like.known[word] = len(like.words) - 1
        codes[row] = number
    return replace(like, codes=codes)


def _figures(rows: list[RowMapping], position: dict[str, int], kinds: Coded) -> Figures:
    return Figures(
        position=np.fromiter((position[row["incident"]] for row in rows), dtype=np.int64, count=len(rows)),
        kind=_coded(rows, "kind", kinds),
        low=_numbers(rows, "low"),
        best=_numbers(rows, "best"),
        high=_numbers(rows, "high"),
    )


def _text(row: RowMapping) -> str:
    return "\n".join(row[name] or "" for name in ("title", "quote", "place", "actor", "recipient")).casefold()
