"""Products of whole numbers: each row at a scale of its own, so that one that reaches far takes no steps from the others."""

from __future__ import annotations

import numpy as np
import onnx
import onnxruntime
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from tocsin.reader.model import EXACT_PRODUCTS
from training.rounded import round_products

Floats = NDArray[np.float32]

CHANCE = np.random.default_rng(7)
QUERY, KEY = (CHANCE.normal(0, 0.05, (96, 48)).astype(np.float32) for _ in range(2))


def attention() -> onnx.ModelProto:
    """Two products with stored matrices of one input, and a product of what they give."""
    nodes = [
        helper.make_node("MatMul", ["given", "query"], ["asked"]),
        helper.make_node("MatMul", ["given", "key"], ["offered"]),
        helper.make_node("Transpose", ["offered"], ["turned"], perm=[0, 2, 1]),
        helper.make_node("MatMul", ["asked", "turned"], ["likeness"]),
    ]
    given = [helper.make_tensor_value_info("given", TensorProto.FLOAT, ["B", "T", 96])]
    out = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in ("asked", "likeness")]
    stored = [numpy_helper.from_array(QUERY, "query"), numpy_helper.from_array(KEY, "key")]
    graph = helper.make_graph(nodes, "attention", given, out, stored)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)


@pytest.fixture(scope="module")
def rounded() -> onnx.ModelProto:
    model = attention()
    round_products(model)
    return model


def answers(model: onnx.ModelProto, given: Floats) -> list[Floats]:
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry(EXACT_PRODUCTS, "1")  # as the reader asks for it
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    return [np.asarray(found) for found in session.run(None, {"given": given})]


def test_a_row_that_reaches_far_takes_no_steps_from_the_others(rounded: onnx.ModelProto) -> None:
    given = CHANCE.normal(0, 1, (2, 9, 96)).astype(np.float32)
    given[0, 0] *= 300
    whole, exact = answers(rounded, given)[0], answers(attention(), given)[0]
    away = np.abs(whole - exact).mean(-1) / np.abs(exact).mean(-1)
    assert away.shape == (2, 9)
    assert away.max() < 0.02  # 0.007 to 0.013 here; at one scale for all, nothing is left of the rows beside the far one


def test_a_row_is_the_same_whatever_stands_beside_it(rounded: onnx.ModelProto) -> None:
    given = CHANCE.normal(0, 1, (3, 9, 96)).astype(np.float32)
    together, alone = answers(rounded, given)[0][1:2], answers(rounded, given[1:2])[0]
    assert np.array_equal(together, alone)


def test_nothing_stays_nothing(rounded: onnx.ModelProto) -> None:
    assert not answers(rounded, np.zeros((1, 4, 96), np.float32))[0].any()


def test_only_stored_matrices_are_rounded_and_a_shared_input_once(rounded: onnx.ModelProto) -> None:
    kinds = [node.op_type for node in rounded.graph.node]
    assert kinds.count("MatMulIntegerToFloat") == 2
    assert kinds.count("MatMul") == 1
    assert kinds.count("QuantizeLinear") == 1
    stored = {weight.name: weight.data_type for weight in rounded.graph.initializer}
    assert stored["query_quantized"] == TensorProto.INT8
    assert "query" not in stored
