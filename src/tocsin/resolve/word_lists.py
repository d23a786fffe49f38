"""Short lists of English words that several rules know, and how all such lists are written. Long ones are files in ``data/``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written in one string."""
    return frozenset(words.split())


@cache
def _file(name: str) -> frozenset[str]:
    text = (files("tocsin.resolve") / "data" / name).read_text(encoding="utf-8")
    return listed(" ".join(line for line in text.splitlines() if not line.startswith("#")))


def common_words() -> frozenset[str]:
    """English words that are also somewhere a town's name."""
    return _file("common_words.txt")


def given_names() -> frozenset[str]:
    """Common given names."""
    return _file("given_names.txt")


DIRECTIONS = listed(
    "north south east west northern southern eastern western north-east north-west south-east south-west northeast northwest southeast "
    "southwest northeastern northwestern southeastern southwestern north-eastern north-western south-eastern south-western central",
)
PARTS = DIRECTIONS | listed("downtown inner greater uptown lower upper rural urban mid far deep most remote coastal mainland")
"""Words before a name for a part of it."""

LOCATIVES = listed("in near outside at inside around throughout across")
"""Prepositions that nearly always stand before a place."""
MOTIONS = listed("to from of into toward towards through between over off via leaving reaching entering outside")
NEARNESS = listed("near outside outskirts outskirt vicinity around surrounding suburbs beyond km kilometers kilometres miles off")

TITLES = listed(
    "mr mrs ms miss dr prof professor president minister premier chancellor gen general col colonel capt captain maj major lt lieutenant sgt "
    "sergeant sheikh king queen prince princess pope bishop archbishop father sister brother rev reverend imam sir lord lady judge justice "
    "sen senator rep representative gov governor mayor ambassador secretary spokesman spokeswoman officer chief coach director deputy "
    "chairman commissioner inspector constable detective attorney ayatollah mullah maulana comrade dean presidents ex-president",
)
"""Words before a person's name."""

CALENDAR = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december",
)
FUNCTION = listed(
    "the a an in on at of to from by for with and but or as if when while after before since until during although though because so "
    "he she it they we i you his her its their our this that these those there here not no nor yes all both some many most more such "
    "under over near outside inside across around about between among through into against despite like unlike who what where why how "
    "meanwhile however also then now today yesterday tomorrow last next new old former even only just once one two three four five",
)
"""Words that begin sentences with a capital and are part of no name."""

INSTITUTIONS = listed(
    "police department county city state district town village province council court government university college school hospital "
    "airport mayor board sheriff fire health public high community senior junior national regional central international street st ave "
    "avenue road rd boulevard highway river lake bay beach valley hills heights island islands mountain mountains creek park "
    "stadium arena center centre hall church cathedral mosque temple prison jail bridge station square palace embassy "
    "consulate office zoo museum library senate house assembly parliament congress legislature republicans democrats "
    "conference summit agreement accord treaty process talks declaration metropolitan municipal territory region border "
    "army navy air force troops rebels zone area residents coroner courthouse superior circuit supreme ems volunteer arts",
)
"""Words after a name that make it part of a body's or a site's name without hiding the place."""
PAPERS = listed(
    "post times herald tribune globe gazette journal news star sun chronicle observer telegraph examiner inquirer courier dispatch "
    "sentinel press bulletin mirror guardian today weekly independent advocate bee blade reporter magazine daily mail",
)
TEAMS = listed(
    "united fc rovers athletic wanderers albion celtics lakers yankees mets cubs sox giants jets bears bulls patriots cowboys packers "
    "eagles lions tigers braves dodgers rangers canucks raptors knicks nets dolphins steelers broncos raiders redskins hotspur villa",
)
"""Words after a name that make it a newspaper's or a team's."""

SITES = listed(
    "airport airbase base barracks bridge building camp campus cathedral cell cells cemetery center centre checkpoint chowk church clinic "
    "college compound consulate court courthouse crossing dam depot dock embassy factory garden gate hall harbor harbour headquarters "
    "highway home hospital hotel house jail jetty junction lane library mall market mill mine mosque museum office park pier plant plaza "
    "port post prison quay restaurant road roundabout school shop shrine square stadium station stop street synagogue temple terminal "
    "theater theatre tower tunnel university villa warehouse wharf zoo refinery pipeline bazaar collectorate academy cinema penitentiary "
    "monastery seminary residence mansion ministry parliament stop outpost bank field avenue boulevard intersection",
)
"""Heads of phrases for a building or a spot."""
