"""Which language a text is in, by the script of its letters and, in Latin script, by its small words.

A light method on purpose: tocsin reads English, and what has to be told is "English or not". The small words (articles, prepositions,
pronouns) of twenty languages decide, with the accents of words in lower case on the one side and common words of English news on the other.
What stands inside names counts for nothing: a report on Jan de Vries of Den Haag is no Dutch. Short texts lean English, because a text
wrongly kept aside is lost and one wrongly read is only slow. See docs/ingest.md for the figures.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from tocsin.ingest.language_words import ALSO_ENGLISH, BEFORE_NAMES, IN_NAMES, LETTERS, LOANS, NEWS, SMALL_WORDS

UNKNOWN = "und"
"""Not English, and which language it is cannot be told."""

SAMPLE = 20_000
"""Characters that are looked at: more do not change the answer."""

_LONG, _SHORT, _FEW = 40, 20, 5
_LONGEST_RUN = 3
"""Small words in a row inside a name: *de la*, *van den*."""
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\bpic\.\S+|[@#]\w+|[\w.+-]{1,64}@\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

# Scripts that one language (or one above all in the news) writes; the others are told apart by their letters below.
_SCRIPTS = {
    "GREEK": "el",
    "HEBREW": "he",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "GURMUKHI": "pa",
    "GUJARATI": "gu",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
    "THAI": "th",
    "LAO": "lo",
    "MYANMAR": "my",
    "KHMER": "km",
    "ETHIOPIC": "am",
    "HANGUL": "ko",
    "TIBETAN": "bo",
}
_CYRILLIC = (("uk", "іїєґ"), ("be", "ў"), ("mk", "ѓќѕ"), ("sr", "ђћљњ"), ("kk", "қғұәң"), ("ru", "ыэ"), ("bg", "ъщ"))
_ARABIC = (("ur", "ٹڈڑے"), ("ps", "ټډړښ"), ("fa", "پچژگ"))


def language_of(text: str, told: str | None = None) -> str:
    """The ISO 639-1 code of the language of ``text``: ``en`` where in doubt, :data:`UNKNOWN` where surely not English.

    ``told`` is the code that the input names (an HTML page's ``lang``, a column): it is taken where the text is surely not English and its
    language cannot be told otherwise. It never overrules an English text: pages in English often carry their site's language.
    """
    sample = text[:SAMPLE]
    script = _script(sample)
    answer = _by_small_words(_words(sample)) if script in {None, "LATIN"} else _by_script(script or "", sample)
    if answer == UNKNOWN and told:
        named = told.lower().replace("_", "-").split("-")[0]
        return named if re.fullmatch(r"[a-z]{2,3}", named) and named != "en" else UNKNOWN
    return answer


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text that tell its language, in lower case: all of them, and those that are written so."""

    every: Counter[str]
    low: Counter[str]

    @property
    def total(self) -> int:
        return self.every.total()


def _words(text: str) -> _Words:
    """The words without addresses, acronyms and initials ("UN" is no article, the "U.S." no two), and without the particles of names."""
    found = [(match.start(), match.end(), str(match[0]).replace("’", "'")) for match in _WORD.finditer(_ADDRESS.sub(" ", text))]
    spoken = [one for one in found if not one[2].isupper()]
    if 2 * len(spoken) < len(found):  # all in capitals, which tell nothing of names then
        every = Counter(word.lower() for _, _, word in found if len(word) > 1)
        return _Words(every, Counter())
    kept = [word for _, _, word in _without_particles(spoken) if word not in LOANS]
    return _Words(Counter(word.lower() for word in kept), Counter(word for word in kept if word[0].islower()))


def _without_particles(words: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Without the small words inside names (*van der* between capitals) and the articles that open them (*Los* Angeles)."""
    kept: list[tuple[int, int, str]] = []
    after_name = False
    run: list[tuple[int, int, str]] = []
    for at, one in enumerate(words):
        start, end, word = one
        touches = at > 0 and start - words[at - 1][1] == 1
        name = word[0].isupper()
        if after_name and touches and word in IN_NAMES and len(run) < _LONGEST_RUN:
            run.append(one)
            continue
        if not (name and touches):
            kept += run  # no name closed the run: its words stand for themselves
        run = []
        opens = (
            name and word.lower() in BEFORE_NAMES and at + 1 < len(words) and words[at + 1][0] - end == 1 and words[at + 1][2][0].isupper()
        )
        if not opens:
            kept.append(one)
        after_name = name
    return kept + run


def _by_small_words(words: _Words) -> str:
    """The language of a text in Latin script."""
    counts, total = words.every, words.total
    if not total:
        return "en"
    if sum(counts[word] for word in SMALL_WORDS["en"]) > 0.3 * total:  # no text in another language comes near: the quick way out
        return "en"
    scores = {code: _score(code, counts) for code in SMALL_WORDS if code != "en"}
    best = max(scores, key=lambda code: scores[code])
    english = sum(counts[word] for word in (SMALL_WORDS["en"] | NEWS) - SMALL_WORDS[best])
    accented = sum(times for word, times in words.low.items() if not word.isascii())  # with a capital it may be a name
    own = accented + sum(counts[word] for word in SMALL_WORDS[best] - SMALL_WORDS["en"] - ALSO_ENGLISH if word.isascii())
    small = sum(counts[word] for word in SMALL_WORDS[best])
    found = small + sum(times for word, times in words.low.items() if not word.isascii() and word not in SMALL_WORDS[best])
    # lists of names have few small words in English too: only long texts with next to none among their other words are surely not English
    low = words.low.total()
    foreign = low >= _LONG and sum(words.low[word] for word in SMALL_WORDS["en"] | NEWS) < 0.05 * low and english < 0.03 * total
    if not foreign and not _outweighs(found, own, accented, english, total):
        return "en"
    if not small or (foreign and small < 0.13 * total):  # a language that is not in the table: its chance likeness to one that is
        return UNKNOWN
    return best


def _score(code: str, counts: Counter[str]) -> float:
    """Words that speak for a language, less those that speak against it."""
    small = SMALL_WORDS[code]
    score = 0.0
    for word, times in counts.items():
        if word in small:
            score += times
        if not word.isascii():
            score += times * (0.3 if all(letter < "\x80" or letter in LETTERS[code] for letter in word) else -0.6)
    return score


def _outweighs(found: int, own: int, accented: int, english: int, total: int) -> bool:
    """Whether ``found`` words of a language, ``own`` of which English has not, among ``total`` words outweigh ``english`` ones.

    Swept on the English training texts and on sentences in 24 languages: with one word of its own enough, 3 English headlines with
    foreign names were lost.
    """
    if total < _SHORT and not english:
        return own >= 1 and (found >= 2 or (accented >= 1 and total >= _FEW)) and found >= 0.12 * total
    return own >= 2 and found > max(1.5 * english, 0.1 * total)


def _script(text: str) -> str | None:
    """The script of most of the letters; ``None`` without letters."""
    found: Counter[str] = Counter()
    for letter, times in Counter(text).items():
        if letter.isalpha():
            name = unicodedata.name(letter, "").split(" ")[0]
            found["HAN" if name == "CJK" else name] += times
    if found["HIRAGANA"] + found["KATAKANA"] > found["HAN"] / 20:  # Japanese mixes three scripts
        found["KANA"] = found.pop("HIRAGANA", 0) + found.pop("KATAKANA", 0) + found.pop("HAN", 0)
    return found.most_common(1)[0][0] if found else None


def _by_script(script: str, text: str) -> str:
    if script == "HAN":
        return "zh"
    if script == "KANA":
        return "ja"
    if script in {"CYRILLIC", "ARABIC"}:
        letters = Counter(text.lower())
        total = sum(letters.values())
        for code, marks in _CYRILLIC if script == "CYRILLIC" else _ARABIC:
            if sum(letters[mark] for mark in marks) > total / 500:  # a quoted name may bring one letter, a language brings many
                return code
        return UNKNOWN if script == "CYRILLIC" else "ar"
    return _SCRIPTS.get(script, UNKNOWN)
