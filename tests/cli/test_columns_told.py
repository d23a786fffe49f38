"""What is said of the columns of a table."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Command

NEWS = "Ferry crews struck at Kwale on Monday; the county sent police to the jetty."


def test_the_command_line_says_once_a_file_what_was_taken(tocsin: Command, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"key,body,headline,day,outlet\nk,{NEWS},Ferries,2021-02-28,Star\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text(f"text,day\n{NEWS},Monday\n", encoding="utf-8")
    rows = "".join(json.dumps({"id": str(number), "text": NEWS}) + "\n" for number in range(30))
    done = tocsin("code", tmp_path / "a.csv", tmp_path / "b.csv", "-", "--id-column", "key", "--format", "csv", stdin=rows.encode())
    assert done.exit_code == 2  # b.csv has no such column
    done = tocsin("code", tmp_path / "a.csv", tmp_path / "b.csv", "-", "--format", "csv", stdin=rows.encode())
    mend = "name it with --published-column, or give one date for all with --published 2021-02-28"
    none = "id none (rows are numbered; --id-column names one)"
    undated = "no date column was found"
    assert done.stderr.splitlines()[:-1] == [
        f"columns of {tmp_path}/a.csv: {none}, text “body”, title “headline”, date “day”, source “outlet”",
        f"columns of {tmp_path}/b.csv: {none}, text “text”; {undated} (“day” holds “Monday”, not understood; write 2021-02-28): {mend}",
        f"columns of standard input: id “id”, text “text”; {undated} among id, text: {mend}",
    ]
    assert tocsin("counts", tmp_path / "b.csv").stderr.splitlines()[0] == f"columns of {tmp_path}/b.csv: {none}, text “text”"
