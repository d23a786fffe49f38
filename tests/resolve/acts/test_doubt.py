"""Marks of doubt before an act, and acts that somebody denies."""

from __future__ import annotations

import pytest

from tocsin.records import Document, Mention, Quote
from tocsin.resolve.acts.doubt import with_stated_doubt


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("Power appeared to have been cut.", True),
        ("They seem to be deliberately cut off.", True),
        ("Water was reportedly cut.", True),
        ("Water was cut.", False),
        ("Allegedly nobody asked who cut it.", False),
    ],
)
def test_a_mark_right_before_the_act_hedges_it(text: str, hedged: bool) -> None:
    start = text.index("cut")
    mention = Mention("e1", "COERCE", Quote(start, start + 3, "cut"))
    assert with_stated_doubt(Document("d", text, "-"), (mention,))[0].hedged is hedged


def test_what_the_reader_doubts_stays_doubted() -> None:
    mention = Mention("e1", "COERCE", Quote(6, 9, "cut"), hedged=True)
    assert with_stated_doubt(Document("d", "Water cut off.", "-"), (mention,)) == (mention,)


@pytest.mark.parametrize(
    ("text", "act", "denied"),
    [
        ("Rebels denied killing 12 villagers.", "killing", True),
        ("The army on Sunday flatly denied having shelled the market.", "shelled", True),
        ("The army denied on Sunday that it had shelled the market.", "shelled", True),
        ("Police denied that anyone was beaten.", "beaten", True),
        ("Police denied beating the men and torturing a boy.", "torturing", True),
        ("The general denied they had burned the village.", "burned", True),
        ("The rebels, denying that they attacked the town, withdrew.", "attacked", True),
        ("The ministry denies that Mr. Ali was ever arrested.", "arrested", True),
        ("The army did not deny shelling the market.", "shelling", False),
        ("The general never denied that troops were sent.", "sent", False),
        ("The family was denied boarding.", "boarding", False),
        ("The mayor denied the union's claim that police had fired.", "fired", False),
        ("The mayor denied that anyone was beaten, as a witness had said.", "beaten", False),
        ("The rebels denied it. They had attacked the town.", "attacked", False),
        ("The rebels denied any part in the attack.", "attack", False),
        ("The rebels denied killing him and attacked the town.", "attacked", False),
    ],
)
def test_what_somebody_denies_is_negated(text: str, act: str, denied: bool) -> None:
    start = text.index(act)
    mention = Mention("e1", "ASSAULT", Quote(start, start + len(act), act), aux=("historical",))
    found = with_stated_doubt(Document("d", text, "-"), (mention,))[0]
    assert found.aux == (("historical", "negation") if denied else ("historical",))


def test_a_denial_itself_is_no_denied_act() -> None:
    text = "The party denied rejecting the plan."
    mention = Mention("e1", "REJECT", Quote(17, 26, "rejecting"))
    assert with_stated_doubt(Document("d", text, "-"), (mention,)) == (mention,)
