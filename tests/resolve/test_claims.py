from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.resolve.places.small_dump import small_gazetteer
from tocsin.records import Aux, Claim, CountQuote, CountValue, Document, Mention, PlaceValue, Published, Quote, TimeValue
from tocsin.resolve.claims import Resolver

PUBLISHED = Published(dt.date(2020, 3, 8), "given", "2020-03-08")  # a Sunday


@pytest.fixture(scope="module")
def resolver(tmp_path_factory: pytest.TempPathFactory) -> Resolver:
    return Resolver(small_gazetteer(tmp_path_factory.mktemp("gazetteer")))


def quote(text: str, words: str) -> Quote:
    at = text.index(words)
    return Quote(at, at + len(words), words)


TEXT = (
    "Kazakh police arrested about 50 people in Almaty on Saturday. The arrests were condemned. "
    "At the gate a crowd gathered, 50 strong, police say; 200, according to a rights group."
)
ARREST = Mention(
    "e1",
    "COERCE",
    quote(TEXT, "arrested"),
    ("arrest",),
    actors=(quote(TEXT, "Kazakh police"),),
    recipients=(quote(TEXT, "about 50 people"),),
    places=(quote(TEXT, "Almaty"),),
    times=(quote(TEXT, "Saturday"),),
    counts=(CountQuote("arrested", quote(TEXT, "about 50")),),
)
AGAIN = Mention("e2", "COERCE", quote(TEXT, "arrests"), ("arrest",), same_as="e1")
CROWD = Mention(
    "e3",
    "PROTEST",
    quote(TEXT, "gathered"),
    actors=(quote(TEXT, "a crowd"),),
    places=(quote(TEXT, "the gate"),),
    counts=(CountQuote("participants", quote(TEXT, "50 strong")), CountQuote("participants", quote(TEXT, "200"))),
)


def claims(resolver: Resolver, *mentions: Mention, published: Published | None = PUBLISHED) -> list[Claim]:
    return list(resolver.resolve(Document("d", TEXT, "-", published), mentions))


def only(found: list[Claim], mention: str, name: str) -> Claim:
    (claim,) = [c for c in found if c.mention == mention and c.field == name]
    return claim


def test_each_quote_is_one_claim_and_each_mention_has_one_where_and_when(resolver: Resolver) -> None:
    found = claims(resolver, ARREST)
    assert [c.field for c in found] == ["actor", "recipient", "place", "time", "count", "where", "when"]
    assert all(TEXT[c.quote.start : c.quote.end] == c.quote.text for c in found)
    where, when, count = (only(found, "e1", name).value for name in ("where", "when", "count"))
    assert isinstance(where, PlaceValue)
    assert (where.name, where.country) == ("Almaty", "KAZ")
    assert isinstance(when, TimeValue)
    assert (when.first, when.last) == (dt.date(2020, 3, 7), dt.date(2020, 3, 7))
    assert isinstance(count, CountValue)
    assert (count.low, count.high) == (45, 55)


def test_another_mention_of_the_act_takes_its_place_and_day(resolver: Resolver) -> None:
    found = claims(resolver, ARREST, AGAIN)
    assert only(found, "e2", "where").value == only(found, "e1", "where").value
    assert only(found, "e2", "when").quote.text == "Saturday"


def test_an_act_without_mates_takes_nothing(resolver: Resolver) -> None:
    found = claims(resolver, ARREST, replace(AGAIN, same_as=None))
    assert not [c for c in found if c.mention == "e2"]


def test_a_nameless_place_lies_in_the_one_named_before(resolver: Resolver) -> None:
    found = claims(resolver, ARREST, CROWD)
    where = only(found, "e3", "where").value
    assert isinstance(where, PlaceValue)
    assert where.name == "Almaty"
    assert only(found, "e3", "place").value is None


def test_rival_figures_keep_their_own_claimants(resolver: Resolver) -> None:
    first, second = [c for c in claims(resolver, CROWD) if c.field == "count"]
    assert first.claimant is not None
    assert second.claimant is not None
    assert (first.claimant.text, second.claimant.text) == ("police", "a rights group")
    assert TEXT[second.claimant.start : second.claimant.end] == "a rights group"


def test_the_annotators_source_of_a_figure_comes_first(resolver: Resolver) -> None:
    source = quote(TEXT, "Kazakh police")
    counts = (replace(CROWD.counts[0], said_by=source), CROWD.counts[1])
    first = next(c for c in claims(resolver, replace(CROWD, counts=counts)) if c.field == "count")
    assert first.claimant == source


@pytest.mark.parametrize("published", [None, replace(PUBLISHED, doubt="the text tells of a later day")])
def test_without_a_trusted_date_a_weekday_stays_unknown(resolver: Resolver, published: Published | None) -> None:
    found = claims(resolver, ARREST, published=published)
    value = only(found, "e1", "time").value
    assert isinstance(value, TimeValue)
    assert value.precision == "unknown"
    assert not [c for c in found if c.field == "when"]


@pytest.mark.parametrize(
    ("aux", "hedged", "standing"),
    [
        ((), False, "asserted"),
        ((), True, "hedged"),
        (("historical",), False, "asserted"),
        (("future",), True, "planned"),
        (("hypothetical", "future"), False, "conditional"),
        (("negation", "hypothetical"), True, "denied"),
    ],
)
def test_standing(aux: tuple[Aux, ...], hedged: bool, standing: str) -> None:
    assert replace(ARREST, aux=aux, hedged=hedged).standing == standing


def test_a_circle_of_same_acts_ends(resolver: Resolver) -> None:
    found = claims(resolver, replace(ARREST, same_as="e2"), AGAIN)
    assert [c.mention for c in found if c.field == "where"] == ["e1", "e2"]


def test_no_mentions_make_no_claims(resolver: Resolver) -> None:
    assert claims(resolver) == []
