"""Generated reports in any number: made-up news by templates, the same for the same seed on every machine.

    python -m benchmarks.generate 10000 > reports.jsonl

They are for load, not for accuracy: what they tell never happened, and their sentences are far more alike than those of real news.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

FIRST_DAY = dt.date(2015, 1, 1)
DAYS = 3650
"""Publication dates fall within ten years."""


@dataclass(frozen=True, slots=True)
class Land:
    """Where a report plays."""

    country: str
    adjective: str
    towns: tuple[str, ...]
    opposition: str


LANDS = (
    Land("Kazakhstan", "Kazakh", ("Almaty", "Shymkent", "Aktobe"), "the Free Steppe movement"),
    Land("Kenya", "Kenyan", ("Nairobi", "Mombasa", "Kisumu"), "the Common Table alliance"),
    Land("Bolivia", "Bolivian", ("La Paz", "Cochabamba", "Sucre"), "the Highland Front"),
    Land("Serbia", "Serbian", ("Belgrade", "Novi Sad", "Nis"), "the Open Square coalition"),
    Land("Pakistan", "Pakistani", ("Lahore", "Quetta", "Peshawar"), "the Citizens' Charter"),
    Land("Nigeria", "Nigerian", ("Lagos", "Kano", "Jos"), "the Third Road party"),
    Land("Colombia", "Colombian", ("Bogota", "Cali", "Medellin"), "the River Pact"),
    Land("Myanmar", "Burmese", ("Yangon", "Mandalay", "Sittwe"), "the White Umbrella league"),
    Land("Tunisia", "Tunisian", ("Tunis", "Sfax", "Gafsa"), "the Jasmine Assembly"),
    Land("Georgia", "Georgian", ("Tbilisi", "Batumi", "Kutaisi"), "the Broad Bridge bloc"),
)

CROWDS = ("teachers", "students", "miners", "nurses", "farmers", "opposition supporters", "bus drivers", "journalists")
NUMBERS = ("dozens of", "about 50", "at least 12", "more than 200", "several hundred", "up to 30", "nearly 1,000", "17")
DAYS_OF_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CAUSES = ("unpaid wages", "a new tax on bread", "the jailing of an editor", "a disputed mayoral vote", "power cuts", "a rise in fares")

HEADLINES = (
    "{Crowd} on the streets of {town}",
    "{country}: arrests in {town} after march over {cause}",
    "Unrest in {town} as {crowd} demand answers",
    "{adjective} government under pressure over {cause}",
)

SENTENCES = (
    "Police arrested {number} {crowd} in {town} on {day} during a march over {cause}.",
    "{Number} {crowd} marched through the centre of {town} on {day} to protest against {cause}.",
    "Riot police fired tear gas at {crowd} near the central market of {town}, witnesses said.",
    "Gunmen killed {number} villagers in an attack outside {town} on {day}, according to local officials.",
    "A court in {town} sentenced two members of {opposition} to five years in prison on {day}.",
    "The {adjective} Foreign Ministry rejected the accusations and called them an insult to the nation.",
    "{Opposition} called on the government to release those held since {day}.",
    "Mobile internet was reportedly cut in parts of {town} while the {crowd} gathered.",
    "The interior minister threatened to ban {opposition} if its supporters marched again.",
    "The government of {country} agreed to hold talks with the {crowd} next week.",
    "The European Union condemned the use of force in {town} and urged {country} to free the detained {crowd}.",
    "{Number} people were injured when clashes broke out between police and {crowd} in {town}, a hospital said.",
    "Aid groups delivered food to families who had fled the fighting around {town}.",
    "The army sent troops to {town} on {day} after {crowd} blocked the main road.",
    "Authorities released {number} {crowd} who had been held without charge, their lawyer said.",
    "A rights group said {number} {crowd} had been beaten in custody; police denied it.",
    "{Opposition} plans another rally in {town} on {day}.",
    "Nobody was hurt, the mayor of {town} told reporters.",
)


def reports(number: int, seed: int = 0) -> Iterator[dict[str, Any]]:
    """Reports as JSONL inputs of ``tocsin code``: ``id``, ``title``, ``text``, ``published``. Each depends on its number and the seed alone."""
    for at in range(number):
        yield _report(at, random.Random(f"{seed}/{at}"))  # noqa: S311  # nothing here is a secret


def _report(at: int, chance: random.Random) -> dict[str, Any]:
    land = chance.choice(LANDS)
    title = _filled(chance.choice(HEADLINES), land, chance)
    chosen = chance.sample(SENTENCES, chance.randint(4, 12))
    sentences = [_filled(sentence, land, chance) for sentence in chosen]
    paragraphs = [" ".join(sentences[start : start + 2]) for start in range(0, len(sentences), 2)]
    published = FIRST_DAY + dt.timedelta(days=chance.randrange(DAYS))
    return {"id": f"generated-{at:07}", "title": title, "text": "\n\n".join(paragraphs), "published": published.isoformat()}


def _filled(template: str, land: Land, chance: random.Random) -> str:
    crowd, number = chance.choice(CROWDS), chance.choice(NUMBERS)
    return template.format(
        country=land.country,
        adjective=land.adjective,
        town=chance.choice(land.towns),
        opposition=land.opposition,
        Opposition=land.opposition[0].upper() + land.opposition[1:],
        crowd=crowd,
        Crowd=crowd.capitalize(),
        number=number,
        Number=number.capitalize(),
        day=chance.choice(DAYS_OF_WEEK),
        cause=chance.choice(CAUSES),
    )


def main() -> None:
    """Print reports as JSONL."""
    parser = argparse.ArgumentParser(description="Print generated reports as JSONL, for load tests.")
    parser.add_argument("number", type=int)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    for report in reports(given.number, given.seed):
        sys.stdout.write(json.dumps(report, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
