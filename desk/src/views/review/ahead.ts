/**
 * Keys that were pressed before what they are meant for was there. Somebody who knows the desk presses `t`, types a name and takes it with
 * Enter while the change before is still being stored: each key waits for its turn, and means then what it would have meant to a slow hand.
 */
import type { KeyPress } from "./keys";

const NAMED: ReadonlySet<string> = new Set("Enter Escape Backspace ArrowUp ArrowDown ArrowLeft ArrowRight Home End".split(" "));

/** Whether a key can wait; the browser's own (Tab, reload, the ones with Ctrl) are obeyed at once. */
export function canWait(press: KeyPress): boolean {
  return !press.ctrlKey && !press.altKey && !press.metaKey && (Array.from(press.key).length === 1 || NAMED.has(press.key));
}

/** Gives a key to what has the focus in the open dialog, as if it were pressed now. */
export function deliver(press: KeyPress): void {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at.closest("dialog[open]") === null) return;
  const { key, shiftKey } = press;
  const obeyed = !at.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, bubbles: true, cancelable: true }));
  if (obeyed) return;
  if (at instanceof HTMLButtonElement) {
    if (key === "Enter" || key === " ") at.click();
  } else if (at instanceof HTMLInputElement && at.selectionStart !== null) typed(at, key);
}

function typed(field: HTMLInputElement, key: string): void {
  const start = field.selectionStart ?? 0;
  const end = field.selectionEnd ?? start;
  if (key === "Enter") {
    field.form?.requestSubmit();
    return;
  }
  if (key === "Backspace") field.setRangeText("", start === end ? Math.max(0, start - 1) : start, end, "end");
  else if (Array.from(key).length === 1) field.setRangeText(key, start, end, "end");
  else return;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
