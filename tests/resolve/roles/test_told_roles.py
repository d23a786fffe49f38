"""Who acts and to whom, weighed against the grammar of the act's clause."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.records import Document, EntityHint, Mention, Quote
from tocsin.resolve.grammar import AFTER, BEFORE, Clauses
from tocsin.resolve.grammar.ties import ties_of
from tocsin.resolve.roles.told_roles import with_told_roles
from tocsin.resolve.sentence import Sentences


def quote(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote(start, start + len(words), words)


def tied(text: str, trigger: str, kind: str = "ASSAULT") -> list[tuple[str, str, str]]:
    """Part, rule and words of everything that the clause ties to the act."""
    mention = Mention("e1", kind, quote(text, trigger))
    words = Clauses(text).around(Sentences(text).at(mention.trigger.start), mention.trigger.start, mention.trigger.end)
    return [(tie.part, tie.rule, text[tie.span.start : tie.span.end]) for tie in ties_of(words, mention).ties]


def mended(
    text: str, trigger: str, actors: list[str], recipients: list[str], kind: str = "ASSAULT", *modes: str
) -> tuple[list[str], list[str]]:
    """The actors and recipients of an act for which a reader found these."""
    mention = Mention(
        "e1",
        kind,
        quote(text, trigger),
        modes=modes,
        actors=tuple(quote(text, words) for words in actors),
        recipients=tuple(quote(text, words) for words in recipients),
    )
    found = with_told_roles(Document("d", text, "-"), (mention,))[0]
    return [each.text for each in found.actors], [each.text for each in found.recipients]


@pytest.mark.parametrize(
    ("text", "trigger", "rule", "found"),
    [
        ("Rangers from Ulmo on Monday beat two fishermen.", "beat", "subject", "Rangers"),
        ("The rangers, who came by boat, beat two fishermen.", "beat", "aside", "The rangers"),
        ("Rangers who had come by boat beat two fishermen.", "beat", "subject", "Rangers"),
        ("They praised the rangers who beat two fishermen.", "beat", "relative", "the rangers"),
        ("Rangers closed the pier and beat two fishermen.", "beat", "joined", "Rangers"),
        ("Rangers threatened to beat two fishermen.", "beat", "infinitive", "Rangers"),
        ("The mayor ordered rangers to beat two fishermen.", "beat", "infinitive", "rangers"),
        ("Two fishermen were beaten on the pier by rangers.", "beaten", "by", "rangers"),
        ("The pier was closed after the beating of two fishermen by rangers.", "beating", "by", "rangers"),
        ("On Monday rangers launched an attack on the pier.", "attack", "light verb", "rangers"),
        ("The rangers' attack lasted an hour.", "attack", "owner", "The rangers"),
        ("The visit of the envoy lasted an hour.", "visit", "of", "the envoy"),
    ],
)
def test_the_doer(text: str, trigger: str, rule: str, found: str) -> None:
    assert ("actor", rule, found) in tied(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "rule", "found"),
    [
        ("Rangers beat two fishermen and a cook.", "beat", "ASSAULT", "object", ["two fishermen", "a cook"]),
        ("Two fishermen were beaten and robbed.", "robbed", "ASSAULT", "passive", ["Two fishermen"]),
        ("Editor arrested in Ulmo", "arrested", "COERCE", "passive", ["Editor"]),
        ("Two of the fishermen died.", "died", "ASSAULT", "suffers", ["Two of the fishermen"]),
        ("The killing of two guards shook Ulmo.", "killing", "ASSAULT", "of", ["two guards"]),
        ("After the mayor's arrest shops closed.", "arrest", "COERCE", "owner", ["the mayor"]),
        ("The envoy held talks with the miners.", "talks", "CONSULT", "preposition", ["the miners"]),
    ],
)
def test_the_one_to_whom_it_is_done(text: str, trigger: str, kind: str, rule: str, found: list[str]) -> None:
    assert [words for part, by, words in tied(text, trigger, kind) if (part, by) == ("recipient", rule)] == found


def test_bystanders_and_speakers_go_where_the_subject_is_found() -> None:
    text = "The mayor said rangers beat two fishermen while miners watched."
    assert mended(text, "beat", ["The mayor", "rangers", "miners"], ["two fishermen"]) == (["rangers"], ["two fishermen"])


def test_a_list_stays_whole() -> None:
    text = "Rangers, the coast guard and some soldiers beat two fishermen."
    everybody = ["Rangers", "the coast guard", "soldiers"]
    assert mended(text, "beat", everybody, [])[0] == everybody


def test_one_quote_in_two_roles_keeps_the_one_of_its_place() -> None:
    text = "Two fishermen were beaten by rangers."
    assert mended(text, "beaten", ["Two fishermen", "rangers"], ["Two fishermen", "rangers"]) == (["rangers"], ["Two fishermen"])
    both = "Rangers fought fishermen."
    assert mended(both, "fought", ["Rangers", "fishermen"], ["Rangers", "fishermen"], "ASSAULT", "sideAB")[1] == ["Rangers", "fishermen"]


def test_a_passive_without_agent_has_no_actor_before_it() -> None:
    text = "Miners marched, and two fishermen were beaten."
    assert mended(text, "beaten", ["Miners"], ["two fishermen"]) == ([], ["two fishermen"])
    assert mended("Additional forces were deployed in Ulmo.", "deployed", ["Additional forces"], [], "MOBILIZE")[0] == ["Additional forces"]


def test_a_name_and_its_aside_are_one_quote() -> None:
    text = "In Ulmo the captain, Klaus Petersen, has denied it."
    assert mended(text, "denied", ["the captain", "Klaus Petersen"], [], "REJECT")[0] == ["the captain, Klaus Petersen"]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "found"),
    [
        ("Police closed the pier and arrested two cooks.", "arrested", "COERCE", ["Police"]),
        ("Two cooks were arrested by police.", "arrested", "COERCE", ["police"]),
        ("Nobody arrested two cooks.", "arrested", "COERCE", []),
        ("A storm closed the pier.", "closed", "COERCE", []),
        ("Editor arrested in Ulmo", "arrested", "COERCE", []),
    ],
)
def test_an_empty_role_is_filled_by_grammar_alone(text: str, trigger: str, kind: str, found: list[str]) -> None:
    assert mended(text, trigger, [], [], kind)[0] == found


def test_pronouns_mean_whom_they_can() -> None:
    text = "The mayor met the miners. She promised them tents."
    met = Mention("e1", "CONSULT", quote(text, "met"), actors=(quote(text, "The mayor"),), recipients=(quote(text, "the miners"),))
    promised = Mention("e2", "AGREE", quote(text, "promised"), actors=(quote(text, "The mayor"),))
    assert [each.text for each in with_told_roles(Document("d", text, "-"), (met, promised))[1].recipients] == ["the miners"]


def test_hints_stay_with_their_quotes() -> None:
    text = "The mayor said rangers beat two fishermen."
    hints = (EntityHint((("GOV", 0.9),)), EntityHint((("COP", 0.8),)))
    mention = Mention("e1", "ASSAULT", quote(text, "beat"), actors=(quote(text, "The mayor"), quote(text, "rangers")), actor_hints=hints)
    assert with_told_roles(Document("d", text, "-"), (mention,))[0].actor_hints == hints[1:]


def test_a_sentence_of_any_length_is_read_near_its_act() -> None:
    text = "word " * 20_000 + "police arrested two cooks " + "word " * 20_000
    words = Clauses(text).around(Sentences(text).at(100_010), text.index("arrested"), text.index("arrested") + 8)
    assert len(words) <= (BEFORE + AFTER) // 5 + 5
    assert words[0].plain == "word"


_WORDS = re.findall(
    r"\S+",
    "police the two miners who arrested were beaten by and , of 's to talks with held which he them said that protesting ( ) “ . A B",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=3, max_size=25), st.data())
def test_quotes_are_words_of_the_text(drawn: list[str], data: st.DataObject) -> None:
    text = " ".join(drawn)
    starts = [0, *(index + 1 for index, sign in enumerate(text) if sign == " ")]

    def span() -> Quote:
        start = data.draw(st.sampled_from(starts))
        end = data.draw(st.sampled_from([at for at in [*starts, len(text) + 1] if at > start])) - 1
        return Quote(start, end, text[start:end])

    kind = data.draw(st.sampled_from(["ASSAULT", "COERCE", "CONSULT"]))
    mention = Mention("e1", kind, span(), actors=tuple(span() for _ in range(2)), recipients=(span(),))
    found = with_told_roles(Document("d", text, "-"), (mention,))
    for each in (*found[0].actors, *found[0].recipients):
        assert text[each.start : each.end] == each.text
        assert each.text
