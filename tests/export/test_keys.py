"""One key for a public figure or a body in all documents, in every export; none for anybody else."""

from __future__ import annotations

import csv
import io
import json

import polars as pl
import pytest

from tocsin.export import write
from tocsin.records import Claim, Document, EntityValue, Mention, Quote, Reading
from tocsin.resolve.entities.across import key_of

TEXT = "Moukhtar Abliazov met Dana Ospan of the Ospan Fund."


def quote(words: str) -> Quote:
    at = TEXT.index(words)
    return Quote(at, at + len(words), words)


def reading() -> Reading:
    met = {
        "Moukhtar Abliazov": EntityValue("Moukhtar Abliazov", "n1", "KAZ", ("OPP",)),
        "Dana Ospan": EntityValue("Dana Ospan", "n2", "KAZ", ("CVL",), private=True),
        "Ospan Fund": EntityValue("Ospan Fund", "n3", "KAZ", ("SOC",)),
    }
    mention = Mention(
        "e1", "CONSULT", quote("met"), actors=(quote("Moukhtar Abliazov"),), recipients=(quote("Dana Ospan"), quote("Ospan Fund"))
    )
    claims = (
        Claim("e1", "actor", 0, quote("Moukhtar Abliazov"), "asserted", met["Moukhtar Abliazov"]),
        Claim("e1", "recipient", 0, quote("Dana Ospan"), "asserted", met["Dana Ospan"]),
        Claim("e1", "recipient", 1, quote("Ospan Fund"), "asserted", met["Ospan Fund"]),
    )
    return Reading(Document("d", TEXT, "-"), (mention,), claims, "none", "1")


def written(form: str, *, public: bool = False) -> bytes:
    stream = io.BytesIO()
    write([reading()], stream, form, public=public, key_of=key_of)
    return stream.getvalue()


def test_public_figures_and_bodies_have_a_key_and_private_people_none() -> None:
    (row,) = csv.DictReader(io.StringIO(written("csv").decode()))
    assert (row["actor_keys"], row["recipient_keys"]) == ("kaz-mukhtar-ablyazov", "|kaz-fund-ospan")
    frame = pl.read_parquet(io.BytesIO(written("parquet")))
    assert frame["recipient_keys"].to_list() == [["", "kaz-fund-ospan"]]
    claims = json.loads(written("jsonl"))["claims"]
    assert [claim["value"]["key"] for claim in claims] == ["kaz-mukhtar-ablyazov", None, "kaz-fund-ospan"]


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_key_tells_no_withheld_name(form: str) -> None:
    public = written(form, public=True).decode()
    assert "ospan" not in public.lower()
    assert "kaz-mukhtar-ablyazov" in public


def test_without_what_makes_keys_the_columns_are_empty() -> None:
    stream = io.BytesIO()
    write([reading()], stream, "csv")
    (row,) = csv.DictReader(io.StringIO(stream.getvalue().decode()))
    assert (row["actor_keys"], row["recipient_keys"]) == ("", "|")
