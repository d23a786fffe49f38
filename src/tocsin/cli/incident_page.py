"""One incident: its numbers with every claim beside who makes it, its reports by day, and why they are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tocsin.cli.incident_table import parties, shades, told_by, when, where
from tocsin.cli.table import Id
from tocsin.cli.terminal import ACCENT, results
from tocsin.display import words
from tocsin.display.ids import short
from tocsin.display.plain import line
from tocsin.records import Agreement, Figure, NumberClaim
from tocsin.store import IncidentDetail
from tocsin.store.incidents.records import IncidentReport

AGREEMENT: dict[Agreement, str] = {"single": "one source", "agree": "the sources agree", "differ": "the sources differ"}

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
    decided = list(_decided(detail))
    parts += [Text(""), *decided] if decided else []
    results().print(Group(*parts))


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


def _reports(detail: IncidentDetail) -> Table:
    table = Table(box=None, show_header=True, header_style="dim", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("day", width=10, no_wrap=True)
    table.add_column("report", overflow="fold")
    sentences = {event.ref.document: event.sentence for event in reversed(detail.events)}
    for day, reports in groupby(detail.reports, key=lambda report: report.published):
        for number, group in enumerate(_folded(list(reports))):
            table.add_row(Text("" if number else day.isoformat() if day else "–"), _report(group, sentences))
    return table


def _folded(reports: Sequence[IncidentReport]) -> list[list[IncidentReport]]:
    """The reports of one day, copies of one text together."""
    groups: dict[str, list[IncidentReport]] = {}
    for report in reports:
        groups.setdefault(report.copy_group, []).append(report)
    return list(groups.values())


def _report(group: Sequence[IncidentReport], sentences: dict[str, str]) -> Group:
    """The only place of the page where the ids of documents stand whole: elsewhere a long one is cut in its middle."""
    first = group[0]
    parts: list[RenderableType] = [Text(line(first.title or sentences.get(first.document, first.document))), Id(first.document)]
    about = [line(first.publisher)] if first.publisher else []
    about += [f"credited to {line(first.agency)}"] if first.agency else []
    if len(group) > 1:
        about.append(
            f"printed too by {', '.join(line(report.publisher) if report.publisher else short(report.document) for report in group[1:])}"
        )
    elif first.copy_group != first.document:
        about.append(f"a copy of {short(first.copy_group)}")
    return Group(*parts, *([Text(" · ".join(about), style="dim")] if about else []))


def _reasons(detail: IncidentDetail) -> Table:
    table = Table(box=None, show_header=True, header_style="dim", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("score", justify="right", no_wrap=True)
    table.add_column("why the two are one", overflow="fold")
    for join in detail.joins:
        pair = f"{short(join.one.document)}:{join.one.event} and {short(join.other.document)}:{join.other.event}"
        says = " · ".join(f"{line(reason.says)} {reason.weight:+.1f}" if reason.weight else line(reason.says) for reason in join.reasons)
        table.add_row(Text(f"{join.score:.1f}" if join.score else "–"), Text(f"{pair}\n").append(says, style="dim"))
    if not detail.joins:
        table.add_row(Text("–"), Text("one event alone", style="dim"))
    return table


def _decided(detail: IncidentDetail) -> Iterator[Text]:
    for each in detail.decisions:
        undone = f", taken back by {line(each.undone_by or '')}" if each.undone_at else ""
        why = f": {line(each.why)}" if each.why else ""
        yield Text(f"decision {each.key}: {each.decision.kind} by {line(each.who)} on {each.decided_at:%Y-%m-%d}{undone}{why}", style="dim")
