"""Which language a text is in, by the script of its letters and, in Latin script, by its small words.

A light method on purpose: tocsin reads English, and what has to be told is "English or not". The small words (articles, prepositions,
pronouns) of twenty languages decide; short texts lean English, because a text wrongly kept aside is lost and one wrongly read is only
slow. Over the 1,376 English training texts (single sentences among them) none is lost; see docs/ingest.md for the figures.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

UNKNOWN = "und"
"""Not English, and which language it is cannot be told."""

SAMPLE = 20_000
"""Characters that are looked at: more do not change the answer."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

# Frequent words that carry no subject. A word that several languages share stands in each of them and so decides nothing between them.
_SMALL_WORDS = {
    "en": """the of and to in a is was for on that with as by at from were has have had it be are his they he said an but who not their
        this which after been will or its when she her would over into about more than there no out we up also people one two could if
        what all during before between against told two under where them than him our you i do did can had says say""",
    "es": """de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya
        entre cuando contra nuevas nuevos todo esta ser son dos también fue había era muy hasta desde está mi porque han tras según""",
    "pt": """de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando
        muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus são segundo às foram contra novas novos""",
    "fr": """de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son mais comme ou
        si leur y dont aux été cette ont même nous sa ses elle fait après entre ces sans être était d'un d'une qu'il n'est c'est
        selon ils contre nouvelles""",
    "it": """di e il la che in un a per è una sono del non da le si con i al della nel dei come ha più ma gli dal anche alla delle
        su lo sono o questo stato ed era nella hanno degli suo tra se dopo stata dalla loro essere cui""",
    "ro": """de și în a la cu care pe nu din un o pentru că este au fost mai al sau se ce ca prin după sunt dar lui ale fi unei sa
        această său lor când fără unui să iar ar am împotriva potrivit zeci pentru""",
    "de": """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie
        nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde
        wurden seit gegen wegen unter neue wie""",
    "nl": """de van het een en in is dat op te zijn met voor niet aan er om ook als maar dan bij nog naar door uit over werd heeft
        hij ze wordt tot zij was deze die worden meer hebben heel geen kan al""",
    "sv": """och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när efter
        eller nu under ut vid hade också där""",
    "da": """og i at det er en til på der som af for med den de har ikke et han men var fra vi så kan når efter
        eller nu ud ved havde også blev være sig""",
    "no": """og i det er på som en til av for med at den har de ikke et han men var fra vi så kan når etter
        eller nå ut ved hadde også ble være seg""",
    "fi": """ja on ei että oli se hän mutta kun ovat myös joka sen niin kuin tai olla mukaan jo ole ollut sitä hänen vain
        kanssa sekä jos jotka ennen""",
    "pl": """w i na z się do nie że to jest o jak od po a za przez co ale dla są był był już tym oraz ich jego ma przed także
        tego być było które który która zostali został""",
    "cs": """a v se na je že s z do o i to k ve pro za by ale si po jako jsou od byl které až který také však podle jeho
        bylo není ze""",
    "hu": """a az és hogy nem is egy ez meg volt de azt csak már mint el még ha után szerint vagy kell lesz között ezt
        aki minden majd""",
    "tr": """ve bir bu da de için ile olarak çok en daha olan gibi sonra kadar ne ancak göre var değil o ama dedi her ya
        olduğunu tarafından""",
    "id": """yang dan di dari untuk dengan pada dalam ini itu tidak akan ke oleh adalah juga mereka karena telah kepada ada
        sebagai para bisa sudah saat atau setelah lebih tersebut seorang warga kata""",
    "sw": """ya na wa kwa ni katika za la kuwa hiyo huo wakati hii cha baada huyo watu amesema alisema pia kama yake hilo vya
        wao lakini huko zaidi hayo""",
    "vi": """và của là có các được cho trong không một đã với người những để này khi từ vào đến về cũng ra tại
        năm ông theo trên""",
    "tl": """ang ng sa na at mga ay si ni para ito hindi siya kung nang mula dahil may kay niya noong ayon din
        pa rin matapos""",
    "so": """iyo ee ka oo ku u in la ay ah uu waa soo ayaa lagu ayay laga waxaa kale isaga markii sidoo""",
    "ha": """da na a ta ya ne wani cikin ba su wannan ce domin kuma daga sun wata shi don amma yi aka""",
}
_SETS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}

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

# The accented letters of each language: a word with others speaks against it.
_LETTERS = {
    "es": "áéíóúüñ",
    "pt": "áâãàçéêíóôõú",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "it": "àèéìíîòóùú",
    "ro": "ăâîșşțţ",
    "de": "äöüß",
    "nl": "éëïóöèü",
    "sv": "åäöé",
    "da": "æøåé",
    "no": "æøåéòô",
    "fi": "äöå",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "hu": "áéíóöőúüű",
    "tr": "çğıiöşüâîû",
    "id": "é",
    "sw": "",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    "tl": "ñáéíóú",
    "so": "",
    "ha": "ɓɗƙƴ",
}

# Small words elsewhere that are words, names or letters of English too: they say nothing about either.
_ALSO_ENGLISH = frozenset(
    word
    for words in (
        "a i o in is an me no he as die war was man men at on son plus pour up over door per dan den de do so be by van la san do al el",
        "ben may hen mi pa ta to na su si se ha hay sin con ok om en et ma sale ce vi ed ale tu lo oo ah sa mga ay",
    )
    for word in words.split()
)


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


def _words(text: str) -> list[str]:
    """Lower-case words without acronyms and initials ("UN" is no article, the "U.S." no two), unless the text is all capitals."""
    words = [str(word).replace("’", "'") for word in _WORD.findall(text)]
    spoken = [word for word in words if not word.isupper()]
    return [word.lower() for word in (spoken if 2 * len(spoken) >= len(words) else [word for word in words if len(word) > 1])]


def _by_small_words(words: list[str]) -> str:
    """The language of lower-case words in Latin script."""
    if not words:
        return "en"
    counts = Counter(words)
    if sum(counts[word] for word in _SETS["en"]) > 0.3 * len(words):  # no text in another language comes near: the quick way out
        return "en"
    scores = {code: _score(code, counts) for code in _SETS if code != "en"}
    best = max(scores, key=lambda code: scores[code])
    english = sum(counts[word] for word in _SETS["en"] - _SETS[best])
    own = sum(counts[word] for word in _SETS[best] - _SETS["en"] - _ALSO_ENGLISH)
    own += sum(times for word, times in counts.items() if not word.isascii()) // 3  # accents speak for it, but names have some too
    found = sum(counts[word] for word in _SETS[best])
    # lists of names have few small words in English too: only long texts with next to none are surely not English
    foreign = len(words) >= 60 and english < 0.03 * len(words)
    if foreign and found < 0.13 * len(words):  # a language that is not in the table: its chance likeness to one that is
        return UNKNOWN
    return best if foreign or _outweighs(found, own, english, len(words)) else "en"


def _score(code: str, counts: Counter[str]) -> float:
    """Words that speak for a language, less those that speak against it."""
    small = _SETS[code]
    score = 0.0
    for word, times in counts.items():
        if word in small:
            score += times
        if not word.isascii():
            score += times * (0.3 if all(letter < "\x80" or letter in _LETTERS[code] for letter in word) else -0.6)
    return score


def _outweighs(found: int, own: int, english: int, total: int) -> bool:
    """Whether ``found`` small words of a language, ``own`` of which English has not, among ``total`` words outweigh ``english`` ones.

    Swept on the English training texts and on sentences in 24 languages: with one word of its own enough, 3 English headlines with
    foreign names were lost.
    """
    if total < 20 and not english:
        return found >= 2 and own >= 1 and found >= 0.12 * total
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
