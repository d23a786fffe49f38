from __future__ import annotations

import pytest

from benchmarks.generate import reports
from benchmarks.stand_in import WordReader, WordResolver
from tocsin.codebook import VERSION
from tocsin.pipeline import Recipe
from tocsin.records import Document, Mention

ENGLISH = Document("a", "Police arrested 50 demonstrators in Almaty on Sunday.", "a.txt")
SPANISH = Document("b", "La policía detuvo a 50 manifestantes.", "b.txt", language="es")


class CountingReader(WordReader):
    """Notes the documents that it is given."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def read(self, document: Document, threshold: float | None = None) -> tuple[Mention, ...]:
        self.calls.append(document.id)
        return super().read(document, threshold)


def test_a_document_becomes_a_reading_with_all_that_read_it() -> None:
    reading = Recipe(WordReader(), WordResolver()).read(ENGLISH)
    assert reading.document is ENGLISH
    assert [mention.type for mention in reading.mentions] == ["COERCE"]
    assert {claim.field for claim in reading.claims} == {"actor", "recipient", "place", "time", "count"}
    assert (reading.model, reading.codebook, reading.skipped) == ("stand-in", VERSION, None)


def test_every_quote_stands_in_the_text() -> None:
    recipe = Recipe(WordReader(), WordResolver())
    for report in reports(50):
        reading = recipe.read(Document(report["id"], report["text"], "-"))
        quotes = [mention.trigger for mention in reading.mentions] + [claim.quote for claim in reading.claims]
        assert all(report["text"][quote.start : quote.end] == quote.text for quote in quotes)


def test_a_text_in_another_language_is_kept_unread() -> None:
    reader = CountingReader()
    reading = Recipe(reader, WordResolver()).read(SPANISH)
    assert reading.skipped == "not English (es)"
    assert (reading.mentions, reading.claims, reader.calls) == ((), (), [])


def test_all_languages_are_read_on_demand() -> None:
    assert Recipe(WordReader(), WordResolver(), all_languages=True).read(SPANISH).skipped is None


@pytest.mark.parametrize(
    ("threshold", "model", "found"), [(None, "stand-in", 1), (0.5, "stand-in at 0.5", 1), (0.95, "stand-in at 0.95", 0)]
)
def test_the_threshold_is_part_of_what_read_it(threshold: float | None, model: str, found: int) -> None:
    reading = Recipe(WordReader(), WordResolver(), threshold).read(ENGLISH)
    assert (reading.model, len(reading.mentions)) == (model, found)
