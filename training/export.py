"""The trained network as the model folder that ships: int8 ONNX graphs, labels, tokenizer, settings and a model card."""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import asdict
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import nn

from tocsin.codebook import VERSION
from tocsin.reader.decode import Calibration, Thresholds
from tocsin.reader.gate import FILE as GATE
from tocsin.reader.labels import Labels
from tocsin.reader.mode_words import FILE as MODE_WORDS
from tocsin.reader.model import FORMAT, PARTS
from training.answering import AnsweringEncoder, AnsweringLinks, AnsweringMentions, AnsweringSpans
from training.network import ReaderNetwork
from training.rounded import round_products

OPSET = 18

INPUTS = {
    "encoder": {"pieces": "BT", "shapes": "BT", "word_index": "BW"},
    "mentions": {"words": "BWH", "sentence": "BW", "row": "K", "first": "K", "last": "K", "kind": "K"},
    "spans": {"words": "BWH", "row": "S", "first": "S", "last": "S", "vectors": "SD"},
    "links": {"later": "PD", "earlier": "PD", "apart": "P"},
}
"""Each graph's inputs with their axes: H and D are fixed widths, the others vary."""

OUTPUTS = {
    "encoder": ("words_out", "triggers"),
    "mentions": ("vector", "modes", "aux", "contexts", "roles"),
    "spans": ("sectors", "countries", "count_kinds"),
    "links": ("links",),
}


def _example(axes: str, name: str, widths: dict[str, int]) -> torch.Tensor:
    shape = [widths[axis] for axis in axes]
    if axes in {"BWH", "SD", "PD"}:
        return torch.randn(shape)
    if name == "last":
        return torch.ones(shape, dtype=torch.int64)
    return torch.zeros(shape, dtype=torch.int64) if name != "pieces" else torch.randint(1000, 2000, shape)


def _graph(part: str, module: nn.Module, hidden: int, mention: int, path: Path) -> None:
    """Write one part as fp32 ONNX with every axis but the widths left open."""
    # Sizes that no axis shares, so that the exporter takes none for another.
    widths = {"B": 3, "T": 11, "W": 7, "K": 5, "S": 6, "P": 4, "H": hidden, "D": mention}
    given = {name: _example(axes, name, widths) for name, axes in INPUTS[part].items()}
    open_axes = {
        name: {place: torch.export.Dim(axis, min=1, max=4096) for place, axis in enumerate(axes) if axis not in "HD"}
        for name, axes in INPUTS[part].items()
    }
    program = torch.onnx.export(
        module.eval(),
        kwargs=given,
        dynamo=True,
        opset_version=OPSET,
        dynamic_shapes=open_axes,
        output_names=list(OUTPUTS[part]),
        verbose=False,
    )
    assert program is not None
    program.save(path)


def _round(source: Path, target: Path) -> None:
    """The tables of pieces and places as int8, one scale a table, and the matrix products (:mod:`training.rounded`)."""
    quantize_dynamic(source, target, weight_type=QuantType.QInt8, op_types_to_quantize=["Gather"])
    model = onnx.load(target)
    round_products(model)
    onnx.save(model, target)


def _save_bare(source: Path, target: Path) -> None:
    """Save a graph without the exporter's notes: it writes file paths of the machine and lines of code beside each node."""
    model = onnx.load(source)
    graph = model.graph
    for part in (model, graph, *graph.node, *graph.value_info, *graph.input, *graph.output, *graph.initializer, *model.functions):
        part.ClearField("metadata_props")
        part.ClearField("doc_string")
    onnx.save(model, target)


def write_graphs(network: ReaderNetwork, labels: Labels, tokenizer: Tokenizer, folder: Path) -> None:
    """Write the graphs, the labels and the tokenizer."""
    network.to("cpu").eval()
    folder.mkdir(parents=True, exist_ok=True)
    modules: dict[str, nn.Module] = {
        "encoder": AnsweringEncoder(network),
        "mentions": AnsweringMentions(network),
        "spans": AnsweringSpans(network),
        "links": AnsweringLinks(network),
    }
    with tempfile.TemporaryDirectory() as scratch:
        for part in PARTS:
            plain, rounded = Path(scratch) / f"{part}.onnx", Path(scratch) / f"{part}-int8.onnx"
            _graph(part, modules[part], network.sizes.hidden, network.sizes.mention, plain)
            if part == "encoder":  # the heads are a tenth of the weights, and lose accuracy first when they are rounded
                _round(plain, rounded)
            _save_bare(rounded if rounded.exists() else plain, folder / f"{part}.onnx")
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    labels.save(folder / "labels.json")


def write_settings(thresholds: Thresholds, calibration: Calibration, longest: int, card: str, folder: Path) -> str:
    """Write the settings and the model card beside the graphs.

    Returns:
        The model's version: a date-free name that changes when anything in the folder does.
    """
    version = "tocsin-reader-1-" + _fingerprint(folder, thresholds, calibration)
    found = {"thresholds": asdict(thresholds), "calibration": asdict(calibration)}
    settings = {"format": FORMAT, "version": version, "codebook": VERSION, "longest": longest, **found}
    (folder / "model.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    (folder / "MODEL_CARD.md").write_text(card.replace("{version}", version), encoding="utf-8")
    return version


def _fingerprint(folder: Path, *settings: Thresholds | Calibration) -> str:
    digest = hashlib.sha256(json.dumps([asdict(part) for part in settings], sort_keys=True).encode())
    for name in (*(f"{part}.onnx" for part in PARTS), "labels.json", "tokenizer.json", GATE, MODE_WORDS):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:12]
