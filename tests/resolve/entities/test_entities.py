from __future__ import annotations

import pytest

from tocsin.records import Document, EntityHint, EntityValue, Mention, Quote
from tocsin.resolve.entities import EntityKey, resolve_entities
from tocsin.resolve.entities.setting import PlacedName


def quote(text: str, words: str, number: int = 1) -> Quote:
    at = -1
    for _ in range(number):
        at = text.index(words, at + 1)
    return Quote(at, at + len(words), words)


def entities(text: str, *actors: str | Quote, kind: str = "ACCUSE", hints: tuple[EntityHint, ...] = ()) -> list[EntityValue]:
    """The entities of quotes that are all actors of one mention."""
    quotes = tuple(a if isinstance(a, Quote) else quote(text, a) for a in actors)
    mention = Mention("e1", kind, Quote(0, 1, text[:1]), actors=quotes, actor_hints=hints)
    found = resolve_entities(Document("d", text, "-"), [mention])
    keys: list[EntityKey] = [("e1", "actor", i) for i in range(len(quotes))]
    return [found[key] for key in keys]


def test_two_spellings_and_a_surname_are_one_person() -> None:
    text = "Mukhtar Abenov, a Kazakh opposition politician, fled. The court sentenced Moukhtar Abienov. Abenov called it a farce."
    one, other, third = entities(text, "Mukhtar Abenov", "Moukhtar Abienov", quote(text, "Abenov", 2))
    assert one.identity == other.identity == third.identity
    assert one.name == "Moukhtar Abienov"
    assert {(e.country, e.sectors) for e in (one, other, third)} == {("KAZ", ("OPP",))}


def test_two_people_of_one_surname_stay_two() -> None:
    text = "Anna Falk and Peter Falk met."
    one, other = entities(text, "Anna Falk", "Peter Falk")
    assert one.identity != other.identity


def test_an_abbreviation_is_its_body() -> None:
    text = "The Democratic Forces Front (DFF) called a rally in Chad. Later the DFF called it off."
    one, other = entities(text, "The Democratic Forces Front", "the DFF")
    assert one.identity == other.identity
    assert other.name == "Democratic Forces Front"


def test_the_ministry_is_the_one_named_before_unless_there_are_two() -> None:
    text = "Peru's Foreign Ministry protested. Then the ministry withdrew."
    one, other = entities(text, "Peru's Foreign Ministry", "the ministry")
    assert one.identity == other.identity
    assert other.country == "PER"
    text = "The Foreign Ministry protested to the Interior Ministry. Then the ministry withdrew."
    named = entities(text, "The Foreign Ministry", "the Interior Ministry", "the ministry")
    assert len({e.identity for e in named}) == 3


def test_a_later_surname_inherits_the_office() -> None:
    text = "The visit of Gabon's Prime Minister Ondo Nsue to Kenya ended. Nsue rejected the charges of Kenya."
    first, later = entities(text, "Gabon's Prime Minister Ondo Nsue", quote(text, "Nsue", 2))
    assert later.identity == first.identity
    assert later.sectors == ("GOV",)
    assert later.country == "GAB"


def test_a_description_beside_the_name_tells_who_it_is() -> None:
    text = "Police held Ana Vidal, a Chilean journalist, for two days."
    (entity,) = entities(text, "Ana Vidal")
    assert (entity.country, entity.sectors) == ("CHL", ("JRN",))


def test_domestic_forces_belong_to_the_main_country() -> None:
    text = "Crowds marched in Nairobi on Monday. Police fired tear gas. Kenyan officials spoke to a French reporter."
    mention = Mention("e1", "ASSAULT", quote(text, "fired"), actors=(quote(text, "Police"),))
    found = resolve_entities(Document("d", text, "-"), [mention], toponyms=[PlacedName(19, 26, "KEN")])
    assert found["e1", "actor", 0].country == "KEN"


def test_explicit_words_win_over_a_hint_and_a_hint_fills_a_gap() -> None:
    hint = EntityHint(sectors=(("LAB", 0.9),), countries=(("FRA", 0.9),))
    text = "Kenyan police stood by as the Tigers of the Bend came."
    police, unknown = entities(text, "Kenyan police", "the Tigers of the Bend", hints=(hint, hint))
    assert police.country == "KEN"
    assert unknown.country == "FRA"
    assert unknown.sectors == ("LAB",)


def test_a_guessed_sector_makes_nobody_public() -> None:
    hint = EntityHint(sectors=(("GOV", 0.99),))
    (reporter,) = entities("Police held the reporter Lindiwe Ncube Farai for a night.", "the reporter Lindiwe Ncube Farai", hints=(hint,))
    assert reporter.private


def test_only_persons_without_a_public_role_are_private() -> None:
    text = "Shopkeeper Ana Vidal and union president Ole Berg met Mayor Ida Noor, the Dockers' Union and villagers."
    found = entities(text, "Shopkeeper Ana Vidal", "union president Ole Berg", "Mayor Ida Noor", "the Dockers' Union", "villagers")
    assert [e.private for e in found] == [True, False, False, False, False]


@pytest.mark.parametrize("crowd", ["Truckers", "Harvesters", "Kaskelen"])
def test_a_plain_word_or_a_place_at_a_sentence_start_is_nobody(crowd: str) -> None:
    text = f"{crowd} blocked the bridge. On Friday the mayor of Kaskelen met truckers and harvesters."
    mention = Mention("e1", "PROTEST", quote(text, "blocked"), actors=(quote(text, crowd),))
    at = text.rindex("Kaskelen")
    found = resolve_entities(Document("d", text, "-"), [mention], toponyms=[PlacedName(at, at + len("Kaskelen"), "KAZ")])
    assert not found["e1", "actor", 0].private


def test_a_surname_that_is_a_trade_too_stays_private() -> None:
    text = "Jo Sanders was held. Sanders, 40, sells bread."
    (entity,) = entities(text, quote(text, "Sanders", 2))
    assert entity.private


def test_a_lawyer_is_not_the_one_who_is_defended() -> None:
    text = "Mr Falk denied it. Falk's lawyer, Ole Berg, asked the judge to wait."
    falk, lawyer, berg = entities(text, "Mr Falk", "Falk's lawyer", "Ole Berg")
    assert falk.identity != lawyer.identity
    assert (lawyer.sectors, berg.sectors) == (("SOC",), ("SOC",))


def test_a_phrase_before_the_comma_describes_and_a_verb_does_not() -> None:
    text = "The dockers' union's chairman, Ole Berg, stayed. Ana Vidal, has met government officials, she said."
    berg, vidal = entities(text, "Ole Berg", "Ana Vidal", kind="PROTEST")
    assert berg.sectors == ("LAB",)
    assert vidal.sectors == ("CVL",)


def test_a_body_named_in_full_has_one_sector_in_every_act() -> None:
    text = "The Coast Cooks Union called a strike. The Coast Cooks Union met."
    hints = tuple(EntityHint(((sector, sure),)) for sector, sure in (("BUS", 0.9), ("LAB", 0.99)))
    one, other = entities(text, "The Coast Cooks Union", quote(text, "The Coast Cooks Union", 2), hints=hints)
    assert one.identity == other.identity
    assert one.sectors == other.sectors == ("LAB",)


@pytest.mark.parametrize("words", ["A court in Kisumu", "soldiers from Kisumu"])
def test_whence_somebody_is_is_no_name(words: str) -> None:
    (found,) = entities(f"{words} freed 30 cooks.", words)
    assert found.name == words


def test_a_short_reference_is_what_its_fuller_name_says() -> None:
    text = "Members of the Senate Ethics Committee met in Manila. Later the committee accused a firm."
    (entity,) = entities(text, quote(text, "the committee"))
    assert entity.sectors == ("LEG",)


@pytest.mark.parametrize(
    ("text", "actor", "country"),
    [
        ("Villagers blocked the road near the taluk office and the tahsildar fled.", "Villagers", "IND"),
        ("Legco was stormed, and police held nine.", "police", "HKG"),
        ("Wananchi stoned two matatus before police came.", "police", "KEN"),
        ("Drivers of jeepneys struck in every barangay.", "Drivers", "PHL"),
    ],
)
def test_words_of_one_country_tell_it_where_no_name_does(text: str, actor: str, country: str) -> None:
    (entity,) = entities(text, actor)
    assert entity.country == country


def test_a_named_state_outweighs_such_words() -> None:
    (entity,) = entities("In Bangladesh a hartal closed shops, and police held nine.", "police")
    assert entity.country == "BGD"


def test_the_president_is_not_the_foreign_one_named_last() -> None:
    text = "Crowds in Nairobi and Kisumu in Kenya met the Ugandan president. The president warned them."
    _, own = entities(text, "the Ugandan president", "The president")
    assert own.country == "KEN"


def test_bodies_of_states_have_a_code_and_no_sector_but_their_officials_do() -> None:
    text = "The UN Security Council met EU envoys and Amnesty International."
    found = entities(text, "The UN Security Council", "EU envoys", "Amnesty International")
    assert [(e.country, e.sectors) for e in found] == [("UNO", ()), ("EUR", ("GOV",)), ("NGO", ("SOC",))]


def test_a_source_is_an_entity_too() -> None:
    text = "Fifty were held, Georgian police said."
    mention = Mention("e1", "COERCE", quote(text, "held"), said_by=quote(text, "Georgian police"))
    found = resolve_entities(Document("d", text, "-"), [mention])
    assert found["e1", "said_by", 0].country == "GEO"


def test_a_nationality_alone_is_no_name() -> None:
    text = "Norway expelled five Russian diplomats. Russia protested, and the Russian embassy too."
    diplomats, state, embassy = entities(text, "five Russian diplomats", "Russia", "the Russian embassy")
    assert [e.name for e in (diplomats, state, embassy)] == ["five Russian diplomats", "Russia", "the Russian embassy"]
    assert {e.country for e in (diplomats, state, embassy)} == {"RUS"}


def test_two_leaders_are_what_the_named_ones_before_are() -> None:
    text = "Kenyan union boss Ole Berg met Kenyan union boss Tim Voss on Monday. The two leaders signed nothing."
    *_, both = entities(text, "Kenyan union boss Ole Berg", "Kenyan union boss Tim Voss", "The two leaders")
    assert both.sectors == ("LAB",)


def test_the_group_is_the_group_named_before() -> None:
    text = "The Shining Path attacked two villages in Peru. The group burned a bridge on Sunday."
    _, group = entities(text, "The Shining Path", "The group", kind="ASSAULT")
    assert group.sectors == ("REB",)


def test_a_title_before_a_name_without_capitals_tells_who_it_is() -> None:
    text = "talks in kampala went on for days. regional chairman of the dockers union, okello lutaya, said the port would close. " * 3
    (entity,) = entities(text, quote(text, "okello lutaya"))
    assert entity.sectors == ("LAB",)
