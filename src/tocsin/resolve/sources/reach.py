"""Who says so: the sources that a sentence names, and how far each one's word reaches.

A source stands before what it says (*police said that 50 …*, *according to the mayor, 50 …*) or behind it (*50 were held, police said*). What
lies between two sources belongs to the one whose clause it is in. A pronoun (*it said*) is the source named last before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tocsin.records import Quote, Span
from tocsin.resolve.grammar.pronouns import is_pronoun
from tocsin.resolve.sentence import Sentences
from tocsin.resolve.sources.joined_verbs import joined_speaker

LONGEST = 12
"""Words of the longest name of a source that is taken for one."""
_NEAR = 400
"""Code points beside a verb in which its subject and what leads in to it are looked for, more than any name of :data:`LONGEST` words takes: so a
verb costs no more in a sentence without end."""
_BACK = 3
"""Sentences before its own in which the source is looked for that a pronoun means."""

_VERBS = (
    r"say|says|said|tells?|told|claims?|claimed|reports?|reported|estimates?|estimated|insists?|insisted|announces?|announced|adds?(?! up\b)|added(?! up\b)"
    "|confirms?|confirmed|counts?|counted|alleges?|alleged|states?|stated|acknowledges?|acknowledged|admits?|admitted|maintains?|maintained"
    "|concedes?|conceded|writes?|wrote|recorded|records|registered|registers|listed|lists|declares?|declared|warns?|warned|believes?|believed"
    "|contends?|contended|asserts?|asserted|reckons?|reckoned|documented|corrected|puts?|gives?|gave|speaks? of|spoke of|talks? of|talked of"
    "|knows? of|knew of|boasts?|boasted|stands? by|stood by|reads?|shows?|showed|spoken of|written down|(?:was|were) (?:quoted|cited) as saying|established|recalls?|recalled|complains?|complained"
)
"""Verbs by which a source gives a figure."""

_VERB = re.compile(
    rf"\b(?:(?:now|later|also|earlier|then|still|only|had|has|have|has since|yesterday) )?(?:{_VERBS})\b"
    r"(?!(?: \w+){0,3} lives\b)(?! (?:a case|an fir|charges)\b)(?! responsibility\b)"
)
_BY_FIGURE = re.compile(
    r"\b(?:gave|gives?|puts?|reads?|shows?|showed|lists|listed|records|corrected|stood by|stands? by|reports|counts|talks|estimates|claims|states|records)$"
)
_NOUN_TOO = re.compile(r"\b(?:claims?|reports?|counts?|estimates?|states?|lists?|records?|shows?|puts?|reads?|gives?)$")
"""Forms that are nouns as well, or common verbs: they count where their subject opens the clause."""
_TOLD = re.compile(r"^(?:tells|told) (?!.* that\b)")
_CITED = re.compile(
    r"\b(?:according to|in the words of|by the (?:\w+ )?(?:account|count|counter|reckoning|tally|figures|estimate) of|if you believe|if (?:we|one) believes?|such was the tally of)\s+",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"\b(?<!stood )(?<!stands )(?<!stand )(?:by|in|on|according to)\s+(?:((?:[\w’'.-]+\s+){0,6}?[\w’.-]+)['’]s?|(its|their|his|her))\s+(?:own\s+)?(?:account|count|reckoning|tally|list|figures?|estimate|observation)\b",
    re.IGNORECASE,
)
_BODY_COUNT = re.compile(
    r"\b(?:by|in|according to) ((?:an?|the) (?:[\w’'-]+ ){0,2}?(?:police|army|official|government|ministry|hospital|union|prefecture|municipal|court))"
    r" (?:count|figures?|tally|estimates?|reckoning|statistics)\b"
)
_PUT_BY = re.compile(
    r"\b(?:put|raised|revised|given|estimated|counted|reported|confirmed|announced|recorded|quoted|stated|corrected|documented) by\s+"
    r"(?=(?:the|an?|its|their) |[A-Z])"
)
"""*The toll was raised by the army to 26*."""
_OUR_OWN = re.compile(
    r"\b(?:by|in) (?:our|my)(?: own)? (?:\w+ )?(?:count|reckoning|tally|estimate)\b|\b(?:[Ww]e|I) (?:have |also |have also )?(?:counted|count|saw|interviewed|record|recorded|documented)\b"
    r"|\b(?:counted|seen) by (?:this|our) (?:newspaper|paper|reporter|correspondent)\b",
)
_FIGURE_OF = re.compile(
    r"\b(?:[Tt]he|[Aa]n?) ((?:[\w’'-]+ ){0,3}?(?:official|police|army|government|ministry|hospital|union)) (?:figure|count|toll|tally|number) (?:of|stands|stood|is|was)\b"
)

_OWN_FIGURE = re.compile(
    r"(?<![\w’'-])((?:(?:[Tt]he|[Aa]n?) )?(?:[\w’-]+ ){0,4}?[\w-]+)['’]s? (?:own |official |latest )?(?:figures?|count|tally|list|estimate)"
    r" (?:of|for|stands|stood|is|was|has|now has|puts|gives)\b"
)
_TIMES = re.compile(
    r"(?:\b\w+day|today|yesterday|week|month|year|morning|evening|night)$|^(?:it|that|there|here|what|who|let)$", re.IGNORECASE
)
"""*The ministry's figure of 30*, and what is none: *Monday's list of 30*."""

_NOT_SOURCE = re.compile(
    r"\b(?:which|that|who|whom|whose|where|when|after|before|if|because|as|it is|were|was|is|are|been|had|has|have|to|be|not|what|why|how)\b"
)
_NO_NAME = re.compile(r"^(?:by|on|in|at|of|from|to|with|under|\d)|['’]s?$", re.IGNORECASE)
_FRONTED = re.compile(r"(?:[Ii]n|[Oo]n|[Aa]t|[Aa]fter|[Bb]y|[Ff]rom)\s+(?:[\w'’-]+\s+){1,6}?((?:the|an?)\s(?!.*\b(?:the|an?)\s).+)$")
"""*In its bulletin that evening the military council*: what stands before the last article is no name."""
_DETERMINER = re.compile(r"(?:the|an?|this|that|its|his|her|their|our|my|some|several|both|one|two|three|other)", re.IGNORECASE)
"""*The state governor* is nobody called *The* who states something."""
_CLAUSE = re.compile(r",? (?:who|which)\b")
_LEAD_IN = re.compile(
    r"^(?:(?:and|but|while|whereas|yet|so|then|although|though|because|or|as|for|in (?:a|its|his) statement|on \w+day|later|meanwhile|however|instead|still)\b,?\s+)+",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"(?:[A-Z‘\"“]|(?:the|an?|his|her|its|their|our|my|some|several|both|two|three|other|one|it|they|he|she|we|I)\b|[a-z][\w'’-]*)"
)
_OWN_VOICE = re.compile(r"(?:we|I|you|one|this (?:newspaper|paper|station)|our (?:reporters?|correspondents?))", re.IGNORECASE)
_CUT = re.compile(
    r"[,;:()—–\"“”]|\s-\s|\s(?:but|while|whereas|although|though|when|because)\s|,?\sand\s(?=(?:the|an?|its|their|some|several)\s|[A-Z])"
)
_AFTER_NAME = re.compile(
    r"[,.;:()—–\"“”\n]|\s-\s|\s(?:who|which|that|on (?:\w+day|the)|in an?|at an?|when|while|as|after|by (?:telephone|phone)|and|but|late|early|told|said|had|have|has"
    r"|were|was|is|are|yesterday|today|later|to|for|from|about|there|[0-9]+)\b"
)
_CONTINUED = re.compile(r"\b(?:and|but|or)(?: (?:later|then|also|now))? ?$")
_RELATIVE = re.compile(r",? who (?:had |has |have |also |later )*$")
"""*Rescue workers, who had spoken of 12 deaths, …*."""
_TRAILS = re.compile(
    r"\s*(?:[.,;)”\"]|$|\s(?:on|in|at|late|early|yesterday|today|by|later|after|to|from|via|online|there|without|again|this|last|through|here|as)\b)"
)
_BODY = re.compile(r"[\w’'.&-]+")
_QUOTED = re.compile(r"[,”\"]\s*$")
_AND_THEN = re.compile(r",\s+(?:and|but|while)\b")
_AND_END = re.compile(r"\b(?:and|but|while|whereas)$")
_OURS = re.compile(r"(?:our|my|this)\b", re.IGNORECASE)
_INITIAL = re.compile(r"\b[A-Z][a-z]?$")


@dataclass(frozen=True, slots=True)
class Source:
    """A source in a sentence. ``quote`` is ``None`` for the report's own voice; ``start`` and ``end`` are the words that bring it in.

    ``leads``: what it says follows; else it went before.
    """

    quote: Quote | None
    start: int
    end: int
    leads: bool


class Sources:
    """The sources that a text names. Those of a sentence are found once, however many figures stand in it."""

    def __init__(self, text: str) -> None:
        self.text, self.sentences = text, Sentences(text)
        self._found: dict[int, list[Source]] = {}

    def beside(self, offset: int) -> list[Source]:
        """The sources of the sentence around ``offset``, in its order."""
        number = self.sentences.number(offset)
        if number not in self._found:
            self._found[number] = sources_in(self.text, self.sentences.at(offset))
        return self._found[number]

    def of(self, start: int, end: int) -> Source | None:
        """The source whose word reaches the figure at ``[start, end)``."""
        return source_of(self.beside(start), self.text, self.sentences.at(start), start, end)

    def named(self, source: Source) -> Quote | None:
        """The words that name a source: for a pronoun, those of the source named last before it within three sentences."""
        if source.quote is None or not is_pronoun(source.quote.text):
            return source.quote
        at: int | None = source.start
        for _ in range(_BACK + 1):
            if at is None:
                return None
            earlier = [s for s in self.beside(at) if s.quote and s.end <= source.start and not is_pronoun(s.quote.text)]
            if earlier:
                return earlier[-1].quote
            before = self.sentences.before(at)
            at = before.start if before else None
        return None


def sources_in(text: str, sentence: Span) -> list[Source]:
    """The sources of a sentence in its order, none over another: of two that meet, the shorter. Pronouns are left as they stand."""
    found = [*_speaking(text, sentence), *_cited(text, sentence), *_figures(text, sentence), *_own(text, sentence)]
    kept: list[Source] = []
    for source in sorted(found, key=lambda each: (each.end - each.start, each.start)):
        at = bisect_left(kept, source.start, key=lambda each: each.start)
        if (not at or kept[at - 1].end <= source.start) and (at == len(kept) or source.end <= kept[at].start):
            kept.insert(at, source)
    return kept


def source_of(sources: Sequence[Source], text: str, sentence: Span, start: int, end: int) -> Source | None:
    """The one among a sentence's ``sources`` whose word reaches the figure at ``[start, end)``."""
    clause = _clause(text, sentence, start)
    near = [source for source in sources if clause.start <= source.start and source.end <= clause.end]
    before = [source for source in near if source.end <= start]
    after = [source for source in near if source.start >= end]
    behind = after[0] if after and not after[0].leads else None
    ahead = next((source for source in reversed(before) if source.leads), None)
    if ahead and behind and _AND_THEN.search(text, ahead.end, start):
        return behind
    return ahead or behind or (before[-1] if before else None)


def _clause(text: str, sentence: Span, at: int) -> Span:
    """The part between semicolons."""
    start = text.rfind(";", sentence.start, at)
    end = text.find(";", at, sentence.end)
    return Span(sentence.start if start < 0 else start + 1, sentence.end if end < 0 else end)


def _speaking(text: str, sentence: Span) -> Iterator[Source]:
    """Those before or behind a verb of giving figures. ``subject`` is the last one that stood before such a verb."""
    subject: Span | None = None
    for verb in _VERB.finditer(text, sentence.start, sentence.end):
        ahead = _name_before(text, sentence.start, verb.start())
        if subject is None and (joined := joined_speaker(text, sentence, verb.start())):
            ahead, subject = None, joined
        if ahead is not None and _VERB.match(text, ahead.start):
            ahead = None  # "… put the number at 16 and said": its subject stands before the first verb
        if ahead is not None:
            subject = ahead
            yield from _before_verb(text, sentence, ahead, verb)
        elif subject is not None and _CONTINUED.search(text, max(subject.end, verb.start() - _NEAR), verb.start()):
            yield Source(_quoted(text, subject), verb.start(), verb.end(), leads=True)
        else:
            yield from _without_subject(text, sentence, verb)


def _before_verb(text: str, sentence: Span, ahead: Span, verb: re.Match[str]) -> Iterator[Source]:
    """The source at ``ahead``, right before its verb; of a word that is a noun too only where it opens the clause or trails it."""
    follows = text[verb.end() : min(sentence.end, verb.end() + _NEAR)]
    opens = _opens(text, sentence, ahead.start)
    trails = not opens and bool(_TRAILS.match(follows) or _TOLD.search(verb[0] + follows)) and not _BY_FIGURE.search(verb[0])
    if opens or trails or not _NOUN_TOO.search(verb[0]):
        yield Source(_quoted(text, ahead), ahead.start, verb.end(), leads=not trails)


def _without_subject(text: str, sentence: Span, verb: re.Match[str]) -> Iterator[Source]:
    """*Rescue workers, who had spoken of 12 deaths*, and *“…,” said the mayor*."""
    window = max(sentence.start, verb.start() - _NEAR)
    relative = _RELATIVE.search(text, window, verb.start())
    if relative:
        before = _name_before(text, sentence.start, relative.start())
        if before is not None:
            yield Source(_quoted(text, before), verb.start(), verb.end(), leads=True)
    elif verb[0] in {"said", "says"} and _QUOTED.search(text, window, verb.start()):
        behind = _name_after(text, verb.end(), sentence.end)
        if behind is not None:
            yield Source(_quoted(text, behind), verb.start(), behind.end, leads=False)


def _opens(text: str, sentence: Span, at: int) -> bool:
    """Whether a clause opens at ``at``: nothing stands before it but a mark, a joining word or what leads in."""
    lead = text[max(sentence.start, at - _NEAR) : at].strip()
    return not lead or lead[-1] in ";:" or _LEAD_IN.fullmatch(lead + " ") is not None or _AND_END.search(lead) is not None


def _cited(text: str, sentence: Span) -> Iterator[Source]:
    for cited in _CITED.finditer(text, sentence.start, sentence.end):
        name = _name_after(text, cited.end(), sentence.end)
        if name is not None:
            yield Source(_quoted(text, name), cited.start(), name.end, leads=_opens(text, sentence, cited.start()))
    for owned in _OWNED.finditer(text, sentence.start, sentence.end):
        words = owned[1] or owned[2]
        span = Span(owned.start(1 if owned[1] else 2), owned.end(1 if owned[1] else 2))
        if not _OURS.match(words) and not _NOT_SOURCE.search(words):
            yield Source(_quoted(text, span), owned.start(), owned.end(), leads=_opens(text, sentence, owned.start()))
    for put in _PUT_BY.finditer(text, sentence.start, sentence.end):
        name = _name_after(text, put.end(), sentence.end)
        if name is not None:
            yield Source(_quoted(text, name), put.start(), name.end, leads=True)


def _figures(text: str, sentence: Span) -> Iterator[Source]:
    """Sources that are named with their figure: *by a police count*, *the ministry's figure of 30*, *the official toll stands at 12*."""
    for counted in _BODY_COUNT.finditer(text, sentence.start, sentence.end):
        leads = _opens(text, sentence, counted.start())
        yield Source(_quoted(text, Span(counted.start(1), counted.end())), counted.start(), counted.end(), leads=leads)
    for figure in _OWN_FIGURE.finditer(text, sentence.start, sentence.end):
        if not _TIMES.search(figure[1]) and not _NOT_SOURCE.search(figure[1]) and _STARTS.match(figure[1]):
            yield Source(_quoted(text, Span(figure.start(1), figure.end(1))), figure.start(), figure.end(), leads=True)
    for figure in _FIGURE_OF.finditer(text, sentence.start, sentence.end):
        yield Source(_quoted(text, Span(figure.start(), figure.end(1))), figure.start(), figure.end(), leads=True)


def _own(text: str, sentence: Span) -> Iterator[Source]:
    for own in _OUR_OWN.finditer(text, sentence.start, sentence.end):
        yield Source(None, own.start(), own.end(), leads=_opens(text, sentence, own.start()))


def _name_before(text: str, start: int, end: int) -> Span | None:
    """The noun phrase that ends where a verb begins. An apposition (*the militia, the Oxus Front, said*) is a part of it."""
    start = max(start, end - _NEAR)
    cuts = [Span(start, start), *(Span(m.start(), m.end()) for m in _CUT.finditer(text, start, end)), Span(end, end)]
    parts = [Span(a.end, b.start) for a, b in pairwise(cuts)]
    marks = [text[cut.start : cut.end] for cut in cuts]
    last = len(parts) - 1
    if not text[parts[last].start : parts[last].end].strip():
        if last < 2 or marks[last] != "," or marks[last - 1] != ",":
            return None
        whole = _trimmed(text, Span(parts[last - 2].start, parts[last - 1].end))
        return whole or _trimmed(text, parts[last - 2])
    return _trimmed(text, parts[last])


def _name_after(text: str, start: int, end: int) -> Span | None:
    """The noun phrase that begins where a verb ends."""
    end = min(end, start + _NEAR)
    stop = _AFTER_NAME.search(text, start + 1, end)
    while stop is not None and stop[0] == "." and _INITIAL.search(text, start, stop.start()):
        stop = _AFTER_NAME.search(text, stop.end(), end)
    return _trimmed(text, Span(start, stop.start() if stop else end))


def _trimmed(text: str, span: Span) -> Span | None:
    """Without what leads in and without a clause behind it; ``None`` where it is no name."""
    words = text[span.start : span.end]
    lead = _LEAD_IN.match(words.lstrip())
    start = span.start + len(words) - len(words.lstrip()) + (lead.end() if lead else 0)
    fronted = _FRONTED.match(text, start, span.end)
    start = fronted.start(1) if fronted else start
    name = _CLAUSE.split(text[start : span.end])[0].rstrip(" ,")
    if not name or len(_BODY.findall(name)) > LONGEST or not _STARTS.match(name) or _NOT_SOURCE.search(name) or _NO_NAME.search(name):
        return None
    if _DETERMINER.fullmatch(name):
        return None
    return Span(start, start + len(name))


def _quoted(text: str, span: Span) -> Quote | None:
    """The words of a source; ``None`` for the report's own voice."""
    return None if _OWN_VOICE.fullmatch(text, span.start, span.end) else span.quoted(text)
