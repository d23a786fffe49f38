/** Whether a pasted text is a page's source: it begins with a doctype, a comment or one of the tags that begin pages. */
export function isPage(text: string): boolean {
  return /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype|html|head|body|article|div|section|main|p)\b/i.test(text.slice(0, 4_000));
}
