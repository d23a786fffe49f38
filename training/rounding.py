"""What rounding the weights to int8 costs: ``python -m training.rounding --model src/tocsin/reader/model --shared ../shared``.

Reads the same annotated news with the weights as they were trained (fp32, from the checkpoint) and with the int8 graphs that ship, with the
same thresholds, and prints each head's F1 for both. It measures only.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from tocsin.reader.model import OnnxNetwork, load_model
from training.annotations import read_lines
from training.answering import TorchNetwork
from training.learn import learnt
from training.network import ReaderNetwork
from training.tune import Candidate, measure


def main() -> None:
    """Measure both and print a table."""
    arguments = _arguments()
    documents = read_lines(sorted((arguments.shared / "events").glob(arguments.texts)))
    shipped = load_model(arguments.model)
    network = ReaderNetwork(shipped.labels)
    network.load_state_dict(learnt(arguments.work / "checkpoint.pt", torch.device("cpu")))
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
    parser = argparse.ArgumentParser(description="What rounding the weights to int8 costs.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder that holds the annotated news")
    parser.add_argument("--texts", default="dev*.jsonl", help="which files of its folder events")
    parser.add_argument("--model", type=Path, default=Path("src/tocsin/reader/model"), help="the model folder with the int8 graphs")
    parser.add_argument("--work", type=Path, default=Path(".train/further"), help="the folder with its checkpoint")
    return parser.parse_args()


if __name__ == "__main__":
    main()
