from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import text

from tests.store.samples import READING
from tocsin.store import Store
from tocsin.store.layout import MEANINGS, layout
from tocsin.store.tables import METADATA

PAGE = Path(__file__).parents[2] / "docs" / "database.md"


def test_the_page_shows_the_tables_as_they_are() -> None:
    assert layout() in PAGE.read_text(encoding="utf-8"), (
        "paste what `python -c 'from tocsin.store.layout import layout; print(layout())'` prints"
    )


def test_every_table_and_column_says_what_it_holds() -> None:
    assert set(MEANINGS) == set(METADATA.tables)
    assert all(column.doc for table in METADATA.tables.values() for column in table.columns)


def test_the_questions_on_the_page_can_be_asked(store: Store) -> None:
    store.save(READING)
    questions = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    with store.engine.connect() as connection:
        answers = [list(connection.execute(text(question))) for question in questions]
    assert [[tuple(row)[2:5] for row in answer] for answer in answers] == [[(36, 40, 44)], []]
