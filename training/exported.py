"""An exported model as weights again, so that training can go on from a model that ships, with other texts or longer.

Rounded weights are taken as they are: a few hundred steps mend what int8 cost them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from tocsin.reader.model import PARTS

Arrays = dict[str, NDArray[np.float32]]


def exported_weights(folder: Path) -> dict[str, Tensor]:
    """The weights of a model folder under the names of :class:`training.network.ReaderNetwork`.

    Raises:
        OSError: a graph is missing.
    """
    found: dict[str, Tensor] = {}
    for part in PARTS:
        graph = onnx.load(folder / f"{part}.onnx").graph
        arrays = {stored.name: numpy_helper.to_array(stored) for stored in graph.initializer}
        found |= {name: torch.from_numpy(np.array(value, np.float32)) for name, value in _weights(graph, arrays)}
    return found


def _weights(graph: onnx.GraphProto, arrays: Arrays) -> Iterator[tuple[str, NDArray[np.float32]]]:
    for name in arrays:
        if name.split(".")[0] in PARTS and not name.endswith(("_scale", "_zero_point")):
            plain = name.removesuffix("_quantized")
            yield plain, arrays[name] if plain == name else _unrounded(arrays, plain)
    made = {output: node for node in graph.node for output in node.output}
    for node in graph.node:
        # A product whose weight the exporter turned over and named by a number is known by the bias that is added to it.
        for bias in (name for name in node.input if node.op_type == "Add" and name.endswith(".bias")):
            product = _product(made, next(name for name in node.input if name != bias))
            if product is not None:
                weight = product.input[1].removesuffix("_quantized")
                yield bias.removesuffix("bias") + "weight", (arrays[weight] if weight in arrays else _unrounded(arrays, weight)).T


def _product(made: dict[str, onnx.NodeProto], name: str) -> onnx.NodeProto | None:
    """The matrix product that gives ``name``, behind the factor that rounding put there."""
    while (node := made.get(name)) is not None and node.op_type == "Mul":
        name = node.input[0]
    return node if node is not None and node.op_type in {"MatMul", "MatMulIntegerToFloat"} else None


def _unrounded(arrays: Arrays, name: str) -> NDArray[np.float32]:
    """Whole numbers times the scale of their table or of their column."""
    nothing = arrays.get(f"{name}_zero_point", np.zeros((), np.float32))  # products' weights are rounded around nothing
    return (arrays[f"{name}_quantized"].astype(np.float32) - nothing.astype(np.float32)) * arrays[f"{name}_scale"]
