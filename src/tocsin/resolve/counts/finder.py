"""Numbers in running text, each with its words, what it counts and its range: what ``tocsin counts`` prints.

What is counted is told by the nearest word of a short table in the same clause (*killed*, *detained*, *marched*): a rule of thumb for texts
that no reader has read. On the training texts it names the annotators' kind for the figures it finds in the share that ``docs/counts.md``
gives; ``tocsin code`` does better, because there the kind comes from the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.records import CountValue, Furniture, Quote
from tocsin.resolve.counts import resolve_count
from tocsin.resolve.counts.no_counts import figure_against
from tocsin.resolve.counts.numbers import find_numbers
from tocsin.resolve.counts.rules import STANDARD, CountRules
from tocsin.resolve.counts.shares import Role, role_of
from tocsin.resolve.counts.units import currency, length_unit
from tocsin.resolve.sentence import Sentences

LONGEST_SENTENCE = 2_000
"""Characters of a sentence that are read in one; a longer one is cut there, so that time stays linear."""

REACH = 70
"""Characters to either side of a figure in which the word for what it counts is looked for."""

NOUN = 25
"""Characters by which a crowd's word is put back: in *50 protesters were arrested* it is the nearer one, and not what is counted."""

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "killed",
        re.compile(
            r"\b(?:kill\w*|dead|die[ds]?|deaths?|death toll|murder\w*|massacr\w*|execut\w+|slain|bodies|fatal\w*|lost their lives|shot dead)\b"
        ),
    ),
    ("injured", re.compile(r"\b(?:injur\w+|wound\w+|hurt|hospitali[sz]ed)\b")),
    ("abducted", re.compile(r"\b(?:abduct\w+|kidnap\w+|hostages?|taken captive)\b")),
    ("released", re.compile(r"\b(?:releas\w+|freed|pardon\w*|amnest\w+)\b")),
    ("sentenced", re.compile(r"\b(?:sentenced|convicted|jailed|imprisoned)\b")),
    ("arrested", re.compile(r"\b(?:arrest\w*|detain\w*|(?:were|was|been|being) held|in custody|rounded up|taken in|seized)\b")),
    ("displaced", re.compile(r"\b(?:displac\w+|flee\w*|fled|evict\w+|deport\w+|homeless|evacuat\w+|refugees)\b")),
    (
        "participants",
        re.compile(
            r"\b(?:protest\w*|(?<!on )(?<!in )(?<!of )(?<!since )march\w*(?! \d)|demonstrat\w+|rall(?:y|ied|ies)|gather\w*|strik\w+|crowds?|took part|taking part|attend\w*|turned out|assembled|"
            r"troops|soldiers|deploy\w+|took to the streets|blocked|picket\w*)\b"
        ),
    ),
)
_CUSTODY = re.compile(r"\b(?:jail\w*|prison\w*|sentenc\w+|custody|detention|detain\w*|arrest|remand\w*|imprison\w*|held|behind bars)\b")
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
"""Whole words: *500 marchers* and *three novices* are no dates."""
_DATE = re.compile(rf"\b{_MONTH}\.? $|\b(?:since|until|mid|early|late)[ -]$", re.IGNORECASE)
"""Not *in*, *of* or *by*: *the bodies of 23 people*, *taken in 23 dead*, *by 12 men* were taken for dates, four of 320 figures of the training texts."""
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH}\b", re.IGNORECASE)
_TIME_AFTER = re.compile(
    r"[\s-]*(?:minutes?|hours?|days?|weeks?|months?|years?)\b(?:[\s-]+(?:ago|later|earlier|before|after|old)\b)?", re.IGNORECASE
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.? $")
"""Before a figure: a dateline's day, as in *May 17 - Nine people were …*."""
_FIGURE_OF = re.compile(
    r"\b(?:tolls?|lists?|figures?|numbers?|totals?|tally|counts?|crowds?|estimates?|spoke|speaks?|spoken|talks?|knows?|knew|writes?|wrote) of $"
)
_WORDS = re.compile(r"[^\W\d_]|[$£€₹₦]")
"""A letter or a mark of money."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_MORE = re.compile(
    r"(?:\+|-odd|-plus| or more| or so| or fewer| or less| at least| at most| others?| more"
    r"|(?: [a-z’'-]+){1,2} (?:at (?:most|least)|or (?:more|so))(?=\s*(?:[.,;:!?)\"”]|$)))?"
)
_OVER = re.compile(r"\b(?:hand|turn|took|tak|carr|run|ran|bring|brought|pass|gave|giv|won|win|cross|knock)\w* over$")
"""*Over* that belongs to its verb: *handed over 44*."""
_JOINT = re.compile(r" ?(?:to|or|and|-|–) ?(?:[$£€₹])?")
_CHANGED = re.compile(
    r"\b(?:(?:rose|risen|rising|climbed|up|fell|fallen|dropped|grew|grown|increased|jumped|revised|doubled)(?: \w+){0,2}"
    r"|(?:revis|rais|increas|lower|correct)(?:ed|ing)(?: \w+){1,6}) from $"
)
_SHARE = re.compile(
    r"\b(?:(?:(?:a|one|two|three) )?(?:half|thirds?|quarters?|fifths?|tenths?)|most|\d{1,3}(?:\.\d)? ?(?:%|per ?cent|percent))(?: of)?(?: the| these| those)? $"
)


@dataclass(frozen=True, slots=True)
class FoundCount:
    """A number in a text. ``role`` tells a running total and an increment from other figures."""

    quote: Quote
    value: CountValue
    role: Role


def find_counts(text: str, furniture: Sequence[Furniture] = (), rules: CountRules = STANDARD) -> list[FoundCount]:
    """The numbers of people, money and lengths of custody that a text gives, in its order; dates, ages, shares and clock times are none.

    Never raises on any text, and takes time in proportion to its length.
    """
    found: list[FoundCount] = []
    for start, end in _stretches(text):
        if not any(part.start <= start < part.end for part in furniture):
            found += _in(text[start:end], start, rules)
    return found


def _in(piece: str, offset: int, rules: CountRules) -> Iterator[FoundCount]:
    lower = piece.lower() if len(piece.lower()) == len(piece) else piece
    at = 0
    for first, last in _figures(lower, rules):
        if first < at or _is_date(lower, first, last):
            continue
        start, end = _widened(lower, first, last, at, rules)
        kind = _kind(lower, first, end)
        value = resolve_count(piece[start:end], kind, rules) if kind and not figure_against(piece, first, last, kind) else None
        if value is not None:
            at = end
            role = role_of(lower[max(0, start - 80) : start], piece[start:end], lower[end : end + 20])
            yield FoundCount(Quote(offset + start, offset + end, piece[start:end]), value, role)


def _figures(lower: str, rules: CountRules) -> list[tuple[int, int]]:
    """Where figures and vague words stand; the two ends of a range are one."""
    spans = [(n.start, n.end) for n in find_numbers(lower)]
    words = "|".join(re.escape(word) for word in sorted({*rules.vague, *rules.words}, key=len, reverse=True))
    plurals = "|".join(re.escape(word) for word in sorted(rules.plural, key=len, reverse=True))
    vague = rf"\b(?:several|a few) (?:{plurals})\b|(?<![\w-])(?:{words})(?!\w)"
    spans += [m.span() for m in re.finditer(vague, lower)]
    joined: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda one: (one[0], -one[1])):
        if joined and span[0] < joined[-1][1]:
            continue
        between = lower[joined[-1][1] : span[0]] if joined else ""
        and_joins = "and" not in between or re.search(r"\bbetween (?:[a-z]+ )?$", lower[max(0, joined[-1][0] - 20) : joined[-1][0]])
        dated = joined and " " in between and _MONTH_BEFORE.search(lower[max(0, joined[-1][0] - 12) : joined[-1][0]])
        if joined and _JOINT.fullmatch(between) and and_joins and not dated:
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    return joined


def _is_date(lower: str, first: int, last: int) -> bool:
    before, after = lower[max(0, first - 12) : first], lower[last : last + 20]
    if _FIGURE_OF.search(before) and not _DATE_AFTER.match(after):
        return False
    if _DATE_AFTER.match(after) or (re.search(r"[a-z]+\.? $", before) and _DATE.search(before) and last - first <= 4):
        return not re.match(r" [a-z]+s\b", after) or _DATE_AFTER.match(after) is not None or _YEAR.fullmatch(lower[first:last]) is not None
    return _YEAR.fullmatch(lower[first:last]) is not None and not re.match(
        r" (?:people|men|women|troops|soldiers|protesters|workers)", after
    )


def _widened(lower: str, first: int, last: int, least: int, rules: CountRules) -> tuple[int, int]:
    """The words that qualify a figure, and its currency or unit."""
    share = _SHARE.search(lower, max(least, first - 40), first)
    start = share.start() if share else first
    mark = re.search(r"(?:(?:us|a|c|hk|nz)?[$£€₹₦]|\brs\.?)\s?$", lower[max(least, start - 5) : start])
    start -= len(mark[0]) if mark else 0
    lead = lower[max(least, start - 30) : start].rstrip()
    if not lead and not _WORDS.search(lower, last, last + 20):
        return start, _after(lower, last)
    phrases = [p for name in ("around", "at_least", "more_than", "up_to", "fewer_than", "nearly") for p in getattr(rules, f"{name}_words")]
    fits = [p for p in (*phrases, "between", "from", "another", "a further") if lead.endswith(p) and not lead[: -len(p)][-1:].isalnum()]
    fits = [] if _OVER.search(lead) else fits
    changed = _CHANGED.search(lower, max(least, start - 60), start)
    if changed:
        start = changed.start()
    elif fits:
        start = max(least, start - 30) + len(lead) - max(map(len, fits))
    end = _after(lower, last)
    unit = length_unit(lower[end : end + 20])
    return start, end + unit[2] if unit else end


def _after(lower: str, last: int) -> int:
    more = _MORE.match(lower, last)
    return more.end() if more else last


def _kind(lower: str, first: int, end: int) -> str | None:
    before, after = lower[max(0, first - REACH) : first], lower[end : end + REACH]
    if not _WORDS.search(before) and not _WORDS.search(after) and not _WORDS.search(lower, first, end):
        return "other"  # nothing but figures around, of which a text may hold tens of thousands
    if currency(before[-5:], re.split(r"[.,;]| and | for | to ", after, maxsplit=1)[0][:25]):
        return "money"
    if length_unit(lower[first:end].rsplit(" ", 1)[-1]) or _TIME_AFTER.match(after):
        return "days" if _CUSTODY.search(before) or _CUSTODY.search(after[:30]) else None
    near = [
        (_distance(pattern, before, after) + (NOUN if kind == "participants" else 0), i, kind) for i, (kind, pattern) in enumerate(_KINDS)
    ]
    best = min(near)
    return best[2] if best[0] <= REACH else "other"


def _distance(pattern: re.Pattern[str], before: str, after: str) -> int:
    """Characters to the nearest word of the table in the same clause; what stands behind a figure is likelier its own."""
    own = re.split(r"[.;!?\n]", after, maxsplit=1)[0]
    behind = pattern.search(own)
    last = 0
    for match in pattern.finditer(re.split(r"[.;!?\n]", before)[-1]):
        last = match.end()
    ahead = 2 * (len(re.split(r"[.;!?\n]", before)[-1]) - last) if last else 2 * REACH
    return min(behind.start() if behind else 2 * REACH, ahead)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    sentences = Sentences(text)
    at = 0
    while at < len(text):
        end = max(sentences.at(at).end, at + 1)
        for start in range(at, end, LONGEST_SENTENCE):
            yield start, min(start + LONGEST_SENTENCE, end)
        at = end + (len(text[end : end + 200]) - len(text[end : end + 200].lstrip()))
