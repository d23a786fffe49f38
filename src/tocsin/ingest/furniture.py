"""Page furniture pasted around a report: marked with its kind, never cut, so that offsets hold.

The rules look at one line at a time: at its phrases (:mod:`tocsin.ingest.phrases`) and at its shape. A line that could be a sentence of
the report is never marked: a rule needs a phrase at the line's start or a shape that no sentence has. Two rules reach further: a comment
form takes all that follows it, unless real paragraphs do, and a heading of links takes the list under it.

Kinds: ``date line`` (a date alone), ``stamp`` ("Published: …", "Updated 5 minutes ago"), ``byline``, ``menu``, ``share``, ``comment form``,
``related``, ``newsletter``, ``advertisement``, ``cookies``, ``copyright``, ``tags``, ``credit``, ``counter``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tocsin.ingest import phrases
from tocsin.ingest.dates import MONTH, WEEKDAY, find_dates
from tocsin.records import Furniture

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\w+")
_SEPARATORS = re.compile(r"\s*[|•·»›>☰≡–]\s*|\s+/\s+|\t+| {2,}")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)\]]*$")

PARAGRAPH = 120
"""Characters: a line at least this long that ends like a sentence is a paragraph of a report (nine in ten of the training texts' are)."""

HEAD_LINES = 8
"""Lines from the top, empty ones not counted, among which menus without known words, date lines and bylines are looked for."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    place: int
    """How many lines stand above, empty ones not counted."""
    left: int
    """How many lines stand below."""


def find_furniture(text: str) -> tuple[Furniture, ...]:
    """The furniture of ``text``: within its bounds, in order, without overlaps."""
    lines = _lines(text)
    kinds = [_kind(line) for line in lines]
    _keep_body_dates(lines, kinds)
    _spread_lists(lines, kinds)
    _spread_form(lines, kinds)
    whole = [Furniture(line.start, line.end, kind) for line, kind in zip(lines, kinds, strict=True) if kind]
    parts = [part for line, kind in zip(lines, kinds, strict=True) if not kind for part in _within(line)]
    return _joined(text, sorted(whole + parts, key=lambda part: (part.start, -part.end)))


def is_sentence(words: str) -> bool:
    """Whether a line ends like a sentence and has at least four words."""
    return _SENTENCE_END.search(words) is not None and len(words.split()) >= 4


def is_paragraph(words: str) -> bool:
    """Whether a line is running text of some length."""
    return len(words) >= PARAGRAPH and _SENTENCE_END.search(words) is not None and phrases.FORM_FIELDS.search(words) is None


def _lines(text: str) -> list[_Line]:
    spans = []
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if words and words != "\ufeff":
            start = match.start() + match.group().index(words)
            spans.append((start, start + len(words), words))
    return [_Line(start, end, words, place, len(spans) - place - 1) for place, (start, end, words) in enumerate(spans)]


def _kind(line: _Line) -> str | None:
    """The kind of a line that is furniture as a whole."""
    words = line.text
    if len(words) > 400:  # the longest cookie notice seen has 310 characters
        return None
    for kind, pattern in _BY_PHRASE:
        if pattern.match(words):
            return kind
    if len(phrases.FORM_FIELDS.findall(words)) >= 2 and not is_paragraph(words):
        return "comment form"
    if _is_share(words):
        return "share"
    return _mixed(words) or ("menu" if _is_menu(line) else _dated(line))


_BY_PHRASE = (
    ("comment form", phrases.COMMENT_FORM),
    ("related", phrases.TEASER_HEADING),
    ("newsletter", phrases.NEWSLETTER),
    ("advertisement", phrases.ADVERTISEMENT),
    ("cookies", phrases.COOKIES),
    ("copyright", phrases.COPYRIGHT),
    ("tags", phrases.TAGS),
    ("credit", phrases.CREDIT),
    ("counter", phrases.COUNTERS),
)


def _is_share(words: str) -> bool:
    """A line of nothing but share buttons and their counts."""
    tokens = [token for token in re.split(r"[\s\[\]()|·•:,/>»!]+", words.lower()) if token]
    named = [token for token in tokens if token in phrases.SHARE_WORDS]
    others = [token for token in tokens if token not in phrases.SHARE_WORDS and token not in phrases.SHARE_FILLERS]
    if not named or len(tokens) > 20 or any(not re.fullmatch(r"[\d.,k+\-a]+|\W+", token) for token in others):
        return False
    return len(named) >= 2 or (len(tokens) <= 4 and any(len(token) > 3 for token in named))


def _mixed(words: str) -> str | None:
    """Buttons and links of several kinds in one line: "Share | Related: Three held over land protest | Leave a comment"."""
    items = [item for item in _SEPARATORS.split(words) if item.strip()]
    if len(items) < 2 or any(len(item) > 80 or is_sentence(item) for item in items):
        return None
    kinds = [kind for item in items for kind, pattern in _BY_PHRASE if pattern.match(item)]
    shares = sum(_is_share(item) for item in items)
    return (kinds or ["share"])[0] if len(kinds) + shares >= 2 else None


def _is_menu(line: _Line) -> bool:
    """Short items between strokes, dots or wide gaps, not one of which could be part of a sentence."""
    words = line.text
    if re.match(r"(?i)you are here\b|(?:\[[^\]]{1,25}\]\s*){3,}$", words):
        return True
    items = [item for item in _SEPARATORS.split(words) if item.strip()]
    if len(items) < 3 or len(words) > 250 or _SENTENCE_END.search(words):
        return False
    if any(len(item) > 32 or len(item.split()) > 4 or re.search(r"[.,;!?\"”]\s", item) for item in items):
        return False
    known = sum(bool(phrases.MENU_WORDS & {word.lower() for word in _WORD.findall(item)}) for item in items)
    if known >= 2:
        return True
    # figures and colons between strokes are a table ("Killed: 12 | Injured: 30"), dashes and dots part the lines of a headline
    # ("Police fire – two dead – town shut"): both are the report's
    plain = not re.search(r"[\d:=%–·•]", words) and all(item[:1].isupper() and len(item.split()) <= 3 for item in items)
    return plain and (line.place < 4 or line.left < 3)


_STAMP = re.compile(
    r"^[\W_]*(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|printed)|date|issued|this story is from)\b"
    r"(?:\s*(?:on|at|by|in|date|time))?\s*[:\-–]?\s*",
    re.IGNORECASE,
)
_AGO = re.compile(r"\b(?:\d+|an?|one|two|three|few) (?:second|minute|min|hour|hr|day|week|month|year)s? ago\b|\bjust now\b", re.IGNORECASE)
_BYLINE = re.compile(
    r"^(?:by|text by|story by|written by)\s+(?:our |the |a |staff )*(?-i:[A-ZÀ-ÖØ-ÞĀ-Ž])[\w.'’-]*(?:[ ,/&]+(?:and |of |in |de |del |van |von |bin |al-|el-)?"
    r"(?:(?-i:[A-ZÀ-ÖØ-ÞĀ-Ž])[\w.'’-]*|correspondents?|reporters?|writers?|editors?|staff|agencies|stringer|bureau))*\s*$",
    re.IGNORECASE,
)
_STAFF = re.compile(r"^(?:our |a |the )?(?:staff|special|own|chief)\s*(?:reporter|correspondent|writer)s?$", re.IGNORECASE)
_FILLER = re.compile(
    rf"\b(?:{WEEKDAY}|{MONTH}|am|pm|hrs?|ist|gmt|utc|est|edt|cet|bst|at|on|by|the|of|last|updated|published|posted|views?|edition|online|local|time|ago)\b"
    r"|\d+(?:st|nd|rd|th|h)?\d*|\W+|_",
    re.IGNORECASE,
)


def _dated(line: _Line) -> str | None:
    """A line about when and by whom the page was made."""
    words = line.text
    if len(words) > 140:
        return None
    has_date = bool(find_dates(words))
    if (_AGO.search(words) or has_date) and _STAMP.match(words) and _left_over(_STAMP.sub("", words)) <= 5:
        return "stamp"
    if _AGO.search(words) and _left_over(_AGO.sub("", words)) <= 3 and not _SENTENCE_END.search(words):
        return "stamp"
    if has_date and _left_over(words) == 0:
        return "date line"
    if line.place < HEAD_LINES or line.left < 3:
        return _signed(words, has_date=has_date)
    return None


def _signed(words: str, *, has_date: bool) -> str | None:
    """A byline, with or without a date; a date with a word or two beside it ("30.07.2018 · 1 204 views · Share: VK")."""
    bare = _undated(words) if has_date else words
    if (_BYLINE.match(bare) and len(bare.split()) <= 12) or _STAFF.match(bare):
        return "byline"
    if has_date and not _SENTENCE_END.search(words) and re.search(r"[|·•–/]| {3}", words):
        share = {word.lower() for word in _WORD.findall(bare)}
        unknown = [word for word in share if not word.isdigit() and word not in phrases.SHARE_WORDS and word not in phrases.SHARE_FILLERS]
        if len(unknown) <= 2:
            return "date line"
    return None


def _undated(words: str) -> str:
    """``words`` without their dates, times and the marks between."""
    kept, at = [], 0
    for written in find_dates(words):
        kept.append(words[at : written.start])
        at = written.end
    rest = " ".join([*kept, words[at:]])
    rest = re.sub(r"\b\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+(?:IST|GMT|UTC|EST|EDT|CET|hrs)\b)?", " ", rest, flags=re.IGNORECASE)
    return re.sub(rf"(?i)\b{WEEKDAY}(?!\w)", " ", rest).strip(" \t,|·•–—-/()[]:")


def _left_over(words: str) -> int:
    """Words that are neither dates nor times nor what stands around them."""
    return len(_WORD.findall(_FILLER.sub(" ", words)))


def _keep_body_dates(lines: list[_Line], kinds: list[str | None]) -> None:
    """A date that stands alone after the report has begun heads a part of it (a live blog, a chronicle): that is no furniture."""
    begun = False
    for index, line in enumerate(lines):
        if kinds[index] == "date line" and begun and line.left >= 3:
            kinds[index] = None
        begun = begun or is_paragraph(line.text) or line.place >= HEAD_LINES


def _spread_lists(lines: list[_Line], kinds: list[str | None]) -> None:
    """Mark the lines under a heading of links, as far as they look like links."""
    listing = False
    for index, line in enumerate(lines):
        if kinds[index] == "related":
            match = phrases.TEASER_HEADING.match(line.text)
            listing = match is not None and not match["rest"].strip(" :>»|…")
        elif listing and kinds[index] is None:
            bulleted = re.match(r"[-–—•·>»*▪►]\s*\w", line.text) is not None
            heading = len(line.text) <= 110 and not re.search(r"[.:;,]['\"”’]?$", line.text)
            listing = (bulleted and len(line.text) <= 200) or (heading and _runs_on(lines, kinds, index))
            if listing:
                kinds[index] = "related"


def _runs_on(lines: list[_Line], kinds: list[str | None], index: int) -> bool:
    """Whether a line is one of a list: the last of all, or not the headline of a paragraph."""
    return index + 1 == len(lines) or kinds[index + 1] is not None or not is_paragraph(lines[index + 1].text)


def _spread_form(lines: list[_Line], kinds: list[str | None]) -> None:
    """Once a comment form begins all is furniture to the end, unless real paragraphs follow: two of them, or one of 250 characters."""
    running = [not kind and is_paragraph(line.text) for line, kind in zip(lines, kinds, strict=True)]
    after, longest = sum(running), [len(line.text) if runs else 0 for line, runs in zip(lines, running, strict=True)]
    last_long = max((index for index, length in enumerate(longest) if length >= 250), default=-1)
    begun = False
    for index, kind in enumerate(kinds):
        if kind == "comment form" and begun and after < 2 and index > last_long:
            kinds[index:] = ["comment form"] * (len(kinds) - index)
            return
        after -= running[index]
        begun = begun or (not kind and len(lines[index].text) >= 40)


# What a paper's system prints before the first sentence, in one line with it. A date alone is not enough: it needs its time of day with
# a zone or a clock's form, or a word that says what it is.
_CLOCK = r"\d{1,2}\s?[:.]\s?\d{2}(?:\s?[:.]\s?\d{2})?(?:\s?(?:[ap]m|hrs)\b)?(?:\s*(?:IST|GMT|UTC|EST|EDT|CET|CEST|BST|SGT|HKT)\b)?"
_SAID = re.compile(
    r"\b(?:this story is from|(?:first |last )?(?:published|posted|updated)(?:\s*:|\s+on\b(?=[^.]{0,30}\d{4})))\s*", re.IGNORECASE
)
_RUNNING = re.compile(
    r"\b(?:on|since|until|till|by|before|after|from|to|of|in|dated|at|and|between|for|during|the|late|early)\s*$", re.IGNORECASE
)
STAMP_REACH = 300
"""Characters from the top within which a stamp in running text is looked for."""


def _within(line: _Line) -> list[Furniture]:
    """Furniture inside a line that is otherwise the report's: a stamp before the first sentence, share links, a list of links after it."""
    parts = [Furniture(line.start + match.start(), line.start + match.end(), "share") for match in phrases.SHARE_PHRASE.finditer(line.text)]
    for kind, pattern in (("related", phrases.TEASER_INLINE), ("comment form", phrases.FORM_INLINE)):
        if match := pattern.search(line.text):
            parts.append(Furniture(line.start + match.start(), line.end, kind))
    if line.place < HEAD_LINES:
        parts.extend(_stamps(line))
    return parts


def _stamps(line: _Line) -> list[Furniture]:
    parts = []
    for written in find_dates(line.text, 0, min(len(line.text), STAMP_REACH)):
        if written.year is None:
            continue
        before = line.text[: written.start]
        said = list(_SAID.finditer(before))
        labelled = bool(said) and said[-1].end() == len(before)
        clock = re.compile(rf"\s*,?\s*{_CLOCK}", re.IGNORECASE).match(line.text, written.end)
        if labelled or (clock and not _RUNNING.search(before)):
            start = said[-1].start() if labelled else written.start
            parts.append(Furniture(line.start + start, line.start + (clock.end() if clock else written.end), "stamp"))
            break  # one text has one stamp; a second date with a clock is the report's
    return parts


def _joined(text: str, parts: list[Furniture]) -> tuple[Furniture, ...]:
    """Neighbours of one kind with nothing but space between become one; of two that overlap the first stands."""
    joined: list[Furniture] = []
    for part in parts:
        last = joined[-1] if joined else None
        if last and part.start < last.end:
            continue
        if last and last.kind == part.kind and not text[last.end : part.start].strip():
            joined[-1] = Furniture(last.start, part.end, part.kind)
        else:
            joined.append(part)
    return tuple(joined)
