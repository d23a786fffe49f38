"""The words by which a number of people is told to be of the killed, the injured, the arrested …: before it, behind it, and what totals are called."""

from __future__ import annotations

import re

_BEFORE: tuple[tuple[str, str], ...] = (
    (
        "killed",
        (
            r"kill(?:ed|ing|s)?|(?:killing|murder|slaughter|slaying|shooting|massacre|execution) of|murder(?:ed|ing)|execut(?:ed|ing)|behead(?:ed|ing)|massacred|massacring|slaughtered"
            r"|shot dead|bodies of|deaths? of|(?:claimed|claiming|took|taking|cost) the lives of|lives of|throats of|neutrali[sz]ed|buried"
            r"|hang(?:ed|ing)|(?:gunn|mow)(?:ed|ing) down|burning alive of"
        ),
    ),
    (
        "injured",
        r"wound(?:ed|ing|s)?|injur(?:e|ed|ing|es)|hurt(?:ing)?|maim(?:ed|ing)|stabbed|stabbing|injuries to|treated|treating|bandaged",
    ),
    (
        "arrested",
        r"arrest(?:ed|ing|s)?|detain(?:ed|ing|s)?|arrests? of|detention of|took in|rounded up|rounding up|picked up|led away|took away|hauled (?:off|in)|remanded|handcuffed|h(?:e|o)ld(?:ing)?|(?:charged|indicted)(?= )|apprehend(?:ed|ing)|intern(?:ed|ing)|nabb(?:ed|ing)",
    ),
    (
        "abducted",
        r"abduct(?:ed|ing|s)|kidnap(?:ped|ping|s)?|carried off|led off|abduction of|kidnapping of|took (?:captive|hostage)|seized(?= .*hostage)",
    ),
    (
        "released",
        r"free(?:d|ing|s)?|releas(?:ed|ing|es)|in exchange for|(?:ordered|announced|secured) the release of|let(?:ting)? (?:go|out|off)|hand(?:ed|ing) (?:over|back)|pardon(?:ed|ing)|amnestied|set free",
    ),
    (
        "displaced",
        r"displac(?:e|ed|ing|es)|evict(?:ed|ing)|eviction of|driven|deport(?:ed|ing|s)|expulsion of|deportation of|(?:drove|driving|chas(?:ed|ing)) out|forc(?:ed|ing) out|evacuat(?:ed|ing)|resettl(?:ed|ing)|uproot(?:ed|ing)",
    ),
    ("sentenced", r"sentenc(?:ed|ing)|(?:sentencing|conviction) of|convict(?:ed|ing)|jail(?:ed|ing)|imprison(?:ed|ing)"),
    (
        "participants",
        r"(?:crowd|march|rally|gathering|demonstration|protest|column|procession|vigil|force|contingent) of|drew|drawing|attended by|joined by|deploy(?:ed|ing|s)|rallied|mobili[sz](?:ed|ing)|gathered",
    ),
)
"""Verbs that stand right before their figure."""

_TOTALS: tuple[tuple[str, str], ...] = (
    (
        "killed",
        r"(?:the |a )?(?:death )?toll|the dead|number of (?:[\w’'-]+ ){0,3}?(?:dead|deaths|killed|victims)|deaths|the death count|fatalities|(?:its|their) (?:own )?(?:losses|dead)|(?:those|people|number) (?:dead|killed)",
    ),
    (
        "injured",
        r"number of (?:[\w’'-]+ ){0,3}?(?:injured|wounded|hurt|casualties)|the injured|the wounded|the hurt|(?:those|number) (?:injured|wounded|hurt)",
    ),
    (
        "arrested",
        r"number of (?:[\w’'-]+ ){0,3}?(?:arrests|detained|detainees|arrested|held|prisoners)|list of (?:the|those) (?:arrested|detained|held)|arrests|the detained|detained so far|detainees|(?:those|number) (?:arrested|detained|held|in custody)",
    ),
    ("abducted", r"number of (?:the )?(?:abducted|hostages|captives|missing)|the abducted|the hostages"),
    ("released", r"number of (?:the )?(?:freed|released)|(?:those|the) (?:freed|released)"),
    ("displaced", r"number of (?:the )?(?:displaced|evicted|deported)|the displaced"),
    (
        "participants",
        r"number of (?:the )?(?:strikers|marchers|protesters|demonstrators|participants|those (?:out|present))|the crowd|the turnout|turnout|attendance|the strikers|the marchers|the blockaders|participation|the demonstrators|size of the (?:crowd|march|rally)|those (?:out|present|on strike|taking part)",
    ),
)
"""What a total is called that a figure is put at (*the toll stands at 12*)."""

_PUT_AT = (
    r"(?:[\w'’-]+ ){0,6}?(?:at|as|to|is|was|are|were|has|numbers?|numbered|reached|reaches|:|of|from \S+ to)"
    r"(?: (?:now|then|still|already|only))?\s*[:\"“]?\s*$"
)

_AFTER: tuple[tuple[str, str], ...] = (
    (
        "killed",
        r"(?:shot )?dead|killed|died|deaths|fatalities|bodies|corpses|graves|coffins|(?:have |had )?(?:also )?lost their li(?:fe|ves)|perished|lives|slain|fell(?! (?:ill|sick|back|short|silent|to|from|out|asleep|into|behind|through))|drowned|martyrs|executed|beheaded|murdered|massacred|had died|dying|dead bodies|victims|killings|succumbed|slaughtered|to death|hanged|gunned down|assassinated",
    ),
    (
        "injured",
        r"wounded|injured|hurt|injuries|in hospital|hospitali[sz]ed|(?:were |was |being |been )treated|taken to (?:the |a )?hospital|stabbed(?! to death)|suffered|maimed|beaten(?! to death)|wounds|casualties|(?:bore|bear|shows?) marks",
    ),
    (
        "arrested",
        r"arrested|detained|detainees|arrests|arrest|detentions|in custody|(?:were|was|are|is|been|being|still) held|held (?:in|at|on|for|since|without|overnight|under)(?! talks)|taken (?:in|away|into custody|to (?:a |the )?(?:police|station|detention))|dragged (?:out|off|away)|picked up|rounded up|led away|behind bars|remanded|(?:were|was|been|being) seized|in (?:the )?(?:cells|jail|prison|police)|locked up|brought to|apprehended|interned|nabbed",
    ),
    ("abducted", r"abducted|kidnapped|hostages?|captives?|carried off|taken (?:hostage|captive)"),
    (
        "released",
        r"freed|released|let (?:go|off|out)|set free|walked free|walked out of (?:the )?(?:[\w-]+ )?(?:jail|prison|gaol)|(?:came|gone|sent|go) home|handed over|pardoned|amnestied|(?:are|were|was|is|walk) free",
    ),
    (
        "displaced",
        r"displaced|fled|homeless|evacuated|evicted|deported|driven (?:out|from)|flee|expelled|uprooted|forced (?:out|to leave|from)|resettled|(?:had |have )?crossed|(?:have|had) left for|walked over|(?:were|been) moved|from their (?:homes|houses)|left their (?:homes|houses|villages)|chased (?:out|from|off)|(?:took|taken|sought|seeking) (?:refuge|shelter)|sheltering",
    ),
    ("sentenced", r"sentenced|convicted|jailed|imprisoned|found guilty"),
    (
        "participants",
        r"protest(?:ers|ors|ed|ing)?|demonstrat(?:ors|ed|ing)|marchers|strikers|(?-i:march)|march(?:ed|ing)|rall(?:ied|y|ying)|gather(?:ed|ing)?|(?:took|taking|take) part|join(?:ed|ing)|attend(?:ed|ing)|turned (?:out|up)|took to|walked (?:out|off)|(?:are |were |went )?on strike|stopped work|downed tools|striking|were (?:out|present|absent|missing)|had come|participants|blocked|blocking|blockaders|stayed (?:away|off)|participated|participating|occup(?:ied|ying)|assembled|picketed|parad(?:ed|ing)|brought (?:the|traffic)|troops|soldiers|rioters|picketers|pickets|sat (?:in|down)|filled the|thronged|chant(?:ed|ing)|paraded|camped|down tools|did not (?:go in|turn up|report)",
    ),
)
"""Words behind a figure by which it counts, in the order in which equals are taken."""

_LEAD = (
    r"(?:(?:at least|at most|about|around|some|nearly|almost|over|more than|up to|as many as|another|a further|a total of|the|its|all|all of|between|only|just"
    r"|roughly|approximately|an estimated|no fewer than|also|in all|these|those|other|a|perhaps|well over|close to)\s+)*"
)
_BESIDE = r"(?:(?:an?|one|the|his|her|their) [\w'’-]+(?: [\w'’-]+){0,2}(?:,| and|, and) )*"
"""Who is named before the figure: *killing a midwife and four patients*."""
_BEFORE_FIGURE = tuple((kind, re.compile(rf"\b(?:{words})[\"”’]?\s+(?:\"|“)?{_BESIDE}{_LEAD}$", re.IGNORECASE)) for kind, words in _BEFORE)
BEFORE = tuple((kind, pattern) for kind, pattern in _BEFORE_FIGURE if kind != "participants")
"""What stands before a figure, up to it, by the kind that it tells."""
CROWD = dict(_BEFORE_FIGURE)["participants"]
"""The same for a crowd, which words behind the figure overrule: *a crowd of 50 were arrested*."""
TOTALS = tuple((kind, re.compile(rf"\b(?:{words})\b[^,;.]*?\b{_PUT_AT}", re.IGNORECASE)) for kind, words in _TOTALS)
"""What a total is called, up to the figure that it is put at."""
LEADS_TO = re.compile(rf"\s+(?:\"|“)?{_LEAD}")
"""All that may stand between a verb and its figure."""
BEHIND = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _AFTER)
"""Words behind a figure, by the kind that they tell."""
