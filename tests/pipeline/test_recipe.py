from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.generate import reports
from benchmarks.stand_in import WordReader, WordResolver
from tocsin.codebook import VERSION
from tocsin.pipeline import Recipe
from tocsin.records import Claim, Document, Mention, PlaceValue

ENGLISH = Document("a", "Police arrested 50 demonstrators in Almaty on Sunday.", "a.txt")
SPANISH = Document("b", "La policía detuvo a 50 manifestantes.", "b.txt", language="es")


class CountingReader(WordReader):
    """Notes the documents that it is given."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def read(self, document: Document, threshold: float | None = None) -> tuple[Mention, ...]:
        self.calls.append(document.id)
        return super().read(document, threshold)


class TyingReader(WordReader):
    """Takes all that it reads for one act."""

    def read(self, document: Document, threshold: float | None = None) -> tuple[Mention, ...]:
        first, *others = super().read(document, threshold)
        return (first, *(replace(mention, same_as=first.id) for mention in others))


class TownResolver(WordResolver):
    """Knows two towns, and notes the ties of the mentions that it is given."""

    def __init__(self) -> None:
        self.ties: list[list[str | None]] = []

    def resolve(self, document: Document, mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:
        self.ties.append([mention.same_as for mention in mentions])
        return tuple(replace(c, value=TOWNS[c.quote.text]) if c.field == "place" else c for c in super().resolve(document, mentions))


TOWNS = {
    "Mombasa": PlaceValue("Mombasa", "city", "KEN", 186301, -4.05, 39.66),
    "Kisumu": PlaceValue("Kisumu", "city", "KEN", 191245, -0.1, 34.75),
}


@pytest.mark.parametrize(
    ("second", "ties"), [("Kisumu", [["e1", "e1"], [None, "e1"]]), ("Mombasa", [["e1", "e1"]])], ids=["far apart", "one town"]
)
def test_what_mentions_lend_each_other_follows_the_ties_that_are_kept(second: str, ties: list[list[str | None]]) -> None:
    text = f"Police arrested 9 men in Mombasa. Officers arrested 4 women in {second}. Troops arrested them all."
    resolver = TownResolver()
    reading = Recipe(TyingReader(), resolver).read(Document("c", text, "c.txt"))
    assert [given[1:] for given in resolver.ties] == ties
    assert [mention.same_as for mention in reading.mentions] == resolver.ties[-1]


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
