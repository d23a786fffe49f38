"""Train the reader that ships, from published weights and then further from the model that came of them::

    python -m training.train --weights .train/all-mpnet-base-v2.safetensors --work .train/first --out .train/first/model
    python -m training.train --model .train/first/model --work .train/further --out src/tocsin/reader/model

1. Read the annotated texts: real news by reference, tocsin's own corpus.
2. Hold out one real text in sixteen and the corpus' validation part to find thresholds on, and its test part to measure.
3. Fine-tune the encoder with its heads, keeping a running average of the weights and a checkpoint after each epoch.
4. Export int8 ONNX, train the gate; find the thresholds, real news and the corpus counting the same; write settings and a model card.

A killed run goes on from its last checkpoint. On two cores that multiply bfloat16 each takes about an hour.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

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
from training.exported import exported_weights
from training.gate import teach_gate
from training.learn import FURTHER, Recipe, Taught, half_precision, learn, learnt
from training.mode_words import write_mode_words
from training.network import ReaderNetwork
from training.tune import Candidate, calibrate, measure, tune

Documents: TypeAlias = Sequence[dict[str, Any]]

HELD_OUT = 16
"""One real text in so many tunes thresholds and calibrates scores instead of teaching."""

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")

ALONE = 0.65
"""What the only mention of a text must reach, else the text is taken for one without events. On held-out texts that takes nine wrong mentions off and
one right one. Asked of the surest of several mentions it took 16 off and one, but lost whole reports of the bundles, one of barrel bombs."""

LOOKED_AT = 6
"""After so many epochs, and as many more, held-out texts show how far a run has come."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Annotated texts by what they are for; real news and the corpus apart but for ``tested``, the corpus' test part."""

    taught: tuple[Documents, Documents]
    held: tuple[Documents, Documents]
    tested: Documents


def main() -> None:
    """Parse, train, export."""
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    real = read_lines(sorted((arguments.shared / "events").glob("train*.jsonl")))
    own = read_lines(sorted(arguments.corpus.glob("*.jsonl")))
    print(f"{len(real)} real texts, {len(own)} of the corpus, on {DEVICE}", flush=True)
    parts = parts_of(real, own)
    recipe = FURTHER if arguments.model else Recipe()
    if arguments.epochs:
        recipe = replace(recipe, epochs=arguments.epochs)
    labels = _labels([*parts.taught[0], *parts.taught[1]], arguments.model or arguments.work)
    torch.manual_seed(recipe.seed)  # a new reader's heads begin by chance
    network = ReaderNetwork(labels)
    if arguments.model:
        network.load_state_dict(exported_weights(arguments.model))
    else:
        network.start_from(load_file(arguments.weights))
    _teach(network, parts, labels, recipe, arguments.work / "checkpoint.pt")
    write_graphs(network, labels, base_tokenizer(), arguments.out)
    _learn_words(parts, arguments.out)
    candidate = Candidate(OnnxNetwork(arguments.out, arguments.threads), base_tokenizer(), labels, recipe.longest)
    version = _finish(candidate, parts, recipe, arguments.out, further=arguments.model is not None)
    print(f"wrote {version} to {arguments.out}")


def _teach(network: ReaderNetwork, parts: Parts, labels: Labels, recipe: Recipe, checkpoint: Path) -> None:
    """Train the network. Every few epochs it is shown how good it is on held-out texts, before thresholds are found."""
    texts = Taught(*([encode(document, base_tokenizer(), labels) for document in group] for group in parts.taught))
    for epoch in learn(network, texts, labels, recipe, DEVICE, checkpoint):
        if epoch % LOOKED_AT == 0:
            average = ReaderNetwork(labels)
            average.load_state_dict(learnt(checkpoint, DEVICE))
            candidate = Candidate(TorchNetwork(average.to(DEVICE)), base_tokenizer(), labels, recipe.longest)
            with half_precision(DEVICE):
                print(f"  F1, held out: {_shown(measure(candidate, parts.held))}", flush=True)
    network.load_state_dict(learnt(checkpoint, DEVICE))


def _learn_words(parts: Parts, out: Path) -> None:
    """What needs no network: the gate, and the triggers that name a mode."""
    real, own = ([*parts.taught[group], *parts.held[group]] for group in (0, 1))
    print(f"the gate passes over {teach_gate(real, own, base_tokenizer(), out):.0f} % of windows without an event", flush=True)
    print(f"{write_mode_words([*parts.taught[0], *parts.taught[1]], out)} triggers name a mode by themselves", flush=True)


def _finish(candidate: Candidate, parts: Parts, recipe: Recipe, out: Path, *, further: bool) -> str:
    """Find the calibration and the thresholds, measure, and write settings and card; returns the model's version."""
    calibration = calibrate(candidate, parts.held[0])
    thresholds = replace(tune(candidate, parts.held, calibration), alone=ALONE)
    print(f"{calibration}\n{thresholds}", flush=True)
    groups = {"held out": parts.held, "test part": (parts.tested,)}
    scores = {name: measure(candidate, documents, thresholds, calibration) for name, documents in groups.items()}
    for name, found in scores.items():
        print(f"F1, {name}: {_shown(found)}", flush=True)
    card = model_card(
        taught=parts.taught,
        held=parts.held,
        tested=parts.tested,
        recipe=recipe,
        further=further,
        scores=scores,
        device=DEVICE.type,
    )
    return write_settings(thresholds, calibration, recipe.longest, card, out)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train the reader.", epilog="A killed run goes on from its last checkpoint in --work.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder that holds events/train*.jsonl")
    parser.add_argument("--corpus", type=Path, default=Path("corpus/texts"), help="folder of annotated texts (JSONL)")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--work", type=Path, default=Path(".train"), help="folder for checkpoints")
    begin = parser.add_mutually_exclusive_group(required=True)
    begin.add_argument(
        "--weights", type=Path, help="those of all-mpnet-base-v2 (safetensors): python -m training.weights FILE fetches them"
    )
    begin.add_argument("--model", type=Path, help="a model folder to go on from, the one that ships or one of your own")
    parser.add_argument(
        "--epochs", type=int, help=f"{Recipe().epochs} from published weights and {FURTHER.epochs} from a model if not given"
    )
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    return parser.parse_args()


def base_tokenizer() -> Tokenizer:
    """The published encoder's tokenizer (BERT's, uncased), which lies in the model folder that ships and is the same in every model."""
    return Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))


def _labels(taught: Documents, folder: Path) -> Labels:
    """The labels; what goes on from a checkpoint or a model keeps those in its folder, since the heads are as wide as they were."""
    kept = folder / "labels.json"
    if kept.exists():
        return Labels.load(kept)
    labels = Labels.of_codebook(countries_of(taught))
    folder.mkdir(parents=True, exist_ok=True)
    labels.save(kept)
    return labels


def parts_of(real: Documents, own: Documents) -> Parts:
    """Who teaches, who tunes and who measures."""
    of_corpus = {name: [document for document in own if part(document["id"]) == name] for name in ("train", "validation", "test")}
    taught = [document for document in real if not is_held_out(document["id"])]
    held = [document for document in real if is_held_out(document["id"])]
    return Parts((taught, of_corpus["train"]), (held, of_corpus["validation"]), of_corpus["test"])


def is_held_out(name: str) -> bool:
    """Whether a real text tunes thresholds instead of teaching; by its id alone."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % HELD_OUT == 0


def _shown(scores: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.1f}" for name, value in scores.items())


if __name__ == "__main__":
    main()
