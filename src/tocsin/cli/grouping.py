"""The work of ``tocsin group``: documents in, the groups that they make out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

import typer

from tocsin.cli.asides import Asides
from tocsin.codebook import VERSION
from tocsin.corroborate.grouping import Grouping
from tocsin.corroborate.profile import profile_of
from tocsin.display.words import number
from tocsin.export import whole_file
from tocsin.export.codebook import line
from tocsin.ingest import IngestOptions, read_inputs
from tocsin.pipeline import Reads, Resolves, RunOptions, Tally, run
from tocsin.records import CopyGroup, Document, Reading, Refusal, Story


def read(inputs: Sequence[str], options: RunOptions, reader: Reads, resolver: Resolves) -> Iterator[Reading | Refusal]:
    """Every input with its events; without a store a run gives readings and refusals alone."""
    for outcome in run(inputs, options, reader, resolver):
        if isinstance(outcome, Reading | Refusal):
            yield outcome


def unread(inputs: Sequence[str], options: IngestOptions) -> Iterator[Reading | Refusal]:
    """Every input as a reading without events."""
    for item in read_inputs(inputs, options):
        yield Reading(item, (), (), "none", VERSION) if isinstance(item, Document) else item


def write_groups(readings: Iterable[Reading | Refusal], out: Path | None) -> bool:
    """Write a line a document in input order, and close with the counts. Returns whether every input was read."""
    tally, grouping, ids = Tally(), Grouping(), dict[str, None]()
    with Asides(bar=True) as asides, whole_file(out) if out else nullcontext(sys.stdout.buffer.write) as write:
        for reading in _told(readings, tally, asides):
            ids[reading.document.id] = None  # two documents of one id: the later one counts, in the first one's place
            grouping.add(profile_of(reading, reading.events))
        copies, stories = grouping.copy_groups(), grouping.stories()
        copy_of, story_of = _labels(copies), _labels(stories)
        for name in ids:
            write(line({"id": name, "copy_group": copy_of[name], "cluster": story_of[name]}))
    if tally.documents:
        typer.echo(f"{tally.inputs()}: {number(len(copies), 'text')}, {number(len(stories), 'happening')}", err=True)
    return tally.complete


def _labels(groups: Iterable[CopyGroup | Story]) -> dict[str, str]:
    return {document: group.id for group in groups for document in group.documents}


def _told(readings: Iterable[Reading | Refusal], tally: Tally, asides: Asides) -> Iterator[Reading]:
    for reading in readings:
        tally.add(reading)
        if isinstance(reading, Refusal):
            asides.refused(reading)
        else:
            yield reading
        asides.show(tally.inputs())
