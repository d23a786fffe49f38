"""A reading as a notebook shows it: the text with its words marked, and the events under it. HTML without scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from tocsin.display.marks import Mark, Piece, marks_of, pieces
from tocsin.display.plain import line, plain
from tocsin.display.words import OWN_VOICE, act, found, how_many, says, shades, when, where, who
from tocsin.records import Document, Event, Reading, Span

ROLES = {
    "trigger": "what happened",
    "actor": "who did it",
    "recipient": "to whom",
    "place": "where",
    "time": "when",
    "count": "how many",
    "said_by": "who says so",
    "issue": "about what",
}
"""The roles of marks in the order in which they show on words that fill several, with their names for people."""

# All colours but the accent follow the notebook's own theme: words inherit its colour, and backgrounds and lines are thinned from it.
STYLE = """
.tocsin { --accent: #d9480f; max-width: 60rem; line-height: 1.55; }
.tocsin .text { white-space: pre-wrap; overflow-wrap: anywhere; max-height: 32rem; overflow-y: auto; margin: .4em 0;
  padding: .6em .9em; border: 1px solid color-mix(in srgb, currentColor 18%, transparent); border-radius: 6px; }
.tocsin mark { color: inherit; background: none; text-decoration: underline 1.5px color-mix(in srgb, currentColor 45%, transparent);
  text-underline-offset: 3px; }
.tocsin mark.trigger { font-weight: 600; text-decoration: none; border-radius: 3px; padding: 0 .15em;
  background: color-mix(in srgb, var(--accent) 26%, transparent); box-shadow: inset 0 -2px var(--accent); }
.tocsin mark.recipient { text-decoration-style: dashed; }
.tocsin mark.place, .tocsin mark.time, .tocsin mark.count { text-decoration-style: dotted; }
.tocsin mark.issue { text-decoration-style: wavy; text-decoration-thickness: 1px; }
.tocsin mark.said_by { font-style: italic; text-decoration-style: double; }
.tocsin .furniture { opacity: .5; }
.tocsin .quiet { opacity: .7; font-size: .92em; }
.tocsin .key mark { margin-right: 1.1em; }
.tocsin table { border-collapse: collapse; margin: .6em 0; font-size: .94em; }
.tocsin th, .tocsin td { text-align: left; vertical-align: top; padding: .3em .8em .3em 0; background: none;
  border-bottom: 1px solid color-mix(in srgb, currentColor 14%, transparent); }
.tocsin td b { border-bottom: 2px solid var(--accent); }
"""

COLUMNS = ("", "when", "where", "who → what → whom", "how many", "according to")


def view(reading: Reading, events: Sequence[Event]) -> str:
    """The HTML of one reading. All text from outside is escaped."""
    document = reading.document
    head = f"<b>{escape(line(document.title))}</b><br>" if document.title else ""
    dated = (
        f"published {document.published.date.isoformat()} ({document.published.method})" if document.published else "no publication date"
    )
    doubt = f", doubtful: {line(document.published.doubt)}" if document.published and document.published.doubt else ""
    about = f'<div class="quiet">{escape(f"{dated}{doubt} · {found(reading, len(events))}")}</div>'
    text = "".join(_text(document, marks_of(reading.mentions)))
    table = _table(events) if events else ""
    return f'<div class="tocsin"><style>{STYLE}</style>{head}{about}<div class="text">{text}</div>{_key(reading)}{table}</div>'


def _text(document: Document, marks: Sequence[Mark]) -> Iterator[str]:
    at = 0
    for part in sorted(document.furniture, key=lambda part: part.start):
        yield from map(_piece, pieces(document.text, marks, Span(at, max(at, part.start))))
        yield f'<span class="furniture">{escape(plain(document.text[max(at, part.start) : part.end]))}</span>'
        at = max(at, part.end)
    yield from map(_piece, pieces(document.text, marks, Span(at, len(document.text))))


def _piece(piece: Piece) -> str:
    words = escape(plain(piece.text))
    role = next((role for role in ROLES if role in piece.roles), None)
    if role is None:
        return words
    told = ", ".join(f"{mark.mention}: {ROLES[mark.role]}" for mark in piece.marks)
    return f'<mark class="{role}" title="{escape(told)}">{words}</mark>'


def _key(reading: Reading) -> str:
    met = {mark.role for mark in marks_of(reading.mentions)}
    words = (f'<mark class="{role}">{name}</mark>' for role, name in ROLES.items() if role in met)
    return f'<div class="quiet key">{" ".join(words)}</div>'


def _table(events: Iterable[Event]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in COLUMNS)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(map(_row, events))}</tbody></table>"


def _row(event: Event) -> str:
    deed = f"<b>{escape(act(event))}</b>{''.join(f' <i>{escape(shade)}</i>' for shade in shades(event))}"
    told = (part for part in (escape(who(event, "actor")), deed, escape(who(event, "recipient"))) if part)
    sources = "; ".join(says(event)) or OWN_VOICE
    cells = (
        escape(event.id),
        escape(when(event)),
        escape(where(event)),
        " → ".join(told),
        escape("; ".join(how_many(event))),
        escape(sources),
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
