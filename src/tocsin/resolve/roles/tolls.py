"""What a number of people counts, by the words of its own sentence: *killed*, *injured*, *arrested*, *participants* …

``tocsin counts`` has a rule of thumb for texts that no reader has read (:mod:`tocsin.resolve.counts.finder`); here the verb before a figure,
the words behind it and, where it stands alone (*the union put them at 900*), the figure told before it decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tocsin.records import CountValue, Furniture, Quote, Span
from tocsin.resolve.counts.finder import find_counts
from tocsin.resolve.roles.lone_figures import broken_down, given_alone, listed
from tocsin.resolve.roles.toll import Act, Toll
from tocsin.resolve.sentence import Sentences

PERSONS = ("killed", "injured", "arrested", "abducted", "released", "displaced", "sentenced", "participants")
"""Kinds of count that are numbers of people of an act."""

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
        r"arrested|detained|detainees|arrests|arrest|detentions|in custody|(?:were|was|are|is|been|being|still) held|held (?:in|at|on|for|since|without|overnight|under)(?! talks)|taken (?:in|away|into custody|to (?:a |the )?(?:police|station|detention))|dragged (?:out|off|away)|picked up|rounded up|led away|behind bars|remanded|in (?:the )?(?:cells|jail|prison|police)|locked up|brought to|apprehended|interned|nabbed",
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
_SET, _FREE = re.compile(r"\b[Ss]et (?:[\w ]{0,20})$"), re.compile(r"(?: \w+){0,4} free\b")
_TO_DEATH = re.compile(r"(?: [\w’'-]+){1,5} (to death)\b")
"""*Stabbed 11 pupils to death*."""
_LEFT = tuple((kind, re.compile(rf"\b(?:{words})[\"”’]?\s+(?:\"|“)?{_BESIDE}{_LEAD}$", re.IGNORECASE)) for kind, words in _BEFORE)
_PUT = tuple((kind, re.compile(rf"\b(?:{words})\b[^,;.]*?\b{_PUT_AT}", re.IGNORECASE)) for kind, words in _TOTALS)
_RIGHT = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _AFTER)

_STOP = re.compile(
    r"[.;!?\n]|\s(?:as(?! (?:young|old|well|many|few|far|long)\b)(?<!young as)(?<!old as)(?<!well as)|when|after|while|before|during|since|because|although|where|until)\s|:\s"
)
_WORDS = re.compile(r"[\w'’-]+")
_OTHER_WORD = r"(?!(?:in|on|at|of|by|for|to|from|with|and|or|were|was|are|is|who|that|which|had|have|has|during|after|as|when|under|over|near|outside|before|whose|where|whom|took|taking|take|people|persons|men|women)\b)[\w'’-]+"
_THINGS = re.compile(
    rf"^\s*(?:{_OTHER_WORD}\s+){{0,3}}?(?:vehicles?|cars?|houses?|homes|huts?|shops?|stalls?|shots?|rounds?|bullets?|cartridges|km|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|yards"
    r"|o'clock|days?|hours?|years?|months?|weeks?|minutes?|nights?|villages?|towns?|cit(?:y|ies)|provinces?|districts?|states?|countries|quarters?|schools?|stations?|depots?"
    r"|times|per ?cent|percent|%|points?|seats?|votes?|tonnes?|tons?|lit(?:re|er)s?|dollars?|euros?|pesos?|rupees?|lines?|buses|bus|lorr(?:y|ies)|trucks?|tanks?|boats?|ships?"
    r"|trains?|jets?|planes?|aircraft|gates?|communities|shipyards?|boxes|millimet(?:re|er)s?|helicopters?|drones?|missiles?|rockets?|bombs?|shells?|explosions?|blasts?|attacks?|sites?|checkpoints?|bridges?|head of|cattle|sheep|goats?"
    r"|cows?|charges|counts|cases|laws?|demands?|banners?|barrels?|guns?|rifles?|weapons?|pistols?|grenades?|machetes|phones?|computers?|buildings?|flats?|stores?|factor(?:y|ies)"
    r"|mines?|camps?|posts?|bases?|hectares|acres|floors?|metres|degrees|letters?|pages?|copies|parties|groups?|gangs?|unions?|raids|strikes|rallies|marches|meetings|rows"
    r"|signatures|lists|questions|articles|bags?|sacks?|stones?|motorcycles?|motorbikes?|bicycles?|wells?|bakeries|courts?|a\.m\.|p\.m\.|am|pm|th|st|nd|rd|more than once|units?|sides?|regions?|parts?|channels?|clubs?|firms|companies|makers|teams?|head|organi[sz]ations|newspapers|outlets|languages|munitions?|lamps?|explosives?)(?=\s*(?:[^\w\s]|$)|\s(?:in|on|at|of|by|for|to|from|with|and|or|were|was|are|is|had|have|has|who|that|which|as|when|after|near|outside|across|under|over|would|will|could|did|do|before|since|into|out|off|away|down|up|along|about|\w+ed|\w+ing|went|came|burnt|left|fell|hit|struck|exploded|landed)\b)",
    re.IGNORECASE,
)
"""What is counted is no person."""

_NOBODY = re.compile(
    r"(?:up from .*|.*\b(?:more|fewer|less) than|none|nobody|no one|neither|zero|from \w+)|.*[-–](?:days?|hours?|minutes?|weeks?|months?|years?|man|party|wheeler|storey)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:both|one)", re.IGNORECASE)
_PUT_AT_ONE = re.compile(
    r"\b(?:dead|deaths|toll|killed|wounded|injured|hurt|arrested|detained|arrests|missing|abducted|figure|number(?: of [\w’'-]+)?) (?:at|is|was|to|stands at) $",
    re.IGNORECASE,
)
"""*Put the dead at one*."""
_NO_NOUN = re.compile(
    r"\s*(?:[^\w\s]|$|(?:of|in|at|on|and|or|had|has|have|was|were|is|are|said|from|to|by|for|with|who|that|which|could|will|would|side|sides)\b)"
)
"""What follows *one* and *both* where they are no number of people."""
_AGE_BEFORE = re.compile(
    r"\b(?:as young as|as old as|aged?|age of|who (?:is|was)|(?:man|woman|boy|girl|youth|pensioner) of|[Dd]ay|[Nn]umber) $|[^\W\d_]+['’\"”]? ?, $"
)
_AGE_IN_WORDS = re.compile(
    r"\b(?:as young as|as old as|aged?|aged [\w-]+ and|age of|(?:father|mother|parents?|[Aa] (?:man|woman|boy|girl|youth|pensioner)) of) $"
)
_BEFORE_THAT = re.compile(r"\b(?:up|down) from $|\binstead of $|\brather than $")
"""A number that holds no longer."""
_AGE_AFTER = re.compile(r"\s*(?:[,.)]|$)")
_NAMED = re.compile(r"(?<![.!?] )(?<!^)\b(?!Police\b)[A-Z][\w’'-]+ $")
"""*Gate 2*, *Extension 4*: part of a name."""
_LISTED = re.compile(r" (?:more|fewer|less) than\b|/|\.\d\d\b|\)| in the (?:morning|afternoon|evening)| o['’]clock| at night| each\b")
_DATE_BEFORE = re.compile(
    r"\b(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|January|February|March|April|May|June|July|August|September|October|November|December) $"
)
_CLOCK = re.compile(r":\d\d|[-–]year|\s?(?:a\.m|p\.m|am\b|pm\b|hrs)")

_OF_WHOLE = re.compile(r" of (?:the |its |a )?(?:[\w-]+['’]s? )?")
_JOINED = re.compile(r"(?: [\w'’-]+){0,4},? (?:and|or|of|of the|of its|of (?:the|its|a) [\w-]+['’]s?) (?:at least )?|(?: [\w'’-]+){1,3}, ")
"""What stands between figures that share the words behind them: *six fighters and one soldier were killed*, *two of the four were freed*."""
_PART = re.compile(r"^(?: [\w'’-]+){1,4}(?:,| [-–—]) (?:including |among them |at least )?$")
"""*Three militants - two from Multan and a guide - were killed*, *four people, including two officers, were hurt*."""
_FARTHEST = 14
"""Words behind a figure in which the word for what it counts is looked for."""
_FARTHEST_BESIDE = 25
_APPOSED = re.compile(r"^(?: [\w'’-]+){0,2},.*, (?:was|were|have been|had been) $")
"""*Two people, a watchman and the driver of a cab that had stopped at the lights, were hurt*: the verb may stand farther off."""
_PASSIVE = re.compile(r"\b(?:were|was|been|being)(?: (?:\w+ly|also|later|then))? $")
_FINITE = 3.0
"""By how much a verb with *were* is better than a participle: *three of the nurses detained on Tuesday were released*."""
_CROWD = 4.0
"""By how much a word for a crowd is worse than one for what befell it: in *50 protesters were arrested* it stands nearer."""


def find_tolls(text: str, acts: Sequence[Act] = (), furniture: Sequence[Furniture] = ()) -> list[Toll]:
    """The numbers of people in a text that an act befell or that took part in it, in its order. ``acts`` are triggers that a reader found."""
    sentences = Sentences(text)
    figures = [
        found for found in find_counts(text, furniture) if found.value.kind not in {"money", "days"} and counts_people(text, found.quote)
    ]
    tolls: list[Toll] = []
    for number, found in enumerate(figures):
        span = sentences.at(found.quote.start)
        low = figures[number - 1].quote.end if number else 0
        high = next((f.quote.start for f in figures[number + 1 :] if not _shares(text, found.quote.end, f.quote)), len(text))
        near = [act for act in acts if span.start <= act.span.start < span.end]
        if number and _whole(text, low, found.quote):
            continue
        told = broken_down(tolls, span, found.quote, text) or _told(
            text, found.quote, span, (max(low, span.start), min(high, span.end)), near
        )
        if told is None:
            told = listed(tolls, span, found.quote, text) or given_alone(tolls, acts, sentences, found.quote, text)
        if told is not None:
            kind, word, sure = told
            value = found.value
            tolls.append(Toll(found.quote, kind, CountValue(kind, value.low, value.high, value.best), word, sure))
    return tolls


def _shares(text: str, end: int, following: Quote) -> bool:
    """Whether the figure before ``end`` shares the words behind the ``following`` one: no verb of its own stands between, or it has it as a part."""
    between = text[end : following.start]
    if _JOINED.fullmatch(between):
        return not any(pattern.search(between) for kind, pattern in _RIGHT if kind != "participants")
    return _PART.search(between) is not None and not any(pattern.search(between) for _, pattern in _RIGHT)


def _whole(text: str, before: int, quote: Quote) -> bool:
    """Whether a figure is the whole of which the one before it is a part: *5,000 of the plant's 6,200 hands*."""
    return _OF_WHOLE.fullmatch(text[before : quote.start]) is not None


def counts_people(text: str, quote: Quote) -> bool:
    """Whether a figure can be a number of people: no age, hour or name, and not *two barrels*."""
    return not _no_count(text, quote) and not _THINGS.match(text[quote.end :][:80])


def counts_things(text: str, quote: Quote) -> bool:
    """Whether a figure is a number, and of things: *two barrels*."""
    return not _no_count(text, quote) and bool(_THINGS.match(text[quote.end :][:80]))


def _no_count(text: str, quote: Quote) -> bool:
    """Pronouns, ages, days of a month and clock times."""
    before, alone = text[max(0, quote.start - 30) : quote.start], _AGE_AFTER.match(text, quote.end)
    pronoun = _PRONOUN.fullmatch(quote.text) and _NO_NOUN.match(text, quote.end) and not _PUT_AT_ONE.search(before)
    if _NOBODY.fullmatch(quote.text) or pronoun:
        return True
    if _LISTED.match(text, quote.end) or (
        quote.text.isdigit() and alone and len(quote.text) < 3 and (_AGE_BEFORE.search(before) or _NAMED.search(before))
    ):
        return True
    if _AGE_IN_WORDS.search(before) or _BEFORE_THAT.search(before):
        return True
    dated = quote.text.isdigit() and len(quote.text) < 3 and _DATE_BEFORE.search(before)
    return bool(dated or _CLOCK.match(text, quote.end))


def _told(text: str, quote: Quote, span: Span, reach: tuple[int, int], acts: Sequence[Act]) -> tuple[str, Span | None, bool] | None:
    beside = _told_beside(text, quote, span, reach, acts)
    if beside is not None:
        return beside
    behind = list(_behind(text, quote, span, reach[1], acts))
    if behind:
        cost, kind, first, last = min(behind)
        alone = cost < _CROWD + 2 and {told for _, told, _, _ in behind} == {kind}  # "around 120 people took part"
        return kind, Span(first, last), cost < 3 or alone
    crowd = _LEFT[-1][1].search(text[span.start : quote.start])
    return ("participants", _at(span.start, crowd), True) if crowd else None


def _told_beside(text: str, quote: Quote, span: Span, reach: tuple[int, int], acts: Sequence[Act]) -> tuple[str, Span | None, bool] | None:
    """The kind by words that decide wherever they stand: a verb right before the figure, what a total is called, *to death*, *set … free*."""
    before, whole = text[reach[0] : quote.start], text[span.start : quote.start]
    if deadly := _TO_DEATH.match(text, quote.end, span.end):
        return "killed", Span(deadly.start(1), deadly.end(1)), True
    for kind, pattern in _LEFT:
        found = pattern.search(whole)
        if found and kind != "participants":
            return kind, _at(span.start, found), True
    if _SET.search(before) and _FREE.match(text, quote.end, span.end):
        return "released", None, True
    for act in acts:
        if act.span.end <= quote.start and re.fullmatch(rf"\s+(?:\"|“)?{_LEAD}", text[act.span.end : quote.start]):
            return act.kind, act.span, True
    for kind, pattern in _PUT:
        found = pattern.search(before)
        if found:
            return kind, _at(reach[0], found), True
    return None


def _at(start: int, found: re.Match[str]) -> Span:
    words = _WORDS.search(found[0])
    return Span(start + found.start(), start + found.start() + (words.end() if words else len(found[0])))


def _behind(text: str, quote: Quote, span: Span, high: int, acts: Sequence[Act]) -> Iterator[tuple[float, str, int, int]]:
    """The words behind a figure that tell what it counts, with how far they are."""
    stop = _STOP.search(text, quote.end, span.end)
    end = min(stop.start() if stop else span.end, high)
    after = text[quote.end : end]
    found = [(kind, m.start(), m.end()) for kind, pattern in _RIGHT if (m := pattern.search(after))]
    found += [
        (act.kind, act.span.start - quote.end, act.span.end - quote.end)
        for act in acts
        if quote.end <= act.span.start < end and not any(first <= act.span.start - quote.end < last for _, first, last in found)
    ]
    for kind, first, last in found:
        words = len(_WORDS.findall(after[:first]))
        if words <= _FARTHEST or (words <= _FARTHEST_BESIDE and _APPOSED.search(after[:first])):
            cost = words / 2 + after.count(",", 0, first) + (_CROWD if kind == "participants" else 0)
            cost -= _FINITE if _PASSIVE.search(after[:first]) else 0
            yield cost, kind, quote.end + first, quote.end + last
