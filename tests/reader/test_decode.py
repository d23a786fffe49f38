from __future__ import annotations

import numpy as np

from tocsin.reader.decode import Thresholds, decode_links, decode_roles, decode_triggers
from tocsin.reader.network import MentionScores, Triggers
from tocsin.reader.segment import Window

NONE = [1.0, 0.0, 0.0]


def triggers_of(rows: list[list[float]], windows: list[Window], threshold: float = 0.5) -> list[tuple[int, int, int]]:
    found, _ = decode_triggers(np.array([rows], np.float32), windows, threshold)
    return list(zip(found.first.tolist(), found.last.tolist(), found.kind.tolist(), strict=True))


def test_neighbouring_words_of_one_type_are_one_trigger() -> None:
    rows = [NONE, [0.1, 0.9, 0.0], [0.2, 0.7, 0.1], [0.1, 0.1, 0.8], NONE]
    assert triggers_of(rows, [Window(0, 5, 0, 5)]) == [(1, 3, 0), (3, 4, 1)]


def test_a_window_gives_only_the_triggers_that_it_owns() -> None:
    rows = [[0.0, 1.0, 0.0], NONE, [0.0, 0.0, 1.0], NONE, [0.0, 1.0, 0.0]]
    assert triggers_of(rows, [Window(10, 15, 12, 14)]) == [(2, 3, 1)]


def test_a_higher_threshold_gives_fewer_triggers() -> None:
    rows = [[0.3, 0.7, 0.0], NONE, [0.05, 0.95, 0.0]]
    assert triggers_of(rows, [Window(0, 3, 0, 3)], 0.9) == [(2, 3, 0)]


ROLES = ("actor", "issue", "place", "time")


def roles_of(inside: dict[str, list[float]], opens: list[int] | None = None) -> list[tuple[int, int, int]]:
    width = len(next(iter(inside.values())))
    roles = np.zeros((1, width, len(ROLES), 3), np.float32)
    for number, name in enumerate(ROLES):
        for word, score in enumerate(inside.get(name, [0.0] * width)):
            first = word in (opens or ())
            roles[0, word, number] = [1 - score, score if first else 0, 0 if first else score]
    empty = np.zeros((1, 1), np.float32)
    one = np.zeros(1, np.int64)
    sentence = np.zeros((1, width), np.int64)
    sentence[0, -1] = -1  # padding
    spans = decode_roles(
        MentionScores(empty, empty, empty, empty, roles),
        Triggers(one, one, one + 1, one),
        sentence,
        ROLES,
        Thresholds(role={"issue": 0.7}).of_roles(ROLES),
    )
    return [(span.role, span.first, span.last) for span in spans]


def test_an_opening_word_starts_a_second_span() -> None:
    assert roles_of({"actor": [0.9, 0.9, 0.9, 0.1, 0.0]}, opens=[0, 2]) == [(0, 0, 2), (0, 2, 3)]


def test_a_time_that_would_be_missing_is_the_surest() -> None:
    assert roles_of({"time": [0.2, 0.0, 0.32, 0.0]}) == [(3, 2, 3)]
    assert roles_of({"time": [0.32, 0.0, 0.6, 0.0]}) == [(3, 2, 3)]
    assert roles_of({"time": [0.28, 0.0, 0.0]}) == []
    assert roles_of({"time": [0.3, 0.0, 0.4, 0.0, 0.36, 0.0]}) == [(3, 2, 3)]
    assert roles_of({"actor": [0.4, 0.0, 0.0], "place": [0.4, 0.0, 0.0]}) == []


def test_a_role_that_is_filled_once_keeps_its_surest_span() -> None:
    assert roles_of({"issue": [0.6, 0.0, 0.9, 0.9, 0.0]}) == [(1, 2, 4)]


def test_each_role_has_its_own_threshold() -> None:
    assert roles_of({"actor": [0.6, 0.0], "issue": [0.6, 0.0]}) == [(0, 0, 1)]


def test_padding_fills_no_role() -> None:
    assert roles_of({"actor": [0.0, 0.0, 0.0, 0.0, 0.9]}) == []


def links_of(scores: list[tuple[int, int, list[float]]], kinds: list[int]) -> dict[int, tuple[str, int]]:
    table = np.array([row for _, _, row in scores], np.float32)
    return decode_links(table, [late for late, _, _ in scores], [early for _, early, _ in scores], kinds, 0.5)


def test_chains_of_one_act_lead_to_its_first_mention() -> None:
    same = [0.1, 0.9, 0.0, 0.0]
    assert links_of([(1, 0, same), (2, 1, same)], [4, 4, 4]) == {1: ("same_as", 0), 2: ("same_as", 0)}


def test_mentions_of_two_types_are_never_one_act() -> None:
    assert links_of([(1, 0, [0.1, 0.9, 0.0, 0.0])], [4, 5]) == {}


def test_a_part_points_at_the_first_mention_of_its_whole() -> None:
    links = links_of([(1, 0, [0.1, 0.9, 0.0, 0.0]), (2, 1, [0.2, 0.0, 0.8, 0.0])], [4, 4, 4])
    assert links[2] == ("part_of", 0)


def test_an_earlier_mention_can_be_the_part() -> None:
    assert links_of([(1, 0, [0.2, 0.0, 0.0, 0.8])], [4, 4]) == {0: ("part_of", 1)}
