"""The places of an act are those of its own sentence, where that names one."""

from __future__ import annotations

from tocsin.records import Document, Mention, Quote
from tocsin.resolve.roles.own_sentence import with_own_words

TEXT = "Police held 50 men in Mombasa. In Kisumu, they held eleven. They were freed."
DOCUMENT = Document("d", TEXT, "-")


def quote(words: str, number: int = 0) -> Quote:
    start = [at for at in range(len(TEXT)) if TEXT.startswith(words, at)][number]
    return Quote(start, start + len(words), words)


def test_the_own_sentence_comes_first_and_another_stands_in_for_it() -> None:
    second = Mention("e2", "COERCE", quote("held", 1), places=(quote("Mombasa"), quote("Kisumu")))
    third = Mention("e3", "RETREAT", quote("freed"), places=(quote("Kisumu"),))
    found = with_own_words(DOCUMENT, [second, third])
    assert [[place.text for place in mention.places] for mention in found] == [["Kisumu"], ["Kisumu"]]
