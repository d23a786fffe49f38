"""How well mentions are tied within a text: those of one act to one event, a piece of an act to its whole.

``python -m benchmarks.links [SET …] [--shared FOLDER] [--cache FOLDER]`` reads annotated texts by the whole recipe and prints each figure with
its count. The sets are ``dev``, which is only measured, and the corpus' ``validation`` and ``test``, which taught the reader nothing.

A mention is found if the reader has one of its type whose trigger overlaps its own. ``all`` counts the ties of mentions that were not found as
missed and those of found mentions that nobody annotated as wrong; ``found`` and ``bcubed`` ask of found mentions alone.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks.clusters import Found, Score, bcubed, pairs, score_of
from benchmarks.exams import EVENTS
from corpus import texts
from tocsin.export.annotated import from_codebook
from tocsin.pipeline import Recipe, open_gazetteer
from tocsin.reader import Reader
from tocsin.records import Document, Mention, group_events
from tocsin.resolve.claims import Resolver
from tocsin.settings import Settings

Json: TypeAlias = dict[str, Any]
Read: TypeAlias = Callable[[Document], Sequence[Mention]]

SETS = ("dev", "validation", "test")


@dataclass(frozen=True, slots=True)
class Text:
    """One text as it is annotated and as it is read: the act of each mention, and which acts are pieces of which.

    Read mentions that were found go by the id of the annotated one, others by one of their own.
    """

    name: str
    gold: Mapping[str, str]
    read: Mapping[str, str]
    gold_parts: frozenset[tuple[str, str]]
    read_parts: frozenset[tuple[str, str]]

    @property
    def found(self) -> frozenset[str]:
        """The mentions that are annotated and read."""
        return frozenset(self.gold.keys() & self.read.keys())


def compare(name: str, gold: Sequence[Mention], read: Sequence[Mention]) -> Text:
    """One text's mentions as they are annotated and as they are read."""
    names = _names(gold, read)
    heads, own = ({m.id: event.id for event in group_events(each, ()) for m in event.mentions} for each in (gold, read))
    return Text(
        name,
        heads,
        {names[mention]: head for mention, head in own.items()},
        frozenset(_parts(gold, heads)),
        frozenset(_parts(read, own)),
    )


def _names(gold: Sequence[Mention], read: Sequence[Mention]) -> dict[str, str]:
    """For each read mention the annotated one that it is, one to one in reading order, else a name of its own."""
    names = {mention.id: f"read {mention.id}" for mention in read}
    free = list(read)
    for mention in gold:
        same = next((each for each in free if each.type == mention.type and _touch(each, mention)), None)
        if same is not None:
            names[same.id] = mention.id
            free.remove(same)
    return names


def _touch(one: Mention, other: Mention) -> bool:
    return one.trigger.start < other.trigger.end and other.trigger.start < one.trigger.end


def _parts(mentions: Iterable[Mention], heads: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The acts that are pieces of another, each with its whole."""
    for mention in mentions:
        whole = heads.get(mention.part_of) if mention.part_of else None
        if whole is not None and heads[mention.id] != whole:
            yield heads[mention.id], whole


def measure(compared: Sequence[Text]) -> dict[str, Score]:
    """Every figure over some texts, and ``untied``: what ``bcubed`` would be if nothing were tied."""
    everything = [(text, text.gold.keys() | text.read.keys()) for text in compared]
    paired = [(text, text.found) for text in compared]
    wanted = _acts(paired, "gold")
    return {
        "one act, all": pairs(_acts(everything, "read"), _acts(everything, "gold")),
        "one act, found": pairs(_acts(paired, "read"), wanted),
        "one act, bcubed": bcubed(_acts(paired, "read"), wanted),
        "one act, untied": bcubed({member: member for member in wanted}, wanted),
        "piece of, all": score_of(_pieces(compared)),
    }


def _acts(texts: Iterable[tuple[Text, Iterable[str]]], side: str) -> dict[str, str]:
    """The act of each member; one that this side lacks is alone."""
    found: dict[str, str] = {}
    for text, members in texts:
        acts: Mapping[str, str] = getattr(text, side)
        found |= {f"{text.name}/{member}": f"{text.name}/{acts.get(member, f'alone {member}')}" for member in members}
    return found


def _pieces(compared: Iterable[Text]) -> Found:
    """Pieces with their wholes: right is what ties two acts, each by one mention at least, as they are tied in the annotation."""
    right = read = gold = 0
    for text in compared:
        true = {tie for tie in text.read_parts if text.gold_parts & _as_annotated(text, tie)}
        right, read, gold = right + len(true), read + len(text.read_parts), gold + len(text.gold_parts)
    return right, read, gold


def _as_annotated(text: Text, tie: tuple[str, str]) -> set[tuple[str, str]]:
    """The annotated acts that mentions of a read piece and of its whole belong to."""
    piece, whole = ([text.gold[m] for m, act in text.read.items() if act == each and m in text.gold] for each in tie)
    return {(one, other) for one in piece for other in whole}


def read_set(shared: Path, name: str) -> list[Json]:
    """The annotated texts of one of :data:`SETS`."""
    if name != "dev":
        return [document for document in texts.documents() if texts.part(document["id"]) == name]
    lines = (line for path in EVENTS.files(shared) for line in path.read_text(encoding="utf-8").splitlines())
    return [json.loads(line) for line in lines if line.strip()]


def compare_all(documents: Iterable[Json], read: Read) -> list[Text]:
    """Read annotated ``documents`` (codebook, section 7) and lay both beside each other."""
    compared = []
    for line in documents:
        gold = from_codebook(line)
        compared.append(compare(gold.document.id, gold.mentions, read(gold.document)))
    return compared


def main() -> None:
    """Read, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", default=list(SETS), help=f"one or more of {', '.join(SETS)}")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--cache", type=Path, default=Settings.from_environment().cache_dir)
    parser.add_argument("--model", type=Path, help="a trained folder; the shipped model if none is given")
    options = parser.parse_args()
    recipe = Recipe(Reader.load(options.model), Resolver(open_gazetteer(options.cache)))
    for name in options.sets:
        documents = read_set(options.shared, name)
        if not documents:
            print(f"{name}: no such texts under {options.shared}")
            continue
        compared = compare_all(documents, lambda document: recipe.read(document).mentions)
        print(f"{name}: {_told(compared)}")
        for figure, score in measure(compared).items():
            print(f"  {figure:16} P {score.precision:5.1f}  R {score.recall:5.1f}  F1 {score.f:5.1f}")


def _told(compared: Sequence[Text]) -> str:
    mentions, found = sum(len(text.gold) for text in compared), sum(len(text.found) for text in compared)
    acts, parts = sum(len(set(text.gold.values())) for text in compared), sum(len(text.gold_parts) for text in compared)
    return f"{len(compared)} texts; {mentions} mentions of {acts} acts, {parts} of them pieces; {found} mentions found"


if __name__ == "__main__":
    main()
