"""Events as a table for a terminal: calm, and legible at 80 columns."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group
from rich.table import Table
from rich.text import Text

from tocsin.cli.terminal import ACCENT
from tocsin.display import act, how_many, marks_of, pieces, says, shades, when, where, who
from tocsin.excerpt import Sentences
from tocsin.plain import line
from tocsin.records import Document, Event, Quote, Reading, Span

SENTENCE = 220
"""Most characters of a sentence that are shown: four lines beside the other columns at 80."""


def report_of(reading: Reading, events: Iterable[Event]) -> Group:
    """One document: its title, where it is from, and its events."""
    found = list(events)
    body = (Text(""), events_table([(reading.document, found)])) if found else ()
    return Group(heading(reading, len(found)), *body, Text(""))


def heading(reading: Reading, events: int) -> Text:
    """The title, and under it the source, the date with its evidence, and what was found."""
    document = reading.document
    head = Text()
    if document.title:
        head.append(line(document.title) + "\n", style="bold")
    head.append(line(document.source), style="dim")
    if document.published:
        head.append(f" · published {document.published.date.isoformat()} ({document.published.method})", style="dim")
        if document.published.doubt:
            head.append(f" · doubtful: {line(document.published.doubt)}", style="yellow")
    else:
        head.append(" · no publication date", style="dim")
    found = reading.skipped or f"{events or 'no'} event{'' if events == 1 else 's'}"
    return head.append(f" · {found}")


def events_table(events: Iterable[tuple[Document, Iterable[Event]]], *, ids: bool = False) -> Table:
    """The events of some documents, a block of lines each. With ``ids``, each bears the id by which ``tocsin show event`` knows it."""
    table = Table(box=None, show_header=True, header_style="dim", padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("when", width=11)
    table.add_column("where", min_width=10, max_width=17, overflow="fold")
    table.add_column("what", overflow="fold")
    for document, found in events:
        sentences = Sentences(document.text)
        for event in found:
            name = f"{document.id}/{event.id}" if ids else None
            if table.row_count:
                table.add_row()
            table.add_row(_when(event), Text(where(event) or "–"), _what(document, event, sentences, name))
    return table


def _when(event: Event) -> Text:
    return Text((when(event) or "–").replace(" to ", "\n–"))


def _what(document: Document, event: Event, sentences: Sentences, name: str | None) -> Text:
    text = act_line(event)
    details = [*how_many(event), *(f"says {source}" for source in says(event))]
    if details:
        text.append("\n" + " · ".join(details))
    text.append("\n")
    text.append_text(excerpt(document, event, sentences.around(event.mentions[0].trigger)))
    if name:
        text.append(f"\n{line(name)}", style="dim")
    return text


def act_line(event: Event) -> Text:
    """``police (KAZ COP) → COERCE arrest → demonstrators``, with how it stands to the facts."""
    text = Text()
    actors, recipients = who(event, "actor"), who(event, "recipient")
    if actors:
        text.append(", ".join(actors)).append(" → ", style="dim")
    text.append(act(event.mentions[0]), style=f"bold {ACCENT}")
    for shade in shades(event.mentions[0]):
        text.append(f" {shade}", style="italic yellow")
    if recipients:
        text.append(" → ", style="dim").append(", ".join(recipients))
    return text


def excerpt(document: Document, event: Event, sentence: Span) -> Text:
    """A sentence, or the part of a long one around the event's trigger, with its triggers standing out."""
    span = _cut(document.text, sentence, event.mentions[0].trigger)
    marks = [mark for mark in marks_of(event.mentions) if mark.role == "trigger"]
    text = Text("… " if span.start > sentence.start else "", style="dim")
    for piece in pieces(document.text, marks, span):
        text.append(_on_one_line(piece.text), style=f"not dim {ACCENT}" if piece.roles else "dim")
    return text.append(" …" if span.end < sentence.end else "")


def _on_one_line(text: str) -> str:
    """Text on one line, with one space wherever it began or ended with white space."""
    return (" " if text[:1].isspace() else "") + line(text) + (" " if text[-1:].isspace() and text.strip() else "")


def _cut(text: str, sentence: Span, trigger: Quote) -> Span:
    """A long sentence, cut at words on each side of its trigger."""
    if sentence.end - sentence.start <= SENTENCE:
        return sentence
    start = max(sentence.start, min(trigger.start - SENTENCE // 2, sentence.end - SENTENCE))
    end = min(sentence.end, max(start + SENTENCE, trigger.end))
    if start > sentence.start:
        start = text.find(" ", start, trigger.start) + 1 or start
    if end < sentence.end:
        end = max(text.rfind(" ", trigger.end, end), trigger.end)
    return Span(start, end)
