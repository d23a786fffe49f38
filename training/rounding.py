"""What rounding to int8 costs: ``python -m training.rounding --model src/tocsin/reader/model --shared ../shared``.

Reads the same annotated news with fp32 products and with the int8 graphs that ship, with the same thresholds, and prints each head's F1 for both. The
weights are those that ship, or with ``--work`` as they were trained, from the run's checkpoint. It measures only.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from tocsin.reader.model import OnnxNetwork, load_model
from training.annotations import read_lines
from training.answering import TorchNetwork
from training.exported import exported_weights
from training.learn import learnt
from training.network import ReaderNetwork
from training.tune import Candidate, measure


def main() -> None:
    """Measure both and print a table."""
    arguments = _arguments()
    documents = read_lines(sorted((arguments.shared / "events").glob(arguments.texts)))
    shipped = load_model(arguments.model)
    network = ReaderNetwork(shipped.labels)
    trained = arguments.work and learnt(arguments.work / "checkpoint.pt", torch.device("cpu"))
    network.load_state_dict(trained or exported_weights(arguments.model))
    exact, rounded = (
        measure(
            Candidate(answering, shipped.tokenizer, shipped.labels, shipped.longest), [documents], shipped.thresholds, shipped.calibration
        )
        for answering in (TorchNetwork(network), OnnxNetwork(arguments.model))
    )
    print("| head | fp32 | int8 |\n|---|---|---|")
    for head, score in exact.items():
        print(f"| {head} | {score:.1f} | {rounded[head]:.1f} |")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What rounding to int8 costs.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder that holds the annotated news")
    parser.add_argument("--texts", default="dev*.jsonl", help="which files of its folder events")
    parser.add_argument("--model", type=Path, default=Path("src/tocsin/reader/model"), help="the model folder with the int8 graphs")
    parser.add_argument("--work", type=Path, help="the folder with its checkpoint, to ask what rounding the weights costs too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
