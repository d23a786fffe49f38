"""Words by which a report that names no state still tells where it plays: *lakh*, *taluk*, *Legco*, *barangay*, surnames of one country."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from tocsin.resolve.countries import read_table, tokens_of


def find_clues(text: str, *, cased: bool) -> Iterator[tuple[int, str]]:
    """The clues of ``text`` as ``(start, code)``, each word counted once. With ``cased``, a surname or an acronym needs its capital."""
    table, tokens, seen = _clues(), tokens_of(text), set[tuple[str, ...]]()
    for at, token in enumerate(tokens):
        for phrase, code, capital in table.get(token.plain, ()):
            span = tokens[at : at + len(phrase)]
            if phrase in seen or tuple(t.plain for t in span) != phrase or (capital and cased and not token.written[0].isupper()):
                continue
            seen.add(phrase)
            yield token.start, code
            break


@cache
def _clues() -> Mapping[str, tuple[tuple[tuple[str, ...], str, bool], ...]]:
    """Each clue's words, country and whether it is written with a capital, by its first word. Built once from the packaged table."""
    found: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for code, words in read_table("countries_clues.tsv"):
        for word in words.split("|"):
            phrase = tuple(t.plain for t in tokens_of(word))
            found.setdefault(phrase[0], []).append((phrase, code, word[0].isupper()))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}
