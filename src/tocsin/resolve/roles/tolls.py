"""What a number of people counts, by the words of its own sentence: *killed*, *injured*, *arrested*, *participants* …

``tocsin counts`` has a rule of thumb for texts that no reader has read (:mod:`tocsin.resolve.counts.finder`); here the verb before a figure,
the words behind it and, where it stands alone (*the union put them at 900*), the figure told before it decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tocsin.records import CountValue, Furniture, Quote, Span
from tocsin.resolve.counts.finder import find_counts
from tocsin.resolve.roles.lone_figures import broken_down, given_alone, in_list
from tocsin.resolve.roles.people import counts_people
from tocsin.resolve.roles.toll import Act, Counted, Toll
from tocsin.resolve.roles.toll_words import BEFORE, BEHIND, CROWD, LEADS_TO, TOTALS
from tocsin.resolve.sources.reach import Sources

_OF_WHOLE = re.compile(r" of (?:the |its |a )?(?:[\w-]+['’]s? )?")
"""Between a part and its whole: *5,000 of the plant's 6,200 hands*."""
_JOINED = re.compile(r"(?: [\w'’-]+){0,4},? (?:and|or|of|of the|of its|of (?:the|its|a) [\w-]+['’]s?) (?:at least )?|(?: [\w'’-]+){1,3}, ")
"""What stands between figures that share the words behind them: *six fighters and one soldier were killed*, *two of the four were freed*."""
_PART = re.compile(r"^(?: [\w'’-]+){1,4}(?:,| [-–—]) (?:including |among them |at least )?$")
"""*Three militants - two from Multan and a guide - were killed*, *four people, including two officers, were hurt*."""
_SET, _FREE = re.compile(r"\b[Ss]et (?:[\w ]{0,20})$"), re.compile(r"(?: \w+){0,4} free\b")
_TO_DEATH = re.compile(r"(?: [\w’'-]+){1,5} (to death)\b")
"""*Stabbed 11 pupils to death*."""
_OF_THEM = re.compile(r"^ of (?:the|those|these|its|their|his|her) $")
"""*Two of the wounded died* are two dead: what they were before is no count of its own."""
_AT_ONCE = re.compile(r" (?:(?:had|have|has|was|were|later|also|then|since|been) ){0,3}")
_STOP = re.compile(
    r"[.;!?\n]|\s(?:as(?! (?:young|old|well|many|few|far|long)\b)(?<!young as)(?<!old as)(?<!well as)|when|after|while|before|during|since|because|although|where|until)\s|:\s"
)
_WORDS = re.compile(r"[\w'’-]+")
_NEAR = 400
"""Code points beside a figure in which words that tell what it counts are looked for: more than the words below take, so that a figure costs no more
in a sentence without end."""
_FARTHEST = 14
"""Words behind a figure in which the word for what it counts is looked for."""
_FARTHEST_BESIDE = 25
"""The same behind an aside."""
_APPOSED = re.compile(r"^(?: [\w'’-]+){0,2},.*, (?:was|were|have been|had been) $")
"""*Two people, a watchman and the driver of a cab that had stopped at the lights, were hurt*: the verb may stand farther off."""
_PASSIVE = re.compile(r"\b(?:were|was|been|being)(?: (?:\w+ly|also|later|then))? $")
_DOER = re.compile(r"\b\w+(?:ed|en|un|wn|ght) by (?:the |a |an |some |about |around |at least |up to |more than )*$")
"""*Overpowered by two butchers and handed over*: whoever did one thing is not whom the next befell."""
_NOUN_INSIDE = re.compile(r"(?: [a-z’'-]+){1,2} (?:at (?:most|least)|or (?:more|so))$")
"""The words behind a figure that what qualifies it takes into the quote: *sixty rioters at most*."""
_FINITE = 3.0
"""By how much a verb with *were* is better than a participle: *three of the nurses detained on Tuesday were released*."""
_CROWD = 4.0
"""By how much a word for a crowd is worse than one for what befell it: in *50 protesters were arrested* it stands nearer."""


def find_tolls(text: str, acts: Sequence[Act] = (), furniture: Sequence[Furniture] = ()) -> list[Toll]:
    """The numbers of people in a text that an act befell or that took part in it, in its order. ``acts`` are triggers that a reader found."""
    sources = Sources(text)
    figures = [
        found for found in find_counts(text, furniture) if found.value.kind not in {"money", "days"} and counts_people(text, found.quote)
    ]
    tolls: list[Toll] = []
    for number, found in enumerate(figures):
        quote, value, span = found.quote, found.value, sources.sentences.at(found.quote.start)
        low = figures[number - 1].quote.end if number else 0
        if number and _whole(text, low, quote):
            continue
        following = (figures[at].quote for at in range(number + 1, len(figures)))
        high = next((other.start for other in following if not _shares(text, quote.end, other)), len(text))
        near = [act for act in acts if span.start <= act.span.start < span.end]
        told = broken_down(tolls, span, quote, text) or _told(text, quote, span, Span(max(low, span.start), min(high, span.end)), near)
        told = told or in_list(tolls, span, quote, text) or given_alone(tolls, acts, sources, quote)
        if told:
            tolls.append(Toll(quote, told.kind, CountValue(told.kind, value.low, value.high, value.best), told.word, told.sure))
    return tolls


def _shares(text: str, end: int, following: Quote) -> bool:
    """Whether the figure before ``end`` shares the words behind the ``following`` one: no verb of its own stands between, or it has it as a part."""
    between = text[end : following.start]
    if _JOINED.fullmatch(between):
        return not any(pattern.search(between) for kind, pattern in BEHIND if kind != "participants")
    return _PART.search(between) is not None and not any(pattern.search(between) for _, pattern in BEHIND)


def _whole(text: str, before: int, quote: Quote) -> bool:
    """Whether a figure is the whole of which the one before it is a part: *5,000 of the plant's 6,200 hands*."""
    return _OF_WHOLE.fullmatch(text[before : quote.start]) is not None


def _told(text: str, quote: Quote, span: Span, reach: Span, acts: Sequence[Act]) -> Counted | None:
    """What a figure of the sentence at ``span`` counts, by the words of its ``reach``: from the figure before it to the one behind it."""
    beside = _told_beside(text, quote, span, reach, acts)
    if beside is not None:
        return beside
    behind = list(_behind(text, quote, span, reach.end, acts))
    if _DOER.search(text, max(span.start, quote.start - _NEAR), quote.start):
        behind = [found for found in behind if found[1] == "participants"]
    if behind:
        cost, kind, first, last = min(behind)
        alone = cost < _CROWD + 2 and {told for _, told, _, _ in behind} == {kind}  # "around 120 people took part"
        return Counted(kind, Span(first, last), cost < 3 or alone)
    crowd = CROWD.search(text, max(span.start, quote.start - _NEAR), quote.start)
    return Counted("participants", _opening_words(crowd), sure=True) if crowd else None


def _told_beside(text: str, quote: Quote, span: Span, reach: Span, acts: Sequence[Act]) -> Counted | None:
    """The kind by words that decide wherever they stand: a verb right before the figure, what a total is called, *to death*, *set … free*."""
    if deadly := _TO_DEATH.match(text, quote.end, span.end):
        return Counted("killed", Span(deadly.start(1), deadly.end(1)), sure=True)
    for kind, pattern in BEFORE:
        if found := pattern.search(text, max(span.start, quote.start - _NEAR), quote.start):
            return Counted(kind, _opening_words(found), sure=True)
    window = max(reach.start, quote.start - _NEAR)
    if _SET.search(text, window, quote.start) and _FREE.match(text, quote.end, span.end):
        return Counted("released", None, sure=True)
    for act in acts:
        if act.span.end <= quote.start and LEADS_TO.fullmatch(text, act.span.end, quote.start):
            return Counted(act.kind, act.span, sure=True)
    for kind, pattern in TOTALS:
        if found := pattern.search(text, window, quote.start):
            return Counted(kind, _opening_words(found), sure=True)
    return None


def _opening_words(found: re.Match[str]) -> Span:
    """Where the first word of a match stands: the verb, or what a total is called."""
    words = _WORDS.search(found.string, found.start(), found.end())
    return Span(found.start(), words.end() if words else found.end())


def _behind(text: str, quote: Quote, span: Span, high: int, acts: Sequence[Act]) -> Iterator[tuple[float, str, int, int]]:
    """The words behind a figure that tell what it counts, with how far they are."""
    farthest = min(span.end, quote.end + _NEAR)
    stop = _STOP.search(text, quote.end, farthest)
    end = min(stop.start() if stop else farthest, high)
    noun = _NOUN_INSIDE.search(quote.text)
    begin = quote.start + noun.start() if noun else quote.end
    after = text[begin:end]
    found = [(kind, m.start(), m.end()) for kind, pattern in BEHIND if (m := pattern.search(after))]
    found += [
        (act.kind, act.span.start - begin, act.span.end - begin)
        for act in acts
        if begin <= act.span.start < end and not any(first <= act.span.start - begin < last for _, first, last in found)
    ]
    for kind, first, last in found:
        if _OF_THEM.search(after[:first]) and any(_AT_ONCE.fullmatch(after, last, other) for _, other, _ in found):
            continue
        words = len(_WORDS.findall(after[:first]))
        if words <= _FARTHEST or (words <= _FARTHEST_BESIDE and _APPOSED.search(after[:first])):
            cost = words / 2 + after.count(",", 0, first) + (_CROWD if kind == "participants" else 0)
            cost -= _FINITE if _PASSIVE.search(after[:first]) else 0
            yield cost, kind, begin + first, begin + last
