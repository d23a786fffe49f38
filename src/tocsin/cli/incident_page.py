"""One incident: its numbers with every claim beside who makes it, its reports by day, and why they are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tocsin.cli.decided import decided
from tocsin.cli.incident_table import parties, shades, told_by, when, where
from tocsin.cli.naming import event_id
from tocsin.cli.table import Id
from tocsin.cli.terminal import ACCENT, results
from tocsin.display import words
from tocsin.display.ids import short
from tocsin.display.plain import line
from tocsin.records import Agreement, Figure, NumberClaim
from tocsin.store import IncidentDetail
from tocsin.store.incidents.acts import acts
from tocsin.store.incidents.records import IncidentReport

AGREEMENT: dict[Agreement, str] = {"single": "one source", "agree": "the sources agree", "differ": "the sources differ"}

DAY, SCORE = 12, 7
"""Columns before a report, and before a reason: a day or a score, and two behind it."""

RULES = {
    "latest": "the latest report's",
    "independent": "that of the source without a side",
    "official": "the official one",
    "lowest": "the lowest",
    "highest": "the highest",
}
"""What the best figure is, by the rule that chose it."""


def write_page(detail: IncidentDetail, *, reasons: bool) -> None:
    """Show an incident; with ``reasons`` also the joins that hold it together."""
    parts: list[RenderableType] = [_head(detail)]
    for figure in detail.figures:
        parts += [Text(""), _figure_line(figure), Padding(_claims(figure), (0, 0, 0, 2))]
    parts += [Text(""), _reports(detail)]
    if reasons:
        parts += [Text(""), _reasons(detail)]
    by_people = list(_decided(detail))
    parts += [Text(""), *by_people] if by_people else []
    results().print(Group(*parts), crop=False)


def _head(detail: IncidentDetail) -> Text:
    row = detail.row
    text = Text(f"{line(row.title)}\n", style="bold")
    text.append(": ".join(part for part in (row.type, ", ".join(row.modes)) if part), style=f"bold {ACCENT}")
    for shade in shades(row):
        text.append(f" {shade}", style="not bold italic yellow")
    sides = parties(row)
    if sides:
        text.append("  ").append_text(Text(sides.plain, style="not bold"))
    text.append(f"\n{when(row)} · {where(row)} · {told_by(row)}", style="not bold")
    text.append(f"\n“{line(row.quote)}”", style="not bold dim")
    about = [row.id, f"version {row.version}", *(["reviewed"] if row.reviewed else [])]
    about += [f"part of {row.part_of}"] if row.part_of else []
    about += [f"its parts {', '.join(part.id for part in detail.parts)}"] if detail.parts else []
    return text.append(f"\n{' · '.join(about)}", style="not bold dim")


def _figure_line(figure: Figure) -> Text:
    """``arrested  40 – 53 – 200  the sources differ · best: the latest report's``."""
    text = Text(words.counted(figure) or "sum", style="bold")
    high = "open" if figure.high is None else f"{figure.high:,}"
    best = "–" if figure.best is None else f"{figure.best:,}"
    if figure.low == figure.high:
        text.append(f"  {best}", style=f"bold {ACCENT}")
    else:
        text.append(f"  least {figure.low:,} · best ").append(best, style=f"bold {ACCENT}").append(f" · most {high}")
    text.append(f"  {AGREEMENT[figure.agreement]}", style="not bold yellow" if figure.agreement == "differ" else "not bold dim")
    if figure.agreement != "single":
        text.append(f" · best is {RULES.get(figure.rule, figure.rule)}", style="not bold dim")
    return text


def _claims(figure: Figure) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("value", justify="right", no_wrap=True)
    table.add_column("according to", overflow="fold", max_width=30)
    table.add_column("words and document", overflow="fold")
    for claim in figure.claims:
        table.add_row(Text(words.figure(claim.value)), _source(claim), _words(claim))
    return table


def _source(claim: NumberClaim) -> Text:
    text = Text(line(claim.claimant)) if claim.claimant else Text(words.OWN_VOICE, style="dim")
    return text.append(f" ({claim.claimant_kind})", style="dim") if claim.claimant else text


def _words(claim: NumberClaim) -> Text:
    text = Text(f"“{line(claim.quote.text)}”")
    if claim.standing != "asserted":
        text.append(f" {claim.standing}", style="italic yellow")
    day = f"{claim.published.isoformat()} " if claim.published else ""
    also = f" and {len(claim.copies):,} cop{'y' if len(claim.copies) == 1 else 'ies'}" if claim.copies else ""
    return text.append(f"  {day}{line(claim.publisher) + ' ' if claim.publisher else ''}{short(claim.event.document)}{also}", style="dim")


def _reports(detail: IncidentDetail) -> Group:
    parts: list[RenderableType] = [Text(f"{'day':<{DAY}}report", style="dim")]
    sentences = {event.ref.document: event.sentence for event in reversed(detail.events)}
    for day, reports in groupby(detail.reports, key=lambda report: report.published):
        for number, group in enumerate(_folded(list(reports))):
            parts += _report("" if number else day.isoformat() if day else "–", group, sentences)
    return Group(*parts)


def _folded(reports: Sequence[IncidentReport]) -> list[list[IncidentReport]]:
    """The reports of one day, copies of one text together."""
    groups: dict[str, list[IncidentReport]] = {}
    for report in reports:
        groups.setdefault(report.copy_group, []).append(report)
    return list(groups.values())


def _report(day: str, group: Sequence[IncidentReport], sentences: dict[str, str]) -> Iterator[RenderableType]:
    """The only place of the page, beside the reasons, where the ids of documents stand whole: elsewhere a long one is cut in its middle."""
    first = group[0]
    yield _beside(day, Text(line(first.title or sentences.get(first.document, first.document))))
    yield Id(first.document, DAY)
    about = [line(first.publisher)] if first.publisher else []
    about += [f"credited to {line(first.agency)}"] if first.agency else []
    if len(group) > 1:
        about.append(
            f"printed too by {', '.join(line(report.publisher) if report.publisher else short(report.document) for report in group[1:])}"
        )
    elif first.copy_group != first.document:
        about.append(f"a copy of {short(first.copy_group)}")
    if about:
        yield _beside("", Text(" · ".join(about), style="dim"))


def _beside(start: str, text: Text, width: int = DAY) -> Table:
    """A text that is wrapped beside its start."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, min_width=width - 2)
    grid.add_column(overflow="fold")
    grid.add_row(Text(start), text)
    return grid


class _Pair:
    """Two events that are one, on a line where there is room for both ids, each on its own where there is not."""

    def __init__(self, start: str, one: str, other: str) -> None:
        self._start, self._one, self._other = start, one, other

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        both = f"{self._start:<{SCORE}}{self._one} and {self._other}"
        if cell_len(both) <= options.max_width:
            yield Text(both)
        else:
            yield Text(self._start)
            yield Id(self._one, SCORE)
            yield Id(self._other, SCORE)


def _reasons(detail: IncidentDetail) -> Group:
    parts: list[RenderableType] = [Text(f"{'score':<{SCORE}}why the two are one", style="dim")]
    for join in detail.joins:
        says = " · ".join(f"{line(reason.says)} {reason.weight:+.1f}" if reason.weight else line(reason.says) for reason in join.reasons)
        score = f"{join.score:.1f}" if join.score else "–"
        parts += [_Pair(f"{score:>5}", event_id(join.one), event_id(join.other)), _beside("", Text(says, style="dim"), SCORE)]
    if not detail.joins:
        parts.append(Text(f"{'–':>5}  ").append("one event alone", style="dim"))
    return Group(*parts)


def _decided(detail: IncidentDetail) -> Iterator[RenderableType]:
    for act in acts(detail.decisions):
        yield Text(f"decision {act.key}: {act.kind} on {act.decided_at:%Y-%m-%d}", style="dim")
        yield from decided(act, 2)
