from __future__ import annotations

import gzip
import io
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tocsin.errors import InputError
from tocsin.ingest import IngestOptions, read_inputs
from tocsin.ingest.refusals import unreadable
from tocsin.ingest.sources import spread
from tocsin.records import Document, Refusal

NEWS = "Ferry crews struck at Kwale on Monday; the county sent police to the jetty."


pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test stands in an empty folder of its own, so that names stay short."""
    monkeypatch.chdir(tmp_path)


def write(name: str, content: str | bytes = NEWS) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


def read(*names: str, max_bytes: int = 20_000_000, stdin: bytes = b"") -> list[Document | Refusal]:
    return list(read_inputs(names, IngestOptions(max_bytes=max_bytes), stdin=io.BytesIO(stdin)))


def told(*names: str, max_bytes: int = 20_000_000, stdin: bytes = b"") -> list[str]:
    """Ids of documents and reasons of refusals; each refusal names its input in one line."""
    lines = []
    for result in read(*names, max_bytes=max_bytes, stdin=stdin):
        if isinstance(result, Refusal):
            assert result.detail.startswith(result.source.split("#")[0].split("@")[0])
            assert "\n" not in result.detail
            lines.append(f"{result.source}: {result.reason}")
        else:
            lines.append(result.id)
    return lines


def test_folders_are_read_to_the_bottom_in_order_without_parts_of_pages() -> None:
    for name in ("in/b.txt", "in/a.txt", "in/sub/c.txt", "in/.hidden", "in/page_files/x.css", "in/page_files/y.png", "in/Z.txt"):
        write(name)
    assert told("in") == ["in/Z.txt", "in/a.txt", "in/b.txt", "in/sub/c.txt"]
    assert told("in/b.txt", "in/*.txt") == ["in/b.txt", "in/Z.txt", "in/a.txt", "in/b.txt"]
    assert told("in/**/*.txt") == ["in/Z.txt", "in/a.txt", "in/b.txt", "in/sub/c.txt"]


def test_a_missing_path_is_told_before_anything_is_read() -> None:
    write("a.txt")
    with pytest.raises(InputError, match=r"nowhere\.txt: there is no such file or folder"):
        read_inputs(["a.txt", "nowhere.txt"])
    with pytest.raises(InputError, match=r"\*\.csv: no file matches this pattern"):
        read_inputs(["*.csv"])


def test_a_name_with_brackets_is_a_name() -> None:
    assert told(write("news[1].txt")) == ["news[1].txt"]


def test_what_cannot_be_read_is_refused_and_the_run_goes_on() -> None:
    with Path("big.txt").open("wb") as big:
        big.truncate(100_000_000)  # a hole: it takes no room on the disk and none in memory
    write("blank.txt", " \n\n")
    write("empty.txt", "")
    write("photo.bin", bytes(range(256)) * 20)
    write("paper.pdf", b"%PDF-1.4\n...")
    write("z.txt")
    assert told(".") == [
        "./big.txt: too large",
        "./blank.txt: empty",
        "./empty.txt: empty",
        "./paper.pdf: not text",
        "./photo.bin: not text",
        "./z.txt",
    ]
    assert read("big.txt") == [
        Refusal("big.txt", "too large", "big.txt: it has 100,000,000 bytes and 20,000,000 are allowed; raise --max-bytes to read it")
    ]


def test_the_limit_holds_for_what_is_unpacked_too() -> None:
    assert told(write("a.txt.gz", gzip.compress(NEWS.encode() * 1000)), max_bytes=10_000) == ["a.txt.gz: too large"]
    assert told("-", stdin=NEWS.encode() * 1000, max_bytes=10_000) == ["-: too large"]


def test_gzip_is_known_by_its_bytes_and_its_damage_is_told() -> None:
    packed = gzip.compress(NEWS.encode())
    assert told(write("a.txt.gz", packed), write("b", packed)) == ["a.txt.gz", "b"]
    assert told(write("c.txt.gz", packed[:-12])) == ["c.txt.gz: unreadable"]
    assert told(write("d.gz", b"\x1f\x8bnonsense")) == ["d.gz: unreadable"]
    damaged = bytearray(gzip.compress(os.urandom(5000)))
    damaged[2000:2100] = bytes(100)
    assert told(write("e.gz", bytes(damaged)))[0].split(": ")[1] in {"unreadable", "not text"}


def test_pipes_sockets_and_circles_of_links_are_refused_and_never_waited_for() -> None:
    os.mkfifo("pipe")
    Path("one").symlink_to("two")
    Path("two").symlink_to("one")
    write("f/a.txt")
    Path("f/up").symlink_to("..")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind("door")
        assert told("pipe", "door", "one") == ["pipe: unreadable", "door: unreadable", "one: unreadable"]
    Path("one").unlink()
    Path("two").unlink()
    assert told("f") == ["f/a.txt", "f/up/door: unreadable", "f/up/f: unreadable", "f/up/pipe: unreadable"]
    assert told("f/**/*.txt") == ["f/a.txt"]


def test_what_goes_while_the_folder_is_read_is_refused() -> None:
    write("in/a.txt")
    write("in/b/c.txt")
    found = spread("in")
    next(found)
    Path("in/b/c.txt").unlink()
    Path("in/b").rmdir()
    (gone,) = found
    assert isinstance(gone, Refusal)
    assert (gone.source, gone.reason) == ("in/b", "unreadable")
    results = read_inputs([write("x.txt"), write("y.txt")])
    next(results)
    Path("y.txt").unlink()
    assert [result.reason for result in results if isinstance(result, Refusal)] == ["unreadable"]


def test_what_may_not_be_read_is_told_with_its_mend() -> None:
    # tests may run as the superuser, who may read everything: what a shut folder raises is given by hand, its way is shown above
    refusal = unreadable("shut", PermissionError(13, "Permission denied"))
    assert refusal == Refusal(
        "shut", "unreadable", "shut: it may not be read by this user; change its permissions (chmod +r, and +x for a folder)"
    )


def test_a_name_that_is_no_text_is_shown_with_a_replacement_character() -> None:
    Path(os.fsdecode(b"in\xff.txt")).write_text(NEWS)
    (document,) = read(os.fsdecode(b"in\xff.txt"))
    assert isinstance(document, Document)
    assert (document.id, document.source) == ("in\ufffd.txt", "in\ufffd.txt")


def test_standard_input_tells_its_format() -> None:
    assert [result.text for result in read("-", stdin=NEWS.encode()) if isinstance(result, Document)] == [NEWS]
    assert told("-", stdin=b'{"id": "k", "text": "%s"}\n' % NEWS.encode()) == ["k"]
    assert told("-", stdin=gzip.compress(b'{"text": "%s"}\n' % NEWS.encode())) == ["-#1"]
    assert told("-", stdin=b"") == ["-: empty"]


def test_a_text_file_keeps_its_line_ends_and_loses_its_byte_order_mark() -> None:
    (document,) = read(write("a.txt", b"\xef\xbb\xbfFirst line\r\nsecond\rthird\n"))
    assert isinstance(document, Document)
    assert document.text == "First line\r\nsecond\rthird\n"


def test_bytes_that_do_not_decode_are_told_beside_the_text() -> None:
    document, broken = read(write("a.txt", NEWS.encode() + "é é".encode() + b"\xff\n"))
    assert isinstance(document, Document)
    assert document.text == NEWS + "é é\ufffd\n"
    assert broken == Refusal(
        "a.txt@bytes",
        "bad bytes",
        f"a.txt: 1 character is not UTF-8 and read as \ufffd, the first at byte {len(NEWS) + 5}; save it again as UTF-8 to mend them",
    )


def test_the_order_of_documents_is_the_order_of_inputs() -> None:
    assert told(write("b.txt"), write("a.jsonl", '{"id": 1, "text": "x y"}\n{"id": 2, "text": "z"}'), write("0.txt")) == [
        "b.txt",
        "1",
        "2",
        "0.txt",
    ]


def test_the_room_opens_without_the_page_reader() -> None:
    heavy = "import sys, tocsin.ingest; print(sorted({'lxml', 'trafilatura', 'htmldate', 'dateparser', 'charset_normalizer'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True).stdout == "[]\n"
