/** What a person has selected, as UTF-16 offsets into the text, whatever elements cut the text up on the page. */

import type { Stretch } from "./words";

/** The attribute that tells where in the text an element's own text begins. */
export const STARTS_AT = "data-from";

/** The offsets of a selection inside `root`; null for a bare caret, or where an end lies outside of the text. */
export function selectedIn(root: Element, selection: Selection | null): Stretch | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetIn(root, range.startContainer, range.startOffset);
  const end = offsetIn(root, range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end };
}

/** The text offset of a point of the document tree; null outside of the text. */
export function offsetIn(root: Element, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null;
  const holder = holding(root, node);
  if (!holder) return node === root || node instanceof Element ? borderOffset(node as Element, offset) : null;
  const range = holder.ownerDocument.createRange();
  range.setStart(holder, 0);
  range.setEnd(node, offset);
  return Number(holder.getAttribute(STARTS_AT)) + range.toString().length;
}

/** A selection that ends between two blocks (a triple click does) stands at the start of the block after it. */
function borderOffset(element: Element, offset: number): number | null {
  const next = element.children[offset];
  if (next?.hasAttribute(STARTS_AT)) return Number(next.getAttribute(STARTS_AT));
  const last = element.children[element.children.length - 1];
  if (!last?.hasAttribute(STARTS_AT)) return null;
  return Number(last.getAttribute(STARTS_AT)) + (last.textContent?.length ?? 0);
}

function holding(root: Element, node: Node): Element | null {
  let at: Node | null = node;
  while (at && at !== root) {
    if (at instanceof Element && at.hasAttribute(STARTS_AT)) return at;
    at = at.parentNode;
  }
  return null;
}
