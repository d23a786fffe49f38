/** Krippendorff's alpha in words and as a bar. The bounds are those that Krippendorff himself gives (0.8 and 0.667). */
export interface Reading {
  readonly words: string;
  readonly tone: "good" | "warn" | "bad";
}

export function readingOf(alpha: number | null): Reading {
  if (alpha === null) return { words: "too little coded to tell", tone: "warn" };
  if (alpha >= 0.8) return { words: "reliable", tone: "good" };
  if (alpha >= 0.667) return { words: "for careful conclusions", tone: "warn" };
  return { words: alpha > 0 ? "not reliable" : "no better than chance", tone: "bad" };
}

/** The length of a bar of `width` for 1; none for what is not known, nothing for chance and worse. */
export function barOf(alpha: number | null, width: number): number | null {
  return alpha === null ? null : Math.round(Math.min(1, Math.max(0, alpha)) * width);
}
