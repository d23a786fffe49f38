"""Events as a table for a terminal: calm, and legible at 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.table import Table
from rich.text import Text

from tocsin.cli.terminal import ACCENT
from tocsin.display.excerpt import Sentences
from tocsin.display.marks import marks_of, pieces
from tocsin.display.plain import line
from tocsin.display.words import act, found, modes, shades, told_by, when, where, who
from tocsin.ingest.sources import STDIN
from tocsin.records import Document, Event, Quote, Reading, Span

WHEN, WHAT, WIDEST_PLACE, GAP = 11, 14, 14, 2
"""Columns of a day, of the longest mode (misinformation), of a place at most, and between two of them."""

QUOTED = 130
"""Most characters of a sentence that are shown: four lines beside the other columns at 80."""


class Id:
    """An id on a line of its own and whole, so that it can be copied, behind ``indent`` columns or as many as there is room for.

    A terminal that is narrower than the id goes on in its next line by itself, and copies it whole all the same. What holds one is printed
    with ``crop=False``, and no table holds one: it would break it.
    """

    def __init__(self, name: str, indent: int = 0) -> None:
        self._name, self._indent = line(name), indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        indent = max(0, min(self._indent, options.max_width - cell_len(self._name)))
        yield Text(" " * indent + self._name, style="dim", no_wrap=True, overflow="ignore")


def report_of(reading: Reading, events: Iterable[Event]) -> Group:
    """One document: its title, where it is from, and its events."""
    told = list(events)
    body = (Text(""), events_table(reading.document, told)) if told else ()
    return Group(heading(reading, len(told)), *body, Text(""))


def heading(reading: Reading, events: int) -> Text:
    """The title, and under it the source, the date with its evidence, and what was found."""
    document = reading.document
    head = Text()
    if document.title:
        head.append(line(document.title) + "\n", style="bold")
    head.append(_origin(document.source), style="dim")
    if document.published:
        head.append(f" · published {document.published.date.isoformat()} ({document.published.method})", style="dim")
        if document.published.doubt:
            head.append(f" · doubtful: {line(document.published.doubt)}", style="yellow")
    else:
        head.append(" · no publication date", style="dim")
    return head.append(f" · {found(reading, events)}")


def _origin(source: str) -> str:
    """A source for people: standard input, which is named ``-`` and ``-#2``, in words."""
    path, _, row = source.rpartition("#")
    if source == STDIN:
        return "standard input"
    return f"standard input, row {row}" if path == STDIN else line(source)


def events_table(document: Document, events: Iterable[Event], *, ids: bool = False) -> Group:
    """The events of a document, a block of lines each. With ``ids``, under each the id by which ``tocsin show event`` knows it."""
    sentences = Sentences(document.text)
    told = [(event, where(event) or "–") for event in events]
    width = min(WIDEST_PLACE, max((cell_len(place) for _, place in told), default=0))
    blocks: list[RenderableType] = []
    for event, place in told:
        block = _columns(width, header=not blocks)
        block.add_row(Text((when(event) or "–").replace(" to ", "\n–")), Text(place), _what(event), _details(document, event, sentences))
        blocks += [*([Text("")] if blocks else []), block]
        blocks += [Id(f"{document.id}/{event.id}", sum((WHEN, max(width, len("where")), WHAT)) + 3 * GAP)] if ids else []
    return Group(*blocks)


def _columns(place: int, *, header: bool) -> Table:
    """The columns of a block: those of all blocks are as wide, so that they stand under each other."""
    table = Table(box=None, show_header=header, header_style="dim", padding=(0, GAP, 0, 0), pad_edge=False)
    table.add_column("when", width=WHEN)
    table.add_column("where", min_width=max(place, len("where")), max_width=WIDEST_PLACE, overflow="fold")
    table.add_column("what", width=WHAT, overflow="fold")
    table.add_column("who → whom, in which words", overflow="fold")
    return table


def _what(event: Event) -> Text:
    """The type, then under it each mode and how the act stands to the facts."""
    text = Text(event.mentions[0].type, style=f"bold {ACCENT}")
    for mode in modes(event):
        text.append(f"\n{mode}", style=f"not bold {ACCENT}")
    return _shaded(text, shades(event), "\n")


def _details(document: Document, event: Event, sentences: Sentences) -> Text:
    text = Text()
    actors, recipients = who(event, "actor"), who(event, "recipient")
    if actors or recipients:
        text.append(f"{actors} → {recipients}".strip() if recipients else actors).append("\n")
    numbers = told_by(event)
    if numbers:
        text.append(" · ".join(numbers)).append("\n")
    return text.append_text(excerpt(document, event, sentences.around(event.mentions[0].trigger)))


def act_line(event: Event) -> Text:
    """``police (KAZ COP) → COERCE: arrest → demonstrators``, with how it stands to the facts."""
    text = Text()
    actors, recipients = who(event, "actor"), who(event, "recipient")
    if actors:
        text.append(actors).append(" → ", style="dim")
    text.append(act(event), style=f"bold {ACCENT}")
    _shaded(text, shades(event), " ")
    if recipients:
        text.append(" → ", style="dim").append(recipients)
    return text


def _shaded(text: Text, names: Iterable[str], gap: str) -> Text:
    for shade in names:
        text.append(f"{gap}{shade}", style="not bold italic yellow")
    return text


def excerpt(document: Document, event: Event, sentence: Span) -> Text:
    """A sentence, or the part of a long one around the event's trigger, with its triggers as ``‹arrested›``."""
    span = _cut(document.text, sentence, event.mentions[0].trigger)
    triggers = {(mark.start, mark.end): mark for mark in marks_of(event.mentions) if mark.role == "trigger"}
    text = Text("… " if span.start > sentence.start else "", style="dim")
    for piece in pieces(document.text, triggers.values(), span):
        words = _on_one_line(piece.text)
        text.append(f"‹{words}›" if piece.marks else words, style=f"not dim {ACCENT}" if piece.marks else "dim")
    return text.append(" …" if span.end < sentence.end else "")


def _on_one_line(text: str) -> str:
    """Text on one line, with one space wherever it began or ended with white space."""
    return (" " if text[:1].isspace() else "") + line(text) + (" " if text[-1:].isspace() and text.strip() else "")


def _cut(text: str, sentence: Span, trigger: Quote) -> Span:
    """A long sentence, cut at words on each side of its trigger."""
    if sentence.end - sentence.start <= QUOTED:
        return sentence
    start = max(sentence.start, min(trigger.start - QUOTED // 2, sentence.end - QUOTED))
    end = min(sentence.end, max(start + QUOTED, trigger.end))
    if start > sentence.start:
        start = text.find(" ", start, trigger.start) + 1 or start
    if end < sentence.end:
        end = max(text.rfind(" ", trigger.end, end), trigger.end)
    return Span(start, end)
