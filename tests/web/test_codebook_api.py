"""The codebook over HTTP."""

from __future__ import annotations

from tests.web.browser import Client
from tocsin.codebook import AUX, COUNT_KINDS, MODES


def test_every_code_comes_with_what_it_means(client: Client) -> None:
    book = client.ask("/codebook")
    assert {kind["name"]: tuple(kind["modes"]) for kind in book["types"]} == MODES
    for kind in book["types"]:
        assert [mode["name"] for mode in kind["mode_entries"]] == kind["modes"]
    assert tuple(entry["name"] for entry in book["counts"]) == tuple(book["count_kinds"]) == COUNT_KINDS
    assert tuple(entry["name"] for entry in book["aux"]) == AUX
    listed = [*book["aux"], *book["counts"], *book["standings"], *(mode for kind in book["types"] for mode in kind["mode_entries"])]
    assert all(entry["meaning"] for entry in listed)
    withdrawn = {kind["name"]: mode["meaning"] for kind in book["types"] for mode in kind["mode_entries"] if mode["name"] == "withdraw"}
    assert withdrawn["SANCTION"] != withdrawn["RETREAT"]
