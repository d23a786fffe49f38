from __future__ import annotations

import datetime as dt
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tocsin.ingest import IngestOptions, read_inputs
from tocsin.ingest.html import _CONTROLS, MOST_ATTRIBUTES, _mended, declared_charset, evidence_of
from tocsin.records import Document, Published, Refusal

PARAGRAPHS = (
    "Salt workers at Magarini downed tools on Thursday and blocked the road to the pans with carts, their union said in the evening.",
    "The company answered that the stoppage was unlawful and asked the court in Malindi to order the men back to work by Monday.",
    "“Nobody here has been paid since the rains,” said Kazungu Charo, who has raked salt for nineteen years and leads the strike.",
    "Two officers came by motorcycle, looked at the carts and rode off again; the county commissioner could not be reached.",
)


def page(paragraphs: tuple[str, ...] = PARAGRAPHS, head: str = "", language: str = "en", foot: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html><html lang={language!r}><head><meta charset='utf-8'><title>Salt workers strike | Sabaki Herald</title>"
        f"<meta property='og:site_name' content='Sabaki Herald'><link rel='canonical' href='https://sabaki.example/2021/salt'>{head}</head>"
        f"<body><nav><ul><li><a href='/'>Home</a></li><li><a href='/s'>Sport</a></li></ul></nav><article><h1>Salt workers strike</h1>{body}</article>{foot}</body></html>"
    )


def read(path: Path, content: str | bytes, options: IngestOptions | None = None) -> Document | Refusal:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (result,) = read_inputs([str(path)], options)
    return result


def test_a_page_gives_its_report_a_line_a_paragraph(tmp_path: Path) -> None:
    published = '<meta property="article:published_time" content="2021-03-04T18:30:00+03:00">'
    document = read(tmp_path / "a.html", page(head=published))
    assert isinstance(document, Document)
    assert [line for line in document.text.splitlines() if line != "Salt workers strike"] == list(PARAGRAPHS)
    assert document.title == "Salt workers strike"
    assert (document.publisher, document.url, document.language) == ("Sabaki Herald", "https://sabaki.example/2021/salt", "en")
    assert document.id == document.source == str(tmp_path / "a.html")
    assert document.published == Published(dt.date(2021, 3, 4), "metadata", published)


def test_readers_comments_are_left_out(tmp_path: Path) -> None:
    comments = "<section id='comments' class='comments'><h3>Comments</h3><p>The owners should all be jailed at once, I say, every one of them.</p></section>"
    document = read(tmp_path / "a.html", page(foot=comments))
    assert isinstance(document, Document)
    assert "jailed" not in document.text


def test_a_date_that_the_page_shows_to_readers_is_told_as_such(tmp_path: Path) -> None:
    document = read(tmp_path / "a.html", page(foot="<div class='date'>March 4, 2021</div>"))
    assert isinstance(document, Document)
    assert document.published == Published(dt.date(2021, 3, 4), "page", "March 4, 2021")


def test_evidence_is_the_words_that_tell_the_date() -> None:
    day = dt.date(2021, 3, 4)
    assert evidence_of('<script>{"datePublished": "2021-03-04T10:00Z"}</script>', day) == Published(
        day, "metadata", '"datePublished": "2021-03-04T10:00Z"'
    )
    assert evidence_of("<p>no date", day, "https://x.example/2021/03/04/a") == Published(
        day, "metadata", "address https://x.example/2021/03/04/a"
    )
    assert evidence_of('<meta property="og:image" content="https://x.example/2021-03-04.jpg"><p>4 March 2021', day) == Published(
        day, "page", "4 March 2021"
    )


def test_the_users_date_goes_first(tmp_path: Path) -> None:
    head = "<meta property='article:published_time' content='2021-03-04'>"
    document = read(tmp_path / "a.html", page(head=head), IngestOptions(published=dt.date(2021, 3, 5)))
    assert isinstance(document, Document)
    assert document.published == Published(dt.date(2021, 3, 5), "given", "given by the user: 2021-03-05")


def test_a_metadata_date_that_the_text_contradicts_is_doubted(tmp_path: Path) -> None:
    head = "<meta property='article:published_time' content='2021-03-04'>"
    document = read(tmp_path / "a.html", page((*PARAGRAPHS, "On 9 March police arrested the leader of the strike at his home."), head=head))
    assert isinstance(document, Document)
    assert document.published is not None
    assert document.published.doubt == "the text tells of “9 March” as past, which is after 2021-03-04"


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    for content in (
        "<html><body></body></html>",
        "<html><body><p>Not found</p></body></html>",
        "<html><body><script>run()</script></body></html>",
    ):
        result = read(tmp_path / "a.html", content)
        assert isinstance(result, Refusal)
        assert result.reason == "no article"
        assert result.detail.startswith(f"{tmp_path}/a.html: ")


def test_the_declared_charset_is_read(tmp_path: Path) -> None:
    russian = tuple(
        f"{number}. Рабочие остановили работу в четверг и перекрыли дорогу к солончакам, сообщил вечером их профсоюз. Это не первая забастовка."
        for number in range(4)
    )
    content = page(russian, language="ru").replace("utf-8", "windows-1251").encode("cp1251")
    assert declared_charset(content) == "windows-1251"
    document = read(tmp_path / "a.html", content)
    assert isinstance(document, Document)
    assert russian[0] in document.text
    assert document.language == "ru"


def test_odd_pages_are_mended(tmp_path: Path) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    for content in (f"<div>{body}</div>", f"<html><body>&#x1f;{body}&#0;\x0b</body></html>", "<div>" * 200 + body):
        document = read(tmp_path / "a.html", content)
        assert isinstance(document, Document)
        assert PARAGRAPHS[0] in document.text
    assert [_CONTROLS.sub("", reference) for reference in ("&#9;", "&#10;", "&#13;", "&#31", "&#310;", "&#x1F600;", "&#xe;")] == [
        "&#9;", "&#10;", "&#13;", "", "&#310;", "&#x1F600;", ""
    ]  # fmt: skip


class Attributes(HTMLParser):
    """Counts the attributes of each element: the extractor's time grows with their square."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.counts: list[int] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag
        self.counts.append(len(attrs))


@pytest.mark.parametrize("written", [' a{}="> {}"', " a{}='{}'", " a{} = {}", " a{}", '\na{}="{}"/b{}="<p>"'])
def test_of_an_element_with_endless_attributes_the_first_are_kept(tmp_path: Path, written: str) -> None:
    crowd = "".join(written.format(number, number, number) for number in range(50_000))
    mended = _mended(page().replace("<article>", f"<article{crowd}>"))
    assert max(Attributes(mended).counts) == MOST_ATTRIBUTES
    assert mended.split("<article")[0] == page().split("<article")[0]
    assert mended.endswith(page().split("<article")[1])
    document = read(tmp_path / "a.html", mended)
    assert isinstance(document, Document)
    assert document.text.endswith(PARAGRAPHS[-1])


def test_a_page_with_as_many_attributes_as_are_kept_stays_as_it_is() -> None:
    full = page().replace("<article>", f"<article{''.join(f' a{number}' for number in range(MOST_ATTRIBUTES))}>")
    assert _mended(full) == full


def test_a_page_without_the_ending_is_known_by_its_first_tag(tmp_path: Path) -> None:
    document = read(tmp_path / "saved", '<?xml version="1.0" encoding="utf-8"?>\n' + page())
    assert isinstance(document, Document)
    assert PARAGRAPHS[0] in document.text
