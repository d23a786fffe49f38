"""The exported network: the only place that knows ONNX Runtime."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from tocsin.errors import ModelError
from tocsin.reader.decode import Calibration, Thresholds
from tocsin.reader.labels import Labels
from tocsin.reader.network import Encoded, Floats, Integers, MentionScores, SpanScores, Triggers, WindowBatch

FORMAT = 1
"""Of the model folder; a folder of another format is refused."""

PARTS = ("encoder", "mentions", "spans", "links")

EXACT_PRODUCTS = "session.x64quantprecision"
"""ONNX Runtime's switch for sums of int8 products that never overflow: processors without AVX-512 VNNI cut sums off at 16 bits otherwise. Of 182
mentions in 40 texts an emulated one (EPYC-Milan, AVX2) found 144 alike in every answer with overflowing sums and 175 with the switch; what still
differs is the order in which floating-point numbers are added.
"""


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """What lies beside the weights."""

    folder: Path
    tokenizer: Tokenizer
    labels: Labels
    thresholds: Thresholds
    calibration: Calibration
    version: str
    longest: int
    """Most pieces in a window, without the marks around it."""


def load_model(folder: Path) -> ModelFolder:
    """Read a model folder, all but the weights.

    Raises:
        ModelError: a file is missing or broken, or the folder is of another format.
    """
    try:
        settings = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        labels, thresholds = Labels.load(folder / "labels.json"), Thresholds(**settings["thresholds"])
        calibration = Calibration(**settings.get("calibration", {}))
        written, version, longest = settings["format"], settings["version"], settings["longest"]
    except Exception as error:  # tokenizers raises bare Exception for a broken file
        raise ModelError(f"{folder}: no model can be read there ({error}); give a folder that training wrote") from error
    if written != FORMAT:
        raise ModelError(f"{folder}: a model of format {written}, this tocsin reads {FORMAT}; train it again")
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return ModelFolder(folder, tokenizer, labels, thresholds, calibration, version, longest)


class OnnxNetwork:
    """The four exported graphs as a :class:`tocsin.reader.network.Network`.

    Raises:
        ModelError: a graph is missing or broken.
    """

    def __init__(self, folder: Path, threads: int = 0) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        options.add_session_config_entry(EXACT_PRODUCTS, "1")
        try:
            self._parts = {
                part: onnxruntime.InferenceSession(folder / f"{part}.onnx", options, providers=["CPUExecutionProvider"]) for part in PARTS
            }
        except Exception as error:  # ONNX Runtime's own errors share no public base
            raise ModelError(
                f"{folder}: the model's weights cannot be read ({error}); install tocsin again or train the model again"
            ) from error

    def _run(self, part: str, **inputs: Floats | Integers) -> list[Floats]:
        return cast("list[Floats]", self._parts[part].run(None, inputs))

    def encode(self, windows: WindowBatch) -> Encoded:
        """Read the windows."""
        words, triggers = self._run("encoder", pieces=windows.pieces, shapes=windows.shapes, word_index=windows.word_index)
        return Encoded(words, triggers)

    def mentions(self, words: Floats, sentence: Integers, triggers: Triggers) -> MentionScores:
        """Answer for each trigger."""
        given = {"row": triggers.row, "first": triggers.first, "last": triggers.last, "kind": triggers.kind}
        return MentionScores(*self._run("mentions", words=words, sentence=sentence, **given))

    def spans(self, words: Floats, row: Integers, first: Integers, last: Integers, vectors: Floats) -> SpanScores:
        """Answer for spans."""
        return SpanScores(*self._run("spans", words=words, row=row, first=first, last=last, vectors=vectors))

    def links(self, later: Floats, earlier: Floats, apart: Integers) -> Floats:
        """How later mentions stand to earlier ones."""
        return np.asarray(self._run("links", later=later, earlier=earlier, apart=apart)[0])
