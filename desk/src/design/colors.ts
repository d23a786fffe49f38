/** Tokens as colours that a canvas or a downloaded picture can use: there, `var()` and `light-dark()` mean nothing. */
export type Colors = (token: string) => string;

/** Reads tokens as they are now, or as they are in the named theme. Each is resolved once. */
export function tokenColors(scheme?: "light" | "dark"): Colors {
  const probe = document.createElement("span");
  if (scheme !== undefined) probe.style.colorScheme = scheme;
  const known = new Map<string, string>();
  return (token) => {
    const before = known.get(token);
    if (before !== undefined) return before;
    probe.style.color = `var(${token})`;
    document.body.append(probe);
    const color = getComputedStyle(probe).color;
    probe.remove();
    known.set(token, color);
    return color;
  };
}
