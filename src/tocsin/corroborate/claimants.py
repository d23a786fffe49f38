"""What kind of source a figure has: ``police`` for *the superintendent of police*, ``ministry`` for *the Interior Ministry*.

The words of the source decide; where they are silent (*the commissioner*, a person's name), the sector that was resolved for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from tocsin.records import ClaimantKind
from tocsin.resolve.countries import plain

_WORDS: tuple[tuple[ClaimantKind, str], ...] = (
    ("other", r"(?:\w+ )?(?:lawyers?|counsel|attorneys?|advocates?) for .*"),
    ("unnamed", r"(?:a|an|the|some|several|two|security|labou?r|local|diplomatic|informed|opposition|other)?\s*sources?(?: close.*)?"),
    ("unnamed", r"officials?|an official|reports?|local reports|some reports|unconfirmed reports|rumou?rs?|some|others|it"),
    ("other", r".*\b(?:rescue (?:workers?|services?|teams?)|rescuers|relief workers|firefighters|fire (?:brigade|service|department))\b.*"),
    (
        "union",
        (
            r".*\b(?:police federation|bar association|bar's|lawyers' chamber|chamber of lawyers|doctors' union|journalists' union|workers' (?:union|federation)|committee ?m[ae]n|shop stewards?|works council"
            r"|(?:farmers|growers|teachers|miners|workers|drivers|nurses|tenants|students)' (?:organi[sz]ation|alliance|lobby|front|federation|body))\b.*"
        ),
    ),
    (
        "hospital",
        r".*\b(?:hospitals?|clinic|doctors?|nurses?|medics?|medical|ambulance|morgue|health (?:workers?|officials?|services?)|surgeons?|paramedics?)\b.*",
    ),
    ("ministry", r".*\b(?:minist(?:ry|ries|er|ers)|foreign office|home office|state department|pentagon|kremlin)\b.*"),
    ("court", r".*\b(?:courts?|judges?|prosecutors?|prosecution|prosecutor's|magistrates?|tribunal|attorney general|coroner)\b.*"),
    (
        "police",
        r"force(?:'s)?\b.*|.*\b(?:the force|police|policem[ae]n|gendarmes?|gendarmerie|constable|constabulary|superintendent|carabinieri|patrol|inspector general|security forces?|security services?|security official|sheriff|detectives?|commissioner of police|cops?|ertzaintza|mossos|royal constabulary|traffic inspector|roadblock|deputy inspector)\b.*",
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
        (
            r"their (?:leaders?|spokes(?:man|woman|person|men|people))\b.*"
            r"|.*\b(?:student|youth|peasant) leaders?\b.*"
            r"|.*\b(?:drivers|farmers|fishermen|herders|hawkers|marchers|neighbours|parents|residents|students|traders|villagers)' (?:leaders?|spokes(?:man|woman|person))\b.*"
        ),
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
        r".*\b(?:(?:trade |labou?r |workers' |teachers' |students' )?unions?|syndicate|guild|works committee|strike committee|federation of (?:workers|labou?r|teachers|miners)|hauliers|associations?|workers' federation|chamber of labou?r|federacion|sindicato|syndicat|sindacato|gewerkschaft)\b.*",
    ),
    (
        "monitor",
        r".*\b(?:rights|derechos|droits|direitos|diritti|monitors?|monitoring|observatory|observers?|watch|amnesty|watchdog|casualty register|legal aid|relief|red (?:cross|crescent)|humanitarian|aid (?:groups?|workers?|agenc(?:y|ies))|charity|ngo|n\.?g\.?o\.?s?|human rights|network|forum|relief circle|committee|refugee (?:agency|office)|united nations|u\.?n\.?|un mission|memorial|tracker|casualty recorders?|rights group|group|league|campaign|volunteers?|helpline|legal centre|emergency room)\b.*",
    ),
    ("party", r".*\b(?:party|parties|opposition|congress|convention|coalition|lawmakers?|senators?|deputies|mps?|morcha|front's)\b.*"),
    (
        "journalist",
        r".*\b(?:reporters?|journalists?|correspondents?|newspapers?|editors?|news (?:agency|site)|press|radio|television|tv|daily|broadcaster|media|afp|reuters|xinhua|tass)\b.*",
    ),
    (
        "company",
        r".*\b(?:company|companies|firm|management|manager|employer|operator|shipowners?|yard|factory|mine|corporation|chairman of|chief executive|plc|ltd|inc|works manager|mill director)\b.*",
    ),
    (
        "government",
        r".*\b(?:governments?|governor|governor's|governors|mayor|mayor's|prefect|prefecture|authorit(?:y|ies)|administration|administrator|officials?|collector|council(?:lor)?|municipality|president|president's|premier|cabinet|directorate|department|bureau|city hall|state media|embassy|diplomatic service|spokesman for the (?:city|state|region)|commissioner's office|town hall|district chief|civil protection|disaster agency|official (?:count|figure|toll|list|tally)|office|officer of the|inspector|prison officers?|warders?|commune)\b.*",
    ),
    (
        "witness",
        r".*\b(?:witness(?:es)?|residents?|neighbou?rs?|villagers?|locals|relatives?|famil(?:y|ies)|survivors?|passengers?|drivers?|traders?|shopkeepers?|bystanders?|onlookers?|inhabitants?|people|mother|father|brother|sister|widow|workers?|students?|herders?|farmers?|fishermen|teachers?|fitter|pensioner|porter|watchman|waiter|waitress|tailor|cook|undertaker|gravediggers?|charge nurse)\b.*",
    ),
    (
        "other",
        r".*\b(?:lawyers?|attorney|elders?|fire (?:brigade|service|department)|firefighters|rescue (?:workers?|services?)|rescuers?|mediators?|sheikh|clan|analysts?|experts?|embassy)\b.*",
    ),
)
"""Whole phrases by kind, in plain letters; the first that fits decides. The project's own list."""

_WEAKER: tuple[tuple[ClaimantKind, str], ...] = (
    (
        "hospital",
        r".*\b(?:health (?:centre|center|post)|centre of health|dispensary|infirmary|midwi(?:fe|ves)|physicians?|pharmacists?)\b.*",
    ),
    ("armed group", r".*\b(?:vigilantes?|faction|warlord|liberation movement)\b.*"),
    (
        "military",
        (
            r".*\b(?:garrison|regiment|national guard|marines|infantry|(?:district|provincial|regional|high) command|(?:major|brigadier) general)\b.*"
            r"|general (?!secretary|manager|assembly|council)\w+.*"
        ),
    ),
    ("court", r".*\b(?:the bench|charge sheet|indictment|notar(?:y|ies))\b.*"),
    ("organiser", r".*\b(?:movement|participants?|strikers)\b.*"),
    ("union", r".*\b(?:federation|labou?r (?:council|confederation)|confederation)\b.*"),
    (
        "government",
        (
            r".*\b(?:governorate|parliament|national assembly|senate|consul(?:ate)?|palace|village (?:head|chief)|municipal|county|regist(?:ry|er|rar)"
            r"|prison service|immigration|migration (?:service|office)|electoral commission|presidency|city)\b.*"
        ),
    ),
    ("journalist", r".*\b(?:websites?|bloggers?|journal|magazine|weekly|agencies|photographers?|camera(?:man|men| crew))\b.*"),
    ("company", r".*\b(?:plant|employers?|contractors?|exporters|wholesalers?|estate|managers)\b.*"),
    (
        "witness",
        (
            r".*\b(?:eyewitness(?:es)?|travell?ers?|exiles?|growers|ferrym[ae]n|boatm[ae]n|shepherds?|nomads|husband|wife|wives|uncle|aunt|nephew|niece"
            r"|cousins?|parents?|colleagues?|women|woman|fisherman|deckhands?|schoolteacher|headmaster|headmistress|patients?)\b.*"
        ),
    ),
)
"""The same where none of those above fits: words that many kinds of source bear."""

_PATTERNS = tuple((kind, re.compile(words)) for kind, words in (*_WORDS, *_WEAKER))

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


VOICES: frozenset[ClaimantKind] = frozenset(
    {
        "union",
        "military",
        "police",
        "ministry",
        "government",
        "court",
        "party",
        "church",
        "company",
        "armed group",
        "organiser",
        "hospital",
        "monitor",
    }
)
"""Kinds of body that publish texts of their own."""

_PAPER = re.compile(r"\b(?:observer|times|post|news|herald|gazette|tribune|courier|review|standard|mail|star|sun|echo|digest)\b")
_NAME = re.compile(r"(?:the )?(.*\s)?([\w’'-]+)$", re.IGNORECASE)
_RANK = re.compile(
    r"(?:the|an?|its|their|his) (?:[\w-]+ ){0,2}?(?:commander|commissioner|spokes(?:man|woman|person)|chief|officer)", re.IGNORECASE
)
_BODY = re.compile(
    r"\b(?:[Pp]olice|[Aa]rmy|[Nn]avy|[Mm]inistry|[Uu]nion|[Cc]ompany|[Mm]ilitia|[Hh]ospital|[Gg]overnment|[Tt]roops|[Gg]endarmes)\b"
)
_NEAR_BODY = 200
"""Characters before a rank in which its body is looked for."""
_SHORT = 4
"""Words of the longest name that is looked up in the text before it."""


_STATEMENT = re.compile(
    r"\b[Ww]e (?:also |therefore |further |again )*(?:call (?:on|for|upon)|demand|urge|condemn|deplore|appeal to|ask the|reject)\b"
    r"|\b[Oo]ur (?:members|branch|lawyers|volunteers|observers|monitors|mission|list of)\b"
)
"""What a body says of itself, and a paper does not."""


def publishing_kind(publisher: str | None, text: str = "") -> ClaimantKind:
    """What kind of source the report's own voice is: a journalist, or the union, the army or the rights group whose statement it is.

    A publisher whose name tells nothing is taken for a monitor where its ``text`` is a statement (*our members*, *we call on*).
    """
    if publisher is None or _PAPER.search(plain(publisher)):
        return "journalist"
    kind = claimant_kind(publisher)
    if kind == "other" and _STATEMENT.search(text):
        return "monitor"
    return kind if kind in VOICES else "journalist"


def is_publisher(claimant: str, publisher: str | None) -> bool:
    """Whether a source is the body that published the text, by a part of its name: *the House* of *Coast Rights House*."""
    words = set(re.findall(r"\w+", plain(claimant))) - {"the"}
    return bool(words) and words <= set(re.findall(r"\w+", plain(publisher or "")))


def kind_in(text: str, claimant: str, start: int, sectors: Collection[str] = (), country: str | None = None) -> ClaimantKind:
    """The kind of a source that is named at ``start`` of ``text``: by its words, else by the fuller name that it goes back to (*the commissioner*
    to *the Yobe police commissioner*, *Ana Bell* to *the guild's secretary, Ana Bell*), else by its sectors.
    """
    kind = claimant_kind(claimant)
    if kind != "other" or len(claimant.split()) > _SHORT:
        return claimant_kind(claimant, sectors, country)
    fuller = next(
        (found for words in _fuller(text, claimant, start) if (found := claimant_kind(words)) not in {"other", "unnamed", "witness"}), None
    )
    return fuller or _of_the_body(text, claimant, start) or claimant_kind(claimant, sectors, country)


def _of_the_body(text: str, claimant: str, start: int) -> ClaimantKind | None:
    """The kind of the body named last before a rank that names none: *police arrested 27 people, the departmental commander said*."""
    if not _RANK.fullmatch(claimant):
        return None
    named = _BODY.findall(text[max(0, start - _NEAR_BODY) : start])
    return claimant_kind(named[-1]) if named else None


def _fuller(text: str, claimant: str, start: int) -> Iterator[str]:
    """Longer names of what a short one names, the nearest before it first."""
    parts = _NAME.match(claimant.strip(" ,.'\"“”"))
    if parts is None or len(parts[2]) < 4:
        return
    head = re.escape(
        claimant if claimant[0].isupper() and not claimant.lower().startswith(("the ", "its ", "his ", "a ", "an ")) else parts[2]
    )
    for found in reversed(list(re.finditer(rf"\b{head}\b", text[:start], re.IGNORECASE))):
        before = re.search(r"(?:[\w’'-]+[ ,]+){0,5}$", text[max(0, found.start() - 60) : found.start()])
        after = re.match(r"(?:,? [\w’'-]+){0,6}", text[found.end() : found.end() + 60])
        yield f"{before[0] if before else ''}{found[0]}"
        yield f"{found[0]}{after[0] if after else ''}"


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
