"""Ties between mentions held against annotated ones."""

from __future__ import annotations

from benchmarks.links import compare, compare_all, measure
from tocsin.records import Mention, Quote


def mention(number: int, kind: str = "COERCE", *, at: int | None = None, same_as: str | None = None, part_of: str | None = None) -> Mention:
    """The mention ``e<number>``, whose trigger stands at ``10 * at``: by itself the place of its number."""
    start = 10 * (number if at is None else at)
    return Mention(f"e{number}", kind, Quote(start, start + 8, "arrested"), same_as=same_as, part_of=part_of)


GOLD = (mention(1), mention(2, same_as="e1"), mention(3, same_as="e2"), mention(4, part_of="e1"))


def sides(gold: tuple[Mention, ...], read: tuple[Mention, ...], figure: str) -> tuple[float, float]:
    """Precision and recall of one figure, to a tenth."""
    score = measure([compare("a text", gold, read)])[figure]
    return round(score.precision, 1), round(score.recall, 1)


def test_what_is_read_as_it_is_annotated_is_all_right() -> None:
    found = measure([compare("a text", GOLD, GOLD)])
    assert {name: score.sides for name, score in found.items() if name != "one act, untied"} == dict.fromkeys(
        ("one act, all", "one act, found", "one act, bcubed", "piece of, all"), (100, 100, 100)
    )


def test_a_chain_of_ties_is_one_act_whichever_mentions_it_names() -> None:
    tied_to_first = (mention(1), mention(2, same_as="e1"), mention(3, same_as="e1"), mention(4, part_of="e3"))
    assert sides(GOLD, tied_to_first, "one act, all") == (100, 100)
    assert sides(GOLD, tied_to_first, "piece of, all") == (100, 100)


def test_a_mention_that_was_not_found_takes_its_ties_with_it() -> None:
    read = (mention(1), mention(2, at=3, same_as="e1"))
    assert sides(GOLD, read, "one act, all") == (100, 33.3)
    assert sides(GOLD, read, "one act, found") == (100, 100)


def test_a_tie_to_a_mention_that_nobody_annotated_is_wrong() -> None:
    read = (*GOLD, mention(5, at=9, same_as="e1"))
    assert sides(GOLD, read, "one act, all") == (50, 100)
    assert sides(GOLD, read, "one act, found") == (100, 100)


def test_another_type_is_another_mention() -> None:
    assert sides(GOLD, (mention(1, "ASSAULT"), mention(2, "ASSAULT", same_as="e1")), "one act, all") == (0, 0)


def test_a_piece_tied_as_the_same_act_is_no_piece() -> None:
    read = (*GOLD[:3], mention(4, same_as="e1"))
    assert sides(GOLD, read, "piece of, all") == (0, 0)
    assert sides(GOLD, read, "one act, all") == (50, 100)


def test_a_piece_of_the_wrong_whole_is_wrong() -> None:
    gold = (mention(1), mention(2), mention(3, part_of="e1"))
    assert sides(gold, (mention(1), mention(2), mention(3, part_of="e2")), "piece of, all") == (0, 0)


def test_texts_do_not_mix() -> None:
    untied = (mention(1), mention(2), mention(3), mention(4))
    found = measure([compare("one", GOLD, GOLD), compare("other", GOLD, untied)])
    assert found["one act, all"].sides[:2] == (100, 50)


def test_untied_is_what_no_tie_at_all_would_reach() -> None:
    assert sides(GOLD, GOLD, "one act, untied") == (100, 50)


def test_annotated_texts_are_read_and_compared() -> None:
    line = {
        "id": "d",
        "text": "Police arrested 9. The arrests went on.",
        "published": None,
        "events": [
            {"id": "e1", "trigger": "arrested", "type": "COERCE"},
            {"id": "e2", "trigger": "arrests", "type": "COERCE", "same_as": "e1"},
        ],
    }
    (text,) = compare_all([line], lambda _document: [Mention("e1", "COERCE", Quote(7, 15, "arrested"))])
    assert text.found == {"e1"}
    assert measure([text])["one act, all"].sides[:2] == (0, 0)
