"""The learning curve: how good the reader gets from how much text. ``python -m training.curve --shared ../shared``.

Each point trains the network anew on some of the texts, in the same number of epochs, which read about as many texts in each, and measures
it on real news and on texts of the corpus that taught none of them. Smaller parts of the corpus lie in the larger ones. What was measured
is kept in ``--work``, so that a curve that was stopped goes on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeAlias

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from tocsin.reader.labels import Labels
from training.annotations import countries_of, encode, read_lines
from training.answering import TorchNetwork
from training.learn import Recipe, Taught, learn, learnt
from training.network import ReaderNetwork
from training.train import base_tokenizer, parts_of
from training.tune import Candidate, measure

Documents: TypeAlias = Sequence[dict[str, Any]]

EPOCHS = 4
"""A third of what a reader is given: the curve is read for its slope, not for its height."""

DRAWN = 1100
"""Texts that an epoch reads, at most: all the real ones and of the corpus as many as are left."""

HEADS = ("trigger", "mode", "actor", "recipient", "place", "time", "count", "said_by")


@dataclass(frozen=True, slots=True)
class Point:
    """What one reader of the curve learns from: shares of the real texts and of the corpus' train part."""

    name: str
    real: float
    corpus: float


POINTS = (
    Point("real news alone", 1, 0),
    Point("and a tenth of the corpus", 1, 0.1),
    Point("and a quarter", 1, 0.25),
    Point("and a half", 1, 0.5),
    Point("and all of it", 1, 1),
    Point("the corpus alone", 0, 1),
)


def main() -> None:
    """Train and measure every point that was not measured before; print the table."""
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    weights, tokenizer = load_file(arguments.weights), base_tokenizer()
    real, own = (
        read_lines(sorted(files)) for files in ((arguments.shared / "events").glob("train*.jsonl"), arguments.corpus.glob("*.jsonl"))
    )
    parts = parts_of(real, own)
    labels = Labels.of_codebook(countries_of([*parts.taught[0], *parts.taught[1]]))
    arguments.work.mkdir(parents=True, exist_ok=True)
    kept = arguments.work / "curve.jsonl"
    known = {line["name"]: line for line in read_lines([kept])} if kept.exists() else {}
    for point in POINTS:
        if point.name not in known:
            texts = (_share(parts.taught[0], point.real), _share(parts.taught[1], point.corpus))
            network = _taught(texts, labels, tokenizer, weights, arguments.work / f"{point.name.replace(' ', '-')}.pt")
            candidate = Candidate(TorchNetwork(network), tokenizer, labels, Recipe().longest)
            scores = {name: measure(candidate, [group]) for name, group in (("real", parts.held[0]), ("corpus", parts.tested))}
            known[point.name] = {**asdict(point), "texts": [len(part) for part in texts], "scores": scores}
            with kept.open("a", encoding="utf-8") as file:
                file.write(json.dumps(known[point.name]) + "\n")
    print(table([known[point.name] for point in POINTS]))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The learning curve of the reader.", epilog="A stopped curve goes on.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder that holds events/train*.jsonl")
    parser.add_argument("--corpus", type=Path, default=Path("corpus/texts"), help="folder of annotated texts (JSONL)")
    parser.add_argument("--weights", type=Path, default=Path(".train/all-mpnet-base-v2.safetensors"), help="where every reader begins")
    parser.add_argument("--work", type=Path, default=Path(".train/curve"), help="folder for checkpoints and what was measured")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    return parser.parse_args()


def _share(texts: Documents, share: float) -> Documents:
    """The first of the texts in an order that their ids alone decide, so that the smaller part lies in the larger."""
    ordered = sorted(texts, key=lambda text: hashlib.sha256(f"curve {text['id']}".encode()).digest())
    return ordered[: round(share * len(ordered))]


def _taught(
    texts: Sequence[Documents], labels: Labels, tokenizer: Tokenizer, weights: Mapping[str, torch.Tensor], checkpoint: Path
) -> ReaderNetwork:
    """A network that learned from the real texts and the corpus' texts given."""
    real, own = ([encode(document, tokenizer, labels) for document in group] for group in texts)
    drawn = min(1.0, (DRAWN - len(real)) / len(own)) if own else 0.0
    network = ReaderNetwork(labels)
    network.start_from(weights)
    recipe, device = Recipe(epochs=EPOCHS, own_share=drawn, last_own_share=drawn), torch.device("cpu")
    for epoch in learn(network, Taught(real, own), labels, recipe, device, checkpoint):
        print(f"  {epoch} of {EPOCHS} for {checkpoint.stem}", flush=True)
    network.load_state_dict(learnt(checkpoint, device))
    checkpoint.unlink()
    return network


def table(measured: Sequence[dict[str, Any]]) -> str:
    """The curve in Markdown: F1 on held-out real news, and that of triggers on the corpus' test part."""
    lines = [f"| learned from | texts | {' | '.join(HEADS)} | trigger, corpus |", "|" + "---|" * (len(HEADS) + 3)]
    for point in measured:
        real, own = point["scores"]["real"], point["scores"]["corpus"]
        cells = [f"{real.get(head, 0.0):.1f}" for head in HEADS]
        lines.append(f"| {point['name']} | {sum(point['texts']):,} | {' | '.join(cells)} | {own['trigger']:.1f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
