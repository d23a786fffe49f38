"""The case of docs/incidents.md: four reports of arrests in two cities, read by the shipped reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from tocsin.corroborate.claims import number_claims
from tocsin.corroborate.grouping import Grouping
from tocsin.corroborate.profile import profile_of
from tocsin.ingest import IngestOptions, read_inputs
from tocsin.pipeline import Recipe
from tocsin.reader import Reader
from tocsin.records import Document, EventRef, Incident, NumberClaim
from tocsin.resolve.claims import Resolver
from tocsin.resolve.places.gazetteer import Gazetteer

REPORTS = Path(__file__).parents[2] / "examples" / "incidents" / "reports.jsonl"
TOWNS = (
    ("186301", "Mombasa", "-4.05", "39.66", "P", "PPLA", "KE", "02", "1208000"),
    ("191245", "Kisumu", "-0.1", "34.75", "P", "PPLA", "KE", "07", "400000"),
)


class Case:
    """The reports, read and grouped."""

    def __init__(self, folder: Path) -> None:
        dump = folder / "dump.txt"
        dump.write_text("".join(_row(*town) for town in TOWNS), encoding="utf-8")
        recipe = Recipe(Reader.load(threads=1), Resolver(Gazetteer.build(folder / "gazetteer.sqlite", dump=dump)))
        self.grouping = Grouping()
        self._events = {}
        for item in read_inputs([str(REPORTS)], IngestOptions()):
            assert isinstance(item, Document)
            reading = recipe.read(item)
            events = reading.events
            self._events.update({EventRef(item.id, event.id): (item, event) for event in events})
            self.grouping.add(profile_of(reading, events))

    def numbers(self, incident: Incident) -> tuple[NumberClaim, ...]:
        """Who says how many."""
        copies = {name: group.id for group in self.grouping.copy_groups() for name in group.documents}
        return number_claims((self._events[ref] for ref in incident.events), copies)


def _row(
    number: str, name: str, latitude: str, longitude: str, category: str, feature: str, country: str, division: str, people: str
) -> str:
    cells = (
        number,
        name,
        name,
        "",
        latitude,
        longitude,
        category,
        feature,
        country,
        "",
        division,
        "",
        "",
        "",
        people,
        "",
        "",
        "Etc/UTC",
        "2020-01-01",
    )
    return "\t".join(cells) + "\n"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return Case(tmp_path_factory.mktemp("case"))


def test_the_agency_and_its_copy_are_one_text(case: Case) -> None:
    assert [group.documents for group in case.grouping.copy_groups() if len(group.documents) > 1] == [("agency", "copy")]


def test_the_arrests_are_two_incidents_with_four_claims_and_their_claimants(case: Case) -> None:
    told = [(incident, case.numbers(incident)) for incident in case.grouping.incidents()]
    counted = [(incident, claims) for incident, claims in told if claims]
    assert [sorted({ref.document for ref in incident.events}) for incident, _ in counted] == [
        ["agency", "copy", "follow-up", "rewrite"],
        ["agency", "copy", "rewrite"],
    ]
    mombasa, kisumu = ({(claim.value.low, claim.value.high, claim.claimant_kind) for claim in claims} for _, claims in counted)
    assert mombasa == {(50, 50, "police"), (180, 220, "monitor"), (62, 62, "court")}
    assert kisumu == {(11, 11, "police")}
    assert [(incident.articles, incident.sources) for incident, _ in counted] == [(4, 3), (3, 2)]
