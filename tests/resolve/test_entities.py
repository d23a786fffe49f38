from __future__ import annotations

from tocsin.records import Document, EntityHint, EntityValue, Mention, Quote
from tocsin.resolve.entities import EntityKey, resolve_entities
from tocsin.resolve.setting import PlacedName


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


def test_bodies_have_a_code_and_no_sector() -> None:
    text = "The UN Security Council met EU envoys and Amnesty International."
    found = entities(text, "The UN Security Council", "EU envoys", "Amnesty International")
    assert [(e.country, e.sectors) for e in found] == [("UNO", ()), ("EUR", ()), ("NGO", ())]


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
