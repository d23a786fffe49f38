/** The codebook's lists, asked for once: a user's own codebook has other types and modes. */
import { get } from "./client";
import { asApiError, type ApiError } from "./errors";
import type { Codebook } from "./types";

/** How a quadrant's first, second … type differs from its colour. The two most frequent, first and last, are far apart. */
const SHADES: readonly string[] = ["", "60%, var(--raised)", "70%, var(--ink)", "35%, var(--raised)", "45%, var(--ink)"];

class CodebookState {
  lists = $state.raw<Codebook | null>(null);
  problem = $state.raw<ApiError | null>(null);
  #asked: Promise<Codebook | null> | null = null;

  /** Asks for the lists where nobody has yet. Resolves to them, or to null where they cannot be had: `problem` says why. */
  load(): Promise<Codebook | null> {
    return (this.#asked ??= this.#ask());
  }

  async #ask(): Promise<Codebook | null> {
    try {
      this.lists = await get("/codebook");
      this.problem = null;
    } catch (caught) {
      this.#asked = null; // the next one asks again
      this.problem = asApiError(caught);
    }
    return this.lists;
  }

  /** The token of a type's colour: that of its quadrant. */
  color(type: string): string {
    const quadrant = this.lists?.types.find((entry) => entry.name === type)?.quadrant;
    return `--${(quadrant ?? "verbal conflict").replace(" ", "-")}`;
  }

  /** A colour of the type's own: a shade of its quadrant's, for charts that tell types apart. */
  shade(type: string): string {
    const entry = this.lists?.types.find((one) => one.name === type);
    const siblings = this.lists?.types.filter((one) => one.quadrant === entry?.quadrant) ?? [];
    const shade = SHADES[siblings.findIndex((one) => one.name === type)] ?? "";
    const color = `var(${this.color(type)})`;
    return shade === "" ? color : `color-mix(in oklab, ${color} ${shade})`;
  }

  meaning(type: string): string {
    return this.lists?.types.find((entry) => entry.name === type)?.meaning ?? "";
  }
}

export const codebook = new CodebookState();

export const QUADRANTS = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"] as const;
