"""The words that name a speaker beside his verb: the noun phrase that ends before it, or that begins after it."""

from __future__ import annotations

import re
from itertools import pairwise

from tocsin.records import Span
from tocsin.resolve.times.words import FULL_WEEKDAY, MONTHS

LONGEST = 16
"""Words of the longest name of a speaker."""
_REACH = 260
"""Code points before a verb in which its subject is looked for, so that the cost stays the same however long the sentence is."""
_AHEAD = 200
"""Code points after *said* or *according to*, likewise."""

_WORD = re.compile(r"[\w’'.&-]+")
_CUT = re.compile(
    r"[;:()—–\"“”\[\]\n]|``|''|‘‘|’’|--|\s-\s|(?<![\w’'-])(?:that|but|while|whereas|although|though|when|because|if|as|since|after|before|where|until|than"
    r"|what|why|how|whether|whom|so|yet)(?![\w’'-])",
    re.IGNORECASE,
)
"""Where a subject cannot reach back over."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|had|has|have|will|would|can|could|may|might|should|must|did|does|do|not|said|says|told)\b", re.IGNORECASE
)
_PAST = re.compile(r"\b\w{3,}ed\b")
_RELATIVE = re.compile(r"\s*(?:who|which|whose|whom|where)\b", re.IGNORECASE)
_RESTRICTED = re.compile(r"\s*((?:[\w’'.&-]+\s+){1,8}?)(?:who|which)\s")
"""*Residents who had fled* said."""
_PROPER = re.compile(r"\s*(?:(?:Mr|Mrs|Ms|Dr|Gen|Col|the)\.?\s+)?(?:[A-Z][\w’'.-]*\s*){1,4}")
_LEAD = re.compile(
    r"(?:(?:and|but|while|whereas|yet|so|then|although|though|because|or|as|for|later|earlier|meanwhile|however|instead|still|now|also|today|yesterday"
    r"|moreover|besides|nevertheless|here|afterwards|on\s+(?:\w+day|the\s+\w+\s+day)(?:\s+(?:morning|evening|night|afternoon))?|last\s+\w+"
    r"|in\s+(?:a|its|his|her|their|the)\s+(?:statement|report|letter|interview|speech|bulletin))\b\s*,?\s*)+",
    re.IGNORECASE,
)
_MONTHS = "|".join(name for name in MONTHS if len(name) > 4 or name in {"may", "june", "july"})
_TAIL = re.compile(
    rf"(?:\s*,)?\s+(?:(?:late |early )?on\s+{FULL_WEEKDAY}(?:\s+\w+ing|\s+night)?|{FULL_WEEKDAY}|today|yesterday|here|earlier|initially|himself|herself|itself"
    r"|themselves|however|too|also|later|meanwhile|in turn|last\s+(?:week|month|year|night)|this\s+(?:week|month|morning|evening)"
    rf"|in\s+(?:a|its|his|her|their|the)\s+(?:\w+\s+)?(?:statement|report|letter|interview|speech|bulletin|communique)|in\s+(?:{_MONTHS}|\d{{4}}))$",
    re.IGNORECASE,
)
"""*The ministry on Monday* said."""
_NO_NAME = re.compile(
    r"(?:by|on|in|at|of|from|to|with|under|during|not|nor|or|and|about|over|into|against|towards?|near|until)\b|\W*$|\d+$", re.IGNORECASE
)
_STOP = re.compile(
    r"[.,;:()\[\]\"“”\n]|``|''|--|[—–]|\s-\s|\s(?:who|which|that|whose|said|says|told|had|have|has|were|was|is|are|when|while|as|after|before|during"
    r"|yesterday|today|later|there|but|and\s+(?:the|a|that)|on|at|in\s+(?:a|an|the|its|his|her|their)\s+(?:\w+\s+)?(?:statement|report|letter|interview"
    r"|speech)|released|published|obtained|seen|cited|quoted|familiar|to|for|from|about|late|early|\d+\s*[.,])(?![\w’'-])"
)
_INITIAL = re.compile(r"\b(?:[A-Za-z]|[A-Z][a-z]{1,2}|mr|mrs|dr|gen|col|rev|sen|gov|lt)$")


def name_before(text: str, start: int, end: int) -> Span | None:
    """The noun phrase that ends at ``end``, not reaching back over ``start``: the subject of a verb that begins there."""
    first = max(start, end - _REACH)
    window = text[first:end].rstrip()
    if not window:
        return None
    if window.endswith(","):
        return _around_aside(text, first, window)
    return _phrase(text, first, first + len(window), after_comma=True)


def name_after(text: str, start: int, end: int) -> Span | None:
    """The noun phrase that begins at ``start``, ending at ``end`` at the latest."""
    end = min(end, start + _AHEAD)
    while start < end and text[start] in " \t":
        start += 1
    stop = _STOP.search(text, start + 1, end)
    while stop is not None and stop[0] == "." and _INITIAL.search(text[max(start, stop.start() - 6) : stop.start()]):
        stop = _STOP.search(text, stop.end(), end)
    words = text[start : stop.start() if stop else end].rstrip(" '’")
    tail = _TAIL.search(words)
    words = words[: tail.start()] if tail and tail.start() else words
    return Span(start, start + len(words)) if _is_name(words) else None


def _is_name(words: str) -> bool:
    return bool(words) and len(_WORD.findall(words)) <= LONGEST and _NO_NAME.match(words) is None


def _around_aside(text: str, first: int, window: str) -> Span | None:
    """The name before an aside that ends at the verb: *Ana Bell, who leads the union, said*; *its leader, Ana Bell, said* is a name whole."""
    commas = [-1, *(found.start() for found in re.finditer(",", window))]
    parts = [Span(one + 1, other) for one, other in pairwise(commas)]
    if len(parts) < 2:
        return None
    last = len(parts) - 1
    recent = range(last, max(-1, last - 5), -1)
    aside = next((i for i in recent if _RELATIVE.match(window, parts[i].start, parts[i].end)), last)
    if not aside:
        return None
    named = parts[aside - 1]
    name = _phrase(text, first + named.start, first + named.end)
    if name is not None and aside == last and _PROPER.fullmatch(window, parts[last].start, parts[last].end):
        return Span(name.start, first + len(window[: parts[last].end].rstrip()))
    return name


def _phrase(text: str, start: int, end: int, after_comma: bool = False) -> Span | None:
    """The last noun phrase of ``text[start:end]``; ``None`` where a verb stands in it."""
    for cut in _CUT.finditer(text, start, end):
        start = cut.end()
    if after_comma:
        start = max(start, text.rfind(",", start, end) + 1)
    start = _after_clause(text, start, end)
    words = text[start:end]
    if _FINITE.search(words):
        restricted = _RESTRICTED.match(words)
        if restricted is None or _FINITE.search(restricted[1]):
            return None
        words = restricted[1]
    return _trimmed(start, words)


def _after_clause(text: str, start: int, end: int) -> int:
    """Past the last *and* that joins clauses and not names: *troops left and residents* said."""
    for joint in reversed(list(re.finditer(r"\band\b", text[start:end]))):
        left = text[start : start + joint.start()]
        if not left.strip() or _FINITE.search(left) or _PAST.search(left):
            return start + joint.end()
    return start


def _trimmed(start: int, words: str) -> Span | None:
    """Without what leads in and the time or the place of speaking."""
    bare = words.lstrip()
    lead = _LEAD.match(bare)
    bare = bare[lead.end() :] if lead else bare
    bare = bare.lstrip(" `'‘’")
    start += len(words) - len(bare)
    bare = bare.rstrip()
    while (tail := _TAIL.search(bare)) and tail.start():
        bare = bare[: tail.start()]
    bare = bare.rstrip(" ,`'’‘")
    return Span(start, start + len(bare)) if _is_name(bare) else None
