"""A walk through a page with Tab alone, as somebody goes who has no pointer."""

from __future__ import annotations

from playwright.sync_api import Page

_HERE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const name = [at.tagName.toLowerCase(), at.type, at.getAttribute('aria-label') || at.id || at.textContent.trim().slice(0, 40)].filter(Boolean).join(' ');
  const box = at.getBoundingClientRect();
  const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth), top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  const seen = right - left > 0 && bottom - top > 0;
  // What is uppermost in its middle is the element itself, something in it, or the label that shows its state.
  const over = seen ? document.elementFromPoint((left + right) / 2, (top + bottom) / 2) : null;
  const label = at.labels && [...at.labels].some(one => one.contains(over));
  const through = getComputedStyle(at).pointerEvents === 'none'; // lets the pointer through and is uppermost all the same
  const free = over !== null && (at.contains(over) || over.contains(at) || label || through);
  return { name, seen, free };
}"""

# A date has three stops within one field.
_MARK = """() => {
  const at = document.activeElement;
  const again = at.dataset.been === 'yes' && at !== window.lastStop;
  at.dataset.been = 'yes';
  window.lastStop = at;
  return again;
}"""

# Of several radio buttons of one group Tab goes to one.
_LEFT = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
  .filter(one => !one.disabled && one.type !== 'radio' && !one.dataset.been && one.checkVisibility({visibilityProperty: true}) && !one.closest('[inert]'))
  .map(one => one.outerHTML.slice(0, 120))"""


def walked(page: Page, most: int = 400) -> list[str]:
    """What is wrong with the page for one who walks it with Tab: what is not reached, not in view when it is reached, or covered."""
    page.evaluate("() => { document.activeElement?.blur(); getSelection()?.removeAllRanges(); scrollTo(0, 0); }")
    wrong: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(_HERE)
        if here is None or page.evaluate(_MARK):
            break
        if not here["seen"]:
            wrong.append(f"{here['name']} is out of view when it has the focus")
        elif not here["free"]:
            wrong.append(f"{here['name']} is covered when it has the focus")
    else:
        wrong.append(f"no end after {most} stops")
    return wrong + [f"not reached: {one}" for one in page.evaluate(_LEFT)]
