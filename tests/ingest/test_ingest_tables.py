from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.errors import InputError
from tocsin.ingest import IngestOptions, read_inputs
from tocsin.records import Document, Published, Refusal

NEWS = "Ferry crews struck at Kwale on Monday; the county sent police to the jetty."


def read(path: Path, options: IngestOptions | None = None) -> list[Document | Refusal]:
    return list(read_inputs([str(path)], options))


def reasons(results: list[Document | Refusal]) -> list[str]:
    return [result.reason if isinstance(result, Refusal) else result.id for result in results]


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_json_lines_with_their_usual_names(tmp_path: Path) -> None:
    row = {
        "id": "k1",
        "text": NEWS,
        "published": "2021-02-28",
        "title": "Ferries stop",
        "source": "Kwale Times",
        "url": "https://kwale.example/1",
    }
    (document,) = read(write(tmp_path / "a.jsonl", json.dumps(row) + "\n"))
    assert document == Document(
        id="k1",
        text=NEWS,
        source=f"{tmp_path}/a.jsonl#1",
        published=Published(dt.date(2021, 2, 28), "given", "column published: 2021-02-28"),
        title="Ferries stop",
        publisher="Kwale Times",
        url="https://kwale.example/1",
    )


def test_each_broken_row_is_refused_by_name_and_number_and_the_others_go_on(tmp_path: Path) -> None:
    good = json.dumps({"text": NEWS})
    rows = ['{"id": 1, ' + good[1:], "no json", "[1]", '{"id": 4}', '{"id": 5, "text": " "}', '{"id": 6, "text": 6}', "", good]
    path = write(tmp_path / "a.jsonl", "\n".join(rows))
    results = read(path)
    assert reasons(results) == ["1", "broken row", "broken row", "broken row", "empty", "broken row", f"{path}#8"]
    broken = results[1]
    assert isinstance(broken, Refusal)
    assert broken.source == f"{path}#2"
    assert broken.detail.startswith(f"{path}, row 2: it is no JSON")


@pytest.mark.parametrize("row", ['{"id": 9' + "9" * 5000 + "}", "[" * 100_000], ids=["a number of 5,001 digits", "lists in lists"])
def test_what_the_json_reader_cannot_take_costs_its_row_alone(tmp_path: Path, row: str) -> None:
    good = json.dumps({"id": 1, "text": NEWS})
    assert reasons(read(write(tmp_path / "a.jsonl", f"{good}\n{row}\n{good}"))) == ["1", "broken row", "1"]
    assert reasons(read(write(tmp_path / "a.json", f'[\n{{"id":\n{row}'))) == ["broken row"]
    assert len(read(write(tmp_path / "without-an-ending", row))) == 1


def test_csv_with_usual_names_quotes_and_line_ends_in_cells(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", f'ID,Headline,Body,Pub Date,Outlet\r\n7,"One, two","{NEWS}\r\nSecond ""line""","28 Feb 2021",Star\r\n')
    (document,) = read(path)
    assert isinstance(document, Document)
    assert document.text == f'{NEWS}\r\nSecond "line"'
    assert (document.id, document.title, document.publisher, document.source) == ("7", "One, two", "Star", f"{path}#2")
    assert document.published == Published(dt.date(2021, 2, 28), "given", "column Pub Date: 28 Feb 2021")


def test_a_quotation_mark_that_is_never_closed_costs_one_row(tmp_path: Path) -> None:
    rows = ["id,text", f"1,{NEWS}", f'2,"{NEWS}', f"3,{NEWS}", f"4,{NEWS}"]
    path = write(tmp_path / "a.csv", "\n".join(rows))
    results = read(path)
    assert reasons(results) == ["1", "broken row", "3", "4"]
    assert results[1] == Refusal(
        f"{path}#3", "broken row", f"{path}, row 3: a quotation mark is not closed; mend this row, the others are read"
    )


def test_rows_with_too_few_or_too_many_cells_are_refused(tmp_path: Path) -> None:
    assert reasons(read(write(tmp_path / "a.csv", f"id,text\n1\n2,{NEWS}\n3,{NEWS},more\n"))) == ["broken row", "2", "broken row"]


@pytest.mark.parametrize(("name", "delimiter"), [("a.tsv", "\t"), ("a.csv", ";"), ("a.csv", "|"), ("a.csv", "\t")])
def test_other_delimiters(tmp_path: Path, name: str, delimiter: str) -> None:
    path = write(tmp_path / name, f"id{delimiter}content\n1{delimiter}Crews struck, again\n")
    (document,) = read(path)
    assert isinstance(document, Document)
    assert document.text == "Crews struck, again"


def test_columns_may_be_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", f"text,words,key,day,from,head,where\nno,{NEWS},k,2021-02-28,Star,Hello,u\n")
    options = IngestOptions(
        text_column="words", id_column="key", published_column="day", publisher_column="from", title_column="head", url_column="where"
    )
    (document,) = read(path, options)
    assert isinstance(document, Document)
    assert (document.text, document.id, document.publisher, document.title, document.url) == (NEWS, "k", "Star", "Hello", "u")


def test_a_column_that_is_not_there_is_an_error_that_names_those_that_are(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "one,two\n1,2\n")
    with pytest.raises(
        InputError, match=r"a\.csv: no column is known to hold the text; name it with --text-column; its columns are: one, two"
    ):
        read(path)
    with pytest.raises(InputError, match=r"there is no column 'body' \(--text-column\); its columns are: one, two"):
        read(path, IngestOptions(text_column="body"))
    (found,) = read(tmp_path)  # in a folder it is refused and the run goes on
    assert isinstance(found, Refusal)
    assert found.reason == "no text column"


def test_a_date_that_is_not_understood_is_told_and_the_text_read_without_it(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", f"id,text,date\n1,{NEWS},03/04/2021\n2,{NEWS},nan\n3,{NEWS},\n")
    first, told, *others = read(path)
    assert isinstance(first, Document)
    assert first.published is None
    assert isinstance(told, Refusal)
    assert (told.source, told.reason) == (f"{path}#2.date", "bad date")
    both = "may be 3 April or 4 March and the text is read without it; write it as 2021-04-03 or 2021-03-04"
    assert both in told.detail
    assert reasons(others) == ["2", "3"]


def test_the_users_date_serves_rows_that_have_none(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", f"id,text,date\n1,{NEWS},2021-02-28\n2,{NEWS},\n")
    days = [
        result.published.date
        for result in read(path, IngestOptions(published=dt.date(2020, 1, 1)))
        if isinstance(result, Document) and result.published
    ]
    assert days == [dt.date(2021, 2, 28), dt.date(2020, 1, 1)]


def test_rows_over_the_limit_are_refused_and_the_others_read(tmp_path: Path) -> None:
    options = IngestOptions(max_bytes=1000)
    assert reasons(read(write(tmp_path / "a.csv", f'id,text\n1,"{"x " * 900}"\n2,{NEWS}\n'), options)) == ["too large", "2"]
    lines = [
        json.dumps({"id": 1, "text": "x " * 900}),
        json.dumps({"id": 2, "text": NEWS}),
        json.dumps({"id": 3, "text": "é" * 600}, ensure_ascii=False),
    ]
    assert reasons(read(write(tmp_path / "a.jsonl", "\n".join(lines)), options)) == ["too large", "2", "too large"]


def test_a_table_may_be_larger_than_the_limit_and_its_cells_larger_than_the_csv_modules(tmp_path: Path) -> None:
    usual = csv.field_size_limit()
    path = write(tmp_path / "a.csv", "id,text\n" + "".join(f'{number},"{NEWS} {"word " * 30_000}"\n' for number in range(3)))
    assert reasons(read(path, IngestOptions(max_bytes=200_000))) == ["0", "1", "2"]
    assert csv.field_size_limit() == usual


def test_bad_bytes_in_a_row_are_told(tmp_path: Path) -> None:
    row = json.dumps({"id": "1", "text": "Zoë Núñez struck # at Kwale"}, ensure_ascii=False).encode().replace(b"#", b"\xff")
    document, told = read(write(tmp_path / "a.jsonl", row))
    assert isinstance(document, Document)
    assert document.text == "Zoë Núñez struck \ufffd at Kwale"
    assert isinstance(told, Refusal)
    assert told.reason == "bad bytes"


def test_tables_in_other_encodings(tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "cp1252"):
        path = write(tmp_path / "a.csv", f"id,text\n1,{NEWS} “Enough” said Zoë.\n".encode(encoding))
        (document,) = read(path)
        assert isinstance(document, Document)
        assert document.text == f"{NEWS} “Enough” said Zoë."


def test_a_gzip_file_that_breaks_off_gives_the_rows_before(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"id": number, "text": f"{NEWS} {number * 7919 % 10007}"}) + "\n" for number in range(3000))
    packed = gzip.compress(rows.encode())
    path = write(tmp_path / "a.jsonl.gz", packed[: len(packed) // 2])
    *documents, last = read(path)
    assert len(documents) > 500
    assert reasons(documents) == [str(number) for number in range(len(documents))]
    assert isinstance(last, Refusal)
    assert (last.source, last.reason) == (str(path), "unreadable")
    assert "breaks off" in last.detail
    assert len(read(write(tmp_path / "b.jsonl.gz", packed))) == 3000


def test_one_json_value_that_holds_the_rows(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": NEWS}, 3, {"id": "c", "text": NEWS}]
    assert reasons(read(write(tmp_path / "a.json", json.dumps(rows, indent=1)))) == ["a", "broken row", "c"]
    assert reasons(read(write(tmp_path / "a.json", json.dumps(rows[0])))) == ["a"]
    assert reasons(read(write(tmp_path / "a.json", '{"id": 1,\n "text": }'))) == ["broken row"]


def test_an_empty_table_is_refused(tmp_path: Path) -> None:
    assert reasons(read(write(tmp_path / "a.csv", "\n\n"))) == ["empty"]
    assert reasons(read(write(tmp_path / "a.jsonl", "\n"))) == ["empty"]


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(lambda words: f"News: {words}\r\n\tend")


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(CELL, st.dates()), min_size=1, max_size=5), st.booleans())
def test_json_lines_come_back_code_point_for_code_point(rows: list[tuple[str, dt.date]], ascii_only: bool) -> None:
    lines = (
        json.dumps({"id": str(number), "text": text, "published": str(day)}, ensure_ascii=ascii_only)
        for number, (text, day) in enumerate(rows)
    )
    results = list(read_inputs(["-"], IngestOptions(format="jsonl"), stdin=io.BytesIO("\n".join(lines).encode())))
    assert [(result.id, result.text) for result in results if isinstance(result, Document)] == [
        (str(number), text) for number, (text, _) in enumerate(rows)
    ]


@settings(deadline=None, max_examples=50)
@given(st.lists(CELL, min_size=1, max_size=5), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
def test_csv_comes_back_code_point_for_code_point(texts: list[str], quoting: int) -> None:
    table = io.StringIO(newline="")
    csv.writer(table, quoting=quoting).writerows([["id", "text"], *([str(number), text] for number, text in enumerate(texts))])  # type: ignore[arg-type]
    results = list(read_inputs(["-"], IngestOptions(format="csv"), stdin=io.BytesIO(table.getvalue().encode())))
    assert [result.text for result in results if isinstance(result, Document)] == texts
