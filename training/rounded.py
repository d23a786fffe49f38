"""Matrix products of whole numbers: weights as int8 at a scale for each column, what they are multiplied by as 8 bits at a scale for each word piece.

One scale for all that an encoder sees at once, which is what ONNX Runtime's own ``quantize_dynamic`` writes, wastes nearly all of its 256 steps: a few
pieces (the marks at both ends, above all) reach 70 where the others stay below 2. On held-out texts words came out 28 % away from those of fp32,
with a scale for each piece 7 % (mean difference over mean size), and triggers on real news at F1 74.4 and 76.9, of 77.3 in fp32.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

STEPS = 127
"""Whole numbers on each side of nothing."""

MICROSOFT = "com.microsoft"
"""Where ONNX Runtime keeps the product of whole numbers that gives floating-point ones, in one pass."""

MIDDLE, ONE = "rounded.middle", "rounded.one"
STEP, LAST_AXIS, LEAST = "rounded.step", "rounded.last_axis", "rounded.least"

CONSTANTS: dict[str, NDArray[np.generic]] = {
    MIDDLE: np.array(128, np.uint8),  # bytes without a sign: processors multiply those by int8 fastest
    ONE: np.array(1, np.float32),
    STEP: np.array(1 / STEPS, np.float32),
    LAST_AXIS: np.array([-1], np.int64),
    LEAST: np.array(1e-12, np.float32),  # a row or a column of nothing is divided by something
}


def round_products(model: onnx.ModelProto) -> None:
    """Put int8 products in the place of all products with a stored matrix; those of two computed ones (attention) stay as they are.

    Args:
        model: a graph of fp32 products, changed in place. A weight ``w`` becomes ``w_quantized`` and ``w_scale``.
    """
    graph = model.graph
    stored = {weight.name: weight for weight in graph.initializer}
    nodes: list[onnx.NodeProto] = []
    rounded: set[str] = set()
    weights: set[str] = set()
    for node in graph.node:
        if node.op_type != "MatMul" or node.input[1] not in stored:
            nodes.append(node)
            continue
        given, weight = node.input
        if given not in rounded:  # query, key and value share theirs
            rounded.add(given)
            nodes.extend(_rounded_rows(given))
        nodes.extend(_product(given, weight, node.output[0]))
        weights.add(weight)
    for weight in sorted(weights):
        graph.initializer.remove(stored[weight])
        graph.initializer.extend(_rounded_columns(weight, numpy_helper.to_array(stored[weight])))
    graph.initializer.extend(numpy_helper.from_array(np.asarray(value), name) for name, value in CONSTANTS.items())
    del graph.node[:]
    graph.node.extend(nodes)
    if MICROSOFT not in {opset.domain for opset in model.opset_import}:
        model.opset_import.append(helper.make_opsetid(MICROSOFT, 1))


def _rounded_columns(name: str, matrix: NDArray[np.float32]) -> Iterator[onnx.TensorProto]:
    scale = np.maximum(np.abs(matrix).max(0) / STEPS, CONSTANTS[LEAST]).astype(np.float32)
    yield numpy_helper.from_array(np.round(matrix / scale).astype(np.int8), f"{name}_quantized")
    yield numpy_helper.from_array(scale, f"{name}_scale")


def _rounded_rows(given: str) -> Iterator[onnx.NodeProto]:
    """``given`` [..., K] as ``given_quantized`` [..., K] bytes around 128 and ``given_scale`` [..., 1]."""
    yield helper.make_node("Abs", [given], [f"{given}_size"])
    yield helper.make_node("ReduceMax", [f"{given}_size", LAST_AXIS], [f"{given}_most"], keepdims=1)
    yield helper.make_node("Max", [f"{given}_most", LEAST], [f"{given}_reach"])
    yield helper.make_node("Mul", [f"{given}_reach", STEP], [f"{given}_scale"])
    yield helper.make_node("Div", [given, f"{given}_scale"], [f"{given}_steps"])
    yield helper.make_node("QuantizeLinear", [f"{given}_steps", ONE, MIDDLE], [f"{given}_quantized"])


def _product(given: str, weight: str, out: str) -> Iterator[onnx.NodeProto]:
    factors = [f"{given}_quantized", f"{weight}_quantized", ONE, f"{weight}_scale", MIDDLE]
    yield helper.make_node("MatMulIntegerToFloat", factors, [f"{out}_columns"], domain=MICROSOFT)
    yield helper.make_node("Mul", [f"{out}_columns", f"{given}_scale"], [out])
