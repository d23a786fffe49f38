"""One event with its words marked where they stand, and every claim with its claimant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rich.console import Group
from rich.table import Table
from rich.text import Text

from tocsin.cli.table import act_line
from tocsin.cli.terminal import ACCENT
from tocsin.display.excerpt import Sentences
from tocsin.display.marks import Mark, marks_of, pieces
from tocsin.display.plain import line, plain
from tocsin.display.words import OWN_VOICE, claimed
from tocsin.records import Claim, Document, Event, Field, Quote, Span

TAGS = {
    "trigger": "what",
    "actor": "who",
    "recipient": "whom",
    "place": "where",
    "time": "when",
    "count": "how many",
    "said_by": "says",
    "issue": "about",
}
"""What stands behind marked words, so that the marks are read without colours too."""

WHOLE: dict[Field, Field] = {"where": "place", "when": "time"}
"""Fields of the whole act, each with that of the words it rests on."""


def event_page(document: Document, event: Event, people: Sequence[Text] = ()) -> Group:
    """The act in one line, what ``people`` said of it, the sentences that tell it, and its claims."""
    return Group(act_line(event), about(event), *people, Text(""), in_context(document, event), Text(""), claims_table(event))


def about(event: Event) -> Text:
    """What else is known of the act: score, other mentions, the larger event that it is a part of, what it is about."""
    first, *others = event.mentions
    parts = [f"score {max(mention.score for mention in event.mentions):.2f}"]
    parts += [f"told again as {', '.join(mention.id for mention in others)}"] if others else []
    parts += [f"part of {mention.part_of}" for mention in event.mentions[:1] if mention.part_of]
    parts += [f"about {line(first.issue.text)}"] if first.issue else []
    contexts = dict.fromkeys(context for mention in event.mentions for context in mention.contexts)
    return Text(" · ".join([*parts, *contexts]), style="dim")


def in_context(document: Document, event: Event) -> Text:
    """The sentences of the event's words with one more on each side; words as ``‹arrested›what``."""
    marks = (*marks_of(event.mentions), *_whole(event))
    quotes = [Quote(mark.start, mark.end, "") for mark in marks] + [claim.quote for claim in event.claims]
    text = Text()
    for span in _runs(Sentences(document.text), quotes):
        text.append("\n" if text else "")
        text.append_text(_marked(document.text, marks, span))
    return text


def _whole(event: Event) -> Iterator[Mark]:
    """The words that the whole act's place and time rest on, which may stand in another sentence."""
    for claim in event.claims:
        if claim.field in WHOLE:
            yield Mark(claim.quote.start, claim.quote.end, WHOLE[claim.field], claim.mention)


def _runs(sentences: Sentences, quotes: Iterable[Quote]) -> Iterator[Span]:
    """The parts of the text to show: what is told far apart in it is not joined by all that lies between."""
    around = sorted({(span.start, span.end) for span in (sentences.near([quote], spare=1) for quote in quotes)})
    start, end = around[0]
    for following, last in around[1:]:
        if following > end + 2:
            yield Span(start, end)
            start = following
        end = max(end, last)
    yield Span(start, end)


def _marked(text: str, marks: Iterable[Mark], span: Span) -> Text:
    shown = Text()
    unique = {(mark.start, mark.end, mark.role): mark for mark in marks}.values()
    for piece in pieces(text, unique, span):
        end = piece.start + len(piece.text)
        opened = sum(mark.start == piece.start for mark in piece.marks)
        closed = [mark for mark in reversed(piece.marks) if mark.end == end]
        shown.append("‹" * opened, style=f"dim {ACCENT}")
        shown.append(plain(piece.text), style=_style(piece.roles))
        for mark in closed:
            shown.append(f"›{TAGS[mark.role]}", style=f"dim {ACCENT}")
    return shown


def _style(roles: tuple[str, ...]) -> str:
    if "trigger" in roles:
        return f"bold {ACCENT}"
    return "bold" if roles else ""


def claims_table(event: Event) -> Table:
    """Every claim: its field, its words, what they come to, how firmly it is put and by whom.

    Where the whole act was is left out if one of its places says the same in the same words, as in an act of one place; likewise when.
    """
    table = Table(box=None, header_style="dim", pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("claim", "words", "value", "standing", "according to"):
        table.add_column(name, overflow="fold", no_wrap=name in {"claim", "standing"})
    said = {_plainly(claim) for claim in event.claims}
    for claim in event.claims:
        if claim.field not in WHOLE or _plainly(replace(claim, field=WHOLE[claim.field])) not in said:
            table.add_row(*_row(claim, several=len(event.mentions) > 1))
    return table


def _plainly(claim: Claim) -> tuple[object, ...]:
    """What a claim says, without its number and the reader's scores."""
    quotes = (claim.quote, claim.claimant)
    return (claim.mention, claim.field, claim.value, claim.standing, *((quote.start, quote.end) if quote else None for quote in quotes))


def _row(claim: Claim, *, several: bool) -> tuple[Text, ...]:
    field = f"{claim.mention} {claim.field}" if several else claim.field
    value = claimed(claim)
    return (
        Text(field, style="dim"),
        Text(f"“{line(claim.quote.text)}”"),
        Text(value or "not resolved", style="" if value else "dim"),
        Text(claim.standing, style="" if claim.standing == "asserted" else "yellow"),
        Text(line(claim.claimant.text)) if claim.claimant else Text(OWN_VOICE, style="dim"),
    )
