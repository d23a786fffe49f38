/** Paths and their patterns: `/incidents/:id`. No state, so that it can be tested without a browser. */
export type Params = Readonly<Record<string, string>>;

/** The values of a pattern's `:names` in a path, or null where the path is another's. */
export function match(pattern: string, path: string): Params | null {
  const wanted = pieces(pattern);
  const given = pieces(path);
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, piece] of wanted.entries()) {
    const value = given[index] ?? "";
    if (piece.startsWith(":")) params[piece.slice(1)] = decode(value);
    else if (piece !== value) return null;
  }
  return params;
}

/** A path from a pattern and its values, each escaped: an id may hold anything. */
export function fill(pattern: string, params: Params): string {
  return pattern.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ""));
}

function pieces(path: string): string[] {
  return path.split("/").filter((piece) => piece !== "");
}

function decode(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece; // a stray % in an address typed by hand
  }
}
