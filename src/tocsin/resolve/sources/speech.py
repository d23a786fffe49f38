"""Who speaks in a sentence, and which side of his verb he speaks on: *police said that …*, *…, said the mayor*, *according to residents*.

For the acts that a text reports. Whose a figure is, is found by :mod:`tocsin.resolve.sources.reach`, which knows the many ways of giving one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tocsin.records import Span
from tocsin.resolve.grammar.pronouns import is_pronoun
from tocsin.resolve.sources.joined_verbs import joined_speaker
from tocsin.resolve.sources.speaker_names import name_after, name_before

Side: TypeAlias = Literal["before", "behind", "both"]
"""Where the speaker's words stand: *X said that …* speaks ``behind``, *…, X said* ``before``, *…, X said, …* on ``both`` sides."""

_PLAIN = (
    "said|says|say|told|tells|reported|reports|claimed|claims|claim|added|adds|confirmed|confirms|alleged|alleges|allege|stated|states|insisted|insists"
    "|estimated|estimates|recalled|recalls|testified|testifies"
)
_OTHER = (
    "acknowledged|acknowledges|admitted|admits|maintained|maintains|conceded|concedes|wrote|writes|declared|declares|warned|warns|believed|believes"
    "|believe|contended|contends|asserted|asserts|noted|notes|explained|explains|observed|observes|revealed|reveals|disclosed|discloses|disclose"
    "|indicated|indicates|informed|informs|complained|complains|stressed|stresses|emphasi[sz]ed|argued|argues|suggested|suggests|suggest|predicted"
    "|recounted|commented|remarked|replied|answered|reiterated|tweeted|affirmed|affirms|speculated|hinted|feared|fears|fear|boasted|pointed out"
    "|points out|mentioned|mentions|assured|thought|thinks"
)
_WITH_THAT = (
    "heard|hears|found|finds|find|showed|shows|show|determined|determines|determine|submitted|submits|concluded|concludes|report|note|argue|warn|admit"
    "|ruled|agreed|agree|understood|recorded|documented|feel|felt|hope|hoped|hopes|expect|expected|expects|decided|demanded|proposed|verified|accepts"
    "|accepted|suspect|suspects|suspected|learned|learnt|announced|announces"
)
"""Verbs that give an act to a speaker only where a that-clause or a quotation follows."""
_VERB = re.compile(
    rf"(?<![\w’'-])(?:(?P<plain>{_PLAIN})|(?P<other>{_OTHER})|(?P<that>{_WITH_THAT})|(?P<goes_on>saying|adding|claiming|alleging|warning|stating|noting))"
    r"(?![\w’'-])",
    re.IGNORECASE,
)
_OF = re.compile(
    r"(?<![\w’'-])(?:accus(?:e|es|ed(?!\s+of\b))|blam(?:e|es|ed)|criticis(?:e|es|ed)|criticiz(?:e|es|ed)|deplor(?:e|es|ed)|describ(?:e|es|ed)|puts?)(?![\w’'-])",
    re.IGNORECASE,
)
"""Verbs of what another did, without saying that he did: *accused police of beating …*, *put the dead at …*."""
_NOUN_TOO = re.compile(
    r"states|reports?|claims?|estimates|notes?|fears?|comments|hopes?|finds?|shows?|records|warns|thought|stresses|feel|suggests|expects?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\s+(?:that|it|he|she|they|there)\b|\s*[.:]\s*[\"“\n]|\s*\.\s*$")
"""What follows a verb that is a noun as well."""
_ENDS_IN_VERB = re.compile(r"\w\s+\w{3,}ed$")
"""*The chief denied* reports that …: what follows is no verb."""
_ADVERBS = re.compile(
    r"(?:\b(?:had|has|have|also|later|earlier|then|still|only|further|now|again|once|since|would|even|both|however|repeatedly|often|\w+ly)\s+)+$",
    re.IGNORECASE,
)
_NO_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|being|to|of|by|for|in|at|with|the|a|an|his|her|their|its|this|these|those|any|no|such|united|not|never)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
"""Before a passive (*was told*), a noun (*the report*), or what nobody said."""
_THAT = re.compile(r"(?:\s+(?!that\b)[\w’'.]+){0,6}?\s+that\b|(?:\s+[\w’'.]+){0,5}?\s*[,:]\s*(?:[\"“‘]|``)")
_ADDRESSED = re.compile(r"(?:told|tells|informed|informs|assured)", re.IGNORECASE)
_TOLD_CLAUSE = re.compile(r"(?:\s+[\w’'.]+){1,6}?\s+(?:it|he|she|they|the|a|an|his|her|there|we|no)\s+\w+\s+\w+")
_ADJUNCT = re.compile(
    r"\s*(?:$|[.,;)”\"’']|(?:reporters|journalists|newsmen|me|us|him|her|them|the\s+(?:press|media|bbc|times|associated)|(?:on|in|at|late|early|yesterday"
    r"|today|by|later|after|to|from|via|online|there|without|again|this|last|through|here|as|during|following|when|while|before|adding|but|and|speaking"
    r"|citing|over|about|of|for)\b|[A-Z]\w*\s*(?:[.,]|on\b|in\b|$)))"
)
"""What may follow a verb whose words went before: *…, the mayor told reporters on Monday*."""
_GOES_ON = re.compile(r"(?:\s+(?:on|in|at|by|from|late|early)(?:\s+[\w’'-]+){1,5}?)?\s*,")
_SHUT = re.compile(r"(?:,|[\"”’]|'')$")
_INVERTED = re.compile(r"said|says|say|wrote|told|added|claimed|announced|warned|declared", re.IGNORECASE)
_INVERTED_AFTER = re.compile(r"(?:[\"”’]|'')\s*$|,\s*$")
_JOINED = re.compile(r"(?:\b(?:and|but)|,)\s*$")
_GERUND_AFTER = re.compile(r"(?:,|\b(?:and|by|in))\s*$")
_GERUND_CLAUSE = re.compile(r"\s+that\b|\s*[:,]?\s*[\"“‘]|\s+(?:it|he|she|they|the|a|an|there|his|its|their|some|no)\b")
_OWN = re.compile(
    r"(?:we|i|you|one|us|me|my|our|it is|there|nobody|no one|let|who|what|which|some|this|these|those|both|many|all)\b", re.IGNORECASE
)
_CITED = re.compile(r"\baccording\s+to\s+|\bin\s+the\s+words\s+of\s+", re.IGNORECASE)
_NO_SPEAKER = re.compile(
    r"\b(?:commitment|agreement|laws?|constitution|practice|plans?|schedule|customs?|rules?|norms?|tradition|needs?|wish(?:es)?|ability|timetable"
    r"|procedures?|terms?|principles?|which|whether|how|what)\b",
    re.IGNORECASE,
)
"""*According to* these nobody says anything."""
_QUOTED_AS = re.compile(r"\b(?:was|were|is|are)\s+(?:also\s+)?quoted(?:\s+(?:by|in)\s+[^.;:]{1,60}?)?\s+as\s+(?:saying|telling)\b")
_HEADLINE = re.compile(r"[^\"“]{15,}:\s+(?P<name>[A-Z][\w.’'&-]*(?: [\w.’'&-]+){0,3})$")
"""*Six held over harbour blast: police*: a headline whose source stands at its end."""
_RESPONSIBILITY = re.compile(r"\s+(?:the\s+)?(?:responsibility|credit)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speech:
    """A speaker in a sentence. ``name`` are the words that name him, a pronoun as it stands; ``start`` and ``end`` those that bring him in.

    ``plain``: a verb of saying and no other; ``cited``: by *according to*; ``that``: a that-clause or a quotation follows; ``claims``: he claims
    responsibility; ``of``: he does not say that it was done, but blames, describes or counts what was.
    """

    name: Span
    start: int
    end: int
    side: Side
    plain: bool = True
    cited: bool = False
    that: bool = False
    claims: bool = False
    of: bool = False


def speeches_in(text: str, sentence: Span) -> list[Speech]:
    """The speakers of a sentence in its order."""
    found = [
        *_cited(text, sentence),
        *_spoken(text, sentence),
        *_of_others(text, sentence),
        *_quoted_as(text, sentence),
        *_headline(text, sentence),
    ]
    return sorted(found, key=lambda speech: (speech.start, speech.end))


def _cited(text: str, sentence: Span) -> Iterator[Speech]:
    for cited in _CITED.finditer(text, sentence.start, sentence.end):
        name = name_after(text, cited.end(), sentence.end)
        if name is None or _NO_SPEAKER.search(text, name.start, name.end):
            continue
        before = text[max(sentence.start, cited.start() - 12) : cited.start()].strip(" \"“`'")
        opens = cited.start() - sentence.start < 12 and before.lower().rstrip(",") in {"", "and", "but", "meanwhile", "however"}
        side: Side = "behind" if opens or before[-1:] in {";", ":"} else _before_or_both(text, name.end)
        yield Speech(name, cited.start(), name.end, side, cited=True)


def _before_or_both(text: str, end: int) -> Side:
    return "both" if text[end : end + 2].lstrip().startswith(",") else "before"


def _quoted_as(text: str, sentence: Span) -> Iterator[Speech]:
    for quoted in _QUOTED_AS.finditer(text, sentence.start, sentence.end):
        name = name_before(text, sentence.start, quoted.start())
        if name is not None:
            shut = _SHUT.search(text[sentence.start : name.start].rstrip()[-3:])
            yield Speech(name, name.start, quoted.end(), "before" if shut else "behind")


def _headline(text: str, sentence: Span) -> Iterator[Speech]:
    alone = (sentence.start == 0 or text[sentence.start - 1] == "\n") and text[sentence.end : sentence.end + 1] in {"", "\n"}
    if alone and sentence.end - sentence.start < 200 and (found := _HEADLINE.fullmatch(text, sentence.start, sentence.end)):
        yield Speech(Span(found.start("name"), found.end("name")), found.start("name"), found.end("name"), "before")


def _spoken(text: str, sentence: Span) -> Iterator[Speech]:
    last: Span | None = None
    for verb in _VERB.finditer(text, sentence.start, sentence.end):
        speech = _speech(text, sentence, verb, last)
        if speech is not None:
            last = speech.name
            yield speech


def _of_others(text: str, sentence: Span) -> Iterator[Speech]:
    for verb in _OF.finditer(text, sentence.start, sentence.end):
        start = _without_adverbs(text, sentence, verb.start())
        name = None if _NO_VERB.search(text[max(sentence.start, start - 25) : start]) else name_before(text, sentence.start, start)
        name = _joined_speaker(text, sentence, start) or name
        if name is not None and not _OWN.match(text, name.start, name.end):
            yield Speech(name, name.start, verb.end(), "behind", plain=False, of=True)


def _without_adverbs(text: str, sentence: Span, start: int) -> int:
    adverbs = _ADVERBS.search(text[max(sentence.start, start - 50) : start])
    return start - (len(adverbs[0]) if adverbs else 0)


def _speech(text: str, sentence: Span, verb: re.Match[str], last: Span | None) -> Speech | None:
    """The speech of one verb; ``last`` is the speaker before it in the sentence."""
    start = _without_adverbs(text, sentence, verb.start())
    before, follows = text[max(sentence.start, start - 25) : start], text[verb.end() : min(sentence.end, verb.end() + 160)]
    if _NO_VERB.search(before):
        return None
    if verb["goes_on"]:
        again = last is not None and _GERUND_AFTER.search(before) and _GERUND_CLAUSE.match(follows)
        return Speech(last, start, verb.end(), "behind", plain=False) if again and last else None
    that = bool(_THAT.match(follows))
    if (verb["that"] and not that) or (_NOUN_TOO.fullmatch(verb[0]) and not _CLAUSE.match(follows)):
        return None
    name = _subject(text, sentence, verb, start)
    if name is None:
        return _without_subject(text, sentence, verb, start, last or _joined_speaker(text, sentence, start), that)
    if _OWN.match(text, name.start, name.end) and not re.match(r"(?:some|both|many) \w", text[name.start : name.end], re.IGNORECASE):
        return None
    side = _side(text, sentence, name, verb, that)
    claims = bool(_RESPONSIBILITY.match(follows))
    return Speech(name, name.start, verb.end(), side, plain=bool(verb["plain"]), that=that, claims=claims)


def _subject(text: str, sentence: Span, verb: re.Match[str], start: int) -> Span | None:
    name = name_before(text, sentence.start, start)
    if name is None or (_NOUN_TOO.fullmatch(verb[0]) and _ENDS_IN_VERB.search(text, name.start, name.end)):
        return None
    return name


def _joined_speaker(text: str, sentence: Span, verb: int) -> Span | None:
    """:func:`joined_speaker` where he is named: annotators seldom give *he denied it and said …* a source."""
    name = joined_speaker(text, sentence, verb)
    return None if name is None or is_pronoun(text[name.start : name.end]) else name


def _side(text: str, sentence: Span, name: Span, verb: re.Match[str], that: bool) -> Side:
    follows = text[verb.end() : min(sentence.end, verb.end() + 160)]
    lead = text[max(sentence.start, name.start - 40) : name.start].rstrip()
    adjunct = not that and bool(_ADJUNCT.match(follows))
    if _ADDRESSED.fullmatch(verb[0]) and not that:
        adjunct = adjunct or not _TOLD_CLAUSE.match(follows)
    if adjunct and _SHUT.search(lead) and len(re.findall(r"[\w’'.&-]+", lead)) >= 2:
        return "both" if _GOES_ON.match(follows) else "before"
    return "before" if not that and not verb["that"] and re.match(r"\s*(?:[.;)]|$)", follows) else "behind"


def _without_subject(text: str, sentence: Span, verb: re.Match[str], start: int, last: Span | None, that: bool) -> Speech | None:
    """*“…,” said the mayor*, or a verb that goes on with the speaker before it: *… and said that …*."""
    before = text[max(sentence.start, start - 6) : start]
    if start > sentence.start and _INVERTED.fullmatch(verb[0]) and _INVERTED_AFTER.search(before):
        name = name_after(text, verb.end(), sentence.end)
        if name is not None:
            return Speech(name, start, name.end, _before_or_both(text, name.end), plain=bool(verb["plain"]))
    if last is not None and _JOINED.search(before):
        return Speech(last, start, verb.end(), "behind", plain=bool(verb["plain"]), that=that)
    return None
