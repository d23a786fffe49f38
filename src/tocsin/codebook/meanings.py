"""What the codes mean, one line each, for people: for the codebook's page, forms and legends."""

from __future__ import annotations

from collections.abc import Mapping

MODE_MEANING: Mapping[str, Mapping[str, str]] = {
    "CONSULT": {
        "visit": "the actor travels to the recipient",
        "third-party": "somebody else hosts or brokers",
        "multilateral": "within an alliance or a body of states",
        "phone": "by telephone, video or letter",
    },
    "RETREAT": {
        "withdraw": "forces or people pulled back, protesters gone home",
        "release": "prisoners or hostages let go",
        "return": "things, land or people given back",
        "disarm": "weapons laid down or destroyed",
        "ceasefire": "fighting stopped",
        "access": "observers, aid or traffic let through",
        "resign": "an office left under pressure",
    },
    "REQUEST": {
        "assist": "for help, money, protection, an inquiry",
        "change": "for another policy, government or law",
        "yield": "to stop, free, withdraw or lift something",
        "meet": "for talks",
    },
    "ACCUSE": {
        "disapprove": "criticise, condemn, complain, warn of what others do",
        "allege": "say that somebody did wrong: charge, sue, try, seek by warrant",
        "investigate": "open or hold an inquiry",
    },
    "REJECT": {
        "assist": "a plea for help",
        "change": "a demand for change, a decision that is appealed",
        "yield": "a demand to give way",
        "meet": "talks refused or called off",
    },
    "THREATEN": {
        "restrict": "with limits on people or goods",
        "ban": "with outlawing",
        "arrest": "with arrest, charges or prison",
        "relations": "with ties, trade or sanctions",
        "expel": "with throwing out",
        "territory": "with taking or holding land",
        "violence": "with force",
    },
    "PROTEST": {
        "demo": "rally, march, vigil",
        "riot": "disorder as such",
        "strike": "work laid down",
        "hunger": "food refused",
        "boycott": "goods, votes or meetings shunned",
        "obstruct": "roads, gates, rails blocked; sit-ins",
    },
    "SANCTION": {
        "convict": "a court finds guilty or sentences",
        "expel": "put out of a body, an office or (diplomats) a country",
        "withdraw": "leave a body, a deal or a mission",
        "discontinue": "sanctions; aid, trade or ties suspended",
    },
    "MOBILIZE": {
        "troops": "soldiers",
        "weapons": "arms, ships, aircraft, missile tests",
        "police": "police",
        "militia": "irregulars",
    },
    "COERCE": {
        "arrest": "detain, jail, put under house arrest",
        "seize": "raid, search, confiscate",
        "restrict": "bar from travel or assembly, cordon off, besiege, evict",
        "ban": "outlaw a group or a person",
        "censor": "block or withdraw media, books, sites",
        "curfew": "a curfew",
        "martial-law": "martial law or a state of emergency",
        "deport": "people sent out of the country",
        "withhold": "internet, power, water, food or services cut",
        "misinformation": "false news spread on purpose",
        "cyber": "intrusion or attack on computers",
    },
    "ASSAULT": {
        "abduct": "carry off people",
        "beat": "hit, kick, slap",
        "torture": "torture",
        "execute": "kill a captive or by sentence",
        "sexual": "sexual violence",
        "assassinate": "kill a chosen person",
        "destroy": "wreck buildings or goods",
        "primitive": "knives, stones, fire, vehicles",
        "firearms": "guns",
        "explosives": "bombs and mines",
        "suicide-attack": "the attacker means to die",
        "aerial": "from manned aircraft",
        "drone": "from unmanned ones",
        "heavy-weapons": "artillery, rockets, tanks",
        "crowd-control": "tear gas, water, batons, rubber bullets, shots in the air",
        "cleansing": "driving out a people",
        "massacre": "killing many who cannot fight",
        "unconventional": "poison, gas, disease",
        "sideAB": "two-sided fighting, both sides are actors",
    },
}
"""What each mode means, by type."""

AUX_MEANING: Mapping[str, str] = {
    "historical": "background: more than about a month old, or set plainly behind the news; never what the story itself is about",
    "future": "planned, announced, expected",
    "hypothetical": "conditional or merely possible",
    "negation": "the text says that it did not happen",
}
COUNT_MEANING: Mapping[str, str] = {
    "participants": "people (troops too) who take part",
    "arrested": "people held",
    "killed": "people killed",
    "injured": "people hurt",
    "abducted": "people carried off",
    "displaced": "people driven out or deported",
    "released": "people let go",
    "sentenced": "people sentenced",
    "days": "a length of custody, its unit in the quote",
    "money": "a sum",
    "other": "anything else",
}
