from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.places.small_dump import small_gazetteer
from tocsin.records import Document, Furniture, PlaceValue, Quote
from tocsin.resolve.places import PlaceResolver, combine_places

PIECES = st.sampled_from(
    [
        "Paris",
        "Turkish",
        "Georgia",
        ", ",
        "Texas",
        " and ",
        " ",
        "the ",
        "of ",
        "B.C.",
        "Ga.",
        "-",
        "\n",
        "43, of ",
        "R-",
        "Алматы",
        "police",
        "\0",
    ]
)


@pytest.fixture(scope="module")
def resolver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlaceResolver]:
    with small_gazetteer(tmp_path_factory.mktemp("gazetteer")) as gazetteer:
        yield PlaceResolver(gazetteer)


def place_of(resolver: PlaceResolver, text: str, words: str, **countries: float) -> PlaceValue | None:
    """The place of the first ``words`` in ``text``."""
    at = text.index(words)
    return resolver.resolve(Document("d", text, "-"), [Quote(at, at + len(words), words)], countries)[0]


def known(value: PlaceValue | None) -> PlaceValue:
    assert value is not None
    return value


def names(resolver: PlaceResolver, text: str) -> list[str]:
    found = resolver.find(text)
    assert all(text[q.start : q.end] == q.text for q in found)
    return [q.text for q in found]


@pytest.mark.parametrize(
    ("words", "name", "kind", "where_prec", "geo_precision"),
    [
        ("Almaty", "Almaty", "city", 1, 1),
        ("the city of Almaty", "Almaty", "city", 1, 1),
        ("central Almaty", "Almaty", "city", 1, 1),
        ("a park in Almaty", "Almaty", "landmark", 1, 1),
        ("the outskirts of Almaty", "Almaty", "city", 2, 2),
        ("near Almaty", "Almaty", "city", 2, 2),
        ("outside the parliament in Almaty", "Almaty", "landmark", 2, 2),
        ("40 km from Almaty", "Almaty", "city", 2, 2),
        ("Houston County", "Houston County", "district", 3, 2),
        ("Helmand province", "Helmand", "division", 4, 3),
        ("the Donbas", "Donbas", "region", 5, 3),
        ("northern Nicaragua", "northern Nicaragua", "region", 5, 3),
        ("Kazakhstan", "Kazakhstan", "country", 6, 3),
        ("Kenyan waters", "Kenya", "country", 6, 3),
        ("the Sahel", "Sahel", "region", 7, 3),
        ("the Red Sea", "Red Sea", "region", 7, 3),
    ],
)
def test_precision_follows_the_words(
    resolver: PlaceResolver, words: str, name: str, kind: str, where_prec: int, geo_precision: int
) -> None:
    value = known(place_of(resolver, f"The clash was reported in {words} on Monday.", words))
    assert (value.name, value.kind, value.where_prec, value.geo_precision) == (name, kind, where_prec, geo_precision)


def test_a_wider_word_gives_a_wider_radius(resolver: PlaceResolver) -> None:
    town, around, country = (known(place_of(resolver, f"It was in {w}.", w)) for w in ("Almaty", "near Almaty", "Kazakhstan"))
    assert town.radius_km
    assert around.radius_km == pytest.approx(town.radius_km + 25)
    assert (country.radius_km or 0) > 800
    assert country.geonameid == 1522867


def test_a_part_of_a_country_lies_that_way(resolver: PlaceResolver) -> None:
    whole, north = (known(place_of(resolver, f"Fighting in {w}.", w)) for w in ("Nicaragua", "northern Nicaragua"))
    assert (north.latitude or 0) > (whole.latitude or 0)
    assert (north.radius_km or 0) < (whole.radius_km or 0)
    assert north.geonameid is None


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("A bomb went off in Paris on Monday, French police said.", "Paris", "FRA"),
        ("A bomb went off in Paris, Texas, on Monday.", "Paris", "USA"),
        ("Deputies in Paris and Palestine, two towns east of Dallas, Texas, made the arrests.", "Paris", "USA"),
        ("Troops left Georgia for Tbilisi, Georgian officials said.", "Georgia", "GEO"),
        ("The march began in Atlanta, and Georgia's governor sent the state guard. Dallas and Texas sent help.", "Georgia", "USA"),
        ("The strike in London spread to Toronto and the rest of Ontario, Canada.", "London", "CAN"),
        ("The strike began in London.", "London", "GBR"),
        ("Police in Niger arrested five people.", "Niger", "NER"),
        ("Police in Nigeria arrested five people.", "Nigeria", "NGA"),
        ("The rally was held in Springfield, Missouri.", "Springfield", "USA"),
        ("Georgia, which borders Turkey and Armenia, closed its border with Russia.", "Georgia", "GEO"),
        ("Troops left Tbilisi, U.S. officials said.", "Tbilisi", "GEO"),
        ("ATLANTA, Ga. (AP) — Police held ten people.", "Ga.", "USA"),
        ("A march in Toronto, Ont., was broken up.", "Ont.", "CAN"),
    ],
)
def test_context_decides_between_namesakes(resolver: PlaceResolver, text: str, words: str, country: str) -> None:
    assert known(place_of(resolver, text, words)).country == country


def test_what_follows_the_name_decides_even_against_size(resolver: PlaceResolver) -> None:
    text = "Crowds met in Springfield, Missouri. Later they met in Springfield, Massachusetts."
    first, second = text.index("Springfield"), text.rindex("Springfield")
    values = resolver.resolve(Document("d", text, "-"), [Quote(at, at + 11, "Springfield") for at in (first, second)])
    assert [known(v).geonameid for v in values] == [4409896, 4951257]


def test_actors_countries_decide_where_the_text_does_not(resolver: PlaceResolver) -> None:
    text = "The fire in Hrabove was put out."
    assert known(place_of(resolver, text, "Hrabove", UKR=3.0)).country == "UKR"
    assert known(place_of(resolver, text, "Hrabove", SVK=3.0)).country == "SVK"


def test_accents_tell_namesakes_apart(resolver: PlaceResolver) -> None:
    assert known(place_of(resolver, "A fire in Hrabové was put out.", "Hrabové")).country == "SVK"


@pytest.mark.parametrize("words", ["a park", "the court", "several cities", "the site", "his home", "Parliament", "the street"])
def test_generic_words_are_no_place(resolver: PlaceResolver, words: str) -> None:
    assert place_of(resolver, f"In Almaty, five people were held at {words} on Monday.", words) is None


def test_the_capital_is_that_of_the_one_country(resolver: PlaceResolver) -> None:
    assert known(place_of(resolver, "Kazakhstan's police broke up a rally in the capital.", "the capital")).name == "Astana"
    assert place_of(resolver, "Syria, Yemen and Kenya sent envoys to the capital.", "the capital") is None


def test_the_city_is_the_one_named_before(resolver: PlaceResolver) -> None:
    assert known(place_of(resolver, "Shelling hit Aleppo. Hundreds fled the city.", "the city")).name == "Aleppo"
    assert place_of(resolver, "Hundreds fled the city.", "the city") is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the capital of Kenya", "Nairobi"),
        ("Kenya's capital", "Nairobi"),
        ("the Kazakh capital", "Astana"),
        ("Kazakh territory", "Kazakhstan"),
        ("Texan towns", "Texas"),
        ("European cities", "Europe"),
    ],
)
def test_adjectives_and_capitals_mean_their_place(resolver: PlaceResolver, words: str, name: str) -> None:
    assert known(place_of(resolver, f"Five people were held in {words} on Monday.", words)).name == name


def test_the_state_and_here_are_told_by_the_last_town(resolver: PlaceResolver) -> None:
    text = "Shops were looted in Dallas. Troops came to other parts of the state. A curfew was set here."
    assert known(place_of(resolver, text, "other parts of the state")).name == "Texas"
    assert known(place_of(resolver, text, "here")).name == "Dallas"


def test_a_phrase_with_a_name_or_cut_before_it_takes_up_no_other_town(resolver: PlaceResolver) -> None:
    text = "Shops were looted in Dallas. Troops came to the town of Qarzhaubek and to the Town Planning Department in Waco."
    for words in ("the town of Qarzhaubek", "the town of", "the Town Planning Department in"):
        assert place_of(resolver, text, words) is None


def test_a_name_stays_in_the_area_that_the_text_puts_it_in(resolver: PlaceResolver) -> None:
    text = "A fair was held in Paris, Texas. The mayor said that Paris and France have little in common."
    assert known(place_of(resolver, text[33:], "Paris")).country == "FRA"
    at = text.rindex("Paris")
    assert known(resolver.resolve(Document("d", text, "-"), [Quote(at, at + 5, "Paris")])[0]).country == "USA"


def test_a_road_number_is_no_short_form(resolver: PlaceResolver) -> None:
    assert place_of(resolver, "Crowds blocked NH 55 on Monday.", "NH 55") is None


def test_an_embassy_is_not_in_the_country_that_sends_it(resolver: PlaceResolver) -> None:
    assert (
        known(place_of(resolver, "A crowd gathered at the Kenya embassy in Damascus.", "the Kenya embassy in Damascus")).name == "Damascus"
    )
    assert place_of(resolver, "A crowd gathered at the Kenya embassy.", "the Kenya embassy") is None


def test_a_street_does_not_lie_in_the_town_it_is_named_for(resolver: PlaceResolver) -> None:
    assert place_of(resolver, "A man was shot on Paris Street.", "Paris Street") is None


def test_the_city_is_no_far_town_that_a_market_is_named_for(resolver: PlaceResolver) -> None:
    text = "Kenya's unrest goes on in Nairobi. Men were shot at Aleppo market. Shops in the city are shut, Kenya's police say."
    assert known(place_of(resolver, text, "the city")).name == "Nairobi"
    assert place_of(resolver, text, "Aleppo market") is None


def test_a_text_without_capitals_is_read_too(resolver: PlaceResolver) -> None:
    text = "gunmen attacked a convoy near aleppo on monday and fled towards damascus, the army said."
    assert known(place_of(resolver, text, "near aleppo")).name == "Aleppo"
    assert names(resolver, text) == ["aleppo", "damascus"]


def test_find_takes_places_and_leaves_people_and_papers(resolver: PlaceResolver) -> None:
    text = (
        "ALMATY, Kazakhstan - Reading from a letter, Paris Hilton told the Washington Post that troops had left Aleppo. "
        "Jack London, a Toronto police officer, flew from Atlanta, Ga., to Niamey in May."
    )
    assert names(resolver, text) == ["ALMATY", "Kazakhstan", "Aleppo", "Toronto", "Atlanta", "Ga", "Niamey"]


def test_a_survey_kept_gives_the_same_places(resolver: PlaceResolver) -> None:
    document = Document("d", "Police in Almaty, Kazakhstan, arrested 50 people near Aksu.", "-")
    survey = resolver.survey(document)
    assert survey.quotes == resolver.find(document.text)
    assert resolver.resolve(document, survey.quotes, survey=survey) == resolver.resolve(document, survey.quotes)


def test_find_leaves_demonyms(resolver: PlaceResolver) -> None:
    assert names(resolver, "Turkish and Syrian officials met the Kenyans.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Turkish and Syrian officials met the Kenyans.", ["Turkish", "Syrian"]),
        ("A German who speaks French met Chechen and European leaders.", ["Chechen", "European"]),
        ("American Airlines flew Native American dancers to the American ambassador.", ["American"]),
        ("Turkish-backed forces left a South African port.", ["Turkish", "South African"]),
        ("The European Union met Swiss\nofficials.", ["Swiss"]),
        ("She is Turkish", []),
    ],
)
def test_adjectives_have_a_noun_behind_them(resolver: PlaceResolver, text: str, found: list[str]) -> None:
    adjectives = resolver.survey(Document("d", text, "-")).adjectives
    assert [q.text for q in adjectives] == found
    assert all(text[q.start : q.end] == q.text for q in adjectives)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SHYMKENT - Police held ten people.", ["SHYMKENT"]),
        ("Fans of Real Paris met a Dallas couple and Ann Lee, 43, of Palestine.", ["Dallas", "Palestine"]),
        ("Ten people were hurt in N.Y. on Sunday.", ["N.Y."]),
        ("The coin is from 400 B.C. and was sold.", []),
        ("HOLLOWAY, Mo. — A man died.", ["Mo"]),
        ("The White House condemned it.", []),
        ("Crowds met outside the White House.", ["White House"]),
        ("They went back to Europe.", ["Europe"]),
    ],
)
def test_signs_around_a_name(resolver: PlaceResolver, text: str, found: list[str]) -> None:
    assert names(resolver, text) == found


def test_find_passes_over_furniture(resolver: PlaceResolver) -> None:
    text = "Paris news\nTroops entered Aleppo."
    assert [q.text for q in resolver.find(text, [Furniture(0, 10, "menu")])] == ["Aleppo"]


@settings(deadline=None, max_examples=50)
@given(text=st.text(st.sampled_from("AaPpris .,’'-\nTexas–éU"), max_size=60) | st.text(max_size=60) | st.lists(PIECES).map("".join))
def test_any_text_is_read_and_quotes_hold(resolver: PlaceResolver, text: str) -> None:
    document = Document("d", text, "-")
    survey = resolver.survey(document)
    found = [*survey.quotes, *survey.adjectives]
    assert all(text[q.start : q.end] == q.text for q in found)
    assert len({q.start for q in found}) == len(found)
    everything = [*found, Quote(0, len(text), text)]
    assert len(resolver.resolve(document, everything, survey=survey)) == len(everything)


@pytest.mark.parametrize("piece", ["Paris, Texas, ", "Turkish and ", "Georgia, U.S. ", "B.C. ", "\0 1", "Real Paris "])
def test_long_chains_of_one_piece_are_read(resolver: PlaceResolver, piece: str) -> None:
    document = Document("d", piece * 2000, "-")
    survey = resolver.survey(document)
    assert len(resolver.resolve(document, survey.quotes, survey=survey)) == len(survey.quotes)


def value(resolver: PlaceResolver, words: str, text: str = "") -> PlaceValue:
    return known(place_of(resolver, text or f"It happened in {words}.", words))


def test_wider_places_agree_with_the_precise_one(resolver: PlaceResolver) -> None:
    text = "It happened in Dallas, Texas, United States."
    parts = [value(resolver, w, text) for w in ("Texas", "Dallas", "United States")]
    assert known(resolver.combine(parts)).name == "Dallas"


def test_different_places_give_the_smallest_area_that_holds_them(resolver: PlaceResolver) -> None:
    text = "Arrests were made in Dallas, Palestine and Atlanta. Dallas is in Texas. Others were made in Aleppo."
    dallas, palestine, atlanta, aleppo = (value(resolver, w, text) for w in ("Dallas", "Palestine", "Atlanta", "Aleppo"))
    palestine = replace(palestine, kind="city", country="USA", geonameid=4717232, latitude=31.76, longitude=-95.63, radius_km=2.0)
    assert known(resolver.combine([dallas, palestine])).name == "Texas"
    assert known(resolver.combine([dallas, atlanta])).kind == "country"
    both = known(resolver.combine([dallas, aleppo]))
    assert (both.country, both.kind, both.where_prec) == (None, "region", 7)


def test_combining_nothing_or_one(resolver: PlaceResolver) -> None:
    one = value(resolver, "Almaty")
    assert combine_places([]) is None
    assert combine_places([None, None]) is None
    assert combine_places([None, one]) == one
    assert combine_places([one, one], resolver.gazetteer) == one
    by_code = known(resolver.combine([PlaceValue("KAZ", "country", "KAZ")]))
    assert (by_code.name, by_code.geonameid, by_code.where_prec) == ("Kazakhstan", 1522867, 6)


def test_a_list_in_one_quote_is_the_area_around_its_places(resolver: PlaceResolver) -> None:
    text = "Marches were held in Palestine, Dallas and Paris, all in Texas, on Sunday."
    value = known(place_of(resolver, text, "Palestine, Dallas and Paris"))
    assert (value.name, value.kind) == ("Texas", "division")
    value = known(place_of(resolver, "They marched in Almaty and Shymkent.", "Almaty and Shymkent"))
    assert (value.name, value.kind) == ("Kazakhstan", "country")
    assert known(place_of(resolver, "Marches in Paris, Texas and elsewhere", "Paris, Texas")).kind == "city"


def test_a_state_that_shares_a_country_s_name_needs_places_in_it(resolver: PlaceResolver) -> None:
    abroad = "WASHINGTON - The United States warned travellers to Turkey and Georgia. The United States closed its embassy."
    assert known(place_of(resolver, abroad, "Georgia")).kind == "country"
    assert known(place_of(resolver, "Voters in Georgia and Texas went to the polls in Atlanta and Dallas.", "Georgia")).kind == "division"


def test_a_part_of_a_country_holds_what_lies_on_its_side(resolver: PlaceResolver) -> None:
    text = "Gunmen attacked the town of Niamey in western Niger, and shot at trucks in eastern Niger and at Niger's border."
    niamey, west, east, border = (value(resolver, w, text) for w in ("Niamey", "western Niger", "eastern Niger", "Niger's border"))
    assert known(resolver.combine([niamey, west])) == niamey
    assert known(resolver.combine([niamey, border])) == niamey
    assert known(resolver.combine([niamey, east])).kind == "country"


def test_what_lies_near_a_town_is_told_by_the_words_before_its_quote(resolver: PlaceResolver) -> None:
    text = "Gunmen attacked the town of Kano, 300 km north of the capital Abuja, on Monday."
    kano, abuja = value(resolver, "Kano", text), value(resolver, "the capital Abuja", text)
    assert (kano.where_prec, abuja.where_prec) == (1, 2)
    assert known(resolver.combine([kano, abuja])).name == "Kano"


def test_the_words_around_a_quote_say_what_a_name_is(resolver: PlaceResolver) -> None:
    assert value(resolver, "Washington", "They met in the state of Washington.").kind == "division"
    assert value(resolver, "Washington", "They met in Washington, a city on a river.").kind == "city"
