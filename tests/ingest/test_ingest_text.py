from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.ingest import document_from_text
from tocsin.ingest.furniture import find_furniture
from tocsin.records import Published

REPORT = (
    "Teachers marched through Garissa on Tuesday and handed a list of eleven demands to the county's education officer, the union said."
)
PASTED = f"""Home | News | Sport | Opinion
Tuesday, 9 March 2021

Teachers march in Garissa
By Halima Duale

{REPORT}

Advertisement

Officers watched from across the road and made no arrests; the marchers left the square before dark, as they had promised to do.

Related stories
- Nurses end their sit-in
- Bus fares rise again
Leave a Reply
Your email address will not be published. Required fields are marked *
Name * Email * Website
Save my name in this browser for the next time I comment."""

LINES = st.sampled_from(
    [
        "Home | News | Sport",
        "Leave a Reply",
        "Name * Email *",
        "Share Tweet",
        "Related",
        "- a link",
        "3 May 2020",
        REPORT,
        "",
        "By A B",
        "5 minutes ago",
    ]
)


def marked(text: str) -> list[tuple[str, str]]:
    return [(part.kind, text[part.start : part.end]) for part in find_furniture(text)]


def left(text: str) -> str:
    rest = text
    for part in reversed(find_furniture(text)):
        rest = rest[: part.start] + rest[part.end :]
    return rest


def test_text_stays_as_given_and_what_is_told_stands_beside_it() -> None:
    document = document_from_text(PASTED, id="d1", source="d1.txt", publisher="The Tana Post")
    assert document.text == PASTED
    assert document.title == "Teachers march in Garissa"
    assert document.published == Published(dt.date(2021, 3, 9), "page", "Tuesday, 9 March 2021")
    assert (document.id, document.source, document.publisher, document.language) == ("d1", "d1.txt", "The Tana Post", "en")


def test_each_piece_of_furniture_is_marked_with_its_kind() -> None:
    kinds = [kind for kind, _ in marked(PASTED)]
    assert kinds == ["menu", "date line", "byline", "advertisement", "related", "comment form"]
    kept = [line for line in left(PASTED).splitlines() if line.strip()]
    assert [line.split(" ")[0] for line in kept] == ["Teachers", "Teachers", "Officers"]


def test_a_comment_form_takes_the_rest() -> None:
    text = f"{REPORT}\n\nLeave a Reply\nGreat news, bravo!\nReply\nName * Email *"
    assert marked(text) == [("comment form", text[len(REPORT) + 2 :])]


def test_a_comment_form_ends_where_paragraphs_go_on() -> None:
    text = f"{REPORT}\n3 comments\n{REPORT}\n{REPORT}"
    assert marked(text) == [("comment form", "3 comments")]


def test_furniture_of_many_shapes() -> None:
    for kind, line in (
        ("stamp", "Updated 5 minutes ago"),
        ("stamp", "Published: 5 May 2020 at 10:15 GMT"),
        ("byline", "By our Northern correspondent | Friday, October 30 2015"),
        ("share", "Share Tweet WhatsApp Print"),
        ("share", "[Facebook] [Twitter] [Copy link] 214 views"),
        ("menu", "You are here: Home » Regions » Tana River"),
        ("comment form", "Your email address will not be published."),
        ("related", "Read more: Nurses end their sit-in at the depot"),
        ("newsletter", "Sign up for our newsletter"),
        ("cookies", "We use cookies to make this site work better for you."),
        ("copyright", "© 2021 The Tana Post. All rights reserved."),
        ("tags", "Tags: teachers, Garissa"),
        ("credit", "Photo: Halima Duale"),
        ("credit", "(Reporting by Halima Duale; editing by Omar Shee)"),
        ("advertisement", "ADVERTISEMENT"),
        ("counter", "1,204 views"),
    ):
        assert marked(f"{line}\n{REPORT}") == [(kind, line)]


def test_sentences_that_look_like_furniture_are_left_alone() -> None:
    for line in (
        "Share prices fell and pension funds were told to stop trading, the ministry said.",
        "Comments by the minister angered the marchers, who called for him to resign.",
        "Read more than once, the statement still named nobody.",
        "By Monday the army had taken the bridge at Bura.",
        "Police killed: 12 | Injured: 30 | Detained: 41",
        "Related attacks on clinics were reported from Bura and Hola.",
        "Subscribers to the fund were arrested on Monday.",
        "Sign up was suspended after gunmen attacked the voter registration centre.",
        "Updated figures show that 5 people died a week ago in Bura, the governor of the county told reporters there.",
        "Home guards killed three herders; news of it reached the town at night.",
        "Copyright lawyers marched on the court in Nairobi.",
        "Leave the square or be shot, the colonel told the crowd.",
        "Advertisement of the march was banned.",
        "Police fire – two dead – town shut",
        "Video: Police shoot at marchers in Bura",
        "Photos: two killed at the gate",
        "Sections: 302 and 307 of the penal code were invoked",
    ):
        assert marked(f"{REPORT}\n{line}\n{REPORT}") == []


def test_a_date_alone_is_furniture_at_the_head_and_none_in_the_body() -> None:
    chronicle = f"{REPORT}\n4 May 2020\n{REPORT}\n5 May 2020\n{REPORT}\n{REPORT}\n{REPORT}"
    assert marked(chronicle) == []
    assert marked(f"4 May 2020\n{REPORT}") == [("date line", "4 May 2020")]


def test_furniture_within_a_line() -> None:
    line = "Herders block road March 03 , 2016 00:00 IST Herders blocked the road at Bura. related stories » one » two"
    assert marked(line) == [("stamp", "March 03 , 2016 00:00 IST"), ("related", "related stories » one » two")]
    assert marked("On 3 March 2016, 10:00 GMT was named as the hour of the march.") == []


def test_lone_surrogates_become_replacement_characters_in_place() -> None:
    assert document_from_text("a\ud800b").text == "a\ufffdb"


@settings(deadline=None, max_examples=50)
@given(st.one_of(st.text(), st.lists(LINES, max_size=20).map("\n".join), st.lists(LINES, max_size=9).map("\r\n".join)))
def test_furniture_lies_within_the_text_in_order_without_overlaps(text: str) -> None:
    at = 0
    for part in find_furniture(text):
        assert at <= part.start < part.end <= len(text)
        assert text[part.start : part.end].strip()
        at = part.end


@settings(deadline=None, max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_document_holds_its_text_code_point_for_code_point(text: str) -> None:
    assert document_from_text(text).text == text
