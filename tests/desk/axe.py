"""What axe finds wrong for people who use a keyboard, a screen reader or little sight."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "desk" / "node_modules" / "axe-core" / "axe.min.js"


def violations(page: Page) -> list[str]:
    """Each violation with the element that it is about; none is what a page should have."""
    page.evaluate(AXE.read_text(encoding="utf-8") + "; 0")  # evaluated, not added as a script: the page's policy forbids those
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found["violations"] for node in one["nodes"]]
