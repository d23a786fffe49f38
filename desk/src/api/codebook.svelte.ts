/** The codebook's lists, asked for once: a user's own codebook has other types and modes. */
import { get } from "./client";
import { asApiError, type ApiError } from "./errors";
import type { Codebook } from "./types";

class CodebookState {
  lists = $state.raw<Codebook | null>(null);
  problem = $state.raw<ApiError | null>(null);
  #asked = false;

  load(): void {
    if (this.#asked) return;
    this.#asked = true;
    get("/codebook").then(
      (lists) => (this.lists = lists),
      (caught: unknown) => {
        this.#asked = false;
        this.problem = asApiError(caught);
      },
    );
  }

  /** The token of a type's colour: that of its quadrant. */
  color(type: string): string {
    const quadrant = this.lists?.types.find((entry) => entry.name === type)?.quadrant;
    return `--${(quadrant ?? "verbal conflict").replace(" ", "-")}`;
  }

  meaning(type: string): string {
    return this.lists?.types.find((entry) => entry.name === type)?.meaning ?? "";
  }
}

export const codebook = new CodebookState();

export const QUADRANTS = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"] as const;
