"""The shipped model on sentences written for these tests: plain ones that a useful reader must get right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.reader import Reader
from tocsin.reader.model import OnnxNetwork, load_model
from tocsin.reader.read import SHIPPED
from tocsin.records import Document, Furniture, Mention

READER = Reader.load(threads=1)


def document(text: str, *furniture: Furniture) -> Document:
    return Document(id="a", text=text, source="a", furniture=furniture)


def quotes(mention: Mention) -> list[tuple[int, int, str]]:
    single = [mention.trigger, *([mention.said_by] if mention.said_by else []), *([mention.issue] if mention.issue else [])]
    several = [*mention.actors, *mention.recipients, *mention.places, *mention.times, *(count.quote for count in mention.counts)]
    return [(quote.start, quote.end, quote.text) for quote in (*single, *several)]


@pytest.mark.parametrize(
    ("text", "kind", "mode", "trigger"),
    [
        ("Police arrested 40 demonstrators in Nairobi on Monday.", "COERCE", "arrest", "arrested"),
        ("Thousands of teachers went on strike in Lima on Tuesday over unpaid wages.", "PROTEST", "strike", "strike"),
        ("Gunmen shot dead three soldiers at a checkpoint near Mopti on Friday.", "ASSAULT", "firearms", "shot"),
        ("The Kenyan president met his Ugandan counterpart in Kampala on Monday.", "CONSULT", "visit", "met"),
        ("The prime minister condemned the attack on Saturday.", "ACCUSE", "disapprove", "condemned"),
    ],
)
def test_plain_sentences(text: str, kind: str, mode: str, trigger: str) -> None:
    mentions = READER.read(document(text))
    found = [mention for mention in mentions if trigger in mention.trigger.text]
    assert [mention.type for mention in found] == [kind], mentions
    assert mode in found[0].modes or kind == "CONSULT"


def test_roles_are_tied_to_their_words() -> None:
    mention = READER.read(document("Police arrested 40 demonstrators in Nairobi on Monday."))[0]
    assert [quote.text for quote in mention.actors] == ["Police"]
    assert [quote.text for quote in mention.places] == ["Nairobi"]
    assert [quote.text for quote in mention.times] == ["Monday"]
    assert [(count.kind, count.quote.text) for count in mention.counts] == [("arrested", "40")]
    assert [quote.text for quote in mention.recipients] in (["40 demonstrators"], ["demonstrators"])


def test_furniture_gives_no_event() -> None:
    text = "Police arrested 40 demonstrators in Nairobi.\nRead more: Army shells rebel town"
    mentions = READER.read(document(text, Furniture(45, len(text), "related")))
    assert mentions
    assert all(mention.trigger.end <= 45 for mention in mentions)


@pytest.mark.parametrize(
    "text", ["", " \n ", "Rain is expected in the north tomorrow.", "The striker scored twice as the home side won 3-1."]
)
def test_texts_without_events(text: str) -> None:
    assert READER.read(document(text)) == ()


def test_the_only_mention_of_a_long_text_must_be_surer() -> None:
    model = load_model(SHIPPED)
    strict = replace(model.thresholds, alone=1.0)
    reader = Reader(OnnxNetwork(SHIPPED, 1), model.tokenizer, model.labels, strict, "strict", model.longest, model.calibration)
    one = "Police arrested 40 demonstrators in Nairobi on Monday. "
    filler = "Rain is expected in the north tomorrow, and the hills stay dry. " * 5
    assert len(READER.read(document(one + filler))) == 1
    assert reader.read(document(one + filler)) == ()
    assert len(reader.read(document(one + filler), 0.5)) == 1  # who asks for a lowest score gets all above it
    assert len(reader.read(document(one))) == 1
    assert len(reader.read(document(one + filler + "Gunmen shot dead three soldiers near Mopti on Friday."))) == 2


def test_the_same_text_is_read_the_same_again() -> None:
    text = "Police arrested 40 demonstrators in Nairobi on Monday. The arrests came after a rally. " * 30
    first = READER.read(document(text))
    READER.read(document("Gunmen shot dead three soldiers near Mopti."))
    assert READER.read(document(text)) == first


def test_a_higher_threshold_keeps_fewer() -> None:
    long = document("Police arrested 40 demonstrators. Ministers met in Lima. The army was said to be near. A court may rule. " * 3)
    fewer, more = (len(READER.read(long, threshold)) for threshold in (0.95, 0.2))
    assert fewer <= more
    assert more >= 3


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=40)
def test_any_text_gives_quotes_that_stand_in_it(text: str) -> None:
    for mention in READER.read(document(text), threshold=0.05):
        for start, end, words in quotes(mention):
            assert text[start:end] == words


def test_names_follow_reading_order_and_links_point_at_mentions() -> None:
    text = "Police arrested 40 demonstrators in Nairobi on Monday. The arrests came after a rally. Later the protesters marched again. " * 4
    mentions = READER.read(document(text))
    assert [mention.id for mention in mentions] == [f"e{number + 1}" for number in range(len(mentions))]
    starts = [mention.trigger.start for mention in mentions]
    assert starts == sorted(starts)
    place = {mention.id: at for at, mention in enumerate(mentions)}
    for mention in mentions:
        assert mention.same_as is None or place[mention.same_as] < place[mention.id]
        assert mention.part_of is None or mention.part_of in place
