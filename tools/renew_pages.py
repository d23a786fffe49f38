"""Put fresh output and figures into the pages: ``python tools/renew_pages.py`` after a change of the model or of what commands print.

The pages of ``SESSIONS`` are one session: each ``console`` block that begins with ``$ `` is run anew in order, but for the installation, and
what it prints is put under it; a test asks that it is much what stands there. The figures of README.md and docs/benchmarks.md come from ``.bench/latest.json``, which ``make bench`` writes.
"""
# ruff: noqa: INP001  # a script; tools/ is no package

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"```console\n\$ (?P<command>.+)\n(?P<shown>(?:.*\n)*?)```")
MADE = re.compile(r"(<!-- made: (?P<name>\w+) -->\n)(?:.*\n)*?(<!-- end -->)")
WIDTH = "96"
"""Columns: as wide as a page of documentation shows code without scrolling."""

ROWS = (
    ("event", "event: its type, in its sentence"),
    ("trigger", "trigger: besides, in its words"),
    ("mode", "mode"),
    ("actor", "actor's words"),
    ("recipient", "recipient's words"),
    ("place", "place's words"),
    ("time", "time's words"),
    ("count", "count's words"),
    ("said_by", "source's words"),
    ("record", "record of a document: type, who and whom by country and sector"),
)


SPEED = (
    "| speed from {name} | {articles_a_second:.1f} articles and {pieces_a_second:,.0f} pieces a second, {ratio:.0f} % of the bare encoder's; "
    "the encoder takes {encoder_share:.0f} % of the reader's own time |"
)


def _placed(exam: str) -> tuple[tuple[str, str], ...]:
    return ("recognition F1", f"{exam}.recognition.f"), ("within 161 km end to end", f"{exam}.acc161_end_to_end")


def _paired(*names: str, exam: str = "events") -> tuple[tuple[str, str], ...]:
    return tuple((name.replace("_", "'s "), f"{exam}.{name}") for name in names)


REACHED = (
    ("events", tuple((name, f"events.{name}.f") for name in ("event", "trigger", "mode", "record"))),
    ("events, quotes", tuple((name, f"events.{name}.f") for name in ("actor", "recipient", "place", "time", "count", "said_by"))),
    ("events, paired: how they stand", _paired("aux", "hedged", "place_country", "place_name", "date")),
    ("events, paired: who", _paired("actor_country", "actor_sector", "recipient_country", "recipient_sector")),
    ("values, who", _paired("actor_country", "actor_sector", "recipient_country", "recipient_sector", exam="values")),
    ("values, where and when", _paired("place_country", "place_name", "date", exam="values")),
    ("other_news", (("without an event, rightly", "other_news.clean"), ("events in 100 texts", "other_news.events_in_100"))),
    ("relations", (("macro-F1", "relations.macro_f1"),)),
    ("police", tuple((name, f"police.{name}.f") for name in ("ARREST", "KILL", "FORCE"))),
    ("places_trnews", _placed("places_trnews")),
    ("places_lgl", _placed("places_lgl")),
    ("clusters", (("B-cubed F1", "clusters.bcubed.f"),)),
    ("bundles", tuple((name, f"bundles.{name}.f") for name in ("copies", "stories", "incidents", "numbers", "said", "claims"))),
    ("spellings", (("F1", "spellings.all.f"),)),
    ("html", (("text F1", "html.text.f"), ("dates", "html.date"))),
)


SESSIONS = ("README.md", "docs/commands/incidents.md")
"""The pages whose commands are run, in this order: later ones work with the databases of earlier ones."""


def sessions(folder: Path, accepted: Collection[int] = (0,)) -> dict[str, str]:
    """Each page of the session with every command's output renewed; ``folder`` holds the examples and has no database of an earlier one.

    A command that ends with another status than the ``accepted`` ones ends the run.
    """
    shutil.rmtree(folder / ".demo", ignore_errors=True)
    (folder / ".demo").mkdir()
    return {name: _renewed((ROOT / name).read_text(encoding="utf-8"), folder, accepted) for name in SESSIONS}


def _renewed(page: str, folder: Path, accepted: Collection[int]) -> str:
    return BLOCK.sub(lambda found: found[0] if found["command"].startswith("make") else _ran(found["command"], folder, accepted), page)


def _ran(command: str, folder: Path, accepted: Collection[int]) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    asked = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": WIDTH, "NO_COLOR": "1"}
    done = subprocess.run(  # noqa: S603  # the commands of our own page
        ["/bin/sh", "-c", command], cwd=folder, env=asked, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode not in accepted:
        raise SystemExit(f"{command}: {done.stdout}")
    shown = "".join(line.rstrip() + "\n" for line in done.stdout.rstrip().splitlines())
    return f"```console\n$ {command}\n{shown}```"


def trust(measured: Mapping[str, Any]) -> str:
    """README.md's table of precision, recall and F1."""
    scores = measured["scores"]
    rows = (f"| {shown} | " + " | ".join(f"{scores[f'events.{name}.{side}']:.1f}" for side in "prf") + " |" for name, shown in ROWS)
    return "\n".join(("| | precision | recall | F1 |", "|---|---|---|---|", *rows))


def reached(measured: Mapping[str, Any]) -> str:
    """What the page on benchmarks says of this version."""
    machine, scores = measured["machine"], measured["scores"]
    head = "Model `{model}` at commit {commit}, {cores} cores of an {processor}, Python {python}:".format(**machine)
    rows = [f"| {exam} | {', '.join(f'{shown} {scores[key]:.1f}' for shown, key in found)} |" for exam, found in REACHED]
    rows += [SPEED.format(**rate) for rate in measured["speed"]]
    if measured["peak_memory_mb"]:
        rows.append(f"| memory | at most {measured['peak_memory_mb']:,.0f} MB |")
    return "\n".join((head, "", "| exam | score |", "|---|---|", *rows))


def figures(page: str, measured: Mapping[str, Any]) -> str:
    """The page with the parts between ``<!-- made: … -->`` and ``<!-- end -->`` made anew."""
    makers = {"trust": trust, "reached": reached}
    return MADE.sub(lambda found: f"{found[1]}\n{makers[found['name']](measured)}\n\n{found[3]}", page)


def main() -> None:
    """Renew the pages."""
    latest = ROOT / ".bench" / "latest.json"
    measured = json.loads(latest.read_text(encoding="utf-8")) if latest.exists() else None
    renewed = sessions(ROOT)
    for name in dict.fromkeys((*SESSIONS, "docs/benchmarks.md")):
        path = ROOT / name
        page = renewed.get(name) or path.read_text(encoding="utf-8")
        path.write_text(figures(page, measured) if measured else page, encoding="utf-8")


if __name__ == "__main__":
    main()
