from __future__ import annotations

from tocsin.records import Mention, Quote
from training.measure import agreement

TEXT = "Police arrested two. Crowds marched."


def mention(word: str, kind: str, *actors: str, modes: tuple[str, ...] = ()) -> Mention:
    def quote(words: str) -> Quote:
        return Quote(TEXT.index(words), TEXT.index(words) + len(words), words)

    return Mention(id="e1", type=kind, trigger=quote(word), modes=modes, actors=tuple(quote(actor) for actor in actors))


GOLD = {
    "text": TEXT,
    "events": [
        {"id": "e1", "trigger": "arrested", "type": "COERCE", "modes": ["arrest"], "actors": ["Police"]},
        {"id": "e2", "trigger": "marched", "type": "PROTEST", "actors": ["Crowds"]},
    ],
}


def test_the_same_annotation_agrees_wholly() -> None:
    read = [mention("arrested", "COERCE", "Police", modes=("arrest",)), mention("marched", "PROTEST", "Crowds")]
    assert agreement([(GOLD, read)]) == {"trigger": 100.0, "mode": 100.0, "actor": 100.0}


def test_a_missed_mention_and_a_wrong_type_cost() -> None:
    assert agreement([(GOLD, [mention("arrested", "COERCE", "Police")])])["trigger"] == 200 * 1 / 3
    wrong = [mention("arrested", "ASSAULT", "Police"), mention("marched", "PROTEST", "Crowds")]
    assert agreement([(GOLD, wrong)])["trigger"] == 50.0
    assert agreement([(GOLD, wrong)])["actor"] == 50.0
