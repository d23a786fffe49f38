"""Generated readings in any number: made-up happenings, each told by one to eight reports, the same for the same seed on every machine.

They are for load, not for accuracy. Four happenings a day in 300 towns, by one in seven of them in one town, a capital at war; of three
reports of one happening the last prints the first one's text. Each report tells its happening, what came of it, a happening of the two and a
half months before and an act that nobody else tells. More readings cover more days and are no denser, as an archive grows that one goes on
filling: 200,000 events are fourteen years.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tocsin.records import Claim, CountQuote, CountValue, Document, EntityValue, Mention, PlaceValue, Published, Quote, Reading, TimeValue

EVENTS = 4
"""Events of a report."""

FIRST_DAY = dt.date(2010, 1, 1)
A_DAY = 4
TOWNS, CAPITAL = 300, 7
"""Towns; one happening in seven is in the first of them."""

TOLD = (1, 1, 2, 1, 3, 1, 8, 1, 1, 5)
"""By how many reports ten happenings in a row are told."""

ACTS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    (
        "ASSAULT",
        "firearms",
        "attacked",
        (
            "Gunmen attacked {group} at {street} in {town} on {day} and killed {number} of them, {source} said.",
            "On {day} a band of riders attacked {group} near {town}; {source} put the dead of {street} at {number}.",
            "{number} {group} died when a lorry with armed men attacked their camp beside {street}, {town}, on {day}, {source} said.",
        ),
    ),
    (
        "COERCE",
        "arrest",
        "arrested",
        (
            "Police arrested {number} {group} at {street} in {town} on {day}, {source} said.",
            "{number} {group} were arrested before dawn on {day} in houses along {street}, {town}, according to {source}.",
            "In {town} officers closed {street} on {day}, checked papers and arrested {number} {group}, {source} told reporters.",
        ),
    ),
    (
        "PROTEST",
        "demo",
        "marched",
        (
            "About {number} {group} marched from {street} through {town} on {day}, {source} said.",
            "With drums and banners {number} {group} marched over {street} to the town hall of {town} on {day}; {source} counted them.",
            "{number} {group} marched in the rain on {day} and blocked {street}, the way out of {town}, {source} said.",
        ),
    ),
    (
        "COERCE",
        "seize",
        "searched",
        (
            "Soldiers searched the offices of {group} at {street} in {town} on {day} and took {number} away, {source} said.",
            "The hall of the {group} on {street}, {town}, was searched on {day}; lorries took {number} away, according to {source}.",
            "Tax officers searched stores of {group} on {day} along {street} in {town} and sealed {number} doors, {source} said.",
        ),
    ),
)
COUNTED = {"ASSAULT": "killed", "COERCE": "arrested", "PROTEST": "participants"}
GROUPS = ("dockers", "teachers", "miners", "students", "farmers", "nurses", "drivers", "weavers", "journalists", "villagers")
SOURCES = ("police", "the interior ministry", "a hospital", "witnesses", "the union", "a rights group")
CAUSES = ("unpaid wages", "a tax on bread", "the jailing of an editor", "a disputed vote", "power cuts", "fares", "a mine", "a dam", "land")
FILLERS = (
    "The cause was {cause}, and {name} had warned of it in the spring.",
    "{name}, who runs a shop nearby, said that the street had been quiet until noon.",
    "The office of {name} gave no answer to questions about {cause}.",
    "Shops stayed shut and buses were sent round by the river.",
    "{name} called for an inquiry and spoke of {cause}.",
    "A lawyer, {name}, said that the families had been told nothing.",
)


@dataclass(frozen=True, slots=True)
class _Act:
    """One act: its type and mode, its place and day, its numbers and the names that go with it."""

    kind: int
    town: PlaceValue
    day: dt.date
    number: int
    group: str
    names: tuple[str, ...]
    cause: str


def readings(first: int, number: int, seed: int = 0) -> Iterator[Reading]:
    """The readings from number ``first`` on. Each depends on its number and the seed alone."""
    return (reading(at, seed) for at in range(first, first + number))


def reading(at: int, seed: int = 0) -> Reading:
    """One reading."""
    happening, within = _told(at)
    own = random.Random(f"{seed}/report/{at}")  # noqa: S311  # nothing here is a secret
    act = _act(happening, seed)
    copied = within % 3 == 2
    teller = random.Random(f"{seed}/report/{at - within if copied else at}")  # noqa: S311  # see above
    published = act.day + dt.timedelta(days=own.choice((0, 1, 1, 2)))
    earlier = _act(happening - teller.randrange(10, 300), seed)
    beside = (_act(happening, seed, "after"), earlier, _act(happening, seed, f"beside {within}"))
    return _written(f"generated-{at:07}", [act, *beside], published, teller)


def _told(at: int) -> tuple[int, int]:
    """Which happening a report tells, and the how manieth of its reports it is."""
    block, within = divmod(at, sum(TOLD))
    for place, told in enumerate(TOLD):
        if within < told:
            return block * len(TOLD) + place, within
        within -= told
    raise AssertionError(at)


@cache
def towns(seed: int) -> tuple[PlaceValue, ...]:
    """Where it all happens."""
    chance = random.Random(f"{seed}/towns")  # noqa: S311  # see above
    return tuple(
        PlaceValue(_name(chance), "city", f"Q{number % 30:02}", number + 1, chance.uniform(-50, 60), chance.uniform(-180, 180), 8.0, 1, 1)
        for number in range(TOWNS)
    )


def _act(happening: int, seed: int, which: str = "") -> _Act:
    chance = random.Random(f"{seed}/act/{happening}/{which}")  # noqa: S311  # see above
    where = towns(seed)
    town = where[0] if chance.randrange(CAPITAL) == 0 else chance.choice(where)
    return _Act(
        kind=chance.randrange(len(ACTS)),
        town=town,
        day=FIRST_DAY + dt.timedelta(days=happening // A_DAY),
        number=chance.choice((chance.randrange(2, 12), chance.randrange(12, 100), chance.randrange(100, 3000))),
        group=chance.choice(GROUPS),
        names=tuple(f"{_name(chance)} {_name(chance)}" for _ in range(4)),
        cause=chance.choice(CAUSES),
    )


def _written(name: str, acts: list[_Act], published: dt.date, chance: random.Random) -> Reading:
    text = ""
    mentions: list[Mention] = []
    claims: list[Claim] = []
    for number, act in enumerate(acts, 1):
        kind, mode, trigger, templates = ACTS[act.kind]
        day, source = f"{act.day:%A}", chance.choice(SOURCES)
        words = {"group": act.group, "street": f"{act.names[0].split()[0]} Street", "town": act.town.name, "day": day}
        sentence = chance.choice(templates).format(**words, number=act.number, source=source)
        quotes = {each: _quote(text, sentence, each) for each in (trigger, act.group, act.town.name, day, str(act.number), source)}
        event = f"e{number}"
        counted = COUNTED[kind]
        mentions.append(
            Mention(
                event,
                kind,
                quotes[trigger],
                (mode,),
                said_by=quotes[source],
                recipients=(quotes[act.group],),
                places=(quotes[act.town.name],),
                times=(quotes[day],),
                counts=(CountQuote(counted, quotes[str(act.number)], quotes[source]),),
            )
        )
        values = (
            ("recipient", act.group, EntityValue(act.group, f"n{number}", act.town.country, ("CVL",))),
            ("count", str(act.number), CountValue(counted, act.number, act.number, act.number)),
            ("where", act.town.name, act.town),
            ("when", day, TimeValue(act.day, act.day, "day", "relative")),
        )
        claims += [Claim(event, field, 0, quotes[each], "asserted", value, quotes[source]) for field, each, value in values]  # type: ignore[arg-type]
        fillers = chance.sample(FILLERS, 2 if number == 1 else 1)
        text += " ".join([sentence, *(filler.format(cause=act.cause, name=chance.choice(act.names)) for filler in fillers)]) + "\n\n"
    title = f"{acts[0].group.capitalize()} of {acts[0].town.name}: {acts[0].cause}"
    document = Document(name, text, f"{name}.txt", Published(published, "given", ""), title, f"The {_name(chance)} Post")
    return Reading(document, tuple(mentions), tuple(claims), "generated", "1")


def _quote(before: str, sentence: str, words: str) -> Quote:
    start = len(before) + sentence.index(words)
    return Quote(start, start + len(words), words)


def _name(chance: random.Random) -> str:
    consonants, vowels = "bdfgklmnprstvz", "aeiou"
    return "".join(chance.choice(consonants) + chance.choice(vowels) for _ in range(chance.choice((3, 3, 4)))).capitalize()
