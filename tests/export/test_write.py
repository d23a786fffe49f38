from __future__ import annotations

import io
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.samples import READING, numbered
from tocsin.errors import ExportError, StoreError
from tocsin.export import FORMATS, write
from tocsin.records import Reading


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_file_and_a_stream_hold_the_same(tmp_path: Path, name: str) -> None:
    path, stream = tmp_path / f"events{FORMATS[name].suffix}", io.BytesIO()
    write([READING, numbered(1)], path, name)
    write([READING, numbered(1)], stream, name)
    assert path.read_bytes() == stream.getvalue() != b""
    assert list(tmp_path.iterdir()) == [path]


def test_text_streams_take_text_formats_only() -> None:
    stream = io.StringIO()
    write([READING], stream, "codebook")
    assert stream.getvalue().startswith('{"id": "tarsk"')
    with pytest.raises(ExportError, match=r"parquet is no text; write it to a file, such as events\.parquet"):
        write([READING], io.StringIO(), "parquet")


def test_names_are_withheld_when_it_is_to_be_public() -> None:
    stream = io.StringIO()
    write([READING], stream, "csv", public=True)
    assert "Varda" not in stream.getvalue()
    assert "[name withheld]" in stream.getvalue()


def test_a_failure_leaves_the_former_file(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text("former")
    path.chmod(0o640)

    def failing() -> Iterator[Reading]:
        yield READING
        raise StoreError("events.db is damaged")

    with pytest.raises(StoreError, match="damaged"):
        write(failing(), path, "csv")
    assert [each.read_text() for each in tmp_path.iterdir()] == ["former"]
    write([READING], path, "csv")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "events.csv", tmp_path / "latest.csv"
    path.touch()
    link.symlink_to(path)
    write([READING], link, "csv")
    assert link.is_symlink()
    assert path.stat().st_size > 0


def test_a_full_disk(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"/dev/full cannot be written \(No space left on device\); see that there is room"):
        write([READING], Path("/dev/full"), "csv")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is a folder; name a file in it"):
        write([READING], tmp_path, "csv")
    with pytest.raises(ExportError, match=r"cannot be written \(No such file or directory\)"):
        write([READING], tmp_path / "no" / "events.csv", "csv")
    with pytest.raises(ExportError, match="cannot be written"):
        write([READING], tmp_path / ("x" * 300), "csv")
    with pytest.raises(ExportError, match="no format 'xlsx'; choose one of codebook, jsonl, csv, parquet"):
        write([READING], tmp_path / "events.xlsx", "xlsx")


def test_readings_are_written_as_they_come() -> None:
    """The second reading is asked for only after the first one was written: memory stays constant."""
    stream, seen = io.BytesIO(), []

    def coming() -> Iterator[Reading]:
        for number in range(3):
            seen.append(stream.getvalue().count(b"\n"))
            yield numbered(number)

    write(coming(), stream, "jsonl")
    assert seen == [0, 1, 2]
