from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given, settings

from tests.store.samples import DOCUMENT, READING, quote
from tests.store.strategies import readings
from tocsin.export import FORMATS, from_codebook, mask, to_codebook
from tocsin.export.descriptions import AGE, DESCRIPTION
from tocsin.export.mask import WITHHELD
from tocsin.records import Claim, EntityValue, Mention, PlaceValue, Quote, Reading

TEXT = (
    "Oleg Varda was held in Tarsk. OLEG VARDA'S wife said the baker Warda, known as Oleg, had marched. "
    "The varda, a boat, was seized. Tarsk baker Oleg  Varda is 34."
)


def private(words: str, name: str = "Oleg Varda") -> Claim:
    return Claim("e1", "recipient", 0, quote(words, TEXT), "asserted", EntityValue(name, "n1", "KAZ", ("CVL",), private=True))


MENTION = Mention("e1", "COERCE", quote("held", TEXT), recipients=(quote("Oleg Varda", TEXT),), places=(quote("Tarsk", TEXT),))
HELD = Reading(
    replace(
        DOCUMENT,
        id="oleg-varda-held",
        text=TEXT,
        source="news/2.html",
        title="Baker Varda held",
        url="https://mirror.example/2024/oleg-varda-held",
        furniture=(),
    ),
    (MENTION,),
    (private("Oleg Varda"), private("the baker Warda"), private("Tarsk baker Oleg")),
    "model-1",
    "1",
)


def masked(reading: Reading) -> Reading:
    (only,) = mask([reading])
    return only


def test_a_private_name_is_withheld_in_every_spelling_and_place() -> None:
    document = masked(HELD).document
    assert document.text == (
        f"{WITHHELD} was held in Tarsk. {WITHHELD}'S wife said the baker {WITHHELD}, known as {WITHHELD}, had marched. "
        f"The varda, a boat, was seized. {DESCRIPTION} {WITHHELD} is {AGE}."
    )
    assert (document.title, document.id, document.url) == (f"Baker {WITHHELD} held", WITHHELD, WITHHELD)
    assert document.source == "news/2.html"


def test_quotes_move_with_the_text() -> None:
    reading = masked(HELD)
    assert [claim.quote.text for claim in reading.claims] == [WITHHELD, f"the baker {WITHHELD}", f"{DESCRIPTION} {WITHHELD}"]
    assert reading.mentions[0].places[0].text == "Tarsk"
    assert check(reading) == []


@pytest.mark.parametrize("name", list(FORMATS))
def test_no_format_tells_a_private_name(name: str) -> None:
    written = b"".join(FORMATS[name].encode(mask([HELD])))
    told = pl.read_parquet(io.BytesIO(written)).write_ndjson() if FORMATS[name].binary else written.decode()
    told = told.lower().replace("the varda, a boat", "")
    assert WITHHELD in told
    assert not any(part in told for part in ("oleg", "varda", "warda"))


def test_others_are_named() -> None:
    assert masked(replace(READING, claims=READING.claims[:8])) == replace(READING, claims=READING.claims[:8])
    nameless = replace(HELD, claims=(private("the baker Warda", "the baker"),))
    assert masked(nameless) == nameless
    assert "Oleg Varda" not in masked(READING).document.text
    assert "Police" in masked(READING).document.text


def test_a_masked_reading_is_valid_in_the_codebooks_format() -> None:
    record = json.loads(json.dumps(to_codebook(masked(HELD))))
    assert from_codebook(record).mentions[0].recipients[0].text == WITHHELD


@settings(deadline=None, max_examples=50)
@given(readings())
def test_masked_quotes_stand_in_the_masked_text(reading: Reading) -> None:
    assert check(masked(reading)) == []


def check(reading: Reading) -> list[Quote]:
    return [quote for quote in quotes(reading) if reading.document.text[quote.start : quote.end] != quote.text]


def quotes(reading: Reading) -> Iterator[Quote]:
    for mention in reading.mentions:
        yield from (mention.trigger, *mention.actors, *mention.recipients, *mention.places, *mention.times)
        yield from (count.quote for count in mention.counts)
        yield from (each for each in (mention.said_by, mention.issue) if each)
    for claim in reading.claims:
        yield from (each for each in (claim.quote, claim.claimant) if each)


def test_a_place_keeps_its_name() -> None:
    where = Claim("e1", "where", 0, quote("Tarsk", TEXT), "asserted", PlaceValue("Tarsk", "city", "KAZ", 77))
    assert masked(replace(HELD, claims=(*HELD.claims, where))).claims[-1].value == where.value


def test_a_word_of_a_bodys_name_is_no_private_name() -> None:
    text = "Oleg Varda asked the Osk Human Rights Commission and the Osk Chamber of Trade. Human error, said Varda."
    claims = [
        Claim("e1", "recipient", 0, quote(words, text), "asserted", EntityValue(name, "n1", "KAZ", (), private=True))
        for words, name in (
            ("Oleg Varda", "Oleg Varda"),
            ("the Osk Human Rights Commission", "Human"),
            ("the Osk Chamber of Trade", "Chamber"),
        )
    ]
    mention = replace(MENTION, trigger=quote("asked", text), recipients=(), places=())
    told = masked(replace(HELD, document=replace(HELD.document, text=text), mentions=(mention,), claims=tuple(claims))).document.text
    assert told == f"{WITHHELD} asked the Osk Human Rights Commission and the Osk Chamber of Trade. Human error, said {WITHHELD}."
