"""How many: the words of a count as a range ``[low, high]`` with a best figure, by the codebook's table (section 5).

``best`` is the figure that the words state, moved into the range where it lies outside (*more than 50*: 51); where they state none, it
is the middle of the range, rounded down (*hundreds*: 599), and the lower end of one that is open above. Source of the rules:
``docs/counts.md``; the numbers are those of :data:`tocsin.resolve.counts.rules.STANDARD`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from tocsin.records import CountValue, Quote
from tocsin.resolve.counts.no_counts import figure_against, reason_against
from tocsin.resolve.counts.numbers import MULTIPLIERS, Number, find_numbers, read_number
from tocsin.resolve.counts.rules import STANDARD, CountRules
from tocsin.resolve.counts.shares import Share, new_total, share_before
from tocsin.resolve.counts.signs import PERSONS
from tocsin.resolve.counts.units import LIFE, SMALLER, currency, length_unit, symbol_start

LARGEST = 10**15
"""No count of people, days or money passes this; a larger figure is taken for noise."""

LONGEST = 300
"""A count's words are a phrase; of a longer text only this many characters are read."""

_FRACTIONS = {"½": "half", "¼": "quarter", "¾": "three quarters", "⅓": "a third", "⅔": "two thirds"}
_VULGAR = re.compile(r"(\d+)?\s?([½¼¾⅓⅔])")
_BIG = "hundred|thousand|lakh|crore|million|billion"
_MIXED = re.compile(r"\b(\d+) 1[/⁄]2\b")
_AND_A_HALF = re.compile(rf"\b(?!{_BIG})(\d+|[a-z]+)[ -]and[ -]a[ -]half\b(?![ -](?:dozen|{_BIG}|trillion))")
_SHORT_RANGE = re.compile(r"(?<![\d,.])(\d{1,2})\s?-\s?(\d{1,3}),000\b")
"""``20-25,000`` and ``2-3,000`` mean thousands at both ends."""
_PLURALS = {"10s": "tens", "100s": "hundreds", "1000s": "thousands"}
_PLURAL = re.compile(r"(?<![\w.,$£€₹])(?:10s(?= of)|100s|1,?000s)(?!\w)")
_PREFIXES = re.compile(r"(?<![^\W\d_])(rs|rp|r|n|k|p|sh|shs|tk|rm|ksh|us|usd|eur|gbp|kes|ngn|inr|pkr)\.?(?=\d)")
_BETWEEN_TWO = re.compile(r"\s*(?:to|or|-|and|until|till|through|up to)\s*(?:[$£€₹]\s?|rs\.?\s?)?")
_FILLER = re.compile(r"(?:\b(?:the|a|an|of|total|another|additional|further|other|these|those|all|their|its|his|her|sum|group|crowd)\s+)+$")
_NOTHING = re.compile(r"\s*(?:no\b(?!\.| \d)|not (?:one|a single)\b|without any\b)(?!\s+(?:fewer|less|more|later|longer))")
_OPEN_AFTER = re.compile(
    r"(?:\s?\+(?!\s?\d)|\s*[-]?plus\b|(?:\s+[\w'-]+){0,3}?\s+(?:or|and|if not) (?:more|above|over|upwards?)\b|\s+at (?:the )?(?:very )?least\b)"
)
_ATMOST_AFTER = re.compile(r"(?:\s+[\w'-]+){0,3}?\s+(?:or (?:fewer|less|under)|at (?:the )?(?:very )?most|maximum)\b")
_AROUND_AFTER = re.compile(r"(?:\s+[\w'-]+){0,2}?\s+or so\b|\s*(?:approximately|approx)\b")
_ODD_AFTER = re.compile(r"[\s-]*odd\b|-(?:some|something)\b")
_AFTER = (("at least", _OPEN_AFTER), ("up to", _ATMOST_AFTER), ("odd", _ODD_AFTER), ("around", _AROUND_AFTER))
_AND_MORE = re.compile(r"\s+([\w'-]+(?:\s+[\w'-]+){0,2}),?\s+and\s+(?:another\s+|other\s+)?")
_PREPOSITIONS = frozenset(
    ("in", "at", "from", "of", "on", "with", "by", "near", "after", "before", "to", "for", "into", "over", "under", "between")
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """Numbers read at ``[start, end)`` of the words: a range whose ends are exact. ``stated`` is the figure itself, if there is one."""

    start: int
    end: int
    low: Fraction
    high: Fraction
    stated: Fraction | None


@dataclass(frozen=True, slots=True)
class _Range:
    low: Fraction
    high: Fraction | None
    best: Fraction | None


def resolve_count(words: str, kind: str, rules: CountRules = STANDARD) -> CountValue | None:
    """The range that the words of a count stand for, ``None`` where they hold no number: *a man*, *some*, *60 percent*, *the third*.

    ``kind`` is the codebook's ``of``. For ``days`` the unit of the length is kept (``days``, ``months``, ``life`` …), for ``money`` the
    currency: ISO 4217 where it is clear, its common name (``rupees``) where several countries use it. Never raises on any string.
    """
    text = plain_words(words, kind)
    if kind == "days" and (life := _life(text)):
        return life
    if _NOTHING.match(text) and kind not in {"days", "money"}:
        return CountValue(kind, 0, 0, 0)
    figure = _figure(text, kind, rules)
    if figure is None:
        return None
    unit, factor, end = _unit(text, figure, kind)
    share = share_before(text[: figure.start], figure.stated) if figure.stated else None
    if share is not None:
        return _value(kind, _shared(text, figure, share, rules), factor, unit)
    found = _qualified(text, figure, end, rules, length=kind == "days")
    if unit is not None and kind == "days":
        unit, found = _to_other_unit(text, end, unit, found) or _with_smaller(text, end, unit, found)
    return _value(kind, found, factor, unit)


def resolve_quote(text: str, quote: Quote, kind: str, rules: CountRules = STANDARD) -> CountValue | None:
    """:func:`resolve_count` for words where they stand: ``None`` too where the text around shows that their figure counts nothing."""
    value = resolve_count(quote.text, kind, rules)
    return value if value is None or figure_against(text, quote.start, quote.end, kind) is None else None


def _shared(text: str, whole: _Figure, share: Share, rules: CountRules) -> _Range:
    """*a third of the 600*: the share of the whole, with what stands before the share (*nearly half of the 40*)."""
    base = _qualified(text, whole, whole.end, rules, length=False)
    low, high = base.low * share.low, None if base.high is None else base.high * share.high
    stated = whole.stated * share.low if whole.stated is not None and share.low == share.high else None
    if _sense_before(text[: share.start], rules) is None or high is None:
        return _Range(low, high, stated if stated is not None else None if high is None else (low + high) / 2)
    return _qualified(text, _Figure(share.start, whole.end, low, high, stated), whole.end, rules, length=False)


def plain_words(words: str, kind: str) -> str:
    """The words of a count in the one spelling that all rules read: lower case, plain dashes and quotation marks, fractions in words."""
    text = unicodedata.normalize("NFKC", _VULGAR.sub(_fraction, words[:LONGEST])).lower()
    text = re.sub(r"[‐‑‒–—―−]", "-", text)
    text = re.sub(r"[‘’`´]", "'", text)
    text = re.sub(r"[\"“”«»]", " ", text)
    text = re.sub(r"\s+", " ", text).strip()
    text = _AND_A_HALF.sub(_decimal, _MIXED.sub(r"\1.5", text))
    text = _SHORT_RANGE.sub(r"\1,000-\2,000", text)
    text = re.sub(r"(?<=\w)-(in|out-of)-(?=\w)", lambda match: f" {match[1].replace('-', ' ')} ", text)
    text = _PLURAL.sub(lambda match: _PLURALS[match[0].replace(",", "")], text)
    text = re.sub(rf"\b([a-z]+)- (?=(?:to|or) [a-z]+[ -](?:{_BIG})\b)", r"\1 ", text)
    return _PREFIXES.sub(r"\1 ", text) if kind == "money" else text


def _fraction(match: re.Match[str]) -> str:
    """``2½`` as ``2.5``: compatibility spelling would make 21 halves of it."""
    return f"{match[1]}.5" if match[1] and match[2] == "½" else f"{match[1] or ''} {_FRACTIONS[match[2]]}"


def _decimal(match: re.Match[str]) -> str:
    number = read_number(match[1])
    return f"{int(number)}.5" if number is not None and number.denominator == 1 else match[0]


def _life(text: str) -> CountValue | None:
    if not LIFE.search(text) or "year" in text:
        return None
    numbers = find_numbers(text)
    count = int(numbers[0].value) if numbers and numbers[0].value < 100 else 1
    return CountValue("days", count, count, count, "life")


def _figure(text: str, kind: str, rules: CountRules) -> _Figure | None:
    """The first figure, its partner in a range (*20 to 50*) joined to it; else the first vague word or word that holds a number."""
    exact = _first_number(text, kind)
    vague = _first_vague(text, rules)
    if vague and (exact is None or vague.start <= exact.start):
        return vague
    if exact is not None:
        return exact
    return _article(text) if kind == "days" else None


def _article(text: str) -> _Figure | None:
    """*a year* is one, *half a year* the half of one: only lengths count by an article."""
    for match in re.finditer(r"\b(half )?(an?) (?=[a-z])", text):
        if length_unit(" " + text[match.end() :]):
            value = Fraction(1, 2) if match[1] else Fraction(1)
            return _Figure(match.start(), match.end() - 1, value, value, value)
    return None


def _first_number(text: str, kind: str) -> _Figure | None:
    every = find_numbers(text)
    numbers = [number for at, number in enumerate(every) if reason_against(text, every, at, kind) is None]
    if not numbers:
        return None
    at = _first_of(text, numbers, kind)
    first = numbers[at]
    value = first.value
    end = first.end
    for second in numbers[at + 1 :]:
        if second.start < end:
            continue
        between = text[end : second.start]
        joint = _BETWEEN_TWO.fullmatch(between)
        if joint is not None and not ("and" in between and "between" not in text[: first.start]):
            low = value * second.multiplier if second.multiplier > 1 and value <= second.mantissa else value
            low, high = sorted((low, second.value))
            return _Figure(first.start, second.end, low, high, low if low == high else None)
        more = _AND_MORE.fullmatch(between)
        if kind in PERSONS and more and not _PREPOSITIONS & set(more[1].split()):
            value, end = value + second.value, second.end  # "two men and three women"
            continue
        break
    return _Figure(first.start, end, value, value, value)


def _first_of(text: str, numbers: list[Number], kind: str) -> int:
    """Where the figure begins: at the first number, but at the new total in *rose from 40 to 57*, at the length in *three 10-day terms*."""
    if kind == "days" and not length_unit(text[numbers[0].end :]):
        timed = [i for i, number in enumerate(numbers) if length_unit(text[number.end :])]
        between = text[numbers[0].end : numbers[timed[0]].start] if timed else ""
        return timed[0] if timed and not _BETWEEN_TWO.fullmatch(between) and re.fullmatch(r"[\s-]*", between) else 0
    return new_total(text, numbers)


_TIMES = re.compile(r"(?:twice|thrice) (?:as|the|that|those)\b")
_LETTER = re.compile(r"[^\W\d_]")


def _first_vague(text: str, rules: CountRules) -> _Figure | None:
    best: _Figure | None = None
    for start, end, low, high, exact in _vague_words(text, rules):
        stop, factor = (end, 1) if text[start:end] in rules.vague and " of " in text[start:end] else _scaled(text, end)
        # "hundreds of lakhs" ends below a thousand lakhs, as "hundreds" ends below a thousand
        top = high * factor if exact or factor == 1 else (high + 1) * factor - 1
        figure = _Figure(start, stop, Fraction(low * factor), Fraction(top), Fraction(low * factor) if exact else None)
        if best is None or (figure.start, -figure.end) < (best.start, -best.end):
            best = figure
    return best


def _vague_words(text: str, rules: CountRules) -> list[tuple[int, int, int, int, bool]]:
    """``(start, end, low, high, exact)`` of the vague words and of the words that hold a number."""
    found: list[tuple[int, int, int, int, bool]] = []
    if not _LETTER.search(text):
        return found  # bare figures, of which a text may hold tens of thousands
    few = "|".join(map(re.escape, sorted(rules.plural, key=len, reverse=True)))
    for match in re.finditer(rf"\b(?:several|(?:a|the (?:last|past|first)) few|many|some)\s+({few})\b", text):
        singular = match[1] in MULTIPLIERS and not match[1].endswith("s")
        if match[0].startswith("some") and singular:
            continue  # "some hundred" is about 100
        found.append((match.start(), match.end(), *rules.vague[rules.plural[match[1]]], False))
    for word, (low, high) in sorted(rules.vague.items(), key=lambda item: -len(item[0])):
        found += [(m.start(), m.end(), low, high, False) for m in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w])", text)]
    for word, (low, high) in rules.words.items():
        found += [(m.start(), m.end(), low, high, low == high) for m in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w])", text)]
    return [one for one in found if not _after_number(text, one[0]) and not _TIMES.match(text, one[0])]


def _after_number(text: str, start: int) -> bool:
    """Whether the vague word only multiplies the number before it (*two dozens*, *2 lakhs*)."""
    return any(number.start < start < number.end for number in find_numbers(text))


def _scaled(text: str, end: int) -> tuple[int, int]:
    """A multiplier behind a vague word: *thousands of crores*, *several lakh*, *a couple of hundred*."""
    match = re.match(r"\s+(?:of\s+)?(dozens?|hundreds?|thousands?|lakhs?|crores?|millions?|billions?)\b", text[end:])
    return (end + match.end(), MULTIPLIERS.get(match[1]) or MULTIPLIERS[match[1].rstrip("s")]) if match else (end, 1)


def _unit(text: str, figure: _Figure, kind: str) -> tuple[str | None, int, int]:
    """The unit, how many of it one is worth, and where it ends."""
    if kind == "money":
        return currency(text[: figure.start], text[figure.end :]), 1, figure.end
    if kind == "days":
        more = re.match(r"(?:\s+(?:or )?more|-?odd|\s+full|\s+consecutive|\s+straight|\s+long|\s+of)\b", text[figure.end :])
        skip = figure.end + (more.end() if more else 0)
        half = re.match(r"[\s-]+and[\s-]a[\s-]half", text[skip:])
        unit = length_unit(text[skip + (half.end() if half else 0) :])
        if unit:
            return unit[0], unit[1], skip + (half.end() if half else 0) + unit[2]
    return None, 1, figure.end


def _to_other_unit(text: str, end: int, unit: str, found: _Range) -> tuple[str, _Range] | None:
    """*18 months to three years*: both ends in the smaller unit."""
    joint = re.match(r"\s*(?:to|or|and|-)\s+(?=\w)", text[end:])
    numbers = find_numbers(text[end + joint.end() :]) if joint else []
    if joint is None or not numbers or numbers[0].start != 0 or ("and" in joint[0] and "between" not in text):
        return None
    other = length_unit(text[end + joint.end() + numbers[0].end :])
    if other is None or other[0] == unit:
        return None
    value = numbers[0].value * other[1]
    if SMALLER.get(other[0], ("", 0))[0] == unit:
        low, high = found.low, value * SMALLER[other[0]][1]
    elif SMALLER.get(unit, ("", 0))[0] == other[0]:
        unit, low, high = other[0], found.low * SMALLER[unit][1], value
    else:
        return None
    return (unit, _Range(low, high, (low + high) / 2)) if low <= high else None


def _with_smaller(text: str, end: int, unit: str, found: _Range) -> tuple[str, _Range]:
    """*four years and two months*, *a year and a half*: in the smaller unit where there is one, so that the ends stay whole."""
    smaller, per = SMALLER.get(unit, (unit, 1))
    half = re.match(r"\s+and a half\b", text[end:]) or re.search(r"and[\s-]a[\s-]half[\s-]+\w+$", text[:end])
    extra = Fraction(per, 2) if half else _rest(text[end:], smaller)
    if not extra and all(value is None or value.denominator == 1 for value in (found.low, found.high)):
        return unit, found
    low, high, best = (None if value is None else value * per + extra for value in (found.low, found.high, found.best))
    return smaller, _Range(low or Fraction(0), high, best)


def _rest(after: str, smaller: str) -> Fraction:
    """The *and two months* of *four years and two months*, in months."""
    match = re.match(r"(?:,? and|,)?\s+(?=\d|[a-z])", after)
    numbers = find_numbers(after[match.end() :]) if match else []
    if not match or not numbers or numbers[0].start != 0:
        return Fraction(0)
    unit = length_unit(after[match.end() + numbers[0].end :])
    return numbers[0].value * unit[1] if unit and unit[0] == smaller else Fraction(0)


def _qualified(text: str, figure: _Figure, end: int, rules: CountRules, *, length: bool) -> _Range:
    """The words before and behind a figure applied to it."""
    sense = _sense_before(text[: symbol_start(text[: figure.start])], rules) or _sense_after(text, figure.end) or _sense_after(text, end)
    low, high, stated = figure.low, figure.high, figure.stated
    shares = {"nearly": rules.nearly, "around": rules.around}
    if sense == "more than":
        found = _Range(floor(low) + Fraction(1), None, stated)
    elif sense == "fewer than":
        # less than a year may be any part of it; fewer than 50 people are 49 at most
        found = _Range(Fraction(0), high if length else Fraction(max(ceil(high) - 1, 0)), high)
    elif sense == "up to":
        found = _Range(Fraction(0), high, high)
    elif sense == "at least":
        found = _Range(low, None, stated)
    elif sense == "odd" and stated is not None:
        found = _Range(stated + rules.odd[0], stated + rules.odd[1], stated)
    elif sense in shares and stated is not None:
        found = _Range(stated * shares[sense][0], stated * shares[sense][1], stated)
    else:
        found = _Range(low, high, stated if stated is not None else (low + high) / 2)
    return found


def _sense_before(before: str, rules: CountRules) -> str | None:
    """What the longest known phrase directly before a figure says; filling words (*the*, *a total of*) may stand between."""
    table = (
        ("more than", rules.more_than_words),
        ("fewer than", rules.fewer_than_words),
        ("up to", rules.up_to_words),
        ("at least", rules.at_least_words),
        ("nearly", rules.nearly_words),
        ("around", rules.around_words),
    )
    if not before.strip():
        return None
    for text in (before.rstrip(), _FILLER.sub("", before.rstrip() + " ").rstrip()):
        fits = [(len(phrase), sense) for sense, phrases in table for phrase in phrases if _ends_with(text, phrase)]
        if fits:
            return max(fits)[1]
    return None


def _sense_after(text: str, end: int) -> str | None:
    for sense, pattern in _AFTER:
        if pattern.match(text, end):
            return sense
    return None


def _ends_with(before: str, phrase: str) -> bool:
    if not before.endswith(phrase):
        return False
    at = len(before) - len(phrase)
    return at == 0 or not phrase[0].isalpha() or not before[at - 1].isalnum()


def _value(kind: str, found: _Range, factor: int, unit: str | None) -> CountValue | None:
    """Whole numbers: the low end rounded down, the high end up; the best figure kept within them."""
    low = floor(found.low * factor)
    high = None if found.high is None else ceil(found.high * factor)
    best = low if found.best is None else floor(found.best * factor)
    best = max(best, low) if high is None else min(max(best, low), high)
    if max(low, high or 0, best) > LARGEST:
        return None
    return CountValue(kind, low, high, best, unit)
