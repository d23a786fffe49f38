"""What kind of source a figure has: ``police`` for *the superintendent of police*, ``ministry`` for *the Interior Ministry*.

The words of the source decide; where they are silent (*the commissioner*, a person's name), the sector that was resolved for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from tocsin.records import ClaimantKind
from tocsin.resolve.countries import plain

_WORDS: tuple[tuple[ClaimantKind, str], ...] = (
    ("unnamed", r"(?:a|an|the|some|several|two|security|labou?r|local|diplomatic|informed|opposition|other)?\s*sources?(?: close.*)?"),
    ("unnamed", r"officials?|an official|reports?|local reports|some reports|unconfirmed reports|rumou?rs?|some|others|it"),
    (
        "union",
        r".*\b(?:police federation|bar association|bar's|lawyers' chamber|chamber of lawyers|doctors' union|journalists' union|workers' (?:union|federation))\b.*",
    ),
    (
        "hospital",
        r".*\b(?:hospitals?|clinic|doctors?|nurses?|medics?|medical|ambulance|morgue|health (?:workers?|officials?|services?)|surgeons?|paramedics?)\b.*",
    ),
    ("ministry", r".*\b(?:minist(?:ry|ries|er|ers)|foreign office|home office|state department|pentagon|kremlin)\b.*"),
    ("court", r".*\b(?:courts?|judges?|prosecutors?|prosecution|prosecutor's|magistrates?|tribunal|attorney general|coroner)\b.*"),
    (
        "police",
        r".*\b(?:police|policem[ae]n|gendarmes?|gendarmerie|constable|constabulary|superintendent|carabinieri|patrol|inspector general|security forces?|security services?|security official|sheriff|detectives?|commissioner of police|cops?)\b.*",
    ),
    (
        "armed group",
        r".*\b(?:militias?|militants?|rebels?|insurgents?|guerrillas?|fighters?|gunmen|battalions?|(?<!fire )brigades?|separatists?|jihadists?|armed group|liberation (?:army|front)|taliban|resistance front)\b.*",
    ),
    (
        "military",
        r".*\b(?:army|armies|military|navy|air force|armed forces|general staff|joint command|soldiers?|troops|peacekeepers?|coast ?guard|border (?:service|guards?)|colonel|captain|lieutenant|brigadier|defence forces?|defense forces?|junta)\b.*",
    ),
    (
        "organiser",
        r".*\b(?:organi[sz]ers?|organi[sz]ing committee|convenors?|marchers|protest leaders?|strike leaders?|demonstrators|protesters|activists|campaigners?)\b.*",
    ),
    (
        "church",
        r".*\b(?:church|diocese|archdiocese|bishops?|archbishop|priests?|imams?|pastors?|monks?|parish|mosque|mufti|rabbi|nuns?|abbot|vicar|caritas)\b.*",
    ),
    (
        "union",
        r".*\b(?:(?:trade |labou?r |workers' |teachers' |students' )?unions?|syndicate|guild|works committee|strike committee|federation of (?:workers|labou?r|teachers|miners)|hauliers|associations?|workers' federation|chamber of labou?r)\b.*",
    ),
    (
        "monitor",
        r".*\b(?:rights|monitors?|monitoring|observatory|observers?|watch|amnesty|watchdog|casualty register|legal aid|relief|red (?:cross|crescent)|humanitarian|aid (?:groups?|workers?|agenc(?:y|ies))|charity|ngo|n\.?g\.?o\.?s?|human rights|network|forum|relief circle|committee|refugee (?:agency|office)|united nations|u\.?n\.?|un mission|memorial|tracker|casualty recorders?)\b.*",
    ),
    ("party", r".*\b(?:party|parties|opposition|congress|convention|coalition|lawmakers?|senators?|deputies|mps?|morcha|front's)\b.*"),
    (
        "journalist",
        r".*\b(?:reporters?|journalists?|correspondents?|newspapers?|editors?|news (?:agency|site)|press|radio|television|tv|daily|broadcaster|media|afp|reuters|xinhua|tass)\b.*",
    ),
    (
        "company",
        r".*\b(?:company|companies|firm|management|manager|employer|operator|shipowners?|yard|factory|mine|corporation|chairman of|chief executive|plc|ltd|inc)\b.*",
    ),
    (
        "government",
        r".*\b(?:governments?|governor|governor's|governors|mayor|mayor's|prefect|prefecture|authorit(?:y|ies)|administration|administrator|officials?|collector|council(?:lor)?|municipality|president|president's|premier|cabinet|directorate|department|bureau|city hall|state media|embassy|diplomatic service|spokesman for the (?:city|state|region)|commissioner's office|town hall|district chief|civil protection|disaster agency|official (?:count|figure))\b.*",
    ),
    (
        "witness",
        r".*\b(?:witness(?:es)?|residents?|neighbou?rs?|villagers?|locals?|relatives?|famil(?:y|ies)|survivors?|passengers?|drivers?|traders?|shopkeepers?|bystanders?|onlookers?|inhabitants?|people|mother|father|brother|sister|widow|workers?|students?|herders?|farmers?|fishermen|teachers?)\b.*",
    ),
    (
        "other",
        r".*\b(?:lawyers?|attorney|elders?|fire (?:brigade|service|department)|firefighters|rescue (?:workers?|services?)|rescuers?|mediators?|sheikh|clan|analysts?|experts?|embassy)\b.*",
    ),
)
"""Whole phrases by kind, in plain letters; the first that fits decides. The project's own list."""

_PATTERNS = tuple((kind, re.compile(words)) for kind, words in _WORDS)

_SECTORS: dict[str, ClaimantKind] = {
    "COP": "police",
    "SPY": "police",
    "MIL": "military",
    "JUD": "court",
    "GOV": "government",
    "LEG": "government",
    "PTY": "party",
    "OPP": "party",
    "REB": "armed group",
    "PRM": "armed group",
    "UAF": "armed group",
    "MED": "hospital",
    "JRN": "journalist",
    "LAB": "union",
    "BUS": "company",
    "REL": "church",
    "SOC": "monitor",
    "CVL": "witness",
    "AGR": "witness",
    "REF": "witness",
    "EDU": "witness",
}
_BODIES: dict[str, ClaimantKind] = {"NGO": "monitor", "UNO": "monitor", "IGO": "monitor", "MNC": "company"}


def claimant_kind(claimant: str | None, sectors: Collection[str] = (), country: str | None = None) -> ClaimantKind:
    """The kind of a source by its words, else by its resolved ``sectors`` or body; ``None`` is the report's own voice: a journalist."""
    if claimant is None:
        return "journalist"
    words = re.sub(r"^(?:the|an?) ", "", plain(claimant.replace("’", "'")).strip(' ,.;:"“”'))
    for kind, pattern in _PATTERNS:
        if pattern.fullmatch(words):
            return kind
    if country in _BODIES:
        return _BODIES[country]
    return next((_SECTORS[sector] for sector in sorted(sectors) if sector in _SECTORS), "other")
