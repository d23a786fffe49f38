"""How well the article's text and its publication date are taken out of saved pages.

Text is compared by runs of four words: precision is the share of the extracted runs that stand in the true text, recall the share of the true
text's runs that were extracted, each averaged over pages (after the public article-extraction benchmark's protocol), and their harmonic
mean. The set holds no dates; where a page's own address holds one (``/2019/11/19/``), the date found must be within a day of it, since an
address may be written in another time zone than the page.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

from benchmarks.inputs import documents
from tocsin.records import Document

RUN = 4

_ADDRESS_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)")


def score_pages(files: Sequence[Path]) -> tuple[dict[str, float], int]:
    """Scores over saved pages (``*.html.gz``) with their ``ground-truth.json``, and how many pages were refused."""
    truth = json.loads(next(path for path in files if path.name == "ground-truth.json").read_text(encoding="utf-8"))
    pages = [path for path in files if path.name.endswith(".html.gz")]
    found = {Path(item.source).name: item for item in documents(pages) if isinstance(item, Document)}
    texts = [(truth[path.name.removesuffix(".html.gz")], found.get(path.name)) for path in pages]
    scores = _text_scores([(answer["articleBody"], page.text if page else "") for answer, page in texts])
    dates = [(date, page) for answer, page in texts if (date := address_date(answer["url"]))]
    if dates:
        scores["date"] = 100 * fmean(_agrees(date, page) for date, page in dates)
    return scores, len(pages) - len(found)


def _text_scores(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    precision, recall = (fmean(share) for share in zip(*(overlap(true, found) for true, found in pairs), strict=True))
    both = precision + recall
    return {"text.p": 100 * precision, "text.r": 100 * recall, "text.f": 200 * precision * recall / both if both else 0.0}


def overlap(true: str, found: str) -> tuple[float, float]:
    """Precision and recall of runs of words, 0 to 1; both 1 where both texts are empty."""
    left, right = runs(true), runs(found)
    shared = (left & right).total()
    if not left and not right:
        return 1.0, 1.0
    return shared / right.total() if right else 0.0, shared / left.total() if left else 0.0


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Each run of four words, or the whole of a shorter text, with how often it stands there."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))) if words else Counter()


def address_date(url: str) -> dt.date | None:
    """The full date in an address, if it holds a valid one."""
    match = _ADDRESS_DATE.search(url)
    try:
        return dt.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _agrees(date: dt.date, page: Document | None) -> bool:
    return page is not None and page.published is not None and abs(page.published.date - date) <= dt.timedelta(days=1)
