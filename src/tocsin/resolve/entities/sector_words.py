"""The short lists of English words by which a phrase is read for its sector. Role words themselves are in ``data/sectors.tsv``."""

from __future__ import annotations

BREAKS = frozenset(
    {
        "of",
        "from",
        "in",
        "at",
        "for",
        "with",
        "on",
        "against",
        "by",
        "to",
        "who",
        "which",
        "that",
        "whose",
        "near",
        "under",
        "after",
        "about",
    }
    | {
        "among",
        "outside",
        "inside",
        "belonging",
        "representing",
        "including",
        "over",
        "during",
        "and",
        "or",
        "loyal",
        "linked",
        "led",
        "as",
    }
)
BELONGING = frozenset({"of", "from", "for", "at", "in", "with", "belonging", "representing", "loyal", "by", "to"})
FORMER = frozenset(
    {"former", "ex", "erstwhile", "onetime", "ousted", "deposed", "toppled", "sacked", "retired", "disgraced", "predecessor"}
)
LEAVES_OFFICE = frozenset({"GOV", "LEG", "JUD", "SPY", "COP", "PTY"})
UNLIKE_WORKERS = frozenset({"PTY", "OPP", "REL", "MED", "JRN", "SOC", "EDU", "GOV", "REB"})
WORKERS = frozenset({"worker", "employee", "staff"})
IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "wives": "wife",
    "thieves": "thief",
    "policemen": "policeman",
    "media": "media",
}
OF_STATES = frozenset(
    {
        "official",
        "leader",
        "minister",
        "ambassador",
        "diplomat",
        "envoy",
        "negotiator",
        "counterpart",
        "country",
        "nation",
        "state",
        "government",
    }
)
"""Open words for the people and states behind a body that has no sector of its own: *EU officials*, *NATO countries*."""
ONLY_LAST = frozenset(
    {
        "civilian",
        "national",
        "minority",
        "black",
        "white",
        "local",
        "friend",
        "fan",
        "state",
        "city",
        "capital",
        "crown",
        "palace",
        "republic",
        "public",
    }
    | {
        "department",
        "corporation",
        "mission",
        "directorate",
        "community",
        "industry",
        "business",
        "market",
        "store",
        "shop",
        "plant",
        "child",
    }
    | {
        "tribal",
        "tribals",
        "house",
        "home",
        "cinema",
        "theatre",
        "theater",
        "stall",
        "casino",
        "quarry",
        "sawmill",
        "farm",
        "garage",
        "donor",
    }
    | {
        "couple",
        "guest",
        "twin",
        "baron",
        "shrine",
        "circle",
        "property",
        "organisation",
        "organization",
        "dalit",
        "pipeline",
        "choir",
        "orchestra",
    }
    | {
        "royal",
        "elite",
        "revolutionary",
        "exchange",
        "pub",
        "cafe",
        "ferry",
        "academy",
        "noble",
        "visitor",
        "graduate",
        "kid",
        "lender",
        "peer",
        "drone",
        "orthodox",
        "baptist",
        "convent",
        "cathedral",
        "adolescent",
        "anglican",
        "lutheran",
        "trainer",
        "fan",
    }
    | {"school", "press", "media", "radio", "television", "tv", "prison", "settler", "population", "district", "region", "village", "town"}
)
"""Words that as adjectives before another noun say nothing of the sector."""
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "crown", "former", "s", "high"})
SHORT_TITLES = frozenset({"sen", "rep", "prof", "rev"})
"""Short titles that are names or words elsewhere: a title only before a name."""
RANKS = frozenset({"major", "general", "private", "marine", "recruit"})
"""Ranks that are adjectives unless a name or nothing follows."""
SURNAMES = frozenset(
    {
        "prince",
        "king",
        "major",
        "bishop",
        "justice",
        "marshal",
        "cook",
        "mason",
        "porter",
        "shepherd",
        "weaver",
        "farmer",
        "fisher",
        "judge",
    }
    | {
        "abbot",
        "dean",
        "pope",
        "cardinal",
        "carter",
        "miner",
        "sheriff",
        "pilot",
        "black",
        "white",
        "child",
        "abbey",
        "church",
        "temple",
        "page",
    }
    | {"knight", "noble", "duke", "pandit", "acharya", "guru", "pir", "chemist", "singer", "boxer", "royal", "peer", "steward", "brewer"}
)
"""Role words that are surnames too: alone and with a capital, or after a first name, they are no role."""
TRADES = frozenset(
    {
        "baker",
        "barber",
        "builder",
        "butler",
        "carpenter",
        "carter",
        "cook",
        "cooper",
        "courier",
        "cutter",
        "digger",
        "diver",
        "driver",
        "fisher",
    }
    | {
        "forester",
        "gardener",
        "grower",
        "joiner",
        "logger",
        "mason",
        "miner",
        "packer",
        "porter",
        "potter",
        "shepherd",
        "spinner",
        "tailor",
    }
    | {"tanner", "tiller", "trader", "tucker", "weaver", "poacher", "hunter", "turner", "parson", "friar", "rider", "stone"}
)
"""Trades that are first names and surnames too: with a capital before another capital or at the end, they are no role: *Carter Falk*."""
