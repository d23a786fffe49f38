from __future__ import annotations

import datetime as dt

import pytest

from tests.corroborate.reports import DAY, ORIGINAL, unread
from tocsin.corroborate.credits import credit_of
from tocsin.corroborate.grouping import Grouping
from tocsin.corroborate.prints import containment, print_of

PARAGRAPHS = ORIGINAL.split("\n\n")
REWRITE = (
    "Fifty-three dockers were taken into custody in Tamsa on Monday, according to the interior ministry. They had blocked the gates of the"
    " Verana terminal since Saturday. A group that watches rights on the coast speaks of some 190 detained, eleven of whom are in the"
    " provincial capital and have seen no lawyer. Wages of the spring are at the root of it; Halmar Shipping, the new owner, refuses them."
)
OTHER = (
    "Schools in the highlands will open a week late this year since the new desks have not arrived, the education office said on Tuesday."
    " Parents were asked to send chairs. The office expects the last lorries by the middle of the month and has promised meals for all."
)


def copied(text: str) -> bool:
    grouping = Grouping()
    grouping.add(unread("a", ORIGINAL))
    grouping.add(unread("b", text, title="Another headline"))
    return len(grouping.copy_groups()) == 1


@pytest.mark.parametrize(
    "text",
    [
        ORIGINAL,
        "\n\n".join(PARAGRAPHS[:2]),
        f"TAMSA, March 1 (Nordpress) - {ORIGINAL}",
        f"{ORIGINAL}\n\nMeridian News contributed to this report.",
        "Our town's harbour was quiet yesterday while its neighbour's was not.\n\n" + ORIGINAL,
        ORIGINAL.replace("53", "54").replace("Tamsa", "Tamza"),
    ],
    ids=["whole", "cut", "dateline", "credit", "own introduction", "touched up"],
)
def test_a_text_is_known_again(text: str) -> None:
    assert copied(text)


@pytest.mark.parametrize("text", [REWRITE, OTHER, PARAGRAPHS[0][:40], f"{PARAGRAPHS[1]}\n\n{OTHER}\n\n{OTHER.upper()}" * 6])
def test_another_text_is_not(text: str) -> None:
    assert not copied(text)


@pytest.mark.parametrize(
    ("text", "days", "one"),
    [
        (ORIGINAL, 140, True),
        (f"TAMSA, March 1 (Nordpress) - {ORIGINAL}", 140, True),
        (ORIGINAL.replace("53", "54"), 140, False),
        (ORIGINAL.replace("53", "54"), 2, True),
        (ORIGINAL.replace("dockers", "porters").replace("Monday", "Friday"), 140, False),
        (ORIGINAL.replace("dockers", "porters").replace("Monday", "Friday"), 2, True),
    ],
    ids=["reprint", "reprint with a dateline", "form with another figure", "correction", "form with other names", "touched up"],
)
def test_long_afterwards_a_text_is_the_same_only_word_for_word(text: str, days: int, one: bool) -> None:
    grouping = Grouping()
    grouping.add(unread("a", ORIGINAL))
    grouping.add(unread("b", text, DAY + dt.timedelta(days=days)))
    assert (len(grouping.copy_groups()) == 1) is one


def test_a_group_names_its_agency_and_begins_with_its_earliest_report() -> None:
    grouping = Grouping()
    for name, text in (("b", f"{ORIGINAL}\n(AFP)"), ("a", f"TAMSA (AFP) - {ORIGINAL}"), ("c", ORIGINAL)):
        grouping.add(unread(name, text))
    [group] = grouping.copy_groups()
    assert (group.id, group.documents, group.agency) == ("a", ("a", "b", "c"), "AFP")
    assert [reason.of for reason in group.joins[0].reasons] == ["runs", "credit"]


def test_containment_does_not_depend_on_which_is_longer() -> None:
    whole, cut = print_of(ORIGINAL), print_of(PARAGRAPHS[0] + PARAGRAPHS[1])
    assert containment(whole, cut) == containment(cut, whole) > 0.9


@pytest.mark.parametrize(
    ("text", "agency", "form"),
    [
        ("ORLO, Jan 5 (Nordpress) - Police held five people.", "Nordpress", "dateline"),
        ("They went home.\n(Reuters)", "Reuters", "closing"),
        ("They went home.\n\n© 2020 AFP", "AFP", "closing"),
        ("They went home.\nThe Associated Press contributed to this report.", "AP", "contributed"),
        ("They went home. With inputs from PTI", "PTI", "contributed"),
        ("By Ana Bell, Associated Press\nPolice said so.", "AP", "byline"),
    ],
)
def test_a_credit_is_read(text: str, agency: str, form: str) -> None:
    credit = credit_of(text)
    assert credit is not None
    assert (credit.agency, credit.form) == (agency, form)


@pytest.mark.parametrize("text", ["", "It ended on Sunday, said the party (UDF)", "He left (the minister).", "Reporting by Ana Bell"])
def test_what_is_no_credit(text: str) -> None:
    assert credit_of(text) is None


def test_an_agency_credits_itself() -> None:
    credit = credit_of("Police said so.", "Xinhua News Agency")
    assert credit is not None
    assert (credit.agency, credit.form) == ("Xinhua", "publisher")
