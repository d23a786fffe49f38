from __future__ import annotations

import datetime as dt

import pytest

from tocsin.ingest import document_from_text
from tocsin.ingest.doubt import doubt_of
from tocsin.records import Published

BODY = "Dockers walked out at Lamu and shut both gates, and the port authority said that it had asked the police for help with the crowd."


def published(text: str) -> Published | None:
    return document_from_text(text).published


def doubt(text: str) -> str | None:
    found = published(text)
    assert found is not None
    return found.doubt


@pytest.mark.parametrize(
    ("head", "evidence"),
    [
        ("LAMU, Feb 28, 2021 (Coast Agency) — ", "LAMU, Feb 28, 2021 (Coast Agency) —"),
        ("LAMU (Coast Agency), 28 February 2021 - ", "LAMU (Coast Agency), 28 February 2021 -"),
        ("(Port Reitz, 28 February 2021) ", None),
        ("SUNDAY, FEBRUARY 28, 2021. ", "SUNDAY, FEBRUARY 28, 2021."),
        ("Lamu, 28 February 2021\n", "Lamu, 28 February 2021"),
    ],
)
def test_a_dateline_with_its_year_tells_the_date(head: str, evidence: str | None) -> None:
    found = published(head + BODY)
    if evidence is None:  # in brackets without an agency it is no dateline that we know
        assert found is None
    else:
        assert found == Published(dt.date(2021, 2, 28), "dateline", evidence)


def test_without_a_year_there_is_no_date() -> None:
    assert published(f"LAMU, Feb 28 (Coast Agency) — {BODY}") is None
    assert published(f"Sunday, 28 February\n\n{BODY}") is None


def test_a_date_in_a_sentence_is_no_dateline() -> None:
    assert published("In Lamu, 12 March 2019 was a day of mourning. " + BODY) is None


def test_visible_lines_tell_the_date_and_published_goes_before_updated() -> None:
    text = f"Updated: 7 May 2020 10:00\nPublished: 5 May 2020\n\n{BODY}"
    assert published(text) == Published(dt.date(2020, 5, 5), "page", "Published: 5 May 2020")
    byline = published(f"By Omar Shee | Friday, October 30 2015\n{BODY}")
    assert byline == Published(dt.date(2015, 10, 30), "page", "By Omar Shee | Friday, October 30 2015")


def test_what_the_user_gives_goes_first_and_is_not_doubted() -> None:
    document = document_from_text(f"5 May 2020\n{BODY} It began on 3 July.", published=dt.date(2020, 6, 1))
    assert document.published == Published(dt.date(2020, 6, 1), "given", "given by the user: 2020-06-01")


def test_page_metadata_goes_before_a_dateline() -> None:
    metadata = Published(dt.date(2021, 3, 1), "metadata", "<time>")
    assert document_from_text(f"Lamu, 28 February 2021\n{BODY}", metadata=metadata).published == metadata


def test_a_later_day_told_as_past_casts_doubt() -> None:
    told = doubt(f"Published: 5 May 2020\n{BODY} On 9 May police arrested four of them.")
    assert told == "the text tells of “9 May” as past, which is after 2020-05-05"
    assert doubt(f"Published: 5 May 2020\n{BODY} On 9 May they will march again.") is None
    assert doubt(f"Published: 5 May 2020\n{BODY} On 4 May police arrested four of them.") is None
    assert doubt(f"Published: 5 May 2020\n{BODY} On 9 May 2021 police arrested four of them.") is not None


def test_a_weekday_that_never_falls_there_casts_doubt() -> None:
    assert doubt(f"Sunday, April 18, 2019\n{BODY}") == "2019-04-18 was a Thursday, and the page says Sunday"
    assert "no such weekday" in (doubt(f"Published: 20 April 2019\n{BODY} It began on Sunday, April 18.") or "")
    assert doubt(f"Published: 20 April 2021\n{BODY} It began on Sunday, April 18.") is None


def test_a_bare_date_far_from_the_news_is_doubted_and_a_labelled_one_is_not() -> None:
    news = f"{BODY} The council had banned the march in a letter of January 9."
    assert "more than a month" in (doubt(f"Sunday, April 18, 2021\n{news}") or "")
    assert doubt(f"Published: April 18, 2021\n{news}") is None
    assert doubt(f"Sunday, April 18, 2021\n{news} The gates were shut on April 16.") is None


def test_dates_in_furniture_are_no_evidence() -> None:
    day = Published(dt.date(2020, 5, 5), "page", "5 May 2020")
    assert doubt_of(f"On 9 June 2020 they left. {BODY}", day, bare=False) is not None
    assert doubt_of(f"On 9 June 2020 they left. {BODY}", day, bare=False, outside=((0, 20),)) is None
