"""The closed lists of the codebook beside types and modes: aux, contexts, kinds of count, sectors, bodies without a country, precision."""

from __future__ import annotations

from collections.abc import Mapping

from tocsin.records import PlaceKind

AUX: tuple[str, ...] = ("historical", "future", "hypothetical", "negation")

CONTEXTS: tuple[str, ...] = (
    *("military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy", "pro_autocracy"),
    *("economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression", "human_security", "gender", "lgbt"),
    *("religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration", "disasters"),
    *("natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption"),
    *("illegal_drugs", "trafficking"),
)

COUNT_KINDS: tuple[str, ...] = (
    *("participants", "arrested", "killed", "injured", "abducted", "displaced", "released", "sentenced", "days", "money", "other"),
)

SECTORS: dict[str, str] = {
    "GOV": "executive and ruling party",
    "LEG": "parliament",
    "JUD": "courts and prosecutors",
    "COP": "police and security forces",
    "MIL": "state military",
    "SPY": "intelligence",
    "PTY": "party neither ruling nor in opposition",
    "OPP": "opposition parties and activists",
    "REB": "armed opposition",
    "PRM": "pro-government armed group",
    "UAF": "unidentified armed people",
    "CRM": "criminals",
    "CVL": "civilians",
    "JRN": "media",
    "LAB": "labour",
    "BUS": "business and ships",
    "EDU": "students and teachers",
    "MED": "health workers",
    "REL": "religious bodies and movements",
    "REF": "refugees",
    "AGR": "farmers",
    "ELI": "former officials and elites",
    "SOC": "other civil society",
    "UNK": "unknown",
}

BODIES: dict[str, str] = {
    "IGO": "intergovernmental organisation",
    "UNO": "United Nations",
    "EUR": "European Union",
    "NGO": "international non-governmental organisation",
    "ISM": "international social movement",
    "IMG": "transnational armed group",
    "MNC": "multinational company",
}
"""Codes that stand where a country code would, for actors that belong to no one country."""

PRECISION: Mapping[PlaceKind, tuple[int, int]] = {
    "landmark": (1, 1),
    "city": (1, 1),
    "district": (3, 2),
    "division": (4, 3),
    "region": (5, 3),
    "country": (6, 3),
}
"""UCDP's and ACLED's precision of a known point by the kind of its place: a country's middle is no town."""
