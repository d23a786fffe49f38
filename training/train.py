"""Train the reader that ships: ``python -m training.train --weights .train/all-mpnet-base-v2.safetensors --out src/tocsin/reader/model``.

1. Read the annotated texts: real news by reference, tocsin's own corpus.
2. Hold out one real text in sixteen and the corpus' validation part to find thresholds on, and its test part to measure.
3. Fine-tune the encoder with its heads, keeping a running average of the weights and a checkpoint after each epoch.
4. Export int8 ONNX, train the gate; find the thresholds, real news and the corpus counting the same; write settings and a model card.

A killed run goes on from its last checkpoint. On two cores that multiply bfloat16 it takes an hour.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from corpus.texts import part
from tocsin.reader.labels import Labels
from tocsin.reader.model import OnnxNetwork
from tocsin.reader.read import SHIPPED
from training.annotations import countries_of, encode, read_lines
from training.answering import TorchNetwork
from training.card import model_card
from training.export import write_graphs, write_settings
from training.gate import teach_gate
from training.learn import Recipe, Taught, half_precision, learn, learnt
from training.mode_words import write_mode_words
from training.network import ReaderNetwork
from training.tune import Candidate, calibrate, measure, tune

Documents: TypeAlias = Sequence[dict[str, Any]]

HELD_OUT = 16
"""One real text in so many tunes thresholds and calibrates scores instead of teaching."""

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")

LOOKED_AT = 7
"""After so many epochs, and as many more, held-out texts show how far a run has come."""


def main() -> None:
    """Parse, train, export."""
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    tokenizer = base_tokenizer()
    real = read_lines(sorted((arguments.shared / "events").glob("train*.jsonl")))
    own = read_lines(sorted(arguments.corpus.glob("*.jsonl")))
    print(f"{len(real)} real texts, {len(own)} of the corpus, on {DEVICE}", flush=True)
    taught, held, tested = parts_of(real, own)
    recipe = Recipe(epochs=arguments.epochs)
    labels = _labels([*taught[0], *taught[1]], arguments.work / "labels.json")
    texts = Taught(*([encode(document, tokenizer, labels) for document in group] for group in taught))
    network = _taught(texts, held, labels, recipe, arguments.weights, arguments.work / "checkpoint.pt")
    write_graphs(network, labels, tokenizer, arguments.out)
    print(
        f"the gate passes over {teach_gate(real, [*taught[1], *held[1]], tokenizer, arguments.out):.0f} % of windows without an event",
        flush=True,
    )
    print(f"{write_mode_words([*taught[0], *taught[1]], arguments.out)} triggers name a mode by themselves", flush=True)
    final = Candidate(OnnxNetwork(arguments.out, arguments.threads), tokenizer, labels, recipe.longest)
    calibration = calibrate(final, held[0])
    thresholds = tune(final, held)
    thresholds = replace(
        thresholds, mention=round(float(calibration(np.array([thresholds.mention], np.float32))[0]), 3)
    )  # in what scores are given in
    print(f"{calibration}\n{thresholds}", flush=True)
    scores = {name: measure(final, groups, thresholds, calibration) for name, groups in (("held out", held), ("test part", [tested]))}
    for name, found in scores.items():
        print(f"F1, {name}: {_shown(found)}", flush=True)
    card = model_card(taught=taught, held=held, tested=tested, recipe=recipe, scores=scores, device=DEVICE.type)
    version = write_settings(thresholds, calibration, recipe.longest, card, arguments.out)
    print(f"wrote {version} to {arguments.out}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train the reader.", epilog="A killed run goes on from its last checkpoint in --work.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder that holds events/train*.jsonl")
    parser.add_argument("--corpus", type=Path, default=Path("corpus/texts"), help="folder of annotated texts (JSONL)")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--work", type=Path, default=Path(".train"), help="folder for checkpoints")
    parser.add_argument(
        "--weights", type=Path, required=True, help="those of all-mpnet-base-v2 (safetensors): python -m training.weights FILE fetches them"
    )
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    return parser.parse_args()


def base_tokenizer() -> Tokenizer:
    """The published encoder's tokenizer (BERT's, uncased), which lies in the model folder that ships and is the same in every model."""
    return Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))


def _labels(taught: Documents, kept: Path) -> Labels:
    """The labels; a run that goes on keeps those that it began with, since its checkpoint's heads are as wide as they were."""
    if kept.exists():
        return Labels.load(kept)
    labels = Labels.of_codebook(countries_of(taught))
    kept.parent.mkdir(parents=True, exist_ok=True)
    labels.save(kept)
    return labels


def parts_of(real: Documents, own: Documents) -> tuple[tuple[Documents, Documents], tuple[Documents, Documents], Documents]:
    """What teaches and what tunes, real news and the corpus apart, and the corpus' test part."""
    of_corpus = {name: [document for document in own if part(document["id"]) == name] for name in ("train", "validation", "test")}
    taught = [document for document in real if not is_held_out(document["id"])]
    held = [document for document in real if is_held_out(document["id"])]
    return (taught, of_corpus["train"]), (held, of_corpus["validation"]), of_corpus["test"]


def is_held_out(name: str) -> bool:
    """Whether a real text tunes thresholds instead of teaching; by its id alone."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % HELD_OUT == 0


def _taught(texts: Taught, held: Sequence[Documents], labels: Labels, recipe: Recipe, weights: Path, checkpoint: Path) -> ReaderNetwork:
    """The trained network. Every few epochs it is shown how good it is on held-out texts, before thresholds are found."""
    torch.manual_seed(recipe.seed)  # the heads begin by chance
    network = ReaderNetwork(labels)
    network.start_from(load_file(weights))
    for epoch in learn(network, texts, labels, recipe, DEVICE, checkpoint):
        if epoch % LOOKED_AT == 0:
            average = ReaderNetwork(labels)
            average.load_state_dict(learnt(checkpoint, DEVICE))
            candidate = Candidate(TorchNetwork(average.to(DEVICE)), base_tokenizer(), labels, recipe.longest)
            with half_precision(DEVICE):
                print(f"  F1, held out: {_shown(measure(candidate, held))}", flush=True)
    network.load_state_dict(learnt(checkpoint, DEVICE))
    return network


def _shown(scores: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.1f}" for name, value in scores.items())


if __name__ == "__main__":
    main()
